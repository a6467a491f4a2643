"""Where the middle of a setting falls: median and mean on equal or stated weights, and over everything that the inputs leave open."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from detente.weigh import bounds, setting
from detente.weigh.sensitivity import Range
from detente.weigh.setting import Basis, Edges, Setting


class Middle(msgspec.Struct, frozen=True):
    """From which step to which the median may lie, from where to where the mean, in units of the scale (0 to 100 without distances).

    `low` is the lower median, `high` the upper: where the weight is split evenly the middle lies between them. `margin`: the share of
    all weight that parts the half from the next step; None where weights are not known.
    """

    low: int
    high: int
    mean: Range | None
    margin: float | None = None


class Outcome(msgspec.Struct, frozen=True):
    """The middle on a basis, and over all that is admissible; None where nobody has weight or a place."""

    basis: Basis
    middle: Middle | None
    whole: Middle | None


class Delta(msgspec.Struct, frozen=True):
    """By how much the mean moves, in units of the scale; a point where distances and weights leave nothing open. Exact."""

    low: float
    high: float


def find(game: Setting) -> Outcome:
    """The outcome of a setting."""
    return Outcome(game.grounds, middle(game.basis()), middle(game))


def middle(game: Setting) -> Middle | None:
    """The middle over all places and weights that a setting leaves open."""
    steps = game.steps()
    found = bounds.median(steps)
    if found is None:
        return None
    margin = bounds.margin(steps) if game.stated else None
    return Middle(int(found.low), int(found.high), mean(game), margin)


def mean(game: Setting) -> Range | None:
    """The bounds of the mean; None where the scale has no length."""
    if game.length <= 0:
        return None
    made = [found for edges in setting.corners(game) if (found := bounds.mean(setting.rows(game, edges)))]
    return Range(min(r.low for r in made), max(r.high for r in made)) if made else None


def moved(before: Setting, after: Setting) -> Delta | None:
    """By how much the mean moves, where that can be told exactly; None where weights within ranges leave it to be drawn."""
    one, two = before.basis(), after.basis()
    if one.stated and two.stated:
        return delta(one, two)
    old, new = mean(one) if one.seats else None, mean(two) if two.seats else None
    if old is None or new is None or old.low != old.high:
        return None
    return Delta(new.low - old.low, new.high - old.low)


def delta(before: Setting, after: Setting) -> Delta | None:
    """By how much the mean moves from one setting to another, both on known weights and on the same distances.

    A party that stands within a range stands at the same point before and after, unless it has moved.
    """
    one, two = _shares(before), _shares(after)
    if one is None or two is None or before.length <= 0:
        return None
    corners = setting.corners(before, after)
    low = min(sum(_terms(before, after, edges, min)) for edges in corners)
    high = max(sum(_terms(before, after, edges, max)) for edges in corners)
    return Delta(low, high)


def _shares(game: Setting) -> dict[str, float] | None:
    total = sum(s.weight.low for s in game.seats)
    return {s.name: s.weight.low / total for s in game.seats} if total > 0 else None


def _terms(before: Setting, after: Setting, edges: Edges, pick: Callable[[Iterable[float]], float]) -> list[float]:
    """What each party adds to the delta, at the end of its range that makes it least or most."""
    shares = (_shares(before) or {}, _shares(after) or {})
    seats = [{s.name: s for s in one.seats} for one in (before, after)]
    terms = []
    for name in dict.fromkeys([*seats[0], *seats[1]]):
        old, new = seats[0].get(name), seats[1].get(name)
        if old and new and old.place == new.place:
            place = setting.spread(before, old, edges)
            terms.append(pick((shares[1][name] - shares[0][name]) * end for end in (place.low, place.high)))
            continue
        if old:
            place = setting.spread(before, old, edges)
            terms.append(pick(-shares[0][name] * end for end in (place.low, place.high)))
        if new:
            place = setting.spread(after, new, edges)
            terms.append(pick(shares[1][name] * end for end in (place.low, place.high)))
    return terms
