"""Texts as sets of word 4-grams: all of them to compare two, a stable sample of them to find which two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from zlib import crc32

LONG = 4  # words: three agree by chance too often, five lose a copy in which every sixth word was edited
SAMPLE = 4
"""One 4-gram in four is kept: some hundred for a newspaper article."""
_WORD = re.compile(r"[^\W_]+")
_MARKS = str.maketrans("", "", "'’‘ʼ")
_NAME = re.compile(r"\b(?:[A-Z][^\W\d_]+|\d[\d.,]*\d|\d)")
_QUOTED = re.compile(r'“[^”\n]{20,}(?:”|(?=\n|\Z))|"[^"\n]{20,}(?:"|(?=\n|\Z))|«[^»\n]{20,}»')
_ITEMS = re.compile(r"(?:\s*(?:\(?\d{1,2}[.)]|[-•*]|[a-z]\)|Article \d)[^\n]*\n?)+")
_REPORTED = re.compile(r"\b(?:said|told|says)\b")
_FULL_TEXT = re.compile(
    r"(?:full text|text of the [^\n.]{0,60}|read(?:s)? (?:in full|as follows)|following is [^\n.]{0,80}|as follows|a summary)\s*[.:]\s*\n",
    re.IGNORECASE,
)


def words(text: str) -> list[str]:
    """The words of a text as copies are compared: without case, marks, figures of typography."""
    return _WORD.findall(text.translate(_MARKS).casefold())


def grams(said: Sequence[str]) -> Iterator[str]:
    """Every run of four words."""
    return map(" ".join, zip(said, said[1:], said[2:], said[3:], strict=False))


def names(text: str) -> list[str]:
    """Names and numbers in their order: what a paraphrase or a translation keeps; one that is repeated at once counts once."""
    found = [n.casefold() for n in _NAME.findall(text)]
    return [n for before, n in zip(["", *found], found, strict=False) if n != before]


def sketch(text: str) -> tuple[int, ...]:
    """A sample of a text's 4-grams, and of those of its names alone, as sorted 63-bit numbers; the same on every machine."""
    kept = {_hash(gram) for gram in grams(words(text)) if crc32(gram.encode()) % SAMPLE == 0}
    kept |= {_hash("\x1f" + gram) for gram in grams(names(text)) if crc32(gram.encode()) % SAMPLE == 0}
    return tuple(sorted(kept))


def _hash(gram: str) -> int:
    return int.from_bytes(blake2b(gram.encode(), digest_size=8).digest(), "big") >> 1


def own_words(text: str) -> list[str]:
    """The words of a text outside long quotations, and outside a document that it prints."""
    return words(_QUOTED.sub(" ¶ ", without_document(text)))


def without_document(text: str) -> str:
    """A text without the numbered paragraphs behind "the full text of the statement:"; where they have no numbers, and nobody says
    anything further down, without all that follows."""
    printed = _FULL_TEXT.search(text)
    if printed is None:
        return text
    items = _ITEMS.match(text, printed.end())
    if items:
        return text[: printed.start()] + "\n\n" + text[items.end() :]
    return text if _REPORTED.search(text, printed.end()) else text[: printed.start()]


def quotations(text: str) -> tuple[str, ...]:
    """What stands between quotation marks, in order, as compared."""
    return tuple(" ".join(words(q)) for q in _QUOTED.findall(text))
