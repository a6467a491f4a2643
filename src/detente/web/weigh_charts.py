"""Drawings of a weighed issue as SVG: sizes in per cent across and in pixels down, so that words keep their size on any screen."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from detente.web.markup import Markup, el
from detente.weigh import setting, words
from detente.weigh.forecast import Forecast, Path
from detente.weigh.outcome import Middle
from detente.weigh.result import Answer, Weighed
from detente.weigh.sensitivity import Range, Swing
from detente.weigh.setting import Edges, Setting


class Axis:
    """Where things lie across a drawing: anchors as set, else evenly spaced, which is told beside it."""

    def __init__(self, game: Setting) -> None:
        self.game = game
        self.edges: Edges = setting.even(game)
        self.low, self.high = self.edges[0], self.edges[-1]

    def at(self, value: float) -> float:
        """A value of the scale in per cent across."""
        length = self.high - self.low
        return 100 * (value - self.low) / length if length > 0 else 50.0

    def step(self, step: float) -> float:
        """A step of the order in per cent across; what lies between two anchors half-way."""
        below = int(step // 2)
        above = below if step % 2 == 0 else below + 1
        return (self.at(self.edges[below]) + self.at(self.edges[above])) / 2

    def ticks(self, y: int) -> list[Markup]:
        """The line of the scale, with its anchors by name."""
        made = [_line(0, y, 100, y, "axis")]
        for number, label in enumerate(self.game.labels, 1):
            x = self.at(self.edges[number])
            value = f" {words.number(self.edges[number])}" if self.game.values else ""
            made += [_line(x, y - 4, x, y + 4, "axis"), _text(x, y + 18, label + value)]
        return made


def _line(x1: float, y1: float, x2: float, y2: float, style: str) -> Markup:
    return el("line", x1=f"{x1:.2f}%", y1=f"{y1:g}", x2=f"{x2:.2f}%", y2=f"{y2:g}", class_=style)


def _rect(x: float, y: float, width: float, height: float, style: str) -> Markup:
    """A bar; one that is all but a point is a mark of a few pixels."""
    if width < 0.8:
        at = f"{x + width / 2:.2f}%"
        return el("rect", x=at, y=f"{y:g}", width="7", height=f"{height:g}", rx="2", transform="translate(-3.5 0)", class_=style)
    return el("rect", x=f"{x:.2f}%", y=f"{y:g}", width=f"{width:.2f}%", height=f"{height:g}", rx="2", class_=style)


def _text(x: float, y: float, said: str, style: str = "", anchor: str = "middle") -> Markup:
    return el("text", said, x=f"{x:.2f}%", y=f"{y:g}", text_anchor=anchor, class_=style or None)


def _svg(height: int, label: str, parts: Sequence[Markup]) -> Markup:
    return el("svg", *parts, height=str(height), role="img", aria_label=label)


def _figure(drawing: Markup, caption: str, keys: Sequence[tuple[str, str]] = ()) -> Markup:
    marks = [part for style, said in keys for part in (el("span", class_=f"key k-{style}"), said)]
    return el("figure", drawing, el("figcaption", *marks, Markup("<br>") if marks and caption else "", caption), class_="plot")


def histogram(one: Weighed) -> Markup:
    """Weight along the scale, the median as a line or a band, the range of the mean beneath."""
    axis, basis = Axis(one.setting), one.setting.footing()
    total = sum(s.weight.low for s in basis.seats)
    middle = one.outcome.middle
    if total <= 0 or middle is None:
        return Markup("")
    shares: dict[float, float] = {}
    for seat in basis.seats:
        x = axis.step(sum(seat.place.steps) / 2)
        shares[x] = shares.get(x, 0.0) + seat.weight.low / total
    most = max(shares.values())
    parts: list[Markup] = []
    for x, share in shares.items():
        tall = 96 * share / most
        parts += [_rect(x - 2.5, 142 - tall, 5, tall, "bar"), _text(x, 136 - tall, f"{100 * share:.0f} %")]
    point = middle.low == middle.high
    parts += [*_median(axis, middle, 4, 24 if point else 142), *axis.ticks(142)]
    if middle.mean:
        low, high = axis.at(middle.mean.low), axis.at(middle.mean.high)
        parts.append(_rect(low, 172, high - low, 8, "band" if high - low > 1 else "mean"))
    keys = (("bar", "weight"), ("median", "weighted median"), ("band", "where the weighted mean lies"))
    label = f"weight along the scale; the middle falls {words.where(one.setting, middle)}"
    return _figure(_svg(186, label, parts), _spacing(one.setting) + f" On {one.setting.footed}.", keys)


def _spacing(game: Setting) -> str:
    return "" if game.values else "Anchors are drawn at even distances; the distances are not known."


def _median(axis: Axis, middle: Middle, top: float, bottom: float) -> list[Markup]:
    low, high = axis.step(middle.low), axis.step(middle.high)
    if middle.low == middle.high:
        return [_line(low, top, low, bottom, "median")]
    return [_rect(low, top, high - low, bottom - top, "median-band")]


def card(one: Weighed, answer: Answer) -> Markup:
    """A small scale: the median before (dashed) and after, and the range of the mean after."""
    axis = Axis(answer.setting)
    before, after = one.outcome.middle, answer.outcome.middle
    if after is None or answer.setting.length <= 0:
        return Markup("")
    parts = _median(axis, after, 6, 30)
    if before is not None:
        parts += [_line(axis.step(step), 6, axis.step(step), 30, "was") for step in {before.low, before.high}]
    parts += axis.ticks(30)
    if after.mean:
        wide = axis.at(after.mean.high) - axis.at(after.mean.low)
        parts.append(_rect(axis.at(after.mean.low), 56, wide, 6, "band" if wide > 1 else "mean"))
    return el("figure", _svg(68, answer.title, parts), class_="plot")


def tornado(one: Weighed) -> Markup:
    """The widest swings of the mean, each from its low to its high end."""
    axis, rows = Axis(one.setting), one.tornado[:12]
    if not rows:
        return Markup("")
    parts: list[Markup] = []
    for number, swing in enumerate(rows):
        parts += _swing(axis, swing, number * 34)
    bottom = len(rows) * 34 + 8
    return _figure(_svg(bottom + 24, "what each blank does to the mean", [*parts, *axis.ticks(bottom)]), _spacing(one.setting))


def _swing(axis: Axis, swing: Swing, top: int) -> list[Markup]:
    low, high = sorted((axis.at(swing.at_low), axis.at(swing.at_high)))
    return [_text(0, top + 11, f"{swing.name}, {swing.input}", "dim", "start"), _rect(low, top + 16, high - low, 10, "bar")]


def models(one: Weighed) -> Markup:
    """Every model's range on one scale."""
    axis = Axis(one.setting)
    whole = one.outcome.whole
    if whole is None or one.setting.length <= 0:
        return Markup("")
    parts = [_text(0, 11, "weighted median, over all that is left open", "dim", "start"), *_band_of_steps(axis, whole, 16)]
    rows: list[tuple[str, Range | None]] = [("weighted mean, over all that is left open", whole.mean)]
    rows += [(_told(f), f.at) for f in one.models]
    for number, (name, at) in enumerate(rows, 1):
        parts.append(_text(0, number * 34 + 11, name, "dim", "start"))
        if at:
            parts.append(_rect(axis.at(at.low), number * 34 + 16, axis.at(at.high) - axis.at(at.low), 10, "bar"))
    bottom = (len(rows) + 1) * 34 + 8
    return _figure(_svg(bottom + 24, "models side by side", [*parts, *axis.ticks(bottom)]), _spacing(one.setting))


