"""Words as the automaton compares them: the forms of a base form, and a text made even, sentence by sentence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

import msgspec

_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "þ": "th", "Þ": "Th", "ß": "ss", "æ": "ae", "Æ": "Ae",
     "œ": "oe", "Œ": "Oe", "’": "'", "‘": "'", "ʼ": "'"}
)  # fmt: skip
_END = re.compile(r"""((?:\b[a-z]\w*|\w{4,}|[\d)"'”%])[.!?…]+["'”)\]]*)\s+(?=["'“‘(\[]*[A-Z0-9])""")
"""The end of a sentence. A short word with a capital before the dot is a title or initial ("Gen.", "J."), and ends none."""
_LINE = re.compile(r"\s*\n\s*")
_QUOTE = re.compile(r"(?<!\w)'|'(?!\w)")
_GENITIVE = re.compile(r"'s(?!\w)")
_GAP = re.compile(r"[^\w.&'\n]+")
_DOT = re.compile(r"(?<=\w\w)\.(?!\w)|(?<!\w)\.")
_VOWELS = "aeiou"
PASSAGE = 1000


class Haystack(msgspec.Struct, frozen=True):
    """A text with single spaces for all that is no word, two between sentences; `folded` is `plain` in lower case, of one length."""

    plain: str
    folded: str
    ends: tuple[int, ...]
    """Where each sentence ends, the last beyond all words."""

    @classmethod
    def of(cls, text: str) -> Haystack:
        """The haystack of a text."""
        sentences = [f" {s.strip()} " for s in even(text).split("\n")]
        plain = "".join(sentences)
        folded = plain.lower()
        return cls(plain if len(plain) == len(folded) else folded.upper(), folded, tuple(accumulate(map(len, sentences))))

    def before(self, start: int) -> str:
        """The word before a place; empty at the beginning of a sentence."""
        space = self.plain.rfind(" ", 0, max(0, start - 1))
        return self.plain[space + 1 : start - 1] if start else ""


def passages(text: str) -> Iterator[str]:
    """The text in pieces of whole lines, of at least `PASSAGE` characters but the last: what comes first mostly decides."""
    at = 0
    while at < len(text):
        end = text.find("\n", at + PASSAGE)
        end = len(text) if end < 0 else end
        yield text[at:end]
        at = end


def even(text: str) -> str:
    """Words parted by single spaces, hyphens apart, accents off, dots only in abbreviations; each sentence a line."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).translate(_LETTERS)
    text = _END.sub(r"\1\n", _LINE.sub("\n", text))
    return _DOT.sub("", _GAP.sub(" ", _GENITIVE.sub(" 's", _QUOTE.sub(" ", text))))


class Forms:
    """The forms of base forms. Too many rather than too few: what is no word stands in no text."""

    def __init__(self, irregular: Mapping[str, Sequence[str]]) -> None:
        self.irregular = irregular

    def of(self, base: str) -> Iterator[str]:
        """The forms of a word, or of a phrase by its last word; as the automaton compares them."""
        if not (parts := even(base.lower()).split()):
            return  # a sign, such as "%"
        *first, last = parts
        for form in {last, *_regular(last), *(even(f) for f in self.irregular.get(last, ()))}:
            yield " ".join((*first, form))


def _regular(word: str) -> Iterator[str]:
    """Endings of verbs and nouns in all ways in which they may be added."""
    stems = {word, word.removesuffix("e")}
    if word[-1:] == "y":
        stems.add(word[:-1] + "i")
    if word[-1:] not in (*_VOWELS, "y", "w", "") and word[-2:-1] in tuple(_VOWELS):
        stems.add(word + word[-1])
    if word[-1:] == "c":
        stems.add(word + "k")
    for stem in stems:
        yield from (stem + "s", stem + "es", stem + "ed", stem + "ing")
    yield word + "d"
