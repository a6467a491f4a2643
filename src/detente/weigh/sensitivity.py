"""What the result hangs on: inputs drawn from ranges, one input at a time from end to end, one party left out.

Ranges are what the analyst holds possible, or all that is admissible where nothing is known. Draws are evenly spread over them and serve
to bound the result; how many of them fall somewhere is no probability, and is not told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, TypeAlias

import msgspec
import numpy as np

from detente.errors import InputError
from detente.weigh import compromise
from detente.weigh.game import Draws, Game, Numbers, Player

Input = Literal["position", "salience", "influence", "distance"]
Model: TypeAlias = Callable[[Draws], Numbers]
"""From many games at once to one result each."""
INPUTS: tuple[Input, ...] = ("position", "salience", "influence")


class Range(msgspec.Struct, frozen=True):
    """From where to where an input may lie."""

    low: float
    high: float

    def __post_init__(self) -> None:
        """Refuse a range without a beginning."""
        if not self.low <= self.high:
            raise InputError(f"a range from {self.low} to {self.high} is empty")

    @property
    def middle(self) -> float:
        """The point half-way."""
        return (self.low + self.high) / 2


class Open(msgspec.Struct, frozen=True):
    """A party whose inputs are ranges; a known number is a range of no width."""

    name: str
    position: Range
    salience: Range
    influence: Range


class Spread(msgspec.Struct, frozen=True):
    """The lowest, the middle and the highest result over all draws; None where no draw gave one."""

    low: float
    middle: float
    high: float


class Swing(msgspec.Struct, frozen=True):
    """The results when one input goes from the low to the high end of its range, all others half-way.

    `name`: the party's; of a distance, the anchor's.
    """

    name: str
    input: Input
    at_low: float
    at_high: float

    @property
    def width(self) -> float:
        """How far apart the two are."""
        return abs(self.at_high - self.at_low)


class Without(msgspec.Struct, frozen=True):
    """The results when one party is left out; None where nothing is left."""

    name: str
    mean: float | None
    median: float | None


def draw(parties: Sequence[Open], count: int, seed: int) -> Draws:
    """So many games from the ranges. The same seed gives the same numbers, a party the same whoever else is there."""
    columns = [_column(party, count, seed) for party in parties]
    return Draws(*(np.stack([c[n] for c in columns], axis=-1) if columns else np.zeros((count, 0)) for n in range(3)))


def _column(party: Open, count: int, seed: int) -> tuple[Numbers, ...]:
    """A party's own stream of numbers, by its name: what is common to two scenarios is drawn alike in both."""
    source = np.random.Generator(np.random.PCG64([seed, *party.name.encode()]))
    spread = source.random((3, count))
    ranges = (party.position, party.salience, party.influence)
    return tuple(r.low + (r.high - r.low) * row for r, row in zip(ranges, spread, strict=True))


def spread(results: Numbers) -> Spread | None:
    """The bounds and the middle of many results."""
    known = results[np.isfinite(results)]
    return Spread(float(known.min()), float(np.median(known)), float(known.max())) if known.size else None


def mean_of(draws: Draws) -> Numbers:
    """The weighted mean of each draw."""
    return compromise.means(draws.positions, draws.influences * draws.saliences)


def median_of(draws: Draws) -> Numbers:
    """The weighted median of each draw."""
    return compromise.medians(draws.positions, draws.influences * draws.saliences)


def tornado(parties: Sequence[Open], model: Model = mean_of) -> tuple[Swing, ...]:
    """What each input that is not known does to the result, the widest first; inputs that are known are left out."""
    made = []
    for at, party in enumerate(parties):
        for name in INPUTS:
            ends: Range = getattr(party, name)
            if ends.low < ends.high:
                low, high = (_fixed(parties, at, name, end, model) for end in (ends.low, ends.high))
                made.append(Swing(party.name, name, low, high))
    return tuple(sorted(made, key=lambda s: (-s.width, s.name, s.input)))


def _fixed(parties: Sequence[Open], at: int, name: Input, value: float, model: Model) -> float:
    """The result with one input at a value and all others half-way."""
    rows = {key: np.array([[getattr(p, key).middle for p in parties]], dtype=np.float64) for key in INPUTS}
    rows[name][0, at] = value
    return float(model(Draws(rows["position"], rows["salience"], rows["influence"]))[0])


def without_each(game: Game) -> tuple[Without, ...]:
    """The results with each party left out in turn."""
    made = []
    for player in game.players:
        rest = game.without(player.name)
        median = compromise.median(rest)
        made.append(Without(player.name, compromise.mean(rest), median.position if median else None))
    return tuple(made)


def equal(game: Game, *, influence: bool = False, salience: bool = False) -> Game:
    """The game with everybody's influence or salience alike: what stands without these numbers."""
    changed = tuple(Player(p.name, p.position, 1.0 if salience else p.salience, 1.0 if influence else p.influence) for p in game.players)
    return Game(changed, game.low, game.high)
