"""Judgements and corrections made: their ids are the hash of all the rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import msgspec

from detente import codec
from detente.corpus.cited import cite
from detente.records import AnyRecord, Correction, Detail, Judgement, Verdict

Said = TypeVar("Said", Judgement, Correction)


def judged(verdict: Verdict, of: Sequence[AnyRecord], reason: str, *, about: Detail | None = None) -> Judgement:
    """The program's judgement on some records; the same words on the same records have the same id."""
    return sealed(Judgement(id="", verdict=verdict, of=tuple(map(cite, of)), reason=reason, about=about))


def sealed(said: Said) -> Said:
    """The same judgement or correction, its id made of all the rest."""
    return msgspec.structs.replace(said, id=codec.digest(codec.encode(msgspec.structs.replace(said, id="")).decode()))
