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
        span = mention.title or ((mention.first, mention.last) if mention.form == "nominal" else None)
        who = scene.parties.cast.heads.get(mention.head, ())
        if span is None or len(who) != 1 or scene.parties.players[who[0]].type != "person":
            continue
        for found in gazetteer.titles.nouns_in(scene.parse.lower, *span):
            noun = found.meanings[0]
            if noun.kind == "kin" and not noun.plural:
                yield from _kin(scene, found, who[0], _evidence(scene, mention, span))
            elif noun.kind == "office" and not noun.plural and mention.title:
                yield from _leads(scene, found, (who[0], span), _evidence(scene, mention, span))


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
    if noun.key in NOT_LEADING or level not in LEADING | HEADING:
        return
    if any(parse.lower[t] in FORMER for t in (*range(title[0], found.first), *range(found.last, min(found.last + 2, title[1])))):
        return
    if level in HEADING and not parse.lower[found.last - 1].endswith(CHIEFS):
        return
    of = _of(scene, found, (ident, title), level)
    if of is not None and of != ident:
        yield scene.bond("leads", (ident, of), span, about=scene.text(found.first, found.last))


def _of(scene: Scene, found: Found[Noun], person: tuple[str, tuple[int, int]], level: str) -> str | None:
    """What is led: named in the title, before or after the office; else the only state that the text's titles give the person."""
    who, title = person
    types = ("state",) if level in LEADING else ("igo", "party", "armed_group", "ngo")
    for token in (*range(found.first - 1, title[0] - 1, -1), *range(found.last, title[1])):
        for ident in scene.parties.at(token):
            if scene.parties.players[ident].type in types:
                return ident
    if level in LEADING:
        for role in scene.parties.players[who].roles:
            if role.basis == "text" and role.of and found_in(scene.text(found.first, found.last), role.title):
                return scene.parties.states.get(role.of)
    return None


def found_in(office: str, title: str) -> bool:
    """Whether the office is in the words of the title."""
    return office.lower() in title.lower()
