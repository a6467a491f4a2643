"""Where the middle falls: in order only, on distances, within ranges; and by how much the mean moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.weigh import outcome, setting
from detente.weigh.outcome import Delta
from detente.weigh.place import Place
from detente.weigh.sensitivity import Range
from detente.weigh.setting import Seat, Setting
from tests.weigh.files import BLANK, STATED, case, party, scale

ONE = Range(1.0, 1.0)


def game(text: str) -> Setting:
    return setting.build(case(text).issues[0])


def test_in_order_only_there_is_a_median_and_a_range_of_the_mean() -> None:
    """One each at A, B, C: the middle is B; the mean lies between 1/3 (B near A) and 2/3 (B near C) of the way."""
    found = outcome.find(game(BLANK))
    assert found.basis == "equal weights"
    assert found.middle is not None
    assert (found.middle.low, found.middle.high) == (4, 4)
    assert found.middle.mean is not None
    assert (found.middle.mean.low, found.middle.mean.high) == pytest.approx((100 / 3, 200 / 3))
    assert found.middle.margin == pytest.approx(1 / 6)


def test_blank_weights_leave_everything_open() -> None:
    found = outcome.find(game(BLANK))
    assert found.whole is not None
    assert (found.whole.low, found.whole.high, found.whole.mean, found.whole.margin) == (2, 6, Range(0, 100), None)


def test_on_distances_and_weights_there_is_one_mean() -> None:
    found = outcome.find(game(STATED))
    assert found.basis == "stated weights"
    assert found.middle == found.whole
    assert found.middle is not None
    assert found.middle.low == 2  # 1 of 1.75 at A
    assert found.middle.mean is not None
    assert found.middle.mean.low == found.middle.mean.high == pytest.approx((0.5 * 40 + 0.25 * 100) / 1.75)


def test_what_is_stated_of_some_stays_a_range() -> None:
    text = scale(0, 40, 100) + party("North", "at A", 100) + party("South", "at C")
    found = outcome.find(game(text))
    assert found.basis == "weights within their ranges"
    assert found.middle is not None
    assert found.middle.mean == Range(0, 50)


def test_salience_without_influence_is_taken_as_it_is() -> None:
    salience = "[issue.party.salience]\nvalue = {}\nstatus = 'analyst'\nauthor = 'me'\n"
    text = scale(0, 40, 100) + party("North", "at A") + salience.format(75) + party("South", "at C") + salience.format(25)
    found = outcome.find(game(text))
    assert found.basis == "stated salience, equal influence"
    assert found.middle is not None
    assert found.middle.mean == Range(25, 25)


def test_split_evenly_the_middle_falls_between() -> None:
    found = outcome.find(game(scale() + party("North", "at A") + party("South", "at C")))
    assert found.middle is not None
    assert (found.middle.low, found.middle.high, found.middle.margin) == (2, 6, 0)


def test_who_stands_between_two_anchors_has_a_range_on_set_distances() -> None:
    found = outcome.find(game(scale(0, 40, 100) + party("North", "between A and B")))
    assert found.middle is not None
    assert found.middle.mean == Range(0, 40)


def test_who_is_beyond_an_end_stands_for_that_end_where_no_distance_is_set() -> None:
    found = outcome.find(game(scale() + party("North", "beyond A") + party("South", "at C")))
    assert found.middle is not None
    assert found.middle.mean == Range(50, 50)


@pytest.mark.parametrize(
    "text",
    [
        scale(),
        scale() + party("North", "not stated"),
        scale() + party("North", "at A", 0),
        scale(0, 40, 100) + party("North", "at A", 50, 0),
        "[[issue]]\nname = 'x'\n",
        "[[issue]]\nname = 'x'\n[[issue.party]]\nname = 'North'\n",
    ],
)
def test_nobody_placed_or_no_weight_gives_no_middle(text: str) -> None:
    found = outcome.find(game(text))
    assert (found.middle, found.whole) == (None, None)


def test_a_scale_of_one_anchor_has_a_median_and_no_mean() -> None:
    text = "[[issue]]\nname = 'x'\n[[issue.anchor]]\nid = 'A'\nwords = 'w'\n" + party("North", "at A")
    found = outcome.find(game(text))
    assert found.middle is not None
    assert (found.middle.low, found.middle.high, found.middle.mean) == (2, 2, None)


def test_a_party_that_joins_moves_the_mean_by_the_formula() -> None:
    """In order, without China the mean is 50; with it at B, between 33.3 and 66.7."""
    found = outcome.moved(game(BLANK).without("China"), game(BLANK))
    assert found is not None
    assert (found.low, found.high) == pytest.approx((-50 / 3, 50 / 3))
    fixed = outcome.moved(game(STATED).without("China"), game(STATED))
    assert fixed is not None
    assert fixed.low == fixed.high == pytest.approx(45 / 1.75 - 25 / 1.25)
    assert outcome.moved(game(BLANK), game(BLANK)) == Delta(0, 0)


anchors = st.integers(1, 4)
places = st.one_of(anchors.map(lambda n: Place(n, n)), st.sets(anchors, min_size=2, max_size=2).map(lambda s: Place(min(s), max(s))))
seats = st.lists(places, min_size=1, max_size=4).map(lambda found: tuple(Seat(f"p{n}", p, ONE, ONE) for n, p in enumerate(found)))


@given(seats, places, st.lists(st.floats(0, 100), min_size=2, max_size=2), st.lists(st.floats(0, 1), min_size=5, max_size=5))
def test_whatever_the_distances_mean_and_delta_lie_within_their_bounds(
    seats: tuple[Seat, ...], new: Place, inner: list[float], within: list[float]
) -> None:
    before = Setting("x", ("A", "B", "C", "D"), None, seats)
    after = Setting("x", before.labels, None, (*seats, Seat("new", new, ONE, ONE)))
    edges = (0.0, 0.0, *sorted(inner), 100.0, 100.0)
    at = [edges[s.place.low] + u * (edges[s.place.high] - edges[s.place.low]) for s, u in zip(after.seats, within, strict=False)]
    old, now = sum(at[:-1]) / len(seats), sum(at) / len(at)
    mean, delta = outcome.mean(after), outcome.moved(before, after)
    assert mean is not None
    assert delta is not None
    assert mean.low - 1e-9 <= now <= mean.high + 1e-9
    assert delta.low - 1e-9 <= now - old <= delta.high + 1e-9
