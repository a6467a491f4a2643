"""What must change nothing but units, in every model: the unit of the scale, the unit of influence, the order of players."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.weigh import challenge, compromise, condorcet, exchange, nash
from detente.weigh.game import Game, Player
from tests.weigh.cases import games, halved, turned

FACTOR, SHIFT = 4.0, -8.0
"""A power of two, so that what is equal stays equal to the last bit."""


def stretched(game: Game) -> Game:
    players = tuple(Player(p.name, p.position * FACTOR + SHIFT, p.salience, p.influence) for p in game.players)
    return Game(players, game.low * FACTOR + SHIFT, game.high * FACTOR + SHIFT)


def louder(game: Game) -> Game:
    return Game(tuple(Player(p.name, p.position, p.salience, p.influence * 8) for p in game.players), game.low, game.high)


def at(value: float | None) -> object:
    return None if value is None else pytest.approx(value * FACTOR + SHIFT, abs=1e-5)


@given(games())
def test_the_median(game: Game) -> None:
    found = compromise.median(game)
    moved = compromise.median(stretched(game))
    assert (moved.position if moved else None) == at(found.position if found else None)
    for other in (louder(game), turned(game), halved(game)):
        same = compromise.median(other)
        assert (same.position if same else None) == (found.position if found else None)


@settings(max_examples=30)
@given(games())
def test_the_challenge_model(game: Game) -> None:
    for path, moved, loud in zip(challenge.play(game, 2), challenge.play(stretched(game), 2), challenge.play(louder(game), 2), strict=True):
        for one, two, three in zip(path.rounds, moved.rounds, loud.rounds, strict=True):
            assert two.positions == pytest.approx([x * FACTOR + SHIFT for x in one.positions], abs=1e-5)
            assert three.positions == pytest.approx(one.positions, abs=1e-5)


@given(games(), st.floats(0, 100), st.floats(1, 50))
def test_nash_bargaining(game: Game, disagreement: float, cost: float) -> None:
    found = nash.solve(game, disagreement, cost, utility="linear")
    moved = nash.solve(stretched(game), disagreement * FACTOR + SHIFT, cost * FACTOR, utility="linear")
    assert moved.position == at(found.position)
    for other in (louder(game), turned(game), halved(game)):
        same = nash.solve(other, disagreement, cost, utility="linear").position
        assert same == (None if found.position is None else pytest.approx(found.position, abs=1e-5))


@given(games())
def test_the_election(game: Game) -> None:
    found, moved = condorcet.elect(game), condorcet.elect(stretched(game))
    assert (found is None) == (moved is None)
    if found and moved:
        assert [s.share for s in moved.shares] == pytest.approx([s.share for s in found.shares], abs=1e-6)


def test_exchange() -> None:
    """In units of the scale of each issue a trade moves the outcomes alike, whatever the unit of influence and the order."""
    one = Game((Player("North", 0, 0.2), Player("South", 100, 0.8), Player("Third", 50, 0.5)), 0, 100)
    two = Game((Player("North", 100, 0.8), Player("South", 0, 0.2), Player("Third", 50, 0.5)), 0, 100)
    made = exchange.play({"a": one, "b": two})
    for change in (louder, turned):
        other = exchange.play({"a": change(one), "b": change(two)})
        assert dict(other.after) == pytest.approx(dict(made.after))
    moved = exchange.play({"a": stretched(one), "b": stretched(two)})
    assert dict(moved.after) == pytest.approx({name: x * FACTOR + SHIFT for name, x in made.after})
