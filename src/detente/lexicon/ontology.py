"""PLOVER's types, modes, quads and scores, from `ontology/plover.yaml`."""

from __future__ import annotations

import msgspec

from detente.errors import DataError
from detente.lexicon.shelf import Shelf
from detente.records import Code, Event, Factuality


class Type(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the 16 types. `quad` is 1 to 4 (verbal and material cooperation, verbal and material conflict), `score` -10 to +10."""

    quad: int
    score: float
    does: str
    verb: str
    recipient: bool
    modes: dict[str, float]


class Ontology(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The types, and what a type is counted as while it is only planned."""

    types: dict[Code, Type]
    planned: dict[Code, Code]

    def folded(self, code: Code, factuality: Factuality) -> Code:
        """The code as PLOVER counts it: a planned cooperative act is AGREE, an announced retreat CONCEDE."""
        return self.planned.get(code, code) if factuality == "planned" else code

    def intensity(self, code: Code, mode: str | None) -> float:
        """PLOVER's score of a mode, else of its type."""
        kind = self.types[code]
        return kind.modes.get(mode or "", kind.score)

    def settled(self, event: Event) -> Event:
        """An event whose counted type, score and quad follow from its code, mode and status."""
        folded = self.folded(event.code, event.factuality)
        return msgspec.structs.replace(event, plover=folded, intensity=self.intensity(folded, event.mode), quad=self.types[folded].quad)


def load(shelf: Shelf) -> Ontology:
    """The ontology of a shelf. Raises DataError where there is none."""
    files = shelf.documents("ontology/plover", Ontology)
    if not files:
        raise DataError("ontology/plover.yaml is missing")
    return files[-1]
