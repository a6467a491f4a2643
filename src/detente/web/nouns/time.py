"""When events are: counted by step of time and quad, and as marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from detente.store import Store
from detente.store.protocol import Day
from detente.views import steps
from detente.views.dates import day
from detente.views.dyad import Quads
from detente.views.steps import Step
from detente.web.api.asked import Stepped
from detente.web.api.shared import Bound
from detente.web.api.whole import Bar, Histogram, Story
from detente.web.nouns import marks

MOST = 200
"""Bars that a histogram shows well; a coarser step is taken where there would be more."""


def get_histogram(store: Store, asked: Stepped) -> Histogram:
    """Events by time and quad, within the days asked for."""
    return histogram(store.spread(asked.filter), asked.step, whole=bool(asked.since or asked.until))


def get_story(store: Store, asked: Stepped) -> Story:
    """The histogram of all time, and the marks of the window."""
    window = asked.filter
    anywhen = msgspec.structs.replace(window, since=None, until=None)
    spread = store.spread(anywhen)
    found, sides = marks.marks(store, window)
    parties = dict.fromkeys(p for mark in found for p in mark.parties)
    if window == anywhen or len(found) < marks.MOST:
        bound = Bound("events", len(found), sum(d.count for d in spread) if window == anywhen else len(found))
    else:
        bound = marks.bound(store, window, len(found))
    return Story(histogram(spread, asked.step), found, tuple(map(sides.side, parties)), bound)


def histogram(spread: Iterable[Day], step: Step | None = None, *, whole: bool = False) -> Histogram:
    """Bars of what begins on each day. Unless `whole`, what lies far from nearly all the rest is counted and not drawn."""
    counts: Counter[tuple[date, int, bool]] = Counter()
    undated = 0
    for one in spread:
        if found := day(one.day):
            counts[found, one.quad, one.status == "planned"] += one.count
        else:
            undated += one.count
    first, last = _reach(counts, whole)
    step = step or _fitting(first, last)
    bars: dict[date, Counter[tuple[int, bool]]] = {}
    earlier = later = 0
    for (found, quad, planned), count in sorted(counts.items()):
        if found < first:
            earlier += count
        elif found > last:
            later += count
        else:
            bars.setdefault(steps.begin(found, step), Counter())[quad, planned] += count
    made = tuple(_bar(begin, step, count) for begin, count in bars.items())
    return Histogram(step, made, counts.total() + undated, undated, earlier, later)


def _reach(counts: Counter[tuple[date, int, bool]], whole: bool) -> tuple[date, date]:
    """First and last day that are drawn: where eight events of ten are, and as long again before and after."""
    ordered: Counter[date] = Counter()
    for (found, _, _), count in counts.items():
        ordered[found] += count
    days = sorted(ordered)
    if not days:
        return date.today(), date.today()
    if whole:
        return days[0], days[-1]
    low, high = _quantile(ordered, days, 0.1), _quantile(ordered, days, 0.9)
    reach = max(high - low, timedelta(days=31))
    return max(days[0], _shifted(low, -reach)), min(days[-1], _shifted(high, reach))


def _quantile(ordered: Counter[date], days: Sequence[date], part: float) -> date:
    """The day by which such a part of all events has begun."""
    wanted, seen = part * ordered.total(), 0
    for found in days:
        seen += ordered[found]
        if seen >= wanted:
            return found
    return days[-1]


def _shifted(found: date, by: timedelta) -> date:
    """A day so much earlier or later, within the calendar."""
    return date.fromordinal(min(max(found.toordinal() + by.days, 1), date.max.toordinal()))


def _fitting(first: date, last: date) -> Step:
    days = (last - first).days + 1
    lengths = zip(steps.STEPS, (1, 7, 30, 91, 365, 3652), strict=True)
    return next((step for step, length in lengths if days <= MOST * length), "decade")


def _bar(begin: date, step: Step, count: Counter[tuple[int, bool]]) -> Bar:
    quads = Quads(*(sum(n for (quad, _), n in count.items() if quad == q) for q in (1, 2, 3, 4)))
    planned = sum(n for (_, planned), n in count.items() if planned)
    return Bar(begin.isoformat(), steps.last(begin, step).isoformat(), steps.label(begin, step), quads, planned)
