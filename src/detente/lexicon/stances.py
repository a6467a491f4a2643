"""Which words take a stand: made ready from `lexicon/stances.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from detente.errors import DataError
from detente.lexicon.shelf import Shelf
from detente.records import Act, Code, Stance


class StanceFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as written; words stand one space apart, `_` joins two."""

    deeds: dict[Code, Stance]
    rules: dict[str, Stance | Literal["none"]]
    acts: dict[Act, Stance]
    wills: dict[Stance, str]
    nouns: dict[Stance, str]
    adjectives: dict[Stance, str]
    about: tuple[str, ...]
    mute: str = ""
    said: str = ""
    solid: str = ""
    matters: str = ""
    silence: str = ""
    blows: str = ""
    needs: dict[str, str] = {}


class Stances(msgspec.Struct, frozen=True):
    """From a code, an act of speech, a verb, a noun or an adjective to the stance that it takes.

    `about` are prepositions before an issue; the rule of a deed may say `none`.
    """

    deeds: Mapping[Code, Stance]
    rules: Mapping[str, Stance | Literal["none"]]
    acts: Mapping[Act, Stance]
    wills: Mapping[str, Stance]
    nouns: Mapping[str, Stance]
    adjectives: Mapping[str, Stance]
    about: frozenset[str]
    mute: frozenset[str]
    """Words whose deed or act is no stand, whatever its code."""
    said: frozenset[str]
    """Heads of what is said or told, which one rejects without a stand on an issue."""
    solid: frozenset[str]
    """Words of will that are a stand only on a matter, not on somebody."""
    matters: frozenset[str]
    """Nouns of what one takes a stand on, which a pronoun may take up and which it tells something to welcome."""
    silence: frozenset[str]
    """Verbs of telling: who refuses to tell takes no stand."""
    blows: frozenset[str]
    """Deeds of force, which one condemns without a stand on a policy."""
    needs: Mapping[str, str]
    """Words of will that are a stand only with this preposition ("march against")."""


def load(shelf: Shelf) -> Stances:
    """The stances of a shelf. Raises DataError where there are none."""
    files = shelf.documents("lexicon/stances", StanceFile)
    if not files:
        raise DataError("lexicon/stances.yaml is missing")
    last = files[-1]

    def index(words: dict[Stance, str]) -> dict[str, Stance]:
        return {w.replace("_", " "): stance for stance, listed in words.items() for w in listed.split()}

    return Stances(
        deeds=last.deeds,
        rules={k: v for f in files for k, v in f.rules.items()},
        acts=last.acts,
        wills={k: v for f in files for k, v in index(f.wills).items()},
        nouns={k: v for f in files for k, v in index(f.nouns).items()},
        adjectives={k: v for f in files for k, v in index(f.adjectives).items()},
        about=frozenset(last.about),
        mute=frozenset(w for f in files for w in f.mute.split()),
        said=frozenset(w for f in files for w in f.said.split()),
        needs={k: v for f in files for k, v in f.needs.items()},
        matters=frozenset(w for f in files for w in f.matters.split()),
        silence=frozenset(w for f in files for w in f.silence.split()),
        blows=frozenset(w for f in files for w in f.blows.split()),
        solid=frozenset(w for f in files for w in f.solid.split()),
    )
