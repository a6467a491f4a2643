"""Reading as a library does it: files or text in, readings out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from detente import grammar, ingest, lexicon
from detente.errors import InputError
from detente.ingest import furniture, plain
from detente.ingest.given import Given, day
from detente.lexicon import Shelf
from detente.nlp.spacy import MODEL, SpacyParser
from detente.pipeline import Pipeline
from detente.reading import Reading
from detente.records import Problem
from detente.triage import Triage


def load(*overlays: Path, model: str = MODEL, triage: bool = False) -> Pipeline:
    """A pipeline: the parser, our knowledge, and a user's own folders of the same form laid over it.

    With `triage`, an article whose words speak against any event between political actors is not parsed; a problem says so. Takes about
    a second; keep it for all that you read. Raises WiringError for a model that is not there, DataError for a bad data file.
    """
    shelf = Shelf(*overlays)
    parser, words, rules = SpacyParser(model), lexicon.load(shelf), grammar.load(shelf)
    return Pipeline(parser, words, rules, triage=Triage(words, rules, parser.irregular) if triage else None)


def read(
    path: str | Path, *, published: str | None = None, outlet: str | None = None, title: str | None = None, pipeline: Pipeline | None = None
) -> Reading:
    """Read the one article of a file. `published` is its day (ISO 8601) where the file has none.

    Raises InputError for a path that is not there, a file that holds no article or more than one, or a bad day.
    """
    found = list(ingest.articles([str(path)], published=published, outlet=outlet, title=title))
    if len(found) != 1:
        raise InputError(f"{path}: {len(found)} articles; use read_many")
    if isinstance(found[0], Problem):
        raise InputError(f"{path}: {found[0].message}")
    return (pipeline or load()).read(found[0])


def read_text(
    text: str, *, published: str | None = None, outlet: str | None = None, title: str | None = None, pipeline: Pipeline | None = None
) -> Reading:
    """Read a text as copied from a page. Raises InputError for a bad day."""
    given = Given(published=day(published) if published else None, outlet=outlet, title=title)
    return (pipeline or load()).read(plain.read(text, given=given, source="", table=furniture.load()))


def read_many(
    paths: Sequence[str],
    *,
    published: str | None = None,
    outlet: str | None = None,
    pipeline: Pipeline | None = None,
    stdin: IO[bytes] | None = None,
) -> Iterator[Reading | Problem]:
    """Read all articles of files, folders, patterns and `-`, in their order; what cannot be read is a Problem."""
    yield from (pipeline or load()).read_many(ingest.articles(paths, published=published, outlet=outlet, stdin=stdin))
