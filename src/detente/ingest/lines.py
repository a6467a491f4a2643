"""The lines of a text as copied: split, trimmed, and joined again where the copy was wrapped to a fixed width."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

WIDEST = 120
"""No text is wrapped wider than this many characters; a longer line is a paragraph of its own."""
NARROWEST = 40
FORCED = 0.6
"""Share of line ends that the next word must have forced, for a text to count as wrapped."""

_BREAK = re.compile(r"\r\n|\n|\r")
_INNER = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_EDGE = " \t\xa0\u200b\u200c\u200d\u2060\ufeff\xad\x00"
_FINAL = re.compile(r"[.!?:;][\"'”’)\]]*$")
_HYPHEN = re.compile(r"\w-$")


class Line(NamedTuple):
    """A line that is not blank: its number in the input (1-based), its words, whether blank line or indent lead it."""

    number: int
    text: str
    gap: bool = False
    indent: bool = False


def split(text: str) -> list[Line]:
    """All lines that are not blank, trimmed of space and invisible characters at both ends, unchanged inside."""
    found: list[Line] = []
    gap = False
    for number, row in enumerate(_BREAK.split(text), 1):
        for piece in _INNER.split(row):
            words = piece.strip(_EDGE).strip()
            if words:
                found.append(Line(number, words, gap, piece.startswith(("  ", "\t", "\u3000"))))
            gap = not words
    return found


def unwrap(lines: list[Line]) -> list[Line]:
    """The same lines, those of one paragraph joined by a space where the text is clearly wrapped to a fixed width."""
    width = _width(lines)
    if not width:
        return lines
    joined: list[Line] = []
    last = 0
    for line in lines:
        if joined and _goes_on(last, joined[-1], line, width):
            glue = "" if _HYPHEN.search(joined[-1].text) else " "
            joined[-1] = joined[-1]._replace(text=joined[-1].text + glue + line.text)
        else:
            joined.append(line)
        last = len(line.text)
    return joined


def _goes_on(last: int, before: Line, line: Line, width: int) -> bool:
    """Whether `line` continues `before`, whose last line had `last` characters: the next word did not fit there."""
    if line.gap or (line.indent and not before.indent) or last > width:
        return False
    return last + 1 + len(line.text.split()[0]) > width and last >= width // 2


def _width(lines: list[Line]) -> int:
    """The width a text is wrapped to, or 0 where it is not."""
    short = [len(line.text) for line in lines if len(line.text) <= WIDEST]
    pairs = [(a.text, b.text) for a, b in pairwise(lines) if not b.gap and len(a.text) <= WIDEST and len(b.text) <= WIDEST]
    if len(short) < 0.8 * len(lines) or len(pairs) < 2:
        return 0
    width = max(short)
    forced = [(a, b) for a, b in pairs if len(a) + 1 + len(b.split()[0]) > width]
    broken = [b for a, b in forced if not _FINAL.search(a)]
    if width < NARROWEST or len(forced) < max(2, FORCED * len(pairs)):
        return 0
    lower = sum(b[0].islower() for b in broken)
    return width if len(broken) >= 0.5 * len(forced) and lower >= max(1, 0.3 * len(forced)) else 0
