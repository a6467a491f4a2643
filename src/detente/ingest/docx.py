"""Word documents (python-docx, extra `documents`): paragraphs and tables in order; heads and feet of pages left out."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

import lxml.etree
import msgspec

from detente.ingest import dumps, packed, sources
from detente.ingest.encoding import NoTextError
from detente.ingest.given import Given, problem
from detente.ingest.tables import Table
from detente.records import Article, Problem
from detente.text import fold

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table as Grid

MOST = 200_000_000
"""Bytes that all parts of a document may unpack to."""
FIRST = 2000
"""Characters of the text in which a title that the file's properties name must stand, to be believed."""


def accepts(path: str, head: bytes) -> bool:
    """Whether a file is such a document: a ZIP archive by that name, or one that begins with the parts of one."""
    return head.startswith(packed.ZIP) and (path.lower().endswith((".docx", ".docm")) or b"word/document.xml" in head)


def read(stream: IO[bytes], *, given: Given, source: str, table: Table) -> Iterator[Article | Problem]:
    """The article of a document, or those of a database's dump. NoTextError for a broken document, or a bomb."""
    try:
        import docx
    except ImportError:
        yield problem(source, "missing-extra", 'DOCX needs pip install "detente[documents]"')
        return
    own = sources.seekable(stream)
    with packed.archive(own) as parts:
        if sum(part.file_size for part in parts.infolist()) > MOST or any(packed.bomb(part) for part in parts.infolist()):
            raise NoTextError("too-large", f"unpacks to more than {MOST // 1_000_000} MB")
    own.seek(0)
    try:
        document = docx.Document(own)
    except (*packed.BROKEN, KeyError, OSError, lxml.etree.LxmlError, zipfile.LargeZipFile) as error:
        raise NoTextError("broken", f"a broken DOCX: {error}") from error
    rows = list(_rows(document))
    title = document.core_properties.title.strip()
    believed = bool(title) and fold(title) in fold("\n".join(rows)[:FIRST])
    given = msgspec.structs.replace(given, title=given.title or (title if believed else None))
    yield from dumps.of_rows(rows, given=given, source=source, table=table, lined=False)


def _rows(document: Document) -> Iterator[str]:
    """A row a paragraph, or a line of it; a row a table's row."""
    from docx.text.paragraph import Paragraph

    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            yield from block.text.split("\n")
        else:
            yield from _cells(block)


def _cells(grid: Grid) -> Iterator[str]:
    """A row of a table, its cells parted by tabs; a cell that spans several columns once."""
    for row in grid.rows:
        texts: list[str] = []
        for cell in row.cells:
            if not texts or cell.text != texts[-1]:
                texts.append(cell.text)
        yield from texts[0].split("\n") if len(texts) == 1 else ["\t".join(" ".join(text.split()) for text in texts)]
