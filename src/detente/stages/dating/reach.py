"""Whose time or place an expression is: the words of the text that it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TypeAlias

import msgspec

from detente.nlp.parse import Parse

Govern: TypeAlias = Mapping[str, frozenset[str]]
NOUNISH = frozenset(("compound", "nummod", "nmod", "amod", "poss", "det"))
PARTS = frozenset("hour night morning evening afternoon dawn minute".split())
"""Of what a day is had: "in the early hours of Friday", "on the night of Tuesday"."""
MOVING = frozenset("postpone reschedule delay defer move shift push adjourn".split())
STEPS = 12
"""More heads than any sound path has."""


class Reach(msgspec.Struct, frozen=True):
    """For each token, the expressions (by index) that say its time or place; nouns and verbs alike."""

    of: Mapping[int, tuple[int, ...]]
    within: Mapping[int, int] = {}
    """For each token of an expression, its index."""
    spatial: bool = False
    """Whether the expressions are places."""

    def at(self, token: int) -> tuple[int, ...]:
        """The expressions that belong to a token."""
        return self.of.get(token, ())


class Ground(msgspec.Struct, frozen=True):
    """What anchors are found with: the parse, the triggers of deeds, and the words of `dating.tsv`."""

    parse: Parse
    triggers: Collection[int]
    govern: Govern
    into: Collection[str] = ()
    """Verbs whose object is where they take place ("visit", "shell")."""

    def is_event(self, token: int) -> bool:
        """Whether a noun is a thing with a day of its own."""
        return token in self.triggers or self.parse.lemma[token] in self.govern["event"]


def times(ground: Ground, spans: Sequence[tuple[int, int]]) -> Reach:
    """The reach of expressions of time at these token ranges."""
    return _reach(ground.parse, spans, lambda h: _time_anchors(ground, h))


def places(ground: Ground, spans: Sequence[tuple[int, int]]) -> Reach:
    """The reach of places at these token ranges."""
    return msgspec.structs.replace(_reach(ground.parse, spans, lambda h: _place_anchors(ground, h)), spatial=True)


_WRITINGS = frozenset(
    (
        "statement",
        "interview",
        "letter",
        "speech",
        "address",
        "communique",
        "communiqué",
        "report",
        "message",
        "briefing",
        "article",
        "note",
        "call",
        "broadcast",
    )
)
"""What is said in one of these is said on its day and at its place."""


def _reach(parse: Parse, spans: Sequence[tuple[int, int]], anchors: Callable[[int], list[int]]) -> Reach:
    found: dict[int, list[int]] = {}
    within: dict[int, int] = {}
    for index, (first, last) in enumerate(spans):
        within.update(dict.fromkeys(range(first, last), index))
        for anchor in anchors(span_head(parse, first, last)):
            found.setdefault(anchor, []).append(index)
    return Reach({token: tuple(of) for token, of in found.items()}, within)


def span_head(parse: Parse, first: int, last: int) -> int:
    """The token of a span whose head lies outside it."""
    for token in range(first, last):
        if not first <= parse.head[token] < last or parse.head[token] == token:
            return token
    return last - 1


def clause(parse: Parse, token: int) -> int:
    """The verb of the clause that a token stands in: itself or the nearest verb above it, else its sentence's root."""
    for _ in range(STEPS):
        if parse.tag[token][0] == "V" and parse.dep[token] not in ("aux", "auxpass", "amod", "compound"):
            return token
        if parse.head[token] == token:
            return token
        token = parse.head[token]
    return token


