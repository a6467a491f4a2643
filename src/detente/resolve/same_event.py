"""Whether two tellings are of one real-world event: what must not differ, and what together is enough."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec
from rapidfuzz import fuzz

from detente.records import Event, Figure
from detente.resolve import facets
from detente.resolve.facets import NOTHING, Facet
from detente.resolve.keys import GROUPS
from detente.resolve.people import settled
from detente.resolve.telling import FINE, VERBAL, Telling, heir
from detente.resolve.wordings import fold, ratifies, shown

SAME_WORDS = 92  # of 100: evidence that one article carries over from another
_SAME = "the same words"
_CODE = re.compile(r"\b[A-Z]{3}\b")
ENOUGH: Mapping[str, float] = {"meeting": 4.2, "paper": 4.6, "words": 5.0, "deed": 4.9}
"""What the details must add up to, by what kind of act it is; set on the open half of `eval/same_event.jsonl`."""
_HARD = frozenset(("ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "SANCTION"))
"""Acts of which there may be several on one day in several places."""

_VICTIMS = frozenset(("ASSAULT", "PROTEST", "COERCE"))
"""Acts whose numbers are counted anew each day."""
_QUIET = frozenset(("CONCEDE", "RETREAT", "AID"))
"""Acts of which two states do one on a day: who and the day are enough where no numbers differ."""
_CLAIMED = frozenset(("ASSAULT", "COERCE"))
_MOVING = frozenset(("RETREAT", "MOBILIZE"))
_MARKS = frozenset(("decorating", "praise", "recognition"))
"""Kinds of support that are told apart by their words."""


class Likeness(msgspec.Struct, frozen=True):
    """Whether two tellings are one event, how surely, and why (or why not)."""

    same: bool
    score: float
    reason: str
    apart: bool = False


def alike(a: Telling, b: Telling) -> Likeness:
    """Two tellings compared."""
    a, b = settled(a, b), settled(b, a)
    family = _family(a, b)
    if family is None:
        return Likeness(False, 0.0, f"{a.event.code} and {b.event.code} are two kinds of act", apart=True)
    found: list[Facet] = []
    for facet in _compared(a, b, family):
        if facet.apart:
            return Likeness(False, 0.0, facet.words, apart=True)
        found.append(facet)
    if _gap(a, b) and facets.words(a, b).weight < 0.5 and _figures(a, b).weight <= 0:
        return Likeness(False, 0.0, "the days do not meet, and the words are others")
    score = sum(f.weight for f in found)
    if score < ENOUGH[family] or not _content(a, b, family):
        return Likeness(False, score, "; ".join(f.words for f in found if f.words))
    return Likeness(True, score, _because(a, b, [f.words for f in found if f.words and f.weight > 0]))


def _because(a: Telling, b: Telling, details: Sequence[str]) -> str:
    """Why two tellings are one, for a person: countries by their names, and the words that are alike."""
    states = a.states | b.states
    said = [_CODE.sub(lambda m: states.get(m[0], m[0]), d) for d in details]
    ours, theirs = shown(a.said, a.stems & b.stems), shown(b.said, a.stems & b.stems)
    if ours and _SAME not in said:
        said.append(f"both say {ours}" if fold(ours) == fold(theirs) else f"“{ours}” is like “{theirs}”")
    return "; ".join(said)


def _gap(a: Telling, b: Telling) -> bool:
    """Whether the days do not meet."""
    return bool(a.span and b.span and (a.span.first > b.span.last or b.span.first > a.span.last))


def _family(a: Telling, b: Telling) -> str | None:
    """How an act is judged; None where two acts cannot be one."""
    if not set(GROUPS[a.event.code]) & set(GROUPS[b.event.code]):
        return None
    if a.event.code == b.event.code == "CONSULT":
        return "meeting"
    if a.signs or b.signs or "d" in set(GROUPS[a.event.code]) & set(GROUPS[b.event.code]):
        return "paper"
    return "words" if {a.event.code, b.event.code} <= VERBAL else "deed"


def _compared(a: Telling, b: Telling, family: str) -> Iterator[Facet]:
    """Every detail, those that rule out one event first."""
    yield _time(a, b)
    yield _counted(a, b)
    yield _parties(a, b)
    yield _kind(a, b, family)
    yield _level(a, b)
    yield _topic(a, b, family)
    yield _place(a, b, family)
    yield _words(a, b)
    yield _figures(a, b)
    yield _code(a.event, b.event)


def _parties(a: Telling, b: Telling) -> Facet:
    """As told; an attack of one day on the same in one town is one, whomever either takes for the attacker."""
    found = facets.parties(a, b)
    if not found.apart or {a.event.code, b.event.code} - _CLAIMED or not (_told_day(a, b) and a.all.seats and b.all.seats):
        return found
    placed = facets.place(a.event.where, b.event.where).weight > 1
    told = facets.words(a, b).weight >= 0.5 or _figures(a, b).weight > 0
    if placed and told and _struck(a, b) and not facets.clash(a.recipients, b.recipients):
        return Facet(1.0, "the same target")
    return found


def _struck(a: Telling, b: Telling) -> bool:
    """Whether the same was attacked: one target, or where none is read two words of what happened."""
    sides = [t.recipients.seats or t.recipients.soft for t in (a, b)]
    if not any(sides):
        return len(a.stems & b.stems) >= 2
    return bool(a.recipients.seats & b.recipients.seats or a.recipients.soft & b.recipients.soft)


def _level(a: Telling, b: Telling) -> Facet:
    """Presidents met, and officials met: two meetings, unless somebody was at both."""
    if not a.levels or not b.levels or a.levels & b.levels or facets.people(a.all, b.all):
        return NOTHING
    return Facet(0.0, f"{', '.join(sorted(a.levels))} and {', '.join(sorted(b.levels))}", apart=True)


def _topic(a: Telling, b: Telling, family: str) -> Facet:
    """Two papers of one day have two subjects; talks of two subjects may be one meeting of which each paper tells its part."""
    if not a.topics or not b.topics or a.topics & b.topics or ("CONSULT" in (a.event.code, b.event.code) and family == "paper"):
        return NOTHING
    return Facet(-1.5 if family == "meeting" else 0.0, "two subjects", apart=family == "paper")


def _time(a: Telling, b: Telling) -> Facet:
    found = facets.time(a.span, b.span)
    open_ones = [t for t in (a, b) if t.event.factuality in ("planned", "possible")]
    if len(open_ones) == 1 and not (a.span and b.span and a.span.told and b.span.told):
        return msgspec.structs.replace(found, weight=found.weight - 1.0)
    return found


def _kind(a: Telling, b: Telling, family: str) -> Facet:
    """A call is no meeting, a ratification no signing, praise no decoration."""
    if family == "paper" and ratifies(a.words) != ratifies(b.words) and a.event.code == b.event.code:
        return Facet(0.0, "one ratifies", apart=True)
    ours, theirs = a.kinds, b.kinds
    if family == "meeting":
        return _occasion(a, b)
    if a.event.code == b.event.code == "SUPPORT":
        mine, yours = (ours & _MARKS) | _signed(a), (theirs & _MARKS) | _signed(b)
        if mine and yours and not mine & yours:
            return Facet(0.0, f"{', '.join(sorted(mine))} and {', '.join(sorted(yours))} are two acts", apart=True)
        shown = sorted(mine & yours & _MARKS)
        return Facet(0.8, f"both tell of {shown[0]}") if shown else NOTHING
    return NOTHING


def _occasion(a: Telling, b: Telling) -> Facet:
    """A call and a meeting are two; a banquet is one of its own where one article tells both, and else speaks against it."""
    if ("call" in a.kinds) != ("call" in b.kinds) and _face(a, b):
        return Facet(0.0, "a call and a meeting", apart=True)
    if ("meal" in a.kinds) != ("meal" in b.kinds):
        return Facet(-0.8, "a meal and a meeting", apart=a.event.article == b.event.article)
    return NOTHING


def _face(a: Telling, b: Telling) -> bool:
    other = b if "call" in a.kinds else a
    return other.event.where is not None or "call" not in other.words.casefold()


def _signed(telling: Telling) -> set[str]:
    return {"signing"} if telling.signs else set()


def _counted(a: Telling, b: Telling) -> Facet:
    """ "The second round" and "the third round"."""
    ours, theirs = dict(a.ordinals), dict(b.ordinals)
    for what in sorted(ours.keys() & theirs.keys()):
        if ours[what] != theirs[what]:
            return Facet(0.0, f"{what} {ours[what]} and {what} {theirs[what]}", apart=True)
        return Facet(0.8, f"both call it number {ours[what]}")
    return NOTHING


def _place(a: Telling, b: Telling, family: str) -> Facet:
    """Two places on one day rule out one attack; of one meeting of the same two men they are a mistake of one paper."""
    found = facets.place(a.event.where, b.event.where)
    if not found.apart:
        return found
    if _moves(a, b):
        return NOTHING
    fine = a.span and b.span and a.span.told and b.span.told and max(a.span.days, b.span.days) <= 2 and a.span.first == b.span.first
    forgiven = family in ("meeting", "paper") and fine and len(facets.people(a.all, b.all)) >= 2
    return msgspec.structs.replace(found, weight=-0.5, apart=False) if forgiven else found


def _moves(a: Telling, b: Telling) -> bool:
    """Who withdraws or is sent away leaves one of the countries for the other: an article names either."""
    if a.event.where is None or b.event.where is None or {a.event.code, b.event.code} - _MOVING:
        return False
    ends = {heir(w.country) for w in (a.event.where, b.event.where) if w.country}
    return len(ends) == 2 and ends <= (a.all.seats | b.all.seats)


def _same_people(a: Telling, b: Telling) -> bool:
    return len(facets.people(a.all, b.all)) >= 2


def _words(a: Telling, b: Telling) -> Facet:
    found = facets.words(a, b)
    if fuzz.ratio(a.words.casefold(), b.words.casefold()) >= SAME_WORDS:
        return Facet(3.5, _SAME)
    named = a.pact & b.pact
    return Facet(2.4 * found.weight + (1.5 if named else 0.0), f"both name the {sorted(named)[0]}" if named else "")


def _figures(a: Telling, b: Telling) -> Facet:
    """The same number of the same; other numbers of what can be counted beforehand speak against it, those of victims do not."""
    pairs = [(x, y) for x in a.event.figures for y in b.event.figures]
    for x, y in pairs:
        if meets(x, y):
            return Facet(1.0, f"{x.quantity:g} {x.what} in both")
    return Facet(-1.0, "other numbers") if pairs and not {a.event.code, b.event.code} & _VICTIMS else NOTHING


def meets(x: Figure, y: Figure) -> bool:
    """Whether two figures can be one number."""
    low, high = (x.low if x.low is not None else x.quantity), (x.high if x.high is not None else x.quantity)
    return low <= (y.high if y.high is not None else y.quantity) and (y.low if y.low is not None else y.quantity) <= high


def _code(a: Event, b: Event) -> Facet:
    if a.code != b.code:
        return Facet(-0.3, "")
    return Facet(0.8 if a.mode and a.mode == b.mode else 0.5, "")


def _content(a: Telling, b: Telling, family: str) -> bool:
    """What an act must have in common beyond who, when and where, or it may be another of the same day."""
    if family == "words":
        return len(a.stems & b.stems) >= (1 if _one_target(a, b) else 2) or (_says(a, b) and facets.parties(a, b).weight >= 1.5)
    if family == "paper" and "CONSULT" in (a.event.code, b.event.code) and not ((a.paper or a.signs) and (b.paper or b.signs)):
        return False
    if family == "paper":
        return _one_paper(a, b) or _says(a, b) or bool(a.pact & b.pact) or _kind(a, b, family).weight > 0
    told = facets.words(a, b).weight >= 0.2 or _figures(a, b).weight > 0
    if family == "deed" and (a.event.code != b.event.code or a.event.code in _HARD):
        placed = facets.place(a.event.where, b.event.where).weight
        manner = a.event.code != "ASSAULT" and bool(a.event.mode) and a.event.mode == b.event.mode
        return told or placed >= (0.5 if manner else 0.7)
    quiet = a.event.code in _QUIET and _told_day(a, b) and facets.parties(a, b).weight >= 1.5
    return family != "deed" or bool(a.stems & b.stems) or told or quiet


def _one_target(a: Telling, b: Telling) -> bool:
    """One person to whom it is said: nobody says two things to one envoy on a day."""
    return any(a.recipients.people.get(s, frozenset()) & b.recipients.people.get(s, frozenset()) for s in a.recipients.seats)


def _one_paper(a: Telling, b: Telling) -> bool:
    """Both sign; one signs what the other calls a paper, or agrees to in words of the same; or one town and words of the same.

    A meeting at which something is signed is another act, unless it is told as the signing.
    """
    if a.signs and b.signs:
        return True
    other = b if a.signs else a
    if (a.signs or b.signs) and _told_day(a, b) and (other.paper or (a.stems & b.stems and "CONSULT" not in (a.event.code, b.event.code))):
        return True
    return facets.place(a.event.where, b.event.where).weight > 1 and bool(a.stems & b.stems)


def _says(a: Telling, b: Telling) -> bool:
    """Two words of one content, or half of what the shorter says: "border" alone is in many promises."""
    common = a.stems & b.stems
    return len(common) >= 2 or 2 * len(common) >= max(1, min(len(a.stems), len(b.stems)))


def _told_day(a: Telling, b: Telling) -> bool:
    return bool(a.span and b.span and a.span.told and b.span.told and max(a.span.days, b.span.days) <= FINE)


def excluded(a: Telling, b: Telling) -> bool:
    """Whether two tellings cannot be one event, however many others join them: other days, other people, another round."""
    a, b = settled(a, b), settled(b, a)
    if (a.span and b.span and a.span.told and b.span.told) and facets.time(a.span, b.span).apart:
        return True
    return _counted(a, b).apart or _parties(a, b).apart or _kind(a, b, _family(a, b) or "").apart
