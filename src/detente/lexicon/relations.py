"""Words for how actors stand to one another: made ready from `lexicon/relations.yaml`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeAlias

import msgspec

from detente.errors import DataError
from detente.lexicon.phrases import PhraseTable
from detente.lexicon.shelf import Shelf
from detente.records import RelationType

Value: TypeAlias = Literal["close", "improving", "normal", "strained", "hostile"]


class Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a group of words says: a relation's type and value, and where the other side and the matter stand."""

    type: RelationType
    value: Value | None = None
    nouns: str = ""
    verbs: str = ""
    words: str = ""
    of: str = ""
    other: str = ""
    about: str = ""
    turned: bool = False
    thing: bool = False


class Leverage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of power over another, as written."""

    nouns: str
    alone: str
    chips: str
    over: str
    verbs: str


class Sanctions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of sanctions, as written."""

    nouns: str
    against: str
    verbs: str


class RelationFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as written; words stand one space apart, `_` joins two."""

    ties: str
    values: dict[Value, str]
    copulas: str
    standing: tuple[Frame, ...]
    roles: tuple[Frame, ...]
    verbs: tuple[Frame, ...]
    adjectives: tuple[Frame, ...]
    leverage: Leverage
    sanctions: Sanctions
    former: str


class Sense(msgspec.Struct, frozen=True):
    """What a noun phrase that names a relation is: its family, and the frame of its group where that has one."""

    family: Literal["tie", "standing", "role", "leverage", "chip", "sanction"]
    frame: Frame | None = None


class Relations(msgspec.Struct, frozen=True):
    """All words by their first: `nouns` of every family, `values` of ties, `adjectives`; `verbs` by base form."""

    nouns: PhraseTable[Sense]
    values: PhraseTable[Value]
    adjectives: PhraseTable[Frame]
    verbs: Mapping[str, tuple[Frame, ...]]
    copulas: frozenset[str]
    alone: frozenset[str]
    over: tuple[str, ...]
    against: tuple[str, ...]
    wielding: frozenset[str]
    imposing: frozenset[str]
    former: frozenset[str]


def load(shelf: Shelf) -> Relations:
    """The words of a shelf; overlays add to ours. Raises DataError where there is no file."""
    files = shelf.documents("lexicon/relations", RelationFile)
    if not files:
        raise DataError("lexicon/relations.yaml is missing")
    verbs: dict[str, tuple[Frame, ...]] = {}
    for frame in (f for file in files for f in file.verbs):
        for verb in _words(frame.verbs):
            verbs[verb] = (*verbs.get(verb, ()), frame)
    last = files[-1]
    return Relations(
        nouns=PhraseTable(_nouns(files)),
        values=PhraseTable((w, value) for f in files for value, words in f.values.items() for w in _words(words)),
        adjectives=PhraseTable((w, frame) for f in files for frame in f.adjectives for w in _words(frame.words)),
        verbs=verbs,
        copulas=frozenset(_words(last.copulas)),
        alone=frozenset(_words(last.leverage.alone)),
        over=tuple(_words(last.leverage.over)),
        against=tuple(_words(last.sanctions.against)),
        wielding=frozenset(_words(last.leverage.verbs)),
        imposing=frozenset(_words(last.sanctions.verbs)),
        former=frozenset(_words(last.former)),
    )


def _nouns(files: Iterable[RelationFile]) -> Iterator[tuple[str, Sense]]:
    for file in files:
        for frame in file.standing:
            yield from ((w, Sense("standing", frame)) for w in _words(frame.nouns))
        for frame in file.roles:
            yield from ((w, Sense("role", frame)) for w in _words(frame.nouns))
        yield from ((w, Sense("chip")) for w in _words(file.leverage.chips))
        yield from ((w, Sense("leverage")) for w in _words(file.leverage.nouns))
        yield from ((w, Sense("sanction")) for w in _words(file.sanctions.nouns))
        yield from ((w, Sense("tie")) for w in _words(file.ties))


def _words(written: str) -> Iterator[str]:
    return (w.replace("_", " ") for w in written.split())
