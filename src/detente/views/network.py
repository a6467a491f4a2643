"""Who deals with whom: parties, and what passes between each two of them, kind by kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Literal, TypeAlias

import msgspec

from detente.corpus import Corpus, Filter
from detente.records import ActorType
from detente.views import steps
from detente.views.deeds import Deed
from detente.views.entries import Book, Entry
from detente.views.sides import Side, Sides
from detente.views.steps import Step
from detente.views.timeline import closely

Quad: TypeAlias = Literal[1, 2, 3, 4]
QUADS: dict[int, str] = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
"""PLOVER's four kinds of event, in words."""


class Node(msgspec.Struct, frozen=True):
    """A party: the events it takes part in, and how many of them are cooperative (quads 1 and 2) or hostile (3 and 4)."""

    id: str
    name: str
    type: ActorType
    country: str | None
    events: int
    cooperative: int
    hostile: int


class Edge(msgspec.Struct, frozen=True):
    """What passes from `a` to `b` in one quad, or between both where it is mutual; `intensity` is the mean of PLOVER's scores (-10 to 10).

    `planned` of its events are not yet reported as happened. An event among several parties is an edge between each two of them.
    """

    a: str
    b: str
    mutual: bool
    quad: int
    events: int
    planned: int
    intensity: float
    entries: tuple[str, ...]


class Network(msgspec.Struct, frozen=True):
    """Parties by number of events, and edges. `alone` counts events that pass between no two known parties."""

    since: str | None
    until: str | None
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    alone: int
    entries: tuple[Entry, ...]


class Window(msgspec.Struct, frozen=True):
    """What begins in one step of time: parties by number of events, edges, and how many events pass between no two known parties."""

    start: str
    end: str
    label: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    alone: int


class Windows(msgspec.Struct, frozen=True):
    """The network step by step, oldest first; steps in which nothing begins are left out.

    `wider` events are dated less closely than a step and `undated` not at all: they are in no window.
    """

    step: Step
    windows: tuple[Window, ...]
    wider: int
    undated: int
    entries: tuple[Entry, ...]


def make(corpus: Corpus, asked: Filter, sides: Sides) -> Network:
    """The network of what is asked for; parties that deal with no other known one are left out of the nodes."""
    entries = Book(corpus, sides).told(asked)
    nodes, edges, alone = tied(entries, sides.side)
    shown = tuple(e for e in entries if any(True for _ in e.pairs()))
    return Network(asked.since, asked.until, nodes, edges, alone, shown)


def windows(corpus: Corpus, asked: Filter, sides: Sides, step: Step) -> Windows:
    """The network of what is asked for, step by step."""
    entries = Book(corpus, sides).told(asked)
    held: dict[date, list[Entry]] = {}
    for entry in entries:
        if first := closely(entry, step):
            held.setdefault(first, []).append(entry)
    made = (
        Window(first.isoformat(), steps.last(first, step).isoformat(), steps.label(first, step), *tied(found, sides.side))
        for first, found in sorted(held.items())
    )
    undated = sum(e.span is None for e in entries)
    inside = tuple(e for found in held.values() for e in found)
    return Windows(step, tuple(made), len(entries) - undated - len(inside), undated, inside)


def tied(entries: Iterable[Deed], side: Callable[[str], Side]) -> tuple[tuple[Node, ...], tuple[Edge, ...], int]:
    """Parties by number of events, the edges between them, and how many events pass between no two."""
    edges: dict[tuple[str, str, bool, int], list[Deed]] = {}
    parties: dict[str, list[Deed]] = {}
    alone = 0
    for entry in entries:
        pairs = tuple(entry.pairs())
        alone += not pairs
        for a, b in pairs:
            edges.setdefault((a, b, entry.mutual, entry.quad), []).append(entry)
        for party in dict.fromkeys(p for pair in pairs for p in pair):
            parties.setdefault(party, []).append(entry)
    nodes = sorted((_node(side(ident), held) for ident, held in parties.items()), key=lambda n: (-n.events, n.id))
    made = sorted((_edge(key, held) for key, held in edges.items()), key=lambda e: (-e.events, e.a, e.b, e.quad, e.mutual))
    return tuple(nodes), tuple(made), alone


def _node(side: Side, entries: Sequence[Deed]) -> Node:
    friendly = sum(e.quad < 3 for e in entries)
    return Node(side.id, side.name, side.type, side.country, len(entries), friendly, len(entries) - friendly)


def _edge(key: tuple[str, str, bool, int], entries: Sequence[Deed]) -> Edge:
    a, b, mutual, quad = key
    return Edge(
        a, b, mutual, quad, len(entries), sum(e.status != "actual" for e in entries), mean(e.intensity for e in entries),
        tuple(e.id for e in entries),
    )  # fmt: skip


def score(value: float) -> str:
    """A score of PLOVER's with its sign: "+2.5", "-4.0", "0.0"."""
    said = f"{value:+.1f}"
    return said[1:] if float(said) == 0 else said


def mean(values: Iterable[float]) -> float:
    """The mean, to two places; of no values 0."""
    found = tuple(values)
    return round(sum(found) / len(found), 2) if found else 0.0
