"""A parse as plain columns: one entry a token, over the whole article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

import msgspec


class Parse(msgspec.Struct, frozen=True):
    """Tokens of a text with tags (Penn Treebank), heads and dependency labels (ClearNLP), sentences, names.

    Token columns are parallel; `start` and `end` are code points of the text; `head` is a token's index (a root is its own
    head). `sentences` and `paragraphs` are half-open token ranges; `names` are the parser's named entities as
    (first, last, label), half-open. `lemma` is the lower-case base form where the word list knows it, else the lower-case
    word.
    """

    words: tuple[str, ...]
    lower: tuple[str, ...]
    lemma: tuple[str, ...]
    tag: tuple[str, ...]
    dep: tuple[str, ...]
    head: tuple[int, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]
    kids: tuple[tuple[int, ...], ...]
    sentences: tuple[tuple[int, int], ...]
    paragraphs: tuple[tuple[int, int], ...]
    names: tuple[tuple[int, int, str], ...]
    sentence_of: tuple[int, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    """First token, and one past the last token, of the subtree of each token (within its sentence)."""

    @classmethod
    def of_nothing(cls) -> Parse:
        """The parse of a text that was not parsed: no tokens."""
        return cls(*((),) * len(cls.__struct_fields__))

    def __len__(self) -> int:
        return len(self.words)

    def ancestors(self, token: int) -> Iterator[int]:
        """The heads above a token, nearest first, its sentence's root last."""
        while self.head[token] != token:
            token = self.head[token]
            yield token

    def child(self, token: int, *labels: str) -> int | None:
        """The first dependent with one of these labels, or None."""
        dep = self.dep
        for kid in self.kids[token]:
            if dep[kid] in labels:
                return kid
        return None

    def children(self, token: int, *labels: str) -> list[int]:
        """All dependents with one of these labels, in text order."""
        dep = self.dep
        return [kid for kid in self.kids[token] if dep[kid] in labels]

    def in_quotes(self, first: int, token: int) -> bool:
        """Whether a token stands in double quotation marks that were opened from token `first` on."""
        marks = [w for w in self.words[first:token] if w in ('"', "“", "”", "``", "''")]
        return bool(marks) and (marks[-1] == "“" or (marks[-1] in ('"', "``") and len(marks) % 2 == 1))

    def is_verb(self, token: int) -> bool:
        """Whether the token is tagged as a verb or a modal."""
        return self.tag[token][0] == "V" or self.tag[token] == "MD"

    def is_noun(self, token: int) -> bool:
        """Whether the token is tagged as a common or proper noun."""
        return self.tag[token][:2] == "NN"


class Parser(Protocol):
    """Anything that parses a text in paragraphs. `name` stands in the run's header."""

    name: str

    def parse(self, text: str) -> Parse:
        """Parse one article's text."""
        ...

    def parse_many(self, texts: Sequence[str]) -> Iterator[Parse]:
        """Parse the texts of several articles in one go; the same parses, faster for short ones."""
        ...
