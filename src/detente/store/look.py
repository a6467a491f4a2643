"""Single things looked up."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from detente.errors import InputError
from detente.records import AnyRecord, Correction, Judgement, Run
from detente.store import said, told, write
from detente.store.db import Db, Value, listed
from detente.store.protocol import Sizes


def found(db: Db, ident: str) -> tuple[AnyRecord, ...]:
    """An article with all its records, or one record. InputError where several begin so."""
    articles = db.column("SELECT id FROM article WHERE id >= ?1 AND id < ?1 || char(1114111) ORDER BY id != ?1 LIMIT 2", ident)
    if articles and (articles[0] == ident or len(articles) == 1):
        return tuple(write.stored(db, articles[0]))
    rows = db.all("SELECT id, data FROM record WHERE id >= ?1 AND id < ?1 || char(1114111) ORDER BY id != ?1, row LIMIT 2", ident)
    if len(rows) + len(articles) > 1 and (not rows or rows[0][0] != ident):
        raise InputError(f"{db.path}: several records begin with {ident}")
    return tuple(db.packer.unpack(data) for _, data in rows[:1])  # type: ignore[arg-type]


def said_of(db: Db, records: Iterable[str]) -> tuple[Judgement | Correction, ...]:
    """All that was said of records, undone or not."""
    rows = db.all(
        "SELECT kind, row, data FROM said WHERE row IN (SELECT said FROM cites WHERE id IN (SELECT value FROM json_each(?))) ORDER BY row",
        listed(records),
    )
    return _words(db, rows)


def word(db: Db, ident: str) -> Judgement | Correction | None:
    """What was said under this id."""
    return next(iter(_words(db, db.all("SELECT kind, row, data FROM said WHERE id = ?", ident))), None)


def _words(db: Db, rows: Iterable[tuple[Value, ...]]) -> tuple[Judgement | Correction, ...]:
    words: list[Judgement | Correction] = []
    for kind, row, data in rows:
        if kind == "judgement":
            words += said.bound(db, Judgement, [(row, data)])
        else:
            words += said.bound(db, Correction, [(row, data)])
    return tuple(words)


def unbound(db: Db) -> tuple[Judgement | Correction, ...]:
    """What was said of records that are no longer found."""
    return tuple(said.unbound(db))


def sizes(db: Db) -> Sizes:
    """How much is in the store."""
    claims = {str(kind): int(n) for kind, n in db.all("SELECT kind, count(*) FROM claim GROUP BY kind")}  # type: ignore[arg-type]
    days = db.all("SELECT substr(min(published), 1, 10), substr(max(published), 1, 10) FROM article WHERE published < ?", told.UNDATED)
    return Sizes(
        articles=db.count("SELECT count(*) FROM article"),
        told=db.count("SELECT count(*) FROM event"),
        events=db.count("SELECT sum(n) FROM daily WHERE label = 0"),
        statements=claims.get("statement", 0),
        positions=claims.get("position", 0),
        relations=claims.get("relation", 0),
        agreements=claims.get("agreement", 0),
        published=(str(days[0][0]), str(days[0][1])) if days and days[0][0] else None,
    )


def runs(db: Db) -> tuple[tuple[Run, str, int], ...]:
    """Runs, when each began, and how many articles stand as it read them."""
    rows = db.all("SELECT data, added, (SELECT count(*) FROM article WHERE article.run = run.id) FROM run ORDER BY added, id")
    return tuple((msgspec.json.decode(str(data), type=Run), str(added), int(n)) for data, added, n in rows)  # type: ignore[arg-type]
