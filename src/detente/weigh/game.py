"""A negotiation in numbers: who stands where on one issue, how much it matters to each, how much each can do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

import msgspec
import numpy as np
import numpy.typing as npt

from detente.errors import InputError

Numbers: TypeAlias = npt.NDArray[np.float64]


class Draws(NamedTuple):
    """Many games at once, one a row: positions, saliences and influences, one column a player."""

    positions: Numbers
    saliences: Numbers
    influences: Numbers


class Player(msgspec.Struct, frozen=True):
    """A party: position in units of the scale, salience from 0 to 1, influence from 0 in any unit."""

    name: str
    position: float
    salience: float = 1.0
    influence: float = 1.0

    @property
    def weight(self) -> float:
        """Influence that is brought to bear: influence times salience."""
        return self.influence * self.salience


class Game(msgspec.Struct, frozen=True):
    """The parties of one issue on a scale from `low` to `high`. Raises InputError for a number out of bounds."""

    players: tuple[Player, ...]
    low: float
    high: float

    def __post_init__(self) -> None:
        """Refuse what no formula can take."""
        if not self.low < self.high:
            raise InputError(f"a scale from {self.low} to {self.high} has no length")
        names = [p.name for p in self.players]
        if twice := sorted({n for n in names if names.count(n) > 1}):
            raise InputError(f"{twice[0]}: stands in this game twice")
        for player in self.players:
            if not self.low <= player.position <= self.high:
                raise InputError(f"{player.name}: position {player.position} is not on the scale from {self.low} to {self.high}")
            if not 0 <= player.salience <= 1:
                raise InputError(f"{player.name}: salience {player.salience} is not between 0 and 1")
            if not 0 <= player.influence < float("inf"):
                raise InputError(f"{player.name}: influence {player.influence} is below 0 or without end")

    @property
    def length(self) -> float:
        """The length of the scale."""
        return self.high - self.low

    @property
    def positions(self) -> Numbers:
        """Positions, one a player."""
        return np.array([p.position for p in self.players], dtype=np.float64)

    @property
    def saliences(self) -> Numbers:
        """Saliences, one a player."""
        return np.array([p.salience for p in self.players], dtype=np.float64)

    @property
    def influences(self) -> Numbers:
        """Influences, one a player."""
        return np.array([p.influence for p in self.players], dtype=np.float64)

    @property
    def weights(self) -> Numbers:
        """Influence times salience, one a player."""
        return self.influences * self.saliences

    def named(self, name: str) -> Player:
        """The player of a name. Raises InputError where there is none."""
        found = next((p for p in self.players if p.name == name), None)
        if found is None:
            raise InputError(f"nobody called {name!r} is in this game: {', '.join(p.name for p in self.players)}")
        return found

    def replaced(self, *players: Player) -> Game:
        """The game with these players in the place of those of the same names."""
        new = {p.name: p for p in players}
        return Game(tuple(new.get(p.name, p) for p in self.players), self.low, self.high)

    def without(self, *names: str) -> Game:
        """The game when these have left."""
        for name in names:
            self.named(name)
        return Game(tuple(p for p in self.players if p.name not in names), self.low, self.high)

    def joined(self, player: Player) -> Game:
        """The game when one more has joined. Raises InputError where the name is taken."""
        if any(p.name == player.name for p in self.players):
            raise InputError(f"{player.name} is in this game already")
        return Game((*self.players, player), self.low, self.high)

    def bloc(self, names: Sequence[str], position: float) -> Game:
        """The game when several stand at one position."""
        return self.replaced(*(msgspec.structs.replace(self.named(name), position=position) for name in names))
