"""By what articles that may be copies, or may tell the same events, are found: numbers of a text, and keys of events."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b

from detente.store.db import Db
from detente.store.protocol import Near

HALF = 1 << 63
COPIES, EVENTS = 8, 24
"""Articles that are compared with a new one: those that share most of the text, and most keys of events."""
EACH = 64
"""Articles that are looked at for one number: the first of a text that a thousand papers print, the last of events that are told daily."""
PART = 14
"""A copy has at least so small a part of the numbers of the other."""


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


def sharing(db: Db, article: int, near: Near) -> list[int]:
    """Rows of the articles that share most numbers of the text with this one, then of those that share most keys of events."""
    numbers = _numbers(near.sketch, ())
    copies = _shared(db, article, numbers, "ASC")
    least = max(2, len(numbers) // PART)
    found = [row for row, count in copies.most_common(COPIES) if count >= least]
    events = _shared(db, article, _numbers((), near.asked), "DESC")
    return list(dict.fromkeys(found + [row for row, _ in events.most_common(EVENTS)]))


def _shared(db: Db, article: int, numbers: Iterable[int], order: str) -> Counter[int]:
    """How many of some numbers others have; of each number only the first or last that have it are looked at."""
    found: Counter[int] = Counter()
    for number in sorted(numbers):
        rows = db.column(f"SELECT article FROM near WHERE hash = ? AND article != ? ORDER BY article {order} LIMIT {EACH}", number, article)
        found.update(map(int, rows))
    return found


def _numbers(sketch: Iterable[int], keys: Iterable[str]) -> set[int]:
    """Numbers as SQLite holds them: signed, of 64 bits."""
    hashed = (int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big") for key in keys)
    return {n - 2 * HALF if n >= HALF else n for n in (value & (2 * HALF - 1) for value in (*sketch, *hashed))}
