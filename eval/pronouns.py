"""Scores pronouns.

    python -m eval.pronouns gap GAP.jsonl [--shipped]     # F1 by five-fold cross-validation; by sex, and the bias between them
    python -m eval.pronouns news GUM.jsonl [--list]       # of the pronouns of news: asserted how many, and how many of those rightly

GAP: the two names are given; the ranker says for each whether it is meant. `--shipped` scores the weights in the tree instead of
training (only of use over cases that they were not trained on).
News: all third-person pronouns that the annotators gave an antecedent which is no pronoun. One is asserted where `cast` says whom it
stands for, and right where the mention of that actor next before it (else the first after it) has its head within a mention that the
annotators gave the same entity, and is not some other entity's head.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from detente import reader
from detente.lexicon import Shelf
from detente.lexicon import pronouns as lexicon_pronouns
from detente.lexicon.pronouns import Ranker
from detente.reading import Reading
from eval.coref_gold import THIRD, Gold, Words, golds, read, token_at
from eval.gap import A, B, Case

FOLDS = 5
LEAST = 0.2
"""A name is said to be meant from this probability; the other name must have less."""


class Tally(msgspec.Struct):
    """Right, wrong and missed answers."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, said: bool, meant: bool) -> None:
        """Count one answer."""
        self.right += said and meant
        self.wrong += said and not meant
        self.missed += meant and not said

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def gap_figures(cases: Sequence[Case], shares: Sequence[dict[int, float]]) -> dict[str, float]:
    """F1 over both names of all cases, of each sex, and the bias: feminine over masculine."""
    tallies = {"all": Tally(), "M": Tally(), "F": Tally()}
    for case, share in zip(cases, shares, strict=True):
        a, b = share.get(A, 0.0), share.get(B, 0.0)
        for tally in (tallies["all"], tallies[case.gender]):
            tally.add(a > b and a >= LEAST, case.a_coref)
            tally.add(b >= a and b >= LEAST, case.b_coref)
    out = {f"f1_{name}": t.f1 for name, t in tallies.items()}
    return out | {"bias": out["f1_F"] / max(1e-9, out["f1_M"])}


def gap(path: Path, *, shipped: bool = False) -> dict[str, float]:
    """The figures over a file of cases: every fifth case is judged by a ranker trained on the others."""
    from eval.train_pronouns import Snippet, snippets, trained  # noqa: PLC0415  numpy is needed for training only

    def share(rankers: tuple[Ranker, Ranker], one: Snippet) -> dict[int, float]:
        example = one.example(rankers[0])
        return rankers[1].shares(rankers[1].scores(example.clues), example.entities)

    found = snippets(path)
    cases = [s.case for s in found]
    if shipped:
        ranker = lexicon_pronouns.load(Shelf())
        return gap_figures(cases, [share((ranker, ranker), s) for s in found])
    made = [trained([s for n, s in enumerate(found) if n % FOLDS != fold]) for fold in range(FOLDS)]
    return gap_figures(cases, [share(made[n % FOLDS], s) for n, s in enumerate(found)])


class Answer(msgspec.Struct, frozen=True):
    """A pronoun of an article: what the annotators mean, and what we say, if anything; `person` where they mean people."""

    words: Words
    meant: str
    said: str | None
    right: bool
    person: bool
    how: str


def answers(gold: Gold, reading: Reading) -> list[Answer]:
    """All third-person pronouns of an article that have an antecedent which is no pronoun."""
    parse = reading.parse
    chains: dict[str, list[Words]] = {}
    for words in gold.mentions:
        chains.setdefault(words.entity, []).append(words)
    at = {m.head: i for i, m in enumerate(reading.mentions)}
    found = []
    for words in gold.mentions:
        named = [w for w in chains[words.entity] if w.form != "pronoun"]
        if words.text.lower() not in THIRD or words.form != "pronoun" or not named:
            continue
        i = at.get(token_at(parse, words.start), -1)
        who = reading.cast.who[i] if i >= 0 else ()
        nearest = [j for one in who if (j := _nearest(reading, i, one)) >= 0]
        right = bool(nearest) and all(_of(chains[words.entity], reading, j, len(nearest) > 1) for j in nearest)
        said = " + ".join(parse.words[reading.mentions[j].head] for j in nearest) if nearest else "+".join(who) or None
        how = reading.cast.how[i] if i >= 0 else "no mention"
        found.append(Answer(words, named[0].text, said, right, words.type == "person", how))
    return found


def _nearest(reading: Reading, i: int, who: str) -> int:
    """The mention of an actor next before mention `i` that is no pronoun, else the first after it; -1 where none is."""
    same = [j for j, m in enumerate(reading.mentions) if reading.cast.who[j] == (who,) and m.form not in ("adjective", "pronoun")]
    before = [j for j in same if j < i]
    return before[-1] if before else same[0] if same else -1


def _of(chain: Iterable[Words], reading: Reading, j: int, joint: bool) -> bool:
    """Whether our mention is one of a chain: the same head, for names each head in the other; `joint`: a part of "X and Y"."""
    parse, mention = reading.parse, reading.mentions[j]
    start, end = parse.start[mention.head], parse.end[mention.head]
    inside = range(parse.start[mention.first], parse.end[mention.last - 1])
    for words in chain:
        if words.start < end and words.end > start:
            named = mention.form == "name" and words.head_start in inside
            if named or start <= words.head_start < end or (joint and " and " in words.text):
                return True
    return False


def news_figures(found: Sequence[Answer]) -> dict[str, float]:
    """Coverage and precision: over all, over people, over he and she."""
    out: dict[str, float] = {}
    sets = {
        "all": list(found),
        "people": [a for a in found if a.person],
        "he_she": [a for a in found if a.words.text.lower()[0] in "hs"],
        "they": [a for a in found if a.words.text.lower().startswith("the")],
        "it": [a for a in found if a.words.text.lower().startswith("it")],
    }
    for name, some in sets.items():
        said = [a for a in some if a.said is not None]
        out |= {
            f"{name}_number": len(some),
            f"{name}_coverage": len(said) / max(1, len(some)),
            f"{name}_precision": sum(a.right for a in said) / max(1, len(said)),
        }
    return out


def main() -> None:
    """Score a file."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("what", choices=("gap", "news"))
    options.add_argument("cases", type=Path)
    options.add_argument("--shipped", action="store_true")
    options.add_argument("--list", action="store_true", help="also print each pronoun of the news")
    args = options.parse_args()
    if args.what == "gap":
        figures = gap(args.cases, shipped=args.shipped)
    else:
        pipeline = reader.load()
        found = []
        for gold in golds(args.cases):
            some = answers(gold, read(pipeline, gold))
            found += some
            for a in some if args.list else ():
                mark = "open " if a.said is None else "right" if a.right else "WRONG"
                print(f"{gold.doc_id} {a.words.start} {mark} {a.words.text} = {a.meant!r}; said {a.said!r}: {a.how}")
        figures = news_figures(found)
    for name, value in figures.items():
        print(f"{name:18} {value:.3f}")


if __name__ == "__main__":
    main()
