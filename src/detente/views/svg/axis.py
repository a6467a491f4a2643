"""A scale of days: where a day stands on a picture, and which days are named below it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from detente.views import steps
from detente.views.dates import MONTHS
from detente.views.steps import STEPS, Step
from detente.views.svg import pen

TICKS = 12


class Axis(msgspec.Struct, frozen=True):
    """Days from `since` to `until`, both inclusive, between two places across the picture."""

    since: date
    until: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where a day begins."""
        days = (self.until - self.since).days + 1
        return self.left + (self.right - self.left) * (day - self.since).days / days

    def holds(self, day: date) -> bool:
        """Whether a day lies on the scale."""
        return self.since <= day <= self.until

    def ticks(self) -> Iterator[tuple[float, str]]:
        """The days that are named, at most about twelve: each, or every second or third step."""
        step, found = self._ticks()
        every = -(-len(found) // TICKS)
        for first in found[::every]:
            yield self.x(first), _named(first, step)

    def _ticks(self) -> tuple[Step, list[date]]:
        found: list[date] = []
        for step in STEPS:
            lengths = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365, "decade": 3652}
            if (self.until - self.since).days > lengths[step] * TICKS * 2.5 and step != "decade":
                continue
            found = [d for d in steps.run(self.since, self.until, step) if d >= self.since]
            if found:
                return step, found
        return "day", [self.since]

    def drawn(self, top: float, bottom: float, *, both: bool = False) -> str:
        """Faint lines down the picture, with the days named below, or `both` below and above."""
        parts = []
        for x, said in self.ticks():
            parts.append(pen.tag("path", d=f"M{x:.1f} {top:.1f}V{bottom:.1f}", stroke=pen.LINE))
            end = x + pen.extent(said, 12) / 2 > pen.WIDTH - 8
            for y in (bottom + 18, top - 5)[: 1 + both]:
                parts.append(pen.text((x, y), said, font_size=12, fill=pen.FAINT, text_anchor="end" if end else "middle"))
        return pen.group(*parts)


def _named(first: date, step: Step) -> str:
    if step in ("day", "week"):
        return f"{first.day} {MONTHS[first.month - 1]} {first.year % 100:02}"
    return f"{MONTHS[first.month - 1]} {first.year}" if step in ("month", "quarter") else str(first.year)
