"""A timeline drawn: a lane a party, a mark an event, its shape the status, its colour the kind; the best-told ones in words below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

import msgspec

from detente.records import Factuality
from detente.views.dates import day
from detente.views.entries import STANDING, Entry
from detente.views.network import QUADS
from detente.views.svg import pen
from detente.views.svg.axis import Axis
from detente.views.timeline import Lane, Timeline, days

LANES, NUMBERED, ROWS = 12, 32, 6
CROWDED = 150
"""Marks in one lane from which on it is drawn as bars."""
_LEFT, _RIGHT, _TOP = 250.0, 1190.0, 124.0
_NEAR = timedelta(days=92)
_PITCH = 25.0
_TALL = 700.0  # from here on the days are named above the lanes too
_BINS = 94


class _Placed(msgspec.Struct, frozen=True):
    """An entry on the scale: from where to where, and in which row of its lane."""

    entry: Entry
    x: float
    end: float
    row: int


def draw(view: Timeline, only: str = "") -> str:
    """The picture of a timeline."""
    dated = [(e, d) for e in view.entries if (d := days(e))]
    told = f"{len(view.entries)} dated and {len(view.undated)} undated events in {len(view.lanes)} lanes."
    if not dated:
        return pen.picture(140, "Timeline", told, [pen.text((24, 80), f"No event with a day. Undated: {len(view.undated)}.")], only=only)
    axis = _axis(view, [d for _, d in dated])
    found = {e.id: e for e, d in dated if axis.holds(d[0]) or axis.holds(d[1])}
    ranked = sorted(
        (lane for lane in view.lanes if found.keys() & set(lane.entries)), key=lambda lane: -len(found.keys() & set(lane.entries))
    )
    lanes = ranked[:LANES]
    drawn_ids = {i for lane in lanes for i in lane.entries}
    numbers = _numbers([e for e in found.values() if e.id in drawn_ids])
    found = {e.id: e for e, _ in dated}
    parts, y = [_legend()], _TOP
    for lane in lanes:
        drawn, height = _lane(lane, [found[i] for i in lane.entries if i in found], axis, numbers, y)
        parts.append(drawn)
        y += height
    parts.insert(1, axis.drawn(_TOP - 8, y, both=y > _TALL))
    y += 30
    if len(view.lanes) > len(lanes):
        parts.append(pen.text((24, y - 10), f"{len(view.lanes) - len(lanes)} more lanes not drawn", font_size=12, fill=pen.FAINT))
    listed, y = _listed([found[i] for i in numbers], numbers, y + 18)
    note = f"{len(view.undated)} more events have no day in any text. " if view.undated else ""
    if any(len(lane.entries) > CROWDED for lane in lanes):
        note += "Bars, where a lane is crowded: events that begin then, cooperative above the line, hostile below."
    parts += [listed, pen.text((24, y + 14), note, font_size=12, fill=pen.FAINT)]
    return pen.picture(y + 34, "Timeline", told, parts, only=only)


def _axis(view: Timeline, spans: Sequence[tuple[date, date]]) -> Axis:
    """The time of the news: what lies more than a quarter before or after the days of publication is only counted.

    Where three events of four begin in a fifth of it, that part is drawn, so that a few of other decades do not press all else together.
    """
    first, last = min(s for s, _ in spans), max(s for s, _ in spans)
    if view.published:
        earliest, latest = day(view.published[0]), day(view.published[1])
        if earliest and latest:
            shown = [s for s, _ in spans if earliest - _NEAR <= s <= latest + _NEAR]
            first, last = (min(shown), max(shown)) if shown else (first, last)
    first, last = _mostly([s for s, _ in spans if first <= s <= last], (first, last))
    edge = timedelta(days=max((last - first).days // 40, 1))
    low = first - edge if first > date.min + edge else first
    return Axis(low, last + edge if last < date.max - edge else last, _LEFT, _RIGHT)


def _mostly(begin: Sequence[date], whole: tuple[date, date]) -> tuple[date, date]:
    """The shortest time in which three events of four begin, if it is a small part of the whole, with a quarter before and after."""
    found = sorted(begin)
    most = -(-len(found) * 3 // 4)
    first, last = min(zip(found, found[most - 1 :], strict=False), key=lambda span: span[1] - span[0], default=whole)
    if 5 * (last - first + 2 * _NEAR) > whole[1] - whole[0]:
        return whole
    near = [d for d in found if first - d <= _NEAR and d - last <= _NEAR]
    return near[0], near[-1]


def _legend() -> str:
    states: tuple[Factuality, ...] = ("actual", "planned", "possible", "denied")
    shapes = [(pen.mark((0, 0), s, 6, pen.INK), STANDING[s]) for s in states]
    shapes.append((pen.mark((0, 0), "actual", 6, pen.INK, stroke_dasharray="2 2", fill_opacity=0.35), "day taken from near the sentence"))
    several = pen.mark((0, 0), "actual", 4, pen.INK) + pen.tag("circle", r=7, fill="none", stroke=pen.INK)
    shapes.append((several, "told by several outlets"))
    colours = [(pen.tag("rect", x=-7, y=-6, width=14, height=12, fill=pen.QUADS[q]), QUADS[q]) for q in QUADS]
    return pen.legend((24, 64), shapes) + pen.legend((24, 86), colours)


def _numbers(entries: Iterable[Entry]) -> dict[str, int]:
    """The entries told in words, numbered in order of time: those that most outlets tell, then most places, then the strongest."""
    best = sorted(entries, key=lambda e: (-len(e.outlets), -len(e.tellings), -abs(e.intensity), e.span or ("", "")))[:NUMBERED]
    best.sort(key=lambda e: e.span or ("", ""))
    return {e.id: n for n, e in enumerate(best, 1)}


def _lane(lane: Lane, entries: Sequence[Entry], axis: Axis, numbers: dict[str, int], y: float) -> tuple[str, float]:
    """A lane and its height."""
    spans = [(e, d) for e in entries if (d := days(e))]
    shown = [(e, d) for e, d in spans if d[0] <= axis.until and d[1] >= axis.since and axis.holds(max(d[0], axis.since))]
    earlier = sum(d[1] < axis.since for _, d in spans)
    later = len(spans) - len(shown) - earlier
    if len(shown) > CROWDED:
        drawn, height = _bars([(e, d[0]) for e, d in shown], axis, y), 58.0
    else:
        placed, left_out = _placed(shown, axis)
        drawn = "".join(_mark(p, numbers, y) for p in placed)
        height = (max((p.row for p in placed), default=0) + 1) * _PITCH + 10
        if left_out:
            drawn += pen.halo((_RIGHT + 4, y + height - 8), f"+{left_out}", font_size=12, fill=pen.FAINT)
    height = max(height, 36.0 if len(pen.lines(lane.name, 150)) < 2 else 46.0)
    parts = [pen.tag("path", d=f"M24 {y + height:.1f}H{pen.WIDTH - 24}", stroke=pen.LINE)]
    name = pen.lines(lane.name, 150, size=13)
    for row, said in enumerate(name):
        parts.append(pen.text((24, y + 17 + 15 * row), said, font_weight=600))
    if earlier:
        parts.append(pen.text((_LEFT - 12, y + 17), f"{earlier} before", font_size=12, fill=pen.FAINT, text_anchor="end"))
    if later:
        parts.append(pen.text((_RIGHT + 8, y + 17), f"{later} after", font_size=12, fill=pen.FAINT))
    return pen.group(*parts, drawn), height


def _placed(shown: Iterable[tuple[Entry, tuple[date, date]]], axis: Axis) -> tuple[list[_Placed], int]:
    """Entries in rows so that none covers another, and how many found no row."""
    ends: list[float] = []
    found, left_out = [], 0
    for entry, (first, last) in shown:
        x = axis.x(max(first, axis.since)) + 4
        end = max(axis.x(min(last, axis.until)), x) if last > first else x
        row = next((n for n, taken in enumerate(ends) if taken < x - 13), len(ends))
        if row >= ROWS:
            left_out += 1
            continue
        ends[row : row + 1] = [end + 12]
        found.append(_Placed(entry, x, end, row))
    return found, left_out


def _mark(placed: _Placed, numbers: dict[str, int], y: float) -> str:
    entry, at = placed.entry, (placed.x, y + 15 + placed.row * _PITCH)
    colour, number = pen.QUADS.get(entry.quad, pen.INK), numbers.get(entry.id)
    loose = bool(entry.when and entry.when.basis == "inherited")
    dashes: dict[str, object] = {"stroke_dasharray": "2 2", "fill_opacity": 0.35} if loose else {}
    parts = [pen.hint(f"{entry.day}: {entry.line} ({entry.standing}; {entry.source})")]
    if placed.end > placed.x:
        line = f"M{placed.x:.1f} {at[1]:.1f}H{placed.end:.1f}"
        parts.append(pen.tag("path", d=line, stroke=colour, stroke_width=4, stroke_opacity=0.4, stroke_dasharray="4 3" if loose else None))
    parts.append(pen.mark(at, entry.status, 9 if number else 5, colour, **dashes))
    if len(entry.outlets) > 1:
        parts.append(pen.tag("circle", cx=at[0], cy=at[1], r=12 if number else 8, fill="none", stroke=colour))
    if number:
        dark = entry.status == "actual" and not loose
        ink, write = (pen.PAPER, pen.text) if dark else (pen.INK, pen.halo)
        parts.append(write((at[0], at[1] + 4), str(number), font_size=11, font_weight=600, fill=ink, text_anchor="middle"))
    return pen.group(*parts)


def _bars(entries: Iterable[tuple[Entry, date]], axis: Axis, y: float) -> str:
    """A crowded lane: how many events begin when, cooperative above the line, hostile below."""
    counts = {True: [0] * _BINS, False: [0] * _BINS}
    width = (axis.right - axis.left) / _BINS
    for entry, first in entries:
        place = min(int((axis.x(max(first, axis.since)) - axis.left) / width), _BINS - 1)
        counts[entry.quad < 3][place] += 1
    most = max(map(max, counts.values()))
    return "".join(_bar(n, width, axis.left, y + 28, (friendly, count / most)) for friendly, bins in counts.items()
                   for n, count in enumerate(bins) if count)  # fmt: skip


def _bar(number: int, width: float, left: float, middle: float, what: tuple[bool, float]) -> str:
    friendly, share = what
    height = max(25 * share, 1)
    top = middle - height if friendly else middle
    colour = pen.COOPERATIVE if friendly else pen.HOSTILE
    return pen.tag("rect", x=left + number * width + 1, y=top, width=width - 2, height=height, fill=colour)


def _listed(entries: Sequence[Entry], numbers: dict[str, int], y: float) -> tuple[str, float]:
    """The numbered entries in words, in two columns, and where they end."""
    half = -(-len(entries) // 2)
    parts = []
    for place, entry in enumerate(entries):
        column, row = divmod(place, half)
        at = (24.0 + column * 624, y + 20 * row)
        parts += list(_words(entry, numbers[entry.id], at))
    return pen.group(*parts), y + 20 * half


def _words(entry: Entry, number: int, at: tuple[float, float]) -> Iterator[str]:
    x, y = at
    yield pen.text((x + 18, y), str(number), font_size=12, font_weight=600, text_anchor="end")
    yield pen.text((x + 26, y), pen.fit(entry.day, 134, 12), font_size=12, fill=pen.FAINT)
    standing = "" if entry.status == "actual" else f"{entry.standing}: "
    told = f" ({len(entry.outlets)} outlets)" if len(entry.outlets) > 1 else ""
    yield pen.text((x + 164, y), pen.fit(standing + entry.line, 440 - pen.extent(told, 12), 12) + told, font_size=12)
