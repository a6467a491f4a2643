"""Steps of time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from detente.views import steps
from detente.views.steps import STEPS, Step

DAY = date(2018, 5, 9)  # a Wednesday


@pytest.mark.parametrize(
    ("step", "first", "said"),
    [
        ("day", date(2018, 5, 9), "9 May 2018"),
        ("week", date(2018, 5, 7), "week of 7 May 2018"),
        ("month", date(2018, 5, 1), "May 2018"),
        ("quarter", date(2018, 4, 1), "Q2 2018"),
        ("year", date(2018, 1, 1), "2018"),
        ("decade", date(2010, 1, 1), "2010s"),
    ],
)
def test_a_step_begins_and_is_called(step: Step, first: date, said: str) -> None:
    assert steps.begin(DAY, step) == first
    assert steps.label(first, step) == said


@given(st.dates(min_value=date(1, 1, 1), max_value=date(9980, 1, 1)), st.sampled_from(STEPS))
@example(date(9, 1, 1), "decade")
def test_every_day_lies_in_its_step_and_in_no_other(day: date, step: Step) -> None:
    first = steps.begin(day, step)
    assert first <= day <= steps.last(first, step)
    assert steps.begin(steps.last(first, step) + timedelta(days=1), step) == steps.following(first, step)


def test_steps_run_from_day_to_day_and_end_with_the_calendar() -> None:
    assert list(steps.run(date(2018, 5, 9), date(2018, 5, 21), "week")) == [date(2018, 5, 7), date(2018, 5, 14), date(2018, 5, 21)]
    assert list(steps.run(date(9999, 12, 31), date.max, "decade")) == [date(9990, 1, 1)]


def test_the_fitting_step_grows_with_the_time() -> None:
    spans = [timedelta(days=n) for n in (0, 30, 200, 1000, 3000, 10000, 90000)]
    assert [steps.fitting(DAY, DAY + s) for s in spans] == ["day", "day", "week", "month", "quarter", "year", "decade"]
