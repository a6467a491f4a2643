"""What passed between two parties, step by step of time: how much was written of them, and what of it.

Nothing reported between two who were written about is zero; where nobody wrote about the pair, nothing is known, which is null.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeAlias

import msgspec

from detente.corpus import Corpus, Filter
from detente.errors import InputError
from detente.views import steps
from detente.views.dates import day
from detente.views.entries import Book, Entry
from detente.views.moments import NEWS
from detente.views.network import mean
from detente.views.sides import Meant, Side, Sides
from detente.views.steps import Step
from detente.views.timeline import closely, days

_Window: TypeAlias = tuple[date, date] | None


class Quads(msgspec.Struct, frozen=True):
    """Events by PLOVER's quads: verbal and material cooperation, verbal and material conflict."""

    verbal_cooperation: int
    material_cooperation: int
    verbal_conflict: int
    material_conflict: int


class Point(msgspec.Struct, frozen=True):
    """One step of time. `intensity` is the sum of PLOVER's scores of its events, `mean` their mean.

    `articles` published in the step name either party, `both` both; `outlets` published them. Not `covered`: none of them names both
    and no text tells an event of the pair in it, so that nothing is known: `events`, `quads` and `intensity` are null. Covered without
    an event: zero. `mean` is null wherever there is no event. `undated` events have no day in any text and stand in the step in which
    the article that tells them first was published; they are in no other number.
    """

    start: str
    end: str
    label: str
    covered: bool
    articles: int
    both: int
    outlets: int
    events: int | None
    undated: int
    quads: Quads | None
    intensity: float | None
    mean: float | None
    entries: tuple[str, ...]


class Dyad(msgspec.Struct, frozen=True):
    """The series of two parties. `directed`: only what goes from `a` to `b`, mutual acts included.

    Counted is what is reported as happened, at its own time, unless a status is asked for. Apart stand the numbers of what is told and
    has no place in the series: `wider` is dated less closely than the step, `undated` not at all, `outside` before or after it; and of
    `ahead`, which is planned.
    """

    a: Side
    b: Side
    directed: bool
    step: Step
    points: tuple[Point, ...]
    events: int
    wider: int
    undated: int
    outside: int
    ahead: int
    entries: tuple[Entry, ...]


class Asked(msgspec.Struct, frozen=True):
    """Between whom, by which steps, and whether only from the first to the second."""

    a: str
    b: str
    step: Step = "week"
    directed: bool = False


def make(corpus: Corpus, asked: Filter, sides: Sides, pair: Asked) -> Dyad:
    """The series of a pair. Raises InputError where one of them is nobody of these articles, or both are the same."""
    a, b = sides.meant(pair.a), sides.meant(pair.b)
    if a.ids & b.ids:
        raise InputError(f"{pair.a!r} and {pair.b!r} are the same: {a.side.name}")
    asked = _whole(asked, pair.step)
    told = [e for e in _told(corpus, sides, asked, (a, b)) if _between(e, a, b, pair.directed)]
    counted = [e for e in told if asked.status or e.status == "actual"]
    dated = [e for e in counted if e.span]
    near = [e for e in dated if closely(e, pair.step)]
    undated = [published for e in counted if not e.span and (published := day(corpus.articles[e.first].published))]
    coverage = _coverage(corpus, sides, asked, a, b)
    series = _Series(pair.step, coverage, near, undated)
    points = tuple(series.points(_window(coverage, near, asked)))
    inside = {i for p in points for i in p.entries}
    return Dyad(
        a=a.side,
        b=b.side,
        directed=pair.directed,
        step=pair.step,
        points=points,
        events=len(inside),
        wider=len(dated) - len(near),
        undated=len(counted) - len(dated),
        outside=len(near) - len(inside),
        ahead=sum(e.status == "planned" for e in told) if not asked.status else 0,
        entries=tuple(told),
    )


