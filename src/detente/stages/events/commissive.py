"""Acts that consist in saying what one will do: "said it would withdraw", "we will never accept"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from detente.lexicon.governors import Governors
from detente.nlp import syntax as args
from detente.nlp.parse import Parse
from detente.reading import Attribution, Cast, Deed, Player
from detente.records import Code
from detente.stages.events import evidence
from detente.stages.events.match import negated
from detente.stages.events.parties import PUBLIC

WILL = frozenset({"will", "'ll", "would", "'d", "shall", "wo"})
PROMISED: dict[Code, Code] = {
    "RETREAT": "CONCEDE", "CONCEDE": "CONCEDE", "SANCTION": "THREATEN", "COERCE": "THREATEN", "ASSAULT": "THREATEN", "MOBILIZE": "THREATEN",
    "PROTEST": "THREATEN",
    "AGREE": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "SUPPORT": "AGREE", "THREATEN": "THREATEN", "REJECT": "REJECT",
}  # fmt: skip
"""What an announced deed is, by PLOVER's notes to AGREE, CONCEDE and THREATEN; others stay what they are, planned."""
DEMANDING = frozenset({"insist", "demand", "urge", "press", "request", "appeal"})


class Vow(msgspec.Struct, frozen=True):
    """A clause in which a speaker says what it will (or will not) do."""

    verb: int
    attribution: int
    speaker: str
    refused: bool
    menacing: bool = False


def vows(parse: Parse, cast: Cast, attributions: tuple[Attribution, ...], words: Governors) -> Iterator[Vow]:
    """The vows of a text; joint speakers make one each."""
    players = {p.id: p for p in cast.players}
    for index, told in enumerate(attributions):
        speaker = players.get(told.speaker or "")
        if speaker is None or not told.said or not (speaker.type in PUBLIC or (speaker.type == "person" and speaker.country)):
            continue
        for verb in _roots(parse, told.content):
            if not _vowed(parse, verb) or parse.lemma[verb] in words.states:
                continue
            if actor := _vower(parse, verb, speaker, cast) or _decreed(parse, verb, told):
                menacing = told.act in ("threaten", "warn") and not negated(parse, verb)
                yield Vow(verb, index, actor, negated(parse, verb), menacing)


DECREES = frozenset("announce declare decree order rule decide confirm proclaim promise pledge vow direct".split())


def _decreed(parse: Parse, verb: int, told: Attribution) -> str | None:
    """Whose deed a passive is that an authority announces: "announced that eight buyers would be let off"."""
    decreed = parse.lemma[told.cue_head] in DECREES and args.is_passive(parse, verb) and not args.subjects(parse, verb)
    return told.speaker if decreed else None


def _vower(parse: Parse, verb: int, speaker: Player, cast: Cast) -> str | None:
    """Whose vow it is: the speaker's own, also of "his government"; the state's or ministry's where one who speaks for it names it."""
    if _is_we(parse, verb):
        return speaker.id
    for subject in args.subjects(parse, verb):
        for ident in cast.heads.get(subject, ()):
            if ident == speaker.id:
                return ident
            if _speaks_for(speaker.id, ident, cast):
                named = parse.child(subject, "poss") is None or speaker.knowledge is None
                return ident if named else speaker.id
    return None


def demands(parse: Parse, cast: Cast, attributions: tuple[Attribution, ...]) -> Iterator[tuple[int, int, str, tuple[str, ...]]]:
    """Clauses in which a speaker says what another must do: verb, attribution, speaker, and who must."""
    players = {p.id: p for p in cast.players}
    for index, told in enumerate(attributions):
        speaker = players.get(told.speaker or "")
        if speaker is None or not told.said or told.manner == "act" or not (speaker.type in PUBLIC or speaker.country):
            continue
        for verb in _roots(parse, told.content):
            if not _obliged(parse, verb):
                continue
            who = tuple(i for s in args.subjects(parse, verb) for i in cast.heads.get(s, ()))
            others = tuple(i for i in who if i in players and i != speaker.id and players[i].type in (*PUBLIC, "person"))
            if others and not any(_speaks_for(speaker.id, i, cast) for i in others):
                yield verb, index, speaker.id, others


def _obliged(parse: Parse, verb: int) -> bool:
    """Whether a verb stands under "must", "should", "ought to", "has to" or "needs to", itself or by the verb before it."""
    if any(parse.lower[k] in ("must", "should", "ought") for k in parse.children(verb, "aux")):
        return parse.lemma[verb] not in ("be", "have") or parse.child(verb, "auxpass") is not None
    below = parse.child(verb, "xcomp")
    return parse.lemma[verb] in ("have", "need") and below is not None and any(parse.tag[k] == "TO" for k in parse.children(below, "aux"))


