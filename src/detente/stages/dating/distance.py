"""Deeds told by their distance from one another: "two days after he signed", "hours before the vote", "the day before they met"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

import msgspec
from msgspec.structs import replace

from detente.nlp.parse import Parse
from detente.reading import Timex
from detente.stages.dating.reach import Reach, clause

_UNITS = {"day": 1, "week": 7, "fortnight": 14, "hour": 0, "minute": 0, "moment": 0}
"""Days in a unit; what is less than a day ends on the same one."""


class Distance(msgspec.Struct, frozen=True):
    """`outer` took place `days` after `inner` (before it: negative; None: it is not said how many). Tokens; `first` to `last` say it."""

    first: int
    last: int
    outer: int
    inner: int
    days: int | None


def distances(parse: Parse, times: Sequence[Timex]) -> Iterator[Distance]:
    """All of them, in text order."""
    lengths = {t.last: t for t in times if t.type == "duration"}
    for link, word in enumerate(parse.lower):
        if word in ("after", "before") and link and (unit := parse.lemma[link - 1]) in _UNITS and (ends := _ends(parse, link)):
            length = lengths.get(link)
            first = length.first if length else link - 1 - (parse.lower[link - 2 : link - 1] == ("the",))
            count = _count(parse, length, link - 1)
            days = 0 if _UNITS[unit] == 0 else None if count is None else count * (1 if word == "after" else -1) * _UNITS[unit]
            yield Distance(first, link + 1, *ends, days)


def _count(parse: Parse, length: Timex | None, unit: int) -> int | None:
    """How many units: of "two days" 2, of "the day" 1, of "days" unknown."""
    number = "".join(c for c in (length.value or "") if c.isdecimal()) if length else ""
    if number and length and length.value and length.value[-1] in "DW":
        return int(number) if length.value[-1] == "D" or parse.lemma[unit] == "week" else int(number) // 2
    return 1 if parse.tag[unit] == "NN" else None


def _ends(parse: Parse, link: int) -> tuple[int, int] | None:
    """The verb that the phrase modifies, and the verb or noun that it counts from."""
    above = parse.head[link]
    if parse.dep[link] == "mark":
        outer = clause(parse, parse.head[above])
        return (outer, above) if parse.dep[above] != "ROOT" and outer != above and parse.is_verb(outer) else None
    inner = parse.child(link, "pobj", "pcomp")
    outer = clause(parse, above)
    return (outer, inner) if inner is not None and outer != inner and parse.is_verb(outer) else None


def extend(parse: Parse, dated: list[Timex], reach: Reach, found: Sequence[Distance]) -> Reach:
    """`dated` grows by what the distances give; the reach with it: each undated end takes its day from the other end."""
    of: dict[int, tuple[int, ...]] = dict(reach.of)
    for distance in found:
        for given, asked, sign in ((distance.inner, distance.outer, 1), (distance.outer, distance.inner, -1)):
            anchor = _anchor(dated, of, given) or (_told_before(parse, dated, of, given) if given == distance.inner else None)
            if anchor is None or of.get(asked) or distance.days is None:
                continue
            dated.append(_moved(anchor, distance, sign))
            of[asked] = (len(dated) - 1,)
            break
    return replace(reach, of=of)


def _anchor(dated: Sequence[Timex], of: Mapping[int, tuple[int, ...]], token: int) -> Timex | None:
    days = [dated[i] for i in of.get(token, ()) if dated[i].start and dated[i].end]
    return min(days, key=lambda t: t.precision != "day", default=None)


def _told_before(parse: Parse, dated: Sequence[Timex], of: Mapping[int, tuple[int, ...]], noun: int) -> Timex | None:
    """The time that the text gave to the event which "the test", "that meeting" names again."""
    if not any(parse.lower[k] in ("the", "that", "this") for k in parse.kids[noun]):
        return None
    for token in range(noun - 1, max(noun - FAR, -1), -1):
        if parse.lemma[token] == parse.lemma[noun] and parse.is_noun(token):
            verb = parse.head[token] if parse.dep[token] in ("dobj", "nsubj", "nsubjpass") else token
            if anchor := _anchor(dated, of, token) or _anchor(dated, of, verb):
                return anchor
    return None


FAR = 200
"""Tokens back to which such a noun may point."""


def _moved(anchor: Timex, distance: Distance, sign: int) -> Timex:
    """The anchor's days, moved; of an anchor coarser than a day no more is known than itself."""
    step = timedelta((distance.days or 0) * sign if anchor.precision == "day" else 0)
    start, end = (str(date.fromisoformat(str(d)) + step) for d in (anchor.start, anchor.end))
    return Timex(distance.first, distance.last, "date", None, start, end, anchor.precision, "relative")


def barred(parse: Parse, times: Sequence[Timex], found: Sequence[Distance]) -> frozenset[int]:
    """Verbs with a time of their own that gives no day: lasting for days ("for years"), again and again, or counted from the undated.

    They are no part of another deed's day. What lasts for hours may be.
    """
    vague = [t for t in times if not (t.start or t.end) and t.type in ("duration", "set") and not (t.value or "").startswith("PT")]
    own = {clause(parse, parse.head[t.last - 1]) for t in vague if parse.dep[t.last - 1] in ("pobj", "npadvmod")}
    return frozenset(own | {d.outer for d in found})
