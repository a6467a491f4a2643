"""Mean and median of the published case to the digit, and what must not change them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import InputError
from detente.weigh import compromise
from detente.weigh.game import Draws, Game, Player
from tests.weigh.cases import EMISSION, games, halved, stretched, turned


def near(value: float | None) -> object:
    return None if value is None else pytest.approx(value, rel=1e-9, abs=1e-9)


def test_the_published_case() -> None:
    assert compromise.mean(EMISSION) == pytest.approx(7.389955686853767, abs=1e-12)
    middle = compromise.median(EMISSION)
    assert middle is not None
    assert middle.position == 7
    assert middle.margin == pytest.approx(0.0025 / 0.677, abs=1e-12)


@pytest.mark.parametrize(("name", "mean"), [("UK", 6.6848030018761735), ("Germany", 8.180327868852459), ("Belgium", 7.409302325581395)])
def test_one_who_leaves_by_formula_and_by_hand(name: str, mean: float) -> None:
    delta = compromise.leave(EMISSION, name)
    assert delta is not None
    assert compromise.mean(EMISSION.without(name)) == pytest.approx(mean, abs=1e-12)
    assert (compromise.mean(EMISSION) or 0) + delta == pytest.approx(mean, abs=1e-12)


def test_leverage_is_what_one_unit_does() -> None:
    made = {row.name: row for row in compromise.leverage(EMISSION)}
    assert made["UK"].position == pytest.approx(0.21270310192023634, abs=1e-12)
    step = 1e-6
    for field in ("position", "salience", "influence"):
        for name in ("Greece", "Luxembourg"):
            player = EMISSION.named(name)
            values = {"position": player.position, "salience": player.salience, "influence": player.influence}
            moved = EMISSION.replaced(Player(name, **(values | {field: values[field] + step})))
            slope = ((compromise.mean(moved) or 0) - (compromise.mean(EMISSION) or 0)) / step
            assert getattr(made[name], field) == pytest.approx(slope, abs=1e-5)


@given(games(2), st.floats(0, 100), st.floats(0.1, 1))
def test_scenarios_by_formula_are_scenarios_by_hand(game: Game, position: float, influence: float) -> None:
    before = compromise.mean(game)
    if before is None:
        assert compromise.join(game, Player("new", position)) is None
        return
    new = Player("new", position, 1.0, influence)
    joined, bloc = compromise.join(game, new), compromise.bloc(game, ("p0", "p1"), position)
    assert before + (joined or 0) == near(compromise.mean(game.joined(new)))
    assert before + (bloc or 0) == near(compromise.mean(game.bloc(["p0", "p1"], position)))
    first = game.players[0]
    louder = compromise.scale(game, "p0", 2.5)
    assert before + (louder or 0) == near(
        compromise.mean(game.replaced(Player("p0", first.position, first.salience, first.influence * 2.5)))
    )


@given(games(2), st.floats(0, 100), st.floats(0, 100))
def test_the_weight_that_is_needed_reaches_the_target(game: Game, position: float, target: float) -> None:
    weight = compromise.needed(game, position, target)
    before = compromise.mean(game)
    if before is None or abs(target - position) < 1e-3 or not min(before, position) < target < max(before, position):
        return
    assert weight is not None
    assert compromise.mean(game.joined(Player("new", position, 1.0, weight))) == pytest.approx(target, abs=1e-6)


def test_no_weight_reaches_beyond_ones_own_position() -> None:
    assert compromise.needed(EMISSION, 9, 9.5) is None
    assert compromise.needed(EMISSION, 9, 7) is None


def test_the_weight_at_which_a_conclusion_turns() -> None:
    weight = compromise.flips(EMISSION, "UK", 7.0)
    assert weight is not None
    assert compromise.mean(EMISSION.replaced(Player("UK", 10, 1.0, weight))) == pytest.approx(7.0)
    assert compromise.flips(EMISSION, "UK", 6.0) is None


@given(games())
def test_order_units_splitting_and_scale_of_influence_change_nothing(game: Game) -> None:
    mean, median = compromise.mean(game), compromise.median(game)
    louder = Game(tuple(Player(p.name, p.position, p.salience, p.influence * 7) for p in game.players), 0, 100)
    for other in (turned(game), halved(game), louder):
        assert compromise.mean(other) == near(mean)
    for other in (turned(game), halved(game)):
        found = compromise.median(other)
        assert (found is None) == (median is None)
        assert found is None or median is None or found.position == median.position
    moved = compromise.mean(stretched(game, 3, -5))
    assert (moved is None) == (mean is None)
    assert mean is None or moved == near(mean * 3 - 5)


@given(games())
def test_many_games_at_once_are_each_game_alone(game: Game) -> None:
    draws = Draws(game.positions[None, :], game.saliences[None, :], game.influences[None, :])
    weights = draws.influences * draws.saliences
    mean, median = compromise.mean(game), compromise.median(game)
    assert compromise.means(draws.positions, weights)[0] == near(np.nan if mean is None else mean) or mean is None
    assert median is None or compromise.medians(draws.positions, weights)[0] == median.position


def test_degenerate_games_give_a_stated_result() -> None:
    nobody = Game((), 0, 1)
    silent = Game((Player("a", 0.5, 0.0, 1.0),), 0, 1)
    alone = Game((Player("a", 0.5),), 0, 1)
    assert [compromise.mean(nobody), compromise.mean(silent), compromise.median(silent)] == [None, None, None]
    assert compromise.leverage(silent) == ()
    assert compromise.leave(alone, "a") is None
    assert compromise.mean(alone) == 0.5


@pytest.mark.parametrize(
    "bad", [Player("a", 2), Player("a", 0.5, 1.5), Player("a", 0.5, 1, -1), Player("a", float("nan")), Player("a", 0.5, 1, float("inf"))]
)
def test_numbers_out_of_bounds_are_refused_by_name(bad: Player) -> None:
    with pytest.raises(InputError, match="a: "):
        Game((bad,), 0, 1)


def test_who_is_not_there_is_refused_by_name() -> None:
    with pytest.raises(InputError, match="Nobody"):
        EMISSION.without("Nobody")
    with pytest.raises(InputError, match="already"):
        EMISSION.joined(Player("UK", 5))
