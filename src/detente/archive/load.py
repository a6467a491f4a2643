"""From a file that a user names to its records: a store, or records written as JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from detente import codec
from detente.corpus import Corpus, Filter, Held, Source
from detente.errors import InputError
from detente.records import AnyRecord
from detente.store import SqliteStore, is_store


def load(path: Path, asked: Filter | None = None) -> Corpus:
    """All records of a file; of a store, told by its first bytes, those of the articles that `asked` fits (see `Store.corpus`).

    What is asked of events is asked again of the corpus (`Corpus.told`). Raises InputError for a file that is not there or holds a
    line that is no record, with its number; StoreError for a store that cannot be read.
    """
    if not is_store(path):
        return Corpus(_lines(path))
    store = SqliteStore(path)
    try:
        return store.corpus(asked)
    finally:
        store.close()


@contextmanager
def source(path: Path) -> Iterator[Source]:
    """A file to be read once from end to end: of a store some at a time, of JSON Lines all in memory. Raises what `load` raises."""
    if not is_store(path):
        yield Held(Corpus(_lines(path)))
        return
    store = SqliteStore(path)
    try:
        yield store
    finally:
        store.close()


def _lines(path: Path) -> Iterator[AnyRecord]:
    try:
        with path.open("rb") as stream:
            for number, line in enumerate(stream, 1):
                if line.strip():
                    yield _record(path, number, line)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error


def _record(path: Path, number: int, line: bytes) -> AnyRecord:
    try:
        return codec.decode(line)
    except InputError as error:
        meant = "; wanted are records of `detente read --json`, or a store" if number == 1 else ""
        raise InputError(f"{path}:{number}: {error}{meant}") from error
