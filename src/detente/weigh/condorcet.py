"""Probabilistic Condorcet election as KTAB has it: how likely each position is to beat all others, when influence is cast as votes.

Source: KTAB (MIT), kmodel and smp; Efird, Lester & Wise 2016. Only influence counts in its coalitions, not salience. The numbers are
shares within the model. They are no probabilities of anything in the world, and are never shown as such.
"""

from __future__ import annotations

import msgspec
import numpy as np

from detente.weigh.game import Game, Numbers

_LEAST = 1e-8


class Share(msgspec.Struct, frozen=True):
    """A position and its share, with those who stand there."""

    position: float
    names: tuple[str, ...]
    share: float


class Election(msgspec.Struct, frozen=True):
    """Shares by position, their expected position, and by name how willing to risk each is (-0.5 to 1, by its share at first)."""

    shares: tuple[Share, ...]
    expected: float
    risk: tuple[tuple[str, float], ...]


def elect(game: Game) -> Election | None:
    """The election; None where nobody has influence. Where all stand at one position, it has the whole share."""
    if not game.players or game.influences.sum() <= 0:
        return None
    places = (game.positions - game.low) / game.length
    risk = _risk(_shares(game.influences, places, places, np.zeros_like(places)))
    options = np.unique(places)
    shares = _shares(game.influences, places, options, risk)
    made = tuple(
        Share(_raw(game, float(place)), tuple(p.name for p, at in zip(game.players, places, strict=True) if at == place), float(share))
        for place, share in zip(options, shares, strict=True)
    )
    expected = sum(s.position * s.share for s in made)
    return Election(made, expected, tuple((p.name, float(r)) for p, r in zip(game.players, risk, strict=True)))


def _raw(game: Game, place: float) -> float:
    """A place from 0 to 1 in units of the scale; a player's own position exactly as given."""
    near = min((p.position for p in game.players), key=lambda position: abs((position - game.low) / game.length - place))
    return float(near)


def _shares(influences: Numbers, places: Numbers, options: Numbers, risk: Numbers) -> Numbers:
    """The share of each option: the product of its chances against every other, over the sum of these products."""
    away = np.abs(places[:, None] - options[None, :])
    utility = (1 - away) * (1 + risk[:, None] * away)
    votes = influences[:, None, None] * (utility[:, :, None] - utility[:, None, :])
    coalition = _LEAST + np.maximum(votes, 0).sum(axis=0)
    chance = coalition / (coalition + coalition.T)
    np.fill_diagonal(chance, 1.0)
    product = chance.prod(axis=1)
    made: Numbers = product / product.sum()
    return made


def _risk(shares: Numbers) -> Numbers:
    """KTAB's risk attitude: 1 for the largest share, -0.5 for the smallest; 0 where all are alike."""
    high, low = shares.max(), shares.min()
    if high - low < 1e-12:
        return np.zeros_like(shares)
    made: Numbers = (3 * shares - (high + 2 * low)) / (2 * (high - low))
    return made
