"""One article a line: `{id?, url?, title?, published?, outlet?, text or html, clean?}`. Never read whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import msgspec

from detente.ingest import furniture, rows
from detente.ingest.encoding import WIDE, NoTextError, decode, wide
from detente.ingest.given import Given, problem
from detente.ingest.tables import Table
from detente.records import Article, Problem

LONGEST = 50_000_000
"""Bytes of one line; the rest of a longer one is skipped."""


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
    """Lines with their numbers; None for one that is too long."""
    number = first - 1
    while line := stream.readline(LONGEST):
        number += 1
        if number == 1 and line[:2] in WIDE:
            yield from ((at, row.encode()) for at, row in enumerate(wide(line, stream.read), 1))
            return
        if len(line) < LONGEST or line.endswith(b"\n"):
            yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
            continue
        while (rest := stream.readline(LONGEST)) and not rest.endswith(b"\n"):
            pass
        yield number, None


def _article(line: bytes, number: int, given: Given, source: str, table: Table) -> Iterator[Article | Problem]:
    try:
        row = msgspec.json.decode(decode(line), type=rows.Row)
    except (NoTextError, msgspec.DecodeError) as error:
        yield problem(source, "broken-line", str(error), line=number)
        return
    yield from rows.article(row, number, given=given, source=source, table=table)
