"""From a deed's trigger to the words whose time and place are its own."""

from __future__ import annotations

import msgspec

from detente.nlp.parse import Parse
from detente.nlp.tense import tense
from detente.reading import Deed
from detente.stages.dating.carriers import COMMISSIVE, Scene, carriers, complements
from detente.stages.dating.reach import Reach, clause
from detente.stages.dating.story import VERBAL

STEPS = 8


class Found(msgspec.Struct, frozen=True):
    """Expressions (indexes) that say when or where, and whether another clause lends them."""

    indexes: tuple[int, ...]
    inherited: bool
    bound: str = ""
    """`within`: the deed lies in the expression itself ("since 1992, when …"); `after`: it was over by then."""


def settle(scene: Scene, deed: Deed, reach: Reach) -> Found | None:
    """What the deed's own words give, else what its clause's neighbours lend, else what its host's clause gives; None where nothing."""
    promised = _is_promised(scene, deed)
    if not promised and (found := _own(scene, deed.trigger, reach, aim=deed.code not in VERBAL)):
        return Found(found, inherited=False)
    if found := _behind(scene, deed.trigger, reach):
        return Found(found, inherited=True, bound="from")
    if (index := _told_of(scene.parse, _verb_of(scene.parse, deed.trigger), reach)) is not None:
        return Found((index,), inherited=False, bound="within")
    if found := _spoken(scene, deed, reach):
        return Found(found, inherited=False)
    if promised:
        return None
    if found := _lent(scene, deed.trigger, reach):
        return Found(found, inherited=True)
    if found := _begun(scene, deed.trigger, reach):
        return Found(found, inherited=True, bound="since")
    if (main := _after(scene, deed.trigger)) is not None:
        found = reach.at(main) or tuple(i for t in complements(scene, main) for i in reach.at(t))
        return Found(found, inherited=True, bound="after") if found else None
    if found := _hosted(scene, deed, reach):
        return Found(found, inherited=True)
    return None


def _is_promised(scene: Scene, deed: Deed) -> bool:
    """Whether the words of a promise or threat are those of what is promised ("said on Monday that it would sign in May")."""
    parse = scene.parse
    index = deed.own if deed.own is not None else deed.attribution
    if deed.code not in ("AGREE", "THREATEN") or index is None or not 0 <= index < len(scene.attributions):
        return False
    ahead = any(parse.lower[k] in ("will", "would", "'ll", "shall") for k in parse.kids[deed.trigger] if parse.tag[k] == "MD")
    cue = scene.attributions[index].cue_head
    aimed = parse.dep[deed.trigger] == "xcomp" and parse.head[deed.trigger] == cue
    return (ahead or aimed) and cue != deed.trigger


def _behind(scene: Scene, verb: int, reach: Reach) -> tuple[int, ...]:
    """ "1,000 have been killed after an election in December": from then on, where the event gives no single day."""
    parse = scene.parse
    for prep in parse.kids[verb]:
        noun = parse.child(prep, "pobj") if parse.dep[prep] == "prep" and parse.lower[prep] == "after" else None
        if noun is not None and parse.lemma[noun] in scene.govern["event"] and (found := reach.at(noun)):
            return found
    return ()


def _begun(scene: Scene, verb: int, reach: Reach) -> tuple[int, ...]:
    """ "Fighting broke out on Sept. 27 and 400 people have been killed": since then."""
    parse, above = scene.parse, scene.parse.head[verb]
    perfect = any(parse.lower[k] in ("has", "have") for k in parse.kids[verb] if parse.dep[k] == "aux")
    starts = parse.lemma[above] in ("begin", "start", "break", "erupt", "flare", "launch")
    return reach.at(above) if perfect and starts and parse.dep[verb] == "conj" else ()


def _hosted(scene: Scene, deed: Deed, reach: Reach) -> tuple[int, ...]:
    """What the clause of the deed's host gives."""
    if deed.host is None or not 0 <= deed.host < len(scene.deeds) or scene.deeds[deed.host] is deed:
        return ()
    if deed.factuality != "actual" or scene.deeds[deed.host].factuality != "actual":
        return ()
    return _own(scene, scene.deeds[deed.host].trigger, reach)


def _verb_of(parse: Parse, trigger: int) -> int:
    """The verb that an event noun is subject or object of; a verb itself."""
    return parse.head[trigger] if parse.dep[trigger] in ("dobj", "nsubj", "nsubjpass") else trigger


def _told_of(parse: Parse, verb: int, reach: Reach) -> int | None:
    """The expression that a relative clause describes: "1992, when …", "Monday, the day on which …", "Dalian, where …"."""
    if parse.dep[verb] != "relcl":
        return None
    noun = parse.head[verb]
    if parse.lemma[noun] in ("day", "year", "month", "week", "night", "date") and parse.dep[noun] == "appos":
        noun = parse.head[noun]
    return reach.within.get(noun)


