"""How far the middle can go when inputs are ranges: exact bounds of the weighted mean and median over everything admissible.

Both only rise when a position rises, so positions lie at their ends. The mean is highest where those above some position have all the
weight they can have and those below it the least (a fractional program over intervals), so that trying each cut finds it.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from detente.weigh.sensitivity import Range

_NEAR = 1e-12


class Row(msgspec.Struct, frozen=True):
    """One party: from where to where it may stand, with how little to how much weight."""

    position: Range
    weight: Range


def mean(rows: Sequence[Row]) -> Range | None:
    """The lowest and the highest weighted mean; None where nobody can have weight."""
    highest = _highest([(r.position.high, r.weight) for r in rows])
    lowest = _highest([(-r.position.low, r.weight) for r in rows])
    return None if highest is None or lowest is None else Range(min(-lowest, highest), highest)


def _highest(rows: Sequence[tuple[float, Range]]) -> float | None:
    """The highest mean of positions that are known: the best of all cuts."""
    ordered = sorted(rows, key=lambda r: -r[0])
    made = []
    for cut in range(1, len(ordered) + 1):
        weights = [w.high for _, w in ordered[:cut]] + [w.low for _, w in ordered[cut:]]
        total = sum(weights)
        if total > 0:
            made.append(sum(w * place for w, (place, _) in zip(weights, ordered, strict=True)) / total)
    return max(made, default=None)


def median(rows: Sequence[Row]) -> Range | None:
    """The lowest that the lower median can be, and the highest that the upper can: the same where more than half of the weight says so."""
    low = _lowest([(r.position.low, r.weight) for r in rows])
    high = _lowest([(-r.position.high, r.weight) for r in rows])
    return None if low is None or high is None else Range(low, max(low, -high))


def _lowest(rows: Sequence[tuple[float, Range]]) -> float | None:
    """The first position at which half of the weight can be reached."""
    for place in sorted({position for position, _ in rows}):
        upto = sum(w.high for position, w in rows if position <= place)
        above = sum(w.low for position, w in rows if position > place)
        if upto > 0 and upto >= above * (1 - _NEAR):
            return place
    return None


def margin(rows: Sequence[Row]) -> float | None:
    """The least share of all weight that parts the half from a step, for weights and positions that are known or at their lower ends."""
    total = sum(r.weight.low for r in rows)
    if total <= 0:
        return None
    places = sorted({r.position.low for r in rows})
    sums = [0.0, *(sum(r.weight.low for r in rows if r.position.low <= place) / total for place in places)]
    return min(abs(reached - 0.5) for reached in sums)
