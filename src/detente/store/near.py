"""By what articles that may be copies, or may tell the same events, are found: numbers of a text, and keys of events."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from hashlib import blake2b

from detente.store.db import Db
from detente.store.protocol import Near

HALF = 1 << 63
MOST = 48
"""Articles that are compared with a new one: those that share most."""


def packed(near: Near) -> bytes:
    """All numbers by which an article is found, as kept beside it."""
    return array("q", sorted(_numbers(near.sketch, near.stored))).tobytes()


def put(db: Db, article: int, near: Near) -> None:
    """Let an article be found."""
    remove(db, article)
    data = packed(near)
    db.do("UPDATE article SET near = ? WHERE row = ?", data, article)
    db.many("INSERT OR IGNORE INTO near VALUES (?, ?)", [(h, article) for h in array("q", data)])


def remove(db: Db, article: int) -> None:
    """Let an article be found no longer."""
    data = db.one("SELECT near FROM article WHERE row = ?", article)
    if isinstance(data, bytes):
        db.many("DELETE FROM near WHERE hash = ? AND article = ?", [(h, article) for h in array("q", data)])


def sharing(db: Db, article: int, near: Near, *, most: int = MOST) -> list[int]:
    """Rows of the articles that share most numbers of the text with this one, then of those that share most keys of events."""
    copies = _most(db, article, _numbers(near.sketch, ()), most)
    return list(dict.fromkeys(copies + _most(db, article, _numbers((), near.asked), most)))


def _most(db: Db, article: int, numbers: set[int], most: int) -> list[int]:
    rows = db.column(
        "SELECT article FROM json_each(?1) JOIN near ON near.hash = value WHERE article != ?2 "
        "GROUP BY article ORDER BY count(*) DESC, article LIMIT ?3",
        str(sorted(numbers)), article, most,
    )  # fmt: skip
    return list(map(int, rows))


def _numbers(sketch: Iterable[int], keys: Iterable[str]) -> set[int]:
    """Numbers as SQLite holds them: signed, of 64 bits."""
    hashed = (int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big") for key in keys)
    return {n - 2 * HALF if n >= HALF else n for n in (value & (2 * HALF - 1) for value in (*sketch, *hashed))}
