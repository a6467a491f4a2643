"""The tables that ingest works by, parsed from their text: page furniture, and the function words of languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple, TypeAlias, cast

import msgspec

from detente.errors import DataError
from detente.text import fold

Zone: TypeAlias = Literal["any", "edge", "head", "tail"]
Run: TypeAlias = Literal["", "list", "end"]
KINDS = ("line", "label", "start", "end", "pattern", "kicker", "agency", "masthead", "caption")
LONGEST_LINE, LONGEST_START = 12, 60
"""In words: longer lines are never a phrase, nor begin with one, of the furniture."""

_LABEL = re.compile(r"^(.{2,45}?)\s*(?::|\||–|—|»|>|\s-\s)\s*\S")
_EDGES = re.compile(r"^[\W_]+|[^\w.]+$")
_LEAD = re.compile(r"^[\W_]+")
_COUNT = re.compile(r"\s*[(\[]?\d+[)\]]$")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_CLOSED = re.compile(r"[.!?][\"'”’)\]]*$")
_YOU = re.compile(r"\b(?:[Yy]ou|[Yy]our|us|[Oo]ur|[Ww]e)\b")
GUARDED = frozenset({"credit", "copyright", "menu"})
"""Reasons whose opening words also open sentences of articles ("Reporting by the BBC has shown ...")."""


class Match(NamedTuple):
    """Why a line counts as furniture, where on the page that holds, and what follows such a line."""

    why: str
    where: Zone = "any"
    run: Run = ""


class Language(msgspec.Struct, frozen=True):
    """A language, the letters it is written in, and its commonest words (empty where the letters decide)."""

    language: str
    name: str
    script: str
    words: frozenset[str]


class Table(msgspec.Struct, frozen=True):
    """All that ingest knows about pages, ready to be asked. Phrases are keys as `key` makes them."""

    lines: Mapping[str, Match]
    labels: Mapping[str, Match]
    starts: Mapping[str, tuple[tuple[str, Match], ...]]
    ends: tuple[tuple[str, Match], ...]
    patterns: tuple[tuple[re.Pattern[str], Match], ...]
    kickers: frozenset[str]
    agencies: frozenset[str]
    mastheads: frozenset[str]
    captions: tuple[str, ...]
    languages: tuple[Language, ...]

    def match(self, text: str) -> Match | None:
        """The entry that the line fits best, or None: a whole line first, then label, beginning, pattern, end."""
        folded = fold(text)
        words = folded.count(" ") + 1
        if words <= LONGEST_LINE and (whole := self.lines.get(key(text))):
            return whole
        found = self._label(text) or self._start(_LEAD.sub("", folded) if words <= LONGEST_START else "")
        if found and not (found.why in GUARDED and sentence(text) and not _YOU.search(text)):
            return found
        if words > LONGEST_START or text[:1] in '"“‘«':
            return None
        by_pattern = next((match for pattern, match in self.patterns if pattern.search(text)), None)
        return by_pattern or self._end(folded.rstrip(" .)"))

    def _label(self, text: str) -> Match | None:
        label = _LABEL.match(text)
        if label is None or (len(text.split()) > LONGEST_LINE and _CLOSED.search(text)):
            return None
        return self.labels.get(key(label[1]))

    def _start(self, folded: str) -> Match | None:
        phrases = self.starts.get(folded.split(" ", 1)[0].rstrip(",:"), ()) if folded else ()
        return next((match for phrase, match in phrases if _begins(folded, phrase)), None)

    def _end(self, folded: str) -> Match | None:
        return next((match for phrase, match in self.ends if folded.endswith(phrase)), None)


class _Row(NamedTuple):
    kind: str
    match: Match
    words: tuple[str, ...]


def key(text: str) -> str:
    """A line as the tables name it: folded, without marks, arrows and a count in brackets around; a full stop stays."""
    bare = fold(text).removesuffix("...").removesuffix("…")
    return _COUNT.sub("", _EDGES.sub("", bare)).strip() or bare


def words(text: str) -> list[str]:
    """The words of a text, numbers among them."""
    return _WORD.findall(text)


def sentence(text: str) -> bool:
    """Whether a line reads as prose: eight words or more, closed by a full stop, most of them in lower case."""
    found = words(text)
    if len(found) < 8 or not _CLOSED.search(text):
        return False
    return sum(word[0].islower() for word in found) >= 0.5 * len(found)


def table(furniture: str, languages: str) -> Table:
    """The tables from the text of their two files. DataError names the line that does not fit."""
    rows = list(_rows(furniture))
    named = {kind: [(word, row.match) for row in rows if row.kind == kind for word in row.words] for kind in KINDS}
    return Table(
        lines=_phrases(named["line"]),
        labels=_phrases(named["label"]),
        starts=_starts(named["start"]),
        ends=tuple((fold(word), match) for word, match in named["end"]),
        patterns=tuple((re.compile(word), match) for word, match in named["pattern"]),
        kickers=frozenset(key(word) for word, _ in named["kicker"]),
        agencies=frozenset(fold(word) for word, _ in named["agency"]),
        mastheads=frozenset(fold(word) for word, _ in named["masthead"]),
        captions=tuple(sorted((fold(word) for word, _ in named["caption"]), key=len, reverse=True)),
        languages=tuple(_languages(languages)),
    )


def _cells(text: str, count: int, what: str) -> Iterator[tuple[int, list[str]]]:
    header = False
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != count:
            raise DataError(f"{what}:{number}: {len(cells)} cells, not {count}")
        if header:
            yield number, cells
        header = True


def _rows(text: str) -> Iterator[_Row]:
    for number, (kind, why, where, run, cell) in _cells(text, 5, "furniture.tsv"):
        if kind not in KINDS or where not in ("any", "edge", "head", "tail") or run not in ("", "list", "end") or not cell:
            raise DataError(f"furniture.tsv:{number}: not a row of furniture")
        if kind == "pattern":
            _compiles(cell, number)
        match = Match(why, cast(Zone, where), cast(Run, run))
        yield _Row(kind, match, (cell,) if kind == "pattern" else tuple(cell.split("|")))


def _compiles(pattern: str, number: int) -> None:
    try:
        re.compile(pattern)
    except re.error as error:
        raise DataError(f"furniture.tsv:{number}: {error}") from error


def _languages(text: str) -> Iterator[Language]:
    for _, (language, name, script, cell) in _cells(text, 4, "function_words.tsv"):
        yield Language(language, name, script, frozenset(cell.split("|")) if cell else frozenset())


def _phrases(entries: list[tuple[str, Match]]) -> dict[str, Match]:
    """The entries by key; where two rows name one phrase, the one that says more wins: a list, then anywhere."""
    ranked = sorted(entries, key=lambda entry: (entry[1].run != "list", entry[1].where != "any"))
    found: dict[str, Match] = {}
    for word, match in ranked:
        found.setdefault(key(word), match)
    return found


def _starts(entries: list[tuple[str, Match]]) -> dict[str, tuple[tuple[str, Match], ...]]:
    found: dict[str, list[tuple[str, Match]]] = {}
    for word, match in entries:
        phrase = _LEAD.sub("", fold(word)) if word[0] not in "©" else fold(word)
        found.setdefault(phrase.split(" ", 1)[0].rstrip(",:"), []).append((phrase, match))
    return {first: tuple(phrases) for first, phrases in found.items()}


def _begins(text: str, phrase: str) -> bool:
    after = text[len(phrase) : len(phrase) + 1]
    return text.startswith(phrase) and not (after.isalnum() and phrase[-1].isalnum())
