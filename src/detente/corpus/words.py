"""Words that a user asks for in articles, and whether an article has them: the same in memory as in a store's full-text index."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

import msgspec

from detente.errors import InputError

_PIECE = re.compile(r'-?"[^"]*"|\S+')
_MARKS = frozenset(map(chr, (*range(0x300, 0x305), *range(0x306, 0x30D), 0x30F, 0x311, 0x31B, *range(0x323, 0x329), *range(0x32D, 0x332))))
"""Combining marks that the tokenizer `unicode61` of SQLite takes for a part of the letter before."""


class Words(msgspec.Struct, frozen=True):
    """Of each group one word, "whole phrase" or beginning* must be there, of `barred` none."""

    groups: tuple[tuple[str, ...], ...]
    barred: tuple[str, ...] = ()

    @property
    def wanted(self) -> tuple[str, ...]:
        """All that may be there."""
        return tuple(piece for group in self.groups for piece in group)

    def fit(self, *texts: str) -> bool:
        """Whether the texts have these words; a phrase stands in one of them."""
        folded = [f" {fold(text)} " for text in texts]
        return all(_any(group, folded) for group in self.groups) and not _any(self.barred, folded)


def read(text: str) -> Words:
    """What a query asks for: all words, `"whole phrases"`, `beginnings*`, `OR` between and `-` before a word. InputError for no word."""
    groups: list[tuple[str, ...]] = []
    barred: list[str] = []
    joined = False
    for piece in _PIECE.findall(text):
        bare = piece.removeprefix("-").replace('"', "")
        if piece == "OR":
            joined = bool(groups)
        elif not fold(bare):
            continue
        elif piece.startswith("-"):
            barred.append(bare)
        else:
            groups[-1:] = [(*groups[-1], bare)] if joined else [*groups[-1:], (bare,)]
            joined = False
    if not groups or joined:
        raise InputError(f"{text!r} asks for no word")
    return Words(tuple(groups), tuple(barred))


def fold(text: str) -> str:
    """The words of a text, one space between them, without case and diacritics, as SQLite's `unicode61` has them."""
    return " ".join(text.translate({ord(char): _folded(char) for char in set(text)}).split())


def _any(pieces: Iterable[str], folded: Iterable[str]) -> bool:
    return any(f" {fold(piece)}{'' if piece.endswith('*') else ' '}" in text for text in folded for piece in pieces)


def _folded(char: str) -> str:
    """A letter or digit as it is compared, nothing for a mark on a letter, a space for all else."""
    if char in _MARKS:
        return ""
    if unicodedata.category(char)[0] not in "LN" and unicodedata.category(char) != "Co":
        return " "
    parts = unicodedata.normalize("NFD", char)
    if parts[0].isascii() and all(map(unicodedata.combining, parts[1:])):
        char = parts[0]
    return lowered if len(lowered := char.casefold()) == 1 else char
