"""Drawings of a weighed issue, as values: the page and the explorer show the same."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from detente.web.drawing import Drawing, Key, Shape, bar, line, text
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

    def ticks(self, y: int) -> list[Shape]:
        """The line of the scale, with its anchors by name."""
        made: list[Shape] = [line(0, y, 100, y, "axis")]
        for number, label in enumerate(self.game.labels, 1):
            x = self.at(self.edges[number])
            value = f" {words.number(self.edges[number])}" if self.game.values else ""
            made += [line(x, y - 4, x, y + 4, "axis"), text(x, y + 18, label + value)]
        return made


def histogram(one: Weighed) -> Drawing | None:
    """Weight along the scale, the median as a line or a band, the range of the mean beneath."""
    axis, basis = Axis(one.setting), one.setting.footing()
    total = sum(s.weight.low for s in basis.seats)
    middle = one.outcome.middle
    if total <= 0 or middle is None:
        return None
    shares: dict[float, float] = {}
    for seat in basis.seats:
        x = axis.step(sum(seat.place.steps) / 2)
        shares[x] = shares.get(x, 0.0) + seat.weight.low / total
    most = max(shares.values())
    parts: list[Shape] = []
    for x, share in shares.items():
        tall = 96 * share / most
        parts += [bar(x - 2.5, 142 - tall, 5, tall, "bar"), text(x, 136 - tall, f"{100 * share:.0f} %")]
    point = middle.low == middle.high
    parts += [*_median(axis, middle, 4, 24 if point else 142), *axis.ticks(142)]
    if middle.mean:
        low, high = axis.at(middle.mean.low), axis.at(middle.mean.high)
        parts.append(bar(low, 172, high - low, 8, "band" if high - low > 1 else "mean"))
    keys = (Key("bar", "weight"), Key("median", "weighted median"), Key("band", "where the weighted mean lies"))
    label = f"weight along the scale; the middle falls {words.where(one.setting, middle)}"
    return Drawing(186, label, tuple(parts), _spacing(one.setting) + f" On {one.setting.footed}.", keys)


def _spacing(game: Setting) -> str:
    return "" if game.values else "Anchors are drawn at even distances; the distances are not known."


def _median(axis: Axis, middle: Middle, top: float, bottom: float) -> list[Shape]:
    low, high = axis.step(middle.low), axis.step(middle.high)
    if middle.low == middle.high:
        return [line(low, top, low, bottom, "median")]
    return [bar(low, top, high - low, bottom - top, "median-band")]


def card(one: Weighed, answer: Answer) -> Drawing | None:
    """A small scale: the median before (dashed) and after, and the range of the mean after."""
    axis = Axis(answer.setting)
    before, after = one.outcome.middle, answer.outcome.middle
    if after is None or answer.setting.length <= 0:
        return None
    parts = _median(axis, after, 6, 30)
    if before is not None:
        parts += [line(axis.step(step), 6, axis.step(step), 30, "was") for step in {before.low, before.high}]
    parts += axis.ticks(30)
    if after.mean:
        wide = axis.at(after.mean.high) - axis.at(after.mean.low)
        parts.append(bar(axis.at(after.mean.low), 56, wide, 6, "band" if wide > 1 else "mean"))
    return Drawing(68, answer.title, tuple(parts))


def tornado(one: Weighed) -> Drawing | None:
    """The widest swings of the mean, each from its low to its high end."""
    axis, rows = Axis(one.setting), one.tornado[:12]
    if not rows:
        return None
    parts: list[Shape] = []
    for number, swing in enumerate(rows):
        parts += _swing(axis, swing, number * 34)
    bottom = len(rows) * 34 + 8
    return Drawing(bottom + 24, "what each blank does to the mean", (*parts, *axis.ticks(bottom)), _spacing(one.setting))


def _swing(axis: Axis, swing: Swing, top: int) -> list[Shape]:
    low, high = sorted((axis.at(swing.at_low), axis.at(swing.at_high)))
    return [text(0, top + 11, f"{swing.name}, {swing.input}", "dim", "start"), bar(low, top + 16, high - low, 10, "bar")]


def models(one: Weighed) -> Drawing | None:
    """Every model's range on one scale."""
    axis = Axis(one.setting)
    whole = one.outcome.whole
    if whole is None or one.setting.length <= 0:
        return None
    open_to = "over all that is left open"
    parts: list[Shape] = [text(0, 11, f"weighted median, {open_to}", "dim", "start"), *_band_of_steps(axis, whole, 16)]
    rows: list[tuple[str, Range | None]] = [(f"weighted mean, {open_to}", whole.mean)]
    rows += [(_told(f), f.at) for f in one.models]
    for number, (name, at) in enumerate(rows, 1):
        parts.append(text(0, number * 34 + 11, name, "dim", "start"))
        if at:
            parts.append(bar(axis.at(at.low), number * 34 + 16, axis.at(at.high) - axis.at(at.low), 10, "bar"))
    bottom = (len(rows) + 1) * 34 + 8
    return Drawing(bottom + 24, "models side by side", (*parts, *axis.ticks(bottom)), _spacing(one.setting))


