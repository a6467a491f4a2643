"""Newer rows from an answer of the Wikidata query service (SPARQL 1.1 Query Results JSON), as tables of a user's overlay folder.

The query is in docs/gazetteer.md. Wikidata's data is CC0. Nothing is fetched: the answer is a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from detente.errors import DataError, StoreError
from detente.lexicon.entries import Organisation, Person
from detente.lexicon.gazetteer import Gazetteer
from detente.lexicon.phrases import fold, pieces
from detente.lexicon.shelf import Shelf

SOURCE = "Wikidata, CC0"
PEOPLE = ("id", "name", "aliases", "surname", "sex", "country", "qid", "source", "note")
ROLES = ("person", "title", "office", "of", "from", "until", "status", "source", "note")
_ENTITY = re.compile(r"https?://www\.wikidata\.org/entity/(Q[1-9]\d*)")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)T")
_KEPT = {11: 10, 10: 7, 9: 4}  # wikibase:timePrecision to how many characters of the day are sure: day, month, year
_SEXES = {"male": "m", "female": "f", "trans man": "m", "trans woman": "f"}


class Value(msgspec.Struct, frozen=True):
    """One bound value of an answer; a blank node, or a URI below `.well-known/genid`, is Wikidata's "unknown"."""

    value: str
    type: str = "literal"


class _Bindings(msgspec.Struct, frozen=True):
    bindings: tuple[dict[str, Value], ...]


class Sparql(msgspec.Struct, frozen=True):
    """An answer: one binding a held office."""

    results: _Bindings


class Newer(msgspec.Struct, frozen=True):
    """What an answer gives: rows of people who are new, rows of offices, and why lines of the answer were left out."""

    people: tuple[tuple[str, ...], ...]
    roles: tuple[tuple[str, ...], ...]
    left_out: tuple[str, ...]


