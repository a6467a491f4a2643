"""PLOVER's 37 contexts: the words that show them."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from detente.errors import DataError
from detente.lexicon.phrases import PhraseTable
from detente.lexicon.shelf import Shelf


class ContextFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as written; words stand one space apart, `_` joins two."""

    words: dict[str, str]
    cameo: dict[str, tuple[str, ...]]


class Contexts(msgspec.Struct, frozen=True):
    """Phrases with the contexts that they show, in the codebook's order; contexts by CAMEO code."""

    order: tuple[str, ...]
    phrases: PhraseTable[str]
    cameo: Mapping[str, tuple[str, ...]]


def load(shelf: Shelf) -> Contexts:
    """The contexts of a shelf. Raises DataError where there are none."""
    files = shelf.documents("lexicon/contexts", ContextFile)
    if not files:
        raise DataError("lexicon/contexts.yaml is missing")
    return Contexts(
        order=tuple(dict.fromkeys(name for f in files for name in f.words)),
        phrases=PhraseTable((w.replace("_", " "), name) for f in files for name, words in f.words.items() for w in words.split()),
        cameo={code: names for f in files for code, names in f.cameo.items()},
    )


def by_code(cameo: str | None, words: Contexts) -> tuple[str, ...]:
    """The contexts that go with a CAMEO code, by its longest known beginning; none without a code."""
    for length in range(len(cameo or ""), 1, -1):
        if cameo and (names := words.cameo.get(cameo[:length])):
            return names
    return ()
