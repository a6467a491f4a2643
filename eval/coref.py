"""Scores coreference over all noun phrases: MUC, B³ and CEAFe by head match, and their mean (CoNLL F1).

    python -m eval.coref ONTOGUM.jsonl [--actors] [--list]

A mention of ours is an annotated one where its head is that one's head; for names also where the annotated head is a word of ours.
Chains of one mention are left out on both sides. `--actors` scores the chains of actors alone, without those of things.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from itertools import chain as joined
from pathlib import Path
from typing import TypeAlias

import msgspec
from scipy.optimize import linear_sum_assignment

from detente import reader
from detente.pipeline import Pipeline
from detente.reading import Reading
from detente.stages.coref import resolved
from detente.stages.coref.chains import Phrase, chains, mentioned
from detente.stages.coref.scene import Scene
from eval.coref_gold import Gold, actors, golds, read

Chains: TypeAlias = Sequence[frozenset[int]]
METRICS = ("muc", "b3", "ceafe")


class Sum(msgspec.Struct):
    """Numerators and denominators of recall and precision, summed over articles."""

    hit: float = 0.0
    of: float = 0.0
    right: float = 0.0
    said: float = 0.0

    def add(self, recall: tuple[float, float], precision: tuple[float, float]) -> None:
        """Add those of one article."""
        self.hit, self.of = self.hit + recall[0], self.of + recall[1]
        self.right, self.said = self.right + precision[0], self.said + precision[1]

    def f1(self) -> tuple[float, float, float]:
        """Recall, precision and their harmonic mean."""
        r, p = self.hit / (self.of or 1.0), self.right / (self.said or 1.0)
        return r, p, 2 * r * p / ((r + p) or 1.0)


def muc(key: Chains, response: Chains) -> tuple[float, float]:
    """Links of the key that the response keeps (Vilain et al. 1995)."""
    at = {m: n for n, c in enumerate(response) for m in c}
    kept = sum(len(c) - len({at.get(m, -1 - m) for m in c}) for c in key)
    return float(kept), float(sum(len(c) - 1 for c in key))


def b3(key: Chains, response: Chains) -> tuple[float, float]:
    """For each mention of the key the share of its chain that the response has with it (Bagga and Baldwin 1998)."""
    at = {m: c for c in response for m in c}
    return sum(len(c & at.get(m, frozenset())) / len(c) for c in key for m in c), float(sum(map(len, key)))


def ceafe(key: Chains, response: Chains) -> float:
    """The similarity of the best one-to-one alignment of chains (Luo 2005, phi 4)."""
    if not key or not response:
        return 0.0
    alike = [[2 * len(k & r) / (len(k) + len(r)) for r in response] for k in key]
    rows, columns = linear_sum_assignment(alike, maximize=True)
    return float(sum(alike[r][c] for r, c in zip(rows, columns, strict=True)))


def add(sums: dict[str, Sum], key: Chains, response: Chains) -> None:
    """Add one article."""
    sums["muc"].add(muc(key, response), muc(response, key))
    sums["b3"].add(b3(key, response), b3(response, key))
    same = ceafe(key, response)
    sums["ceafe"].add((same, float(len(key))), (same, float(len(response))))


def aligned(gold: Gold, reading: Reading, found: Iterable[Iterable[Phrase]]) -> tuple[Chains, Chains]:
    """Annotated chains and ours as sets of numbers; the same number is the same mention."""
    parse = reading.parse
    words = list(joined.from_iterable(gold.clusters))
    spans = [(gold.tokens[w.head].start, w.start, w.end) for w in words]
    number = iter(range(len(words)))
    key = [frozenset(next(number) for _ in c) for c in gold.clusters]
    taken: set[int] = set()
    response = []
    for ours in found:
        made = set()
        for phrase in ours:
            start, end = parse.start[phrase.head], parse.end[phrase.head]
            low, high = parse.start[phrase.first], parse.end[phrase.last - 1]
            fits = [
                (not start <= head < end, b - a, n)
                for n, (head, a, b) in enumerate(spans)
                if n not in taken and a <= start < b and (start <= head < end or (phrase.name and low <= head < high))
            ]
            if fits:
                taken.add(min(fits)[2])
            made.add(min(fits)[2] if fits else len(words) + phrase.head)
        response.append(frozenset(made))
    return key, [c for c in response if len(c) > 1]


def phrases(reading: Reading, pipeline: Pipeline, *, only_actors: bool = False) -> list[list[Phrase]]:
    """Our chains of an article."""
    if only_actors:
        return [[mentioned(reading.mentions[i]) for i in c] for c in actors(reading)]
    return chains(resolved(Scene(reading.article, reading.parse, reading.mentions, reading.candidates, pipeline.lexicon)))


def main() -> None:
    """Score a file."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("articles", type=Path)
    options.add_argument("--actors", action="store_true", help="chains of actors only")
    options.add_argument("--list", action="store_true", help="also print the chains")
    args = options.parse_args()
    pipeline = reader.load()
    sums = {name: Sum() for name in METRICS}
    for gold in golds(args.articles):
        reading = read(pipeline, gold)
        found = phrases(reading, pipeline, only_actors=args.actors)
        key, response = aligned(gold, reading, found)
        add(sums, key, response)
        if args.list:
            _print(gold, reading, found, key, response)
    for name, made in sums.items():
        r, p, f = made.f1()
        print(f"{name:6} R {r:.3f}  P {p:.3f}  F1 {f:.3f}")
    print(f"CoNLL F1 {100 * sum(s.f1()[2] for s in sums.values()) / len(sums):.2f}")


def _print(gold: Gold, reading: Reading, found: Sequence[Sequence[Phrase]], key: Chains, response: Chains) -> None:
    """Annotated chains with the number of our chain at each mention, then what of ours nobody annotated."""
    at = {m: n for n, c in enumerate(response) for m in c}
    words = [w.text for w in joined.from_iterable(gold.clusters)]
    print(f"== {gold.doc_id}")
    for c in key:
        print("  ", " | ".join(f"{words[m][:40]}:{at.get(m, '-')}" for m in sorted(c)))
    heads = {p.head: " ".join(reading.parse.words[p.first : p.last]) for ours in found for p in ours}
    for n, c in enumerate(response):
        extra = [heads[m - len(words)] for m in sorted(c) if m >= len(words)]
        if extra:
            print("   extra", n, f"of {len(c)}:", " | ".join(extra))


if __name__ == "__main__":
    main()
