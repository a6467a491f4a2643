"""Days, weeks, months and years as intervals and TIMEX3 values."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal, TypeAlias

from detente.reading import Timex
from detente.records import Precision
from detente.stages.times.frame import Frame, add_months, month_end
from detente.stages.times.scan import Match

Kind: TypeAlias = Literal["date", "time", "duration", "set"]
Basis: TypeAlias = Literal["stated", "relative", "previous"]
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
PRECISION: dict[str, Precision] = {
    "D": "day", "W": "week", "WE": "day", "M": "month", "Q": "season", "Y": "year", "DE": "decade", "CE": "decade", "F": "week",
}  # fmt: skip


def build(  # noqa: PLR0913  the fields of a Timex
    m: Match,
    value: str | None,
    span: tuple[date | None, date | None] = (None, None),
    *,
    kind: Kind = "date",
    precision: Precision = "day",
    basis: Basis = "relative",
    shift: int = 0,
) -> Timex:
    """A Timex over a match."""
    start, end = (d.isoformat() if d else None for d in span)
    return Timex(m.first, m.last, kind, value, start, end, precision, basis, shift)


def unit_span(day: date, unit: str) -> tuple[date, date]:
    """First and last day of the week, month, quarter, year … that a day lies in."""
    year = day.year
    if unit in ("W", "F"):
        monday = day - timedelta(day.weekday())
        return monday, monday + timedelta(6 if unit == "W" else 13)
    if unit == "WE":
        saturday = day - timedelta(day.weekday()) + timedelta(5)
        return saturday, saturday + timedelta(1)
    if unit == "M":
        return day.replace(day=1), month_end(year, day.month)
    if unit == "Q":
        month = (day.month - 1) // 3 * 3 + 1
        return date(year, month, 1), month_end(year, month + 2)
    if unit == "Y":
        return date(year, 1, 1), date(year, 12, 31)
    if unit == "DE":
        return date(max(year // 10 * 10, 1), 1, 1), date(year // 10 * 10 + 9, 12, 31)
    if unit == "CE":
        first = (year - 1) // 100 * 100 + 1
        return date(first, 1, 1), date(first + 99, 12, 31)
    return day, day


def unit_value(day: date, unit: str) -> str:
    """The TIMEX3 value of the week, month, … that a day lies in."""
    year, week, _ = day.isocalendar()
    forms = {
        "W": f"{year}-W{week:02}",
        "F": f"{year}-W{week:02}", "WE": f"{year}-W{week:02}-WE",
        "M": f"{day.year:04}-{day.month:02}",
        "Q": f"{day.year}-Q{(day.month + 2) // 3}", "Y": f"{day.year:04}",
        "DE": f"{day.year // 10:03}", "CE": f"{(day.year - 1) // 100:02}",
    }  # fmt: skip
    return forms.get(unit, day.isoformat())


def move(day: date, unit: str, count: float) -> date:
    """The day some units later or earlier."""
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
    if unit in months:
        return add_months(day, round(months[unit] * count))
    days = {"W": 7, "WE": 7, "F": 14, "D": 1}.get(unit, 0)
    try:
        return day + timedelta(round(days * count))
    except OverflowError:
        return day


def season_span(year: int, season: str) -> tuple[date, date]:
    """A season of a year on the northern half; the winter of 2018 runs from December 2018 to February 2019."""
    month = SEASONS[season]
    return date(year, month, 1), month_end(year + (month == 12), (month + 1) % 12 + 1)


def of_unit(frame: Frame, m: Match, day: date | None, unit: str, basis: Basis, shift: int = 0) -> Timex:  # noqa: PLR0913, PLR0917
    """A Timex for the unit that a day lies in; without value where the day is unknown."""
    if day is None:
        frame.missing += 1
        return build(m, None, precision=PRECISION.get(unit, "day"), basis=basis, shift=shift)
    return build(m, unit_value(day, unit), unit_span(day, unit), precision=PRECISION.get(unit, "day"), basis=basis, shift=shift)


def part_of(span: tuple[date, date], part: str) -> tuple[date, date]:
    """The early, middle or late third of an interval (of a month: 1–10, 11–20, 21–end), its last days for its end."""
    start, end = span
    days = (end - start).days + 1
    if days <= 3 or part in ("ALL", "REST", "EVE"):
        return span
    if 28 <= days <= 31:
        a, b = {"START": (1, 10), "MID": (11, 20), "END": (21, 31), "START0": (1, 10), "END0": (21, 31)}[part]
        return start + timedelta(a - 1), min(start + timedelta(b - 1), end)
    if start.day == 1 and days >= 89:
        return _months_of(start, end, part)
    third = days // 3
    where = part[:3]
    if where == "STA":
        return start, start + timedelta(third)
    return (end - timedelta(third), end) if where == "END" else (start + timedelta(third), end - timedelta(third))


def _months_of(start: date, end: date, part: str) -> tuple[date, date]:
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    third = max(months // 3, 1)
    if part in ("START", "START0"):
        return start, add_months(start, third) - timedelta(1)
    if part in ("END", "END0"):
        return add_months(start, months - third), end
    return add_months(start, third), add_months(start, months - third) - timedelta(1)
