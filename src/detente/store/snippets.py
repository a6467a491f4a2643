"""Words of an article around those that were asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

BEFORE, AFTER = 60, 110
"""Characters shown on each side, to the next end of a word."""

MARKED = 4
"""Places that are marked."""


def pattern(pieces: Sequence[str]) -> re.Pattern[str]:
    """What finds any of some words, phrases and beginnings*, whatever stands between the words of a phrase."""
    found = []
    for piece in pieces:
        words = re.findall(r"\w+", piece)
        found.append(r"\b" + r"\W+".join(map(re.escape, words)) + (r"\w*" if piece.endswith("*") else r"\b"))
    return re.compile("|".join(sorted(found, key=len, reverse=True)), re.IGNORECASE)


def around(text: str, wanted: re.Pattern[str]) -> str | None:
    """The first place where a text has one of the words, all of them marked there; None where it has none."""
    first = wanted.search(text)
    if first is None:
        return None
    start, end = max(0, first.start() - BEFORE), min(len(text), first.end() + AFTER)
    start = text.find(" ", start, first.start()) + 1 if start else 0
    end = max(text.rfind(" ", first.end(), end), first.end()) if end < len(text) else end
    words = wanted.sub(lambda m: f"[{m[0]}]", text[start:end], count=MARKED)
    return f"{'…' if start else ''}{' '.join(words.split())}{'…' if end < len(text) else ''}"
