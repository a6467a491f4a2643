"""Words that triage weighs: those of politics that stand in every kind of text, and those that do not; from `lexicon/triage.yaml`."""

from __future__ import annotations

import msgspec

from detente.errors import DataError
from detente.lexicon.shelf import Shelf


class EverydayFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as written: lists of words, one space apart."""

    nouns: str
    triggers: str
    politics: str


class Everyday(msgspec.Struct, frozen=True):
    """Nouns for actors, and triggers of rules, that are no sign of politics by themselves; `politics` are words that are one."""

    nouns: frozenset[str]
    triggers: frozenset[str]
    politics: frozenset[str]


def load(shelf: Shelf) -> Everyday:
    """The words of a shelf; overlays add to ours. Raises DataError where there are none."""
    files = shelf.documents("lexicon/triage", EverydayFile)
    if not files:
        raise DataError("lexicon/triage.yaml is missing")
    names = EverydayFile.__struct_fields__
    return Everyday(**{n: frozenset(w for f in files for w in getattr(f, n).split()) for n in names})
