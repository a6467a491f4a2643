"""Words of politics that stand in every kind of text: what triage gives less weight; from `lexicon/triage.yaml`."""

from __future__ import annotations

import msgspec

from detente.errors import DataError
from detente.lexicon.shelf import Shelf


class EverydayFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as written: lists of words, one space apart."""

    nouns: str
    triggers: str


class Everyday(msgspec.Struct, frozen=True):
    """Nouns for actors, and triggers of rules, that are no sign of politics by themselves."""

    nouns: frozenset[str]
    triggers: frozenset[str]


def load(shelf: Shelf) -> Everyday:
    """The words of a shelf; overlays add to ours. Raises DataError where there are none."""
    files = shelf.documents("lexicon/triage", EverydayFile)
    if not files:
        raise DataError("lexicon/triage.yaml is missing")
    return Everyday(frozenset(w for f in files for w in f.nouns.split()), frozenset(w for f in files for w in f.triggers.split()))
