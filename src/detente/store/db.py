"""The connection to one store's file: opened with care, its errors told in our words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TypeAlias, TypeVar

import msgspec

from detente.errors import StoreError
from detente.store import pack
from detente.store.schema import APPLICATION, MIGRATIONS, VERSION

Value: TypeAlias = str | int | float | bytes | None
Key = TypeVar("Key", str, int)

MAGIC = b"SQLite format 3\x00"
"""The first bytes of any store."""

WAIT = 15.0
"""Seconds to wait for another process that writes."""

STEPS = 20_000
"""Steps of SQLite between two looks at the clock; a thousandth of a second."""

CACHE = 128 * 1024
"""KiB of pages kept in memory; what bulk loads need to stay off the disk."""

SPARE = 8 * 1024
"""KiB of pages kept in memory where a store is read once from end to end."""


class Db:
    """One store's file, open for reading or for writing too. All failures of SQLite come as StoreError with the file's name.

    `spare`: little is kept in memory, and what is sorted goes to the disk. `end`: when what is asked now must end.
    """

    def __init__(self, path: Path, *, write: bool = False, wait: float = WAIT, spare: bool = False) -> None:
        self.path = path
        self.write = write
        self.end: float | None = None
        _look(path, write=write)
        with self.told_well():
            self._con = _connect(path, write=write, wait=wait)
            try:
                self._prepare(spare=spare)
            except BaseException:
                self._con.close()
                raise

    def _prepare(self, *, spare: bool) -> None:
        self._con.create_function("unpacked", 1, pack.unsqueeze, deterministic=True)
        memory = (f"cache_size = -{SPARE}", "temp_store = FILE") if spare else (f"cache_size = -{CACHE}", "temp_store = MEMORY")
        for pragma in ("foreign_keys = ON", "synchronous = NORMAL", *memory, "mmap_size = 0"):
            self._con.execute(f"PRAGMA {pragma}")
        if self.write:
            self._new()
            self._con.execute("PRAGMA journal_mode = WAL")
            with self.transaction():
                self._migrate()
        self._check()
        self.packer = pack.Packer(bytes(self.one("SELECT value FROM setting WHERE name = 'dictionary'")))  # type: ignore[arg-type]

    def _new(self) -> bool:
        """Whether nothing is in the file yet. What another program keeps in it is left as it is."""
        if self._pragma("user_version") == 0 and not self.one("SELECT count(*) FROM sqlite_master"):
            return True
        self._check()
        return False

    def _migrate(self) -> None:
        version = self._pragma("user_version")
        if self._new():
            self._con.execute(f"PRAGMA application_id = {APPLICATION}")
        for number in range(version, VERSION):
            for statement in _statements(MIGRATIONS[number]):
                self._con.execute(statement)
            self._con.execute(f"PRAGMA user_version = {number + 1}")
        self._con.execute("INSERT OR IGNORE INTO setting VALUES ('dictionary', ?)", (pack.dictionary(),))

    def _check(self) -> None:
        if self._pragma("application_id") != APPLICATION:
            raise StoreError(f"{self.path}: an SQLite file, but no store of Detente")
        version = self._pragma("user_version")
        if version > VERSION:
            raise StoreError(f"{self.path}: written by a newer Detente (format {version}, this one knows {VERSION}); update to read it")
        if version < VERSION and not self.write:
            raise StoreError(f"{self.path}: of an older Detente (format {version}); any command that writes to it brings it up to date")

    def _pragma(self, name: str) -> int:
        return int(self._con.execute(f"PRAGMA {name}").fetchone()[0])

    def close(self) -> None:
        """Let go of the file."""
        with self.told_well():
            self._con.close()

    @contextmanager
    def told_well(self) -> Iterator[None]:
        """Failures of SQLite as StoreError."""
        try:
            yield
        except (sqlite3.Error, msgspec.DecodeError) as error:
            raise StoreError(f"{self.path}: {_said(error)}") from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, seen by others when it is whole. One within another is part of it."""
        if self._con.in_transaction:
            yield
            return
        with self.told_well():
            self._con.execute("BEGIN IMMEDIATE" if self.write else "BEGIN")
            try:
                yield
                self._con.execute("COMMIT")
            except BaseException:
                if self._con.in_transaction:
                    self._con.execute("ROLLBACK")
                raise

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """What is asked within ends after so many seconds."""
        with self.until(monotonic() + seconds):
            yield

    @contextmanager
    def until(self, end: float | None) -> Iterator[None]:
        """What is asked within ends at a time of the monotonic clock; never where there is none."""
        self.end = end
        if end is not None:
            self._con.set_progress_handler(lambda: int(monotonic() > end), STEPS)
        try:
            yield
        finally:
            self.end = None
            self._con.set_progress_handler(None, 0)

    def all(self, sql: str, *values: Value) -> list[tuple[Value, ...]]:
        """All rows."""
        with self.told_well():
            return self._con.execute(sql, values).fetchall()

    def walk(self, sql: str, *values: Value) -> Iterator[tuple[Value, ...]]:
        """Rows as they come, none kept in memory."""
        with self.told_well():
            yield from self._con.execute(sql, values)

    def column(self, sql: str, *values: Value) -> list[str]:
        """The first column of all rows, texts or what stands for them."""
        return [row[0] for row in self.all(sql, *values)]  # type: ignore[misc]

    def one(self, sql: str, *values: Value) -> Value:
        """The first column of the first row; None where there is none."""
        with self.told_well():
            row = self._con.execute(sql, values).fetchone()
        return row[0] if row else None

    def count(self, sql: str, *values: Value) -> int:
        """A number; 0 where there is none."""
        found = self.one(sql, *values)
        return int(found) if isinstance(found, int | float) else 0

    def do(self, sql: str, *values: Value) -> int:
        """Run a statement that changes something; the row id of what it put in."""
        with self.told_well():
            return self._con.execute(sql, values).lastrowid or 0

    def many(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        """Run a statement for each row."""
        with self.told_well():
            self._con.executemany(sql, rows)


def is_store(path: Path) -> bool:
    """Whether a file begins as a store does."""
    try:
        with path.open("rb") as stream:
            return stream.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


def existing(path: Path) -> Path:
    """The path of a store that is there. StoreError where none is."""
    if not path.exists():
        raise StoreError(f"{path}: no such store")
    if path.is_file() and not path.stat().st_size:
        raise StoreError(f"{path}: an empty file, not a store")
    return path


def _look(path: Path, *, write: bool) -> None:
    """Say what is wrong with a path before SQLite says it worse."""
    try:
        if path.is_dir():
            raise StoreError(f"{path}: a folder, not a store")
        if path.exists():
            with path.open("rb") as stream:
                head = stream.read(len(MAGIC))
            if not head and not write:
                raise StoreError(f"{path}: an empty file, not a store")
            if head and head != MAGIC:
                raise StoreError(f"{path}: not a store")
            if write:
                with path.open("r+b"):
                    pass
        elif not write:
            raise StoreError(f"{path}: no such store")
    except OSError as error:
        raise StoreError(f"{path}: {error.strerror or error}") from error


def _connect(path: Path, *, write: bool, wait: float) -> sqlite3.Connection:
    """A connection in which nothing begins by itself. A file in a folder where nothing can be written is read as it stands."""
    uri = path.resolve().as_uri()
    mode = "rwc" if write else "ro"
    connection = sqlite3.connect(f"{uri}?mode={mode}", uri=True, timeout=wait, isolation_level=None, check_same_thread=False)
    if write:
        return connection
    try:
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1")
    except sqlite3.OperationalError as error:
        connection.close()
        if "unable to open" not in str(error) and "readonly" not in str(error):
            raise
        return sqlite3.connect(f"{uri}?immutable=1", uri=True, timeout=wait, isolation_level=None, check_same_thread=False)
    return connection


def listed(values: Iterable[Key]) -> str:
    """Ids or rows as one value of a query, for `json_each`."""
    return msgspec.json.encode(sorted(set(values))).decode()


def _statements(script: str) -> Iterator[str]:
    """The statements of a script, one at a time, so that they all stand in one transaction."""
    waiting = ""
    for line in script.splitlines():
        waiting += line + "\n"
        if sqlite3.complete_statement(waiting):
            yield waiting
            waiting = ""


def _said(error: Exception) -> str:
    words = str(error)
    if "locked" in words or "busy" in words:
        return "another process is writing to this store; try again"
    if "interrupted" in words:
        return "this takes too long; ask for less"
    if "disk is full" in words:
        return "the disk is full; nothing of what was being written is in the store"
    if "disk I/O" in words:
        return "the disk cannot be written or read (full, or a limit on file sizes); nothing half-written is in the store"
    if "not a database" in words:
        return f"the store is damaged beyond reading ({words})"
    if "malformed" in words:
        return f"the store is damaged ({words}); `detente check` says where"
    if "unable to open" in words:
        return "cannot be opened; is its folder there, and may it be written to?"
    if "readonly" in words:
        return "this store cannot be written to"
    return words
