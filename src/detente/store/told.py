"""Rows of `told`: real-world events with all by which they are found and counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from detente.corpus import corrected
from detente.corpus.told import rank
from detente.records import Event
from detente.store import rollups, said
from detente.store.db import Db, listed

UNDATED = "9999"


class Telling(msgspec.Struct, frozen=True):
    """An event with what is asked of its article."""

    row: int
    event: Event
    article: str
    published: str
    added: str
    outlet: str | None

    @property
    def order(self) -> tuple[tuple[int, int, bool], str, str, int]:
        """The least of several is shown: the best told one, else as a corpus orders them."""
        return rank(self.event), self.published, self.article, self.row


class Counted(msgspec.Struct, frozen=True):
    """A real-world event as counted: the telling that is shown, and what is known of all. `row`: where it stands, if it does."""

    id: str
    shown: Telling
    first: str
    latest: str
    added: str
    outlets: frozenset[str]
    row: int | None = None


def of(ident: str, tellings: Sequence[Telling]) -> Counted:
    """Some tellings as one."""
    return merged(ident, [Counted(ident, t, t.published, t.published, t.added, frozenset({t.outlet or ""})) for t in tellings])


def merged(ident: str, parts: Sequence[Counted], row: int | None = None) -> Counted:
    """Real-world events as one, to stand in one of their rows, or in a new one."""
    return Counted(
        ident,
        min((p.shown for p in parts), key=lambda t: t.order),
        min(p.first for p in parts),
        max(p.latest for p in parts),
        max(p.added for p in parts),
        frozenset().union(*(p.outlets for p in parts)),
        row,
    )


def tellings(db: Db, events: Iterable[str]) -> list[Telling]:
    """Events as corrected, in the order of a corpus."""
    asked = listed(events)
    rows = db.all(
        "SELECT event.row, record.data, article.id, article.published, article.added, article.outlet FROM event "
        "JOIN record ON record.row = event.row JOIN article ON article.row = event.article "
        "WHERE event.id IN (SELECT value FROM json_each(?)) ORDER BY article.published, article.id, event.row",
        asked,
    )
    amended = said.corrections(db, events)
    found = []
    for row, data, *article in rows:
        for event in corrected.apply((db.packer.unpack(data),), amended):  # type: ignore[arg-type]
            found.append(Telling(row, event, *article))  # type: ignore[arg-type]
    return found


def read(db: Db, rows: Iterable[int]) -> list[Counted]:
    """Rows as they stand."""
    asked = listed(rows)
    columns = db.all(
        "SELECT told.row, told.id, event.id, published, latest, added FROM told JOIN event ON event.row = shown "
        "WHERE told.row IN (SELECT value FROM json_each(?))",
        asked,
    )
    shown = {t.event.id: t for t in tellings(db, [str(event) for _, _, event, *_ in columns])}
    outlets: dict[int, set[str]] = {}
    for row, outlet in db.all(
        "SELECT told, value FROM tag JOIN label ON label.row = tag.label "
        "WHERE kind = 'outlet' AND told IN (SELECT value FROM json_each(?))",
        asked,
    ):
        outlets.setdefault(int(row), set()).add(str(outlet))  # type: ignore[arg-type]
    return [
        Counted(str(ident), shown[str(event)], str(first), str(latest), str(added), frozenset(outlets.get(int(row), ())), int(row))  # type: ignore[arg-type]
        for row, ident, event, first, latest, added in columns
    ]


def write(db: Db, counted: Sequence[Counted]) -> list[int]:
    """Put real-world events into their rows, or into new ones; which. What counted them before is taken away already."""
    parties = {a for c in counted for a in (*c.shown.event.actors, *c.shown.event.recipients)}
    known = db.all("SELECT id, identity FROM who WHERE id IN (SELECT value FROM json_each(?))", listed(parties))
    identity = {str(actor): str(same) for actor, same in known}
    ruling = _ruling(db, {*parties, *identity.values()})
    labels = rollups.Labels(db)
    rows = [_put(db, c) for c in counted]
    for row, c in zip(rows, counted, strict=True):
        labels.put(row, _labels(c, identity) | _governments(c.shown.event, identity, ruling))
    labels.write()
    rollups.add(db, listed(rows))
    return rows


def _put(db: Db, counted: Counted) -> int:
    columns = ("row", "id", "shown", "wide", "day", "last", "plover", "quad", "status", "spread", "published", "latest", "added")
    put = db.do(
        f"INSERT INTO told ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))}) "
        f"ON CONFLICT (row) DO UPDATE SET {', '.join(f'{c} = excluded.{c}' for c in columns[1:])}",
        counted.row, counted.id, counted.shown.row, *_columns(counted),
    )  # fmt: skip
    return counted.row or put


def _columns(counted: Counted) -> tuple[str | int, ...]:
    event = counted.shown.event
    when = event.when
    day = (when.start or when.end) if when else None
    last = (when.end or when.start) if when else None
    span, spread = _wide(day or UNDATED, last or UNDATED), _wide(counted.first, counted.latest)
    times = (spread, counted.first, counted.latest, counted.added)
    return span, day or UNDATED, last or UNDATED, event.plover, event.quad, event.factuality, *times


def _wide(first: str, last: str) -> int:
    """Whether two days lie more than a year apart."""
    return int(last[:10] > f"{int(first[:4]) + 1:04}{first[4:10]}")


def _labels(counted: Counted, identity: Mapping[str, str]) -> set[tuple[str, str]]:
    """All by which a real-world event is found: kind of label, and value."""
    event = counted.shown.event
    found = {("actor", identity.get(a, a)) for a in (*event.actors, *event.recipients)}
    found |= {("outlet", outlet) for outlet in counted.outlets}
    found |= {("code", event.code), ("code", event.plover)}
    if event.mode:
        found.add(("mode", event.mode))
    if event.cameo:
        found.add(("cameo", event.cameo))
    if event.where:
        found.add(("place", event.where.name.casefold()))
        if event.where.country:
            found.add(("country", event.where.country.casefold()))
    return found


def _ruling(db: Db, actors: Iterable[str]) -> dict[str, set[str]]:
    """For each identity the countries of which any that it stands for is a government."""
    found: dict[str, set[str]] = {}
    rows = db.all(
        "SELECT identity, country FROM who JOIN sort ON sort.who = who.row "
        "WHERE identity IN (SELECT value FROM json_each(?)) AND type = 'government' AND country != ''",
        listed(actors),
    )
    for identity, country in rows:
        found.setdefault(str(identity), set()).add(str(country))
    return found


def _governments(event: Event, identity: Mapping[str, str], ruling: Mapping[str, set[str]]) -> set[tuple[str, str]]:
    parties = {identity.get(a, a) for a in (*event.actors, *event.recipients)}
    return {("government", country) for party in parties for country in ruling.get(party, ())}


def drop(db: Db, rows: Iterable[int]) -> None:
    """Take rows away, with what they counted for; their events stand in none."""
    asked = listed(rows)
    if asked == "[]":
        return
    rollups.take(db, asked)
    db.do("UPDATE event SET told = NULL WHERE told IN (SELECT value FROM json_each(?))", asked)
    db.do("DELETE FROM told WHERE row IN (SELECT value FROM json_each(?))", asked)


def gather(db: Db, into: Mapping[int, int]) -> None:
    """Count rows no longer, and let the events of each stand in another of them, or in itself, which is to be written again."""
    rollups.take(db, listed(into))
    moved = [(row, other) for row, other in into.items() if row != other]
    db.many("UPDATE event SET told = ?2 WHERE told = ?1", moved)
    db.many("DELETE FROM told WHERE row = ?", [(row,) for row, _ in moved])
    db.many("DELETE FROM tag WHERE told = ?", [(row,) for row in set(into.values())])
