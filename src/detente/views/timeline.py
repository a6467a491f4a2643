"""Real-world events in time: what happened, is planned or denied, lane by lane, with its precision and how many tell it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal, TypeAlias

import msgspec

from detente.corpus import Corpus, Filter
from detente.views import steps
from detente.views.dates import day
from detente.views.entries import Book, Entry
from detente.views.sides import Side, Sides
from detente.views.steps import Step

Lanes: TypeAlias = Literal["actor", "dyad"]


class Lane(msgspec.Struct, frozen=True):
    """What one party, or two together, take part in: the sides, a name, and the ids of its entries in order of time."""

    sides: tuple[str, ...]
    name: str
    entries: tuple[str, ...]


class Bucket(msgspec.Struct, frozen=True):
    """The events that begin in one step of time. `wider` of them are dated less closely than the step is long."""

    start: str
    end: str
    label: str
    events: int
    happened: int
    planned: int
    wider: int
    entries: tuple[str, ...]


class Timeline(msgspec.Struct, frozen=True):
    """Events in order of time. `undated` are entries that no text dates; `published` the first and last day of publication.

    Only buckets that hold something are there. Lanes with the most events stand first.
    """

    step: Step
    lanes_by: Lanes
    published: tuple[str, str] | None
    buckets: tuple[Bucket, ...]
    lanes: tuple[Lane, ...]
    entries: tuple[Entry, ...]
    undated: tuple[Entry, ...]
    sides: tuple[Side, ...]


def make(corpus: Corpus, asked: Filter, sides: Sides, *, step: Step | None = None, by: Lanes = "actor") -> Timeline:
    """The timeline of what is asked for; without a `step`, the finest that shows most of it well."""
    entries = Book(corpus, sides).told(asked)
    dated = tuple(e for e in entries if e.span)
    step = step or _fitting(dated)
    parties = dict.fromkeys(p for e in entries for p in e.parties)
    return Timeline(
        step=step,
        lanes_by=by,
        published=published(corpus),
        buckets=tuple(_buckets(dated, step)),
        lanes=_lanes(entries, sides, by),
        entries=dated,
        undated=tuple(e for e in entries if not e.span),
        sides=tuple(map(sides.side, parties)),
    )


def published(corpus: Corpus) -> tuple[str, str] | None:
    """First and last day on which articles were published; None where none says."""
    days = [a.published[:10] for a in corpus.articles.values() if a.published]
    return (min(days), max(days)) if days else None


def days(entry: Entry) -> tuple[date, date] | None:
    """First and last day of an entry; None where it has none, or its year is beyond the calendar."""
    span = entry.span
    first, final = (day(span[0]), day(span[1])) if span else (None, None)
    return (first, max(first, final)) if first and final else None


def closely(entry: Entry, step: Step) -> date | None:
    """The first day of the step in which an event begins; None where it is dated less closely than the step is long, or not at all."""
    span = days(entry)
    if span is None:
        return None
    first = steps.begin(span[0], step)
    return first if (span[1] - span[0]) < steps.following(first, step) - first else None


def _fitting(entries: Sequence[Entry]) -> Step:
    """By the time in which nine events of ten begin: one of long ago does not make all others one."""
    found = sorted(d[0] for e in entries if (d := days(e)))
    return steps.fitting(found[len(found) // 10], found[-1]) if found else "day"


def _buckets(entries: Iterable[Entry], step: Step) -> Iterable[Bucket]:
    held: dict[date, list[tuple[Entry, bool]]] = {}
    for entry in entries:
        if span := days(entry):
            first = steps.begin(span[0], step)
            held.setdefault(first, []).append((entry, span[1] > steps.last(first, step)))
    for first, found in sorted(held.items()):
        count = Counter(e.status for e, _ in found)
        yield Bucket(
            start=first.isoformat(),
            end=steps.last(first, step).isoformat(),
            label=steps.label(first, step),
            events=len(found),
            happened=count["actual"],
            planned=count["planned"],
            wider=sum(wider for _, wider in found),
            entries=tuple(e.id for e, _ in found),
        )


def _lanes(entries: Iterable[Entry], sides: Sides, by: Lanes) -> tuple[Lane, ...]:
    held: dict[tuple[str, ...], list[str]] = {}
    for entry in entries:
        for lane in _keys(entry, by):
            held.setdefault(lane, []).append(entry.id)
    lanes = (Lane(key, " – ".join(map(sides.name, key)), tuple(ids)) for key, ids in held.items())
    return tuple(sorted(lanes, key=lambda lane: (-len(lane.entries), lane.name, lane.sides)))


def _keys(entry: Entry, by: Lanes) -> Iterable[tuple[str, ...]]:
    if by == "actor":
        return [(p,) for p in entry.parties]
    return dict.fromkeys(tuple(sorted(pair)) for pair in entry.pairs())
