"""A store, or a file of records, as the pages ask it: one reader a question, in bounded time; changes only where they are allowed."""

from __future__ import annotations

import queue
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TypeVar

from detente.archive.archive import Archive, now
from detente.archive.load import load
from detente.corpus import Corpus
from detente.errors import InputError, StoreError
from detente.lexicon import Shelf, issues, world
from detente.records import AnyRecord, Problem, Run
from detente.store import SqliteStore, Store, is_store
from detente.views.ledgers import Ledgers

A = TypeVar("A")
READERS = 2
"""Questions that are answered at a time."""
SECONDS = 10.0
"""How long a question may take."""
LONG = 60.0
"""How long an export may take."""


class Explorer:
    """What serves answers: readers of one store, and a writer where `edit` is allowed. `author` is whose word a change is."""

    def __init__(self, path: Path, *, edit: bool = False, author: str = "editor") -> None:
        self.edit, self.author = edit, author
        self._writing = Lock()
        if edit and not is_store(path):
            raise InputError(f"{path}: only a store can be edited; `detente read --store` makes one")
        self._folder = None if is_store(path) else tempfile.TemporaryDirectory(prefix="detente-")
        self._readers: queue.Queue[SqliteStore] = queue.Queue()
        self._all: list[SqliteStore] = []
        try:
            self._path = path if self._folder is None else _kept(path, Path(self._folder.name))
            self._all += [SqliteStore(self._path) for _ in range(READERS)]
        except BaseException:
            self.close()
            raise
        for reader in self._all:
            self._readers.put(reader)

    def stamp(self) -> tuple[int, ...]:
        """What changes whenever anybody writes to the store."""
        found = [p.stat() for p in (self._path, self._path.with_name(self._path.name + "-wal")) if p.exists()]
        return tuple(n for stat in found for n in (stat.st_mtime_ns, stat.st_size))

    def ask(self, question: Callable[[Store], A], *, seconds: float = SECONDS) -> A:
        """The answer to a question. Raises StoreError where it takes too long or nobody is free."""
        with self._reader(seconds) as store, store.within(seconds):
            return question(store)

    @contextmanager
    def _reader(self, seconds: float) -> Iterator[SqliteStore]:
        try:
            reader = self._readers.get(timeout=seconds)
        except queue.Empty:
            raise StoreError("other questions are being answered; ask again") from None
        try:
            yield reader
        finally:
            self._readers.put(reader)

    def change(self, word: Callable[[Archive], A]) -> A:
        """Do something to the store; one change at a time."""
        with self._writing:
            archive = Archive(SqliteStore(self._path, write=True))
            try:
                return word(archive)
            finally:
                archive.close()

    @cached_property
    def key(self) -> Callable[[str], str]:
        """What makes the stems and shared keys of the words of an issue."""
        return issues.load(Shelf()).key

    @cached_property
    def countries(self) -> Mapping[str, str]:
        """Names of countries by code."""
        return world.load(Shelf()).names

    def close(self) -> None:
        """Let go of the file."""
        for reader in self._all:
            reader.close()
        if self._folder:
            self._folder.cleanup()


def _kept(path: Path, folder: Path) -> Path:
    """A store of the records of a file, under the file's name, in a folder that is thrown away."""
    kept = folder / path.name
    copied(load(path), kept)
    return kept


def copied(corpus: Corpus, path: Path, articles: Iterable[str] | None = None) -> None:
    """A new store of what is in a corpus, as corrected; of these articles only, where some are given."""
    run = corpus.runs[0] if corpus.runs else Run(id="unknown", program="unknown", data="unknown", model="unknown")
    store = SqliteStore(path, write=True)
    try:
        added = now()
        store.add(_readings(corpus, tuple(corpus.articles if articles is None else articles)), run, added=added)
        store.say(corpus.judged.standing, added=added)
    finally:
        store.close()


def _readings(corpus: Corpus, articles: Iterable[str]) -> Iterator[tuple[AnyRecord, ...]]:
    """Each article with its records, each of these once."""
    ledgers = Ledgers(corpus)
    problems: dict[str | None, list[Problem]] = {}
    for problem in corpus.problems:
        problems.setdefault(problem.article, []).append(problem)
    for ident in articles:
        own: Iterable[AnyRecord] = (*ledgers[ident].records[1:], *problems.get(ident, ()))
        yield (corpus.articles[ident], *{(type(r), r.id): r for r in own}.values())
