"""POLECAT: tab-separated, a header line, 40 columns, `None` in empty cells, several values joined by "; "."""

from __future__ import annotations

from collections.abc import Sequence

from detente.corpus import Corpus, Told
from detente.export.cells import joined, number, tabbed
from detente.export.days import day
from detente.export.evidence import ENDING, Beside
from detente.export.files import Files
from detente.export.format import Given, Setting
from detente.export.plover import words
from detente.records import Actor, Article, Where

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name", "Actor Country", "Actor COW",
    "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw", "Wikipedia Actor ID", "Recipient Name", "Recipient Country",
    "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}
NONE = "None"


def write(given: Given, files: Files) -> None:
    """One row an event. What POLECAT has and we do not know (Wikipedia ids, district, feature type) is `None`."""
    tabbed(files.main, COLUMNS)
    beside, stories = Beside(files.beside(ENDING)), _Stories(None)
    for one, here in given.told():
        if stories.corpus is not here.corpus:
            stories = _Stories(here.corpus)
        on = day(one)
        cells = [*_event(one, on.day if on else ""), *_party(one, one.actors, on.day if on else None, here)]
        cells += [*_party(one, one.recipients, on.day if on else None, here), *_place(one.event.where)]
        tabbed(files.main, [c or NONE for c in (*cells, *stories.cells(one.first), here.about.program)])
        beside.add(one.id, one, here.corpus, day=on)


def _event(told: Told, on: str) -> list[str]:
    event = told.event
    mode = event.mode if event.plover == event.code else None
    return [told.id, on, event.plover, mode or "", number(event.intensity), QUADS[event.quad], joined(event.contexts)]


def _party(told: Told, actors: Sequence[Actor], on: str | None, setting: Setting) -> list[str]:
    """Name to Wikipedia id: eight cells, in each a value for every party that has one."""
    members = [setting.exchange.member("cow", a.country, on) for a in actors]
    sectors = [a.sector for a in actors if a.sector]
    return [
        joined(a.name for a in actors),
        joined(a.country or NONE for a in actors),
        joined(str(m.number) if m else NONE for m in members),
        sectors[0] if sectors else "",
        joined(dict.fromkeys(sectors)),
        joined(a.roles[0].title for a in actors if a.roles),
        joined(words(a, told.event) for a in actors),
        "",
    ]


def _place(where: Where | None) -> list[str]:
    """Placename to feature type: ten cells."""
    if where is None:
        return [""] * 10
    city = where.name if where.precision in ("city", "point") else ""
    region = where.name if where.precision == "region" else ""
    ident = str(where.geonames) if where.geonames else ""
    return [where.name, city, "", region, where.country or "", number(where.lat), number(where.lon), ident, where.quote, ""]


class _Stories:
    """What POLECAT says of the story of an event: its source, day, people, organisations, places and language."""

    def __init__(self, corpus: Corpus | None) -> None:
        self.corpus = corpus
        self._people: dict[str, list[str]] = {}
        self._bodies: dict[str, list[str]] = {}
        self._places: dict[str, list[str]] = {}
        for actor in corpus.actors.values() if corpus else ():
            if actor.name[:1].isupper() and actor.type not in ("state", "group", "other"):
                kind = self._people if actor.type == "person" else self._bodies
                kind.setdefault(actor.article, []).append(actor.name)
        for event in corpus.events if corpus else ():
            if event.where and event.where.name not in self._places.setdefault(event.article, []):
                self._places[event.article].append(event.where.name)

    def cells(self, article: Article) -> list[str]:
        """Source to language: six cells."""
        of = article.id
        named = (self._people.get(of, ()), self._bodies.get(of, ()), self._places.get(of, ()))
        return [article.outlet or "", (article.published or "")[:10], *(joined(dict.fromkeys(n)) for n in named), article.language]
