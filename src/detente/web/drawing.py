"""Drawings as values: lines, bars and words on a sheet, for a page of its own as markup and for the explorer as nodes.

Across, everything is in per cent of the width; down, in pixels: so words keep their size on any screen. Styles are names of classes.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from detente.web.markup import Markup, el

NARROW = 0.8
"""Bars below so many per cent are marks of a few pixels."""


class Line(msgspec.Struct, frozen=True, tag="line", omit_defaults=True):
    """A line; `title` says what it is, where it is one of many."""

    x1: float
    y1: float
    x2: float
    y2: float
    style: str
    title: str = ""


class Bar(msgspec.Struct, frozen=True, tag="bar"):
    """A bar from `x`, `y`; one without a width is a mark around `x`."""

    x: float
    y: float
    width: float
    height: float
    style: str


class Label(msgspec.Struct, frozen=True, tag="label", omit_defaults=True):
    """Words at a point: around it, or from there on, or up to it."""

    x: float
    y: float
    text: str
    style: str = ""
    anchor: Literal["start", "middle", "end"] = "middle"


Shape: TypeAlias = Line | Bar | Label


class Key(msgspec.Struct, frozen=True):
    """What a colour stands for."""

    style: str
    words: str


class Drawing(msgspec.Struct, frozen=True):
    """Shapes on a sheet of a height, with what it shows in words, what the colours mean, and what is said beneath."""

    height: int
    label: str
    shapes: tuple[Shape, ...]
    caption: str = ""
    keys: tuple[Key, ...] = ()


def line(x1: float, y1: float, x2: float, y2: float, style: str, *, title: str = "") -> Line:  # noqa: PLR0913
    """A line."""
    return Line(round(x1, 2), round(y1, 2), round(x2, 2), round(y2, 2), style, title)


def bar(x: float, y: float, width: float, height: float, style: str) -> Bar:
    """A bar; one that is all but a point is a mark of a few pixels."""
    if width < NARROW:
        return Bar(round(x + width / 2, 2), round(y, 2), 0.0, round(height, 2), style)
    return Bar(round(x, 2), round(y, 2), round(width, 2), round(height, 2), style)


def text(x: float, y: float, said: str, style: str = "", anchor: Literal["start", "middle", "end"] = "middle") -> Label:
    """Words."""
    return Label(round(x, 2), round(y, 2), said, style, anchor)


def markup(drawn: Drawing) -> Markup:
    """A drawing as a figure."""
    svg = el("svg", *map(_shape, drawn.shapes), height=str(drawn.height), role="img", aria_label=drawn.label)
    if not drawn.caption and not drawn.keys:
        return el("figure", svg, class_="plot")
    marks = [part for key in drawn.keys for part in (el("span", class_=f"key k-{key.style}"), key.words)]
    return el("figure", svg, el("figcaption", *marks, Markup("<br>") if marks and drawn.caption else "", drawn.caption), class_="plot")


def _shape(shape: Shape) -> Markup:
    if isinstance(shape, Line):
        title = (el("title", shape.title),) if shape.title else ()
        return el("line", *title, x1=f"{shape.x1:g}%", y1=f"{shape.y1:g}", x2=f"{shape.x2:g}%", y2=f"{shape.y2:g}", class_=shape.style)
    if isinstance(shape, Label):
        return el("text", shape.text, x=f"{shape.x:g}%", y=f"{shape.y:g}", text_anchor=shape.anchor, class_=shape.style or None)
    point = shape.width == 0
    width, shift = ("7", "translate(-3.5 0)") if point else (f"{shape.width:g}%", None)
    return el(
        "rect", x=f"{shape.x:g}%", y=f"{shape.y:g}", width=width, height=f"{shape.height:g}", rx="2", transform=shift, class_=shape.style
    )
