"""A pair's series drawn: intensity, counts by quad, and how much was written; zero is a ring, not covered is hatched."""

from __future__ import annotations

from collections.abc import Iterable

from detente.views.dates import day
from detente.views.dyad import Dyad, Point
from detente.views.network import QUADS, score
from detente.views.svg import pen
from detente.views.svg.axis import Axis

_LEFT, _RIGHT = 140.0, 1250.0
_INTENSITY, _COUNTS, _WRITTEN = (112.0, 312.0), (352.0, 512.0), (552.0, 652.0)
"""Top and bottom of the three panels."""


def draw(view: Dyad, only: str = "") -> str:
    """The picture of a series."""
    title = f"{view.a.name} {'→' if view.directed else '–'} {view.b.name}, by {view.step}"
    covered = sum(p.covered for p in view.points)
    told = f"{view.events} events in {len(view.points)} {view.step}s, of which {len(view.points) - covered} are not covered."
    first, last = (day(view.points[0].start), day(view.points[-1].end)) if view.points else (None, None)
    if not first or not last:
        return pen.picture(140, title, told, [pen.text((24, 80), "No article with a day names either.")], only=only)
    axis = Axis(first, last, _LEFT, _RIGHT)
    bars = [
        (p, axis.x(d), axis.x(day(p.end) or d) + (axis.right - axis.left) / ((last - first).days + 1))
        for p in view.points
        if (d := day(p.start))
    ]
    parts = [
        _legend(),
        *(axis.drawn(*panel) for panel in (_INTENSITY, _COUNTS, _WRITTEN)),
        *(_uncovered(x, end) for p, x, end in bars if not p.covered),
        *_intensity(bars),
        *_counts(bars),
        *_written(bars),
        pen.text((24, 706), _apart(view), font_size=12, fill=pen.FAINT),
    ]
    return pen.picture(730, title, told, parts, only=only)


Bars = list[tuple[Point, float, float]]


def _legend() -> str:
    colours = [(pen.tag("rect", x=-7, y=-6, width=14, height=12, fill=pen.QUADS[q]), QUADS[q]) for q in QUADS]
    ring = pen.tag("circle", r=4, fill=pen.PAPER, stroke=pen.INK, stroke_width=1.5)
    hatch = pen.tag("rect", x=-7, y=-6, width=14, height=12, fill="url(#unknown)", stroke=pen.LINE)
    signs = [
        (ring, "zero: an article names both and tells no event"),
        (pen.tag("circle", r=4, fill=pen.PAPER, stroke=pen.FAINT, stroke_width=1.5, stroke_dasharray="2 2"), "only events without a day"),
        (hatch, "not covered: none names both; nothing is known"),
    ]
    return pen.legend((24, 64), colours) + pen.legend((24, 88), signs)


def _uncovered(x: float, end: float) -> str:
    rects = (pen.tag("rect", x=x, y=top, width=end - x, height=bottom - top, fill="url(#unknown)") for top, bottom in (_INTENSITY, _COUNTS))
    return pen.group(pen.hint("not covered"), *rects)


def _scale(low: float, high: float, top: float, bottom: float) -> tuple[float, float]:
    """Pixels for one, and where zero stands."""
    low, high = min(low, 0.0), max(high, 0.0)
    unit = (bottom - top - 24) / max(high - low, 1.0)
    return unit, top + 12 + high * unit


def _intensity(bars: Bars) -> Iterable[str]:
    top, bottom = _INTENSITY
    values = [p.intensity or 0.0 for p, _, _ in bars]
    unit, zero = _scale(min(values), max(values), top, bottom)
    yield _named("intensity", "sum of scores", top, zero)
    yield from (_value(score(v), zero - v * unit) for v in (max(values), min(values)) if v and abs(v) * unit > 14)
    for (point, x, end), value in zip(bars, values, strict=True):
        if not point.covered:
            continue
        middle = (x + end) / 2
        if not point.events:
            colour, dashes = (pen.FAINT, "2 2") if point.undated else (pen.INK, None)
            style: dict[str, object] = {"fill": pen.PAPER, "stroke": colour, "stroke_width": 1.5, "stroke_dasharray": dashes}
            ring = pen.tag("circle", cx=middle, cy=zero, r=min(4.0, (end - x) / 2), **style)
            yield pen.group(pen.hint(f"{point.label}: " + (f"{point.undated} without a day" if point.undated else "0")), ring)
            continue
        high = abs(value) * unit
        colour = pen.COOPERATIVE if value >= 0 else pen.HOSTILE
        y = zero - high if value >= 0 else zero
        rect = pen.tag("rect", x=_left(x, end), y=y, width=_wide(x, end), height=max(high, 1.0), fill=colour)
        label = (
            pen.halo((middle, y - 4 if value >= 0 else y + high + 13), score(value), font_size=11, text_anchor="middle")
            if end - x > 34
            else ""
        )
        yield pen.group(pen.hint(f"{point.label}: {score(value)} in {point.events} events"), rect, label)


