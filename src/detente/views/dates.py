"""Days as a reader writes them, as short as the precision allows."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from detente.records import When

MONTHS = "Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec".split()
DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def day(iso: str | None) -> date | None:
    """The day of an ISO 8601 string that begins with one; None for what is shorter or no day."""
    try:
        return date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None


def full(iso: str | None) -> str:
    """A whole day with its weekday: "Wed 9 May 2018"."""
    found = day(iso)
    return f"{DAYS[found.weekday()]} {found.day} {MONTHS[found.month - 1]} {found.year}" if found else (iso or "")


def span(when: When | None, near: str | None = None) -> str:
    """An interval in few words; the year of `near` is left out. What the sentence itself does not say stands in brackets."""
    if when is None or (when.start is None and when.end is None):
        return "no date"
    year = found.year if (found := day(near)) else None
    words = _closed(when, year) if when.start and when.end else _open(when, year)
    return f"({words})" if when.basis == "inherited" else words


def _open(when: When, year: int | None) -> str:
    if end := day(when.end):
        return f"by {_day(end, year)}"
    start = day(when.start)
    return f"from {_day(start, year)}" if start else str(when.start or when.end)


def _closed(when: When, year: int | None) -> str:
    start, end = day(when.start), day(when.end)
    if not start or not end:
        return f"{when.start}–{when.end}"
    if start == end:
        weekday = f"{DAYS[start.weekday()]} " if start.year == year else ""
        return weekday + _day(start, year)
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return _in_month(start, end, year)
    if start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        return f"{_month(start, end.year)}–{_month(end, year)}"
    return f"{_day(start, None if start.year != end.year else end.year)}–{_day(end, year)}"


def _in_month(start: date, end: date, year: int | None) -> str:
    month = _month(end, year)
    last = monthrange(end.year, end.month)[1]
    if (start.day, end.day) == (1, last):
        return month
    part = {(1, 10): "early", (11, 20): "mid-", (21, last): "late"}.get((start.day, end.day))
    if part:
        return part + month if part.endswith("-") else f"{part} {month}"
    return f"{start.day}–{end.day} {month}"


def _month(found: date, year: int | None) -> str:
    return MONTHS[found.month - 1] + ("" if found.year == year else f" {found.year}")


def _day(found: date, year: int | None) -> str:
    return f"{found.day} {_month(found, year)}"
