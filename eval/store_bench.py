"""Ten named queries (docs/store.md) on a store of 100,000 articles, warm, and one article added to it.

python -m eval.store_bench STORE [--articles 100000] [--rounds 20]   # makes the store where it is not there
"""

from __future__ import annotations

import argparse
import statistics
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

import msgspec

from detente.archive import resolver
from detente.archive.archive import Archive
from detente.corpus import Filter
from detente.records import Run
from detente.store import SqliteStore
from eval import store_made

BATCH = 250
PAGE = 200
LIMITS = {"page": 100.0, "counts": 300.0}
"""Milliseconds, of which 95 in 100 must be under."""

ADD = 200.0
NEW = 1_000_000
"""Numbers from here on are of articles that the store has not."""

RUN = Run(id="measured", program="eval", data="", model="")


class Query(msgspec.Struct, frozen=True):
    """A query by its name in docs/store.md: a page of a kind, or the counts; asked anew for each round."""

    name: str
    kind: str
    asked: Callable[[int], Filter]

    @property
    def limit(self) -> float:
        """Milliseconds within which it must answer."""
        return LIMITS["counts" if self.kind == "facets" else "page"]


def queries(actors: list[str], added: list[str]) -> tuple[Query, ...]:
    """The ten; `actors` are the most frequent, `added` times at which articles came in."""
    words = ("talks", "summit", "sanctions", "ministers", "nuclear", "“peace treaty”", "border", "embassy", "ceasefire", "visit")

    def of(values: list[str] | tuple[str, ...], n: int) -> str:
        return values[n % len(values)]

    return (
        Query("words", "article", lambda n: Filter(text=of(words, n))),
        Query("words-of-events", "event", lambda n: Filter(text=of(words, n))),
        Query("actor", "event", lambda n: Filter(actors=(of(actors, n),))),
        Query("pair", "event", lambda n: Filter(actors=(of(actors, n), of(actors, n + 1)))),
        Query("month", "event", lambda n: Filter(codes=("CONSULT",), since=f"{1996 + n % 20}-03-01", until=f"{1996 + n % 20}-03-31")),
        Query("place", "event", lambda n: Filter(places=(of(("kor", "usa", "washington", "vienna", "sgp"), n),))),
        Query("outlet", "event", lambda n: Filter(outlets=(f"Outlet {1 + n * 3}",), published_since=f"{2000 + n % 9}-01-01")),
        Query("new", "event", lambda n: Filter(added_since=of(added, n))),
        Query("counts", "facets", lambda n: Filter(since=f"{1996 + n % 20}-01-01", until=f"{1997 + n % 20}-12-31")),
        Query("counts-of-actor", "facets", lambda n: Filter(actors=(of(actors, n),))),
    )


def build(path: Path, count: int) -> None:
    """A store of so many articles."""
    store = SqliteStore(path, write=True)
    archive = Archive(store, None, resolver.standard())
    maker = store_made.Maker(store_made.base())
    begun = perf_counter()
    for number, batch in enumerate(store_made.readings(maker, count, batch=BATCH)):
        with store.transaction():
            store.add(batch, RUN, added=f"2026-01-01T{number:012}")
            for reading in batch:
                store.judged(reading[0].id, archive.found_by(reading[0].id))
            store.say([store_made.retold(batch[n - 1], batch[n]) for n in range(1, len(batch), store_made.RETOLD)], added="2026-01-02")
        if number % 20 == 0:
            print(f"{(number + 1) * BATCH} articles, {perf_counter() - begun:.0f} s", flush=True)
    store.close()


def ask(store: SqliteStore, query: Query, n: int) -> tuple[float, float]:
    """Milliseconds of one answer: by the clock, and of the processor."""
    begun, worked = perf_counter(), process_time()
    if query.kind == "facets":
        store.facets(query.asked(n))
    else:
        store.page(query.kind, query.asked(n), limit=PAGE)  # type: ignore[arg-type]
    return 1000 * (perf_counter() - begun), 1000 * (process_time() - worked)


def measure(path: Path, rounds: int) -> None:
    """A table of all queries. Where other programs use the processors too, its own time says more than the clock."""
    store = SqliteStore(path)
    actors = [f.value for f in store.facets(Filter()) if f.kind == "actor"][:10]
    added = [f"2026-01-01T{number:012}" for number in range(1, 400, 40)]
    print(f"{'milliseconds':18}{'median':>10}{'95 %':>10}{'processor':>12}{'95 %':>10}{'limit':>8}")
    for query in queries(actors, added):
        for n in range(rounds):
            ask(store, query, n)
        answers = [ask(store, query, n) for n in range(rounds)]
        print(f"{query.name:18}{_row([a for a, _ in answers], 10)}  {_row([b for _, b in answers], 10)}{query.limit:>8.0f}", flush=True)
    store.close()


def _row(spent: list[float], width: int) -> str:
    """Median, and what 95 in 100 are under."""
    return f"{statistics.median(spent):>{width}.1f}{sorted(spent)[int(0.95 * (len(spent) - 1))]:>{width}.1f}"


def add(path: Path, count: int) -> None:
    """Milliseconds to add one article that is read already, and to judge it against those that are there."""
    store = SqliteStore(path, write=True)
    archive = Archive(store, None, resolver.standard())
    maker = store_made.Maker(store_made.base())
    spent = []
    for number in range(count):
        reading = maker.make(NEW + len(store.articles()) + number)
        begun, worked = perf_counter(), process_time()
        store.add([reading], RUN, added="2026-02-01")
        archive.settle(reading[0].id)
        spent.append((1000 * (perf_counter() - begun), 1000 * (process_time() - worked)))
    print(f"{'one article more':18}{_row([a for a, _ in spent], 10)}  {_row([b for _, b in spent], 10)}{ADD:>8.0f}")
    store.close()


def main() -> None:
    """Make the store where it is not there, and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=20)
    given = parser.parse_args()
    if not given.store.exists():
        build(given.store, given.articles)
    measure(given.store, given.rounds)
    add(given.store, given.rounds)


if __name__ == "__main__":
    main()
