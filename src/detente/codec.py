"""Records to JSON Lines and back; hashes that make ids."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

import msgspec

from detente.errors import InputError
from detente.records import AnyRecord

_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[AnyRecord] = msgspec.json.Decoder(AnyRecord)


def encode(record: AnyRecord) -> bytes:
    """One record as one line of JSON, `kind` first, without a line end."""
    return _encoder.encode(record)


def encode_lines(records: Iterable[AnyRecord]) -> Iterator[bytes]:
    """Records as lines, each with its line end."""
    for record in records:
        yield encode(record) + b"\n"


def decode(line: bytes | str) -> AnyRecord:
    """The record of a line. Raises InputError where it is none."""
    try:
        return _decoder.decode(line)
    except msgspec.DecodeError as e:
        raise InputError(f"not a record: {e}") from e


def schema() -> bytes:
    """The JSON Schema (draft 2020-12) of every kind of record."""
    return msgspec.json.format(msgspec.json.encode(msgspec.json.schema(AnyRecord)))


def digest(*parts: object) -> str:
    """Sixteen hex digits of SHA-256 over the parts: what ids are made of."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:16]
