"""Which events are one: rows of `told` made anew for whatever a change touches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from detente.corpus import corrected
from detente.corpus.judged import Judged, Sets
from detente.records import Event, Verdict
from detente.store import said, told
from detente.store.db import Db, listed
from detente.store.told import Telling

VERBS: tuple[Verdict, Verdict] = ("same_event", "different_event")


def made(db: Db, events: Iterable[str]) -> None:
    """Make anew the real-world events of these events and of all that are joined with them."""
    touched, old = _touched(db, set(events))
    told.drop(db, old)
    tellings = told.tellings(db, touched)
    if not tellings:
        return
    retold = ((t.event.same_as, t.event.id) for t in tellings if t.event.same_as)
    cluster = Judged(said.judgements(db, touched)).joined(*VERBS, known=retold)
    groups: dict[str, list[Telling]] = {}
    for telling in tellings:
        groups.setdefault(cluster.get(telling.event.id, telling.event.id), []).append(telling)
    rows = told.write(db, [told.of(ident, members) for ident, members in groups.items()])
    stands = [(row, t.row) for row, members in zip(rows, groups.values(), strict=True) for t in members]
    db.many("UPDATE event SET told = ? WHERE row = ?", stands)


def join(db: Db, pairs: Sequence[tuple[str, str]]) -> None:
    """Make one of the real-world events of a new and an old event, for each pair, as the resolver found.

    What is counted of the two tells what is counted of both, however many tell them; only where a person has spoken of any of their
    tellings all that was said must be gone through again.
    """
    asked = {ident for pair in pairs for ident in pair}
    found = db.all(
        "SELECT event.id, told.id, told.row FROM event JOIN told ON told.row = event.told "
        "WHERE event.id IN (SELECT value FROM json_each(?))",
        listed(asked),
    )
    at = {str(event): str(ident) for event, ident, _ in found}
    rows = {str(ident): int(row) for _, ident, row in found}  # type: ignore[arg-type]
    if len(at) < len(asked) or _spoken_of(db, rows.values()):
        made(db, asked)
        return
    sets = Sets()
    for new, old in pairs:
        sets.join(at[old], at[new])
    groups: dict[str, list[int]] = {}
    for ident, first in sets.firsts().items():
        groups.setdefault(first, []).append(rows[ident])
    _merge(db, groups)


def _merge(db: Db, groups: dict[str, list[int]]) -> None:
    """Rows of each group into that of them which most events stand in."""
    asked = listed(row for rows in groups.values() for row in rows)
    counted = db.all("SELECT told, count(*) FROM event WHERE told IN (SELECT value FROM json_each(?)) GROUP BY told", asked)
    sizes = {int(row): int(size) for row, size in counted}  # type: ignore[arg-type]
    parts = {c.row: c for c in told.read(db, (row for rows in groups.values() for row in rows))}
    largest = {ident: max(rows, key=lambda row: (sizes[row], -row)) for ident, rows in groups.items()}
    told.gather(db, {row: largest[ident] for ident, rows in groups.items() for row in rows})
    told.write(db, [told.merged(ident, [parts[row] for row in rows], largest[ident]) for ident, rows in groups.items()])


def _spoken_of(db: Db, rows: Iterable[int]) -> bool:
    """Whether a person has joined or parted any telling in these rows."""
    where = f"event.told IN (SELECT value FROM json_each(?)) AND said.{said.BY_PEOPLE} AND verb IN (?, ?)"
    sql = f"SELECT 1 FROM event JOIN cites ON cites.id = event.id JOIN said ON said.row = cites.said WHERE {where} LIMIT 1"
    return bool(db.one(sql, listed(rows), *VERBS))


def left(db: Db, gone: Iterable[int]) -> set[str]:
    """Take away rows that lost a telling; the events that are left of them, to be made anew."""
    events = _of(db, gone)
    told.drop(db, gone)
    return events


def _touched(db: Db, events: set[str]) -> tuple[set[str], set[int]]:
    """All events whose real-world event may be another now, and the rows that they stand in."""
    known: set[str] = set()
    rows: set[int] = set()
    while new := (events | _of(db, rows)) - known:
        known |= closure(db, new)
        asked = listed(known)
        rows |= set(map(int, db.column("SELECT told FROM event WHERE told IS NOT NULL AND id IN (SELECT value FROM json_each(?))", asked)))
    return known, rows


def _of(db: Db, rows: Iterable[int]) -> set[str]:
    return set(db.column("SELECT id FROM event WHERE told IN (SELECT value FROM json_each(?))", listed(rows)))


def sync(db: Db, events: Iterable[str]) -> None:
    """Rows of `event` for these records: those that no correction deletes."""
    wanted = set(events)
    touched, rows = _touched(db, wanted)
    records = db.all(
        "SELECT row, article, data FROM record WHERE kind = 'event' AND id IN (SELECT value FROM json_each(?)) ORDER BY row", listed(wanted)
    )
    told.drop(db, rows)
    db.do("DELETE FROM event WHERE id IN (SELECT value FROM json_each(?))", listed(wanted))
    amended = said.corrections(db, wanted)
    for row, article, data in records:
        record = db.packer.unpack(data)  # type: ignore[arg-type]
        for event in corrected.apply((record,), amended):
            assert isinstance(event, Event)
            db.do("INSERT INTO event (row, id, article, same_as) VALUES (?, ?, ?, ?)", row, event.id, article, event.same_as)
    made(db, touched)


def closure(db: Db, events: set[str]) -> set[str]:
    """All events that these may be one with, through any number of others."""
    known, new = set(events), set(events)
    while new:
        asked = listed(new)
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
