"""Whether events are still found in sentences that look like no politics: `python -m eval.traps [--list]`.

`traps.jsonl` holds 119 sentences, the counterpart of `noevents.jsonl`: strikes, courts that bar a minister, banned firms, aid after a
storm, football fans against a government. Right is an event told as `actual` whose type, or type after PLOVER's folding, is one of
those that the row names; `|` stands between types where the codebook allows both.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from detente import reader
from detente.records import Event
from eval import rows
from eval.planned import score, told
from eval.rows import Row

FILE = Path(__file__).parent / "traps.jsonl"


def right(row: Row, events: Sequence[Event]) -> bool:
    """Whether one of the events is what a row tells of, as something that happened."""
    wanted = row["code"].split("|")
    return any(e.factuality == "actual" and (e.code in wanted or e.plover in wanted) for e in events)


def main() -> None:
    """Print the share of sentences whose event is found: all, by type."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--list", action="store_true", help="also print what was read instead")
    given = ask.parse_args()
    scored = list(score(reader.load(), rows.load(FILE)))
    lines = list(rows.table(rows.shares(((row, right(row, events)) for row, events in scored), "code")))
    if given.list:
        lines += [f"{row['code']:9} {row['text']}\n    {told(events)}" for row, events in scored if not right(row, events)]
    sys.stdout.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    main()
