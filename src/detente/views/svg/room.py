"""Room on a picture: names beside their places, none over another; where all is taken near by, farther off with a line to the place."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, pi, sin

from detente.views.svg import pen

_FAR = (26.0, 46.0, 70.0, 96.0)
"""How far off a name may stand, in pixels."""


class Room:
    """Boxes that are taken, within a frame (left, top, right, bottom); names are written in letters of a size."""

    def __init__(self, frame: tuple[float, float, float, float], size: float = 13) -> None:
        self._frame, self._size = frame, size
        self._taken: list[tuple[float, float, float, float]] = []

    def block(self, at: tuple[float, float], radius: float) -> None:
        """Keep names off a disc."""
        self._taken.append((at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius))

    def _take(self, box: tuple[float, float, float, float]) -> bool:
        left, top, right, bottom = box
        inside = self._frame[0] < left and right < self._frame[2] and self._frame[1] < top and bottom < self._frame[3]
        if not inside or any(left < r and a < right and top < b and t < bottom for a, t, r, b in self._taken):
            return False
        self._taken.append(box)
        return True

    def name(self, said: str, at: tuple[float, float], radius: float, *, weight: int = 400, left: bool = False) -> str:
        """A name for a place of a radius (0: the name stands on it), on its left if there is room there and that is asked for.

        Nothing where no room is left at all; a pointer still tells it.
        """
        size = self._size
        wide = pen.extent(said, size) + 4
        for x, y, anchor, far in _spots(at, radius, left):
            start = x if anchor == "start" else x - wide if anchor == "end" else x - wide / 2
            if self._take((start, y - size, start + wide, y + 4)):
                line = _leader(at, (x, y - size / 3), radius) if far else ""
                return line + pen.halo((x, y), said, text_anchor=anchor, font_weight=weight, font_size=size)
        return ""


def _spots(at: tuple[float, float], radius: float, left: bool) -> Iterator[tuple[float, float, str, bool]]:
    x, y = at
    if not radius:
        yield from ((x, y + shift, "middle", False) for shift in (4, 20, -12, 36))
    else:
        sides = ((x + radius + 4, y + 4, "start", False), (x - radius - 4, y + 4, "end", False))
        yield from reversed(sides) if left else sides
        yield from ((x, y - radius - 9, "middle", False), (x, y + radius + 18, "middle", False))
    for far in _FAR:
        for turn in (0, 1, 15, 7, 9, 2, 14, 6, 10, 3, 13, 5, 11):
            dx, dy = (radius + far) * cos(turn * pi / 8), (radius + far) * sin(turn * pi / 8)
            yield x + dx, y + dy + 4, "start" if dx >= 0 else "end", True


def _leader(at: tuple[float, float], to: tuple[float, float], radius: float) -> str:
    dx, dy = to[0] - at[0], to[1] - at[1]
    part = radius / max((dx * dx + dy * dy) ** 0.5, 0.1)
    start = (at[0] + dx * part, at[1] + dy * part)
    return pen.tag("path", d=f"M{start[0]:.1f} {start[1]:.1f}L{to[0]:.1f} {to[1]:.1f}", stroke=pen.FAINT, stroke_width=0.8)
