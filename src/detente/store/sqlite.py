"""The store as it is kept: one SQLite file, written by one process at a time and read by any number meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from detente.corpus import Batch, Corpus, Filter
from detente.corpus.source import Around
from detente.records import Actor, AnyRecord, Article, Correction, Judgement, Problem, Run
from detente.store import brief, checks, differ, fetch, look, near, newest, pages, stream, talk, write
from detente.store.db import WAIT, Db
from detente.store.facets import facets
from detente.store.protocol import Change, Day, Facet, Glimpse, Hit, Kind, Near, Neighbours, Outcome, Page, Sizes

__all__ = ["Hit", "SqliteStore"]


class SqliteStore:
    """A store in a file; see `protocol.Store` for what each method does.

    With `write` the file is made when it is not there. `wait`: seconds to wait for another process that writes.
    """

    def __init__(self, path: Path, *, write: bool = False, wait: float = WAIT) -> None:
        self.path = path
        self._wait = wait
        self._db = Db(path, write=write, wait=wait)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def transaction(self) -> AbstractContextManager[None]:
        """All that is written within is seen at once, or not at all."""
        return self._db.transaction()

    def known(self, article: Article, run: Run) -> bool:
        """Whether this version of an article was read under this run before."""
        return write.known(self._db, article, run.id)

    def add(self, readings: Iterable[Sequence[AnyRecord]], run: Run, *, added: str) -> tuple[Outcome, ...]:
        """Readings of one run in, each an article followed by its records; all of them or none."""
        with self._db.transaction():
            adding = write.Adding(self._db, run, added)
            outcomes = tuple(adding.put(records) for records in readings)
            adding.finish()
        return outcomes

    def trouble(self, problem: Problem, run: Run, *, added: str) -> None:
        """Keep what an input failed at."""
        with self._db.transaction():
            write.trouble(self._db, run, problem, added=added)

    def remove(self, article: str) -> bool:
        """Take an article out, with all its readings; whether it was there. What people said of it waits for its return."""
        with self._db.transaction():
            return write.remove(self._db, article)

    def say(self, words: Iterable[Judgement | Correction], *, added: str) -> int:
        """Keep judgements and corrections; how many were new."""
        with self._db.transaction():
            return talk.say(self._db, words, added=added)

    def articles(self) -> tuple[str, ...]:
        """Ids of all articles, in the order of adding."""
        return tuple(self._db.column("SELECT id FROM article ORDER BY row"))

    def unjudged(self) -> tuple[str, ...]:
        """Articles that the resolver has not seen, in the order of adding."""
        return tuple(self._db.column("SELECT id FROM article WHERE judged = 0 ORDER BY row"))

    def neighbours(self, article: str, near: Near) -> Neighbours:
        """An article with all its records, and those of others that may be copies or tell the same; with what was judged of them."""
        return fetch.neighbours(self._db, article, near)

    def judged(self, article: str, near_: Near) -> None:
        """The resolver has seen an article; it is found by `near` from now on."""
        with self._db.transaction():
            near.put(self._db, int(self._db.one("SELECT row FROM article WHERE id = ?", article) or 0), near_)
            self._db.do("UPDATE article SET judged = 1 WHERE id = ?", article)

    def corpus(self, asked: Filter | None = None) -> Corpus:
        """Everything, or the articles that fit with all their records."""
        with self._db.transaction():
            return fetch.corpus(self._db, asked)

    def read_by(self) -> tuple[Run, ...]:
        """The runs that read the articles, in the order of adding."""
        return tuple(fetch.runs(self._db))

    def batches(self, asked: Filter, *, size: int = stream.SIZE, around: Around = "told") -> Iterator[Batch]:
        """Real-world events that fit, whole, in the order of time, with the records around them."""
        with self._apart() as db:
            yield from stream.batches(db, asked, size=size, around=around)

    def records(self, asked: Filter) -> Iterator[AnyRecord]:
        """Records of the articles that fit, and what was said of them."""
        with self._apart() as db:
            yield from stream.records(db, asked)

    @contextmanager
    def _apart(self) -> Iterator[Db]:
        """The store as it is now, for one who reads on while others write; with no more time than is left."""
        db = Db(self.path, wait=self._wait, spare=True)
        try:
            with db.until(self._db.end), db.transaction():
                yield db
        finally:
            db.close()

    def page(self, kind: Kind, asked: Filter, *, limit: int = 200, after: str | None = None) -> Page:
        """Records of one kind that fit: events in the order of their time, articles in that of publication."""
        with self._db.transaction():
            return pages.page(self._db, kind, asked, limit=limit, after=after)

    def facets(self, asked: Filter) -> tuple[Facet, ...]:
        """How many real-world events that fit have which values."""
        with self._db.transaction():
            return facets(self._db, asked)

    def glimpses(self, asked: Filter, *, limit: int) -> tuple[Glimpse, ...]:
        """Events that fit in the order of their time, undated ones last; of more than `limit` those that are latest."""
        with self._db.transaction():
            return brief.glimpses(self._db, asked, limit=limit)

    def spread(self, asked: Filter) -> tuple[Day, ...]:
        """How many real-world events that fit begin on which day, exact however many there are."""
        with self._db.transaction():
            return brief.spread(self._db, asked)

    def sizes(self) -> Sizes:
        """How much is in the store."""
        with self._db.transaction():
            return look.sizes(self._db)

    def newest(self, asked: Filter, *, limit: int) -> tuple[tuple[str, ...], int]:
        """Ids of the articles published last that fit and name all actors asked for, newest first; and how many fit."""
        with self._db.transaction():
            return newest.newest(self._db, asked, limit=limit)

    def only(self, articles: Iterable[str]) -> Corpus:
        """These articles with all their records, and of others what tells the same events."""
        with self._db.transaction():
            return fetch.only(self._db, articles)

    def homes(self, records: Iterable[str]) -> tuple[str, ...]:
        """The articles of records; of an event all that tell it."""
        return newest.homes(self._db, records)

    def spelled(self, outlets: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Outlets, which are counted without case, as an article spells them."""
        return newest.spelled(self._db, outlets)

    def known_as(self, actors: Iterable[str]) -> tuple[tuple[str, Actor], ...]:
        """For each id of an actor that is found the actor that it is in all articles, without mentions."""
        return newest.known_as(self._db, actors)

    def within(self, seconds: float) -> AbstractContextManager[None]:
        """What is asked within ends after so many seconds, with a StoreError that says so."""
        return self._db.within(seconds)

    def found(self, ident: str) -> tuple[AnyRecord, ...]:
        """An article with its records, or one record, by id or its beginning; nothing where there is none."""
        return look.found(self._db, ident)

    def said_of(self, records: Iterable[str]) -> tuple[Judgement | Correction, ...]:
        """All that was said of these records, undone or not."""
        return look.said_of(self._db, records)

    def word(self, ident: str) -> Judgement | Correction | None:
        """What was said under this id."""
        return look.word(self._db, ident)

    def unbound(self) -> tuple[Judgement | Correction, ...]:
        """What was said of records that are no longer found."""
        return look.unbound(self._db)

    def runs(self) -> tuple[tuple[Run, str, int], ...]:
        """Runs in the order of adding: when, and how many articles stand as they read them."""
        return look.runs(self._db)

    def changes(self, before: str, after: str) -> Iterator[Change]:
        """What differs between two runs, of the articles that both read."""
        return differ.changes(self._db, before, after)

    def check(self) -> tuple[str, ...]:
        """What is wrong with the store; nothing where all is well."""
        return checks.check(self._db)

    def recall(self, feed: str, key: str) -> str | None:
        """What was kept of a feed under a key."""
        found = self._db.one("SELECT value FROM state WHERE feed = ? AND key = ?", feed, key)
        return None if found is None else str(found)

    def keep(self, feed: str, key: str, value: str | None) -> None:
        """Keep a value of a feed under a key; None forgets it."""
        if value is None:
            self._db.do("DELETE FROM state WHERE feed = ? AND key = ?", feed, key)
        else:
            self._db.do("INSERT OR REPLACE INTO state VALUES (?, ?, ?)", feed, key, value)

    def kept(self, feed: str) -> tuple[tuple[str, str], ...]:
        """All that is kept of a feed."""
        rows = self._db.all("SELECT key, value FROM state WHERE feed = ? ORDER BY key", feed)
        return tuple((str(key), str(value)) for key, value in rows)