def _told(forecast: Forecast) -> str:
    return forecast.model if forecast.at else f"{forecast.model}: none, see below"


def _band_of_steps(axis: Axis, middle: Middle, top: float) -> list[Markup]:
    low, high = axis.step(middle.low), axis.step(middle.high)
    return [_rect(low, top, high - low, 10, "bar")]


def zone(one: Weighed) -> Markup:
    """The agreement zone, and the disagreement point as a dashed line."""
    found, issue = one.talks, one.issue
    if found is None or issue.disagreement is None or one.setting.length <= 0:
        return Markup("")
    axis = Axis(one.setting)
    place = issue.place_of(issue.disagreement.at)
    x = axis.step(sum(place.steps) / 2) if place else 0.0
    parts = [_line(x, 4, x, 40, "was")]
    if found.zone:
        parts.append(_rect(axis.at(found.zone.low), 14, axis.at(found.zone.high) - axis.at(found.zone.low), 16, "low"))
    caption = "" if found.zone else "No agreement zone. "
    keys = (("other", "agreement zone, at its widest"),) if found.zone else ()
    drawn = _svg(66, "agreement zone", [*parts, *axis.ticks(40)])
    return _figure(drawn, f"{caption}Dashed: what holds without agreement. {_spacing(one.setting)}", keys)


def paths(one: Weighed, path: Path) -> Markup:
    """One variant round by round: where all is known, each party's line and the median; else the band of the median."""
    axis, last = Axis(one.setting), max(len(path.medians) - 1, 1)
    if not path.medians:
        return Markup("")
    tall, parts = 150, []
    for number, label in enumerate(one.setting.labels, 1):
        y = _down(axis, axis.edges[number], tall)
        parts += [_line(0, y, 100, y, "tick"), _text(-1, y + 4, label, "dim", "end")]
    for name, places in path.parties:
        parts.append(el("g", el("title", name), *_joined(axis, places, tall, "path")))
    if path.parties:
        parts += _joined(axis, [m.low for m in path.medians], tall, "median")
    else:
        parts += [_column(axis, m, 100 * n / last, tall) for n, m in enumerate(path.medians)]
    parts += [_text(100 * n / last, tall + 24, str(n), "dim") for n in range(len(path.medians))]
    keys = (("bar", "parties"), ("median", "median")) if path.parties else (("median", "range of the median"),)
    return _figure(_svg(tall + 30, f"{path.variant}, round by round", parts), f"{path.variant}: rounds 0 to {last}.", keys)


def _down(axis: Axis, value: float, tall: int) -> float:
    """The first anchor at the bottom, the last at the top."""
    return 6 + tall - tall * axis.at(value) / 100


def _joined(axis: Axis, values: Sequence[float], tall: int, style: str) -> list[Markup]:
    step = 100 / max(len(values) - 1, 1)
    points = [(n * step, _down(axis, value, tall)) for n, value in enumerate(values)]
    return [_line(*a, *b, style) for a, b in pairwise(points)]


def _column(axis: Axis, at: Range, x: float, tall: int) -> Markup:
    top, bottom = _down(axis, at.high, tall), _down(axis, at.low, tall)
    return _rect(x - 1.2, top, 2.4, max(bottom - top, 3), "median-band")
