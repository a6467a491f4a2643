"""Scores what is read of single sentences: relays and addressees, attributions without a verb of saying, the article's certainty.

    python -m eval.relays eval/relays.jsonl [--half a|b] [--list]
    python -m eval.relays eval/verbless.jsonl
    python -m eval.relays eval/voices.jsonl

Each line has `id`, `form`, `half`, `text` and what should be read of it. All sentences are made up.
Relays: `speaker` (names, any of them), `addressees`, `chain` (from the outermost relay inwards), `content`. One construction is right
where an attribution shares half of the content (of the union), has the speaker, names the addressees and no other, and has the
holders of the chain in order; `?word` is a source without a name: no actor, or one whose name or mentions hold the word.
Verbless: `speaker`, `content`: an attribution of any manner with the speaker, half of the content shared.
Voices: `event` (words), `certainty`: of the first event whose trigger is one of the words; none counts as missed.
"""

from __future__ import annotations

import argparse
import collections
import io
import json
import sys
from pathlib import Path
from typing import Any

import detente
from detente.ingest import jsonl
from detente.ingest.given import Given
from detente.reading import Attribution, Reading
from detente.records import Article
from eval.pairing import fold

HALF = 0.5
CLASSES = ("certain", "probable", "possible", "unknown")
Row = dict[str, Any]


def _read(rows: list[Row]) -> list[Reading]:
    pipeline = detente.load()
    lines = "".join(json.dumps({"id": r["id"], "text": r["text"], "published": "2024-05-15", "clean": True}) + "\n" for r in rows)
    found = list(jsonl.read(io.BytesIO(lines.encode()), given=Given(), source="eval"))
    return [pipeline.read(a) for a in found if isinstance(a, Article)]


class Names:
    """The names by which the actors of a reading are called in its text."""

    def __init__(self, reading: Reading) -> None:
        self.known: dict[str, set[str]] = {}
        for actor in reading.actors:
            ident = actor.id.removeprefix(reading.article.id)
            self.known[ident] = {fold(n) for n in (actor.name, *actor.aliases, *(m.quote for m in actor.mentions))}

    def same(self, wanted: str | None, ident: str | None) -> bool:
        """Whether an actor has the wanted name or one that ends or begins with it; `?word` may be nobody; None is nobody."""
        if wanted is None:
            return ident is None
        if wanted.startswith("?"):
            return ident is None or any(fold(wanted[1:]) in n for n in self.known.get(ident, ()))
        name = fold(wanted)
        return ident is not None and any(_alike(name, n) for n in self.known.get(ident, ()))


def _alike(wanted: str, name: str) -> bool:
    return (
        wanted == name
        or f" {name} ".endswith(f" {wanted} ")
        or f" {name} ".startswith(f" {wanted} ")
        or f" {wanted} ".endswith(f" {name} ")
    )


def _shared(reading: Reading, told: Attribution, wanted: str) -> float:
    """Intersection over union of the wanted words and the content, whole or its best piece, in characters."""
    at = reading.article.text.index(wanted)
    gold = set(range(at, at + len(wanted)))
    parse = reading.parse
    pieces = [set(range(parse.start[a], parse.end[b - 1])) for a, b in (told.content, *told.more)]
    return max(len(gold & own) / len(gold | own) for own in (*pieces, set().union(*pieces)))


def relay(row: Row, reading: Reading) -> tuple[bool, str]:
    """Whether a relay was read as it should be, and what was read instead."""
    names, seen = Names(reading), []
    for told in reading.attributions:
        if _shared(reading, told, row["content"]) < HALF:
            continue
        right = (
            any(names.same(n, told.speaker) for n in row["speaker"]),
            len(told.addressees) == len(row["addressees"]) and all(map(names.same, row["addressees"], told.addressees)),
            len(told.chain) == len(row["chain"]) and all(names.same(n, s.holder) for n, s in zip(row["chain"], told.chain, strict=True)),
        )
        if all(right):
            return True, ""
        seen.append(f"{told.speaker} -> {told.addressees} chain {[(s.holder, s.how) for s in told.chain]} {told.rule}")
    return False, "; ".join(seen) or "no such content"


def verbless(row: Row, reading: Reading) -> tuple[bool, str]:
    """Whether an attribution was found, and what was found instead."""
    names = Names(reading)
    if any(names.same(row["speaker"][0], a.speaker) and _shared(reading, a, row["content"]) >= HALF for a in reading.attributions):
        return True, ""
    parse, text = reading.parse, reading.article.text
    return False, "; ".join(
        f"{a.speaker}: {text[parse.start[a.content[0]] : parse.end[a.content[1] - 1]]!r} {a.rule}" for a in reading.attributions
    )


def voice(row: Row, reading: Reading) -> str:
    """The certainty of the event that a word among these names; empty where none was found."""
    at = reading.article.text.index(row["event"])
    end = at + len(row["event"])
    starts = reading.parse.start
    named = [e for e, deed in zip(reading.events, reading.deeds, strict=True) if at <= starts[deed.trigger] < end]
    return named[0].certainty if named else ""


def _right(rows: list[Row], readings: list[Reading], listing: bool) -> list[str]:
    counts: dict[str, list[int]] = collections.defaultdict(lambda: [0, 0])
    lines = []
    for row, reading in zip(rows, readings, strict=True):
        good, why = (relay if "chain" in row else verbless)(row, reading)
        for key in ("all", f"half {row['half']}", row["form"]):
            counts[key][0] += good
            counts[key][1] += 1
        if listing and not good:
            lines.append(f"{row['id']}  {row['text']!r}\n    got {why}")
    return lines + [f"{key:24}{good:4} of {of:4}   {good / of:.3f}" for key, (good, of) in counts.items()]


def _classes(rows: list[Row], readings: list[Reading], listing: bool) -> list[str]:
    pairs = [(row["certainty"], voice(row, reading)) for row, reading in zip(rows, readings, strict=True)]
    lines = []
    if listing:
        lines = [f"{r['id']}  {g} got {m or 'no event'}  {r['text']!r}" for r, (g, m) in zip(rows, pairs, strict=True) if g != m]
    lines.append("class         F1     all-certain F1")
    for name in CLASSES:
        plain = f1([(g, "certain") for g, _ in pairs], name)
        lines.append(f"{name:12}{f1(pairs, name):.3f}  {plain:.3f}")
    found = sum(1 for _, made in pairs if made)
    return [*lines, f"events found {found} of {len(pairs)}; right {sum(g == m for g, m in pairs)}"]


def f1(pairs: list[tuple[str, str]], name: str) -> float:
    """F1 of one class over pairs (wanted, made)."""
    good = sum(g == m == name for g, m in pairs)
    total = sum(g == name for g, _ in pairs) + sum(m == name for _, m in pairs)
    return 2 * good / total if total else 0.0


def main() -> None:
    """Read the file named on the command line and print the figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("file", type=Path)
    options.add_argument("--half", choices=("a", "b"))
    options.add_argument("--list", action="store_true", help="also print what was not right")
    args = options.parse_args()
    rows = [json.loads(line) for line in args.file.open(encoding="utf-8")]
    rows = [r for r in rows if args.half in (None, r["half"])]
    score = _classes if "certainty" in rows[0] else _right
    sys.stdout.write("".join(line + "\n" for line in score(rows, _read(rows), args.list)))


if __name__ == "__main__":
    main()
