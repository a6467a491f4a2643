"""The probabilistic election of the published case as KTAB gives it."""

from __future__ import annotations

import pytest
from hypothesis import given

from detente.weigh import condorcet
from detente.weigh.game import Game
from tests.weigh.cases import EMISSION, games, turned


def test_the_published_case() -> None:
    made = condorcet.elect(EMISSION)
    assert made is not None
    assert [s.share for s in made.shares] == pytest.approx([0.2069, 0.3474, 0.4457], abs=5e-5)
    risk = dict(made.risk)
    assert (risk["Germany"], risk["Greece"], risk["UK"]) == pytest.approx((-0.5, 1.0, 0.135), abs=5e-4)
    assert [s.position for s in made.shares] == [4, 7, 10]


@given(games())
def test_any_game_has_shares_that_add_up_whatever_the_order(game: Game) -> None:
    made, other = condorcet.elect(game), condorcet.elect(turned(game))
    if made is None or other is None:
        assert game.influences.sum() == 0
        return
    assert sum(s.share for s in made.shares) == pytest.approx(1)
    assert made.expected == pytest.approx(other.expected)
