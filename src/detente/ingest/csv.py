"""Tables of articles as CSV or TSV: a header with the names of `rows`, one article a row. Never read whole."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from itertools import chain
from typing import IO

from detente.ingest import rows
from detente.ingest.encoding import WIDE, NoTextError, decode, wide
from detente.ingest.given import Given, problem
from detente.ingest.tables import Table
from detente.records import Article, Problem

LONGEST = 50_000_000
"""Characters of one row; the rest of a longer one is skipped."""
DELIMITERS = ",\t;|"


def accepts(path: str, head: bytes) -> bool:
    """Whether a file is such a table: by its name, and for `-` by a first line with a text's column and another."""
    if path.lower().endswith((".csv", ".tsv", ".tab")):
        return True
    first = head.removeprefix(codecs.BOM_UTF8).split(b"\n", 1)[0].decode("ascii", "replace").strip()
    return path == "-" and any(len(cells) > 1 and rows.columns(cells) for cells in (first.split(mark) for mark in DELIMITERS))


def read(stream: IO[bytes], *, given: Given, source: str, table: Table) -> Iterator[Article | Problem]:
    """The articles of all rows; `lines` holds the line on which a row begins."""
    csv.field_size_limit(LONGEST)
    header: list[str] = []
    columns: rows.Columns | None = None
    for start, cells in _cells(_Lines(stream)):
        if isinstance(cells, csv.Error):
            yield problem(source, "broken-line", f"{cells}; the rest was left", line=start)
        elif columns is None:
            header, columns = cells, rows.columns(cells)
            if columns is None:
                yield problem(source, "broken-line", f"no column is named {' or '.join(rows.NAMES['text'][:3])}, or html", line=start)
                return
        elif any(cells):
            row = columns.row(dict(zip(header, cells, strict=False)))
            yield from rows.article(row, start, given=given, source=source, table=table)


def _cells(lines: _Lines) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """The cells of each row, with the line on which it begins; at last the error that ends the reading, if there is one."""
    start = 1
    try:
        first = next(lines, "")
        reader = csv.reader(chain([first], lines), delimiter=max(DELIMITERS, key=first.count))
        for cells in reader:
            yield start, cells
            lines.size, start = 0, lines.number + 1
    except csv.Error as error:
        yield start, error


class _Lines:
    """The lines of a stream as text, each decoded by itself: UTF-8, else as `decode` finds; UTF-16 by its mark."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._lines = _decoded(stream)
        self.number = self.size = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        """The next line. csv.Error where the row has grown too long: a quotation mark was not closed."""
        line = next(self._lines)
        self.number += 1
        self.size += len(line)
        if self.size > LONGEST:
            raise csv.Error(f"a row of more than {LONGEST // 1_000_000} MB; is a quotation mark not closed?")
        return line.replace("\x00", "")


def _decoded(stream: IO[bytes]) -> Iterator[str]:
    line = stream.readline(LONGEST)
    if line[:2] in WIDE:
        yield from wide(line, stream.read)
        return
    line = line.removeprefix(codecs.BOM_UTF8)
    while line:
        yield _text(line)
        line = stream.readline(LONGEST)


def _text(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return decode(line)
    except NoTextError:
        return line.decode("latin-1")
