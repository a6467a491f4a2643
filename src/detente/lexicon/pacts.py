"""Words of agreements: made ready from `lexicon/pacts.yaml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

import msgspec

from detente.errors import DataError
from detente.lexicon.phrases import PhraseTable
from detente.lexicon.shelf import Shelf

Status: TypeAlias = Literal["signed", "in force", "proposed", "broken"]
ORDER: tuple[Status, ...] = ("proposed", "signed", "in force", "broken")
"""From the least to the most that may have become of an agreement."""


class PactFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as written; words stand one space apart, `_` joins two."""

    kinds: dict[str, str]
    weak: str
    names: str
    not_modifier: str
    signed: str
    proposed: str
    in_force: str
    broken: str
    dead: str
    carriers: str
    follows: str
    agree: str
    stipulate: str


class Pacts(msgspec.Struct, frozen=True):
    """From a phrase of base forms to the kind of document that it names; and words by what they do to one."""

    nouns: PhraseTable[str]
    weak: frozenset[str]
    names: frozenset[str]
    not_modifier: frozenset[str]
    statuses: Mapping[str, Status]
    """Base form to a status of `Agreement`; a word of two lists has the later one of `ORDER`."""
    dead: PhraseTable[bool]
    carriers: frozenset[str]
    follows: frozenset[str]
    agree: frozenset[str]
    stipulate: frozenset[str]


def load(shelf: Shelf) -> Pacts:
    """The words of a shelf; overlays add to ours. Raises DataError where there is no file."""
    files = shelf.documents("lexicon/pacts", PactFile)
    if not files:
        raise DataError("lexicon/pacts.yaml is missing")
    listed = {status: [getattr(f, status.replace(" ", "_")) for f in files] for status in ORDER}
    return Pacts(
        nouns=PhraseTable(
            (form, kind) for f in files for kind, words in f.kinds.items() for word in _words([words]) for form in (word, word + "s")
        ),
        weak=frozenset(_words(f.weak for f in files)),
        names=frozenset(_words(f.names for f in files)),
        not_modifier=frozenset(_words(f.not_modifier for f in files)),
        statuses={word: status for status in ORDER for word in _words(listed[status])},
        dead=PhraseTable((word, True) for word in _words(f.dead for f in files)),
        carriers=frozenset(_words(f.carriers for f in files)),
        follows=frozenset(_words(f.follows for f in files)),
        agree=frozenset(_words(f.agree for f in files)),
        stipulate=frozenset(_words(f.stipulate for f in files)),
    )


def _words(lists: Iterable[str]) -> Iterable[str]:
    return (w.replace("_", " ") for words in lists for w in words.split())
