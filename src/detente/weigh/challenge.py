"""The challenge model (Bueno de Mesquita's expected utility) as two named variants, never one without the other.

Source: Scholz, Calbert & Smith 2011 (ICAART, doi:10.5220/0003121500180030), equations in brackets below. The published rules leave
readings open: `scholz2011-code` follows the code that reproduces their Table 2 but for one median, `scholz2011-literal` the text.
Positions need not settle; a fixed number of rounds is run and the path is shown. On 353 EU issues it errs by more than the mean.
"""

from __future__ import annotations

from typing import Literal

import msgspec
import numpy as np

from detente.weigh import compromise
from detente.weigh.game import Draws, Game, Numbers

Variant = Literal["scholz2011-code", "scholz2011-literal"]
VARIANTS: tuple[Variant, ...] = ("scholz2011-code", "scholz2011-literal")
Kind = Literal["confrontation", "compromise", "capitulation"]
_KINDS: tuple[Kind, ...] = ("confrontation", "compromise", "capitulation")
ROUNDS = 10
_DIGITS = 12  # what is equal but for the order of summing is equal: who gives way must not hang on the order of players
_CELLS = 2_000_000  # draws × players³ that are held at once: some 50 MB


class Move(msgspec.Struct, frozen=True):
    """Who moves in a round, by which kind of offer, of whom, to where; the expected utilities are the mover's own view."""

    name: str
    kind: Kind
    other: str
    to: float
    own: float
    others: float


class Round(msgspec.Struct, frozen=True):
    """The positions after a round, their weighted median and mean, the risk exponents and moves that led there."""

    positions: tuple[float, ...]
    median: float
    mean: float
    risk: tuple[float, ...] = ()
    moves: tuple[Move, ...] = ()


class Path(msgspec.Struct, frozen=True):
    """The rounds of one variant, the first being the start."""

    variant: Variant
    rounds: tuple[Round, ...]


def play(game: Game, rounds: int = ROUNDS) -> tuple[Path, ...]:
    """Both variants, so many rounds; no rounds where nobody has weight."""
    return tuple(_path(game, variant, rounds) for variant in VARIANTS)


def _path(game: Game, variant: Variant, rounds: int) -> Path:
    if game.weights.sum() <= 0:
        return Path(variant, ())
    x, w = game.positions[None, :], game.weights[None, :]
    made = [_round(x, w)]
    for _ in range(rounds):
        step = _Step(x, w, game.saliences[None, :], game.length, variant)
        made.append(_round(step.after, w, step.risk, step.moves(game)))
        x = step.after
    return Path(variant, tuple(made))


def _round(x: Numbers, w: Numbers, risk: Numbers | None = None, moves: tuple[Move, ...] = ()) -> Round:
    exponents = tuple(map(float, risk[0])) if risk is not None else ()
    middle = float(compromise.medians(x, w)[0])
    return Round(tuple(map(float, x[0])), middle, float(compromise.means(x, w)[0]), exponents, moves)


