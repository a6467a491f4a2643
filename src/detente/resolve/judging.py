"""Judgements put into words: records cited so that they are found again, ids that are the hash of all the rest."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from detente import codec
from detente.records import Actor, AnyRecord, Article, Cited, Correction, Detail, Event, Judgement, Position, Relation, Statement, Verdict


def cite(record: AnyRecord) -> Cited:
    """A record as judgements and corrections cite it."""
    article = getattr(record, "article", None) or record.id
    if isinstance(record, Article):
        return Cited(record.id, article, None, record.title)
    if isinstance(record, Actor):
        return Cited(record.id, article, record.type, record.name)
    if isinstance(record, Event):
        return Cited(record.id, article, record.code, record.evidence[0].quote)
    if isinstance(record, Statement):
        return Cited(record.id, article, record.act, record.content.quote)
    evidence = record.evidence[0].quote if isinstance(record, (Position, Relation)) else None
    return Cited(record.id, article, None, evidence)


def judged(verdict: Verdict, of: Sequence[AnyRecord], reason: str, *, about: Detail | None = None) -> Judgement:
    """The program's judgement on some records; the same words on the same records have the same id."""
    return sealed(Judgement(id="", verdict=verdict, of=tuple(map(cite, of)), reason=reason, about=about))


def sealed(said: Judgement) -> Judgement:
    """The same judgement, its id made of all the rest."""
    return msgspec.structs.replace(said, id=codec.digest(codec.encode(msgspec.structs.replace(said, id="")).decode()))


def sealed_correction(said: Correction) -> Correction:
    """The same correction, its id made of all the rest."""
    return msgspec.structs.replace(said, id=codec.digest(codec.encode(msgspec.structs.replace(said, id="")).decode()))
