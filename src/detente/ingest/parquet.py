"""Tables of articles in Parquet (pyarrow, extra `parquet`): the names of `rows` as columns, read in small batches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

from detente.ingest import rows, sources
from detente.ingest.encoding import NoTextError
from detente.ingest.given import Given, problem
from detente.ingest.tables import Table
from detente.records import Article, Problem

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

BATCH = 64
"""Rows held at a time."""


def accepts(path: str, head: bytes) -> bool:
    """Whether a file is Parquet, by its first bytes."""
    return head.startswith(b"PAR1") or path.lower().endswith((".parquet", ".pq"))


def read(stream: IO[bytes], *, given: Given, source: str, table: Table) -> Iterator[Article | Problem]:
    """The articles of all rows; a row's number, counted from 1, stands for its line."""
    try:
        import pyarrow
        from pyarrow.parquet import ParquetFile
    except ImportError:
        yield problem(source, "missing-extra", 'Parquet needs pip install "detente[parquet]"')
        return
    try:
        yield from _rows(ParquetFile(sources.seekable(stream)), given, source, table)
    except (pyarrow.ArrowException, OSError) as error:
        raise NoTextError("broken", f"broken Parquet: {str(error).splitlines()[0]}") from error


def _rows(file: ParquetFile, given: Given, source: str, table: Table) -> Iterator[Article | Problem]:
    columns = rows.columns(file.schema_arrow.names)
    if columns is None:
        yield problem(source, "broken-line", f"no column is named {' or '.join(rows.NAMES['text'][:3])}, or html")
        return
    number = 0
    for batch in file.iter_batches(BATCH, columns=columns.wanted()):
        for cells in batch.to_pylist():
            number += 1
            row = columns.row({name: None if cell is None else _words(cell) for name, cell in cells.items()})
            yield from rows.article(row, number, given=given, source=source, table=table)


def _words(cell: object) -> str:
    return cell.decode("utf-8", "replace") if isinstance(cell, bytes) else str(cell)
