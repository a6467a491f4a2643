"""Rows of the gazetteer, and the names that each row gives its thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

import msgspec

from detente.lexicon.phrases import fold, pieces
from detente.records import ActorType

SenseKind: TypeAlias = Literal["name", "adjective", "people", "prefix", "capital", "metonym"]
COMPASS = frozenset({"north", "south", "east", "west"})
OFFICIAL: frozenset[str] = frozenset({"president", "senator", "minister", "premier", "chancellor", "secretary", "general", "mr", "mrs"})


class Territory(msgspec.Struct, frozen=True, gc=False):
    """A row of territories.tsv."""

    id: str
    name: str
    kind: str = "state"
    country: str | None = None
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()


class Organisation(msgspec.Struct, frozen=True, gc=False):
    """A row of organisations/*.tsv."""

    id: str
    name: str
    type: ActorType = "other"
    names: tuple[str, ...] = ()
    country: str | None = None
    sector: str | None = None
    members: tuple[str, ...] = ()
    qid: str | None = None
    until: str | None = None
    since: str | None = msgspec.field(default=None, name="from")


class Person(msgspec.Struct, frozen=True, gc=False):
    """A row of people/*.tsv."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    surname: tuple[str, ...] = ()
    sex: str | None = None
    country: str | None = None
    qid: str | None = None


class Kin(msgspec.Struct, frozen=True, gc=False):
    """A row of kin.tsv: `person` is the `relation` of `of`."""

    person: str
    relation: str
    of: str


class Metonym(msgspec.Struct, frozen=True, gc=False):
    """A row of metonyms.tsv."""

    name: str
    stands_for: str
    kind: str = "nickname"


class Sense(msgspec.Struct, frozen=True, gc=False):
    """One thing that a name may mean. `shouted`: only in capitals ("US", "WHO"). `near`: only where the article names it otherwise too."""

    entry: str
    kind: SenseKind
    shouted: bool = False
    near: bool = False
    lower: bool = False


class Entry(msgspec.Struct, frozen=True, gc=False):
    """A thing of the gazetteer under its usual name."""

    id: str
    name: str
    type: ActorType
    country: str | None = None
    sector: str | None = None
    sex: str | None = None
    surname: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


class GivenName(msgspec.Struct, frozen=True, gc=False):
    """A row of given_names.tsv."""

    name: str
    sex: str | None = None


def _sense(entry: str, name: str, kind: SenseKind) -> tuple[str, Sense]:
    letters = name.replace(".", "")
    words = pieces(name)
    near = name.startswith("the ") and len(words) == 2 and words[1] in _TERRAIN
    return name, Sense(entry, kind, shouted=letters.isupper() and len(letters) <= 5, near=near, lower=name[:1].islower() and not near)


_TERRAIN = frozenset(
    {"north", "south", "east", "west", "mainland", "island", "kingdom", "states", "republic", "union", "federation", "caliphate"}
)


def territory_names(rows: Iterable[Territory]) -> Iterator[tuple[str, Sense]]:
    """All names of states and territories, with what each is to its row."""
    for row in rows:
        lists: tuple[tuple[SenseKind, tuple[str, ...]], ...] = (
            ("name", (row.name, *row.names)),
            ("adjective", row.adjectives),
            ("people", row.people),
            ("prefix", row.prefixes),
            ("capital", row.capitals),
        )
        for kind, names in lists:
            yield from (_sense(row.id, name, kind) for name in names)


def body_names(rows: Iterable[Organisation], metonyms: Iterable[Metonym]) -> Iterator[tuple[str, Sense]]:
    """All names of organisations, and the metonyms."""
    for row in rows:
        yield from (_sense(row.id, _bare(name), "name") for name in (row.name, *row.names))
    for metonym in metonyms:
        yield _sense(metonym.stands_for, _bare(metonym.name), "capital" if metonym.kind == "city" else "metonym")


def last_words(rows: Iterable[Territory]) -> Iterator[tuple[str, str]]:
    """ "Korea", "Koreas", "Korean" for both of them: the last word of a name of several words."""
    for row in rows:
        if row.kind != "state" or row.country is None:
            continue
        for name in (row.name, *row.adjectives):
            words = pieces(name)
            if len(words) == 2 and words[0] in COMPASS:
                yield words[1], row.id
                yield words[1] + "s", row.id


def _bare(name: str) -> str:
    """Without its article; "The Times" keeps it, for the rest alone is no name."""
    return name[4:] if name.startswith("the ") or (name.startswith("The ") and " " in name[4:]) else name


def person_names(rows: Iterable[Person]) -> Iterator[tuple[str, Sense]]:
    """All full names of people; a name that begins with an office is a title, not a name."""
    for row in rows:
        for name in (row.name, *row.aliases):
            words = pieces(name)
            if words and words[0] not in OFFICIAL:
                yield _sense(row.id, name, "name")


def state_entry(row: Territory) -> Entry:
    """The entry of a territory; a region is no state."""
    region = row.kind == "region"
    return Entry(row.id, row.name, "other" if region else "state", row.country, None if region else "GOV")


def body_entry(row: Organisation) -> Entry:
    """The entry of an organisation."""
    return Entry(row.id, row.name, row.type, row.country, row.sector, members=row.members)


def person_entry(row: Person) -> Entry:
    """The entry of a person."""
    return Entry(row.id, row.name, "person", row.country, None, row.sex, tuple(fold(s) for s in row.surname))
