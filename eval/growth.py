"""What a larger grammar costs: `python -m eval.growth [--times 10] [--rounds 15]`.

Beside the rules as they are, each is copied under other ids with other triggers that no text holds, until the grammar is ten times as
large. The stage `events` then codes the annotated articles of `eval/articles` with both; of several rounds, taken in turn, the fastest of
each counts.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO

import msgspec

from detente import grammar, lexicon, reader
from detente.grammar import Grammar, Rule
from detente.lexicon import Lexicon, Shelf
from detente.nlp.spacy import SpacyParser
from detente.pipeline import Pipeline
from detente.reading import Reading
from detente.records import Code
from detente.stages import events
from eval.gold import load


def grown(rules: Mapping[str, tuple[Code, Rule]], times: int) -> Iterator[tuple[Code, Rule]]:
    """The rules, and as many copies that only other triggers set off as make the grammar `times` as large."""
    yield from rules.values()
    for number in range(1, times):
        for name, (code, rule) in rules.items():
            verbs = tuple(_other(v, number, 0) for v in rule.verbs)
            nouns = tuple(_other(n, number, -1) for n in rule.nouns)
            yield code, msgspec.structs.replace(rule, id=f"{name}.copy{number}", verbs=verbs, nouns=nouns)


def _other(phrase: str, number: int, trigger: int) -> str:
    """A phrase whose trigger word, the first or the last, is no word."""
    words = phrase.split()
    words[trigger] = f"{words[trigger].removeprefix('@')}#{number}"
    return " ".join(words)


def seconds(readings: Sequence[Reading], rules: Grammar, words: Lexicon) -> float:
    """How long the stage takes over all readings."""
    clock = time.perf_counter()
    for r in readings:
        events.code(r.parse, r.cast, r.places, r.attributions, grammar=rules, lexicon=words)
    return time.perf_counter() - clock


def main() -> None:
    """Print the seconds with both grammars and by how much the larger one is slower."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--times", type=int, default=10)
    ask.add_argument("--rounds", type=int, default=15)
    given = ask.parse_args()
    shelf = Shelf()
    words, small = lexicon.load(shelf), grammar.load(shelf)
    large = grammar.compile_rules(grown(small.rules, given.times), grammar.classes(shelf))
    pipeline = Pipeline(SpacyParser(), words, small)
    readings = list(_articles(pipeline))
    taken = [(seconds(readings, small, words), seconds(readings, large, words)) for _ in range(given.rounds)]
    before, after = (min(column) for column in zip(*taken, strict=True))
    sys.stdout.write(f"{len(small.rules)} rules {before:.4f} s; {len(large.rules)} rules {after:.4f} s; {after / before - 1:+.1%}\n")


def _articles(pipeline: Pipeline) -> Iterator[Reading]:
    lines = b"".join(gold.line() for gold in load())
    for found in reader.read_many(["-"], pipeline=pipeline, stdin=BytesIO(lines)):
        if isinstance(found, Reading):
            yield found


if __name__ == "__main__":
    main()
