"""Trains the ranker of antecedents of "he" and "she", and writes its weights to `data/lexicon/pronouns.tsv`.

    python -m eval.train_pronouns GAP.jsonl [--out FILE]

The model is a multinomial logistic regression over the mentions of a snippet and nobody; the likelihood of a case is that of all
mentions of the right entity together, since any of them is a right antecedent. It is trained twice: first on names, then with the
pronouns before the one in question, given to somebody by the first. L-BFGS from zero on data in file order: the same file gives
the same weights. Only weights are written, no words of the texts.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import msgspec
import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from detente.lexicon import Shelf, gazetteer
from detente.lexicon.gazetteer import Gazetteer
from detente.lexicon.pronouns import NOBODY, Ranker
from detente.lexicon.shelf import OURS
from detente.nlp.parse import Parse
from detente.nlp.spacy import SpacyParser
from detente.stages.coref import pronouns
from detente.stages.coref.clues import Spot, View, weigh
from detente.stages.coref.scene import quoted
from eval.gap import SEXES, A, B, Case, cases, spots, tokens

PRIOR = 3.0
"""Weight of the quadratic penalty; by cross-validation anything from 2 to 8 is as good."""
SEEN = 3
"""A clue must hold of so many mentions to get a weight."""
FILE = OURS / "lexicon" / "pronouns.tsv"
NOTE = (
    "# Weights of the clues of stages/coref/clues.py, by eval/train_pronouns.py from GAP development (Webster et al. 2018, Apache-2.0;\n"
    "# its texts: Wikipedia, CC BY-SA). No text is contained. Do not edit: train again.\n"
)
Array: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"


class Example(msgspec.Struct, frozen=True):
    """A case as the ranker sees it: for each mention its entity and clues; `right` is the entity meant, -1 where neither name is."""

    entities: tuple[int, ...]
    clues: tuple[tuple[str, ...], ...]
    right: int


class Design(msgspec.Struct, frozen=True):
    """All mentions of all examples as a sparse matrix, with the first row of each example and one more."""

    clues: csr_matrix
    starts: Array
    right: Array
    """For each row 1 where the mention is a right one."""
    nobody: Array
    """For each example 1 where nobody of the two is meant."""


class Snippet(msgspec.Struct, frozen=True):
    """A parsed case: what clues ask of it, its pronoun, and the names near."""

    case: Case
    view: View
    pronoun: int
    names: tuple[Spot, ...]

    def example(self, ranker: Ranker | None = None) -> Example:
        """The case as the ranker sees it; `ranker` gives the pronouns before to whom it is sure of, as the stage does in text order."""
        found = list(self.names) if ranker is None else self._with_pronouns(ranker)
        right = A if self.case.a_coref else B if self.case.b_coref else -1
        return Example(tuple(s.entity for s in found), tuple(map(tuple, weigh(self.view, self.pronoun, found))), right)

    def _with_pronouns(self, ranker: Ranker) -> list[Spot]:
        parse, found = self.view.parse, list(self.names)
        for token in range(self.pronoun):
            if pronouns.SEXES.get(parse.lower[token]) != SEXES[self.case.gender]:
                continue
            near = [s for s in found if parse.sentence_of[s.head] <= parse.sentence_of[token]]
            shares = ranker.shares(ranker.scores(weigh(self.view, token, near)), [s.entity for s in near])
            best = max(shares, key=lambda n: shares[n], default=-1)
            if best >= 0 and shares[best] >= pronouns.SURE:
                found.append(Spot(token, token + 1, token, best, "pronoun"))
                found.sort(key=lambda s: (s.head, s.first))
        return found


def snippet(case: Case, parse: Parse, known: Gazetteer) -> Snippet:
    """A parsed case."""
    view = View(parse, quoted(parse), known.words.say)
    return Snippet(case, view, tokens(parse, case.pronoun)[0], tuple(spots(parse, case, known.given)))


def trained(snippets: Sequence[Snippet]) -> tuple[Ranker, Ranker]:
    """A ranker that knows names only, and one that also knows the pronouns that the first has given to somebody."""
    names = train([s.example() for s in snippets])
    return names, train([s.example(names) for s in snippets])


def train(examples: Sequence[Example]) -> Ranker:
    """The ranker with the likeliest weights under the penalty."""
    counts = Counter(clue for e in examples for held in e.clues for clue in held)
    columns = {clue: n for n, clue in enumerate(sorted(c for c, n in counts.items() if n >= SEEN))}
    design = _design(examples, columns)
    made = minimize(_loss, np.zeros(len(columns) + 1), args=(design,), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    weights = {clue: round(float(w), 3) for clue, w in zip(columns, made.x[:-1], strict=True)}
    return Ranker({NOBODY: round(float(made.x[-1]), 3), **{c: w for c, w in weights.items() if w}})


def _design(examples: Sequence[Example], columns: Mapping[str, int]) -> Design:
    rows: list[int] = []
    cells: list[int] = []
    right: list[float] = []
    starts = [0]
    for e in examples:
        for entity, held in zip(e.entities, e.clues, strict=True):
            for clue in held:
                if clue in columns:
                    rows.append(len(right))
                    cells.append(columns[clue])
            right.append(float(entity == e.right if e.right >= 0 else entity not in (A, B)))
        starts.append(len(right))
    matrix = csr_matrix((np.ones(len(rows)), (rows, cells)), shape=(len(right), len(columns)))
    return Design(matrix, np.array(starts), np.array(right), np.array([float(e.right < 0) for e in examples]))


def _loss(weights: Array, design: Design) -> tuple[float, Array]:
    """Minus the penalised log-likelihood, and its gradient."""
    first = design.starts[:-1]
    each = np.repeat(np.arange(len(first)), np.diff(design.starts))
    scores = design.clues @ weights[:-1]
    top = np.maximum(np.maximum.reduceat(scores, first), weights[-1])
    odds, nobody = np.exp(scores - top[each]), np.exp(weights[-1] - top)
    every = np.add.reduceat(odds, first) + nobody
    good = np.maximum(np.add.reduceat(odds * design.right, first) + nobody * design.nobody, 1e-12)
    slope = odds * design.right / good[each] - odds / every[each]
    last = (nobody * design.nobody / good - nobody / every).sum()
    loss = -np.log(good / every).sum() + PRIOR / 2 * (weights @ weights)
    return float(loss), np.append(-(design.clues.T @ slope), -last) + PRIOR * weights


def write(ranker: Ranker, path: Path) -> None:
    """Write the weights as a table."""
    rows = [f"{clue}\t{weight:g}\n" for clue, weight in sorted(ranker.weights.items())]
    path.write_text(NOTE + "clue\tweight\n" + "".join(rows), encoding="utf-8")


def snippets(path: Path) -> list[Snippet]:
    """The cases of a file, parsed."""
    parser, known = SpacyParser(), gazetteer.load(Shelf())
    return [snippet(case, parser.parse(case.text), known) for case in cases(path)]


def main() -> None:
    """Train on the file named on the command line."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("cases", type=Path)
    options.add_argument("--out", type=Path, default=FILE)
    args = options.parse_args()
    ranker = trained(snippets(args.cases))[1]
    write(ranker, args.out)
    print(f"{len(ranker.weights)} weights, {args.out.stat().st_size} bytes: {args.out.name}")


if __name__ == "__main__":
    main()
