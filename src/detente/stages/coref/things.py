"""Noun phrases that are no mentions of actors: what "it" and "they" may stand for instead."""

from __future__ import annotations

from collections.abc import Iterator

from detente.stages.coref.clues import Spot
from detente.stages.coref.scene import Scene

_PLACES = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "poss", "dative", "ROOT", "appos"))
_EMPTY = frozenset(
    """way part time times day days year years month months week weeks hour hours minute minutes second lot number addition fact case
    example course order end thing things today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday percent
    cent rest kind sort front terms behalf result""".split()
)
BACK = 2  # sentences before that of the pronoun


def rivals(scene: Scene, pronoun: int, tags: tuple[str, ...]) -> Iterator[Spot]:
    """The things of this sentence and the one before, numbered below zero; the same noun is the same thing."""
    parse = scene.parse
    here = parse.sentence_of[pronoun]
    numbers: dict[str, int] = {}
    for token in range(parse.sentences[max(0, here - BACK)][0], pronoun):
        if parse.tag[token] not in tags or parse.dep[token] not in _PLACES or token in scene.at or parse.lower[token] in _EMPTY:
            continue
        if parse.right[token] > pronoun and parse.sentence_of[token] == here:
            continue  # the pronoun is part of it
        number = numbers.setdefault(parse.lemma[token], -1 - len(numbers))
        yield Spot(parse.left[token], token + 1, token, number, "nominal")
