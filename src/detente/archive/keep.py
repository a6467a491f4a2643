"""What a person or the resolver said, kept beside the records that it is about."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import IO

from detente import codec
from detente.archive.archive import now
from detente.errors import StoreError
from detente.records import Correction, Judgement
from detente.store import SqliteStore, is_store


def keep(path: Path, said: Iterable[Judgement | Correction]) -> None:
    """Take judgements and corrections into a store, or write them behind the records of a JSON Lines file.

    Raises StoreError where the file cannot be written.
    """
    if not is_store(path):
        _append(path, b"".join(codec.encode_lines(said)))
        return
    store = SqliteStore(path, write=True)
    try:
        store.say(said, added=now())
    finally:
        store.close()


def _append(path: Path, lines: bytes) -> None:
    """Write lines at the end of a file, behind a line end; all of them or none."""
    try:
        with path.open("rb+", buffering=0) as stream:
            size = stream.seek(0, 2)
            stream.seek(max(0, size - 1))
            broken = size > 0 and stream.read(1) != b"\n"
            stream.seek(0, 2)
            try:
                _write(stream, b"\n" + lines if broken else lines)
            except OSError:
                stream.truncate(size)
                raise
    except OSError as error:
        raise StoreError(f"{path}: {error.strerror or error}") from error


def _write(stream: IO[bytes], data: bytes) -> None:
    """Write everything: one call may write a part, where the disk fills up."""
    left = memoryview(data)
    while left:
        left = left[stream.write(left) :]
