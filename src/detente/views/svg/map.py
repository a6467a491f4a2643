"""A map drawn: discs for points and cities, a country as a whole hatched; as much of the world as the places need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import cos, radians, sqrt

import msgspec

from detente.lexicon.world import Country, Point, World
from detente.views.map import Map, Place
from detente.views.svg import pen
from detente.views.svg.room import Room

_LEFT, _TOP, _WIDE, _TALL = 24.0, 104.0, 1232.0, 640.0
_NORTH, _SOUTH = 84.0, -58.0
_LEAST = 48.0
"""Degrees across that are always shown: our outlines are no finer."""


class View(msgspec.Struct, frozen=True):
    """The part of the world that is shown: its middle, and pixels for a degree of longitude and of latitude."""

    lon: float
    lat: float
    across: float
    up: float

    def at(self, point: Point) -> tuple[float, float]:
        """Where degrees east and north stand on the picture."""
        return _LEFT + _WIDE / 2 + (point[0] - self.lon) * self.across, _TOP + _TALL / 2 - (point[1] - self.lat) * self.up


_WORLD = View(0.0, (_NORTH + _SOUTH) / 2, _WIDE / 360, _TALL / (_NORTH - _SOUTH))
_SMALL = 12.0
"""Pixels below which a country is too small to be seen hatched: a hatched square stands on it."""


def draw(view: Map, world: World, only: str = "") -> str:
    """The picture of a map. Offline: outlines come from our data."""
    told = (
        f"{view.placed} events at {len(view.points)} points, in {len(view.regions)} regions and {len(view.countries)} countries as a whole."
    )
    middles = {p.name: m for p in view.countries if p.country and (m := world.middle(p.country))}
    shown = _view([*((p.lon, p.lat) for p in view.points if p.lon is not None and p.lat is not None), *middles.values()])
    whole = {p.country: p for p in view.countries if p.country}
    lands = [_land(c, shown, whole.get(c.code or "")) for c in world.countries if c.code != "ATA"]
    frame = pen.tag("clipPath", pen.tag("rect", x=_LEFT, y=_TOP, width=_WIDE, height=_TALL), id="frame")
    sea = pen.tag("rect", x=_LEFT, y=_TOP, width=_WIDE, height=_TALL, fill="#f3f7fa", stroke=pen.LINE)
    room = Room((_LEFT, _TOP, _LEFT + _WIDE, _TOP + _TALL))
    for place in view.points:
        room.block(_at(place, shown), _radius(place))
    discs = [_disc(p, _at(p, shown)) for p in reversed(view.points)]
    names = [room.name(_label(p), _at(p, shown), _radius(p)) for p in view.points]
    small = {c.code for c in world.countries if c.code in whole and _small(c, shown)}
    names += [
        room.name(_label(p), shown.at(middles[p.name]), 8 if p.country in small else 0, weight=600)
        for p in view.countries
        if p.name in middles
    ]
    parts = [
        frame,
        _legend(),
        sea,
        pen.group(_graticule(shown), *lands, *discs, clip_path="url(#frame)"),
        *names,
        *_notes(view, world, middles),
    ]
    return pen.picture(_TOP + _TALL + 62, "Map", told, parts, only=only)


def _view(points: Sequence[Point]) -> View:
    """The least window that holds all places with room around; the world where there are none."""
    if not points:
        return _WORLD
    lons, lats = [p[0] for p in points], [p[1] for p in points]
    wide = max((max(lons) - min(lons)) * 1.25, _LEAST)
    if wide > 200:
        return _WORLD
    tall = max((max(lats) - min(lats)) * 1.3, _LEAST / 3)
    lon, lat = (max(lons) + min(lons)) / 2, (max(lats) + min(lats)) / 2
    return _window((lon - wide / 2, lon + wide / 2), (lat - tall / 2, lat + tall / 2))


def _window(lons: tuple[float, float], lats: tuple[float, float]) -> View:
    """Degrees as wide as they are at the middle of the window, so that countries keep their shape."""
    lon, lat = (lons[0] + lons[1]) / 2, (lats[0] + lats[1]) / 2
    narrow = max(cos(radians(lat)), 0.35)
    up = min(_WIDE / ((lons[1] - lons[0]) * narrow), _TALL / (lats[1] - lats[0]))
    return View(lon, lat, up * narrow, up)


def _graticule(view: View) -> str:
    step = 10 if view.across > 6 else 30
    meridians = (f"M{view.at((lon, 0))[0]:.1f} {_TOP:.1f}v{_TALL:.1f}" for lon in range(-360, 361, step))
    parallels = (f"M{_LEFT:.1f} {view.at((0, lat))[1]:.1f}h{_WIDE:.1f}" for lat in range(-90, 91, step))
    return pen.tag("path", d="".join([*meridians, *parallels]), stroke="#dfe7ee", fill="none")


def _land(country: Country, view: View, place: Place | None) -> str:
    """A country; hatched where texts place events in it and say no more."""
    outlines = []
    for ring in country.rings:
        for turn in (-360, 0, 360):
            points = [view.at((lon + turn, lat)) for lon, lat in ring]
            if any(_LEFT <= x <= _LEFT + _WIDE for x, _ in points) and any(_TOP <= y <= _TOP + _TALL for _, y in points):
                outlines.append("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z")
    if not outlines:
        return ""
    path = "".join(outlines)
    land = pen.tag("path", d=path, fill="#e3e7eb", stroke="#c3ccd5", stroke_width=0.6)
    if place is None:
        return land
    tense = place.hostile * 2 > place.events
    if _small(country, view):
        x, y = view.at(country.at)
        path = f"M{x - 6:.1f} {y - 6:.1f}h12v12h-12z"
    over = pen.tag("path", d=path, fill=f"url(#{'tense' if tense else 'whole'})", stroke=pen.HOSTILE if tense else pen.COOPERATIVE)
    return land + pen.group(pen.hint(_told(place)), over)


def _small(country: Country, view: View) -> bool:
    lons, lats = [lon for r in country.rings for lon, _ in r], [lat for r in country.rings for _, lat in r]
    return (max(lons) - min(lons)) * view.across < _SMALL and (max(lats) - min(lats)) * view.up < _SMALL


def _at(place: Place, view: View) -> tuple[float, float]:
    return view.at((place.lon or 0.0, place.lat or 0.0))


def _radius(place: Place) -> float:
    return min(3.5 + 2.4 * sqrt(place.events), 26.0)


def _disc(place: Place, at: tuple[float, float]) -> str:
    share = place.hostile / place.events
    rim = pen.tag("circle", cx=at[0], cy=at[1], r=_radius(place), fill="none", stroke=pen.PAPER, stroke_width=1.5)
    return pen.group(pen.hint(_told(place)), pen.pie(at, _radius(place), share, fill_opacity=0.9), rim)


def _told(place: Place) -> str:
    return f"{place.name} ({place.precision}): {place.events} events, {place.cooperative} cooperative, {place.hostile} hostile"


def _label(place: Place) -> str:
    return f"{place.name} {place.events}" if place.events > 1 else place.name


def _legend() -> str:
    square = {"x": -7, "y": -6, "width": 14, "height": 12}
    items = [
        (pen.pie((0, 0), 7, 0), "point or city: cooperative events"),
        (pen.pie((0, 0), 7, 1), "hostile"),
        (pen.pie((0, 0), 7, 0.35), "both, by share"),
        (pen.tag("rect", fill="url(#whole)", stroke=pen.COOPERATIVE, **square), "somewhere in the country, mostly cooperative"),
        (pen.tag("rect", fill="url(#tense)", stroke=pen.HOSTILE, **square), "mostly hostile"),
    ]
    return pen.legend((24, 66), items) + pen.text((24, 90), "Size and number: events.", font_size=12, fill=pen.FAINT)


def _notes(view: Map, world: World, middles: dict[str, Point]) -> Iterable[str]:
    y = _TOP + _TALL + 22
    named = [*view.regions, *(p for p in view.countries if p.name not in middles)]
    if named:
        said = ", ".join(_label(p) for p in named)
        yield pen.text((24, y), pen.fit(f"Without a point of their own, not drawn: {said}.", 1230, 12), font_size=12, fill=pen.FAINT)
    note = f"Of {view.unplaced} more events no text says where. Outlines: Natural Earth; borders as controlled, no judgement on claims."
    yield pen.text((24, y + 20), note, font_size=12, fill=pen.FAINT)
