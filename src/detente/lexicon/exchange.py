"""What other lists call countries, bodies, sectors and deeds: COW, Gleditsch and Ward, FIPS, CAMEO, ICEWS. From `ontology/`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

import msgspec

from detente.errors import DataError
from detente.lexicon.shelf import Row, Shelf
from detente.records import Code, Event

System: TypeAlias = Literal["cow", "gw"]
Basis: TypeAlias = Literal["rule", "plan", "type"]
"""Where a CAMEO code comes from: the rule that read the event, the folding of a planned act, or the type and mode alone."""


class Member(msgspec.Struct, frozen=True, rename={"since": "from"}):
    """A span of days, both inclusive, on which a state is in a list under a number and an abbreviation."""

    system: System
    country: str
    number: int
    abbreviation: str
    since: str
    until: str | None = None


class Country(msgspec.Struct, frozen=True):
    """One country's codes elsewhere; null where a list does not have it."""

    country: str
    iso2: str | None = None
    fips: str | None = None
    cameo: str | None = None
    icews: str | None = None


class Deed(msgspec.Struct, frozen=True):
    """A CAMEO code: its label, its value on Goldstein's scale (-10 to +10), the PLOVER type and mode that it is mapped to."""

    code: str
    label: str
    goldstein: float
    type: Code
    mode: str | None = None

    @property
    def root(self) -> str:
        """The first two digits."""
        return self.code[:2]

    @property
    def base(self) -> str:
        """The first three digits."""
        return self.code[:3]


class _Sector(msgspec.Struct, frozen=True):
    sector: str
    cameo: str | None = None
    icews: str | None = None


class _Group(msgspec.Struct, frozen=True):
    id: str
    cameo: str


class _Known(msgspec.Struct, frozen=True):
    id: str
    name: str
    kind: str = ""
    country: str | None = None
    qid: str | None = None


class _Type(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    modes: dict[str, str]


class _Choices(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    planned: dict[Code, str]
    types: dict[Code, _Type]
    turned: dict[str, str]
    wishes: frozenset[str]


class Exchange(msgspec.Struct, frozen=True):
    """The index over the tables. Countries are given as ISO 3166 alpha-3, days as ISO 8601; what is not known is null."""

    members: Mapping[tuple[System, str], tuple[Member, ...]]
    countries: Mapping[str, Country]
    names: Mapping[str, str]
    """Country to its usual English name."""
    deeds: Mapping[str, Deed]
    sectors: Mapping[str, _Sector]
    groups: Mapping[str, str]
    qids: Mapping[str, str]
    """Id in the gazetteer to the Wikidata item."""
    choices: _Choices

    def member(self, system: System, country: str | None, day: str | None) -> Member | None:
        """What a list has a country under on a day; nothing before it joined, after it left, or where no day is known."""
        if country is None or day is None:
            return None
        spans = self.members.get((system, country), ())
        return next((m for m in spans if m.since <= day <= (m.until or "9999")), None)

    def country(self, country: str | None) -> Country:
        """A country's codes; all of them null where it is not known."""
        return self.countries.get(country or "", Country(country or ""))

    def name(self, country: str | None) -> str | None:
        """A country's usual English name."""
        return self.names.get(country or "")

    def agent(self, sector: str | None) -> str | None:
        """CAMEO's agent code of a sector."""
        found = self.sectors.get(sector or "")
        return found.cameo if found else None

    def sector_name(self, sector: str | None) -> str | None:
        """ICEWS's word for a sector."""
        found = self.sectors.get(sector or "")
        return found.icews if found else None

    def cameo(self, event: Event) -> tuple[Deed, Basis]:
        """The CAMEO code that an event counts as, and where the code comes from."""
        if event.factuality == "planned" and event.plover != event.code and event.code in self.choices.planned:
            return self.deeds[self.choices.planned[event.code]], "plan"
        known = self.deeds.get(event.cameo or "")
        if known:
            return known, "rule"
        kind = self.choices.types[event.code]
        return self.deeds[kind.modes.get(event.mode or "", kind.code)], "type"

    def turned(self, deed: Deed) -> Deed:
        """A deed seen from the other side: to host, where the one makes a visit."""
        return self.deeds[self.choices.turned.get(deed.code, deed.code)]


def load(shelf: Shelf) -> Exchange:
    """The tables of a shelf. Raises DataError for one that is missing or does not fit."""
    choices = shelf.documents("ontology/exchange", _Choices)
    if not choices:
        raise DataError("ontology/exchange.yaml is missing")
    members: dict[tuple[System, str], tuple[Member, ...]] = {}
    for row in _table(shelf, "states", Member):
        members[row.system, row.country] = (*members.get((row.system, row.country), ()), row)
    known = [shelf.table(f"gazetteer/{name}", _Known) for name in ("territories", "organisations", "people")]
    names: dict[str, str] = {}
    for state in known[0]:
        if state.country and state.kind not in ("region", "disputed"):
            names.setdefault(state.country, state.name)
    return Exchange(
        members,
        {r.country: r for r in _table(shelf, "countries", Country)},
        names,
        {r.code: r for r in _table(shelf, "cameo", Deed)},
        {r.sector: r for r in _table(shelf, "sectors", _Sector)},
        {r.id: r.cameo for r in _table(shelf, "groups", _Group)},
        {r.id: r.qid for rows in known for r in rows if r.qid},
        choices[-1],
    )


def _table(shelf: Shelf, name: str, row: type[Row]) -> tuple[Row, ...]:
    rows = shelf.table(f"ontology/{name}", row)
    if not rows:
        raise DataError(f"ontology/{name}.tsv is missing")
    return rows
