"""Labels of real-world events, and how many stand under each on each day."""

from __future__ import annotations

from collections.abc import Iterable

from detente.store.db import Db

ROLLED = ("outlet", "country", "actor")
"""Kinds of labels that are counted by day; actors only where other articles may know them."""

EACH = (
    "SELECT tag.label, day, last, plover, quad, status, count(*) FROM told "
    "JOIN tag ON tag.told = told.row JOIN label ON label.row = tag.label WHERE label.rolled = 1 {where} GROUP BY 1, 2, 3, 4, 5, 6"
)
ALL = "SELECT 0, day, last, plover, quad, status, count(*) FROM told WHERE 1 = 1 {where} GROUP BY 2, 3, 4, 5, 6"
THESE = "AND told.row IN (SELECT value FROM json_each(?))"


class Labels:
    """Labels being put on rows; written all at once."""

    def __init__(self, db: Db) -> None:
        self._db = db
        self._rows: list[tuple[str, str, int]] = []

    def put(self, told: int, labels: Iterable[tuple[str, str]]) -> None:
        """Labels of one row."""
        self._rows += [(kind, value, told) for kind, value in sorted(labels)]

    def write(self) -> None:
        """New labels first, then where each stands."""
        labels = {(kind, value) for kind, value, _ in self._rows}
        self._db.many(
            "INSERT OR IGNORE INTO label (kind, value, rolled) VALUES (?, ?, ?)",
            [(kind, value, int(kind in ROLLED and "#" not in value)) for kind, value in sorted(labels)],
        )
        self._db.many("INSERT INTO tag SELECT row, ?3 FROM label WHERE kind = ?1 AND value = ?2", self._rows)


NUMBERS = (
    "UPDATE label SET n = label.n {sign} counted.n FROM "
    "(SELECT label, count(*) AS n FROM tag WHERE told IN (SELECT value FROM json_each(?)) GROUP BY label) AS counted "
    "WHERE label.row = counted.label"
)


def add(db: Db, rows: str) -> None:
    """Count rows, given as a JSON list."""
    db.do(NUMBERS.format(sign="+"), rows)
    for select in (EACH, ALL):
        db.do(f"INSERT INTO daily {select.format(where=THESE)} ON CONFLICT DO UPDATE SET n = n + excluded.n", rows)


def take(db: Db, rows: str) -> None:
    """Count rows no longer."""
    db.do(NUMBERS.format(sign="-"), rows)
    for select in (EACH, ALL):
        db.do(f"INSERT INTO daily {select.format(where=THESE)} ON CONFLICT DO UPDATE SET n = n - excluded.n", rows)
    db.do("DELETE FROM daily INDEXED BY daily_empty WHERE n = 0")  # left to itself SQLite goes through the whole table
