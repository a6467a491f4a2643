"""Nash bargaining with a disagreement point, and the zone in which everybody is better off than without agreement.

Maximises sum of w_i ln(u_i(x) - u_i(d) + k_i) over x where every bracket is above 0: d is what holds without agreement, k_i what a
breakdown costs i in the unit of u. Quadratic: u = -(x - x_i)², linear: u = -|x - x_i|. Source: Nash 1950; Achen 2006 for the weights.
"""

from __future__ import annotations

from typing import Literal

import msgspec
import numpy as np

from detente.weigh.game import Game, Numbers

Utility = Literal["linear", "quadratic"]


class Zone(msgspec.Struct, frozen=True):
    """The interval of positions that nobody finds worse than no agreement."""

    low: float
    high: float


class Bargain(msgspec.Struct, frozen=True):
    """The solution, or None: no agreement zone. `gains`: by name, how much better than without agreement."""

    position: float | None
    zone: Zone | None
    gains: tuple[tuple[str, float], ...] = ()


def zone(game: Game, disagreement: float, cost: float = 0.0, *, utility: Utility = "linear") -> Zone | None:
    """The agreement zone: where u_i(x) >= u_i(d) - k for all.

    None where it is no more than what holds anyway: so it is wherever somebody stands at the disagreement point itself and a breakdown
    costs nothing.
    """
    low, high = game.low, game.high
    for player in game.players:
        loss = abs(disagreement - player.position)
        reach = loss + cost if utility == "linear" else float(np.sqrt(loss**2 + cost))
        low, high = max(low, player.position - reach), min(high, player.position + reach)
    if low > high or (low == high == disagreement and cost == 0):
        return None
    return Zone(low, high)


def would_walk(game: Game, position: float, disagreement: float, cost: float = 0.0) -> tuple[str, ...]:
    """Who finds a position worse than no agreement by more than what breakdown costs (linear utility)."""
    return tuple(p.name for p in game.players if abs(position - p.position) > abs(disagreement - p.position) + cost + 1e-12)


def solve(game: Game, disagreement: float, cost: float = 0.0, *, utility: Utility = "quadratic") -> Bargain:
    """The bargaining solution when no agreement leaves everybody at `disagreement`."""
    found = zone(game, disagreement, cost, utility=utility)
    return _bargain(game, _losses(game, disagreement, utility) + cost, found, utility)


def solve_loss(game: Game, loss: float) -> Bargain:
    """The solution when no agreement costs everybody the same: u = loss - ((x - x_i) / length)²; as it grows, the weighted mean."""
    reach = float(np.sqrt(max(loss, 0.0))) * game.length
    low = max([game.low, *(p.position - reach for p in game.players)])
    high = min([game.high, *(p.position + reach for p in game.players)])
    return _bargain(game, np.full(len(game.players), loss * game.length**2), Zone(low, high) if low <= high else None, "quadratic")


def _losses(game: Game, at: float, utility: Utility) -> Numbers:
    distance = np.abs(game.positions - at)
    return distance if utility == "linear" else distance**2


def _bargain(game: Game, threat: Numbers, found: Zone | None, utility: Utility) -> Bargain:
    """The position of the highest weighted product of gains; `threat` is what each loses without agreement."""
    if found is None or game.weights.sum() <= 0:
        return Bargain(None, found)
    low, high = found.low, found.high
    for _ in range(100):  # gains are concave, so the slope of the sum of their logarithms only falls: halve until it is found
        position = (low + high) / 2
        if _slope(game, position, threat, utility) > 0:
            low = position
        else:
            high = position
    gains = threat - _losses(game, position, utility)
    if float(gains.min()) < -1e-9:
        return Bargain(None, None)
    return Bargain(position, found, tuple((p.name, float(g)) for p, g in zip(game.players, gains, strict=True)))


def _slope(game: Game, at: float, threat: Numbers, utility: Utility) -> float:
    """How steeply the sum of weighted logarithms rises at a position."""
    away = at - game.positions
    gains = np.maximum(threat - _losses(game, at, utility), 1e-300)
    rise = -np.sign(away) if utility == "linear" else -2 * away
    return float((game.weights * rise / gains).sum())
