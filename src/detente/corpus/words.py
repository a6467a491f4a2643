"""Words that a user asks for in articles, and whether an article has them, as the full-text index of a store has it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from detente.errors import InputError

_PIECE = re.compile(r'-?"[^"]*"|\S+')
_TOKEN = re.compile(r"[^\W_]+")


class Words:
    """What is asked for in `summit kim`, `"peace treaty"`, `sanction*`, `-sport`, `talks OR summit`. InputError where it is no word."""

    def __init__(self, text: str) -> None:
        wanted, barred = pieces(text)
        if not wanted or wanted[-1] == "OR":
            raise InputError(f"{text!r} asks for no word")
        self.groups = grouped(wanted)
        self.barred = tuple(barred)

    def within(self, *texts: str | None) -> bool:
        """Whether the texts of one article have a word of each group, and none that is barred. Case and accents do not count."""
        folded = [f" {' '.join(tokens(text))} " for text in texts if text]
        return all(any(_has(folded, piece) for piece in group) for group in self.groups) and not any(_has(folded, p) for p in self.barred)


def pieces(text: str) -> tuple[list[str], list[str]]:
    """Words and phrases that are asked for, with `OR` where it stands, and those that must not be there."""
    wanted: list[str] = []
    barred: list[str] = []
    for piece in _PIECE.findall(text):
        bare = piece.removeprefix("-").replace('"', "")
        if piece == "OR":
            wanted += ["OR"] if wanted else []
        elif any(map(str.isalnum, bare)):
            (barred if piece.startswith("-") else wanted).append(bare)
    return wanted, barred


def grouped(wanted: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Pieces of which one of each group must be there; OR binds tighter, as people mean it."""
    groups: list[list[str]] = []
    for number, piece in enumerate(wanted):
        if piece != "OR":
            if number and wanted[number - 1] == "OR":
                groups[-1].append(piece)
            else:
                groups.append([piece])
    return tuple(map(tuple, groups))


def tokens(text: str) -> list[str]:
    """The words of a text as SQLite's `unicode61` takes them: letters and digits, without case and accents."""
    return _TOKEN.findall("".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)).casefold())


def _has(folded: Sequence[str], piece: str) -> bool:
    phrase = f" {' '.join(tokens(piece))}" + ("" if piece.endswith("*") else " ")
    return any(phrase in text for text in folded)
