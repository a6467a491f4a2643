"""How well copies are told from other reports of the same, on articles that a seeded generator makes; and how fast.

    python -m eval.copies [--events 200] [--seed 1] [--show]

A copy is found where its judgement leads, over other copies perhaps, to the articles made of the same original. Precision is the part of
all judgements that do. Independent reports of one event share a quotation, and many a background or a communique: none of them is a copy.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from time import process_time

import msgspec

from detente.corpus import Corpus
from detente.resolve import judge, sketch
from detente.resolve.copies import Index
from eval.copies_made import KINDS, Made, made


class Figures(msgspec.Struct, frozen=True):
    """Part of the copies that are found, part of the judgements that are right, and the pairs that are wrong."""

    recall: float
    precision: float
    by_kind: dict[str, float]
    wrong: tuple[tuple[str, str], ...]
    missed: tuple[str, ...]


def measure(articles: Sequence[Made]) -> Figures:
    """Judge them all, and compare with how they were made."""
    of = {m.article.id: m.originals for m in articles}
    said = [j for j in judge(Corpus(m.article for m in articles)) if j.verdict == "copy"]
    pairs = [(j.of[0].id, j.of[1].id) for j in said]
    wrong = tuple((a, b) for a, b in pairs if not of[a] & of[b])
    linked = {ident for a, b in pairs if of[a] & of[b] for ident in (a, b)}
    copies = [m for m in articles if m.kind != "original"]
    missed = tuple(m.article.id for m in copies if m.article.id not in linked)
    made_of, missed_of = Counter(m.kind for m in copies), Counter(m.kind for m in copies if m.article.id not in linked)
    return Figures(
        recall=1 - len(missed) / len(copies),
        precision=1 - len(wrong) / len(pairs) if pairs else 1.0,
        by_kind={kind: 1 - missed_of[kind] / made_of[kind] for kind in KINDS if made_of[kind]},
        wrong=wrong,
        missed=missed,
    )


def speed(texts: Sequence[str]) -> float:
    """Texts a second of one core through sketch and index: what every article costs, copy or not."""
    index, begun = Index(), process_time()
    for number, text in enumerate(texts):
        sampled = sketch(text)
        index.near(sampled)
        index.add(str(number), sampled)
    return len(texts) / (process_time() - begun)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    articles = made(options.seed, options.events)
    found = measure(articles)
    kinds = Counter(m.kind for m in articles)
    print(f"{len(articles)} articles, {len(articles) - kinds['original']} of them copies")
    print(f"recall {found.recall:.4f}  precision {found.precision:.4f}")
    print("  ".join(f"{kind} {share:.3f}" for kind, share in found.by_kind.items()))
    texts = [m.article.text for m in articles]
    print(f"{speed(texts):,.0f} articles a second of {sum(len(t.split()) for t in texts) // len(texts)} words")
    if options.show:
        print("wrong:", *found.wrong, "missed:", *found.missed, sep="\n  ")


if __name__ == "__main__":
    main()