def _roots(parse: Parse, content: tuple[int, int]) -> Iterator[int]:
    """The main verbs of a content, one a sentence, and what is coordinated with them."""
    first, last = content
    for token in range(first, last):
        head = parse.head[token]
        if parse.is_verb(token) and parse.tag[token] != "MD" and (head == token or not first <= head < last):
            yield token
            yield from (k for k in parse.kids[token] if parse.dep[k] == "conj" and parse.is_verb(k) and k < last)


def _vowed(parse: Parse, verb: int) -> bool:
    """Whether a verb stands in the future, itself or by the verb that it is coordinated with, and hangs on no condition."""
    modals = [k for k in parse.children(verb, "aux") if parse.tag[k] == "MD"]
    if not modals and parse.dep[verb] == "conj" and parse.child(verb, "nsubj") is None:
        modals = [k for k in parse.children(parse.head[verb], "aux") if parse.tag[k] == "MD"]
    return any(parse.lower[k] in WILL for k in modals)


def _is_we(parse: Parse, verb: int) -> bool:
    return any(parse.lower[s] in ("we", "i") for s in args.subjects(parse, verb))


def _speaks_for(speaker: str, subject: str, cast: Cast) -> bool:
    """A person or ministry speaks for its own government or state: "he announced that his government would accept"."""
    players = {p.id: p for p in cast.players}
    mine, its = players.get(speaker), players.get(subject)
    if mine is None or its is None or not mine.country or mine.country != its.country:
        return False
    return its.type in ("state", "government")


def apply(parse: Parse, deeds: list[Deed], found: Iterator[Vow]) -> list[Deed]:
    """The deeds, with each vowed one as the promise, concession, threat or refusal that its announcement is."""
    by_trigger = {d.trigger: i for i, d in enumerate(deeds)}
    made = list(deeds)
    vowed: set[int] = set()
    for vow in found:
        index = by_trigger.get(vow.verb)
        if index is None:
            by_trigger[vow.verb] = len(made)
            made.append(_plain(parse, vow))
        elif vow.verb in vowed:
            made[index] = _joined(made[index], vow)
        elif made[index].code in PROMISED:
            made[index] = _announced(made[index], vow)
        vowed.add(vow.verb)
    return sorted(made, key=lambda d: (d.trigger, d.code))


def demand(parse: Parse, deeds: list[Deed], found: Iterator[tuple[int, int, str, tuple[str, ...]]]) -> list[Deed]:
    """The deeds, with each clause of what another must do as the demand that it is, in place of the deed demanded."""
    made = {d.trigger: d for d in deeds}
    for verb, attribution, speaker, others in found:
        first, last = evidence.of_verb(parse, verb, ())
        made[verb] = Deed(
            trigger=verb,
            first=first,
            last=last,
            code="REQUEST",
            rule="request.must",
            actors=(speaker,),
            recipients=others,
            attribution=attribution,
            own=attribution,
        )
    return sorted(made.values(), key=lambda d: (d.trigger, d.code))


def _announced(deed: Deed, vow: Vow) -> Deed:
    code = _code(vow, PROMISED[deed.code])
    return msgspec.structs.replace(
        deed,
        code=code,
        rule=f"{code.lower()}.vow+{deed.rule}",
        actors=(vow.speaker,),
        recipients=tuple(r for r in deed.recipients if r != vow.speaker),
        symmetric=False,
        mode=None,
        cameo=None,
        factuality="possible" if deed.condition else "actual",
        why="",
        own=vow.attribution,
    )


def _code(vow: Vow, promised: Code) -> Code:
    """What a vow is: a refusal where it is negated, a threat where it is a warning, else what its deed promises."""
    return "REJECT" if vow.refused else "THREATEN" if vow.menacing else promised


def _joined(deed: Deed, vow: Vow) -> Deed:
    """A vow that two speakers make together is one deed of both."""
    actors = tuple(dict.fromkeys((*deed.actors, vow.speaker)))
    return msgspec.structs.replace(deed, actors=actors, recipients=tuple(r for r in deed.recipients if r not in actors))


def _plain(parse: Parse, vow: Vow) -> Deed:
    first, last = evidence.of_verb(parse, vow.verb, ())
    code = _code(vow, "REQUEST" if parse.lemma[vow.verb] in DEMANDING else "AGREE")
    return Deed(
        trigger=vow.verb,
        first=first,
        last=last,
        code=code,
        rule=f"{code.lower()}.vow",
        actors=(vow.speaker,),
        recipients=(),
        attribution=vow.attribution,
        own=vow.attribution,
    )
