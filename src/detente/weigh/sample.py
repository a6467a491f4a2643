"""Games drawn from all that a setting leaves open: distances that respect the order, places within it, weights within their ranges.

The same seed gives the same numbers, and a party draws alike in any company, so that two settings are compared on the same chances.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from detente.weigh import sensitivity, setting
from detente.weigh.game import Draws, Game, Numbers, Player
from detente.weigh.sensitivity import Open, Range
from detente.weigh.setting import LENGTH, Setting

_WHOLE = Range(0.0, 1.0)


class Sample(NamedTuple):
    """Draws with the edges of each, one row a draw."""

    draws: Draws
    edges: Numbers


def take(game: Setting, count: int, seed: int) -> Sample:
    """So many games; one where nothing is open."""
    count = 1 if game.placed and game.stated else count
    edges = _edges(game, count, seed)
    drawn = sensitivity.draw([Open(s.name, _WHOLE, s.salience, s.influence) for s in game.seats], count, seed)
    positions = np.zeros_like(drawn.positions)
    for at, seat in enumerate(game.seats):
        low, high = _ends(game, seat.place.low, seat.place.high)
        positions[:, at] = edges[:, low] + drawn.positions[:, at] * (edges[:, high] - edges[:, low])
    return Sample(Draws(positions, drawn.saliences, drawn.influences), edges)


def _ends(game: Setting, low: int, high: int) -> tuple[int, int]:
    """Without distances, who is beyond an end stands for that end."""
    if game.values is None and low == 0:
        return 0, 0
    return (high, high) if game.values is None and high > len(game.labels) else (low, high)


def _edges(game: Setting, count: int, seed: int) -> Numbers:
    if game.values is not None:
        return np.tile(np.array(game.values, dtype=np.float64), (count, 1))
    free = setting.inner(game)
    made = np.zeros((count, len(game.labels) + 2))
    made[:, max(free.start, free.stop) :] = LENGTH
    if len(free):
        source = np.random.Generator(np.random.PCG64([seed, *b"edges"]))
        made[:, free.start : free.stop] = np.sort(source.random((count, len(free))), axis=1) * LENGTH
    return made


def games(game: Setting, count: int, seed: int) -> Iterator[tuple[Game, Numbers]]:
    """The drawn games one by one, each with its edges."""
    drawn = take(game, count, seed)
    for row, edges in enumerate(drawn.edges):
        columns = zip(game.seats, *(numbers[row] for numbers in drawn.draws), strict=True)
        players = tuple(Player(s.name, float(x), float(salience), float(influence)) for s, x, salience, influence in columns)
        yield Game(players, float(edges[0]), float(edges[-1])), edges


def mean_deltas(before: Setting, after: Setting, count: int, seed: int) -> Range | None:
    """The lowest and the highest move of the mean over the same draws of two settings."""
    if before.length <= 0 or not before.seats or not after.seats:
        return None
    moves = sensitivity.mean_of(take(after, count, seed).draws) - sensitivity.mean_of(take(before, count, seed).draws)
    found = sensitivity.spread(moves)
    return Range(found.low, found.high) if found else None
