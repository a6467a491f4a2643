"""By what articles that may be copies, or may tell the same events, are found: numbers of a text, and keys of events."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from heapq import nsmallest
from itertools import zip_longest
from typing import Literal

from detente.store.db import Db
from detente.store.protocol import Near

HALF = 1 << 63
COPIES, EVENTS = 6, 20
"""Articles that are compared with a new one: those that share most of the text, and those that share keys of its events."""
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


def copies(db: Db, article: int, sketch: Iterable[int]) -> list[int]:
    """Rows of the articles that share most numbers of the text with this one."""
    numbers = _numbers(sketch, ())
    shared = Counter(row for number in numbers for row in _holders(db, article, number, "ASC"))
    least = max(2, len(numbers) // PART)
    return [row for row, count in shared.most_common(COPIES) if count >= least]


def telling(db: Db, article: int, asked: Iterable[Iterable[str]]) -> list[int]:
    """Rows of the articles that share keys of an event: for each event in turn that which shares the rarest and most, then the next.

    Counted over all events together an article of many would hide one that tells a single event of them.
    """
    held: dict[int, list[int]] = {}
    orders = []
    for numbers in (_numbers((), keys) for keys in asked):
        held |= {n: _holders(db, article, n, "DESC") for n in numbers - held.keys()}
        orders.append(_rarest([held[n] for n in sorted(numbers)]))
    found = dict.fromkeys(row for turn in zip_longest(*orders) for row in turn if row is not None)
    return list(found)[:EVENTS]


def _rarest(holders: Iterable[Sequence[int]]) -> list[int]:
    shared: Counter[int] = Counter()
    for rows in holders:
        for row in rows:
            shared[row] += 1 / len(rows)  # type: ignore[assignment]
    return nsmallest(EVENTS, shared, key=lambda row: (-shared[row], -row))


def _holders(db: Db, article: int, number: int, order: Literal["ASC", "DESC"]) -> list[int]:
    """Other articles that have a number: of many the first, or the last."""
    sql = f"SELECT article FROM near WHERE hash = ? AND article != ? ORDER BY article {order} LIMIT {EACH}"
    return list(map(int, db.column(sql, number, article)))


def _numbers(sketch: Iterable[int], keys: Iterable[str]) -> set[int]:
    """Numbers as SQLite holds them: signed, of 64 bits."""
    hashed = (int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big") for key in keys)
    return {n - 2 * HALF if n >= HALF else n for n in (value & (2 * HALF - 1) for value in (*sketch, *hashed))}
