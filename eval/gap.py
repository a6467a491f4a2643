"""The ambiguous pronouns of GAP (Webster et al. 2018, Apache-2.0; its texts from Wikipedia, CC BY-SA) as spots for the ranker.

Only the snippet is read, never the address of its page. The spans of the names A and B are given; other names are the parser's.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from detente.lexicon.phrases import fold
from detente.nlp.parse import Parse
from detente.stages.coref.clues import Spot

A, B = 0, 1
"""The numbers of the entities of the two given names."""
SEXES = {"M": "m", "F": "f"}


class Span(msgspec.Struct, frozen=True):
    """Words of a snippet, in code points."""

    text: str
    start: int
    end: int


class Case(msgspec.Struct, frozen=True):
    """A snippet with a pronoun and two names, of which one or none is meant."""

    id: str
    text: str
    pronoun: Span
    a: Span
    b: Span
    a_coref: bool
    b_coref: bool
    gender: str


def cases(path: Path) -> list[Case]:
    """The cases of a file, a JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        return [msgspec.convert(json.loads(line), Case) for line in lines]


def tokens(parse: Parse, span: Span) -> list[int]:
    """The tokens that overlap a span."""
    return [t for t in range(len(parse)) if parse.start[t] < span.end and parse.end[t] > span.start]


def spots(parse: Parse, case: Case, given: Mapping[str, str]) -> list[Spot]:
    """All names of people in the snippet, in text order; `given` is the sex of given names."""
    named = {A: tokens(parse, case.a), B: tokens(parse, case.b)}
    spans = {(ts[0], ts[-1] + 1): number for number, ts in named.items()}
    taken = {t for ts in named.values() for t in ts} | set(tokens(parse, case.pronoun))
    known: list[set[str]] = [_parts(parse, *span) for span in spans]
    for first, last in _names(parse, known):
        if not taken & set(range(first, last)):
            taken |= set(range(first, last))
            spans[first, last] = _number(_parts(parse, first, last), known)
    sex = _sexes(parse, spans, given)
    wanted = SEXES[case.gender]
    found = [
        Spot(first, last, _head(parse, first, last), number, "name", sex[number] == wanted)
        for (first, last), number in spans.items()
        if sex[number] in ("", wanted) or number in (A, B)
    ]
    return sorted(found, key=lambda s: (s.head, s.first))


def _names(parse: Parse, known: Sequence[set[str]]) -> Iterator[tuple[int, int]]:
    """Names of people as the parser has them, and words of the two given names wherever they stand."""
    for first, last, label in parse.names:
        inside = [t for t in range(first, last) if parse.words[t][0].isalpha() and parse.tag[t] != "POS"]
        capital = next((t for t in inside if parse.words[t][0].isupper()), None)
        if label == "PERSON" and capital is not None:
            yield capital, inside[-1] + 1
    words = known[A] | known[B]
    for token, word in enumerate(parse.words):
        if parse.tag[token] == "NNP" and len(word) > 2 and fold(word) in words:
            yield token, token + 1


def _parts(parse: Parse, first: int, last: int) -> set[str]:
    return {fold(w) for w in parse.words[first:last] if w[:1].isupper()} or {fold(parse.words[last - 1])}


def _number(name: set[str], known: list[set[str]]) -> int:
    """The entity whose name has the same words, more or fewer; else a new one."""
    for number, other in enumerate(known):
        if name <= other or other <= name:
            return number
    known.append(name)
    return len(known) - 1


def _sexes(parse: Parse, spans: Mapping[tuple[int, int], int], given: Mapping[str, str]) -> dict[int, str]:
    found: dict[int, str] = {}
    for (first, _), number in spans.items():
        found[number] = found.get(number) or given.get(fold(parse.words[first]), "")
    return found


def _head(parse: Parse, first: int, last: int) -> int:
    outside = [t for t in range(first, last) if not first <= parse.head[t] < last or parse.head[t] == t]
    return next((t for t in reversed(outside) if parse.is_noun(t)), outside[-1] if outside else last - 1)
