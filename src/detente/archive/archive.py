"""A store that reads: articles go in and are judged against those that are there, records come out corrected and folded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol, runtime_checkable

import msgspec

from detente.corpus import Corpus, Filter, Told, corrected
from detente.errors import InputError
from detente.records import AnyRecord, Article, Correction, Event, Judgement, Problem, Run
from detente.store import Near, Outcome, SqliteStore, Store

BATCH = 20
"""Articles read before they are written together: a kill loses no more."""


@runtime_checkable
class Resolver(Protocol):
    """Judges a new article against those that it may copy or that tell the same; `detente.resolve` is one."""

    def sketch(self, text: str, /) -> tuple[int, ...]:
        """Numbers of a text, of which copies share some."""
        ...

    def stored(self, corpus: Corpus, event: Event, /) -> frozenset[str]:
        """Keys under which an event is found."""
        ...

    def asked(self, corpus: Corpus, event: Event, /) -> frozenset[str]:
        """Keys of events that may be the same."""
        ...

    def judge_new(self, article: str, corpus: Corpus, copies: frozenset[str] | None = None, /) -> tuple[Judgement, ...]:
        """What an article adds to those that are there, of which these may share its text, or all."""
        ...


class Read(Protocol):
    """What reading an article gives."""

    def all(self) -> Iterator[AnyRecord]:
        """The article, then its records."""
        ...


class Reader(Protocol):
    """Reads articles into records; `Pipeline` is one."""

    def read(self, article: Article, /) -> Read:
        """Read one article."""
        ...

    def run(self, **options: str) -> Run:
        """What stands at the head of all that it reads."""
        ...


class Added(msgspec.Struct, frozen=True):
    """What became of an input: an article's id, or the problem that it is."""

    outcome: Outcome | None
    article: str | None = None
    problem: Problem | None = None


