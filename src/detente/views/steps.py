"""Steps of time, from a day to a decade: where each begins, what it is called, which days lie in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, TypeAlias

from detente.views.dates import MONTHS

Step: TypeAlias = Literal["day", "week", "month", "quarter", "year", "decade"]
STEPS: tuple[Step, ...] = ("day", "week", "month", "quarter", "year", "decade")
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
MOST = 40  # steps that a picture or page shows well


def begin(day: date, step: Step) -> date:
    """The first day of the step that holds a day; weeks begin on Monday."""
    if step == "day":
        return day
    if step == "week":
        return date.fromordinal(max(day.toordinal() - day.weekday(), 1))
    months = _MONTHS[step]
    number = (day.year * 12 + day.month - 1) // months * months
    return date(max(number // 12, 1), number % 12 + 1, 1)


def following(first: date, step: Step) -> date:
    """The first day of the next step, after one that begins so; the last day there is, at the end of the calendar."""
    try:
        if step in ("day", "week"):
            return first + timedelta(days=1 if step == "day" else 7)
        months = _MONTHS[step]
        number = ((first.year * 12 + first.month - 1) // months + 1) * months  # the first decade lacks the year 0
        return date(number // 12, number % 12 + 1, 1)
    except (OverflowError, ValueError):
        return date.max


def last(first: date, step: Step) -> date:
    """The last day of a step."""
    return following(first, step) - timedelta(days=1)


def run(since: date, until: date, step: Step) -> Iterator[date]:
    """The first days of all steps from one day to another, both inclusive."""
    at = begin(since, step)
    while at <= until:
        yield at
        if (after := following(at, step)) <= at or after == date.max:
            return
        at = after


def label(first: date, step: Step) -> str:
    """A step in few words."""
    if step in ("day", "week"):
        return f"{'week of ' if step == 'week' else ''}{first.day} {MONTHS[first.month - 1]} {first.year}"
    if step == "month":
        return f"{MONTHS[first.month - 1]} {first.year}"
    if step == "quarter":
        return f"Q{(first.month + 2) // 3} {first.year}"
    return str(first.year) if step == "year" else f"{first.year}s"


def fitting(since: date, until: date) -> Step:
    """The finest step of which at most `MOST` lie between two days."""
    days = (until - since).days + 1
    lengths = (1, 7, 30, 91, 365, 3652)
    return next((step for step, length in zip(STEPS, lengths, strict=True) if days <= MOST * length), "decade")
