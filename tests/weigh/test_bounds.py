"""Exact bounds: whatever is drawn lies within them, and they are reached."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.weigh import bounds, compromise
from detente.weigh.bounds import Row
from detente.weigh.sensitivity import Range


def row(at: float, low: float = 1.0, high: float = 1.0) -> Row:
    return Row(Range(at, at), Range(low, high))


def test_the_bounds_worked_by_hand() -> None:
    """At 0 and 100, weights 1 to 3 each: least 100 × 1/4, most 100 × 3/4; the median may be either."""
    rows = [row(0, 1, 3), row(100, 1, 3)]
    assert bounds.mean(rows) == Range(25, 75)
    assert bounds.median(rows) == Range(0, 100)


def test_weight_that_is_split_evenly_has_a_lower_and_an_upper_median() -> None:
    assert bounds.median([row(0), row(100)]) == Range(0, 100)
    assert bounds.median([row(0), row(50), row(100)]) == Range(50, 50)
    assert bounds.margin([row(0), row(100)]) == 0
    assert bounds.margin([row(0), row(50), row(100)]) == pytest.approx(1 / 6)


def test_nobody_with_weight_has_no_bounds() -> None:
    assert bounds.mean([]) is None
    assert bounds.median([row(5, 0, 0)]) is None
    assert bounds.margin([]) is None
    assert bounds.mean([row(5, 0, 1), row(7, 0, 0)]) == Range(5, 5)


ranges = st.tuples(st.integers(0, 10), st.integers(0, 10)).map(lambda pair: Range(float(min(pair)), float(max(pair))))


@given(st.lists(st.builds(Row, ranges, ranges), min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_every_draw_lies_within(rows: list[Row], random: np.random.Generator) -> None:
    mean, median = bounds.mean(rows), bounds.median(rows)
    for pick in range(20):
        ends = [(pick >> n) & 1 for n in range(5)]
        x = np.array([r.position.low + (r.position.high - r.position.low) * random.random() for r in rows])
        w = np.array([(r.weight.high if end else r.weight.low) for r, end in zip(rows, ends, strict=False)])
        if w.sum() <= 0:
            continue
        assert mean is not None
        assert median is not None
        assert mean.low - 1e-9 <= float(compromise.means(x, w)) <= mean.high + 1e-9
        assert median.low <= float(compromise.medians(x, w)) <= median.high


@given(
    st.lists(
        st.builds(row, st.integers(0, 10).map(float), st.integers(0, 3).map(float), st.integers(3, 9).map(float)), min_size=1, max_size=4
    )
)
def test_the_bounds_of_the_mean_are_reached_at_the_ends_of_the_weights(rows: list[Row]) -> None:
    x = np.array([r.position.low for r in rows])
    ends = [np.array([(r.weight.high if (pick >> n) & 1 else r.weight.low) for n, r in enumerate(rows)]) for pick in range(2 ** len(rows))]
    means = [float(compromise.means(x, w)) for w in ends if w.sum() > 0]
    found = bounds.mean(rows)
    assert found is not None
    assert (found.low, found.high) == pytest.approx((min(means), max(means)))
