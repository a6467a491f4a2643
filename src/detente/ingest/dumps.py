"""Text that may be a news database's dump: many documents in one file, each with its head; else one article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import IO

import msgspec

from detente.ingest import checks, factiva, nexis, piece, plain, proquest
from detente.ingest.clean import clean
from detente.ingest.encoding import WIDE, NoTextError, decode, wide
from detente.ingest.given import Facts, Given, make, problem
from detente.ingest.lines import Line
from detente.ingest.piece import Document, Layout, Row
from detente.ingest.tables import Table
from detente.records import Article, Problem
from detente.text import whole

LAYOUTS: Sequence[Layout] = (*nexis.LAYOUTS, *factiva.LAYOUTS, *proquest.LAYOUTS)
"""The databases' layouts, in the order in which they are asked."""
FIRST = 2000
"""Rows by which a layout is told."""


def accepts(path: str, head: bytes) -> bool:
    """Whether a text is such a dump, by its first rows."""
    try:
        text = decode(head if head[:2] in WIDE else head[: head.rfind(b"\n") + 1] or head)
    except NoTextError:
        return False
    return _layout(_numbered(text.splitlines())) is not None


def read(stream: IO[bytes], *, given: Given, source: str, table: Table) -> Iterator[Article | Problem]:
    """The articles of a dump in plain text, document by document, each with the lines of the file on which it stands."""
    yield from of_rows(_rows(stream), given=given, source=source, table=table)


def of_rows(texts: Iterable[str], *, given: Given, source: str, table: Table, lined: bool = True) -> Iterator[Article | Problem]:
    """The articles of a text's rows; `lined` tells whether they are lines of the file."""
    rows = _numbered(texts)
    first = list(islice(rows, FIRST))
    layout = _layout(first)
    if layout is None:
        yield from _one(chain(first, rows), given, source, table, lined)
        return
    for number, part in enumerate(_parts(layout, chain(first, rows)), 1):
        found = _article(layout, part, given, source, table)
        if isinstance(found, Article) and not lined:
            found = msgspec.structs.replace(found, lines=())
        line = part[0].number if lined else None
        yield found or problem(f"{source}#{number}", "empty", "the database gives no text of this document", line=line)


def _numbered(texts: Iterable[str]) -> Iterator[Row]:
    return (Row(number, text) for number, text in enumerate(texts, 1))


def _layout(rows: Iterable[Row]) -> Layout | None:
    first = list(islice(rows, FIRST))
    return next((layout for layout in LAYOUTS if layout.told(first)), None)


def _rows(stream: IO[bytes]) -> Iterator[str]:
    """Rows decoded one by one, so that one strange byte spoils one row; UTF-16 by its mark."""
    first = stream.readline(checks.LARGEST)
    if first[:2] in WIDE:
        yield from (row.rstrip("\r\n") for row in wide(first, stream.read))
        return
    line = first.removeprefix(b"\xef\xbb\xbf")
    while line:
        try:
            yield line.decode("utf-8").rstrip("\r\n")
        except UnicodeDecodeError:
            yield line.decode("cp1252", "replace").rstrip("\r\n")
        line = stream.readline(checks.LARGEST)


def _parts(layout: Layout, rows: Iterable[Row]) -> Iterator[list[Row]]:
    """The rows of each document: a part that begins none belongs to the one before; one too large loses its end."""
    pending: list[Row] = []
    begun, size = False, 0
    for part in layout.cut(rows):
        if layout.sound(part):
            if begun:
                yield pending
                pending, size = [], 0
            begun = True
        size += sum(len(row.text) + 1 for row in part)
        if size <= 2 * checks.LARGEST and len(pending) <= checks.LINES:
            pending += part
    if pending:
        yield pending


def _article(layout: Layout, rows: Sequence[Row], given: Given, source: str, table: Table) -> Article | None:
    """The article of a document, cleaned as copied text is; None where it has no text."""
    found = layout.parse(rows)
    if not found.body:
        return None
    listed = {cut.words for cut in found.furniture}
    within = (row for row in rows if piece.rights(row.words) and row.words not in listed)
    lines = [Line(row.number, words, True) for row in found.body if (words := whole(row.words))]
    page = clean(lines, table, title=found.title)
    own = Given(
        published=None if found.published else given.published,
        outlet=None if found.outlet else given.outlet,
        title=None if found.title else given.title,
    )
    facts = Facts(found.title, found.byline or page.byline, found.outlet or page.outlet, found.url, found.published, "metadata")
    if not found.published and page.day:
        facts = msgspec.structs.replace(facts, published=page.day, basis="text")
    return make(
        plain.headed(page, found.top),
        (*found.furniture, *piece.cuts(within, "copyright"), *page.furniture),
        facts,
        given=own,
        source=_key(layout, found, source),
    )


def _key(layout: Layout, found: Document, source: str) -> str:
    """By what an article is told from others of the same words: the database's number, or file, outlet and day."""
    if found.key:
        return f"{layout.name}:{found.key}"
    return "\n".join((source, found.outlet or "", found.published or ""))


def _one(rows: Iterable[Row], given: Given, source: str, table: Table, lined: bool) -> Iterator[Article | Problem]:
    texts: list[str] = []
    size = 0
    for row in rows:
        size += len(row.text) + 1
        texts.append(row.text)
        if size > checks.LARGEST or len(texts) > checks.LINES:
            yield problem(source, "too-large", f"more than {checks.LARGEST // 1_000_000} MB or {checks.LINES:,} lines of text")
            return
    article = plain.read("\n".join(texts), given=given, source=source, table=table)
    yield article if lined else msgspec.structs.replace(article, lines=())
