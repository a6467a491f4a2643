"""One article a line: `{id?, url?, title?, published?, outlet?, text or html, clean?}`. Never read whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import msgspec

from detente.errors import InputError
from detente.ingest import furniture, html, plain
from detente.ingest.encoding import NoTextError, decode
from detente.ingest.given import Facts, Given, problem, seal
from detente.ingest.tables import Table
from detente.records import Article, Problem
from detente.text import paragraphs, whole

LONGEST = 50_000_000
"""Bytes of one line; the rest of a longer one is skipped."""


class Row(msgspec.Struct, frozen=True):
    """A line of the input. Fields beyond these are ignored."""

    id: str | int | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    text: str | None = None
    html: str | None = None
    clean: bool = False


class Lines(Protocol):
    """What is read line by line: a file, or a part of one."""

    def readline(self, size: int = -1, /) -> bytes:
        """The next line, or the first `size` bytes of it."""
        ...

    def read(self, size: int = -1, /) -> bytes:
        """The next `size` bytes, or all."""
        ...


def read(stream: Lines, *, given: Given, source: str, table: Table | None = None, first: int = 1) -> Iterator[Article | Problem]:
    """The articles of all lines; what a line says wins over `given`. A broken line is a Problem, the others go on.

    `first` is the number of the first line in its file.
    """
    known = table or furniture.load()
    for number, line in _lines(stream, first):
        if line is None:
            yield problem(source, "too-large", f"a line of more than {LONGEST // 1_000_000} MB", line=number)
        elif line.strip():
            yield from _article(line, number, given, source, known)


def _lines(stream: Lines, first: int) -> Iterator[tuple[int, bytes | None]]:
    """Lines with their numbers; None for one that is too long. A file in UTF-16 is read whole."""
    number = first - 1
    while line := stream.readline(LONGEST):
        number += 1
        if number == 1 and line[:2] in (b"\xff\xfe", b"\xfe\xff"):
            yield from ((at, row.encode()) for at, row in enumerate(decode(line + stream.read(LONGEST)).split("\n"), 1))
            return
        if len(line) < LONGEST or line.endswith(b"\n"):
            yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
            continue
        while (rest := stream.readline(LONGEST)) and not rest.endswith(b"\n"):
            pass
        yield number, None


def _article(line: bytes, number: int, given: Given, source: str, table: Table) -> Iterator[Article | Problem]:
    try:
        row = msgspec.json.decode(decode(line), type=Row)
        if not (row.text or row.html):
            yield problem(source, "broken-line", "holds neither text nor html", line=number)
            return
        yield _read(row, number, given, source, table)
    except NoTextError as error:
        yield problem(source, "broken-line", str(error), line=number)
    except (msgspec.DecodeError, InputError) as error:
        yield problem(source, "broken-line", str(error), line=number)


def _read(row: Row, number: int, given: Given, source: str, table: Table) -> Article:
    own = Given(
        published=row.published or given.published,
        outlet=row.outlet or given.outlet,
        title=row.title or given.title,
        url=row.url or given.url,
        id=str(row.id) if row.id not in (None, "") else None,
    )
    if row.text and row.clean:
        text = whole(row.text)
        return seal(text, Facts(), given=own, source=source, parts=((), (), (number,) * len(paragraphs(text))))
    if row.text:
        article = plain.read(row.text, given=own, source=source, table=table)
    else:
        article = html.read(row.html or "", given=own, source=source, table=table)
    return msgspec.structs.replace(article, lines=(number,) * len(paragraphs(article.text)))
