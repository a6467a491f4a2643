"""News in, articles out: pages, copied text and JSON Lines become `Article` records; what cannot be read, `Problem`s.

`articles` reads files; `plain.read`, `html.read` and `jsonl.read` read what is at hand. They fetch nothing: `links.articles` does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import IO, NamedTuple, Protocol

from detente.ingest import checks, feed, furniture, html, jsonl, plain, sitemap, sources
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


class Read(Protocol):
    """Articles of an open stream, and Problems; NoTextError for what ends the reading of it. `source` is the file's name."""

    def __call__(self, stream: IO[bytes], /, *, given: Given, source: str, table: Table) -> Iterator[Article | Problem]: ...


class Reader(NamedTuple):
    """A format: its name, whether it accepts a file (by name and first bytes), and how it reads one."""

    name: str
    accepts: Callable[[str, bytes], bool]
    read: Read


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
    too-large broken-line`.
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
            yield from _file(path, stream, head, given, table)
        finally:
            if path != "-":
                stream.close()


def _file(path: str, stream: IO[bytes], head: bytes, given: Given, table: Table) -> Iterator[Article | Problem]:
    """All that one file holds, each article checked."""
    if not head.strip():
        yield problem(path, "empty", "the file is empty")
        return
    reader = next(reader for reader in READERS if reader.accepts(path, head))
    try:
        yield from checked(reader.read(stream, given=given, source=path, table=table), path, table)
    except NoTextError as error:
        yield problem(path, error.code, str(error))
    except OSError as error:
        yield problem(path, "unreadable", error.strerror or str(error))


def checked(found: Iterator[Article | Problem], path: str, table: Table) -> Iterator[Article | Problem]:
    """What was found, with a Problem in the place of an article that nobody could read."""
    for item in found:
        trouble = checks.trouble(item, path, table) if isinstance(item, Article) else None
        yield trouble or item


def _is_lines(path: str, head: bytes) -> bool:
    return path.lower().endswith((".jsonl", ".ndjson")) or bool(_OBJECT.match(head))


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
    yield read(text)


READERS: Sequence[Reader] = (
    Reader("feed", feed.accepts, feed.read),
    Reader("sitemap", sitemap.accepts, sitemap.read),
    Reader("jsonl", _is_lines, jsonl.read),
    Reader("html", _is_page, _page),
    Reader("plain", lambda path, head: True, _plain),
)
"""The formats, in the order in which they are asked; the last accepts anything."""
