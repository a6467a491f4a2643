"""GDELT 2.0: tab-separated, no header, 61 columns, one row a pair; its table of mentions beside it."""

from __future__ import annotations

from typing import IO

from detente.corpus import Told
from detente.export.cells import number, tabbed
from detente.export.days import Day, day, first_published
from detente.export.dyads import Dyad, coded, dyads
from detente.export.evidence import ENDING, Beside
from detente.export.files import Files
from detente.export.format import Given, Setting
from detente.records import Actor, Event, Where
from detente.text import paragraphs

MENTIONS = ".mentions.tsv"
_QUAD_BEGINS = ((14, 4), (9, 3), (6, 2), (1, 1))
"""The first CAMEO root of each of GDELT's quad classes, the last class first."""


def write(given: Given, files: Files) -> None:
    """Events in the main file, `NAME.mentions.tsv` and `NAME.evidence.jsonl` beside it. Tone, confidence, ethnic and religious codes and
    the places of actors are empty: nothing of the kind is read."""
    beside, mentions = Beside(files.beside(ENDING)), files.beside(MENTIONS)
    for one, here in given.told():
        on = day(one)
        if on is None:
            continue
        for dyad in dyads(one, here):
            tabbed(files.main, [*_head(one, dyad, on, here), *_tail(one, here)])
            beside.add(str(dyad.number), one, here.corpus, day=on, cameo=(dyad.deed.code, dyad.basis))
            if mentions:
                _mentions(one, dyad, mentions, here)


def quad_class(root: str) -> int:
    """GDELT's quad class of a CAMEO root: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict."""
    return next(quad for first, quad in _QUAD_BEGINS if int(root) >= first)


def fraction(on: str) -> str:
    """The day as GDELT's year and fraction, by its own formula: months of 30 days in a year of 365."""
    year, month, of_month = map(int, on.split("-"))
    return f"{year + ((month - 1) * 30 + of_month) / 365:.4f}"


def stamp(published: str | None) -> str:
    """A publication as YYYYMMDDHHMMSS; midnight where only the day is known."""
    digits = "".join(c for c in (published or "")[:19] if c.isdigit())
    return digits.ljust(14, "0") if digits else ""


def _head(told: Told, dyad: Dyad, on: Day, setting: Setting) -> list[str]:
    """Id to tone: 35 cells."""
    compact = on.day.replace("-", "")
    root = dyad.deed.root
    return [
        str(dyad.number), compact, compact[:6], compact[:4], fraction(on.day),
        *_actor(dyad.source, setting), *_actor(dyad.target, setting),
        "1" if leads(told.event, setting) else "0",
        dyad.deed.code, dyad.deed.base, root, str(quad_class(root)), number(dyad.deed.goldstein),
        str(len(told.tellings)), str(len(told.outlets)), str(len(told.articles)), "",
    ]  # fmt: skip


def _actor(actor: Actor | None, setting: Setting) -> list[str]:
    """Code to third type: ten cells."""
    code = coded(actor, setting.exchange)
    name = actor.name.upper() if actor else ""
    return [code.whole, name, code.country, code.group, "", "", "", code.agent, "", ""]


def leads(event: Event, setting: Setting) -> bool:
    """Whether an event stands in the headline or the first paragraph after it."""
    article = setting.corpus.articles[event.article]
    spans = paragraphs(article.text)
    headed = bool(article.title) and article.text.startswith(article.title or "")
    lead = spans[: 2 if headed else 1]
    return bool(lead) and event.evidence[0].start < lead[-1][1]


def _tail(told: Told, setting: Setting) -> list[str]:
    """The places of both actors, which are not read, and of the deed; day of publication; address: 26 cells."""
    nowhere = ["0", *[""] * 7]
    return [*nowhere, *nowhere, *_place(told.event.where, setting), stamp(_added(told)), told.first.url or ""]


def _added(told: Told) -> str | None:
    return told.first.published or first_published(told)


def _place(where: Where | None, setting: Setting) -> list[str]:
    """Type to feature id: eight cells."""
    if where is None:
        return ["0", *[""] * 7]
    american = where.country == "USA"
    kinds = {"country": 1, "region": 2 if american else 5, "city": 3 if american else 4, "point": 3 if american else 4}
    fips = setting.exchange.country(where.country).fips or ""
    name = setting.exchange.name(where.country)
    full = where.name if where.precision == "country" or not name else f"{where.name}, {name}"
    whole = fips if where.precision == "country" else ""
    return [str(kinds[where.precision]), full, fips, whole, "", number(where.lat), number(where.lon), whole]


def _mentions(told: Told, dyad: Dyad, out: IO[bytes], setting: Setting) -> None:
    """One row for each telling: 16 cells."""
    for event in told.tellings:
        article = setting.corpus.articles[event.article]
        ends = [_offset(a, event, setting) for a in (dyad.source, dyad.target)]
        kind, where = ("1", article.url) if article.url else ("2", f"{article.outlet or ''} {article.title or article.id}".strip())
        tabbed(
            out,
            [
                str(dyad.number), stamp(_added(told)), stamp(article.published), kind, article.outlet or "", where or "", "",
                *ends, str(event.evidence[0].start), "", "", str(len(article.text)), "", "", "",
            ],
        )  # fmt: skip


def _offset(actor: Actor | None, event: Event, setting: Setting) -> str:
    """Where an actor stands in the words of a telling; -1, as GDELT has it, where it does not."""
    if actor is None:
        return "-1"
    identity = setting.corpus.identity(actor.id)
    for ident in (*event.actors, *event.recipients):
        known = setting.corpus.actors.get((event.article, ident))
        if known and setting.corpus.identity(ident) == identity:
            spans = event.evidence
            return str(next((m.start for m in known.mentions for s in spans if s.start <= m.start and m.end <= s.end), -1))
    return "-1"
