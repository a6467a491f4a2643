"""A network drawn: parties that deal with one another near each other, what passes between them as lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import cos, pi, sin, sqrt

import msgspec

from detente.views.network import QUADS, Edge, Network, Node, score
from detente.views.svg import pen
from detente.views.svg.room import Room

NODES, LINES, COUNTED, _TURNS = 30, 90, 20, 200
DASHES = {1: None, 2: None, 3: "7 4", 4: "2 3"}
"""Lines tell conflict from cooperation without colours too."""
Places = dict[str, tuple[float, float]]


def draw(view: Network, only: str = "") -> str:
    """The picture of a network: the parties with most events, and what passes between them."""
    nodes = view.nodes[:NODES]
    told = f"{len(view.nodes)} parties with {len(view.entries)} events between them; {len(nodes)} parties are drawn."
    if not nodes:
        return pen.picture(140, "Network", told, [pen.text((24, 80), "No event between two known parties.")], only=only)
    names = {n.id: n.name for n in nodes}
    lines = _lines([e for e in view.edges if e.a in names and e.b in names], names)
    if not lines:
        return pen.picture(140, "Network", told, [pen.text((24, 80), "Those with most events deal with none of one another.")], only=only)
    nodes = tuple(n for n in nodes if any(n.id in (line.a, line.b) for line in lines))
    at, bends = _places(nodes, lines), _bends(lines)
    counts = _counts([(line, bend) for line, bend in zip(lines, bends, strict=True) if line.events > 1][:COUNTED], at)
    left = f"{len(view.nodes) - len(nodes)} more parties not drawn. " if len(view.nodes) > len(nodes) else ""
    pairs = len({(frozenset((e.a, e.b)), e.quad) for e in view.edges}) - len(lines)
    left += f"{pairs} more lines not drawn. " if pairs else ""
    note = f"{left}{view.alone} events pass between no two known parties. Numbers: events; of a line, where more than one."
    bottom = _frame(len(nodes))[3]
    parts = [
        _legend(),
        *(_line(line, at, bend, max(lines[0].events, 12)) for line, bend in reversed(list(zip(lines, bends, strict=True)))),
        *(_node(n, at[n.id]) for n in nodes),
        *(count for _, count in counts),
        *_names(nodes, at, [place for place, _ in counts]),
        pen.text((24, bottom + 24), note, font_size=12, fill=pen.FAINT),
    ]
    return pen.picture(bottom + 48, "Network", told, parts, only=only)


def _names(nodes: Sequence[Node], at: Places, counts: Sequence[tuple[float, float]]) -> list[str]:
    room = Room(_frame(len(nodes)), 14)
    for node in nodes:
        room.block(at[node.id], _radius(node))
    for place in counts:
        room.block(place, 8)
    middle = pen.WIDTH / 2
    return [room.name(f"{pen.fit(n.name, 200, 14)} ({n.events})", at[n.id], _radius(n), left=at[n.id][0] < middle) for n in nodes]


def _legend() -> str:
    lines = [
        (pen.tag("path", d="M-8 0H10", stroke=pen.QUADS[q], stroke_width=4 if q in (2, 4) else 2.5, stroke_dasharray=DASHES[q]), QUADS[q])
        for q in QUADS
    ]
    arrow = pen.tag("path", d="M-5 -5L5 0L-5 5Z", fill=pen.FAINT)
    shapes = [
        (_shape("state", (0, 0), 7), "state, government"),
        (_shape("person", (0, 0), 7), "person"),
        (_shape("igo", (0, 0), 7), "other"),
    ]
    shapes += [(arrow, "from the one to the other; two: from each; none: mutual")]
    return pen.legend((24, 64), lines) + pen.legend((24, 86), shapes)


def _places(nodes: Sequence[Node], lines: Sequence[Line]) -> Places:
    """Parties that deal with one another drawn together, all others pushed apart (Fruchterman and Reingold 1991), from an oval on.

    Nothing is left to chance: the same network has the same picture.
    """
    many = len(nodes)
    at = [(cos(2 * pi * n / many), sin(2 * pi * n / many)) for n in range(many)]
    index = {n.id: number for number, n in enumerate(nodes)}
    ties = sorted({(min(index[line.a], index[line.b]), max(index[line.a], index[line.b])) for line in lines})
    near = 1.5 / sqrt(many)
    for turn in range(_TURNS):
        pulls = [_pushed(at, n, near) for n in range(many)]
        for a, b in ties:
            dx, dy = at[b][0] - at[a][0], at[b][1] - at[a][1]
            force = sqrt(dx * dx + dy * dy) / near * 0.7
            pulls[a] = (pulls[a][0] + dx * force, pulls[a][1] + dy * force)
            pulls[b] = (pulls[b][0] - dx * force, pulls[b][1] - dy * force)
        at = [_moved(place, pull, 0.2 * (1 - turn / _TURNS)) for place, pull in zip(at, pulls, strict=True)]
    return _fitted([n.id for n in nodes], at)


def _pushed(at: Sequence[tuple[float, float]], number: int, near: float) -> tuple[float, float]:
    """What all others do to one, and what draws it to the middle."""
    x, y = at[number]
    push_x, push_y = -1.2 * x, -1.2 * y
    for other, (ox, oy) in enumerate(at):
        if other != number:
            square = max((x - ox) ** 2 + (y - oy) ** 2, 1e-4)
            push_x += (x - ox) / square * near * near
            push_y += (y - oy) / square * near * near
    return push_x, push_y


def _moved(place: tuple[float, float], pull: tuple[float, float], most: float) -> tuple[float, float]:
    long = max(sqrt(pull[0] ** 2 + pull[1] ** 2), 1e-9)
    step = min(long, most) / long
    return place[0] + pull[0] * step, place[1] + pull[1] * step


def _frame(parties: int) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the drawing: few parties need less of it."""
    return (24.0, 110.0, 1256.0, 110.0 + min(160 + 20 * parties, 660))


