"""The countries of the offline map: their shapes, their middles, and the names that news uses for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

import msgspec

from detente.errors import DataError
from detente.lexicon.shelf import Shelf

Point: TypeAlias = tuple[float, float]
"""Degrees east and north, WGS 84."""


class Country(msgspec.Struct, frozen=True):
    """A country as it is drawn: ISO 3166 alpha-3 or None, name, the middle of its largest part, and its outlines.

    Outlines that cross the date line go on beyond 180 degrees.
    """

    code: str | None
    name: str
    at: Point
    rings: tuple[tuple[Point, ...], ...]


class World(msgspec.Struct, frozen=True):
    """All countries; `names` by code, as our gazetteer writes them."""

    countries: tuple[Country, ...]
    names: dict[str, str]

    def middle(self, code: str) -> Point | None:
        """The middle of a country's largest part; None for one that the map lacks."""
        return next((c.at for c in self.countries if c.code == code), None)


class _Grid(msgspec.Struct):
    scale: Point
    translate: Point


class _Label(msgspec.Struct):
    name: str
    at: Point


class _Polygon(msgspec.Struct, tag_field="type", tag="Polygon"):
    properties: _Label
    arcs: tuple[tuple[int, ...], ...]
    id: str | None = None

    def outlines(self) -> Iterator[tuple[int, ...]]:
        yield from self.arcs


class _Polygons(msgspec.Struct, tag_field="type", tag="MultiPolygon"):
    properties: _Label
    arcs: tuple[tuple[tuple[int, ...], ...], ...]
    id: str | None = None

    def outlines(self) -> Iterator[tuple[int, ...]]:
        for part in self.arcs:
            yield from part


class _Shapes(msgspec.Struct):
    geometries: tuple[_Polygon | _Polygons, ...]


class _Objects(msgspec.Struct):
    countries: _Shapes


class _Topology(msgspec.Struct):
    transform: _Grid
    objects: _Objects
    arcs: tuple[tuple[tuple[int, int], ...], ...]


class _Territory(msgspec.Struct, frozen=True):
    name: str
    country: str | None = None
    kind: str = "state"


def load(shelf: Shelf) -> World:
    """The map of a shelf. Raises DataError where its file is no TopoJSON of the form told in `data/README.md`."""
    try:
        topology = msgspec.json.decode(shelf.text("map/world.json"), type=_Topology)
    except msgspec.DecodeError as error:
        raise DataError(f"map/world.json: {error}") from error
    arcs = [_degrees(arc, topology.transform) for arc in topology.arcs]
    shapes = topology.objects.countries.geometries
    countries = (Country(s.id, s.properties.name, s.properties.at, tuple(_ring(o, arcs) for o in s.outlines())) for s in shapes)
    rows = shelf.table("gazetteer/territories", _Territory)
    names = {r.country: r.name for r in reversed(rows) if r.country and r.kind != "former"}
    return World(tuple(countries), names)


def _degrees(arc: Sequence[tuple[int, int]], grid: _Grid) -> list[Point]:
    x = y = 0
    found = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        found.append((round(x * grid.scale[0] + grid.translate[0], 2), round(y * grid.scale[1] + grid.translate[1], 2)))
    return found


def _ring(outline: Sequence[int], arcs: Sequence[Sequence[Point]]) -> tuple[Point, ...]:
    """The points of an outline; a negative index is an arc backwards."""
    found: list[Point] = []
    for x, y in (p for i in outline for p in (arcs[i] if i >= 0 else arcs[~i][::-1])):
        turns = round((found[-1][0] - x) / 360) if found else 0
        if not found or found[-1] != (x + 360 * turns, y):
            found.append((x + 360 * turns, y))
    return tuple(found)
