"""What was fetched, kept: a WARC file a run and an index beside it, from which a run can be repeated without a network.

Each record of the file is a gzip member of its own, and its line in the index is written after it: what a kill leaves half written is
not in the index. The body is kept as it was read, unpacked; the header that told how it was packed is kept under another name.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import os
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

import msgspec

from detente.errors import InputError, StoreError
from detente.ingest.answer import Answer, Ask, Exchange, FetchError
from detente.ingest.unpack import unpack

LARGEST = 200_000_000
"""Bytes of a record, packed or not; larger ones are not believed."""

_RENAMED = frozenset({"content-encoding", "transfer-encoding", "content-length"})
_ORIGINAL = "X-Archive-Orig-"
_END = "\r\n\r\n"


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the index: what was answered under an address, and where in which file it stands (bytes); or why nothing was."""

    url: str
    status: int
    fetched: str
    file: str = ""
    offset: int = 0
    length: int = 0
    digest: str = ""
    code: str = ""
    message: str = ""


class Kept:
    """What earlier runs kept in a folder. An Exchange: an address that is not there is a FetchError `not-kept`.

    InputError for a folder without an index, or with one that cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        files = sorted(folder.glob("*.index.jsonl"))
        if not files:
            raise InputError(f"{folder}: nothing was kept here (no *.index.jsonl)")
        entries = [entry for file in files for entry in _entries(file)]
        self.entries = {entry.url: entry for entry in entries if entry.status != 304}

    def get(self, ask: Ask) -> Answer:
        """What the last run that kept this address was answered. FetchError `not-kept`, also for a record that is broken."""
        entry = self.entries.get(ask.url)
        if entry is None:
            raise FetchError("not-kept", f"is not among what {self.folder} keeps")
        return _answer(self.folder, entry)


class Keeping:
    """The answers of another Exchange, each kept as it comes; within a run the same address is asked once.

    Use it in a `with` block, which closes the file. StoreError where it cannot be written.
    """

    def __init__(self, exchange: Exchange, folder: Path) -> None:
        self.exchange = exchange
        self.folder = folder
        self.entries: dict[str, Entry] = {}
        name = f"detente-{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}-{os.getpid()}"
        with _told(folder):
            folder.mkdir(parents=True, exist_ok=True)
            self._file = (folder / f"{name}.warc.gz").open("xb")
            self._index = (folder / f"{name}.index.jsonl").open("xb")
            self._add(_record("warcinfo", b"software: detente\r\nformat: WARC File Format 1.1\r\n", {"WARC-Filename": f"{name}.warc.gz"}))

    def __enter__(self) -> Keeping:
        return self

    def __exit__(self, *reason: object) -> None:
        with _told(self.folder), self._index, self._file:
            pass

    def get(self, ask: Ask) -> Answer:
        """The answer, kept. What this run was already answered is given again, unless a fresh answer is asked for."""
        if not ask.fresh and ask.url in self.entries:
            return _answer(self.folder, self.entries[ask.url])
        try:
            answer = self.exchange.get(ask)
        except FetchError as error:
            self._note(Entry(url=ask.url, status=0, fetched=_now(), code=error.code, message=str(error)))
            raise
        self._note(self._kept(answer))
        return answer

    def _note(self, entry: Entry) -> None:
        self.entries[entry.url] = entry
        with _told(self.folder):
            self._index.write(msgspec.json.encode(entry) + b"\n")
            self._index.flush()

    def _kept(self, answer: Answer) -> Entry:
        """The line of an answer that is kept by now."""
        headers = {"WARC-Target-URI": answer.url, "WARC-Payload-Digest": _digest(answer.body)}
        headers |= {"WARC-IP-Address": answer.ip} if answer.ip else {}
        record = _record("response", _http(answer), headers)
        with _told(self.folder):
            offset = self._add(record)
        return Entry(
            url=answer.url,
            status=answer.status,
            fetched=_now(),
            file=Path(self._file.name).name,
            offset=offset,
            length=len(record),
            digest=headers["WARC-Payload-Digest"],
        )

    def _add(self, record: bytes) -> int:
        """Write a record whole; where it begins."""
        offset = self._file.tell()
        self._file.write(record)
        self._file.flush()
        return offset


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """What the disk refuses is told as a StoreError."""
    try:
        yield
    except OSError as error:
        raise StoreError(f"{folder}: {error.strerror or error}") from error


def _entries(file: Path) -> Iterable[Entry]:
    """The lines of an index, without a last one that a kill cut off."""
    try:
        lines = file.read_bytes().splitlines(keepends=True)
        return [msgspec.json.decode(line, type=Entry) for line in lines if line.endswith(b"\n")]
    except (OSError, msgspec.DecodeError) as error:
        raise InputError(f"{file}: {error}") from error


def _answer(folder: Path, entry: Entry) -> Answer:
    """The answer of a record, its digest checked; or the FetchError that there was instead."""
    if entry.code:
        raise FetchError(entry.code, entry.message)
    try:
        with (folder / Path(entry.file).name).open("rb") as stream:
            answer = _parsed(_member(stream, entry), entry)
    except (OSError, ValueError) as error:
        raise FetchError("not-kept", f"its record in {entry.file} is broken: {error}") from error
    return answer


def _member(stream: IO[bytes], entry: Entry) -> bytes:
    stream.seek(entry.offset)
    return unpack([stream.read(min(entry.length, LARGEST))], LARGEST)


def _parsed(record: bytes, entry: Entry) -> Answer:
    _, _, block = record.partition(_END.encode())
    head, _, body = block.removesuffix(_END.encode()).partition(_END.encode())
    if _digest(body) != entry.digest:
        raise ValueError("the digest is another")
    lines = [line.split(": ", 1) for line in head.decode("latin-1").split("\r\n")[1:]]
    headers = [(line[0], line[1]) for line in lines if len(line) == 2]
    return Answer(entry.url, entry.status, tuple(_restored(headers)), body)


def _restored(headers: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    """The headers as they came."""
    for name, value in headers:
        if name.startswith(_ORIGINAL):
            yield name.removeprefix(_ORIGINAL), value
        elif name.lower() not in _RENAMED:
            yield name, value


def _http(answer: Answer) -> bytes:
    """The answer as HTTP/1.1 of an unpacked body."""
    lines = [f"HTTP/1.1 {answer.status} "]
    lines += [f"{_ORIGINAL if name.lower() in _RENAMED else ''}{name}: {value}" for name, value in answer.headers]
    lines.append(f"Content-Length: {len(answer.body)}")
    return ("\r\n".join(lines) + _END).encode("latin-1") + answer.body


def _record(kind: str, block: bytes, more: dict[str, str]) -> bytes:
    """A record of WARC 1.1, in a gzip member of its own."""
    headers = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{uuid.uuid4()}>",
        "WARC-Date": _now(),
        **more,
        "WARC-Block-Digest": _digest(block),
        "Content-Type": "application/warc-fields" if kind == "warcinfo" else "application/http; msgtype=response",
        "Content-Length": str(len(block)),
    }
    head = "\r\n".join(["WARC/1.1", *(f"{name}: {value}" for name, value in headers.items())])
    return gzip.compress((head + _END).encode() + block + _END.encode(), mtime=0)


def _digest(data: bytes) -> str:
    """SHA-1 in base 32, as WARC files write it: a check against damage, not against malice."""
    return "sha1:" + base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()


def _now() -> str:
    return f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
