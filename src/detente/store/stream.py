"""A store read from end to end, a batch of it in memory at once: what is asked for stands in temporary tables on the disk."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from detente.corpus import Batch, Filter, kept
from detente.corpus.source import Around
from detente.records import AnyRecord, Correction, Judgement
from detente.store import asked as asks
from detente.store import fetch, pack, said
from detente.store.db import Db

SIZE = 500
"""Real-world events in a batch."""

_TABLES = (
    "CREATE TEMP TABLE chosen (row INTEGER PRIMARY KEY, inside INTEGER NOT NULL)",
    "CREATE TEMP TABLE beside (article INTEGER NOT NULL, id TEXT NOT NULL, PRIMARY KEY (article, id)) WITHOUT ROWID",
)
_BESIDE = (
    "INSERT OR IGNORE INTO beside SELECT other.article, other.id FROM chosen JOIN event ON event.article = chosen.row "
    "JOIN event AS other ON other.told = event.told WHERE other.article NOT IN (SELECT row FROM chosen)",
    "INSERT OR IGNORE INTO chosen SELECT article, 0 FROM beside",
    "INSERT OR IGNORE INTO chosen SELECT * FROM (WITH RECURSIVE origin (row) AS (SELECT row FROM chosen "
    "UNION SELECT original.row FROM origin JOIN article ON article.row = origin.row "
    "JOIN cites ON cites.id = article.id AND cites.place = 0 JOIN said ON said.row = cites.said "
    "JOIN cites AS other ON other.said = cites.said AND other.place > 0 JOIN article AS original ON original.id = other.id "
    "WHERE said.verb = 'copy') SELECT row, 0 FROM origin)",
)


def batches(db: Db, asked: Filter, *, size: int = SIZE, around: Around = "told") -> Iterator[Batch]:
    """Real-world events that fit, whole, in the order of time; see `Source.batches`."""
    where, values = asks.read(db, asked).whole()
    found = db.walk(f"SELECT told.row, id FROM told WHERE {where} ORDER BY day, last, id", *values)
    while part := list(islice(found, size)):
        corpus = fetch.of_told(db, [int(row) for row, _ in part], around)  # type: ignore[arg-type]
        yield Batch(corpus, corpus.these(str(ident) for _, ident in part))


def records(db: Db, asked: Filter) -> Iterator[AnyRecord]:
    """Records of the articles that fit, as `corpus.kept` has them: runs, articles each with its records, judgements, corrections."""
    yield from fetch.runs(db)
    _choose(db, asked)
    found = db.walk("SELECT row, inside FROM chosen JOIN article USING (row) ORDER BY published, id")
    for row, inside in found:
        yield from _article(db, int(row), whole=bool(inside))  # type: ignore[arg-type]
    yield from _words(db, Judgement)
    yield from _words(db, Correction)


def _choose(db: Db, asked: Filter) -> None:
    """Fill the tables: articles that fit, events elsewhere that are the same, articles that are copied."""
    for table in _TABLES:
        db.do(table)
    if asked.asks_events:
        where, values = asks.read(db, asked).whole()
        told = f"SELECT told.row FROM told WHERE {where}"
        db.do(f"INSERT OR IGNORE INTO chosen SELECT article, 1 FROM event WHERE told IN ({told})", *values)
    else:
        tests, given = asks.article(db, asked)
        db.do(f"INSERT INTO chosen SELECT row, 1 FROM article WHERE {' AND '.join(['1 = 1', *tests])}", *given)
    if asked.asks_events or asked.of_articles != Filter():
        for step in _BESIDE:
            db.do(step)


def _article(db: Db, row: int, *, whole: bool) -> Iterator[AnyRecord]:
    """An article with its records, or with those that its events in `beside` need."""
    ((body, rest),) = db.all("SELECT body, rest FROM article WHERE row = ?", row)
    yield pack.joined(body, rest)  # type: ignore[arg-type]
    found = [db.packer.unpack(d) for d in db.column("SELECT data FROM record WHERE article = ? ORDER BY row", row)]  # type: ignore[arg-type]
    if whole:
        yield from found
        return
    events = set(db.column("SELECT id FROM beside WHERE article = ?", row))
    rows = db.all(
        "SELECT row, data FROM said WHERE kind = 'correction' AND row IN "
        f"(SELECT said FROM cites JOIN article ON article.id = cites.article WHERE article.row = ?) AND {said.WHOLE}",
        row,
    )
    yield from kept.partly(found, events, said.bound(db, Correction, rows))


def _words(db: Db, kind: type[said.Word]) -> Iterator[AnyRecord]:
    """What was said of any article in the tables, and of actors everywhere, in the order in which it was said."""
    rows = db.walk(
        f"SELECT row, data FROM said WHERE kind = ? AND {said.WHOLE} AND (verb IN (?, ?) OR EXISTS (SELECT 1 FROM cites "
        "JOIN article ON article.id = cites.article JOIN chosen ON chosen.row = article.row WHERE cites.said = said.row)) ORDER BY row",
        kind.__name__.lower(), *kept.OF_ACTORS,
    )  # fmt: skip
    for row in rows:
        yield from said.bound(db, kind, (row,))
