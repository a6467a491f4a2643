"""Exchanges: a case worked by hand, equal gains, and what it is to those who take no part."""

from __future__ import annotations

import pytest

from detente.errors import InputError
from detente.weigh import exchange
from detente.weigh.game import Game, Player

# Two issues from 0 to 100. North cares for sanctions (0.8) more than for inspections (0.2), South the other way about; all have influence 1.
# Weights on inspections: .2 .8 .5, on sanctions: .8 .2 .5; W = 1.5 on both.
INSPECTIONS = Game((Player("North", 0, 0.2), Player("South", 100, 0.8), Player("Third", 50, 0.5)), 0, 100)
SANCTIONS = Game((Player("North", 100, 0.8), Player("South", 0, 0.2), Player("Third", 50, 0.5)), 0, 100)
ISSUES = {"inspections": INSPECTIONS, "sanctions": SANCTIONS}


def test_a_case_worked_by_hand() -> None:
    """Outcomes 70 and 70. North gives all of inspections: 100 × .2/1.5 = 13.33; South all of sanctions: the same, since ratio is 1.

    Each gains .8 × 13.33 - .2 × 13.33 = 8. For Third both outcomes go from 20 to 33.33 away: -2 × 13.33 × .5 = -13.33.
    """
    (made,) = exchange.possible(ISSUES)
    assert (made.i, made.gives, made.j, made.takes) == ("North", "inspections", "South", "sanctions")
    assert (made.gives_shift, made.takes_shift) == pytest.approx((40 / 3, 40 / 3))
    assert (made.i_to, made.j_to, made.gain) == pytest.approx((100, 100, 8))
    (done,) = exchange.play(ISSUES).exchanges
    assert dict(done.externalities) == pytest.approx({"Third": -40 / 3})


def test_an_outcome_does_not_pass_the_one_who_asked_for_it() -> None:
    near = Game((Player("North", 0, 0.2), Player("South", 75, 0.8), Player("Third", 50, 0.5)), 0, 100)
    made = exchange.play(ISSUES | {"inspections": near})
    assert dict(made.after)["inspections"] <= 75 + 1e-9


def test_gains_are_equal_and_no_position_is_traded_twice() -> None:
    third = Game((Player("North", 0, 0.5), Player("South", 100, 0.4), Player("Third", 90, 0.9)), 0, 100)
    made = exchange.play(ISSUES | {"escort": third})
    given_up = [(e.i, e.gives) for e in made.exchanges] + [(e.j, e.takes) for e in made.exchanges]
    assert len(set(given_up)) == len(given_up)
    for e in made.exchanges:
        games = ISSUES | {"escort": third}
        taker = games[e.gives].named(e.j).salience * e.gives_shift - games[e.takes].named(e.j).salience * e.takes_shift
        assert taker == pytest.approx(e.gain)


def test_who_stands_on_one_side_with_the_other_has_nothing_to_trade() -> None:
    assert exchange.possible({"a": INSPECTIONS, "b": INSPECTIONS}) == ()


def test_one_issue_is_no_exchange() -> None:
    with pytest.raises(InputError, match="two issues"):
        exchange.play({"a": INSPECTIONS})
    with pytest.raises(InputError, match="nobody has weight on b"):
        exchange.play({"a": INSPECTIONS, "b": Game((Player("North", 0, 0.0),), 0, 1)})