def read(file: Path) -> Sparql:
    """The answer in a file. Raises DataError where it is none of that format."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=Sparql)
    except OSError as e:
        raise DataError(f"{file}: {e.strerror or e}") from e
    except msgspec.DecodeError as e:
        raise DataError(f"{file}: no SPARQL query result in JSON: {e}") from e


class _Known(msgspec.Struct, frozen=True):
    """Who is in our tables: by Wikidata item, and the ids that are taken."""

    gazetteer: Gazetteer
    people: Mapping[str, str]
    bodies: Mapping[str, str]
    taken: dict[str, str | None]
    """Person id to Wikidata item."""


def newer(answer: Sparql, shelf: Shelf, gazetteer: Gazetteer) -> Newer:
    """Rows in our forms. A person is ours by Wikidata item, else by full name and country; else new."""
    ours = shelf.table("gazetteer/people", Person)
    bodies = {b.qid: b.id for b in shelf.table("gazetteer/organisations", Organisation) if b.qid}
    known = _Known(gazetteer, {p.qid: p.id for p in ours if p.qid}, bodies, {p.id: p.qid for p in ours})
    people: dict[str, tuple[str, ...]] = {}
    roles: dict[tuple[str, ...], None] = {}
    left_out: list[str] = []
    for binding in answer.results.bindings:
        cells = {name: v.value for name, v in binding.items() if v.type != "bnode" and "/.well-known/genid/" not in v.value}
        unknown = frozenset(binding) - frozenset(cells)
        why = _reason(cells, known)
        if why:
            left_out.append(f"{cells.get('personLabel', '?')}: {why}")
            continue
        ident, new = _person(cells, known)
        if new:
            row = _person_row(ident, cells)
            people[ident] = max(people.get(ident, row), row, key=lambda r: sum(map(bool, r)))
        roles[_role_row(ident, cells, unknown, known)] = None
    return Newer(tuple(people.values()), tuple(sorted(roles)), tuple(dict.fromkeys(left_out)))


def _reason(cells: Mapping[str, str], known: _Known) -> str:
    """Why a line of the answer makes no row, or nothing."""
    label = cells.get("personLabel", "")
    if _item(cells.get("person")) is None:
        return "no Wikidata item of a person"
    if not label or re.fullmatch(r"Q\d+", label):
        return "no English name"
    if not cells.get("positionLabel"):
        return "no office"
    if _of(cells, known) is None:
        return "of no country (iso) or body that the gazetteer has"
    return "" if _day(cells, "start") else "no known begin, so never in office on any day"


def _item(value: str | None) -> str | None:
    found = _ENTITY.fullmatch(value or "")
    return found[1] if found else None


def _of(cells: Mapping[str, str], known: _Known) -> str | None:
    iso = cells.get("iso", "")
    if iso in known.gazetteer.states:
        return iso
    return known.bodies.get(_item(cells.get("body")) or "")


def _day(cells: Mapping[str, str], name: str) -> str:
    """A day with the precision that Wikidata gives it; empty where it is no better than a decade, or none is given."""
    found = _DAY.match(cells.get(name, ""))
    precision = cells.get(f"{name}Precision", "11")
    return "-".join(found.groups())[: _KEPT.get(int(precision) if precision.isdigit() else 0, 0)] if found else ""


def _person(cells: Mapping[str, str], known: _Known) -> tuple[str, bool]:
    """The id of a person, and whether it is new; ids given here are remembered, so that namesakes get two."""
    item = _item(cells["person"]) or ""
    if item in known.people:
        return known.people[item], False
    name = cells["personLabel"]
    for sense in known.gazetteer.names.get(name):
        entry = known.gazetteer.entries[sense.entry]
        if entry.type == "person" and entry.country == cells.get("iso") and known.taken.get(entry.id) is None:
            return entry.id, False
    slug = "person:" + re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
    ident = slug if known.taken.get(slug, item) == item else f"{slug}-{item.lower()}"
    known.taken[ident] = item
    return ident, True


def _person_row(ident: str, cells: Mapping[str, str]) -> tuple[str, ...]:
    name = _cell(cells["personLabel"])
    aliases = "|".join(a for a in map(_cell, cells.get("aliases", "").split("|")) if a and a != name)
    surname = _cell(cells.get("familyLabel", "")) or name.split(" ")[-1]
    sex = _SEXES.get(cells.get("sexLabel", ""), "")
    return ident, name, aliases, surname, sex, cells.get("iso", ""), _item(cells["person"]) or "", SOURCE, ""


def _role_row(ident: str, cells: Mapping[str, str], unknown: frozenset[str], known: _Known) -> tuple[str, ...]:
    title, office = _office(_cell(cells["positionLabel"]), known.gazetteer)
    until = "?" if "end" in unknown else _day(cells, "end")
    if not until and cells.get("end"):
        until = "?"  # it has ended, in a decade that nobody knows better
    return ident, title, office, _of(cells, known) or "", _day(cells, "start"), until, "checked", SOURCE, ""


def _office(label: str, gazetteer: Gazetteer) -> tuple[str, str]:
    """The title as news writes it and the key of offices.tsv: of the longest title in Wikidata's label; "other" where none is."""
    words = pieces(label)
    first, last = _without_country(words, gazetteer)
    spans = [f for at in range(first, last) if (f := gazetteer.titles.nouns.at(words, at, last))]
    offices = [(f.last - f.first, -f.first, f, n) for f in spans for n in f.meanings if n.kind == "office" and not n.plural]
    printed = label.split(" ")
    own = " ".join(printed[first:last]) if len(printed) == len(words) else label
    if not offices:
        return own, "other"
    _, _, found, noun = max(offices, key=lambda o: o[:2])
    usual = gazetteer.titles.offices[noun.key].titles[0]
    return (usual if (found.first, found.last) == (first, last) else own), noun.key


def _without_country(words: tuple[str, ...], gazetteer: Gazetteer) -> tuple[int, int]:
    """ "Minister of Foreign Affairs of North Korea" without the state at its end or its adjective at its begin: the words between."""
    for at in range(1, len(words) - 1):
        rest = words[at + 1 :] if words[at + 1] != "the" else words[at + 2 :]
        if words[at] == "of" and any(s.entry.startswith("state:") for s in gazetteer.names.get(" ".join(rest))):
            return 0, at
    name = gazetteer.names.at(words, 0, len(words))
    if name and name.last < len(words) and any(s.kind in ("adjective", "name") and s.entry.startswith("state:") for s in name.meanings):
        return name.last, len(words)
    return 0, len(words)


def _cell(text: str) -> str:
    """Text that fits a cell: without tabs, line ends and bars."""
    return " ".join(text.replace("|", " ").split())


def write(rows: Newer, folder: Path) -> tuple[Path, ...]:
    """The tables `gazetteer/people/wikidata.tsv` and `gazetteer/roles/wikidata.tsv` of an overlay folder, anew.

    Raises StoreError where they cannot be written.
    """
    written = []
    for name, header, table in (("people", PEOPLE, rows.people), ("roles", ROLES, rows.roles)):
        file = folder / "gazetteer" / name / "wikidata.tsv"
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("".join(_lines(header, table)), encoding="utf-8", newline="\n")
        except OSError as e:
            raise StoreError(f"{file}: {e.strerror or e}") from e
        written.append(file)
    return tuple(written)


def _lines(header: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    yield "\t".join(header) + "\n"
    yield from ("\t".join(row) + "\n" for row in rows)
