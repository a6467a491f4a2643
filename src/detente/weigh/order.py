"""What follows when parties are placed only in order: no distances are known, and none are made up."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec


class Placed(msgspec.Struct, frozen=True):
    """A party on a step of an ordered scale (0 is the first), with its weight."""

    name: str
    step: int
    weight: float = 1.0


class Middle(msgspec.Struct, frozen=True):
    """The step at which half of the weight is reached, its margin, and the mean over all distances that respect the order.

    `low` and `high` bound the mean as shares of the scale, from 0 (first step) to 1 (last step). Whatever distances one sets between the
    steps, the mean lies between them.
    """

    step: int
    margin: float
    low: float
    high: float


def middle(placed: Sequence[Placed], steps: int) -> Middle | None:
    """The middle of parties placed on so many steps, the first and last of which are the ends; None where nobody has weight.

    The mean is linear in the places of the inner steps, so that its bounds are where all of these lie at one end.
    """
    total = sum(p.weight for p in placed)
    if total <= 0 or steps < 1:
        return None
    at = [sum(p.weight for p in placed if p.step == step) / total for step in range(steps)]
    sums = [sum(at[: step + 1]) for step in range(steps)]
    step = next(n for n, reached in enumerate(sums) if reached >= 0.5 - 1e-12)
    margin = min(abs(reached - 0.5) for reached in (0.0, *sums))
    return Middle(step, margin, at[-1] if steps > 1 else 0.0, 1 - at[0] if steps > 1 else 0.0)
