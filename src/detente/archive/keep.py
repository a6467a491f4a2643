"""What a person or the resolver said, kept beside the records that it is about."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from detente import codec
from detente.errors import StoreError
from detente.records import Correction, Judgement


def keep(path: Path, said: Iterable[Judgement | Correction]) -> None:
    """Write judgements and corrections behind the records of a JSON Lines file. Raises StoreError where it cannot be written."""
    lines = b"".join(codec.encode_lines(said))
    try:
        with path.open("rb+") as stream:
            stream.seek(0, 2)
            if stream.tell() and not _ended(stream.seek(-1, 2) and stream.read(1)):
                lines = b"\n" + lines
            stream.seek(0, 2)
            stream.write(lines)
    except OSError as error:
        raise StoreError(f"{path}: {error.strerror or error}") from error


def _ended(last: int | bytes) -> bool:
    return last == b"\n"
