"""The ranker of antecedents of personal pronouns: a weight for each clue, learned from annotated text."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from detente.lexicon.shelf import Shelf

NOBODY = "nobody"
"""The clue whose weight is the score of nobody in reach being meant."""


class ClueRow(msgspec.Struct, frozen=True):
    """A row of pronouns.tsv."""

    clue: str
    weight: float


class Ranker(msgspec.Struct, frozen=True):
    """A multinomial logistic model over the mentions near a pronoun and nobody; a clue without a weight counts nothing."""

    weights: Mapping[str, float]

    def scores(self, clues: Iterable[Iterable[str]]) -> list[float]:
        """The log-odds of each mention, from the clues that hold of it."""
        get = self.weights.get
        return [sum(get(clue, 0.0) for clue in held) for held in clues]

    def shares(self, scores: Sequence[float], entities: Sequence[int]) -> dict[int, float]:
        """The probability of each entity, whose mentions are summed; what is missing to 1 is that of nobody."""
        nobody = self.weights.get(NOBODY, 0.0)
        top = max([nobody, *scores])
        found: dict[int, float] = {}
        for score, entity in zip(scores, entities, strict=True):
            found[entity] = found.get(entity, 0.0) + math.exp(score - top)
        total = math.exp(nobody - top) + sum(found.values())
        return {entity: share / total for entity, share in found.items()}


def load(shelf: Shelf) -> Ranker:
    """Read pronouns.tsv; an overlay's weights replace ours. Raises DataError for a bad row."""
    return Ranker({row.clue: row.weight for row in shelf.table("lexicon/pronouns", ClueRow)})
