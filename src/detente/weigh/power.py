"""Power under a rule of decision that the analyst states: Shapley–Shubik and Banzhaf, exact, by counting coalitions.

Sources: Shapley & Shubik 1954; Banzhaf 1965; Penrose 1946. Talks have no quota: without a rule these numbers say nothing of them, and
under unanimity every party has the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import factorial

import msgspec

from detente.errors import InputError


class Power(msgspec.Struct, frozen=True):
    """One party's share of decisive places in all orders (`shapley_shubik`) and of all swings (`banzhaf`).

    `penrose`: in which share of the coalitions of the others it decides.
    """

    name: str
    shapley_shubik: float
    banzhaf: float
    penrose: float


def indices(votes: Sequence[tuple[str, int]], quota: int) -> tuple[Power, ...]:
    """Power of each party when so many votes decide. Raises InputError for a quota that nobody or everybody reaches, or votes below 0."""
    total = sum(v for _, v in votes)
    if not 0 < quota <= total or any(v < 0 for _, v in votes):
        raise InputError(f"a quota of {quota} among {total} votes decides nothing")
    swings = [_swings([v for _, v in votes], at, quota) for at in range(len(votes))]
    count, orders = len(votes), factorial(len(votes))
    all_swings = sum(map(sum, swings))
    return tuple(
        Power(
            name,
            sum(n * factorial(size) * factorial(count - size - 1) for size, n in enumerate(own)) / orders,
            sum(own) / all_swings,
            sum(own) / 2 ** (count - 1),
        )
        for (name, _), own in zip(votes, swings, strict=True)
    )


def _swings(votes: Sequence[int], at: int, quota: int) -> list[int]:
    """By size: how many coalitions of others lose, and win with this party."""
    others = [v for n, v in enumerate(votes) if n != at]
    counted = [[0] * quota for _ in range(len(others) + 1)]  # counted[size][sum of votes], below the quota
    counted[0][0] = 1
    for done, own in enumerate(others):
        for size in range(done, -1, -1):
            row, into = counted[size], counted[size + 1]
            for votes_there in range(quota - own):
                if row[votes_there]:
                    into[votes_there + own] += row[votes_there]
    return [sum(row[max(quota - votes[at], 0) :]) for row in counted]


def unanimity(names: Sequence[str]) -> tuple[Power, ...]:
    """Power where everybody must agree: the same for all, whatever their influence."""
    share = 1 / len(names) if names else 0.0
    return tuple(Power(name, share, share, 1 / 2 ** (len(names) - 1)) for name in names)
