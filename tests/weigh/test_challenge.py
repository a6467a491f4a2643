"""Both variants on the published case: the ten-round trace, and what must not change it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from detente.weigh import challenge
from detente.weigh.game import Draws, Game, Player
from tests.weigh.cases import EMISSION, games, turned

MEDIANS = (
    7.000000000,
    8.415932315,
    9.610859134,
    9.961979590,
    9.961979590,
    9.961979590,
    7.472046362,
    8.824593855,
    9.671129770,
    9.671129770,
    7.000000000,
)
MEANS = (
    7.389955687,
    7.461314378,
    7.552500866,
    7.590144997,
    7.358130531,
    7.349173990,
    7.414877545,
    7.510457184,
    7.572447098,
    7.324989066,
    7.242130958,
)
RISK = (1.4056527842180304, 0.7541959272436861, 0.5088637910269406, 1.4056527842180304, 1.046523896057062, 1.046523896057062,
        1.9648982295073376, 0.5, 2.0, 1.112124970858258)  # fmt: skip


def test_the_trace_of_the_code() -> None:
    code, _ = challenge.play(EMISSION)
    assert [r.median for r in code.rounds] == pytest.approx(MEDIANS, abs=1e-8)
    assert [r.mean for r in code.rounds] == pytest.approx(MEANS, abs=1e-8)
    assert code.rounds[1].risk == pytest.approx(RISK, abs=1e-9)


def test_the_moves_of_the_first_round() -> None:
    code, _ = challenge.play(EMISSION)
    moves = {m.name: m for m in code.rounds[1].moves}
    assert set(moves) == {"Belgium", "Luxembourg", "Ireland"}
    assert (moves["Belgium"].kind, moves["Belgium"].other) == ("compromise", "France")
    assert (moves["Belgium"].own, moves["Belgium"].others) == pytest.approx((-0.11483050347300794, 0.2432965945234421), abs=1e-9)
    assert moves["Belgium"].to == pytest.approx(8.415932315426764, abs=1e-9)
    assert (moves["Luxembourg"].kind, moves["Luxembourg"].to, moves["Ireland"].to) == ("confrontation", 7, 4)


def test_the_text_as_written_forecasts_nothing_here() -> None:
    _, literal = challenge.play(EMISSION)
    assert {r.median for r in literal.rounds} == {7.0}


def test_an_offer_that_costs_both_the_same_moves_nobody_in_any_order() -> None:
    """Found by hypothesis: the first and the last expect the same of each other but for the last bit."""
    rows = ((0.0, 0.0, 0.0), (85.2, 0.0, 0.0), (46.7, 0.0, 0.0), (50.0, 0.75, 1.0), (0.0, 0.188, 0.0))
    game = Game(tuple(Player(f"p{n}", *row) for n, row in enumerate(rows)), 0, 100)
    for path, other in zip(challenge.play(game, 3), challenge.play(turned(game), 3), strict=True):
        assert path.rounds[-1].positions == pytest.approx(other.rounds[-1].positions[::-1])


def test_a_scale_that_begins_below_zero_is_as_good_as_any() -> None:
    below = Game(tuple(Player(p.name, p.position - 20, p.salience, p.influence) for p in EMISSION.players), -16, -10)
    for path, other in zip(challenge.play(EMISSION, 5), challenge.play(below, 5), strict=True):
        assert [r.median - 20 for r in path.rounds] == pytest.approx([r.median for r in other.rounds], abs=1e-8)


@settings(max_examples=30)
@given(games())
def test_any_game_ends_on_the_scale_whatever_the_order(game: Game) -> None:
    for path, other in zip(challenge.play(game, 3), challenge.play(turned(game), 3), strict=True):
        assert len(path.rounds) == len(other.rounds) == (4 if game.weights.sum() > 0 else 0)
        for a, b in zip(path.rounds, other.rounds, strict=True):
            assert all(game.low - 1e-9 <= x <= game.high + 1e-9 for x in a.positions)
            assert a.positions == pytest.approx(b.positions[::-1], abs=1e-6)


def test_many_games_at_once_are_each_game_alone() -> None:
    draws = Draws(np.stack([EMISSION.positions] * 2), np.stack([EMISSION.saliences] * 2), np.stack([EMISSION.influences] * 2))
    for path in challenge.play(EMISSION, 5):
        made = challenge.outcomes(draws, EMISSION.length, path.variant, 5)
        assert made[1] == pytest.approx(path.rounds[5].positions, abs=1e-12)
