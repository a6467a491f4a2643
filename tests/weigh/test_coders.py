"""Two coders of one case."""

from __future__ import annotations

import pytest

from detente.errors import InputError
from detente.weigh import coders
from tests.weigh.files import STATED, case, party, scale


def test_coders_who_agree_differ_in_nothing() -> None:
    assert coders.compare(case(STATED), case(STATED)) == ()


def test_each_cell_is_changed_alone() -> None:
    """China from 40 to 100 moves the mean by its share, .5 / 1.75 × 60; its salience from 50 to 100 by another way."""
    other = scale(0, 40, 100) + party("North", "at A", 100) + party("China", "at C", 100) + party("South", "at C", 50, 50)
    position, salience = coders.compare(case(STATED), case(other))
    assert (position.party, position.field, position.first, position.second) == ("China", "position", "at B", "at C")
    assert position.delta is not None
    assert position.delta.low == pytest.approx(0.5 / 1.75 * 60)
    assert (salience.field, salience.first, salience.second) == ("salience", "50", "100")
    assert salience.delta is not None
    assert salience.delta.low == pytest.approx((40 + 25) / 2.25 - 45 / 1.75)


def test_a_party_that_only_one_has() -> None:
    fewer = scale(0, 40, 100) + party("North", "at A", 100) + party("China", "at B", 50)
    (gone,) = coders.compare(case(STATED), case(fewer))
    assert (gone.party, gone.first, gone.second) == ("South", "at C", "no such party")
    (come,) = coders.compare(case(fewer), case(STATED))
    assert come.first == "no such party"
    assert come.delta is not None
    assert (come.delta.low, come.delta.high) == pytest.approx((45 / 1.75 - 20 / 1.5, 45 / 1.75 - 20 / 1.5))


@pytest.mark.parametrize("other", ["", STATED.replace("step by step", "bit by bit"), STATED.replace('"steps"', '"leaps"')])
def test_different_scales_cannot_be_compared(other: str) -> None:
    with pytest.raises(InputError, match="coder"):
        coders.compare(case(STATED), case(other))
