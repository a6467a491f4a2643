"""Word lists that the finding of actors goes by, and given names with their sex."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from detente.errors import DataError
from detente.lexicon.shelf import Shelf

CLASSES = (
    "particles", "org_heads", "media_heads", "place_heads", "thing_heads", "state_nouns", "group_nouns", "motion", "say", "think",
    "plain", "relative", "former", "weak", "premier_led", "deeds", "aimed",
)  # fmt: skip


class WordClass(msgspec.Struct, frozen=True):
    """A row of actor_words.tsv."""

    name: str = msgspec.field(name="class")
    words: tuple[str, ...] = ()


class ActorWords(msgspec.Struct, frozen=True):
    """The lists, in lower case. Each field is a class of actor_words.tsv."""

    particles: frozenset[str]
    org_heads: frozenset[str]
    media_heads: frozenset[str]
    place_heads: frozenset[str]
    thing_heads: frozenset[str]
    state_nouns: frozenset[str]
    group_nouns: frozenset[str]
    motion: frozenset[str]
    say: frozenset[str]
    think: frozenset[str]
    plain: frozenset[str]
    relative: frozenset[str]
    former: frozenset[str]
    weak: frozenset[str]
    deeds: frozenset[str]
    """Verbs of what people do, whose unknown subject is rather a person than a place."""
    aimed: frozenset[str]
    """Verbs and nouns of what is done to people, not to places."""
    premier_led: frozenset[str]
    """Country codes, in lower case, of states whose leader is the head of government."""


def load(shelf: Shelf) -> ActorWords:
    """Read actor_words.tsv; an overlay's rows add words. Raises DataError for a class that no stage asks for."""
    lists: Mapping[str, set[str]] = {name: set() for name in CLASSES}
    for row in shelf.table("lexicon/actor_words", WordClass):
        if row.name not in lists:
            raise DataError(f"actor_words.tsv: no such class {row.name!r}")
        lists[row.name].update(row.words)
    return ActorWords(**{name: frozenset(words) for name, words in lists.items()})
