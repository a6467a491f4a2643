"""Which of the things named near a pronoun it stands for, how probably, and what tells them apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from detente.stages.coref.clues import Spot, weigh
from detente.stages.coref.scene import Scene

REASONS = {
    family: words
    for words, families in {
        "nearest": "near hobbs nearhobbs gap d",
        "the build of the sentence": "path meet clause same",
        "its part in the sentence": "r dr dp dm m",
        "the same part in the sentence": "rp drp",
        "what the sentence before is about": "topic",
        "who speaks": "say",
        "inside or outside quotation marks": "q",
        "named first of several": "top",
        "named alone": "joint",
        "named most": "count",
        "whom the text is about": "opens",
        "by name": "form",
        "man or woman by name": "sexed",
    }.items()
    for family in families.split()
}
"""Families of clues in the words of `explain`."""


class Ranked(msgspec.Struct, frozen=True):
    """The likeliest antecedent: its entity, the probabilities of it and of the next, and what spoke for it most."""

    entity: int
    share: float
    next: float
    why: str


def rank(scene: Scene, pronoun: int, spots: Sequence[Spot]) -> Ranked | None:
    """The likeliest of the spots (in text order), or None where there are none."""
    if not spots:
        return None
    clues = weigh(scene.view, pronoun, spots)
    scores = [score + spot.lean for score, spot in zip(scene.ranker.scores(clues), spots, strict=True)]
    shares = scene.ranker.shares(scores, [s.entity for s in spots])
    order = sorted(shares, key=lambda n: (-shares[n], n))
    best = max((k for k, s in enumerate(spots) if s.entity == order[0]), key=lambda k: scores[k])
    rivals = [k for k, s in enumerate(spots) if s.entity != order[0]]
    if not rivals:
        return Ranked(order[0], shares[order[0]], 0.0, "the only one near that fits")
    rival = max(rivals, key=lambda k: scores[k])
    return Ranked(order[0], shares[order[0]], shares[order[1]], _reason(scene.ranker.weights, clues[best], clues[rival]))


def _reason(weights: Mapping[str, float], mine: Sequence[str], theirs: Sequence[str]) -> str:
    """The family of clues that sets two spots apart most, in words."""
    lead: dict[str, float] = {}
    for clues, sign in ((mine, 1.0), (theirs, -1.0)):
        for clue in clues:
            words = REASONS.get(clue.partition(":")[0], "")
            lead[words] = lead.get(words, 0.0) + sign * weights.get(clue, 0.0)
    lead.pop("", None)
    return max(lead, key=lambda words: (lead[words], words))
