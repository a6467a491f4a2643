"""Whether a store is whole: the file, the references, and all that follows from the records."""

from __future__ import annotations

from collections.abc import Iterator

from detente.corpus.judged import Judged
from detente.errors import StoreError
from detente.records import Judgement
from detente.store import clusters, identities, rollups, said
from detente.store.db import Db

COUNTS = (
    ("an event stands under no real-world event", "SELECT count(*) FROM event WHERE told IS NULL"),
    ("a real-world event has no telling", "SELECT count(*) FROM told WHERE NOT EXISTS (SELECT 1 FROM event WHERE event.told = told.row)"),
    ("a real-world event shows none of its tellings",
     "SELECT count(*) FROM told WHERE (SELECT told FROM event WHERE row = shown) IS NOT row"),
    ("a record of an event is in no row of events, and no correction deletes it",
     "SELECT count(*) FROM record WHERE kind = 'event' AND row NOT IN (SELECT row FROM event) "
     "AND id NOT IN (SELECT cites.id FROM cites JOIN said ON said.row = cites.said WHERE verb = 'delete')"),
    ("a claim is not found by its day, and no correction deletes it",
     "SELECT count(*) FROM record WHERE kind IN ('statement', 'position', 'relation', 'agreement') AND row NOT IN (SELECT row FROM claim) "
     "AND id NOT IN (SELECT cites.id FROM cites JOIN said ON said.row = cites.said WHERE verb = 'delete')"),
    ("a label counts other rows than stand under it",
     "SELECT count(*) FROM label WHERE n != (SELECT count(*) FROM tag WHERE tag.label = label.row)"),
    ("an article's words are not indexed", "SELECT count(*) FROM article WHERE row NOT IN (SELECT id FROM words_docsize)"),
    ("words of no article are indexed", "SELECT count(*) FROM words_docsize WHERE id NOT IN (SELECT row FROM article)"),
    ("an actor is found by no name",
     "SELECT count(*) FROM record WHERE kind = 'actor' "
     "AND NOT EXISTS (SELECT 1 FROM who JOIN called ON called.who = who.row WHERE who.id = record.id)"),
)  # fmt: skip
"""What must not be, and how often it is."""


def check(db: Db) -> tuple[str, ...]:
    """What is wrong, one line each; nothing where all is well."""
    try:
        with db.transaction():
            return tuple(_wrong(db))
    except StoreError as error:
        return (str(error),)


def _wrong(db: Db) -> Iterator[str]:
    damage = [line for line in db.column("PRAGMA integrity_check") if line != "ok"]
    yield from damage
    if damage:
        return
    for table, row, parent, _ in db.all("PRAGMA foreign_key_check"):
        yield f"{table!s} row {row!s} refers to nothing in {parent!s}"
    for what, sql in COUNTS:
        if count := db.count(sql):
            yield f"{what} ({count})"
    yield from _judged(db)
    yield from _rolled(db)
    yield from _indexed(db)


def _judged(db: Db) -> Iterator[str]:
    """Whether events and actors are one as was judged."""
    judged = Judged(word for word in said.everything(db) if isinstance(word, Judgement))
    retold = db.all(
        "SELECT same_as, event.id FROM event JOIN article ON article.row = event.article WHERE same_as IS NOT NULL "
        "ORDER BY article.published, article.id, event.row"
    )
    events = judged.joined(*clusters.VERBS, known=((str(first), str(again)) for first, again in retold))
    actors = judged.joined(*identities.VERBS)
    for what, known, sql in (
        (
            "an event is under another real-world event than was judged",
            events,
            "SELECT event.id, told.id FROM event JOIN told ON told.row = told",
        ),
        ("an actor is known as another than was judged", actors, "SELECT id, identity FROM who"),
    ):
        if count := sum(kept != known.get(str(ident), ident) for ident, kept in db.walk(sql)):
            yield f"{what} ({count})"


def _rolled(db: Db) -> Iterator[str]:
    """Whether the counts by day are those of the rows."""
    again = f"{rollups.EACH.format(where='')} UNION ALL {rollups.ALL.format(where='')}"
    for a, b in ((again, "SELECT * FROM daily"), ("SELECT * FROM daily", again)):
        if count := db.count(f"SELECT count(*) FROM (SELECT * FROM ({a}) EXCEPT SELECT * FROM ({b}))"):
            yield f"counts by day are not those of the records ({count})"


def _indexed(db: Db) -> Iterator[str]:
    """Whether the full-text index is that of the texts; only a store open for writing can be asked."""
    if db.write:
        try:
            db.do("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
        except StoreError:
            yield "the full-text index is not that of the texts"
