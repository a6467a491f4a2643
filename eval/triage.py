"""What triage skips, what that loses and what it gains: `python -m eval.triage [--shared ../shared] [--half a] [--list]`.

The archive is mixed: the annotated articles and sentences of `--shared` where they are given, our own annotated articles and sentences,
the examples, and `triage.jsonl`: 169 texts without politics and 100 short political items, half of each looked at while the words were
chosen. Every text is read by the whole pipeline. Lost are all events, positions, relations and agreements coded in texts that triage
skips, right or wrong, as a share of all of the archive; a political item that is skipped is lost whatever is coded in it.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from detente import reader
from detente.ingest import articles as ingested
from detente.pipeline import Pipeline
from detente.reading import Reading
from detente.records import Agreement, Article, Event, Position, Relation
from detente.triage import Triage
from eval import gold, rows, shared

HERE = Path(__file__).parent
OWN = ("noevents", "planned", "relays", "verbless", "voices")
TEXTS = ("attribution/gum_news_half", "time/meantime_en", "time/wikiwars")
WORDS = 60
"""Words of a text without politics, about: such texts joined by fours are of the length of a page."""


class Part(msgspec.Struct, frozen=True):
    """A part of the archive and what was measured in it; `seconds` of triage and of reading."""

    name: str
    articles: int
    skipped: int
    coded: int
    lost: tuple[str, ...]
    triage: float
    reading: float


def parts(half: str | None, folder: Path | None) -> Iterator[tuple[str, list[Article]]]:
    """The archive by parts."""
    own = rows.load(HERE / "triage.jsonl", half)
    for name in ("plain", "brief"):
        yield name, _made([row["text"] for row in own if row["part"] == name])
    yield "eval/articles", _made([json.loads(g.line())["text"] for g in gold.load()])
    yield "examples", [a for a in ingested([str(HERE.parent / "examples")]) if isinstance(a, Article)]
    for name in OWN:
        yield name, _made([row["text"] for row in rows.load(HERE / f"{name}.jsonl")])
    if folder is not None and shared.there(folder):
        yield "gold/articles", _made(_texts(folder / "gold" / "articles", "*-*.json"))
        for name in TEXTS:
            yield name.rpartition("/")[2], _made(_texts(folder / "gold", f"{name}.jsonl"))
        for name in shared.SENTENCES:
            yield name, _made(_texts(folder / "gold" / "sentences", f"{name}.jsonl"))


def _texts(folder: Path, pattern: str) -> Iterator[str]:
    for path in sorted(folder.glob(pattern)):
        for line in path.read_text("utf-8").splitlines() if path.suffix == ".jsonl" else [path.read_text("utf-8")]:
            yield json.loads(line)["text"]


def _made(texts: Sequence[str] | Iterator[str]) -> list[Article]:
    return [Article(id=str(n), text=text, published=rows.PUBLISHED, digest="") for n, text in enumerate(texts)]


def measure(name: str, found: Sequence[Article], pipeline: Pipeline, triage: Triage) -> Part:
    """Read a part with the whole pipeline, and see what triage would have skipped."""
    begun = time.process_time()
    reasons = [triage.reason(a.text) for a in found]
    between = time.process_time()
    made = [r for r in pipeline.read_many(found) if isinstance(r, Reading)]
    ended = time.process_time()
    lost = [_told(r) for r, why in zip(made, reasons, strict=True) if why]
    whole = [f"skipped: {a.text}" for a, why in zip(found, reasons, strict=True) if why and name == "brief"]
    return Part(
        name, len(made), sum(map(bool, reasons)), sum(len(_told(r)) for r in made),
        (*(told for each in lost for told in each), *whole), between - begun, ended - between,
    )  # fmt: skip


def _told(reading: Reading) -> list[str]:
    """What is coded in a reading: the kind of each record and its words."""
    records: tuple[Event | Position | Relation | Agreement, ...]
    records = (*reading.events, *reading.positions, *reading.relations, *reading.agreements)
    return [f"{type(r).__name__.lower()}: {r.evidence[0].quote if r.evidence else ''}" for r in records]


def joined(found: Sequence[Article], size: int = 4) -> list[Article]:
    """Texts put together by `size`: pages of the usual length, of which one sentence is enough for all to be read."""
    return _made(["\n\n".join(a.text for a in found[at : at + size]) for at in range(0, len(found), size)])


def line(part: Part) -> str:
    """A part as a line of the table."""
    each = part.triage / part.articles * 1e6 if part.articles else 0
    share = part.skipped / part.articles if part.articles else 0
    return (
        f"{part.name:18}{part.articles:6}{part.skipped:6} {share:6.1%}{part.coded:7}{len(part.lost):5}"
        f"{each:9.0f}{part.triage / part.reading:8.1%}"
    )


def main() -> None:
    """Print a line a part, the share of records lost, and what is gained in texts without politics."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    ask.add_argument("--half", choices=("a", "b"))
    ask.add_argument("--list", action="store_true", help="also print what is lost")
    given = ask.parse_args()
    sifting = reader.load(triage=True)
    triage = sifting.triage
    assert triage is not None
    pipeline = Pipeline(sifting.parser, sifting.lexicon, sifting.grammar)
    measured = []
    sys.stdout.write(f"{'part':18}{'texts':>6}{'skip':>6} {'share':>6}{'coded':>7}{'lost':>5}{'µs each':>9}{'of read':>8}\n")
    for name, found in parts(given.half, given.shared):
        measured.append(measure(name, found, pipeline, triage))
        sys.stdout.write(line(measured[-1]) + "\n")
        if name == "plain":
            sys.stdout.write(line(measure("plain, by fours", joined(found), pipeline, triage)) + "\n")
        if given.list:
            sys.stdout.writelines(f"    {told[:150]}\n" for told in measured[-1].lost)
    coded, lost = sum(p.coded for p in measured), sum(len(p.lost) for p in measured)
    plain = measured[0]
    sys.stdout.write(f"lost {lost} of {coded} records: {lost / coded:.3%}\n")
    gain = plain.skipped / plain.articles - plain.triage / plain.reading
    sys.stdout.write(f"texts without politics: {gain:.1%} of the time of reading is saved, net of triage\n")


if __name__ == "__main__":
    main()
