"""Compressed bytes, unpacked piece by piece: never more than is asked for, whatever a few bytes claim to hold."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from detente.ingest.answer import FetchError

_EITHER, _RAW = 32 + zlib.MAX_WBITS, -zlib.MAX_WBITS


def whole(parts: Iterable[bytes], most: int) -> bytes:
    """The parts joined. FetchError `too-large` beyond `most` bytes, as soon as they are passed."""
    found = bytearray()
    for part in parts:
        found += part
        if len(found) > most:
            raise _too_large(most)
    return bytes(found)


def unpack(parts: Iterable[bytes], most: int) -> bytes:
    """What gzip (any number of members), zlib or bare deflate hold. FetchError: `too-large`, or `not-fetched` for a broken stream."""
    found, sent = bytearray(), 0
    stream = None
    try:
        for part in parts:
            sent += len(part)
            if sent > most:
                raise _too_large(most)
            while part:
                stream = stream or zlib.decompressobj(_form(part))
                found += stream.decompress(part, most + 1 - len(found))
                if len(found) > most:
                    raise _too_large(most)
                part = stream.unused_data if stream.eof else stream.unconsumed_tail  # noqa: PLW2901 - what is left of it
                if stream.eof and part and not part.startswith(b"\x1f\x8b"):
                    return bytes(found)
                stream = None if stream.eof and part else stream
    except zlib.error as error:
        raise FetchError("not-fetched", f"broken compression: {error}") from error
    if stream is not None and not stream.eof:
        raise FetchError("not-fetched", "the compressed answer breaks off")
    return bytes(found)


def _form(start: bytes) -> int:
    """zlib's own name for what begins so: gzip and zlib tell themselves, bare deflate does not."""
    if start.startswith(b"\x1f") or (start[0] & 0x0F == 8 and (len(start) < 2 or int.from_bytes(start[:2], "big") % 31 == 0)):
        return _EITHER
    return _RAW


def _too_large(most: int) -> FetchError:
    return FetchError("too-large", f"more than {most / 1_000_000:g} MB")