def now() -> str:
    """This moment, in UTC."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class Archive:
    """A store, the pipeline that reads into it, and the resolver that judges what it read.

    `options` of reading stand in the run. Without a pipeline nothing can be read; without a resolver articles wait to be judged.
    """

    def __init__(
        self, store: Store, pipeline: Reader | None = None, resolver: Resolver | None = None, *, clock: Callable[[], str] = now
    ) -> None:
        self.store = store
        self._pipeline = pipeline
        self._resolver = resolver
        self._clock = clock

    def add(self, article: Article, **options: str) -> Outcome:
        """Read one article into the store and judge it. `unchanged` where it was read under the same run before."""
        (added,) = self.add_many([article], **options)
        return added.outcome or "unchanged"

    def add_many(self, found: Iterable[Article | Problem], **options: str) -> Iterator[Added]:
        """Read articles into the store, some at a time, and judge them; problems are kept too. Told in the order of `found`."""
        run = self._reader().run(**options)
        waiting: list[Article | Problem] = []
        for item in found:
            waiting.append(item)
            if len(waiting) == BATCH:
                yield from self._batch(waiting, run)
                waiting = []
        yield from self._batch(waiting, run)
        self.settle()

    def _batch(self, found: list[Article | Problem], run: Run) -> Iterator[Added]:
        readings = [
            tuple(self._reader().read(item).all()) if isinstance(item, Article) and not self.store.known(item, run) else (item,)
            for item in found
        ]
        yield from self._put(readings, run)

    def _put(self, readings: Sequence[tuple[AnyRecord, ...]], run: Run) -> Iterator[Added]:
        """Readings and problems into the store, all at once."""
        added = self._clock()
        run = msgspec.structs.replace(run, when=added)
        problems = [r[0] for r in readings if isinstance(r[0], Problem)]
        with self.store.transaction():
            outcomes = iter(self.store.add([r for r in readings if isinstance(r[0], Article)], run, added=added))
            for problem in problems:
                self.store.trouble(problem, run, added=added)
        for first, *_ in readings:
            yield Added(None, problem=first) if isinstance(first, Problem) else Added(next(outcomes), first.id)

    def take_in(self, records: Iterable[AnyRecord]) -> Iterator[Added]:
        """Readings made elsewhere into the store, and judge them: a run, then each article followed by its records, and problems."""
        stream = iter(records)
        run = next(stream, None)
        if not isinstance(run, Run):
            raise InputError(f"{self.store.path}: records do not begin with a run")
        waiting: list[tuple[AnyRecord, ...]] = []
        for reading in _readings(stream):
            waiting.append(reading)
            if len(waiting) == BATCH:
                yield from self._put(waiting, run)
                waiting = []
        yield from self._put(waiting, run)
        self.settle()

    def reread(self, **options: str) -> Counter[str]:
        """Read every article again, as program and knowledge are now; what was read before stays under its run."""
        run = self._reader().run(**options)
        told: Counter[str] = Counter()
        for ident in self.store.articles():
            (article, *_) = self.store.found(ident)
            assert isinstance(article, Article)
            if self.store.known(article, run):
                told["unchanged"] += 1
                continue
            added = self._clock()
            records = tuple(self._reader().read(article).all())
            told.update(self.store.add([records], msgspec.structs.replace(run, when=added), added=added))
        self.settle()
        return told

    def settle(self, *articles: str) -> int:
        """Judge these articles, or all that were not; how many judgements are new. What a run that was killed left is ended here."""
        if self._resolver is None:
            return 0
        return sum(self._judge(article, self._resolver) for article in articles or self.store.unjudged())

    def found_by(self, article: str) -> Near:
        """By what others find an article; nothing without a resolver."""
        return self._near(article, self._resolver) if self._resolver else Near()

    def _judge(self, article: str, resolver: Resolver) -> int:
        with self.store.transaction():
            near = self._near(article, resolver)
            beside = self.store.neighbours(article, near)
            said = resolver.judge_new(article, beside.corpus, beside.copies)
            new = self.store.say(said, added=self._clock())
            self.store.judged(article, near)
        return new

    def _near(self, article: str, resolver: Resolver) -> Near:
        own = Corpus(self.store.found(article))
        keys = [(resolver.stored(own, event), resolver.asked(own, event)) for event in own.events]
        return Near(
            resolver.sketch(own.articles[article].text),
            frozenset(key for stored, _ in keys for key in stored),
            tuple(asked for _, asked in keys),
        )

    def _reader(self) -> Reader:
        if self._pipeline is None:
            raise InputError(f"{self.store.path}: opened without a pipeline; nothing can be read into it")
        return self._pipeline

    def told(self, asked: Filter | None = None) -> Iterator[Told]:
        """Real-world events that fit, in the order of time, a batch of them in memory at once; as `Corpus.told` gives them."""
        for batch in self.store.batches(asked or Filter()):
            yield from batch.told

    def corpus(self, asked: Filter | None = None) -> Corpus:
        """Records in memory: everything, or the articles that fit; see `Store.corpus`."""
        return self.store.corpus(asked)

    def judge(self, *judgements: Judgement) -> int:
        """Take in judgements; how many were new."""
        return self.store.say(judgements, added=self._clock())

    def correct(self, correction: Correction) -> int:
        """Take in a correction. Raises InputError for a record that is not there, a field that it lacks, a value that it cannot hold."""
        if not correction.undoes:
            found = self.store.found(correction.of.id)
            record = next((r for r in found if r.id == correction.of.id), None)
            if record is None:
                raise InputError(f"{self.store.path}: no record {correction.of.id}")
            if correction.field != "delete":
                corrected.amend(record, correction)
        return self.store.say([correction], added=self._clock())

    def remove(self, article: str) -> bool:
        """Take an article out with all its readings; whether it was there."""
        return self.store.remove(article)

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()


def _readings(records: Iterable[AnyRecord]) -> Iterator[tuple[AnyRecord, ...]]:
    """Each article with the records that follow it; a problem that no article has by itself."""
    reading: list[AnyRecord] = []
    for record in records:
        lone = isinstance(record, Problem) and record.article is None
        if reading and (lone or isinstance(record, Article)):
            yield tuple(reading)
            reading = []
        if lone:
            yield (record,)
        else:
            reading.append(record)
    if reading:
        yield tuple(reading)


def opened(path: Path, pipeline: Reader | None = None, resolver: Resolver | None = None, *, write: bool = True) -> Archive:
    """The archive of a file; with `write` a file that is not there is made."""
    return Archive(SqliteStore(path, write=write), pipeline, resolver)
