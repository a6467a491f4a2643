"""What passed between two parties, step by step of time: how much was written of them, and what of it.

Nothing reported between two who were written about is zero; where nobody wrote about the pair, nothing is known, which is null.
"""

from __future__ import annotations

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
from detente.views.timeline import days

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
    an event: zero. `mean` is null wherever there is no event.
    """

    start: str
    end: str
    label: str
    covered: bool
    articles: int
    both: int
    outlets: int
    events: int | None
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
    theirs = msgspec.structs.replace(asked, actors=(*asked.actors, a.side.id, b.side.id))
    told = [e for e in Book(corpus, sides).told(theirs) if _between(e, a, b, pair.directed)]
    counted = [e for e in told if asked.status or e.status == "actual"]
    dated = [e for e in counted if e.span]
    near = [e for e in dated if _step(e, pair.step)]
    coverage = _coverage(corpus, sides, asked, a, b)
    points = tuple(_points(coverage, near, pair.step, _window(coverage, near, asked)))
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


def _between(entry: Entry, a: Meant, b: Meant, directed: bool) -> bool:
    for one, other in entry.pairs():
        if (one in a.ids and other in b.ids) or ((entry.mutual or not directed) and one in b.ids and other in a.ids):
            return True
    return False


def _step(entry: Entry, step: Step) -> date | None:
    """The step in which an event begins, if it is no longer than a step."""
    span = days(entry)
    if span is None:
        return None
    first = steps.begin(span[0], step)
    return first if (span[1] - span[0]) < steps.following(first, step) - first else None


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
    found = []
    for ident, said in named.items():
        written = corpus.articles[ident]
        published = day(written.published)
        if published and corpus.wants(asked, written):
            found.append(_Named(published, written.outlet or corpus.original(ident), len(said) == 2))
    return found


def _points(coverage: Sequence[_Named], entries: Iterable[Entry], step: Step, window: _Window) -> Iterable[Point]:
    held: dict[date, list[Entry]] = {}
    for entry in entries:
        if first := _step(entry, step):
            held.setdefault(first, []).append(entry)
    written: dict[date, list[_Named]] = {}
    for one in coverage:
        written.setdefault(steps.begin(one.day, step), []).append(one)
    for first in steps.run(*window, step) if window else ():
        yield _point(first, step, held.get(first, ()), written.get(first, ()))


def _window(coverage: Sequence[_Named], entries: Iterable[Entry], asked: Filter) -> _Window:
    """Unless days are asked for: from the first to the last day on which somebody wrote of either, with the news told then."""
    written = [w.day for w in coverage]
    if not written:
        return None
    told = [span[0] for e in entries if (span := days(e))]
    news = [d for d in told if min(written) - NEWS <= d <= max(written)]
    return day(asked.since) or min(written + news), day(asked.until) or max(written)


def _point(first: date, step: Step, entries: Sequence[Entry], written: Sequence[_Named]) -> Point:
    both = sum(w.both for w in written)
    covered = bool(both or entries)
    final = steps.last(first, step)
    return Point(
        start=first.isoformat(),
        end=final.isoformat(),
        label=steps.label(first, step),
        covered=covered,
        articles=len(written),
        both=both,
        outlets=len({w.outlet for w in written}),
        events=len(entries) if covered else None,
        quads=Quads(*(sum(e.quad == q for e in entries) for q in (1, 2, 3, 4))) if covered else None,
        intensity=round(sum(e.intensity for e in entries), 2) if covered else None,
        mean=mean(e.intensity for e in entries) if entries else None,
        entries=tuple(e.id for e in entries),
    )