def _fitted(ids: Sequence[str], at: Sequence[tuple[float, float]]) -> Places:
    """Stretched to the frame, with room for names."""
    left, top, right, bottom = _frame(len(ids))
    side = 140 + 50 * max(7 - len(ids), 0)
    xs = _stretched([x for x, _ in at], left + side, right - side)
    ys = _stretched([y for _, y in at], top + 40, bottom - 40)
    return dict(zip(ids, zip(xs, ys, strict=True), strict=True))


def _stretched(values: Sequence[float], low: float, high: float) -> list[float]:
    """Values from the one end to the other; in the middle where they are all the same."""
    least, wide = min(values), max(values) - min(values)
    return [low + (v - least) / wide * (high - low) if wide > 0.01 else (low + high) / 2 for v in values]


class Line(msgspec.Struct, frozen=True):
    """All edges of one quad between the same two; where none of it is mutual, `there`: it goes from `a` to `b`, `back`: from `b` to `a`."""

    a: str
    b: str
    quad: int
    events: int
    said: str
    there: bool
    back: bool


def _lines(edges: Sequence[Edge], names: dict[str, str]) -> list[Line]:
    held: dict[tuple[frozenset[str], int], list[Edge]] = {}
    for edge in edges:
        held.setdefault((frozenset((edge.a, edge.b)), edge.quad), []).append(edge)
    found = []
    for (_, quad), group in held.items():
        a, b = group[0].a, group[0].b
        said = "; ".join(_told(e, names) for e in group)
        mutual = any(e.mutual for e in group)
        there, back = (not mutual and any(e.a == first for e in group) for first in (a, b))
        found.append(Line(a, b, quad, sum(e.events for e in group), said, there, back))
    return sorted(found, key=lambda line: -line.events)[:LINES]


def _told(edge: Edge, names: dict[str, str]) -> str:
    ahead = f", {edge.planned} not yet reported as happened" if edge.planned else ""
    between = f"{names[edge.a]} {'–' if edge.mutual else '→'} {names[edge.b]}"
    return f"{between}: {QUADS[edge.quad]}, {edge.events}{ahead}; mean intensity {score(edge.intensity)}"


