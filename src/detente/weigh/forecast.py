"""The other models run on a setting: a point where all is known, else the range over draws; what a model needs and lacks is said.

Never a probability: how many draws fall where is not told.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec
import numpy as np

from detente.errors import InputError
from detente.weigh import challenge, compromise, condorcet, exchange, nash, power, sample, turning
from detente.weigh.case import Issue
from detente.weigh.game import Draws, Game
from detente.weigh.sensitivity import Range, spread
from detente.weigh.setting import Setting

Model = Literal["nash", "challenge", "exchange", "condorcet", "power"]
MODELS: tuple[Model, ...] = ("nash", "challenge", "exchange", "condorcet", "power")
ROUNDS = 5
FEW = 200
"""Draws of the models that are run one game at a time."""


class Forecast(msgspec.Struct, frozen=True):
    """Where a model puts the outcome, from lowest to highest; None with the reason why it does not."""

    model: str
    at: Range | None
    note: str = ""


class Path(msgspec.Struct, frozen=True):
    """A variant of the challenge model round by round: where the median lies, and, where all is known, where each party stands."""

    variant: str
    medians: tuple[Range, ...]
    parties: tuple[tuple[str, tuple[float, ...]], ...] = ()
    moves: tuple[str, ...] = ()


class Talks(msgspec.Struct, frozen=True):
    """Agreement zone against the disagreement point: in all, some or none of the games; its widest bounds; who would walk.

    `walks`: who finds the weighted mean worse than no agreement in every game; `may_walk`: in some.
    """

    found: Literal["all", "some", "none"]
    zone: Range | None
    walks: tuple[str, ...]
    may_walk: tuple[str, ...]


class Trade(msgspec.Struct, frozen=True):
    """One exchange in words, its gain to each of the two, and what it is to each of the others (below 0: they pay)."""

    i: str
    gives: str
    j: str
    takes: str
    gain: float
    others: tuple[tuple[str, float], ...]


class Trades(msgspec.Struct, frozen=True):
    """The exchanges of a round on known numbers, with outcomes before and after by issue; else the ranges of these, or a reason."""

    trades: tuple[Trade, ...] = ()
    before: tuple[tuple[str, Range], ...] = ()
    after: tuple[tuple[str, Range], ...] = ()
    note: str = ""


def run(game: Setting, issue: Issue, model: Model, *, draws: int, seed: int) -> tuple[Forecast, ...]:
    """The forecasts of one model for one issue; both variants of the challenge model, always."""
    if game.length <= 0 or not game.seats:
        return (Forecast(model, None, "nobody is placed on a scale that has a length"),)
    if model == "nash":
        return (_nash(game, issue, draws, seed),)
    if model == "challenge":
        return tuple(
            Forecast(p.variant, p.medians[-1] if p.medians else None, f"median after {ROUNDS} rounds") for p in paths(game, draws, seed)
        )
    if model == "condorcet":
        return (_condorcet(game, draws, seed),)
    return ()


def paths(game: Setting, draws: int, seed: int) -> tuple[Path, ...]:
    """Both variants round by round."""
    known = turning.as_game(game)
    if known is not None:
        return tuple(_known_path(known, p) for p in challenge.play(known, ROUNDS))
    if game.length <= 0 or not game.seats:
        return ()
    drawn = sample.take(game, draws, seed)
    return tuple(_open_path(drawn.draws, game.length, variant) for variant in challenge.VARIANTS)


def _known_path(game: Game, path: challenge.Path) -> Path:
    parties = tuple((p.name, tuple(r.positions[n] for r in path.rounds)) for n, p in enumerate(game.players))
    moves = tuple(f"round {n}: {m.name} to {m.to:.4g} ({m.kind} with {m.other})" for n, r in enumerate(path.rounds) for m in r.moves)
    return Path(path.variant, tuple(Range(r.median, r.median) for r in path.rounds), parties if path.rounds else (), moves)


def _open_path(drawn: Draws, length: float, variant: challenge.Variant) -> Path:
    medians = []
    for turn in range(ROUNDS + 1):
        if turn:
            drawn = drawn._replace(positions=challenge.outcomes(drawn, length, variant, 1))
        found = spread(compromise.medians(drawn.positions, drawn.influences * drawn.saliences))
        if found:
            medians.append(Range(found.low, found.high))
    return Path(variant, tuple(medians))


def _nash(game: Setting, issue: Issue, draws: int, seed: int) -> Forecast:
    if issue.disagreement is None:
        return Forecast("nash", None, "no disagreement point is stated: [issue.disagreement]")
    found = []
    for one, at in _against(game, issue, draws, seed):
        found.append(nash.solve(one, at, issue.disagreement.cost, utility="linear").position)
    known = [x for x in found if x is not None]
    if not known:
        return Forecast("nash", None, "no agreement zone")
    missing = "" if len(known) == len(found) else "; in some games there is no agreement zone"
    return Forecast("nash", Range(min(known), max(known)), f"linear utility{missing}")


def _against(game: Setting, issue: Issue, draws: int, seed: int) -> list[tuple[Game, float]]:
    """Drawn games, each with its disagreement point; the point lies half-way where only a range is told."""
    if issue.disagreement is None:
        return []
    place = issue.place_of(issue.disagreement.at)
    low, high = (place.low, place.high) if place else (0, 0)
    return [(one, float(edges[low] + edges[high]) / 2) for one, edges in sample.games(game, min(draws, FEW), seed)]


def talks(game: Setting, issue: Issue, draws: int, seed: int) -> Talks | None:
    """The agreement zone; None where no disagreement point is stated or nobody is placed."""
    if issue.disagreement is None or game.length <= 0 or not game.seats:
        return None
    cost = issue.disagreement.cost
    zones, walkers = [], []
    for one, at in _against(game, issue, draws, seed):
        zones.append(nash.zone(one, at, cost))
        middle = compromise.mean(one)
        walkers.append(set(nash.would_walk(one, middle, at, cost)) if middle is not None else set())
    known = [z for z in zones if z]
    names = [s.name for s in game.seats]
    always, ever = set.intersection(*walkers), set.union(*walkers)
    return Talks(
        "none" if not known else "all" if len(known) == len(zones) else "some",
        Range(min(z.low for z in known), max(z.high for z in known)) if known else None,
        tuple(n for n in names if n in always),
        tuple(n for n in names if n in ever - always),
    )


def _condorcet(game: Setting, draws: int, seed: int) -> Forecast:
    found = [e.expected for one, _ in sample.games(game, min(draws, FEW), seed) if (e := condorcet.elect(one))]
    if not found:
        return Forecast("condorcet", None, "nobody has influence")
    return Forecast("condorcet", Range(min(found), max(found)), "the expected position; influence only, salience does not count")


def powers(issue: Issue) -> tuple[power.Power, ...] | str:
    """Power under the stated rule of decision, or why there is none."""
    if issue.rule is None:
        return "no rule of decision is stated: [issue.rule]; talks have none, and under unanimity every party has the same"
    if issue.rule.quota is None:
        return power.unanimity([v.party for v in issue.rule.votes] or [p.name for p in issue.parties])
    return power.indices([(v.party, v.votes) for v in issue.rule.votes], issue.rule.quota)


def trades(settings: Sequence[Setting], draws: int, seed: int) -> Trades:
    """The exchanges of a round over all issues."""
    if len(settings) < 2:
        return Trades(note="the exchange model needs two issues or more in one file")
    if empty := [s.issue for s in settings if s.length <= 0 or not s.seats]:
        return Trades(note=f"nobody is placed on a scale that has a length: {', '.join(empty)}")
    try:
        known = {s.issue: g for s in settings if (g := turning.as_game(s))}
        if len(known) == len(settings):
            return _known_trades(exchange.play(_hundred(known)), known)
        return _open_trades(settings, min(draws, FEW // 2), seed)
    except InputError as error:
        return Trades(note=str(error))


def _hundred(games: dict[str, Game]) -> dict[str, Game]:
    """All issues on scales from 0 to 100, so that a gain on one is comparable to a loss on another."""
    return {name: _to_hundred(g) for name, g in games.items()}


def _to_hundred(game: Game) -> Game:
    players = (
        msgspec.structs.replace(p, position=float(np.clip(100 * (p.position - game.low) / game.length, 0, 100))) for p in game.players
    )
    return Game(tuple(players), 0.0, 100.0)


def _known_trades(made: exchange.Round, games: dict[str, Game]) -> Trades:
    def back(rows: tuple[tuple[str, float], ...]) -> tuple[tuple[str, Range], ...]:
        raw = ((name, games[name].low + x * games[name].length / 100) for name, x in rows)
        return tuple((name, Range(x, x)) for name, x in raw)

    told = tuple(Trade(e.i, e.gives, e.j, e.takes, e.gain, e.externalities) for e in made.exchanges)
    return Trades(told, back(made.before), back(made.after))


def _open_trades(settings: Sequence[Setting], draws: int, seed: int) -> Trades:
    """Ranges of the outcomes over draws; draws in which nobody has weight on an issue are left out."""
    drawn = zip(*(_repeated(s, draws, seed) for s in settings), strict=True)
    before: dict[str, list[float]] = {s.issue: [] for s in settings}
    after: dict[str, list[float]] = {s.issue: [] for s in settings}
    for games in drawn:
        named = {s.issue: g for s, g in zip(settings, games, strict=True)}
        if any(g.weights.sum() <= 0 for g in named.values()):
            continue
        made = exchange.play(_hundred(named))
        for into, rows in ((before, made.before), (after, made.after)):
            for name, x in rows:
                into[name].append(named[name].low + x * named[name].length / 100)
    if not all(after.values()):
        return Trades(note="nobody has weight")
    ranges = [tuple((name, Range(min(xs), max(xs))) for name, xs in into.items()) for into in (before, after)]
    return Trades((), ranges[0], ranges[1], "distances or weights are not stated: ranges of the outcomes, and no list of exchanges")


def _repeated(game: Setting, draws: int, seed: int) -> list[Game]:
    """Draws of one issue, repeated where it leaves nothing open."""
    made = [one for one, _ in sample.games(game, draws, seed)]
    return made * draws if len(made) == 1 else made
