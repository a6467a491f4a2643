"""The words by which news is told apart that is no politics: fiction, sport, business, private suits; from `lexicon/offstage.yaml`."""

from __future__ import annotations

import msgspec

from detente.errors import DataError
from detente.lexicon.shelf import Shelf


class OffstageFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as written: lists of base forms, one space apart, `_` joins two."""

    fiction: str
    parts: str
    figures: str
    tells: str
    performers: str
    sport: str
    sporting: str
    athletes: str
    private: str
    public: str
    courts: str
    suits: str
    heroes: str
    lore: str
    retells: str
    worlds: str
    nature: str
    wrecks: str
    mishaps: str
    stakes: str
    idioms: str


class Offstage(msgspec.Struct, frozen=True):
    """Sets of base forms; what each is for is said in the file."""

    fiction: frozenset[str]
    parts: frozenset[str]
    figures: frozenset[str]
    tells: frozenset[str]
    performers: frozenset[str]
    sport: frozenset[str]
    sporting: frozenset[str]
    athletes: frozenset[str]
    private: frozenset[str]
    public: frozenset[str]
    courts: frozenset[str]
    suits: frozenset[str]
    heroes: frozenset[str]
    lore: frozenset[str]
    retells: frozenset[str]
    worlds: frozenset[str]
    nature: frozenset[str]
    wrecks: frozenset[str]
    mishaps: frozenset[str]
    stakes: frozenset[str]
    idioms: frozenset[str]


def load(shelf: Shelf) -> Offstage:
    """The words of a shelf. Raises DataError where there are none."""
    files = shelf.documents("lexicon/offstage", OffstageFile)
    if not files:
        raise DataError("lexicon/offstage.yaml is missing")
    names = OffstageFile.__struct_fields__
    return Offstage(**{n: frozenset(w.replace("_", " ") for f in files for w in getattr(f, n).split()) for n in names})
