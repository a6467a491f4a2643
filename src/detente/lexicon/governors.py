"""What governing words do to an act: made ready from `lexicon/governors.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

import msgspec

from detente.errors import DataError
from detente.lexicon.shelf import Shelf

Effect: TypeAlias = Literal["planned", "possible", "denied"]


class GovernorFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as written: for each part of speech, words by what they do; words stand one space apart, `_` joins two."""

    verbs: dict[Effect, str]
    adjectives: dict[Effect, str]
    nouns: dict[Effect, str]
    prepositions: dict[Effect, str]
    adverbs: dict[Effect, str]
    nouns_that_happen: str
    states: str
    carry: str


class Governors(msgspec.Struct, frozen=True):
    """From a base form to what it does to what it governs; `happen` are verbs that only say that their
    subject takes place, `states` those that name no act, so that saying one will do them promises nothing,
    `carry` light verbs, whose mood is that of the act that is their object."""

    verbs: Mapping[str, Effect]
    adjectives: Mapping[str, Effect]
    nouns: Mapping[str, Effect]
    prepositions: Mapping[str, Effect]
    adverbs: Mapping[str, Effect]
    happen: frozenset[str]
    states: frozenset[str]
    carry: frozenset[str]


def load(shelf: Shelf) -> Governors:
    """The governors of a shelf. Raises DataError where there are none."""
    files = shelf.documents("lexicon/governors", GovernorFile)
    if not files:
        raise DataError("lexicon/governors.yaml is missing")

    def index(part: str) -> dict[str, Effect]:
        return {word.replace("_", " "): effect for f in files for effect, words in getattr(f, part).items() for word in words.split()}

    return Governors(
        verbs=index("verbs"),
        adjectives=index("adjectives"),
        nouns=index("nouns"),
        prepositions=index("prepositions"),
        adverbs=index("adverbs"),
        happen=frozenset(w for f in files for w in f.nouns_that_happen.split()),
        carry=frozenset(w for f in files for w in f.carry.split()),
        states=frozenset(w for f in files for w in f.states.split()),
    )
