"""How many sentences without an event are coded as if something had happened: `python -m eval.noevents [--half a] [--list]`.

`noevents.jsonl` holds 516 sentences of ten kinds (hypothetical, denied, historical, sport, business, courts of private law, weather and
accidents, metaphor, film, opinion). Wrong is a sentence with an event told as `actual`; in the kind `historical`, one that is not dated
before the year 2000.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from detente import reader
from detente.pipeline import Pipeline
from detente.records import AnyRecord, Event
from eval import rows
from eval.rows import Row

FILE = Path(__file__).parent / "noevents.jsonl"
PAST = "2000"


def wrong(row: Row, records: Sequence[AnyRecord]) -> list[Event]:
    """The events that a sentence's records tell as having happened, and should not."""
    told = [r for r in records if isinstance(r, Event) and r.factuality == "actual"]
    return [e for e in told if not (row["kind"] == "historical" and _past(e))]


def _past(event: Event) -> bool:
    day = event.when and (event.when.end or event.when.start)
    return bool(day and day < PAST)


def score(pipeline: Pipeline, found: Sequence[Row]) -> Iterator[tuple[Row, list[Event]]]:
    """Each row with its wrong events."""
    for row, records in zip(found, rows.read(pipeline, found), strict=True):
        yield row, wrong(row, records)


def main() -> None:
    """Print the share of wrong sentences: all, by half, by kind."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--half", choices=("a", "b", "c"))
    ask.add_argument("--list", action="store_true", help="also print each wrong event")
    given = ask.parse_args()
    scored = list(score(reader.load(), rows.load(FILE, given.half)))
    lines = list(rows.table(rows.shares(((row, bool(events)) for row, events in scored), "half", "kind")))
    if given.list:
        lines += [f"{r['kind']:12} {r['text']}\n    {e.code} {e.made_by}: {e.evidence[0].quote!r}" for r, es in scored for e in es]
    sys.stdout.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    main()
