"""What a store is to everybody else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Literal, Protocol, TypeAlias

import msgspec

from detente.corpus import Batch, Corpus, Filter
from detente.corpus.source import Around
from detente.records import Actor, AnyRecord, Article, Correction, Event, Factuality, Judgement, Problem, Run

Outcome: TypeAlias = Literal["added", "unchanged", "replaced"]
Kind: TypeAlias = Literal["article", "event", "statement", "position", "relation", "agreement"]
Order: TypeAlias = Literal["time", "published", "added"]


class Near(msgspec.Struct, frozen=True):
    """What the resolver says an article is found by.

    `sketch`: numbers of its text; `stored`: keys of its events; `asked`: of each of its events those of events elsewhere that may be
    the same.
    """

    sketch: tuple[int, ...] = ()
    stored: frozenset[str] = frozenset()
    asked: tuple[frozenset[str], ...] = ()


class Neighbours(msgspec.Struct, frozen=True):
    """An article and others, and the ids of those of them that may share its text."""

    corpus: Corpus
    copies: frozenset[str]


class Hit(msgspec.Struct, frozen=True):
    """One line of a page: a record as corrected, its article without the text, who acts, receives, says or stands in it.

    `snippet`: words of the article around what was asked for. `tellings`: of an event, how many records tell it.
    """

    record: AnyRecord
    article: Article
    actors: tuple[Actor, ...] = ()
    snippet: str | None = None
    tellings: int = 1


class Page(msgspec.Struct, frozen=True):
    """Hits in their order; `after` asks for the next page, None where this is the last."""

    hits: tuple[Hit, ...]
    after: str | None


class Facet(msgspec.Struct, frozen=True):
    """How many real-world events have a value: of `code`, `quad`, `status`, `country`, `outlet`, `actor`, `month`."""

    kind: str
    value: str
    count: int


class Glimpse(msgspec.Struct, frozen=True):
    """A real-world event with all that tell it, as corrected and in the order of publication.

    `outlets`: how many tell it that were not found to copy one another.
    """

    id: str
    tellings: tuple[Event, ...]
    outlets: int


class Day(msgspec.Struct, frozen=True):
    """How many real-world events of one quad and status begin on a day ("9999" for undated ones)."""

    day: str
    quad: int
    status: Factuality
    count: int


class Sizes(msgspec.Struct, frozen=True):
    """How many there are of each kind, real-world events as counted; first and last day of publication."""

    articles: int
    told: int
    events: int
    statements: int
    positions: int
    relations: int
    agreements: int
    published: tuple[str, str] | None


class Change(msgspec.Struct, frozen=True):
    """What became of a record between two runs; `before` is null for an added one, `after` for a removed one."""

    article: str
    before: AnyRecord | None
    after: AnyRecord | None


class Store(Protocol):
    """Articles, their records and what was said of them, in one file.

    Everything raises StoreError, with the file's name, where the file cannot be written or read.
    """

    path: Path

    def close(self) -> None:
        """Let go of the file."""
        ...

    def transaction(self) -> AbstractContextManager[None]:
        """All that is written within is seen at once, or not at all."""
        ...

    def known(self, article: Article, run: Run) -> bool:
        """Whether this version of an article was read under this run before."""
        ...

    def add(self, readings: Iterable[Sequence[AnyRecord]], run: Run, *, added: str) -> tuple[Outcome, ...]:
        """Readings of one run in, each an article followed by its records; all of them or none."""
        ...

    def trouble(self, problem: Problem, run: Run, *, added: str) -> None:
        """Keep what an input failed at."""
        ...

    def remove(self, article: str) -> bool:
        """Take an article out, with all its readings; whether it was there. What people said of it waits for its return."""
        ...

    def say(self, words: Iterable[Judgement | Correction], *, added: str) -> int:
        """Keep judgements and corrections; how many were new."""
        ...

    def articles(self) -> tuple[str, ...]:
        """Ids of all articles, in the order of adding."""
        ...

    def unjudged(self) -> tuple[str, ...]:
        """Articles that the resolver has not seen, in the order of adding."""
        ...

    def neighbours(self, article: str, near: Near) -> Neighbours:
        """An article with all its records, and those of others that may be copies or tell the same; with what was judged of them."""
        ...

    def judged(self, article: str, near: Near) -> None:
        """The resolver has seen an article; it is found by `near` from now on."""
        ...

    def corpus(self, asked: Filter | None = None) -> Corpus:
        """Everything, or the articles that fit with all their records."""
        ...

    def read_by(self) -> tuple[Run, ...]:
        """The runs that read the articles, in the order of adding."""
        ...

    def batches(self, asked: Filter, *, size: int = 500, around: Around = "told") -> Iterator[Batch]:
        """Real-world events that fit, in the order of time, so many at once; see `Source.batches`."""
        ...

    def records(self, asked: Filter) -> Iterator[AnyRecord]:
        """Records as they were read and what was said of them, of the articles that fit; see `Source.records`."""
        ...

    def page(self, kind: Kind, asked: Filter, *, limit: int = 200, after: str | None = None) -> Page:
        """Records of one kind that fit: events in the order of their time, articles in that of publication."""
        ...

    def facets(self, asked: Filter) -> tuple[Facet, ...]:
        """How many real-world events that fit have which values."""
        ...

    def glimpses(self, asked: Filter, *, limit: int) -> tuple[Glimpse, ...]:
        """Events that fit in the order of their time, undated ones last; of more than `limit` those that are latest."""
        ...

    def spread(self, asked: Filter) -> tuple[Day, ...]:
        """How many real-world events that fit begin on which day, exact however many there are."""
        ...

    def sizes(self) -> Sizes:
        """How much is in the store."""
        ...

    def newest(self, asked: Filter, *, limit: int) -> tuple[tuple[str, ...], int]:
        """Ids of the articles published last that fit and name all actors asked for, newest first; and how many fit."""
        ...

    def only(self, articles: Iterable[str]) -> Corpus:
        """These articles with all their records, and of others what tells the same events."""
        ...

    def homes(self, records: Iterable[str]) -> tuple[str, ...]:
        """The articles of records; of an event all that tell it."""
        ...

    def spelled(self, outlets: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Outlets, which are counted without case, as an article spells them."""
        ...

    def known_as(self, actors: Iterable[str]) -> tuple[tuple[str, Actor], ...]:
        """For each id of an actor that is found the actor that it is in all articles, without mentions."""
        ...

    def within(self, seconds: float) -> AbstractContextManager[None]:
        """What is asked within ends after so many seconds, with a StoreError that says so."""
        ...

    def found(self, ident: str) -> tuple[AnyRecord, ...]:
        """An article with its records, or one record, by id or its beginning; nothing where there is none."""
        ...

    def said_of(self, records: Iterable[str]) -> tuple[Judgement | Correction, ...]:
        """All that was said of these records, undone or not."""
        ...

    def word(self, ident: str) -> Judgement | Correction | None:
        """What was said under this id."""
        ...

    def unbound(self) -> tuple[Judgement | Correction, ...]:
        """What was said of records that are no longer found."""
        ...

    def runs(self) -> tuple[tuple[Run, str, int], ...]:
        """Runs in the order of adding: when, and how many articles stand as they read them."""
        ...

    def changes(self, before: str, after: str) -> Iterator[Change]:
        """What differs between two runs, of the articles that both read."""
        ...

    def check(self) -> tuple[str, ...]:
        """What is wrong with the store; nothing where all is well."""
        ...

    def recall(self, feed: str, key: str) -> str | None:
        """What was kept of a feed under a key."""
        ...

    def keep(self, feed: str, key: str, value: str | None) -> None:
        """Keep a value of a feed under a key; None forgets it."""
        ...

    def kept(self, feed: str) -> tuple[tuple[str, str], ...]:
        """All that is kept of a feed."""
        ...