def outcomes(draws: Draws, length: float, variant: Variant, rounds: int) -> Numbers:
    """Positions after so many rounds of many games at once, on a scale of a length."""
    count, players = draws.positions.shape
    size = max(1, _CELLS // max(1, players) ** 3)
    parts = [Draws(*(numbers[at : at + size] for numbers in draws)) for at in range(0, count, size)]
    return np.concatenate([_outcomes(part, length, variant, rounds) for part in parts]) if parts else draws.positions


def _outcomes(draws: Draws, length: float, variant: Variant, rounds: int) -> Numbers:
    positions, weights = draws.positions, draws.influences * draws.saliences
    for _ in range(rounds):
        positions = _Step(positions, weights, draws.saliences, length, variant).after
    return positions


class _Step:
    """One round of many draws at once: arrays are draws × players, or draws × challenger × challenged."""

    def __init__(self, x: Numbers, weights: Numbers, saliences: Numbers, length: float, variant: Variant) -> None:
        self.x = x
        self.variant = variant
        self.distance = np.abs(x[:, :, None] - x[:, None, :]) / length
        self._weights = weights
        self._saliences = saliences
        level = np.ones_like(x)
        self.risk = _risk(self._utility(level, level[:, :, None], own=True))
        self.own = self._utility(self.risk, self.risk[:, :, None], own=True)
        self.others = self._utility(self.risk, self.risk[:, :, None], own=False)
        self._choose()

    def _utility(self, risk: Numbers, seen: Numbers, *, own: bool) -> Numbers:
        """E(U_ij) of a challenge of j by i (`own`), or E(U_ji) of one of i by j, as i sees it (5-7, 22-25; Q = 1)."""
        wins = self._wins(risk)
        success = 2 - 4 * (0.5 - 0.5 * self.distance) ** seen
        failure = 2 - 4 * (0.5 + 0.5 * self.distance) ** seen
        unchanged = 2 - 4 * 0.5**seen
        salience = self._saliences[:, None, :] if own else self._saliences[:, :, None]
        chance = wins if own else wins.swapaxes(1, 2)
        made: Numbers = salience * (chance * success + (1 - chance) * failure) + (1 - salience) * success - unchanged
        return made.round(_DIGITS) + 0.0

    def _wins(self, risk: Numbers) -> Numbers:
        """P_ij, the share of votes for i against j: by all pairs with distances raised to risk (code), or by their pair alone (30, 31)."""
        far = self.distance ** risk[:, :, None] if self.variant == "scholz2011-code" else self.distance
        votes = far[:, :, None, :] - far[:, :, :, None]  # by voter k: how much nearer i is than j
        cast = self._weights[:, :, None, None] * votes
        for_i = np.maximum(cast, 0).sum(axis=1)
        every = np.abs(cast).sum(axis=1)
        if self.variant == "scholz2011-code":
            every = np.broadcast_to(every.sum(axis=(1, 2), keepdims=True), every.shape)
        made: Numbers = np.divide(for_i, every, out=np.zeros_like(for_i), where=every > 0)
        return made

    def _choose(self) -> None:
        """Each player's offer: confrontation before compromise before capitulation, of each the smallest move (6.2)."""
        a, b, x = self.own, self.others, self.x
        apart = self.distance > 1e-12
        kinds = (apart & (a > 0) & (b > a), apart & (a < 0) & (b > -a), apart & (a < 0) & (b > 0) & (b <= -a))
        there = np.broadcast_to(x[:, None, :], a.shape)
        here = np.broadcast_to(x[:, :, None], a.shape)
        part = np.divide(np.abs(a), np.abs(b), out=np.zeros_like(a), where=b != 0)
        target = np.where(kinds[1], here + (there - here) * part, there)
        cost = np.abs(target - here)
        if self.variant == "scholz2011-code":
            sums = np.abs(a) + np.abs(b)
            middle = np.divide(np.abs(a) * here + np.abs(b) * there, sums, out=np.zeros_like(a), where=sums > 0)
            cost = np.where(kinds[1], middle, cost)
        rank = np.select(kinds, (0, 1, 2), 3)
        first = rank.min(axis=-1, keepdims=True)
        cost = np.where(rank == first, cost, np.inf)
        least = cost.min(axis=-1, keepdims=True)
        near = cost <= least + 1e-12 * np.abs(least)  # a lowest weighted position may lie below 0
        self.kind = np.where(first[..., 0] < 3, first[..., 0], -1)
        self.partner = np.where(near, target, np.inf).argmin(axis=-1)  # of equal moves the lower: no order of players matters
        chosen = np.take_along_axis(target, self.partner[..., None], axis=-1)[..., 0]
        self.after: Numbers = np.where(self.kind >= 0, chosen, x)

    def moves(self, game: Game) -> tuple[Move, ...]:
        """The moves of the first draw."""
        names = [p.name for p in game.players]
        return tuple(
            Move(name, _KINDS[int(kind)], names[j], float(self.after[0, i]), float(self.own[0, i, j]), float(self.others[0, i, j]))
            for i, (name, kind, j) in enumerate(zip(names, self.kind[0], self.partner[0], strict=True))
            if kind >= 0
        )


def _risk(utility: Numbers) -> Numbers:
    """Risk exponents from 0.5 to 2 by what others expect from challenging each (32-34); 1 where all are alike."""
    count = utility.shape[-1]
    security = (utility * (1 - np.eye(count))).sum(axis=1)
    high, low = security.max(axis=-1, keepdims=True), security.min(axis=-1, keepdims=True)
    spread = high - low
    ratio = np.divide(2 * security - high - low, spread, out=np.zeros_like(security), where=spread > 1e-12)
    made: Numbers = (1 - ratio / 3) / (1 + ratio / 3)
    return made