def _told(forecast: Forecast) -> str:
    return forecast.model if forecast.at else f"{forecast.model}: none, see below"


def _band_of_steps(axis: Axis, middle: Middle, top: float) -> list[Shape]:
    low, high = axis.step(middle.low), axis.step(middle.high)
    return [bar(low, top, high - low, 10, "bar")]


def zone(one: Weighed) -> Drawing | None:
    """The agreement zone, and the disagreement point as a dashed line."""
    found, issue = one.talks, one.issue
    if found is None or issue.disagreement is None or one.setting.length <= 0:
        return None
    axis = Axis(one.setting)
    place = issue.place_of(issue.disagreement.at)
    x = axis.step(sum(place.steps) / 2) if place else 0.0
    parts: list[Shape] = [line(x, 4, x, 40, "was")]
    if found.zone:
        parts.append(bar(axis.at(found.zone.low), 14, axis.at(found.zone.high) - axis.at(found.zone.low), 16, "low"))
    caption = "" if found.zone else "No agreement zone. "
    keys = (Key("other", "agreement zone, at its widest"),) if found.zone else ()
    said = f"{caption}Dashed: what holds without agreement. {_spacing(one.setting)}"
    return Drawing(66, "agreement zone", (*parts, *axis.ticks(40)), said.strip(), keys)


def paths(one: Weighed, path: Path) -> Drawing | None:
    """One variant round by round: where all is known, each party's line and the median; else the band of the median."""
    axis, last = Axis(one.setting), max(len(path.medians) - 1, 1)
    if not path.medians:
        return None
    tall = 150
    parts: list[Shape] = []
    for number, label in enumerate(one.setting.labels, 1):
        y = _down(axis, axis.edges[number], tall)
        parts += [line(0, y, 100, y, "tick"), text(-1, y + 4, label, "dim", "end")]
    for name, places in path.parties:
        parts += _joined(axis, places, tall, "path", title=name)
    if path.parties:
        parts += _joined(axis, [m.low for m in path.medians], tall, "median")
    else:
        parts += [_column(axis, m, 100 * n / last, tall) for n, m in enumerate(path.medians)]
    parts += [text(100 * n / last, tall + 24, str(n), "dim") for n in range(len(path.medians))]
    keys = (Key("bar", "parties"), Key("median", "median")) if path.parties else (Key("median", "range of the median"),)
    return Drawing(tall + 30, f"{path.variant}, round by round", tuple(parts), f"{path.variant}: rounds 0 to {last}.", keys)


def _down(axis: Axis, value: float, tall: int) -> float:
    """The first anchor at the bottom, the last at the top."""
    return 6 + tall - tall * axis.at(value) / 100


def _joined(axis: Axis, values: Sequence[float], tall: int, style: str, *, title: str = "") -> list[Shape]:
    step = 100 / max(len(values) - 1, 1)
    points = [(n * step, _down(axis, value, tall)) for n, value in enumerate(values)]
    return [line(*a, *b, style, title=title) for a, b in pairwise(points)]


def _column(axis: Axis, at: Range, x: float, tall: int) -> Shape:
    top, bottom = _down(axis, at.high, tall), _down(axis, at.low, tall)
    return bar(x - 1.2, top, 2.4, max(bottom - top, 3), "median-band")