def _whole(asked: Filter, step: Step) -> Filter:
    """Whole steps: a week of which three days are asked for would be a lesser week."""
    since, until = day(asked.since), day(asked.until)
    first = steps.begin(since, step).isoformat() if since else None
    final = steps.last(steps.begin(until, step), step).isoformat() if until else None
    return msgspec.structs.replace(asked, since=first, until=final)


def _told(corpus: Corpus, sides: Sides, asked: Filter, pair: tuple[Meant, Meant]) -> Iterable[Entry]:
    """What is told of two in the days that are asked for; what has no day is of the day on which it was published first."""
    theirs = msgspec.structs.replace(asked, since=None, until=None, actors=(*asked.actors, *(p.side.id for p in pair)))
    for entry in Book(corpus, sides).told(theirs):
        published = (corpus.articles[entry.first].published or "")[:10]
        first, final = entry.span or (published, published)
        if first <= (asked.until or first) and final >= (asked.since or final):
            yield entry


def _between(entry: Entry, a: Meant, b: Meant, directed: bool) -> bool:
    for one, other in entry.pairs():
        if (one in a.ids and other in b.ids) or ((entry.mutual or not directed) and one in b.ids and other in a.ids):
            return True
    return False


class _Named(msgspec.Struct, frozen=True):
    """An article that names one of two parties or both, and its day."""

    day: date
    outlet: str
    both: bool


def _coverage(corpus: Corpus, sides: Sides, asked: Filter, a: Meant, b: Meant) -> list[_Named]:
    """Articles with a day that name either party, narrowed by outlet, words and day of publication like the events."""
    named: dict[str, set[bool]] = {}
    for article, actor in corpus.actors:
        side = sides.of(article, actor)
        if side in a.ids or side in b.ids:
            named.setdefault(article, set()).add(side in a.ids)
    found, fits = [], corpus.fitting(asked)
    for ident, said in named.items():
        written = corpus.articles[ident]
        published = day(written.published)
        if published and ident in fits:
            found.append(_Named(published, written.outlet or corpus.original(ident), len(said) == 2))
    return found


class _Series:
    """What is held of each step: articles, dated events, and how many without a day were told first then."""

    def __init__(self, step: Step, coverage: Iterable[_Named], entries: Iterable[Entry], undated: Iterable[date]) -> None:
        self.step = step
        self.entries: dict[date, list[Entry]] = {}
        for entry in entries:
            if first := closely(entry, step):
                self.entries.setdefault(first, []).append(entry)
        self.written: dict[date, list[_Named]] = {}
        for one in coverage:
            self.written.setdefault(steps.begin(one.day, step), []).append(one)
        self.undated = Counter(steps.begin(published, step) for published in undated)

    def points(self, window: _Window) -> Iterable[Point]:
        return map(self.point, steps.run(*window, self.step)) if window else ()

    def point(self, first: date) -> Point:
        entries, written, undated = self.entries.get(first, ()), self.written.get(first, ()), self.undated[first]
        both = sum(w.both for w in written)
        covered = bool(both or entries or undated)
        return Point(
            start=first.isoformat(),
            end=steps.last(first, self.step).isoformat(),
            label=steps.label(first, self.step),
            covered=covered,
            articles=len(written),
            both=both,
            outlets=len({w.outlet for w in written}),
            events=len(entries) if covered else None,
            undated=undated,
            quads=Quads(*(sum(e.quad == q for e in entries) for q in (1, 2, 3, 4))) if covered else None,
            intensity=round(sum((e.intensity for e in entries), 0.0), 2) if covered else None,
            mean=mean(e.intensity for e in entries) if entries else None,
            entries=tuple(e.id for e in entries),
        )


def _window(coverage: Sequence[_Named], entries: Iterable[Entry], asked: Filter) -> _Window:
    """Unless days are asked for: from the first to the last day on which somebody wrote of either, with the news told then."""
    written = [w.day for w in coverage]
    if not written:
        return None
    told = [span[0] for e in entries if (span := days(e))]
    news = [d for d in told if min(written) - NEWS <= d <= max(written)]
    return day(asked.since) or min(written + news), day(asked.until) or max(written)
