"""What pictures are drawn with: elements of SVG as strings, escaped, and the colours and shapes that all pictures share."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from math import cos, pi, sin
from unicodedata import east_asian_width

from detente.records import Factuality
from detente.views.wording import tidy

WIDTH = 1280
INK, FAINT, LINE, PAPER = "#1f2328", "#59636e", "#d1d9e0", "#ffffff"
QUADS = {1: "#3b8fc4", 2: "#0b4f86", 3: "#d98200", 4: "#b3261e"}
"""Colours of PLOVER's quads, told apart by people who see no red or green."""
COOPERATIVE, HOSTILE = QUADS[1], QUADS[3]
_NARROW = frozenset("iljtfrI.,:;!'|()[] ’")
_WIDE = frozenset("mwMW—@%")


def tag(name: str, *inside: str, **attributes: object) -> str:
    """An element; `_` in the name of an attribute stands for `-`, a final one is dropped; what is None is left out."""
    written = "".join(f' {k.rstrip("_").replace("_", "-")}="{_value(v)}"' for k, v in attributes.items() if v is not None)
    body = "".join(inside)
    return f"<{name}{written}>{body}</{name}>" if body else f"<{name}{written}/>"


def _value(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else escape(str(value))


def words(text: str) -> str:
    """Text as it stands in an element: one line, no control characters, escaped."""
    return escape(tidy(text), quote=False)


def text(at: tuple[float, float], said: str, **attributes: object) -> str:
    """A line of text; size 13 and dark unless said otherwise."""
    return tag("text", words(said) or " ", **{"x": float(at[0]), "y": float(at[1]), "font_size": 13, "fill": INK, **attributes})


def halo(at: tuple[float, float], said: str, **attributes: object) -> str:
    """Text that stays legible on lines and colours."""
    return text(at, said, **{"paint_order": "stroke", "stroke": PAPER, "stroke_width": 3, "stroke_linejoin": "round", **attributes})


def hint(said: str) -> str:
    """What a pointer resting on the element around it is told."""
    return tag("title", words(said))


def group(*inside: str, **attributes: object) -> str:
    """Elements that belong together."""
    return tag("g", *inside, **attributes) if inside else ""


def picture(height: float, title: str, told: str, parts: Sequence[str], *, only: str = "") -> str:
    """A whole file, `WIDTH` wide on white, with what it shows in words for those who do not see it; `only` says what was asked for."""
    head = tag("title", words(title), id="title") + tag("desc", words(f"{told} Asked for: {only}." if only else told), id="desc")
    ground = tag("rect", width="100%", height="100%", fill=PAPER)
    named = text((24, 36), title, font_size=20, font_weight=600)
    if only:
        left = 24 + extent(title, 23) + 16  # bold letters are wider
        named += text((left, 36), fit(only, WIDTH - 24 - left), fill=FAINT)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tag(
        "svg", head, _patterns(), ground, named, *parts,
        xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {WIDTH} {height:.0f}", width=WIDTH, height=f"{height:.0f}", role="img",
        aria_labelledby="title desc", font_family="system-ui, 'DejaVu Sans', Arial, sans-serif",
    ) + "\n"  # fmt: skip


def _patterns() -> str:
    """Hatchings: grey for what is not covered, blue for a country as a whole."""
    lines = [
        tag("pattern", tag("path", d="M0 6L6 0", stroke=colour, stroke_width=1), id=ident, width=6, height=6, patternUnits="userSpaceOnUse")
        for ident, colour in (("unknown", "#b6bec7"), ("whole", "#8fb8d6"), ("tense", "#e0a95a"))
    ]
    return tag("defs", *lines)


def extent(said: str, size: float = 13) -> float:
    """About how wide a line of text is drawn, in pixels."""
    return size * sum(1.0 if east_asian_width(c) in "WF" else 0.32 if c in _NARROW else 0.9 if c in _WIDE else 0.62 for c in said)


def fit(said: str, width: float, size: float = 13) -> str:
    """Text cut to a width, at a word where one ends near; what was cut shows as "…"."""
    said = tidy(said)
    if extent(said, size) <= width:
        return said
    kept = said
    while kept and extent(kept + "…", size) > width:
        kept = kept[:-1]
    short = kept.rsplit(" ", 1)[0] if " " in kept[len(kept) // 2 :] else kept
    return short.rstrip(" ,;:") + "…"


def lines(said: str, width: float, *, most: int = 2, size: float = 13) -> list[str]:
    """Text in lines of a width; what does not fit into the last is cut."""
    found: list[str] = []
    left = tidy(said).split()
    while left and len(found) < most:
        line = left.pop(0)
        while left and extent(f"{line} {left[0]}", size) <= width:
            line += " " + left.pop(0)
        found.append(fit(line, width, size))
    if left and found:
        found[-1] = fit(f"{found[-1]} {left[0]}…", width, size)
    return found


def mark(at: tuple[float, float], status: Factuality, radius: float, colour: str, **attributes: object) -> str:
    """The shape of a status: a full disc happened, a ring is planned, a rhomb only possible, a crossed square denied."""
    x, y = at
    style: dict[str, object] = {"fill": PAPER, "stroke": colour, "stroke_width": 2, **attributes}
    if status == "actual":
        return tag("circle", cx=x, cy=y, r=radius, **{**style, "fill": colour})
    if status == "planned":
        return tag("circle", cx=x, cy=y, r=radius, **style)
    if status == "possible":
        return tag("path", d=rhomb(at, radius * 1.25), **style)
    r = radius * 0.9
    cross = f"M{x - r:.1f} {y - r:.1f}h{2 * r:.1f}v{2 * r:.1f}h{-2 * r:.1f}zl{2 * r:.1f} {2 * r:.1f}"
    return tag("path", d=cross, **style)


def rhomb(at: tuple[float, float], radius: float) -> str:
    """The path of a square on its tip."""
    x, y = at
    return f"M{x:.1f} {y - radius:.1f}L{x + radius:.1f} {y:.1f}L{x:.1f} {y + radius:.1f}L{x - radius:.1f} {y:.1f}Z"


def pie(at: tuple[float, float], radius: float, share: float, **attributes: object) -> str:
    """A disc of which `share` (0 to 1) is hostile, clockwise from the top; the rest is cooperative."""
    x, y = at
    disc = tag("circle", cx=x, cy=y, r=radius, fill=HOSTILE if share >= 1 else COOPERATIVE, **attributes)
    if not 0 < share < 1:
        return disc
    turn = 2 * pi * share
    end = f"{x + radius * sin(turn):.1f} {y - radius * cos(turn):.1f}"
    wedge = f"M{x:.1f} {y:.1f}V{y - radius:.1f}A{radius:.1f} {radius:.1f} 0 {int(share > 0.5)} 1 {end}Z"
    return disc + tag("path", d=wedge, fill=HOSTILE)


def legend(at: tuple[float, float], items: Sequence[tuple[str, str]], *, room: float = 22) -> str:
    """Signs, each drawn around (0, 0) and with `room` before its words, in one line."""
    x, y = at
    drawn: list[str] = []
    for sign, said in items:
        drawn.append(group(sign, transform=f"translate({x + room / 2 - 3:.1f} {y - 4:.1f})"))
        drawn.append(text((x + room, y), said, font_size=12, fill=FAINT))
        x += room + extent(said, 12) + 22
    return group(*drawn)
