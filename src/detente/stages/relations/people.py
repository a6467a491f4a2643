"""Who leads what, and who is whose kin, as titles and descriptions say it: "North Korean leader Kim Jong-un", "his younger sister"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.lexicon.gazetteer import Gazetteer
from detente.lexicon.phrases import Found
from detente.lexicon.titles import Noun
from detente.reading import Bond, Mention
from detente.stages.relations.scene import Scene

LEADING = frozenset({"head_of_state", "head_of_government", "royal"})
HEADING = frozenset({"igo", "party"})
NOT_LEADING = frozenset(
    {
        "crown_prince",
        "prince",
        "princess",
        "deputy",
        "eu_foreign_policy_chief",
        "vice_president",
        "prime_minister_designate",
        "president_elect",
        "governor_general",
        "first_lady",
        "prime_minister_elect",
    }
)
FORMER = frozenset(
    {
        "former",
        "ex",
        "late",
        "then",
        "ousted",
        "deposed",
        "onetime",
        "one-time",
        "erstwhile",
        "past",
        "previous",
        "vice",
        "deputy",
        "assistant",
        "designate",
        "elect",
    }
)
BODIES = frozenset({"igo", "party", "armed_group", "ngo", "state", "group", "government"})
CHIEFS = (
    "leader",
    "chief",
    "head",
    "chairman",
    "chairwoman",
    "chairperson",
    "president",
    "secretary-general",
    "general",
    "director-general",
    "commander",
    "secretary",
    "director",
)


def read(scene: Scene, mentions: tuple[Mention, ...], gazetteer: Gazetteer) -> Iterator[Bond]:
    """The bonds of all titles and descriptions of persons."""
    for mention in mentions:
        if mention.title and mention.title[0] >= mention.last and _runs_on(scene, mention.title):
            continue
        span = mention.title or ((mention.first, mention.last) if mention.form == "nominal" else None)
        who = scene.parties.cast.heads.get(mention.head, ())
        if span is None or len(who) != 1 or scene.parties.players[who[0]].type != "person":
            continue
        for found in gazetteer.titles.nouns_in(scene.parse.lower, *span):
            noun = found.meanings[0]
            if noun.kind == "kin" and not noun.plural:
                yield from _kin(scene, found, who[0], _evidence(scene, mention, span))
            elif noun.kind == "office" and not noun.plural and (mention.title or _beside(scene, mention)):
                yield from _leads(scene, found, (who[0], span), _evidence(scene, mention, span))
    yield from _together(scene, gazetteer)


def _runs_on(scene: Scene, title: tuple[int, int]) -> bool:
    """Whether what stands after a name is the subject of what follows: "In a letter to Kim, the American president blamed …"."""
    parse = scene.parse
    return title[1] < len(parse) and parse.tag[title[1]] in ("VBD", "VBZ", "VBP", "MD") and parse.lower[title[0]] == "the"


def _beside(scene: Scene, mention: Mention) -> bool:
    """A description put beside a name: "Debretsion Gebremichael, the leader of the TPLF", "Their leader, Radovan Karadzic"."""
    parse, head = scene.parse, mention.head
    named = parse.head[head] if parse.dep[head] == "appos" else parse.child(head, "appos")
    return named is not None and parse.tag[named] in ("NNP", "NNPS")


def _together(scene: Scene, gazetteer: Gazetteer) -> Iterator[Bond]:
    """ "Omar al-Bashir and Salva Kiir, the presidents of Sudan and South Sudan": each his own, in the order of both lists."""
    parse, parties = scene.parse, scene.parties
    for noun in range(len(parse)):
        if parse.tag[noun] != "NNS" or parse.dep[noun] not in ("appos", "conj", "attr"):
            continue
        titles = [f.meanings[0] for f in gazetteer.titles.nouns_in(parse.lower, noun, noun + 1)]
        if not any(t.kind == "office" and t.plural and t.level in LEADING for t in titles):
            continue
        who = [i for i in parties.of([parse.head[noun]]) if parties.players[i].type == "person"]
        of = [i for i in parties.of(scene.governed(noun, "of")) if parties.players[i].type == "state"]
        if len(who) == len(of) > 1:
            for pair in zip(who, of, strict=True):
                yield scene.bond("leads", pair, scene.span(*scene.noun_phrase(noun), parse.head[noun]), about=parse.words[noun])


def _evidence(scene: Scene, mention: Mention, span: tuple[int, int]) -> tuple[int, int]:
    return scene.trim(min(mention.first, span[0]), max(mention.last, span[1]))


def _kin(scene: Scene, found: Found[Noun], who: str, span: tuple[int, int]) -> Iterator[Bond]:
    noun = found.last - 1
    whose = scene.parties.of(scene.parse.children(noun, "poss")) or scene.parties.of(scene.governed(noun, "of", "to"))
    if not whose and noun > 0:  # the possessor may hang on the name: "his younger sister Kim Yo-jong"
        first = found.first
        while first > span[0] and scene.parse.tag[first - 1][:2] in ("JJ", "RB"):
            first -= 1
        whose = next(
            (
                i
                for t in (first - 1, first - 2)
                if t >= 0 and (scene.parse.dep[t] == "poss" or scene.parse.tag[t] == "PRP$") and (i := scene.parties.at(t))
            ),
            (),
        )
    for ident in whose[:1]:
        if ident != who and scene.parties.players[ident].type == "person":
            yield scene.bond("kin_of", (who, ident), span, about=scene.text(found.first, found.last))


def _leads(scene: Scene, found: Found[Noun], who: tuple[str, tuple[int, int]], span: tuple[int, int]) -> Iterator[Bond]:
    """The head of a state, a government, a party or a body; a minister leads none of them."""
    ident, title = who
    noun = found.meanings[0]
    parse = scene.parse
    level = noun.level
    chief = parse.lower[found.last - 1] in CHIEFS and (level in LEADING | HEADING or found.last - found.first == 1)
    if noun.key in NOT_LEADING or (level not in LEADING | HEADING and not chief):
        return
    if any(parse.lower[t] in FORMER for t in (*range(title[0], found.first), *range(found.last, min(found.last + 2, title[1])))):
        return
    if level in HEADING and not parse.lower[found.last - 1].endswith(CHIEFS):
        return
    of = _of(scene, found, (ident, title), level) or (_body(scene, found, ident) if chief else None)
    if of is not None and of != ident:
        yield scene.bond("leads", (ident, of), span, about=scene.text(found.first, found.last))


def _body(scene: Scene, found: Found[Noun], who: str) -> str | None:
    """The body or people that a chief is said to lead, by "of" or as owner: "the leader of the TPLF", "Their leader", "PLO chairman"."""
    noun = found.last - 1
    ids = scene.parties.of(scene.governed(noun, "of")) or scene.parties.owner(noun)
    ids = ids or tuple(i for t in (found.first - 1,) if t >= 0 for i in scene.parties.at(t))
    if found.first and scene.parse.tag[found.first - 1] in ("NN", "NNS", "JJ") and scene.parse.dep[found.first - 1] != "poss":
        return None  # a "foreign policy chief" leads no union
    if len(ids) == 1 and scene.parties.players[ids[0]].type in BODIES:
        return ids[0]
    if (before := _theirs(scene, found)) is not None:
        return before
    office = scene.text(found.first, found.last)
    roles = scene.parties.players[who].roles
    return next((r.of for r in roles if r.basis == "text" and r.of in scene.parties.players and found_in(office, r.title)), None)


def _theirs(scene: Scene, found: Found[Noun]) -> str | None:
    """Whose an open "their" or "its" at the head of a sentence is: the subject of the sentence before, where it is many, or one body."""
    parse = scene.parse
    sentence = parse.sentence_of[found.first]
    first = parse.sentences[sentence][0]
    if sentence == 0 or found.first - first > 2 or parse.lower[first] not in ("their", "its") or scene.parties.at(first):
        return None
    low, high = parse.sentences[sentence - 1]
    root = next((t for t in range(low, high) if parse.head[t] == t), low)
    subject = parse.child(root, "nsubj", "nsubjpass")
    if subject is None or (parse.tag[subject] in ("NNS", "NNPS")) != (parse.lower[first] == "their"):
        return None
    ids = scene.parties.at(subject)
    return ids[0] if len(ids) == 1 and scene.parties.players[ids[0]].type in BODIES | {"other"} else None


def _of(scene: Scene, found: Found[Noun], person: tuple[str, tuple[int, int]], level: str) -> str | None:
    """What is led: named in the title, before or after the office; else the only state that the text's titles give the person."""
    who, title = person
    types = ("state",) if level in LEADING else ("igo", "party", "armed_group", "ngo")
    for token in (*range(found.first - 1, title[0] - 1, -1), *range(found.last, title[1])):
        for ident in scene.parties.at(token):
            if scene.parties.players[ident].type in types:
                return ident
    for ident in scene.parties.of(_after(scene, title)) if level in LEADING else ():
        if scene.parties.players[ident].type == "state":
            return ident
    if level in LEADING:
        for role in scene.parties.players[who].roles:
            if role.basis == "text" and role.of and found_in(scene.text(found.first, found.last), role.title):
                return scene.parties.states.get(role.of)
    return None


def _after(scene: Scene, title: tuple[int, int]) -> list[int]:
    """What "of" governs behind a name with its title before it: "President Alberto Fujimori of Peru"."""
    parse = scene.parse
    head = next((t for t in (title[1] - 1, parse.head[title[1] - 1]) if parse.tag[t] == "NNP" and t >= title[1]), None)
    return scene.governed(head, "of") if head is not None else []


def found_in(office: str, title: str) -> bool:
    """Whether the office is in the words of the title."""
    return office.lower() in title.lower()
