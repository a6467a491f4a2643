"""News in, articles out: what stands in files becomes `Article` records; what cannot be read, `Problem`s.

`articles` reads files; each format has a module whose `read` takes an open stream, `plain.read` and `html.read` a text. A format is one row
of `READERS`. They fetch nothing: `links.articles` does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import IO, NamedTuple, Protocol

from detente.ingest import (
    checks,
    csv,
    docx,
    dumps,
    feed,
    furniture,
    html,
    jsonl,
    mail,
    mbox,
    objects,
    packed,
    parquet,
    pdf,
    petrarch,
    plain,
    rtf,
    sitemap,
    sources,
    warc,
)
from detente.ingest import given as givens
from detente.ingest.encoding import NoTextError, decode
from detente.ingest.given import Given, problem
from detente.ingest.tables import Table
from detente.records import Article, Problem

__all__ = ["READERS", "Given", "Reader", "articles"]

PAGE = 50_000_000
"""Bytes of a saved page; of its text no more than `checks.LARGEST` may be left."""

_TAG = re.compile(rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_OBJECT = re.compile(rb"^\s*\{\s*\"(?:id|url|title|published|outlet|text|html|clean|kind)\"\s*:")


Opened = tuple[IO[bytes], bytes]
"""An open stream and its first bytes, which stay to be read."""


class Read(Protocol):
    """Articles of an open stream, and Problems; NoTextError for what ends the reading of it. `source` is the file's name."""

    def __call__(self, stream: IO[bytes], /, *, given: Given, source: str, table: Table) -> Iterator[Article | Problem]: ...


class Reader(NamedTuple):
    """A format: its name, whether it accepts a file (by name and first bytes), how it reads one, whether it holds many articles."""

    name: str
    accepts: Callable[[str, bytes], bool]
    read: Read
    many: bool = False


def articles(
    paths: Sequence[str],
    *,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    stdin: IO[bytes] | None = None,
) -> Iterator[Article | Problem]:
    """Every article that the paths hold (file, folder, pattern, `-`), one at a time, and a Problem for each that fails.

    `published`, `outlet` and `title` are given for all; what a line of JSON Lines says of itself wins. InputError, at
    the call, for a `published` that is no day. Codes of problems: `not-found unreadable empty binary not-english
    too-large broken-line broken missing-extra`.
    """
    given = Given(published=givens.day(published) if published else None, outlet=outlet, title=title)
    return _articles(paths, given, stdin)


def _articles(paths: Sequence[str], given: Given, stdin: IO[bytes] | None) -> Iterator[Article | Problem]:
    table = furniture.load()
    for path in sources.find(paths):
        if isinstance(path, Problem):
            yield path
            continue
        try:
            stream, head = sources.opened(path, stdin)
        except OSError as error:
            yield problem(path, "unreadable", error.strerror or str(error))
            continue
        try:
            yield from _file(path, (stream, head), given, table)
        finally:
            if path != "-":
                stream.close()


def _file(path: str, opened: Opened, given: Given, table: Table, *, name: str | None = None) -> Iterator[Article | Problem]:
    """All that one file holds, each article checked. A packed one, whose inner name is `name`, is unpacked once."""
    stream, head = opened
    if not head.strip():
        yield problem(path, "empty", "the file is empty")
        return
    reader = next(reader for reader in (READERS if name else (*PACKED, *READERS)) if reader.accepts(name or path, head))
    try:
        yield from checked(reader.read(stream, given=given, source=path, table=table), path, table, many=reader.many)
    except NoTextError as error:
        yield problem(path, error.code, str(error))
    except OSError as error:
        yield problem(path, "unreadable", error.strerror or str(error))


def checked(found: Iterator[Article | Problem], path: str, table: Table, *, many: bool = False) -> Iterator[Article | Problem]:
    """What was found, with a Problem in the place of an article that nobody could read; of `many`, it says the how manieth it was."""
    for number, item in enumerate(found, 1):
        place = f"{path}#{number}" if many else path
        trouble = checks.trouble(item, place, table) if isinstance(item, Article) else None
        yield trouble or item


