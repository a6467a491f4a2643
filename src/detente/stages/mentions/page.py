"""A parse as the finders of mentions read it: folded words beside the parser's columns, and which tokens are taken."""

from __future__ import annotations

from typing import Protocol

import msgspec

from detente.lexicon.entries import Sense
from detente.lexicon.gazetteer import Gazetteer
from detente.lexicon.phrases import keys
from detente.nlp.parse import Parse

LEFT = frozenset({"JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "NNS", "POS", "HYPH", "CD", "VBN", "VBG", "PRP$", "DT", "PDT", "AFX", "RB", "$"})
"""Tags that may stand before the noun of a description."""


class Knows(Protocol):
    """The part of the lexicon that the finding of actors reads."""

    @property
    def gazetteer(self) -> Gazetteer:
        """Who there is."""
        ...


class Name(msgspec.Struct, frozen=True):
    """A name in the text: half-open tokens, what sort, and what the gazetteer says that it may mean."""

    first: int
    last: int
    sort: str
    """`person`, `body`, `state`, `people`, `adjective`, `capital`, `metonym`, or `place` (no actor)."""
    senses: tuple[Sense, ...] = ()


class Page(msgspec.Struct):
    """The parse with folded words, and for each token the index of the name that holds it (-1: none)."""

    parse: Parse
    words: tuple[str, ...]
    gazetteer: Gazetteer
    names: list[Name]
    held: list[int]
    labels: tuple[str, ...]
    """The parser's label for the name that holds each token, empty where it saw none."""

    def add(self, name: Name) -> None:
        """Write a name down; tokens that an earlier name holds go over to it."""
        for token in range(name.first, name.last):
            self.held[token] = len(self.names)
        self.names.append(name)

    def name_at(self, token: int) -> Name | None:
        """The name that holds a token."""
        return self.names[self.held[token]] if 0 <= token < len(self.held) and self.held[token] >= 0 else None

    def cap(self, token: int) -> bool:
        """Whether the token begins with a capital letter."""
        return self.parse.words[token][0].isupper()

    def noun(self, token: int) -> bool:
        """Whether the token is tagged as a noun or name."""
        return self.parse.tag[token][:2] == "NN"


def page(parse: Parse, gazetteer: Gazetteer) -> Page:
    """The page of a parse."""
    labels = [""] * len(parse)
    for first, last, label in parse.names:
        labels[first:last] = [label] * (last - first)
    return Page(parse, keys(parse.words), gazetteer, [], [-1] * len(parse), tuple(labels))


def head_of(parse: Parse, first: int, last: int) -> int:
    """The token of a stretch that depends on something outside it; the last such, else the last token."""
    head = parse.head
    for token in range(last - 1, first - 1, -1):
        outside = not first <= head[token] < last or head[token] == token
        if outside and parse.dep[token] not in ("punct", "case"):
            return token
    return last - 1
