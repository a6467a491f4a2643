"""Input files of PETRARCH and UniversalPetrarch: sentences with date, source and id, many of them no well-formed XML."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import groupby
from typing import IO, NamedTuple

from detente.ingest import checks, dates
from detente.ingest.encoding import NoTextError, decode
from detente.ingest.given import Facts, Given, problem, seal
from detente.ingest.tables import Table
from detente.records import Article, Cut, Problem
from detente.text import whole

CHUNK = 1 << 16
_START = re.compile(rb"<Sentence\s")
_NAMED = re.compile(r"(\w+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_TEXT = re.compile(r"<Text>(.*?)(?:</Text>|<Parse\b|</Sentence>|$)", re.DOTALL)
_ORDINAL = re.compile(r"[_-]\d{1,4}$")


class Sentence(NamedTuple):
    """A sentence of a story, and what its element says of the story."""

    story: str
    day: str | None
    outlet: str | None
    text: str


def accepts(path: str, head: bytes) -> bool:
    """Whether a file is such: its sentences carry a date."""
    return bool(re.search(rb"<Sentence\s[^>]{0,300}date\s*=", head[:8192]))


def read(stream: IO[bytes], *, given: Given, source: str, table: Table) -> Iterator[Article | Problem]:
    """An article a story: sentences that follow one another with one id (less its number), date and source.

    Parses and codings are left out, the text is not cleaned. What a sentence says wins over `given`.
    """
    found = False
    for (story, day, outlet), sentences in groupby(_sentences(stream), key=lambda sentence: sentence[:3]):
        text = whole(" ".join(sentence.text for sentence in sentences))
        if not text:
            yield problem(f"{source}#{story}", "empty", "no text in this story")
            continue
        found = True
        own = Given(published=None if day else given.published, outlet=None if outlet else given.outlet)
        facts = Facts(outlet=outlet, published=day, basis="metadata")
        yield seal(text, facts, given=own, source=f"{source}\n{story}\n{outlet}\n{day}", parts=((), (Cut(story, "story id"),), ()))
    if not found:
        yield problem(source, "empty", "no sentence with a text")


def _sentences(stream: IO[bytes]) -> Iterator[Sentence]:
    for element in _elements(stream):
        start, _, rest = decode(element).partition(">")
        said = {name.lower(): html.unescape(first or second) for name, first, second in _NAMED.findall(start)}
        text = _TEXT.search(rest)
        words = " ".join(html.unescape(text[1]).split()) if text else ""
        yield Sentence(_ORDINAL.sub("", said.get("id", "")), dates.day(said.get("date", "")), said.get("source") or None, words)


def _elements(stream: IO[bytes]) -> Iterator[bytes]:
    """The bytes from each `<Sentence` to the next, however it closes."""
    kept = b""
    started = False
    while piece := stream.read(CHUNK):
        parts = _START.split(kept + piece)  # a tag cut by the chunk's end is whole in the next turn
        if started:
            yield from parts[:-1]
        else:
            yield from parts[1:-1]
            started = len(parts) > 1
        kept = parts[-1]
        if len(kept) > checks.LARGEST:
            raise NoTextError("too-large", f"a sentence of more than {checks.LARGEST // 1_000_000} MB")
    if started:
        yield kept
