"""Readings into the store and out of it: an article with all its records, all or nothing."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence

import msgspec

from detente import codec
from detente.records import Actor, AnyRecord, Article, Event, Problem, Run
from detente.store import claims, clusters, identities, names, near, pack, said, told
from detente.store.db import Db
from detente.store.protocol import Outcome


def source(article: Article) -> str:
    """By what a newer version of an article is known to be one: its address, else its id."""
    return article.url or article.id


def mark(article: Article) -> str:
    """A hash of all that is said of an article but its place in the input."""
    return codec.digest(codec.encode(msgspec.structs.replace(article, lines=())).decode())


def known(db: Db, article: Article, run: str) -> bool:
    """Whether this version of an article was read under this run before."""
    asked = (article.id, run, mark(article))
    return bool(
        db.one("SELECT 1 FROM article WHERE id = ? AND run = ? AND mark = ?", *asked)
        or db.one("SELECT 1 FROM past WHERE article = ? AND run = ? AND mark = ?", *asked)
    )


class Leaving:
    """Articles of one transaction going out; what follows from it is made once, at `finish`."""

    def __init__(self, db: Db) -> None:
        self._db = db
        self._events: set[str] = set()
        self._claims: set[str] = set()
        self._actors: set[str] = set()
        self._gone: set[int] = set()

    def take(self, ident: str, *, keep: bool) -> bool:
        """Take an article away, or keep its records under their run; whether it was there."""
        records = stored(self._db, ident)
        if not records:
            return False
        row, run, marked, added = self._db.all("SELECT row, run, mark, added FROM article WHERE id = ?", ident)[0]
        article = records[0]
        assert isinstance(article, Article) and isinstance(row, int)
        if keep:
            self._db.do(
                "INSERT OR REPLACE INTO past VALUES (NULL, ?, ?, ?, ?, ?, ?)", ident, source(article), run, marked, added, folded(records)
            )
        names.remove(self._db, [r for r in records if isinstance(r, Actor)])
        self._gone |= set(map(int, self._db.column("SELECT told FROM event WHERE article = ? AND told IS NOT NULL", row)))
        self._follow(said.unbind(self._db, ident))
        self._away(row, article)
        return True

    def _follow(self, joined: said.Joined) -> None:
        self._actors |= joined.actors
        self._events |= joined.events

    def _away(self, row: int, article: Article) -> None:
        near.remove(self._db, row)
        self._db.do("INSERT INTO words (words, rowid, title, text) VALUES ('delete', ?, ?, ?)", row, article.title, article.text)
        self._db.do("DELETE FROM event WHERE article = ?", row)
        self._db.do("DELETE FROM claim WHERE article = ?", row)
        self._db.do("DELETE FROM record WHERE article = ?", row)
        self._db.do("DELETE FROM article WHERE row = ?", row)

    def finish(self) -> None:
        """Make what follows: identities, real-world events, rollups."""
        self._events |= clusters.left(self._db, self._gone)
        amended = {c.of.id for c in said.corrections(self._db, self._events)}
        identities.made(self._db, self._actors)
        if amended:
            clusters.sync(self._db, amended)
        clusters.made(self._db, self._events)
        claims.sync(self._db, self._claims)


class Adding(Leaving):
    """Articles of one transaction going in, older versions of them out."""

    def __init__(self, db: Db, run: Run, added: str) -> None:
        super().__init__(db)
        self._run = run
        self._added = added
        db.do("INSERT OR IGNORE INTO run VALUES (?, ?, ?)", run.id, codec.encode(run).decode(), added)

    def put(self, records: Sequence[AnyRecord]) -> Outcome:
        """One article first, then its records."""
        article = records[0]
        assert isinstance(article, Article)
        if known(self._db, article, self._run.id):
            return "unchanged"
        before = self._db.column("SELECT id FROM article WHERE id = ? OR source = ?", article.id, source(article))
        for ident in before:
            self.take(ident, keep=True)
        row = self._article(article)
        self._records(row, records[1:])
        self._follow(said.rebind(self._db, source(article), records))
        return "replaced" if before else "added"

    def _article(self, article: Article) -> int:
        body, rest = pack.split(article)
        outlet = article.outlet.casefold() if article.outlet else None
        row = self._db.do(
            "INSERT INTO article VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
            article.id, source(article), self._run.id, mark(article), self._added, article.published or told.UNDATED, outlet,
            article.title, body, rest, b"",
        )  # fmt: skip
        self._db.do("INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", row, article.title, article.text)
        return row

    def _records(self, article: int, records: Iterable[AnyRecord]) -> None:
        for record in records:
            kind = type(record).__name__.lower()
            data = self._db.packer.pack(record)
            row = self._db.do("INSERT INTO record (article, kind, id, data) VALUES (?, ?, ?, ?)", article, kind, record.id, data)
            if isinstance(record, Event):
                self._db.do("INSERT INTO event (row, id, article, same_as) VALUES (?, ?, ?, ?)", row, record.id, article, record.same_as)
                self._events.add(record.id)
            elif isinstance(record, claims.KINDS):
                self._claims.add(record.id)
        names.add(self._db, [r for r in records if isinstance(r, Actor)])


def remove(db: Db, ident: str) -> bool:
    """Take an article out with all its readings; whether it was there."""
    address = db.one("SELECT source FROM article WHERE id = ?", ident)
    if address is None:
        return False
    leaving = Leaving(db)
    leaving.take(ident, keep=False)
    db.do("DELETE FROM past WHERE source = ?", address)
    leaving.finish()
    return True


def trouble(db: Db, run: Run, problem: Problem, *, added: str) -> None:
    """Keep what an input failed at."""
    db.do("INSERT OR IGNORE INTO run VALUES (?, ?, ?)", run.id, codec.encode(run).decode(), added)
    db.do("INSERT OR IGNORE INTO trouble VALUES (?, ?, ?, ?)", problem.id, run.id, codec.encode(problem).decode(), added)


def stored(db: Db, ident: str) -> list[AnyRecord]:
    """An article with its records as they were read; nothing where it is not there."""
    rows = db.all("SELECT row, body, rest FROM article WHERE id = ?", ident)
    if not rows:
        return []
    row, body, rest = rows[0]
    data = db.column("SELECT data FROM record WHERE article = ? ORDER BY row", row)
    return [pack.joined(body, rest), *(db.packer.unpack(d) for d in data)]  # type: ignore[arg-type]


def folded(records: Iterable[AnyRecord]) -> bytes:
    """Records of a reading that no longer stands, in one piece."""
    return zlib.compress(b"".join(codec.encode_lines(records)), pack.LEVEL)


def unfolded(data: bytes) -> list[AnyRecord]:
    """The records again."""
    return [codec.decode(line) for line in zlib.decompress(data).splitlines()]
