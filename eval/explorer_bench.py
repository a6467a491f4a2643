"""How long the explorer takes for its answers, on any store: anew each time, and again from those that are kept.

The processor's time stands beside that of the clock, for machines on which others work too.

python -m eval.explorer_bench STORE [--rounds 3]
"""

from __future__ import annotations

import argparse
import statistics
from pathlib import Path
from time import perf_counter, process_time
from urllib.parse import urlencode

from detente.store import SqliteStore
from detente.web.answers import Answers
from detente.web.api.asked import Narrowed
from detente.web.explorer import Explorer
from detente.web.nouns.table import nouns
from detente.web.nouns.whole import get_facets

LIMITS = {"summary": 300, "facets": 300, "histogram": 300}
"""Milliseconds that an answer may take; 1,000 where nothing is said."""


def questions(path: Path) -> list[tuple[str, str]]:
    """Nouns with what is asked of them: everything, a year, a month, the two actors met most."""
    store = SqliteStore(path)
    actors = [v.value for v in get_facets(store, Narrowed(since="2000-01-01", until="2001-12-31")).actors]
    store.close()
    year, month = {"since": "2000-01-01", "until": "2000-12-31"}, {"since": "2000-03-01", "until": "2000-03-31"}
    first, second = {"actor": actors[0]}, {"actor": actors[1]}
    nothing: dict[str, str] = {}
    whole = "summary facets histogram story network map stories positions statements search".split()
    every = [(noun, nothing) for noun in whole]
    windows = [(noun, window) for noun in ("facets", "histogram", "story", "network", "map", "events") for window in (year, month)]
    people = [(noun, who) for noun in ("facets", "histogram", "story", "statements") for who in (first, second)]
    single = [("actor", {"id": actors[0]}), ("dyad", {"a": actors[0], "b": actors[1]}), ("search", {"text": "summit", "kind": "event"})]
    return [(noun, urlencode(words)) for noun, words in (*every, *windows, *people, *single)]


def measure(path: Path, rounds: int) -> None:
    """A table of all questions."""
    explorer = Explorer(path)
    table = {noun.name: noun for noun in nouns(explorer)}
    print(f"{'question':60}{'first ms':>10}{'warm ms':>10}{'of it CPU':>11}{'kept ms':>10}{'limit':>8}{'KB':>8}")
    for name, words in questions(path):
        spent, worked = [], []
        for _ in range(rounds + 1):
            begun, at = perf_counter(), process_time()
            table[name].get(explorer, words)
            spent.append(1000 * (perf_counter() - begun))
            worked.append(1000 * (process_time() - at))
        answers = Answers(explorer)
        data = answers.get(table[name], words) or b""
        begun = perf_counter()
        answers.get(table[name], words)
        kept = 1000 * (perf_counter() - begun)
        times = (spent[0], statistics.median(spent[1:]), statistics.median(worked[1:]), kept)
        _tell(name, words, times, len(data))
    explorer.close()


def _tell(name: str, words: str, times: tuple[float, float, float, float], size: int) -> None:
    first, warm, cpu, kept = times
    limit = LIMITS.get(name, 1000)
    print(f"{name + '?' + words:60.60}{first:>10.0f}{warm:>10.0f}{cpu:>11.0f}{kept:>10.1f}{limit:>8}{size / 1000:>8.0f}", flush=True)


def main() -> None:
    """Measure a store."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    measure(given.store, given.rounds)


if __name__ == "__main__":
    main()
