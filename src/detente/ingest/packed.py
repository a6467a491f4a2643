"""Packed files: gzip unpacked while it is read, ZIP archives member by member, both within bounds."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

from detente.ingest.encoding import NoTextError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

RATIO = 200
"""Times its packed size that a file may unpack to; text reaches 20, a bomb 1000."""
FREE = 64_000_000
"""Bytes up to which the ratio is not asked for: a small file of one repeated line is no bomb."""
CHUNK = 1 << 16
GZIP = b"\x1f\x8b\x08"
ZIP = b"PK\x03\x04"
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
"""What zipfile raises for a broken, encrypted or unknown member."""


class Unpacked(io.RawIOBase):
    """The bytes of a gzip stream, all its members. NoTextError where it ends too soon, is damaged, or is a bomb."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._inflate = zlib.decompressobj(31)
        self._rest = b""
        self._read = self._made = 0

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """The next bytes, at most as many as fit; 0 at the end."""
        view = memoryview(buffer).cast("B")
        piece = b""
        while not piece and self._more():
            last = not self._rest
            try:
                piece = self._inflate.decompress(self._rest, len(view))
            except zlib.error as error:
                raise NoTextError("broken", "the gzip data is damaged; what came before was read") from error
            self._rest = self._inflate.unconsumed_tail or self._inflate.unused_data
            if last and not piece and not self._inflate.eof:
                raise NoTextError("broken", "the gzip data ends too soon; what came before was read")
        self._made += len(piece)
        if self._made > max(FREE, RATIO * self._read):
            raise NoTextError("too-large", f"unpacks to more than {RATIO} times its size")
        view[: len(piece)] = piece
        return len(piece)

    def _more(self) -> bool:
        """Whether there may be more to unpack; begins the next member where one has ended."""
        if not self._rest:
            self._rest = self._stream.read(CHUNK)
            self._read += len(self._rest)
        if not self._inflate.eof:
            return True
        self._rest = self._rest.lstrip(b"\x00")  # tapes and some writers pad with zeros
        if self._rest:
            self._inflate = zlib.decompressobj(31)
        return bool(self._rest)


def gunzip(stream: IO[bytes]) -> IO[bytes]:
    """The unpacked stream of a gzip file."""
    return io.BufferedReader(Unpacked(stream), CHUNK)


def begins(head: bytes, most: int = CHUNK) -> bytes:
    """The first bytes that a gzip file unpacks to, as far as its own first bytes tell."""
    try:
        return zlib.decompressobj(31).decompress(head, most)
    except zlib.error:
        return b""


def archive(stream: IO[bytes]) -> zipfile.ZipFile:
    """An open ZIP archive. NoTextError where it is broken."""
    try:
        return zipfile.ZipFile(stream)
    except BROKEN as error:
        raise NoTextError("broken", f"a broken ZIP archive: {error}") from error


def members(packed: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    """The files of an archive, in order; not folders, hidden files, nor what macOS adds."""
    for member in sorted(packed.infolist(), key=lambda info: info.filename):
        parts = member.filename.split("/")
        if not member.is_dir() and not any(part.startswith(".") or part == "__MACOSX" for part in parts):
            yield member


def bomb(member: zipfile.ZipInfo) -> bool:
    """Whether a member unpacks to far more than text does; zipfile never unpacks more than the size it declares."""
    return member.file_size > max(FREE, RATIO * member.compress_size)
