"""Cells of tables: one line each, joined, and harmless to a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import IO

_SPACE = re.compile(r"\s+")
_FORMULA = ("=", "+", "-", "@")


def line(text: str) -> str:
    """Text on one line: each run of space, tabs and line ends is one space, and no control characters."""
    if text.isprintable() and "  " not in text:  # nearly every cell
        return text.strip()
    return "".join(c for c in _SPACE.sub(" ", text) if c.isprintable()).strip()


def joined(values: Iterable[str | None], by: str = "; ") -> str:
    """Several values in one cell, each on one line. The separator inside a value becomes a comma, so that the cell can be split again."""
    mark = by.strip()
    return by.join(line(v).replace(mark, ",") if v else "" for v in values)


def harmless(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: one that begins with = + - or @ gets an apostrophe before it."""
    return "'" + text if text.startswith(_FORMULA) else text


def plain(text: str) -> str:
    """A cell of a format that has no quoting: one line, and straight double quotation marks made single."""
    return line(text).replace('"', "'")


def tabbed(out: IO[bytes], cells: Sequence[str]) -> None:
    """Write one row of a tab-separated table that has no quoting."""
    out.write(("\t".join(map(plain, cells)) + "\n").encode())


def number(value: float | None) -> str:
    """A number in its shortest form that reads back as the same; empty where there is none."""
    return "" if value is None else repr(value)
