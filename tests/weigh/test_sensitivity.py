"""Ranges, draws and what is left out."""

from __future__ import annotations

import numpy as np
import pytest

from detente.errors import InputError
from detente.weigh import compromise, sensitivity
from detente.weigh.sensitivity import Open, Range
from tests.weigh.cases import EMISSION

KNOWN = Range(1, 1)
NORTH = Open("North Korea", Range(0, 20), Range(0.5, 1), KNOWN)
SOUTH = Open("South Korea", Range(60, 60), KNOWN, Range(0.5, 2))
CHINA = Open("China", Range(0, 100), Range(0, 1), KNOWN)


def test_the_same_seed_gives_the_same_bytes_and_a_party_draws_alike_in_any_company() -> None:
    two, three = sensitivity.draw([NORTH, SOUTH], 50, 7), sensitivity.draw([CHINA, NORTH, SOUTH], 50, 7)
    assert all(a.tobytes() == b.tobytes() for a, b in zip(two, sensitivity.draw([NORTH, SOUTH], 50, 7), strict=True))
    assert np.array_equal(two.positions, three.positions[:, 1:])
    assert not np.array_equal(two.positions, sensitivity.draw([NORTH, SOUTH], 50, 8).positions)


def test_draws_stay_in_their_ranges_and_what_is_known_stays() -> None:
    drawn = sensitivity.draw([NORTH, SOUTH], 200, 1)
    assert drawn.positions[:, 0].min() >= 0
    assert drawn.positions[:, 0].max() <= 20
    assert set(drawn.positions[:, 1]) == {60.0}


def test_the_tornado_shows_only_what_is_not_known_the_widest_first() -> None:
    made = sensitivity.tornado([NORTH, SOUTH])
    assert {(s.name, s.input) for s in made} == {("North Korea", "position"), ("North Korea", "salience"), ("South Korea", "influence")}
    assert [s.width for s in made] == sorted((s.width for s in made), reverse=True)
    position = next(s for s in made if s.input == "position")
    assert (position.at_low, position.at_high) == pytest.approx(((0 * 0.75 + 60 * 1.25) / 2, (20 * 0.75 + 60 * 1.25) / 2))


def test_each_left_out_in_turn() -> None:
    made = {w.name: w for w in sensitivity.without_each(EMISSION)}
    assert made["UK"].mean == pytest.approx(6.6848030018761735)
    assert compromise.mean(sensitivity.equal(EMISSION, influence=True, salience=True)) == pytest.approx(6.7)


def test_a_spread_leaves_out_what_gave_no_result() -> None:
    assert sensitivity.spread(np.array([np.nan, 3.0, 1.0, 2.0])) == sensitivity.Spread(1, 2, 3)
    assert sensitivity.spread(np.array([np.nan])) is None


def test_an_empty_range_is_refused() -> None:
    with pytest.raises(InputError, match="empty"):
        Range(2, 1)