def _gzip(stream: IO[bytes], *, given: Given, source: str, table: Table) -> Iterator[Article | Problem]:
    """What a gzip file holds, read as if it were not packed; where it breaks off, what came before."""
    yield from _file(source, sources.begun(packed.gunzip(stream)), given, table, name=re.sub(r"(?i)\.gz$", "", source))


def _zip(stream: IO[bytes], *, given: Given, source: str, table: Table) -> Iterator[Article | Problem]:
    """What the files of a ZIP archive hold; a broken or locked one is a Problem, the others go on."""
    with packed.archive(sources.seekable(stream)) as archive:
        if {"[Content_Types].xml", "mimetype"}.intersection(archive.namelist()):
            raise NoTextError("binary", "looks like an office document or a book; save it as DOCX or text")
        for member in packed.members(archive):
            name = f"{source}/{member.filename}"
            if packed.bomb(member):
                yield problem(name, "too-large", f"unpacks to more than {packed.RATIO} times its size")
                continue
            try:
                with archive.open(member) as inner:
                    yield from _file(name, sources.begun(inner), given, table, name=name)
            except packed.BROKEN as error:
                yield problem(name, "broken", f"in a ZIP archive: {error}")


def _is_gzip(path: str, head: bytes) -> bool:
    return head.startswith(packed.GZIP) and not warc.accepts(path, head)


def _is_zip(path: str, head: bytes) -> bool:
    return head.startswith(packed.ZIP) and not docx.accepts(path, head)


def _is_lines(path: str, head: bytes) -> bool:
    return path.lower().endswith((".jsonl", ".ndjson")) or bool(_OBJECT.match(head.removeprefix(b"\xef\xbb\xbf")))


def _is_page(path: str, head: bytes) -> bool:
    return path.lower().endswith((".html", ".htm", ".xhtml", ".shtml")) or bool(_TAG.match(head.removeprefix(b"\xef\xbb\xbf")))


def _page(stream: IO[bytes], *, given: Given, source: str, table: Table) -> Iterator[Article | Problem]:
    yield from _whole(stream, source, PAGE, lambda text: html.read(text, given=given, source=source, table=table))


def _plain(stream: IO[bytes], *, given: Given, source: str, table: Table) -> Iterator[Article | Problem]:
    yield from _whole(stream, source, checks.LARGEST, lambda text: plain.read(text, given=given, source=source, table=table))


def _whole(stream: IO[bytes], source: str, most: int, read: Callable[[str], Article]) -> Iterator[Article | Problem]:
    data = stream.read(4 * most + 1)
    text = decode(data) if len(data) <= 4 * most else ""
    if len(data) > 4 * most or len(text.encode("utf-8", "replace")) > most:
        yield problem(source, "too-large", f"more than {most // 1_000_000} MB of text")
        return
    if most == checks.LARGEST and text.count("\n") > checks.LINES:
        yield problem(source, "too-large", f"more than {checks.LINES:,} lines of text")
        return
    yield read(text)


PACKED: Sequence[Reader] = (Reader("gzip", _is_gzip, _gzip), Reader("zip", _is_zip, _zip))
"""What is unpacked first, once: a packed file in a packed file is a Problem."""

READERS: Sequence[Reader] = (
    Reader("warc", warc.accepts, warc.read, many=True),
    Reader("parquet", parquet.accepts, parquet.read),
    Reader("pdf", pdf.accepts, pdf.read, many=True),
    Reader("docx", docx.accepts, docx.read, many=True),
    Reader("rtf", rtf.accepts, rtf.read, many=True),
    Reader("feed", feed.accepts, feed.read, many=True),
    Reader("sitemap", sitemap.accepts, sitemap.read),
    Reader("json", objects.accepts, objects.read),
    Reader("jsonl", _is_lines, jsonl.read),
    Reader("csv", csv.accepts, csv.read),
    Reader("mbox", mbox.accepts, mbox.read, many=True),
    Reader("mail", mail.accepts, mail.read),
    Reader("petrarch", petrarch.accepts, petrarch.read, many=True),
    Reader("html", _is_page, _page),
    Reader("database", dumps.accepts, dumps.read, many=True),
    Reader("plain", lambda path, head: True, _plain),
)
"""The formats, in the order in which they are asked; the last accepts anything."""