def _after(scene: Scene, trigger: int) -> int | None:
    """The main verb, for a deed told as done before ("met in March, after he accepted …")."""
    parse = scene.parse
    verb = clause(parse, trigger)
    if parse.dep[verb] not in ("advcl", "pcomp"):
        return None
    openers = {parse.lower[k] for k in parse.kids[verb] if k < verb and parse.dep[k] == "mark"} | {parse.lower[parse.head[verb]]}
    return clause(parse, parse.head[verb]) if "after" in openers else None


def _spoken(scene: Scene, deed: Deed, reach: Reach) -> tuple[int, ...]:
    """The time and place of the saying, for a deed that is done by saying: its cue is its own, or what is said is not past."""
    indexes = [deed.own]
    if deed.attribution is not None and deed.code in VERBAL and deed.factuality in ("actual", "planned"):
        verb = clause(scene.parse, deed.trigger)
        modal = any(scene.parse.tag[k] == "MD" for k in scene.parse.kids[verb])
        present = modal or tense(scene.parse, verb) != "past"
        said = verb == deed.trigger and present and scene.parse.dep[verb] in ("ccomp", "ROOT", "parataxis")
        indexes += [deed.attribution] if said else []
    for index in indexes:
        if index is not None and 0 <= index < len(scene.attributions):
            cue = scene.attributions[index].cue_head
            if found := _own(scene, cue, reach, aim=False) or _lent(scene, cue, reach):
                return found
    return ()


def _own(scene: Scene, trigger: int, reach: Reach, *, aim: bool = True) -> tuple[int, ...]:
    for token in carriers(scene, trigger, aim=aim):
        if found := reach.at(token):
            return found
    return ()


def _lent(scene: Scene, trigger: int, reach: Reach) -> tuple[int, ...]:
    """What a clause joined to the deed's own gives: the verb that it is coordinated with or hangs on as a participle or "when" clause."""
    parse = scene.parse
    verb = clause(parse, trigger)
    if verb != trigger and parse.is_noun(trigger):
        return _inner_noun(parse, trigger, reach)
    token = verb
    if verb in scene.bars:
        return ()
    for _ in range(STEPS):
        above = parse.head[token]
        if (outer := _where_clause(parse, token, reach)) is not None:
            above = outer
        elif above == token or not _joined(scene, token):
            break
        if found := reach.at(above):
            return found
        token = above
    return _from_when(parse, verb, reach)


def _where_clause(parse: Parse, token: int, reach: Reach) -> int | None:
    """The verb that governs the place which a "where" clause tells of ("met in Dalian, where he reiterated …")."""
    openers = ("where",) if reach.spatial else ("where", "when")
    if parse.dep[token] != "relcl" or not any(parse.lower[k] in openers for k in parse.kids[token]):
        return None
    verb = clause(parse, parse.head[token])
    return verb if parse.is_verb(verb) else None


def _joined(scene: Scene, token: int) -> bool:
    parse = scene.parse
    dep, above = parse.dep[token], parse.head[token]
    if not parse.is_verb(above) and parse.lower[above] != "due":
        return False
    if dep == "conj":
        return not any(parse.lower[k] in ("has", "have") for k in parse.kids[token] if parse.dep[k] == "aux")
    if dep == "xcomp" and parse.lemma[above] in scene.govern["raise"] - COMMISSIVE:
        return True
    if dep in ("advcl", "pcomp"):
        opener = {parse.lower[k] for k in parse.kids[token] if k < token and parse.dep[k] in ("mark", "advmod")}
        return (parse.tag[token] == "VBG" and not opener & {"after", "before", "since"}) or bool(opener & {"when", "as", "while"})
    return False


def _from_when(parse: Parse, verb: int, reach: Reach) -> tuple[int, ...]:
    """ "When they met on Monday, they agreed": the main clause has the time of its "when" clause."""
    for kid in parse.kids[verb]:
        if parse.dep[kid] == "advcl" and any(parse.lower[k] == "when" for k in parse.kids[kid]):
            return reach.at(kid)
    return ()


def _inner_noun(parse: Parse, noun: int, reach: Reach) -> tuple[int, ...]:
    """A noun in the phrase of another event noun ("the signing of the accord in Jeddah")."""
    token = noun
    for _ in range(3):
        above = parse.head[token]
        if (
            above == token
            or not (parse.is_noun(above) or parse.tag[above] == "IN")
            or parse.dep[token] == "relcl"
            or parse.lower[above] == "with"
        ):
            break
        if found := reach.at(above):
            return found
        token = above
    return ()