def _time_anchors(ground: Ground, head: int) -> list[int]:
    """A modifier belongs to its noun ("the 2015 deal"), a phrase to the event noun or clause that it modifies ("summit on April 27")."""
    parse = ground.parse
    token, link = head, ""
    if (near := _right_behind(ground, head)) is not None:
        return [near]
    for _ in range(STEPS):
        above, dep = parse.head[token], parse.dep[token]
        if above == token:
            return [token] if parse.is_verb(token) or token in ground.triggers else []
        if dep in NOUNISH and parse.is_noun(above) and token == head and not (_led(parse, head) and not ground.is_event(above)):
            return [above]
        if parse.tag[above][0] == "V":
            moved = link == "from" == parse.lower[head - 1] and parse.lemma[above] in MOVING  # "postponed from Tuesday": not then
            return [] if moved else _verb_or_noun(ground, head, clause(parse, above), link)
        if link == "of" and parse.lemma[above] in PARTS:
            link = ""
        elif parse.is_noun(above) and token > above and dep != "conj" and (link == "of" or ground.is_event(above)):
            return [above] if link == "of" else _shared(ground, above)
        if parse.tag[above] in ("IN", "TO"):
            link = parse.lower[above]
        token = above
    return []


def _right_behind(ground: Ground, head: int) -> int | None:
    """ "Its invasion of Iraq in 2003": a year behind a deed's noun and its "of" is that noun's, though the parser hangs it elsewhere."""
    parse = ground.parse
    if parse.tag[head] != "CD" or len(parse.words[head]) != 4 or parse.lower[head - 1] != "in":
        return None
    of = next((t for t in range(head - 2, max(head - 6, 0), -1) if parse.lower[t] == "of"), None)
    noun = parse.head[of] if of is not None else head
    whole = noun in ground.triggers and parse.is_noun(noun) and parse.right[noun] == head - 1
    return noun if whole and not parse.is_verb(parse.head[head - 1]) else None


def _led(parse: Parse, head: int) -> bool:
    """ "On Friday Recep Tayyip Erdogan": a preposition before the day shows that it is no part of the name."""
    return head > 0 and parse.lower[head - 1] in ("on", "in", "since", "by", "until", "at")


def _verb_or_noun(ground: Ground, head: int, verb: int, link: str) -> list[int]:
    """A phrase right behind an event noun's own words is the noun's, where the verb tells no deed ("its invasion of Iraq in 2003")."""
    parse = ground.parse
    start = head - 1 if link and parse.lower[head - 1] == link else head
    if (noun := _after_which(ground, verb, start)) is not None:
        return [noun]
    if verb in ground.triggers or not link:
        return [verb]
    for noun in (start - 1, *parse.ancestors(start - 1)):
        if noun in ground.triggers and parse.is_noun(noun) and parse.right[noun] >= start > noun >= start - 6:
            return [verb, noun]
        if parse.is_verb(noun):
            break
    return [verb]


def _after_which(ground: Ground, verb: int, start: int) -> int | None:
    """ "were killed after an election in December": a month or year right behind the event which the clause counts from is the event's."""
    parse = ground.parse
    if start + 2 > len(parse) or parse.lower[start] != "in" or parse.tag[start + 1] not in ("NNP", "CD"):
        return None
    for prep in parse.kids[verb]:
        noun = parse.child(prep, "pobj") if parse.dep[prep] == "prep" and parse.lower[prep] == "after" else None
        if noun is not None and parse.right[noun] == start and parse.lemma[noun] in ground.govern["event"]:
            return noun
    return None


def _shared(ground: Ground, noun: int) -> list[int]:
    """A phrase behind an event noun: the noun's, and its verb's too where that is done then and there ("signed an accord in Jeddah")."""
    parse = ground.parse
    token = noun
    for _ in range(4):
        above, dep = parse.head[token], parse.dep[token]
        if above == token or dep not in ("dobj", "pobj", "prep", "attr", "conj", "appos"):
            return [noun]
        if parse.tag[above][0] == "V" and dep == "prep" and token == parse.head[noun] and parse.lemma[noun] in _WRITINGS:
            return [noun, above]
        if parse.tag[above][0] == "V":
            done = parse.lemma[above] not in ground.govern["mental"] and above in ground.triggers
            return [noun, above] if done and (noun not in ground.triggers or parse.lemma[above] in ground.govern["happen"]) else [noun]
        if dep == "prep" and parse.lower[token] in ("of", "about", "after", "before", "since", "for", "on", "despite"):
            return [noun]
        token = above
    return [noun]


