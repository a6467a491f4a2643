"""Words that a user asks for in articles, the same of a store and of records in a file: what they mean, and whether a text has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from unicodedata import combining, normalize

import msgspec

from detente.errors import InputError

_PIECE = re.compile(r'-?"[^"]*"|\S+')
_TOKEN = re.compile(r"[^\W_]+")


class Words(msgspec.Struct, frozen=True):
    """Of each group one piece must be there, and none that is barred. A piece is a word or phrase; one that ends in `*` is a beginning."""

    groups: tuple[tuple[str, ...], ...]
    barred: tuple[str, ...] = ()

    @property
    def wanted(self) -> tuple[str, ...]:
        """All that may be there."""
        return tuple(piece for group in self.groups for piece in group)


def asked(text: str) -> Words:
    """All words, "whole phrases", beginnings* of words, `OR` between (which binds tighter) and `-` before. Raises InputError for none."""
    groups: list[list[str]] = []
    barred: list[str] = []
    either = False
    for piece in _PIECE.findall(text):
        bare = piece.removeprefix("-").replace('"', "")
        if piece == "OR":
            either = bool(groups)
        elif any(map(str.isalnum, bare)):
            if piece.startswith("-"):
                barred.append(bare)
            elif either:
                groups[-1].append(bare)
                either = False
            else:
                groups.append([bare])
    if not groups or either:
        raise InputError(f"{text!r} asks for no word")
    return Words(tuple(map(tuple, groups)), tuple(barred))


def fits(words: Words, texts: Iterable[str]) -> bool:
    """Whether texts have the words. Case and accents do not count; no phrase reaches from one text into another."""
    found = [f" {' '.join(_tokens(text))} " for text in texts]

    def there(piece: str) -> bool:
        wanted = f" {' '.join(_tokens(piece))}" + ("" if piece.endswith("*") else " ")
        return any(wanted in text for text in found)

    return all(any(map(there, group)) for group in words.groups) and not any(map(there, words.barred))


def _tokens(text: str) -> Sequence[str]:
    return _TOKEN.findall("".join(_bare(text)).casefold())


def _bare(text: str) -> Iterator[str]:
    return (c for c in normalize("NFD", text) if not combining(c)) if not text.isascii() else iter(text)
