"""What a new program, or new knowledge, made of the same articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from detente import codec
from detente.corpus.cited import code, quotes
from detente.errors import InputError
from detente.records import AnyRecord, Article
from detente.store import write
from detente.store.db import Db
from detente.store.protocol import Change

_SPAN = re.compile(r'"start":\d+,"end":\d+,')
_HASH = re.compile(r'(?<=")[0-9a-f]{16}(?=")')
OF_RUN = "SELECT source FROM article WHERE run = ?1 UNION SELECT source FROM past WHERE run = ?1"


def changes(db: Db, before: str, after: str) -> Iterator[Change]:
    """Changed, removed and added records of the articles that both runs read. InputError for a run that is not there."""
    first, second = _run(db, before), _run(db, after)
    sources = db.column(f"{OF_RUN} INTERSECT {OF_RUN.replace('?1', '?2')} ORDER BY source", first, second)
    for source in sources:
        yield from _between(_reading(db, source, first), _reading(db, source, second))


def _run(db: Db, ident: str) -> str:
    found = db.column("SELECT id FROM run WHERE id >= ?1 AND id < ?1 || char(1114111) LIMIT 2", ident)
    if len(found) != 1:
        raise InputError(f"{db.path}: {'no run' if not found else 'several runs begin with'} {ident}; see `detente runs`")
    return found[0]


def _reading(db: Db, source: str, run: str) -> list[AnyRecord]:
    """The newest reading of an article under a run."""
    current = db.one("SELECT id FROM article WHERE source = ? AND run = ?", source, run)
    if current is not None:
        return write.stored(db, str(current))
    data = db.one("SELECT data FROM past WHERE source = ? AND run = ? ORDER BY row DESC LIMIT 1", source, run)
    return write.unfolded(bytes(data))  # type: ignore[arg-type]


def _between(before: Sequence[AnyRecord], after: Sequence[AnyRecord]) -> Iterator[Change]:
    article = after[0].id
    moved = before[0].id != article
    left = {_key(r): r for r in before}
    for record in after:
        old = left.pop(_key(record), None) or _alike(left, record)
        if old is None or _bare(old, before[0].id, moved) != _bare(record, article, moved):
            yield Change(article, old, record)
    for record in left.values():
        yield Change(article, record, None)


def _key(record: AnyRecord) -> tuple[str, str]:
    """An article is the same whatever its id."""
    kind = type(record).__name__
    return kind, "" if isinstance(record, Article) else record.id


def _alike(left: dict[tuple[str, str], AnyRecord], record: AnyRecord) -> AnyRecord | None:
    """A record of the same kind that rests on the same words; of several, one with the same code."""
    words = set(quotes(record))
    alike = [key for key, old in left.items() if key[0] == type(record).__name__ and words & set(quotes(old))]
    best = next((key for key in alike if code(left[key]) == code(record)), alike[0] if alike else None)
    return left.pop(best) if best else None


def _bare(record: AnyRecord, article: str, moved: bool) -> str:
    """A record without its id; in another version of an article also without places in the text and what is named after it."""
    line = codec.encode(msgspec.structs.replace(record, id="")).decode()
    return _HASH.sub("", _SPAN.sub("", re.sub(f'"{re.escape(article)}(?=["#])', '"', line))) if moved else line
