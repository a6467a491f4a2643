"""Names of several words, found in a text's tokens by their first word; the longest that fits wins."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

import msgspec

Meaning = TypeVar("Meaning")
_PIECE = re.compile(r"'s(?!\w)|[\w.&']+|,")
_GENITIVE = re.compile(r"('s)(?!\w)")
_PLAIN = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "’": "'", "‘": "'", "ʼ": "'"}
)


def fold(word: str) -> str:
    """A word without case, accents and curly apostrophes."""
    if word.isascii():
        return word.lower()
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return plain.lower().translate(_PLAIN)


def pieces(name: str) -> tuple[str, ...]:
    """The words of a name as `PhraseTable` compares them: folded, hyphens apart, dots kept in abbreviations.

    >>> pieces("Kim Jong-un"), pieces("the U.N.")
    (('kim', 'jong', 'un'), ('the', 'u.n.'))
    """
    if name.isascii():  # what the rest gives for most names, faster
        if name.isalnum():
            return (name.lower(),)
        if (plain := name.replace("-", " ")).replace(" ", "").isalnum():
            return tuple(plain.lower().split())
    return keys(_PIECE.findall(_GENITIVE.sub(r" \1", name.replace("’", "'"))))


def keys(words: Iterable[str]) -> tuple[str, ...]:
    """Words as `PhraseTable` compares them: folded, without the dot of a plain abbreviation ("Gen.", but "U.S.")."""
    return tuple(w[:-1] if w[-1] == "." and w.count(".") == 1 and len(w) > 1 else w for w in map(fold, words))


class Found(msgspec.Struct, Generic[Meaning], frozen=True):
    """A phrase in the text: half-open token range, and all that it may mean."""

    first: int
    last: int
    meanings: tuple[Meaning, ...]


class PhraseTable(Generic[Meaning]):
    """Phrases with their meanings. Built once; a look-up reads only the phrases that begin with the token's word."""

    def __init__(self, phrases: Iterable[tuple[str, Meaning]]) -> None:
        whole: dict[tuple[str, ...], tuple[Meaning, ...]] = {}
        for name, meaning in phrases:
            words = pieces(name)
            known = whole.get(words, ())
            if words and meaning not in known:
                whole[words] = (*known, meaning)
        self._whole: Mapping[tuple[str, ...], tuple[Meaning, ...]] = whole
        lengths: dict[str, set[int]] = {}
        for words in whole:
            lengths.setdefault(words[0], set()).add(len(words))
        self._lengths = {word: tuple(sorted(of, reverse=True)) for word, of in lengths.items()}

    def __len__(self) -> int:
        return len(self._whole)

    def phrases(self) -> Iterator[tuple[str, tuple[Meaning, ...]]]:
        """All phrases as they are compared, one space between words, with their meanings."""
        return ((" ".join(words), meanings) for words, meanings in self._whole.items())

    def get(self, name: str) -> tuple[Meaning, ...]:
        """The meanings of a whole name, none where it is unknown."""
        return self._whole.get(pieces(name), ())

    def at(self, words: Sequence[str], token: int, end: int) -> Found[Meaning] | None:
        """The longest phrase that begins at a token of folded words and stays before `end`; hyphens may stand between."""
        lengths = self._lengths.get(words[token]) if token < end else None
        if lengths is None:
            return None
        run, stops = _run(words, token, min(end, token + 2 * lengths[0]), lengths[0])
        for length in lengths:
            if length <= len(run) and (meanings := self._whole.get(tuple(run[:length]))):
                return Found(token, stops[length - 1], meanings)
        return None


def _run(words: Sequence[str], token: int, end: int, longest: int) -> tuple[list[str], list[int]]:
    """Up to `longest` words from a token on, without hyphens, and the token after each."""
    run: list[str] = []
    stops: list[int] = []
    for at in range(token, end):
        word = words[at]
        if word == "-" and run:
            continue
        run.append(word)
        stops.append(at + 1)
        if len(run) == longest:
            break
    return run, stops
