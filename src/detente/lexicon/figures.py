"""Words of number and amount: made ready from `lexicon/figures.yaml`."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from detente.errors import DataError
from detente.lexicon.shelf import Shelf


class FigureFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as written; words stand one space apart, `_` joins two."""

    numbers: dict[str, float]
    scales: dict[str, float]
    plurals: dict[str, float]
    least: str
    most: str
    about: str
    after_least: str
    after_most: str
    currencies: dict[str, str]
    units: str
    fates: dict[str, str]
    people: str
    things: str
    never: str


class Amounts(msgspec.Struct, frozen=True):
    """From words to numbers: `before` and `after` say which side of a number is open (`least`, `most`, `about`); `fates`
    go from a verb to what happened to the people counted under it."""

    numbers: Mapping[str, float]
    scales: Mapping[str, float]
    plurals: Mapping[str, float]
    before: Mapping[tuple[str, ...], str]
    after: Mapping[tuple[str, ...], str]
    currencies: Mapping[str, str]
    units: frozenset[str]
    fates: Mapping[str, str]
    people: frozenset[str]
    things: frozenset[str]
    never: frozenset[str]


def load(shelf: Shelf) -> Amounts:
    """The words of number of a shelf. Raises DataError where there are none."""
    files = shelf.documents("lexicon/figures", FigureFile)
    if not files:
        raise DataError("lexicon/figures.yaml is missing")
    last = files[-1]
    return Amounts(
        numbers=last.numbers,
        scales=last.scales,
        plurals=last.plurals,
        before=_sides(least=last.least, most=last.most, about=last.about),
        after=_sides(least=last.after_least, most=last.after_most),
        currencies={word: name for f in files for word, name in f.currencies.items()},
        units=frozenset(w for f in files for w in f.units.split()),
        fates={w: fate for f in files for fate, words in f.fates.items() for w in words.split()},
        people=frozenset(w for f in files for w in f.people.split()),
        things=frozenset(w for f in files for w in f.things.split()),
        never=frozenset(w for f in files for w in f.never.split()),
    )


def _sides(**words: str) -> dict[tuple[str, ...], str]:
    return {tuple(phrase.split("_")): side for side, listed in words.items() for phrase in listed.split()}
