"""From a file that a user names to a corpus: records written as JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from detente import codec
from detente.corpus import Corpus
from detente.errors import InputError
from detente.records import AnyRecord


def load(path: Path) -> Corpus:
    """All records of a file. Raises InputError for a file that is not there or holds a line that is no record, with its number."""
    return Corpus(_lines(path))


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
        raise InputError(f"{path}:{number}: {error}") from error
