"""Real-world events as they are counted: rows of `told`, made anew for whatever a change touches, and the rollups that follow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from detente.corpus import corrected
from detente.corpus.judged import Judged
from detente.corpus.told import rank
from detente.records import Event
from detente.store import rollups, said
from detente.store.db import Db
from detente.store.names import ids

UNDATED = "9999"


class Telling(msgspec.Struct, frozen=True):
    """An event with what is asked of its article."""

    row: int
    event: Event
    article: str
    published: str
    added: str
    outlet: str | None


def made(db: Db, events: Iterable[str]) -> None:
    """Make anew the real-world events of these events and of all that are joined with them."""
    touched, old = _touched(db, set(events))
    drop(db, old)
    tellings = _tellings(db, touched)
    if not tellings:
        return
    retold = ((t.event.same_as, t.event.id) for t in tellings if t.event.same_as)
    cluster = Judged(said.judgements(db, touched)).joined("same_event", "different_event", known=retold)
    groups: dict[str, list[Telling]] = {}
    for telling in tellings:
        groups.setdefault(cluster.get(telling.event.id, telling.event.id), []).append(telling)
    _write(db, groups)


def left(db: Db, gone: Iterable[int]) -> set[str]:
    """Take away rows that lost a telling; the events that are left of them, to be made anew."""
    events = _of(db, gone)
    drop(db, gone)
    return events


def _touched(db: Db, events: set[str]) -> tuple[set[str], set[int]]:
    """All events whose real-world event may be another now, and the rows that they stand in."""
    known: set[str] = set()
    told: set[int] = set()
    while new := (events | _of(db, told)) - known:
        known |= closure(db, new)
        asked = ids(known)
        told |= set(map(int, db.column("SELECT told FROM event WHERE told IS NOT NULL AND id IN (SELECT value FROM json_each(?))", asked)))
    return known, told


def _of(db: Db, told: Iterable[int]) -> set[str]:
    return set(db.column("SELECT id FROM event WHERE told IN (SELECT value FROM json_each(?))", _rows(told)))


def drop(db: Db, told: Iterable[int]) -> None:
    """Take away rows, with what they counted for."""
    rows = _rows(told)
    if rows == "[]":
        return
    rollups.take(db, rows)
    db.do("UPDATE event SET told = NULL WHERE told IN (SELECT value FROM json_each(?))", rows)
    db.do("DELETE FROM told WHERE row IN (SELECT value FROM json_each(?))", rows)


def sync(db: Db, events: Iterable[str]) -> None:
    """Rows of `event` for these records: those that no correction deletes."""
    wanted = set(events)
    touched, told = _touched(db, wanted)
    rows = db.all(
        "SELECT row, article, data FROM record WHERE kind = 'event' AND id IN (SELECT value FROM json_each(?)) ORDER BY row", ids(wanted)
    )
    drop(db, told)
    db.do("DELETE FROM event WHERE id IN (SELECT value FROM json_each(?))", ids(wanted))
    amended = said.corrections(db, wanted)
    for row, article, data in rows:
        record = db.packer.unpack(data)  # type: ignore[arg-type]
        for event in corrected.apply((record,), amended):
            assert isinstance(event, Event)
            db.do("INSERT INTO event (row, id, article, same_as) VALUES (?, ?, ?, ?)", row, event.id, article, event.same_as)
    made(db, touched)


def closure(db: Db, events: set[str]) -> set[str]:
    """All events that these may be one with, through any number of others."""
    known, new = set(events), set(events)
    while new:
        asked = ids(new)
        found = db.column(
            "WITH asked AS (SELECT value AS id FROM json_each(?1)) "
            "SELECT same_as FROM event WHERE id IN asked AND same_as IS NOT NULL "
            "UNION SELECT id FROM event WHERE same_as IN asked "
            "UNION SELECT other.id FROM cites JOIN said ON said.row = cites.said JOIN cites AS other ON other.said = cites.said "
            "WHERE cites.id IN asked AND said.verb = 'same_event'",
            asked,
        )
        new = set(found) - known
        known |= new
    return known


def _tellings(db: Db, events: set[str]) -> list[Telling]:
    """The events as corrected, in the order of a corpus."""
    rows = db.all(
        "SELECT event.row, record.data, article.id, article.published, article.added, article.outlet FROM event "
        "JOIN record ON record.row = event.row JOIN article ON article.row = event.article "
        "WHERE event.id IN (SELECT value FROM json_each(?)) ORDER BY article.published, article.id, event.row",
        ids(events),
    )
    amended = said.corrections(db, events)
    found = []
    for row, data, *article in rows:
        for event in corrected.apply((db.packer.unpack(data),), amended):  # type: ignore[arg-type]
            found.append(Telling(row, event, *article))  # type: ignore[arg-type]
    return found


def _write(db: Db, groups: Mapping[str, Sequence[Telling]]) -> None:
    parties = {a for g in groups.values() for t in g for a in (*t.event.actors, *t.event.recipients)}
    known = db.all("SELECT id, identity FROM who WHERE id IN (SELECT value FROM json_each(?))", ids(parties))
    identity = {str(actor): str(same) for actor, same in known}
    ruling = _ruling(db, {*parties, *identity.values()})
    labels = rollups.Labels(db)
    told: list[int] = []
    for ident, tellings in groups.items():
        shown = min(tellings, key=lambda t: rank(t.event))
        row = db.do(
            "INSERT INTO told VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", ident, shown.row, *_columns(shown.event, tellings)
        )
        db.many("UPDATE event SET told = ? WHERE row = ?", [(row, t.row) for t in tellings])
        labels.put(row, _labels(shown.event, tellings, identity) | _governments(shown.event, identity, ruling))
        told.append(row)
    labels.write()
    rollups.add(db, _rows(told))


def _columns(event: Event, tellings: Sequence[Telling]) -> tuple[str | int, ...]:
    when = event.when
    day = (when.start or when.end) if when else None
    last = (when.end or when.start) if when else None
    first, latest = min(t.published for t in tellings), max(t.published for t in tellings)
    added = max(t.added for t in tellings)
    span = _wide(day or UNDATED, last or UNDATED)
    return span, day or UNDATED, last or UNDATED, event.plover, event.quad, event.factuality, _wide(first, latest), first, latest, added


def _wide(first: str, last: str) -> int:
    """Whether two days lie more than a year apart."""
    return int(last[:10] > f"{int(first[:4]) + 1:04}{first[4:10]}")


def _labels(event: Event, tellings: Sequence[Telling], identity: Mapping[str, str]) -> set[tuple[str, str]]:
    """All by which a real-world event is found: kind of label, and value."""
    found = {("actor", identity.get(a, a)) for a in (*event.actors, *event.recipients)}
    found |= {("outlet", t.outlet or "") for t in tellings}
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
        ids(actors),
    )
    for identity, country in rows:
        found.setdefault(str(identity), set()).add(str(country))
    return found


def _governments(event: Event, identity: Mapping[str, str], ruling: Mapping[str, set[str]]) -> set[tuple[str, str]]:
    parties = {identity.get(a, a) for a in (*event.actors, *event.recipients)}
    return {("government", country) for party in parties for country in ruling.get(party, ())}


def _rows(rows: Iterable[int]) -> str:
    return msgspec.json.encode(sorted(set(rows))).decode()
