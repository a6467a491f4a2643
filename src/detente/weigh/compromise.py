"""The compromise model: the mean and the median of positions, each weighted by influence times salience.

Source: Achen 2006, ch. 4 of The European Union Decides; Bueno de Mesquita, The Predictioneer's Game, ch. 4. On 353 issues of the
European Union no bargaining model came closer than this mean (see `accuracy`). All deltas are exact, in units of the scale.
"""

from __future__ import annotations

import msgspec
import numpy as np

from detente.weigh.game import Game, Numbers, Player


class Median(msgspec.Struct, frozen=True):
    """The lower weighted median: the first position at which half of the weight is reached.

    `margin`: how much weight lies between the half and the nearest step of the sum, as a share of all; where it is small, little
    moves the median.
    """

    position: float
    margin: float


class Leverage(msgspec.Struct, frozen=True):
    """By how much the mean moves for one unit of one input of one player."""

    name: str
    position: float
    salience: float
    influence: float
    weight: float


def mean(game: Game) -> float | None:
    """The weighted mean; None where nobody has weight."""
    total = game.weights.sum()
    return float(game.weights @ game.positions / total) if total > 0 else None


def median(game: Game) -> Median | None:
    """The weighted median with its margin; None where nobody has weight."""
    total = float(game.weights.sum())
    if total <= 0:
        return None
    places = sorted({p.position for p in game.players if p.weight > 0})
    sums = np.cumsum([sum(p.weight for p in game.players if p.position == place) for place in places]) / total
    at = int(np.searchsorted(sums, 0.5 - 1e-12))
    return Median(places[at], float(np.abs(np.concatenate(([0.0], sums)) - 0.5).min()))


def leverage(game: Game) -> tuple[Leverage, ...]:
    """What one unit more of each input does to the mean (its partial derivatives); nothing where nobody has weight."""
    middle, total = mean(game), float(game.weights.sum())
    if middle is None:
        return ()
    return tuple(
        Leverage(
            p.name,
            position=p.weight / total,
            salience=p.influence * (p.position - middle) / total,
            influence=p.salience * (p.position - middle) / total,
            weight=(p.position - middle) / total,
        )
        for p in game.players
    )


def join(game: Game, player: Player) -> float | None:
    """By how much the mean moves when one joins."""
    middle, total = mean(game), float(game.weights.sum())
    return None if middle is None or player.weight + total <= 0 else player.weight * (player.position - middle) / (total + player.weight)


def leave(game: Game, name: str) -> float | None:
    """By how much the mean moves when one leaves; None where nobody with weight is left."""
    middle, player = mean(game), game.named(name)
    left = float(game.weights.sum()) - player.weight
    return None if middle is None or left <= 1e-12 * player.weight else -player.weight * (player.position - middle) / left


def bloc(game: Game, names: tuple[str, ...], position: float) -> float | None:
    """By how much the mean moves when these all stand at one position."""
    total = float(game.weights.sum())
    return sum(game.named(n).weight * (position - game.named(n).position) for n in names) / total if total > 0 else None


def scale(game: Game, name: str, factor: float) -> float | None:
    """By how much the mean moves when one's influence is multiplied by a factor."""
    middle, player, total = mean(game), game.named(name), float(game.weights.sum())
    after = total + (factor - 1) * player.weight
    return None if middle is None or after <= 0 else (factor - 1) * player.weight * (player.position - middle) / after


def needed(game: Game, position: float, target: float) -> float | None:
    """The weight with which one at `position` who joins would pull the mean to `target`; None where no weight can.

    It can only where the target lies between the mean and the position, both left out.
    """
    middle, total = mean(game), float(game.weights.sum())
    if middle is None or not min(middle, position) < target < max(middle, position):
        return None
    return total * (middle - target) / (target - position)


def flips(game: Game, name: str, threshold: float) -> float | None:
    """The weight of a player at which the mean crosses a threshold, all else unchanged; None where no weight does it."""
    rest = game.without(name)
    middle = mean(rest)
    if middle is None:
        return None
    return needed(rest, game.named(name).position, threshold)


def means(positions: Numbers, weights: Numbers) -> Numbers:
    """The weighted mean of each row of many draws; nan where nobody in a row has weight."""
    total = weights.sum(axis=-1)
    with np.errstate(invalid="ignore", divide="ignore"):
        made: Numbers = np.where(total > 0, (weights * positions).sum(axis=-1) / total, np.nan)
    return made


def medians(positions: Numbers, weights: Numbers) -> Numbers:
    """The lower weighted median of each row of many draws; nan where nobody in a row has weight."""
    order = np.argsort(positions, axis=-1, kind="stable")
    places = np.take_along_axis(positions, order, axis=-1)
    sums = np.cumsum(np.take_along_axis(weights, order, axis=-1), axis=-1)
    total = sums[..., -1:]
    at = (sums < total * (0.5 - 1e-12)).sum(axis=-1)
    found = np.take_along_axis(places, np.minimum(at, places.shape[-1] - 1)[..., None], axis=-1)[..., 0]
    return np.where(total[..., 0] > 0, found, np.nan)
