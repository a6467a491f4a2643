"""Score expressions of time against annotated texts: `python eval/times.py FOLDER [--list]`.

FOLDER holds `meantime_en.jsonl` (spans and values; values of the first ten characters count, as in TempEval-3) and
`wikiwars.jsonl` (spans). Each line is {text, dct, timexes: [{start, end, value}]}. Where an annotation lies inside another one,
both count.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import time
from collections.abc import Iterator
from datetime import date

from detente.lexicon import calendar
from detente.lexicon.shelf import Shelf
from detente.nlp.spacy import SpacyParser
from detente.reading import Timex
from detente.stages import times

SETS = ("meantime_en", "wikiwars")


def f1(hits: int, found: int, gold: int) -> tuple[float, float, float]:
    """Precision, recall and their harmonic mean."""
    p, r = hits / found if found else 0.0, hits / gold if gold else 0.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def documents(file: pathlib.Path) -> Iterator[dict[str, object]]:
    """The annotated texts of a file."""
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def main() -> None:
    """Print strict span F1 and value F1 for each set."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("folder", type=pathlib.Path)
    ap.add_argument("--list", action="store_true", help="print what was missed, extra or has another value")
    ap.add_argument("--sets", nargs="*", default=SETS)
    args = ap.parse_args()
    parser, index = SpacyParser(), calendar.load(Shelf())
    for name in args.sets:
        print(name, score(args.folder / f"{name}.jsonl", parser, index, show=args.list))


def score(file: pathlib.Path, parser: SpacyParser, index: calendar.Calendar, *, show: bool) -> str:
    """The figures of one set as a line of text."""
    hits = found = gold = valued = 0
    spent = {"parse": 0.0, "times": 0.0}
    for doc in documents(file):
        text, dct = str(doc["text"]), doc["dct"]
        clock = time.perf_counter()
        parse = parser.parse(text)
        spent["parse"] += time.perf_counter() - clock
        clock = time.perf_counter()
        timexes, _ = times.read(parse, index, date.fromisoformat(str(dct)[:10]) if dct else None)
        spent["times"] += time.perf_counter() - clock
        mine = {(parse.start[t.first], parse.end[t.last - 1]): t for t in timexes}
        theirs = {(t["start"], t["end"]): t for t in doc["timexes"]}  # type: ignore[attr-defined]
        same = mine.keys() & theirs.keys()
        hits, found, gold = hits + len(same), found + len(mine), gold + len(theirs)
        right = {s for s in same if matches(mine[s], theirs[s].get("value"))}
        valued += len(right)
        if show:
            report(text, mine, theirs, right)
    spans, values = f1(hits, found, gold), f1(valued, found, gold)
    share = spent["times"] / spent["parse"]
    return f"spans P {spans[0]:.3f} R {spans[1]:.3f} F1 {spans[2]:.3f}; values F1 {values[2]:.3f} of {gold}; {share:.1%} of parsing"


def matches(timex: Timex, value: str | None) -> bool:
    """Whether two TIMEX3 values are the same, to the day."""
    mine = timex.value or ""
    return mine == value or (timex.type == "time" and mine[:10] == (value or "")[:10])


def report(
    text: str, mine: dict[tuple[int, int], Timex], theirs: dict[tuple[int, int], dict[str, str]], right: set[tuple[int, int]]
) -> None:
    """Print one text's errors, each with a little context."""
    for s, e in sorted(mine.keys() | theirs.keys()):
        if (s, e) in right:
            continue
        kind = "value " if (s, e) in mine and (s, e) in theirs else "extra " if (s, e) in mine else "missed"
        said = (mine[s, e].value if (s, e) in mine else "", theirs[s, e].get("value") if (s, e) in theirs else "")
        print(kind, (text[max(0, s - 40) : s] + "[" + text[s:e] + "]" + text[e : e + 25]).replace("\n", "¶"), *said, sep=" | ")


if __name__ == "__main__":
    main()
