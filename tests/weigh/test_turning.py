"""What turns the middle: the weight that is told turns it, a little less does not."""

from __future__ import annotations

import pytest
from hypothesis import given

from detente.weigh import outcome, setting, turning
from detente.weigh.game import Game
from detente.weigh.place import Place
from detente.weigh.sensitivity import Range
from tests.weigh.cases import games
from tests.weigh.files import BLANK, STATED, case, party, scale


def game(text: str) -> setting.Setting:
    return setting.build(case(text).issues[0])


def test_twice_the_weight_of_one_end_turns_the_middle_of_three() -> None:
    equal = game(BLANK).equal()
    north = [t for t in turning.turns(equal) if t.name == "North" and t.factor]
    assert [(t.low, t.high) for t in north] == [(2, 2)]
    assert north[0].factor == pytest.approx(2.0)
    held, turned = (outcome.middle(turning.weighed(equal, "North", w)) for w in (1.99, 2.01))
    assert held is not None
    assert turned is not None
    assert (held.low, turned.low) == (4, 2)


def test_where_the_weight_is_split_evenly_any_change_turns_it() -> None:
    even = game(scale() + party("North", "at A") + party("South", "at C")).equal()
    assert {(t.name, t.factor, t.more, t.low) for t in turning.turns(even) if t.factor} == {
        ("North", 1.0, True, 2), ("North", 1.0, False, 6), ("South", 1.0, True, 6), ("South", 1.0, False, 2),
    }  # fmt: skip


def test_one_who_stands_elsewhere_turns_it() -> None:
    places = {(t.name, t.place): t.low for t in turning.turns(game(BLANK).equal()) if t.place}
    assert places["North", Place(3, 3)] == 6
    assert places["China", Place(1, 1)] == 2


def test_what_one_needs() -> None:
    need = turning.need(game(BLANK), "North", 2)
    assert (need.now, need.moving) == (False, ())
    assert need.factor == pytest.approx(2.0)
    assert turning.need(game(BLANK), "China", 4).now
    assert turning.need(game(BLANK), "China", 6).factor is None
    assert turning.need(game(BLANK), "China", 6).moving == (Place(3, 3),)


def test_on_distances_the_weight_for_the_mean_reaches_it() -> None:
    """North weighs 1 at 0; the others 1/2 at 40 and 1/4 at 100, mean 45 / .75 = 60: for 40 it needs .75 × 20 / 40 = .375."""
    need = turning.need(game(STATED), "North", 4)
    assert need.mean_factor == pytest.approx(0.375)


def test_nobody_moves_the_median_nearer_by_standing_elsewhere_than_where_it_wants() -> None:
    assert turning.gains(game(BLANK)) == ()


def test_on_distances_who_exaggerates_draws_the_mean_nearer() -> None:
    """China at 40 with the mean at 25.7: by standing at 100 it draws it to 42.9, nearer by 11.4."""
    found = {g.name: g for g in turning.gains(game(STATED))}
    assert found["China"].place == Place(3, 3)
    assert found["China"].mean == pytest.approx(abs(45 / 1.75 - 40) - abs(75 / 1.75 - 40))


@pytest.mark.parametrize("text", [scale(), scale() + party("North", "at A"), scale() + party("North", "at A", 0)])
def test_a_game_of_one_or_none_turns_on_nothing_but_its_own_place(text: str) -> None:
    assert {t.name for t in turning.turns(game(text).footing())} <= {"North"}
    assert turning.gains(game(text)) == ()


@given(games(2))
def test_beyond_the_weight_that_is_told_the_middle_is_what_is_told(played: Game) -> None:
    seats = tuple(
        setting.Seat(p.name, Place(*[int(p.position) // 25 + 1] * 2), Range(1, 1), Range(p.influence, p.influence)) for p in played.players
    )
    game = setting.Setting("x", ("A", "B", "C", "D", "E"), None, seats)
    now = outcome.middle(game)
    for turn in turning.turns(game):
        if now is None or turn.factor is None:
            continue
        own = next(s.weight.low for s in seats if s.name == turn.name)
        far, near = (
            turning.weighed(game, turn.name, own * turn.factor * by) for by in ((1.0001, 0.9999) if turn.more else (0.9999, 1.0001))
        )
        there = outcome.middle(far)
        assert there is not None
        assert (there.low, there.high) != (now.low, now.high)
        if abs(turn.factor - 1) > 1e-3:
            here = outcome.middle(near)
            assert here is not None
            assert (here.low, here.high) == (now.low, now.high)
