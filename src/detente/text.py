"""Text as such: where paragraphs stand, and a form in which texts are compared."""

from __future__ import annotations

import re

_STRAIGHT = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "‚": "'",
        "‛": "'",
        "ʼ": "'",
        "`": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
    }
    | {"‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "\xa0": " ", "\u200b": "", "\ufeff": "", "\xad": ""}
)
_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_SPACE = re.compile(r"\s+")
_SURROGATE = re.compile("[\ud800-\udfff]")


def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """Half-open spans, in code points, of the stretches of `text` between blank lines, without space around them."""
    spans, start = [], 0
    for end, following in [*(match.span() for match in _BLANK.finditer(text)), (len(text), len(text))]:
        piece = text[start:end]
        first, last = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        if first < last:
            spans.append((first, last))
        start = following
    return tuple(spans)


def fold(text: str) -> str:
    """A form for comparing only: case folded, straight quotation marks and hyphens, single spaces, none around."""
    return _SPACE.sub(" ", text.translate(_STRAIGHT)).strip().casefold()


def whole(text: str) -> str:
    """The same text without what UTF-8 cannot hold: each lone surrogate becomes U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)


def compact(text: str) -> str:
    """A text folded, without any space."""
    return "".join(fold(text).split())
