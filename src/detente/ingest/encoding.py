"""From bytes to text: byte order marks, UTF-8, what an HTML page declares, then a guess; and what is no text at all."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from itertools import chain

import charset_normalizer

CHUNK = 1 << 16
SAMPLE = 200_000
"""Bytes that are enough to guess an encoding by."""
FOREIGN = 0.15
"""Share of bytes beyond ASCII up to which an unmarked text is taken for Windows-1252, as English news was written."""
CONTROLS = 0.01

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a media file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"ID3", "an audio file"),
)
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.-]{2,40})",
    re.IGNORECASE,
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class NoTextError(ValueError):
    """The bytes are no text that can be read; `code` is that of the Problem it becomes, the message says why."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def decode(data: bytes, said: str | None = None) -> str:
    """The text of a file; `said` is the encoding that its header names. NoTextError where it is no text."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    if found := next((what for magic, what in _MAGIC if data.startswith(magic)), None):
        raise NoTextError("binary", f"looks like {found}, not text")
    if b"\x00" in data:
        return _wide(data)
    if len(_CONTROL.findall(data[:SAMPLE])) > CONTROLS * min(len(data), SAMPLE):
        raise NoTextError("binary", "holds control characters, not text")
    return _unmarked(data, said)


WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""Marks of UTF-16, in which a line does not end where its bytes seem to."""
LONGEST = 50_000_000
"""Characters of one line of a file in UTF-16."""


def wide(first: bytes, read: Callable[[int], bytes]) -> Iterator[str]:
    """The lines of what `read` gives, in UTF-16, their ends kept; `first` was read already. NoTextError for one that is too long."""
    decoder = codecs.getincrementaldecoder("utf-16")("replace")
    kept = ""
    for piece in chain([first], iter(lambda: read(CHUNK), b"")):
        *lines, kept = (kept + decoder.decode(piece)).split("\n")
        yield from (line + "\n" for line in lines)
        if len(kept) > LONGEST:
            raise NoTextError("too-large", f"a line of more than {LONGEST // 1_000_000} MB")
    if kept:
        yield kept


def _wide(data: bytes) -> str:
    """UTF-16 without a mark shows as a zero in nearly every second byte; other zeros are no text."""
    sample = data[: SAMPLE - SAMPLE % 2]
    for first, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        if sample[first::2].count(0) > 0.6 * (len(sample) // 2) and sample[1 - first :: 2].count(0) == 0:
            return data.decode(name, "replace")
    raise NoTextError("binary", "holds zero bytes, not text")


def _unmarked(data: bytes, said: str | None) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(data[:4096])
    named = (declared[1] or declared[2]).decode("ascii", "replace") if declared else None
    for name in (said, named):
        if name and (text := _attempt(data, name)) is not None:
            return text
    repaired = data.decode("utf-8", "replace")
    bad = repaired.count("\ufffd")
    if sum(char > "\x7f" for char in repaired) - bad > 3 * bad:
        return repaired
    return _guess(data)


def _guess(data: bytes) -> str:
    if sum(byte > 0x7F for byte in data[:SAMPLE]) <= FOREIGN * min(len(data), SAMPLE) and (text := _attempt(data, "cp1252")):
        return text
    best = charset_normalizer.from_bytes(data[:SAMPLE]).best()
    if best is None:
        raise NoTextError("unreadable", "its encoding could not be found out")
    return data.decode(best.encoding, "replace")


def _attempt(data: bytes, name: str) -> str | None:
    """The text in a named encoding, read as browsers do (Latin-1 is Windows-1252), or None where it does not fit."""
    try:
        known = codecs.lookup(name).name
        return data.decode("cp1252" if known in ("iso8859-1", "ascii") else known)
    except (LookupError, UnicodeDecodeError):
        return None