def _bends(lines: Sequence[Line]) -> list[float]:
    """How far each line stands off the others between the same two: 0, 1, -1, 2, …"""
    before: Counter[frozenset[str]] = Counter()
    found: list[float] = []
    for line in lines:
        pair = frozenset((line.a, line.b))
        number = before[pair]
        before[pair] += 1
        side = 1 if line.a < line.b else -1
        found.append(side * ((number + 1) // 2) * (1 if number % 2 else -1))
    return found


def _curve(line: Line, at: Places, bend: float) -> tuple[tuple[float, float], tuple[float, float], tuple[float, float]]:
    """Beginning, point of pull and end of a line."""
    (ax, ay), (bx, by) = at[line.a], at[line.b]
    long = max(sqrt((bx - ax) ** 2 + (by - ay) ** 2), 1.0)
    off = 34 * bend + 8
    return (ax, ay), ((ax + bx) / 2 - (by - ay) / long * off, (ay + by) / 2 + (bx - ax) / long * off), (bx, by)


def _on(curve: tuple[tuple[float, float], ...], part: float) -> tuple[float, float]:
    """The point of a line after a part of it."""
    (ax, ay), (cx, cy), (bx, by) = curve
    one, two, three = (1 - part) ** 2, 2 * part * (1 - part), part**2
    return one * ax + two * cx + three * bx, one * ay + two * cy + three * by


def _line(line: Line, at: Places, bend: float, most: int) -> str:
    curve = _curve(line, at, bend)
    (ax, ay), (cx, cy), (bx, by) = curve
    colour, width = pen.QUADS[line.quad], 1.3 + 5.5 * sqrt(line.events / most)
    path = f"M{ax:.1f} {ay:.1f}Q{cx:.1f} {cy:.1f} {bx:.1f} {by:.1f}"
    drawn = pen.tag("path", d=path, fill="none", stroke=colour, stroke_width=width, stroke_dasharray=DASHES[line.quad], opacity=0.75)
    ways = ((0.6, 0.66) if line.there else None, (0.4, 0.34) if line.back else None)
    arrows = (_arrow(_on(curve, way[0]), _on(curve, way[1]), colour, 4 + width) for way in ways if way)
    return pen.group(pen.hint(line.said), drawn, *arrows)


def _arrow(tail: tuple[float, float], tip: tuple[float, float], colour: str, size: float) -> str:
    dx, dy = tip[0] - tail[0], tip[1] - tail[1]
    long = max(sqrt(dx * dx + dy * dy), 0.1)
    dx, dy = dx / long * size, dy / long * size
    x, y = tail
    ends = ((x + 1.4 * dx, y + 1.4 * dy), (x - 0.8 * dy, y + 0.8 * dx), (x + 0.8 * dy, y - 0.8 * dx))
    return pen.tag("path", d="M" + "L".join(f"{a:.1f} {b:.1f}" for a, b in ends) + "Z", fill=colour)


def _counts(lines: Iterable[tuple[Line, float]], at: Places) -> list[tuple[tuple[float, float], str]]:
    """Numbers on their lines, each where no other stands near by; left out where there is no such place."""
    found: list[tuple[tuple[float, float], str]] = []
    for line, bend in lines:
        curve = _curve(line, at, bend)
        places = (_on(curve, part) for part in (0.5, 0.45, 0.55, 0.27, 0.73))
        place = next((p for p in places if all(abs(p[0] - x) > 16 or abs(p[1] - y) > 13 for (x, y), _ in found)), None)
        if place:
            said = pen.halo((place[0], place[1] + 4), str(line.events), font_size=12, font_weight=600, text_anchor="middle")
            found.append((place, said))
    return found


def _radius(node: Node) -> float:
    return min(5 + 1.5 * sqrt(node.events), 15.0)


def _node(node: Node, at: tuple[float, float]) -> str:
    said = f"{node.name}: {node.events} events, {node.cooperative} cooperative, {node.hostile} hostile"
    return pen.group(pen.hint(said), _shape(node.type, at, _radius(node)))


def _shape(kind: str, at: tuple[float, float], radius: float) -> str:
    x, y = at
    style: dict[str, object] = {"fill": "#eef1f4", "stroke": pen.INK, "stroke_width": 1.5}
    if kind in ("state", "government"):
        return pen.tag("circle", cx=x, cy=y, r=radius, **style)
    if kind == "person":
        return pen.tag("rect", x=x - radius * 0.85, y=y - radius * 0.85, width=radius * 1.7, height=radius * 1.7, rx=2, **style)
    return pen.tag("path", d=pen.rhomb(at, radius * 1.15), **style)
