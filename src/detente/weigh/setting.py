"""An issue as numbers: who takes part, between which edges of the scale each stands, and within which ranges its weight lies.

Edges are those of `place`. Where the analyst sets no distances, the scale runs from 0 to 100, its ends are known and everything between is
not: whoever is beyond an end then stands for that end.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from detente.weigh.bounds import Row
from detente.weigh.case import Amount, Issue
from detente.weigh.place import Place
from detente.weigh.sensitivity import Range

LENGTH = 100.0
"""The length of a scale on which only the order is known."""
_KNOWN = Range(1.0, 1.0)
Edges: TypeAlias = tuple[float, ...]
Field: TypeAlias = Literal["salience", "influence"]
Basis: TypeAlias = Literal[
    "stated weights", "equal weights", "stated salience, equal influence", "stated influence, equal salience", "weights within their ranges"
]


class Seat(msgspec.Struct, frozen=True):
    """A party that takes part. Salience from 0 to 1; influence as a share of the largest that is stated."""

    name: str
    place: Place
    salience: Range
    influence: Range

    @property
    def weight(self) -> Range:
        """Influence times salience."""
        return Range(self.salience.low * self.influence.low, self.salience.high * self.influence.high)


class Setting(msgspec.Struct, frozen=True):
    """Who takes part; `values`: all edges where distances are set, else None. `absent`: who cannot be placed."""

    issue: str
    labels: tuple[str, ...]
    values: Edges | None
    seats: tuple[Seat, ...]
    absent: tuple[str, ...] = ()

    @property
    def stated(self) -> bool:
        """Whether every weight is known."""
        return all(s.weight.low == s.weight.high for s in self.seats)

    @property
    def placed(self) -> bool:
        """Whether distances are set and every position is a point."""
        return self.values is not None and all(s.place.low == s.place.high for s in self.seats)

    @property
    def length(self) -> float:
        """The length of the scale; 0 where it has none."""
        if self.values is not None:
            return self.values[-1] - self.values[0]
        return LENGTH if len(self.labels) > 1 else 0.0

    def equal(self) -> Setting:
        """The setting with everybody's weight alike."""
        return self.level("salience").level("influence")

    def level(self, field: Field) -> Setting:
        """The setting with everybody's salience, or influence, alike."""
        return msgspec.structs.replace(self, seats=tuple(msgspec.structs.replace(s, **{field: _KNOWN}) for s in self.seats))

    def basis(self) -> Setting:
        """The setting with salience alike where nobody's is stated, and influence likewise; what is stated for some stays a range."""
        made = self.level("salience") if _blank(self, "salience") else self
        return made.level("influence") if _blank(self, "influence") else made

    def footing(self) -> Setting:
        """The basis where it leaves no weight open, else equal weights: what a question of single weights is asked on."""
        basis = self.basis()
        return basis if basis.stated else self.equal()

    @property
    def footed(self) -> Basis:
        """What the footing rests on."""
        return self.grounds if self.basis().stated else "equal weights"

    @property
    def grounds(self) -> Basis:
        """What the basis rests on."""
        if not self.basis().stated:
            return "weights within their ranges"
        salience, influence = _blank(self, "salience"), _blank(self, "influence")
        if salience and influence:
            return "equal weights"
        if not salience and not influence:
            return "stated weights"
        return "stated influence, equal salience" if salience else "stated salience, equal influence"

    def without(self, name: str) -> Setting:
        """The setting when one has left."""
        return msgspec.structs.replace(self, seats=tuple(s for s in self.seats if s.name != name))

    def steps(self) -> tuple[Row, ...]:
        """Rows on the steps of the order."""
        return tuple(Row(Range(*map(float, s.place.steps)), s.weight) for s in self.seats)


def _blank(game: Setting, field: Field) -> bool:
    """Whether nothing is stated of anybody's salience, or influence."""
    ranges: list[Range] = [getattr(s, field) for s in game.seats]
    return all(r.low <= 0 and r.high >= 1 for r in ranges)


def build(issue: Issue) -> Setting:
    """The setting of an issue; who is "not stated" is absent."""
    strongest = max([0.0, *(n for p in issue.parties for n in (p.influence.value, p.influence.high) if n is not None)])
    seats, absent = [], []
    for party in issue.parties:
        place = issue.place(party)
        if place is None:
            absent.append(party.name)
        else:
            seats.append(Seat(party.name, place, _range(party.salience, 100.0), _range(party.influence, strongest or 1.0)))
    return Setting(issue.name, issue.labels, _edges(issue), tuple(seats), tuple(absent))


def _range(amount: Amount, most: float) -> Range:
    """A number as a share of the most; all that is admissible where nothing is stated."""
    if amount.value is not None:
        return Range(amount.value / most, amount.value / most)
    if amount.low is not None and amount.high is not None:
        return Range(amount.low / most, amount.high / most)
    return Range(0.0, 1.0)


def _edges(issue: Issue) -> Edges | None:
    values = [a.value for a in issue.anchors if a.value is not None]
    if not values or len(values) < len(issue.anchors):
        return None
    low, high = issue.low if issue.low is not None else values[0], issue.high if issue.high is not None else values[-1]
    return (low, *values, high)


def corners(*settings: Setting) -> tuple[Edges, ...]:
    """All sets of edges between which lie all that the order allows: one where distances are set; else inner edges at either end.

    Every order-respecting set of edges is a mixture of these, so that what is linear in them is bounded by what it is there.
    """
    first = settings[0]
    if first.values is not None:
        return (first.values,)
    free = inner(*settings)
    count = len(first.labels) + 2
    cuts = range(free.start, max(free.start, free.stop) + 1)
    return tuple(dict.fromkeys(tuple(0.0 if edge < cut else LENGTH for edge in range(count)) for cut in cuts))


def inner(*settings: Setting) -> range:
    """The edges whose place the order leaves open."""
    last = len(settings[0].labels)
    below = any(s.place.high == 1 and s.place.low == 0 for one in settings for s in one.seats)
    above = any(s.place.low == last and s.place.high == last + 1 for one in settings for s in one.seats)
    return range(1 if below else 2, last + 1 if above else last)


def spread(setting: Setting, seat: Seat, edges: Edges) -> Range:
    """Between which numbers a seat lies, given the edges."""
    low, high = seat.place.low, seat.place.high
    if setting.values is None:
        low, high = (0, 0) if high == 1 and low == 0 else (low, high)
        low, high = (high, high) if low == len(setting.labels) and high > low else (low, high)
    return Range(edges[low], edges[high])


def rows(setting: Setting, edges: Edges) -> tuple[Row, ...]:
    """Rows in units of the scale, given the edges."""
    return tuple(Row(spread(setting, s, edges), s.weight) for s in setting.seats)


def even(setting: Setting) -> Edges:
    """Edges as set, else evenly spaced: an illustration, not a finding."""
    if setting.values is not None:
        return setting.values
    free = inner(setting)
    return tuple(_even(edge, free) for edge in range(len(setting.labels) + 2))


def _even(edge: int, free: range) -> float:
    if edge < free.start:
        return 0.0
    return LENGTH if edge >= free.stop else LENGTH * (edge - free.start + 1) / (len(free) + 1)
