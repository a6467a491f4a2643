"""The article's text cut into segments, so that marks which overlap can be told apart by a browser.

A browser counts UTF-16 units, records count code points; so the program cuts, and the page only shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec


class Mark(msgspec.Struct, frozen=True):
    """A half-open span of code points that a card (by its number) rests on, with the classes that show it."""

    start: int
    end: int
    card: int
    style: str


class Segment(msgspec.Struct, frozen=True):
    """A stretch of text under the same marks throughout: numbers of its cards, classes, both in order."""

    start: int
    end: int
    cards: tuple[int, ...]
    styles: tuple[str, ...]


def segments(start: int, end: int, marks: Iterable[Mark]) -> Sequence[Segment]:
    """The half-open span cut wherever a mark begins or ends; together the segments are the span."""
    inside = [m for m in marks if m.start < end and m.end > start and m.start < m.end]
    cuts = sorted({start, end, *(c for m in inside for c in (m.start, m.end) if start < c < end)})
    opening: dict[int, list[Mark]] = {}
    for mark in inside:
        opening.setdefault(max(mark.start, start), []).append(mark)
    live: list[Mark] = []
    made = []
    for here, there in pairwise(cuts):
        live = [m for m in live if m.end > here] + opening.get(here, [])
        cards = tuple(sorted({m.card for m in live}))
        made.append(Segment(here, there, cards, tuple(sorted({m.style for m in live}))))
    return made
