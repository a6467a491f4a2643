"""Nash bargaining: cases that can be solved by hand, its limit, and no number where there is no zone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.weigh import compromise, nash
from detente.weigh.game import Game, Player
from tests.weigh.cases import EMISSION, games


@pytest.mark.parametrize(
    ("a", "b", "q", "wa", "wb", "expected"),
    [(0, 1, 2, 1, 1, 1.0), (0, 1, 1.5, 2, 1, 5 / 6), (0.2, 0.8, 1, 1, 1, 0.8), (0.2, 0.8, 1, 1, 3, 0.8)],
)
def test_two_with_linear_utility(a: float, b: float, q: float, wa: float, wb: float, expected: float) -> None:
    """x* = clamp((w_b q - w_a (q - 2b)) / (w_a + w_b), a, b) for a < b <= q."""
    game = Game((Player("a", a, 1, wa), Player("b", b, 1, wb)), 0, 2)
    assert nash.solve(game, q, utility="linear").position == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize(
    ("loss", "years"),
    [(1.01, 7.255342), (2, 7.318173), (5, 7.360292), (20, 7.382420), (100, 7.388442), (1e4, 7.389941)],
)
def test_the_dearer_a_breakdown_the_nearer_the_mean(loss: float, years: float) -> None:
    assert nash.solve_loss(EMISSION, loss).position == pytest.approx(years, abs=1e-6)


def test_no_zone_gives_no_number() -> None:
    content = Game((Player("a", 0), Player("b", 1)), 0, 2)
    assert nash.solve(content, 1, utility="linear") == nash.Bargain(None, None)
    found = nash.solve(EMISSION, 7)
    assert (found.position, found.zone) == (None, None)


def test_the_zone_is_where_nobody_loses_and_grows_with_the_cost() -> None:
    game = Game((Player("a", 20), Player("b", 60)), 0, 100)
    assert nash.zone(game, 80) == nash.Zone(40, 80)
    assert nash.zone(game, 80, 10) == nash.Zone(30, 90)
    assert nash.would_walk(game, 30, 80) == ("b",)
    assert nash.would_walk(game, 30, 80, 10) == ()


@given(games(), st.floats(0, 100), st.floats(0, 50))
def test_a_solution_is_in_the_zone_and_better_for_all(game: Game, disagreement: float, cost: float) -> None:
    found = nash.solve(game, disagreement, cost, utility="linear")
    if found.position is None:
        return
    assert found.zone is not None
    assert found.zone.low - 1e-6 <= found.position <= found.zone.high + 1e-6
    assert all(gain >= -1e-6 for _, gain in found.gains)


def test_a_cost_without_end_is_the_mean() -> None:
    mean = compromise.mean(EMISSION)
    assert nash.solve(EMISSION, 7, 1e7).position == pytest.approx(mean, abs=1e-4)
