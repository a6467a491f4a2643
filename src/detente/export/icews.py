"""ICEWS: tab-separated, a header line, 20 columns, one row a pair of source and target."""

from __future__ import annotations

from detente import codec
from detente.corpus import Told
from detente.export.cells import joined, number, tabbed
from detente.export.days import day
from detente.export.dyads import Dyad, dyads
from detente.export.evidence import ENDING, Beside
from detente.export.files import Files
from detente.export.format import Given, Setting
from detente.records import Actor

COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity", "Target Name",
    "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude",
    "Longitude",
)  # fmt: skip


def write(given: Given, files: Files) -> None:
    """`Event Text` is CAMEO's label and `Intensity` Goldstein's value. District and sentence number are empty: we do not know them."""
    tabbed(files.main, COLUMNS)
    beside = Beside(files.beside(ENDING))
    for one, here in given.told():
        on = day(one)
        for dyad in dyads(one, here):
            tabbed(files.main, _cells(one, dyad, on.day if on else "", here))
            beside.add(str(dyad.number), one, here.corpus, day=on, cameo=(dyad.deed.code, dyad.basis))


def _cells(told: Told, dyad: Dyad, on: str, setting: Setting) -> list[str]:
    story = str(int(codec.digest("story", told.first.id)[:13], 16))
    return [
        str(dyad.number),
        on,
        *_party(dyad.source, setting),
        dyad.deed.label,
        dyad.deed.code,
        number(dyad.deed.goldstein),
        *_party(dyad.target, setting),
        story,
        "",
        told.first.outlet or "",
        *_place(told, setting),
    ]


def _party(actor: Actor | None, setting: Setting) -> list[str]:
    if actor is None:
        return ["", "", ""]
    sector = setting.exchange.sector_name(actor.sector) if actor.type != "state" else None
    return [actor.name, joined([sector] if sector else [], ","), country(actor.country, setting)]


def country(code: str | None, setting: Setting) -> str:
    """A country's name as ICEWS writes it, else our usual one."""
    return setting.exchange.country(code).icews or setting.exchange.name(code) or ""


def _place(told: Told, setting: Setting) -> list[str]:
    """City to longitude: six cells."""
    where = told.event.where
    if where is None:
        return [""] * 6
    city = where.name if where.precision in ("city", "point") else ""
    region = where.name if where.precision == "region" else ""
    return [city, "", region, country(where.country, setting), number(where.lat), number(where.lon)]
