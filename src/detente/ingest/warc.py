"""Web archives (fastwarc, extra `warc`): pages of WARC files and texts of WET files, record by record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

import msgspec

from detente.ingest import html, packed, plain, sources
from detente.ingest.encoding import NoTextError, decode
from detente.ingest.given import Given, problem
from detente.ingest.tables import Table
from detente.records import Article, Problem

if TYPE_CHECKING:
    from fastwarc.warc import ArchiveIterator, WarcRecord

LARGEST = 20_000_000
"""Bytes of one record's page or text; a longer one is a Problem."""
FAULTS = 1000
"""Damaged places of one file after which the rest is left."""
_NEXT = re.compile(rb"WARC/1\.|\x1f\x8b\x08")
_PAGES = ("text/html", "application/xhtml+xml")


def accepts(path: str, head: bytes) -> bool:
    """Whether a file is a web archive, by its first bytes, packed or not."""
    return head.startswith(b"WARC/") or (head.startswith(packed.GZIP) and packed.begins(head, 5) == b"WARC/")


def read(stream: IO[bytes], *, given: Given, source: str, table: Table) -> Iterator[Article | Problem]:
    """The articles of all pages (status 200, HTML) and texts; other records are passed over, broken ones are Problems.

    The record's address is the article's; the day of the crawl is only the last day on which it can have been published.
    """
    try:
        import fastwarc  # noqa: F401
    except ImportError:
        yield problem(source, "missing-extra", 'WARC needs pip install "detente[warc]"')
        return
    found = 0
    for record in _records(sources.seekable(stream), source):
        if isinstance(record, Problem):
            yield record
            continue
        for item in _article(record, given, source, table):
            found += 1
            yield item
    if not found:
        yield problem(source, "empty", "no page and no text in this archive")


def _records(stream: IO[bytes], source: str) -> Iterator[WarcRecord | Problem]:
    """All records that may hold an article; after a damaged place reading goes on with the next that can be read."""
    start = 0
    for _ in range(FAULTS):
        stream.seek(start)
        last = start
        try:
            for record in _iterator(stream):
                last = start + record.stream_pos
                yield record
            return
        except OSError as error:
            yield problem(f"{source}@{last}", "broken", f"damaged at or after this byte ({error})")
        following = _search(stream, last + 1)
        if following is None:
            return
        start = following
    yield problem(source, "broken", f"more than {FAULTS} damaged places; the rest was left")


def _iterator(stream: IO[bytes]) -> ArchiveIterator:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    return ArchiveIterator(stream, record_types=wanted, auto_decode="all")


def _search(stream: IO[bytes], at: int) -> int | None:
    """Where, from `at` on, the next record may begin."""
    stream.seek(at)
    kept = b""
    while piece := stream.read(1 << 20):
        data = kept + piece
        if match := _NEXT.search(data):
            return at - len(kept) + match.start()
        at += len(piece)
        kept = data[-6:]
    return None


def _article(record: WarcRecord, given: Given, source: str, table: Table) -> Iterator[Article | Problem]:
    from fastwarc.warc import WarcRecordType

    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    text = record.record_type == WarcRecordType.conversion
    if not text and not _page(record):
        return
    place = f"{source}@{record.stream_pos} {url}"
    own = msgspec.structs.replace(given, url=url or given.url, seen=(record.headers.get("WARC-Date") or "")[:10] or None)
    try:
        words = decode(_payload(record), record.http_charset)
        read = plain.read if text else html.read
        yield msgspec.structs.replace(read(words, given=own, source=source, table=table), lines=())
    except NoTextError as error:
        yield problem(place, error.code, str(error))
    except OSError as error:
        yield problem(place, "broken", str(error))


def _page(record: WarcRecord) -> bool:
    """Whether a record is a page that the server gave: HTML, and for an answer of HTTP with status 200."""
    if record.http_headers is None:
        return (record.headers.get("Content-Type") or "").split(";")[0].strip().lower() in _PAGES
    return record.http_headers.status_code == 200 and (record.http_content_type or "").lower() in _PAGES


def _payload(record: WarcRecord) -> bytes:
    """All bytes of a record's page or text. NoTextError where they are too many, or fewer than it says."""
    data = record.reader.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise NoTextError("too-large", f"a record of more than {LARGEST // 1_000_000} MB")
    named = {name.lower() for name, _ in record.http_headers or ()}
    if len(data) < record.content_length and not named & {"content-encoding", "transfer-encoding"}:
        raise NoTextError("broken", "the record ends too soon")
    return data
