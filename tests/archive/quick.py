"""A reader and a resolver that need no model, and articles for them; run as a program, it reads these into a store until it is killed.

python -m tests.archive.quick STORE
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from detente.archive.archive import Archive
from detente.corpus import Corpus
from detente.records import AnyRecord, Article, Event, Judgement, Problem, Run
from detente.store import SqliteStore
from tests.store.many import RUN, cited, reading

COUNT = 60


class Read(msgspec.Struct):
    """Records at hand."""

    records: Sequence[AnyRecord]

    def all(self) -> Iterator[AnyRecord]:
        return iter(self.records)


class Quick:
    """Reads any article as `reading` makes it; `program` stands in the run, `words` make another certainty."""

    def __init__(self, run: Run = RUN, **changes: object) -> None:
        self._run = run
        self._changes = changes
        self.read_count = 0

    def run(self, **options: str) -> Run:
        return self._run

    def read(self, article: Article, /) -> Read:
        self.read_count += 1
        made = reading(article.id, article.published, text=article.text)
        events = [msgspec.structs.replace(r, **self._changes) if isinstance(r, Event) else r for r in made[1:]]
        return Read([article, *events])


class Weeks:
    """Holds the meetings of one week for one; found by their week."""

    def sketch(self, text: str, /) -> tuple[int, ...]:
        return (len(text), 2**64 - 1)

    def stored(self, corpus: Corpus, event: Event, /) -> frozenset[str]:
        return frozenset({event.when.start[:7]} if event.when and event.when.start else ())

    asked = stored

    def judge_new(self, article: str, corpus: Corpus, copies: frozenset[str] | None = None, /) -> tuple[Judgement, ...]:
        own = next((e for e in corpus.events if e.article == article and e.when), None)
        others = [e for e in corpus.events if e.article != article and e.when and own and own.when and e.when.start == own.when.start]
        return tuple(
            Judgement(id=f"{e.id} {own.id}", verdict="same_event", of=(cited(e.id), cited(own.id)), reason="one day") for e in others if own
        )


def articles(count: int = COUNT) -> list[Article | Problem]:
    found: list[Article | Problem] = [
        Article(
            id=f"n{n}", title=f"Talks {n}", published=f"2020-03-{n % 9 + 1:02}", text=f"Iran met Oman. They will meet {n}.", digest=str(n)
        )
        for n in range(count)
    ]
    return [*found, Problem(id="p", stage="ingest", code="empty", message="x: the file is empty")]


def opened(path: Path, reader: Quick | None = None) -> Archive:
    return Archive(SqliteStore(path, write=True), reader or Quick(), Weeks(), clock=lambda: "2026-01-01T00:00:00Z")


def main(path: Path) -> None:
    archive = opened(path)
    sys.stdout.write("begun\n")
    sys.stdout.flush()
    for _ in archive.add_many(slowly(articles())):
        pass
    archive.close()


def slowly(found: Sequence[Article | Problem]) -> Iterator[Article | Problem]:
    for item in found:
        time.sleep(0.002)
        yield item


if __name__ == "__main__":
    main(Path(sys.argv[1]))
