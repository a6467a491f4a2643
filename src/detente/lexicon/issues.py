"""The key under which an issue of one article meets the same issue of another."""

from __future__ import annotations

import re

import msgspec

from detente.lexicon.shelf import Shelf

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_EMPTY = frozenset(
    """a an the this that these those its his her their our my your to of for in on with by from at as and or be is are was were will would
    should could can may might it he she they which who whether any some all more most very toward towards over about into up out not every
    him them no other another""".split()
)
_SUFFIXES = tuple(
    """isations izations isation ization itions ition ations ation ements ement ments ment ising izing ised ized ises izes ings ing ies ance
    ence ions ion als ally ly al ed es ise ize ate y e s""".split()
)
"""Endings that part a noun from its verb or a spelling from another, longest first."""
_STEM = 4  # letters that must be left of a word


class IssueRow(msgspec.Struct, frozen=True):
    """A row of issues.tsv: words and phrases that name one thing."""

    key: str
    words: tuple[str, ...]


class Issues(msgspec.Struct, frozen=True):
    """What words and phrases stand for: from their stems, in order, to the key that they share; phrases by length, longest first."""

    phrases: dict[tuple[str, ...], str]
    longest: int

    def key(self, issue: str) -> str:
        """Stems and shared keys of the content words of an issue, sorted: order, articles, spelling, noun or verb do not part it in two."""
        stems = [_fold(w) for w in _WORD.findall(issue.lower().replace("’", "'"))]
        found: set[str] = set()
        at = 0
        while at < len(stems):
            size, key = self._phrase(stems, at)
            found.add(key)
            at += size
        return " ".join(sorted(found - _EMPTY - {""}))

    def _phrase(self, stems: list[str], at: int) -> tuple[int, str]:
        for size in range(min(self.longest, len(stems) - at), 0, -1):
            if key := self.phrases.get(tuple(stems[at : at + size])):
                return size, key
        return 1, stems[at]


def load(shelf: Shelf) -> Issues:
    """The issues of a shelf; a row later in the files overrules an earlier one."""
    phrases = {
        tuple(_fold(w) for w in _WORD.findall(words.lower())): row.key
        for row in shelf.table("lexicon/issues", IssueRow)
        for words in row.words
    }
    return Issues(phrases, max(map(len, phrases), default=1))


def _fold(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("'")
    if not word.endswith(_SUFFIXES):
        return word
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _STEM and not word.endswith("ss"):
            stem = word[: -len(suffix)]
            return stem[:-1] if stem[-1] in "ey" and len(stem) > _STEM else stem  # "carrying" and "carry"
    return word
