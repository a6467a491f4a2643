"""Where events take place, as closely as the texts say: a point, a city, a region, or only a country, which is never a pin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from detente.corpus import Corpus, Filter
from detente.records import Spot
from detente.views.deeds import Deed
from detente.views.entries import Book, Entry
from detente.views.network import mean
from detente.views.sides import Sides


class Place(msgspec.Struct, frozen=True):
    """A place with its events: how many are cooperative (quads 1 and 2) and hostile (3 and 4), the mean of PLOVER's scores.

    Degrees north and east are there only for points and cities; a region or country is itself the place.
    """

    name: str
    precision: Spot
    country: str | None
    lat: float | None
    lon: float | None
    events: int
    cooperative: int
    hostile: int
    intensity: float
    entries: tuple[str, ...]


class Map(msgspec.Struct, frozen=True):
    """Places by number of events. `placed` events have one; of `unplaced` ones no text says where."""

    points: tuple[Place, ...]
    regions: tuple[Place, ...]
    countries: tuple[Place, ...]
    placed: int
    unplaced: int
    entries: tuple[Entry, ...]


def make(corpus: Corpus, asked: Filter, sides: Sides) -> Map:
    """The map of what is asked for. Who acts says nothing of where: an event of two states is in neither unless a text says so."""
    entries = Book(corpus, sides).told(asked)
    points, regions, countries = places(entries)
    return Map(
        points=points,
        regions=regions,
        countries=countries,
        placed=sum(e.where is not None for e in entries),
        unplaced=sum(e.where is None for e in entries),
        entries=tuple(e for e in entries if e.where),
    )


def places(entries: Iterable[Deed]) -> tuple[tuple[Place, ...], tuple[Place, ...], tuple[Place, ...]]:
    """Points and cities, regions, countries, each by number of events."""
    held: dict[tuple[str, Spot, str | None], list[Deed]] = {}
    for entry in entries:
        if where := entry.where:
            name = where.country if where.precision == "country" and where.country else where.name
            held.setdefault((name, where.precision, where.country), []).append(entry)
    found = sorted((_place(group) for group in held.values()), key=lambda p: (-p.events, p.name))
    pinned = [p for p in found if p.precision in ("point", "city") and p.lat is not None and p.lon is not None]
    regions = tuple(p for p in found if p.precision != "country" and p not in pinned)
    return tuple(pinned), regions, tuple(p for p in found if p.precision == "country")


def _place(entries: Sequence[Deed]) -> Place:
    wheres = [e.where for e in entries if e.where]
    where = next((w for w in wheres if w.lat is not None), wheres[0])
    pin = where.precision in ("point", "city")
    friendly = sum(e.quad < 3 for e in entries)
    return Place(
        name=where.name,
        precision=where.precision,
        country=where.country,
        lat=where.lat if pin else None,
        lon=where.lon if pin else None,
        events=len(entries),
        cooperative=friendly,
        hostile=len(entries) - friendly,
        intensity=mean(e.intensity for e in entries),
        entries=tuple(e.id for e in entries),
    )


def at(entries: Iterable[Entry], place: Place) -> tuple[Entry, ...]:
    """The entries of a place."""
    ids = set(place.entries)
    return tuple(e for e in entries if e.id in ids)
