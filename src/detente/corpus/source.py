"""Where events and records of many articles come from, some at a time: a corpus in memory is such a source, a store is another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple, Protocol, TypeAlias

from detente.corpus import kept
from detente.corpus.corpus import Corpus
from detente.corpus.filter import Filter
from detente.corpus.told import Told
from detente.records import AnyRecord, Run

Around: TypeAlias = Literal["told", "talk", "articles"]
"""What is needed around real-world events. `told`: their parties, articles, and who says so. `talk`: also the statements that they lie in,
and of articles that tell of a plan all events. `articles`: all actors, events and statements of their articles."""


class Batch(NamedTuple):
    """Some real-world events in the order of time, and the records around them, in which their actors, articles and words are found."""

    corpus: Corpus
    told: tuple[Told, ...]


class Source(Protocol):
    """What is read once from end to end. The same records give the same events and records in the same order, from any source."""

    def read_by(self) -> tuple[Run, ...]:
        """The runs that read the articles."""
        ...

    def batches(self, asked: Filter, *, around: Around = "told") -> Iterator[Batch]:
        """Real-world events that fit, in the order of time, with at least the records around them that are needed."""
        ...

    def records(self, asked: Filter) -> Iterator[AnyRecord]:
        """Records as they were read and what was said of them, of the articles that fit; see `corpus.kept`."""
        ...


class Held:
    """A corpus in memory as a source: one batch of all."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus

    def read_by(self) -> tuple[Run, ...]:
        """The runs that read the articles, each once."""
        return tuple({r.id: r for r in self.corpus.runs}.values())

    def batches(self, asked: Filter, *, around: Around = "told") -> Iterator[Batch]:
        """All real-world events that fit."""
        yield Batch(self.corpus, self.corpus.told(asked))

    def records(self, asked: Filter) -> Iterator[AnyRecord]:
        """Records as they were read, of the articles that fit; then what was said of them."""
        yield from self.read_by()
        yield from kept.records(self.corpus, asked)
