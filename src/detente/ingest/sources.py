"""From what the user names to open files: a path, a folder (all of it), a pattern, or `-` for the standard input."""

from __future__ import annotations

import glob
import io
import os
import stat
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from typing import IO, TYPE_CHECKING

from detente.ingest.encoding import NoTextError
from detente.ingest.given import problem
from detente.records import Problem

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

HEAD = 1 << 16
"""Bytes by which a format is told: the cover of a news database's dump is long."""
SPOOLED = 4_000_000_000
"""Bytes of a stream that are copied to a temporary file for a format that must be read from its end."""
OPEN = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")
"""Where the shell puts what is open already: `detente read <(zcat news.txt.gz)`."""


def find(paths: Sequence[str]) -> Iterator[str | Problem]:
    """Files in the order of `paths`, a folder's or pattern's sorted, each once; a Problem for what is not there."""
    seen: set[str] = set()
    for path in paths:
        found = _files(path)
        if isinstance(found, Problem):
            yield found
            continue
        for file in found:
            if isinstance(file, Problem):
                yield file
                continue
            real = file if file == "-" else os.path.realpath(file)
            if real not in seen:
                seen.add(real)
                yield file


def opened(path: str, stdin: IO[bytes] | None) -> tuple[IO[bytes], bytes]:
    """An open file and its first bytes, which stay to be read. OSError where it cannot be opened, or is none."""
    if path == "-":
        if stdin is None:
            raise OSError("no standard input")
        return begun(stdin)
    about = os.stat(path)
    if not path.startswith(OPEN) and not stat.S_ISREG(about.st_mode):
        raise OSError("a pipe, socket or device, not a file")
    if stat.S_ISREG(about.st_mode) and _is_output(about):
        raise OSError("what this run writes; it would be read without end")
    stream = open(path, "rb")  # noqa: SIM115 - the caller closes what it is given
    try:
        return begun(stream, owned=True)
    except OSError:
        stream.close()
        raise


def _is_output(about: os.stat_result) -> bool:
    """Whether a file is the standard output, as in `detente read . --json > all.jsonl`."""
    try:
        return os.path.samestat(about, os.fstat(1))
    except OSError:
        return False


def begun(stream: IO[bytes], *, owned: bool = False) -> tuple[IO[bytes], bytes]:
    """A stream and its first bytes, which stay to be read, whether or not it can go back; closed with what is given if `owned`."""
    if stream.seekable():
        start = stream.tell()
        head = stream.read(HEAD)
        stream.seek(start)
        return stream, head
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(io.BytesIO(stream.read()))
    head = b"".join(_first(buffered))
    return io.BufferedReader(_Again(head, buffered, owned), HEAD), head


def _first(stream: io.BufferedReader) -> Iterator[bytes]:
    """The first bytes, piece by piece; where a packed stream breaks off, what came before it."""
    left = HEAD
    try:
        while left and (piece := stream.read1(left)):
            left -= len(piece)
            yield piece
    except NoTextError:
        if left == HEAD:
            raise
        return  # it breaks again where it is read on


def seekable(stream: IO[bytes]) -> IO[bytes]:
    """The same bytes in a stream that can go back: a temporary file where it cannot. NoTextError beyond `SPOOLED`."""
    if stream.seekable() and not isinstance(stream, zipfile.ZipExtFile):
        return stream
    copy = tempfile.TemporaryFile()  # noqa: SIM115 - closed, and gone, with its last reader
    while piece := stream.read(HEAD):
        copy.write(piece)
        if copy.tell() > SPOOLED:
            raise NoTextError("too-large", f"more than {SPOOLED // 1_000_000_000} GB from a stream")
    copy.seek(0)
    return copy


class _Again(io.RawIOBase):
    """What was read of a stream, then the rest of it."""

    def __init__(self, head: bytes, stream: io.BufferedReader, owned: bool) -> None:
        self._head = head
        self._stream = stream
        self._owned = owned

    def close(self) -> None:
        if self._owned:
            self._stream.close()
        super().close()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        piece = self._head[: len(view)] or self._stream.read1(len(view))
        self._head = self._head[len(view) :]
        view[: len(piece)] = piece
        return len(piece)


def _files(path: str) -> Sequence[str | Problem] | Problem:
    if path == "-" or os.path.isfile(path):
        return [path]
    if os.path.isdir(path):
        return list(_inside(path)) or problem(path, "empty", "a folder without files")
    if any(mark in path for mark in "*?["):
        hits = sorted(glob.glob(path, recursive=True))
        inner = [file for hit in hits for file in (_inside(hit) if os.path.isdir(hit) else (hit,))]
        return inner or problem(path, "not-found", "no file fits this pattern")
    if os.path.lexists(path):
        return [path] if os.path.exists(path) else problem(path, "not-found", "a link to nothing")
    webby = path.lower().startswith(("http:", "https:", "www.")) or "://" in path
    return problem(path, "not-found", f"no such file or folder{'; an address begins with https://' if webby else ''}")


def _inside(folder: str) -> Iterator[str | Problem]:
    """All files below a folder, sorted; not hidden ones, a README and its like, cases to weigh, nor what a browser saved with a page."""
    closed: list[OSError] = []
    for top, folders, files in os.walk(folder, onerror=closed.append):
        pages = {os.path.splitext(name)[0] for name in files if name.lower().endswith((".html", ".htm", ".xhtml"))}
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _saved(name, pages))
        yield from (os.path.join(top, name) for name in sorted(files) if not name.startswith(".") and not _about(name))
    yield from (problem(str(error.filename), "unreadable", error.strerror or str(error)) for error in closed)


ABOUT = frozenset({"readme", "sources", "license", "licence", "notice", "changelog", "authors", "contributing"})
"""Names of files that tell of a folder, as an index of what was fetched does; named by themselves they are read."""


def _about(name: str) -> bool:
    stem, ending = os.path.splitext(name.lower())
    told = stem in ABOUT and ending in ("", ".md", ".rst", ".txt")
    return told or ending == ".toml" or name.endswith(".index.jsonl")  # .toml: a case of `detente weigh`


def _saved(folder: str, pages: set[str]) -> bool:
    return any(folder == page + ending for page in pages for ending in ("_files", ".files", "-Dateien", "_fichiers", "_archivos"))
