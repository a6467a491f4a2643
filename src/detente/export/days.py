"""The one day that formats without intervals give an event."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

import msgspec

from detente.corpus import Told
from detente.records import When

LOOSEST = 31
"""Days that an interval may have for its first day to stand for it: a month. A year's first day would be a date that nobody gave."""

DayBasis: TypeAlias = Literal["event", "publication"]


class Day(msgspec.Struct, frozen=True):
    """A day, and whether it is the event's own (the first of its interval) or that of its first publication."""

    day: str
    basis: DayBasis


def day(told: Told) -> Day | None:
    """The day of an event; none where neither its own nor that of any publication is known.

    An act that is planned and counted as the promise of it (AGREE, CONCEDE) has the day of publication: its own is still ahead.
    """
    event, when = told.event, told.event.when
    own = (when.start or when.end) if when else None
    if own and event.plover == event.code:
        return Day(own, "event")
    published = first_published(told)
    return Day(published, "publication") if published else None


def first_published(told: Told) -> str | None:
    """The first day on which any article told it."""
    return min((a.published[:10] for a in told.articles if a.published), default=None)


def loose(when: When | None) -> bool:
    """Whether an event's own time is known, but open on a side or longer than a month."""
    if when is None or (when.start is None and when.end is None):
        return False
    first, last = parsed(when.start), parsed(when.end)
    return first is None or last is None or (last - first).days >= LOOSEST


def parsed(day: str | None) -> date | None:
    """A day as a date; none for a year before Christ or what is no day."""
    try:
        return date.fromisoformat(day) if day else None
    except ValueError:
        return None