def _counts(bars: Bars) -> Iterable[str]:
    top, bottom = _COUNTS
    quads = [p.quads for p, _, _ in bars]
    high = max((q.verbal_cooperation + q.material_cooperation for q in quads if q), default=0)
    low = max((q.verbal_conflict + q.material_conflict for q in quads if q), default=0)
    unit, zero = _scale(-low, high, top, bottom)
    yield _named("events", "conflict below", top, zero)
    yield from (_value(str(n), zero - sign * n * unit) for n, sign in ((high, 1), (low, -1)) if n and n * unit > 14)
    for point, x, end in bars:
        if quads_of := point.quads:
            up = ((1, quads_of.verbal_cooperation), (2, quads_of.material_cooperation))
            down = ((3, quads_of.verbal_conflict), (4, quads_of.material_conflict))
            for sign, stack in ((-1, up), (1, down)):
                yield from _stack(stack, (x, end), zero, sign * unit)


def _wide(x: float, end: float) -> float:
    """How wide the bar of a step is."""
    return min((end - x) * 0.7, 90.0)


def _left(x: float, end: float) -> float:
    """Where it begins: it stands in the middle of its step."""
    return (x + end - _wide(x, end)) / 2


def _stack(stack: Iterable[tuple[int, int]], across: tuple[float, float], zero: float, unit: float) -> Iterable[str]:
    x, end = across
    at = zero
    for quad, count in stack:
        if count:
            high = count * unit
            rect = pen.tag("rect", x=_left(x, end), y=min(at, at + high), width=_wide(x, end), height=abs(high), fill=pen.QUADS[quad])
            yield pen.group(pen.hint(f"{QUADS[quad]}: {count}"), rect)
            at += high


def _written(bars: Bars) -> Iterable[str]:
    top, bottom = _WRITTEN
    most = max(p.articles for p, _, _ in bars)
    unit, zero = _scale(0, most, top, bottom)
    yield _named("articles", "dark: name both", top, zero)
    yield pen.text((24, top + 43), "line: outlets", font_size=11, fill=pen.FAINT)
    if most:
        yield _value(str(most), zero - most * unit)
    for point, x, end in bars:
        if not point.articles:
            continue
        inner, wide = _left(x, end), _wide(x, end)
        light = pen.tag("rect", x=inner, y=zero - point.articles * unit, width=wide, height=point.articles * unit, fill="#c3ccd5")
        dark = (
            pen.tag("rect", x=inner, y=zero - point.both * unit, width=wide, height=point.both * unit, fill="#59636e") if point.both else ""
        )
        tick = pen.tag("path", d=f"M{inner - 2:.1f} {zero - point.outlets * unit:.1f}h{wide + 4:.1f}", stroke=pen.INK, stroke_width=2)
        hint = f"{point.label}: {point.articles} articles of {point.outlets} outlets name either, {point.both} both"
        yield pen.group(pen.hint(hint), light, dark, tick)


def _named(name: str, unit: str, top: float, zero: float) -> str:
    line = pen.tag("path", d=f"M{_LEFT:.0f} {zero:.1f}H{_RIGHT:.0f}", stroke=pen.INK)
    head = pen.text((24, top + 12), name, font_weight=600) + pen.text((24, top + 28), unit, font_size=11, fill=pen.FAINT)
    return line + _value("0", zero) + head


def _value(said: str, y: float) -> str:
    """A value on the scale at the left."""
    tick = pen.tag("path", d=f"M{_LEFT - 5:.0f} {y:.1f}h5", stroke=pen.FAINT)
    return tick + pen.text((_LEFT - 8, y + 4), said, font_size=12, fill=pen.FAINT, text_anchor="end")


def _apart(view: Dyad) -> str:
    apart = (
        (view.wider, f"dated less closely than a {view.step}"), (view.undated, "without a day"), (view.outside, "before or after"),
        (view.ahead, "planned"),
    )  # fmt: skip
    found = ", ".join(f"{n} {said}" for n, said in apart if n)
    numbers = "Articles: published then and naming either party."
    return f"{numbers} Not in the series: {found}." if found else numbers
