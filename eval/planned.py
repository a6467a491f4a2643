"""Whether acts that lie ahead are found with their type, as planned: `python -m eval.planned [--half a] [--list]`.

`planned.jsonl` holds 171 sentences of ten forms (scheduled, promised, expected, "is to", "will", "plans to", headline infinitives,
"ahead of", "set for", the present for the future). Right is an event told as `planned` whose type, or type after PLOVER's folding, is that
of the act. The second figure also takes a promise for right that is recorded as the act that it is: an AGREE or CONCEDE that happened.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from detente import reader
from detente.pipeline import Pipeline
from detente.records import Event
from eval import rows
from eval.rows import Row

FILE = Path(__file__).parent / "planned.jsonl"
FOLDED = {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "CONCEDE"}
VOWS = ("AGREE", "CONCEDE")


def right(row: Row, events: Sequence[Event]) -> bool:
    """Whether one of the events is the planned act of a row."""
    wanted = row["code"]
    return any(e.factuality == "planned" and (e.code == wanted or e.plover == FOLDED.get(wanted, wanted)) for e in events)


def promised(row: Row, events: Sequence[Event]) -> bool:
    """Whether a promise is recorded as such, in place of what it promises."""
    return row["form"] == "promise" and any(e.factuality == "actual" and e.code in VOWS for e in events)


def score(pipeline: Pipeline, found: Sequence[Row]) -> Iterator[tuple[Row, list[Event]]]:
    """Each row with its events."""
    for row, records in zip(found, rows.read(pipeline, found), strict=True):
        yield row, [r for r in records if isinstance(r, Event)]


def main() -> None:
    """Print the share of right sentences: all, by half, by form."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--half", choices=("a", "b", "c"))
    ask.add_argument("--list", action="store_true", help="also print what was read instead")
    given = ask.parse_args()
    scored = list(score(reader.load(), rows.load(FILE, given.half)))
    lines = list(rows.table(rows.shares(((row, right(row, events)) for row, events in scored), "half", "form")))
    kept = rows.shares((row, right(row, events) or promised(row, events)) for row, events in scored)
    lines += [f"with promises as acts: {line}" for line in rows.table(kept)]
    if given.list:
        lines += [f"{row['code']:9} {row['text']}\n    {told(events)}" for row, events in scored if not right(row, events)]
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def told(events: Sequence[Event]) -> str:
    """The events of a sentence in one line: code, status, rule, words."""
    return "; ".join(f"{e.code} {e.factuality} {e.made_by} {e.evidence[0].quote!r}" for e in events) or "nothing"


if __name__ == "__main__":
    main()
