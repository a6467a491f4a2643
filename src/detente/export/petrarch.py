"""What PETRARCH2 and the Phoenix pipeline write: tab-separated, no header, one row a pair."""

from __future__ import annotations

from detente.export.cells import joined, number, tabbed
from detente.export.days import day
from detente.export.dyads import coded, dyads
from detente.export.evidence import ENDING, Beside
from detente.export.files import Files
from detente.export.format import Given
from detente.export.icews import country
from detente.export.plover import words

_QUAD_BEGINS = ((17, 4), (16, 3), (14, 4), (9, 3), (6, 2), (3, 1), (1, 0))
"""The first CAMEO root of each run of one quad class in Phoenix, the last run first: statements are 0, and 16 is a word."""


def petrarch2(given: Given, files: Files) -> None:
    """Date, source, target, code, issues, sentence ids, address if there is one, source, and the words of both actors and of the event."""
    beside = Beside(files.beside(ENDING))
    for one, here in given.told():
        on, event = day(one), one.event
        for dyad in dyads(one, here):
            ends = [coded(dyad.source, here.exchange).whole, coded(dyad.target, here.exchange).whole]
            said = [words(a, event) if a else "" for a in (dyad.source, dyad.target)]
            address = [one.first.url] if one.first.url else []
            cells = [on.day.replace("-", "") if on else "", *ends, dyad.deed.code, "", event.id, *address, one.first.outlet or "", *said]
            tabbed(files.main, [*cells, event.evidence[0].quote])
            beside.add(event.id, one, here.corpus, day=on, cameo=(dyad.deed.code, dyad.basis))


def phoenix(given: Given, files: Files) -> None:
    """26 columns. `ids` are those of the records; issues are PLOVER's contexts."""
    beside = Beside(files.beside(ENDING))
    for one, here in given.told():
        on, event, where = day(one), one.event, one.event.where
        compact = on.day.replace("-", "") if on else ""
        for dyad in dyads(one, here):
            sides: list[str] = []
            for actor in (dyad.source, dyad.target):
                code = coded(actor, here.exchange)
                whole = code.whole
                root = whole[:3]
                sides += [whole, root, code.agent if code.agent != root else "", code.group if code.group != root else ""]
            place = [number(where.lat), number(where.lon), where.name, "", country(where.country, here)] if where else [""] * 5
            root = dyad.deed.root
            cells = [str(dyad.number), compact, compact[:4], compact[4:6], compact[6:], *sides, dyad.deed.code, root, str(quad(root))]
            cells += [number(dyad.deed.goldstein), joined(event.contexts, ";"), *place, joined((e.id for e in one.tellings), ";")]
            tabbed(files.main, [*cells, joined((a.url for a in one.articles if a.url), ";"), joined(one.outlets, ";")])
            beside.add(str(dyad.number), one, here.corpus, day=on, cameo=(dyad.deed.code, dyad.basis))


def quad(root: str) -> int:
    """Phoenix's quad class of a CAMEO root."""
    return next(value for first, value in _QUAD_BEGINS if int(root) >= first)
