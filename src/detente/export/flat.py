"""CSV for R and Excel: one row an event, and a codebook beside it."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterable
from typing import IO

from detente.export.cells import harmless, joined, line, number
from detente.export.files import Files
from detente.export.format import Given
from detente.export.rows import columns, values

CODEBOOK = ".codebook.csv"
_TYPES = {"text": "text", "texts": "texts, joined by '; '", "number": "number", "whole": "whole number", "yes/no": "TRUE or FALSE"}


def write(given: Given, files: Files) -> None:
    """RFC 4180: commas, double quotation marks, CR LF, a header line, UTF-8; one line a row, since line ends in cells become spaces.

    A text that begins with = + - or @ gets an apostrophe before it, so that no spreadsheet runs it.
    """
    table = columns()
    _rows(files.main, [[c.name for c in table]], bom=files.bom)
    _rows(files.main, (list(map(_cell, values(one, here))) for one, here in given.told()))
    beside = files.beside(CODEBOOK)
    if beside:
        told_of = [[c.name, _TYPES[c.kind], c.holds] for c in table]
        _rows(beside, [["column", "type", "holds"], *told_of], bom=files.bom)


def _rows(out: IO[bytes], rows: Iterable[list[str]], *, bom: bool = False) -> None:
    if bom:
        out.write(codecs.BOM_UTF8)
    csv.writer(codecs.getwriter("utf-8")(out), lineterminator="\r\n").writerows(rows)


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, tuple):
        return harmless(joined(value)) if any(value) else ""
    if isinstance(value, int | float):
        return number(value)
    return harmless(line(str(value))) if value else ""