def _place_anchors(ground: Ground, head: int) -> list[int]:
    """A place belongs to the verb or event noun that its phrase modifies; through "the city of" and objects it climbs on."""
    parse = ground.parse
    token, link = head, ""
    for _ in range(STEPS):
        above, dep = parse.head[token], parse.dep[token]
        if above == token:
            return [token] if token in ground.triggers else []
        if parse.tag[above][0] == "V":
            return _of_verb(ground, token, clause(parse, above), link)
        if parse.is_noun(above):
            if dep in NOUNISH and token == head:
                return _modified(ground, above)
            if dep != "conj" and ground.is_event(above):
                return _shared(ground, above) if link != "of" else [above]
            if dep != "conj" and not _passes(ground, above, link):
                return []
        elif parse.tag[above] in ("IN", "TO", "RP"):
            link = parse.lower[above]
        token = above
    return []


def _of_verb(ground: Ground, token: int, verb: int, link: str) -> list[int]:
    parse = ground.parse
    if not link and parse.dep[token] in ("nsubj", "poss", "agent", "dobj", "nsubjpass", "attr", "dative"):
        named = parse.dep[token] in ("dobj", "nsubjpass") and parse.lemma[verb] in ground.into
        return [verb] if named else []
    if link in ("to", "into") and parse.lemma[verb] in ("invite", "summon", "ask", "order", "urge", "threaten", "recall"):
        return []
    return [verb]


def _modified(ground: Ground, noun: int) -> list[int]:
    """ "the Beijing summit"; "at Moscow airport": the noun's own phrase goes on to the verb."""
    parse = ground.parse
    if ground.is_event(noun):
        return [noun]
    above = parse.head[noun]
    inside = parse.dep[noun] == "pobj" and parse.lower[above] in ("in", "at", "near", "outside", "to", "from", "on", "across", "into")
    return [clause(parse, above)] if inside and parse.lemma[noun] in ground.govern["carrier"] else []


def _passes(ground: Ground, noun: int, link: str) -> bool:
    """Whether a place in a noun's phrase is also where the noun's clause takes place."""
    parse = ground.parse
    dep, above = parse.dep[noun], parse.head[noun]
    if parse.lemma[noun] in ground.govern["carrier"] and (
        dep in ("appos", "conj") or (dep == "pobj" and parse.lower[above] != "by") or parse.lemma[above] in ground.into
    ):
        return True
    if link == "of":
        return parse.lower[noun] in ("number", "dozens", "hundreds", "thousands", "series", "group", "part", "parts", "scores", *_STEPS)
    if link not in ("in", "at", "near", "outside", "on", "into", "across", "inside", "over"):
        return False
    if dep == "pobj" and parse.lemma[noun] in _AFAR:
        return False
    if dep == "pobj":
        return parse.lower[above] in ("in", "at", "near", "on", "outside", "inside", "into", "during", "of", "against", "with")
    if dep == "nsubj":
        return parse.tag[noun] == "NNPS" or parse.lemma[noun] in ground.govern["crowd"] | _SEATS
    calm = parse.lemma[above] not in ground.govern["speech"] | ground.govern["mental"] | _GIVING
    return dep in ("nsubjpass", "appos", "conj", "npadvmod") or (dep == "dobj" and calm)


_GIVING = frozenset(("promise", "offer", "give", "lease", "grant", "award", "pledge", "guarantee", "deny", "sell", "want", "need"))
_STEPS = ("steps", "gates", "lawn", "grounds", "gardens", "entrance", "courtyard")
_SEATS = frozenset(("court", "tribunal", "jury", "judge", "parliament", "assembly"))
"""Bodies that act where they sit."""
_AFAR = frozenset(
    ("ally", "partner", "counterpart", "proxy", "friend", "official", "diplomat", "leader", "government", "supporter", "interest")
)
"""People whose home is not where something is done to or for them."""
