"""Statements, positions, relations and agreements: by whom they are found, and when."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from detente.corpus import corrected
from detente.records import Agreement, Position, Relation, Statement
from detente.store import said
from detente.store.db import Db, listed
from detente.store.told import UNDATED

Claim: TypeAlias = Statement | Position | Relation | Agreement
KINDS = (Statement, Position, Relation, Agreement)


def sync(db: Db, claims: Iterable[str]) -> None:
    """Rows for these records, as corrections leave them."""
    asked = listed(claims)
    rows = db.all(
        "SELECT row, article, data FROM record WHERE kind IN ('statement', 'position', 'relation', 'agreement') "
        "AND id IN (SELECT value FROM json_each(?)) ORDER BY row",
        asked,
    )
    if not rows:
        return
    db.do("DELETE FROM claim WHERE row IN (SELECT row FROM record WHERE id IN (SELECT value FROM json_each(?)))", asked)
    amended = said.corrections(db, (str(value) for value in claims))
    for row, article, data in rows:
        for claim in corrected.apply((db.packer.unpack(data),), amended):  # type: ignore[arg-type]
            assert isinstance(claim, KINDS)
            _put(db, int(row), int(article), claim)  # type: ignore[arg-type]


def _put(db: Db, row: int, article: int, claim: Claim) -> None:
    when = claim.when
    day = (when.start or when.end) if when else None
    last = (when.end or when.start) if when else None
    kind = type(claim).__name__.lower()
    db.do("INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?)", row, kind, claim.id, article, day or UNDATED, last or UNDATED)
    db.many("INSERT OR IGNORE INTO holder SELECT row, ?2 FROM who WHERE id = ?1", [(actor, row) for actor in sorted(holders(claim))])


def holders(claim: Claim) -> frozenset[str]:
    """Who says it, wants it or stands in it."""
    match claim:
        case Statement():
            said_by = (claim.speaker, *claim.addressees)
        case Position():
            said_by = (claim.actor,)
        case Relation():
            said_by = (claim.a, claim.b)
        case Agreement():
            said_by = claim.parties
    return frozenset(actor for actor in said_by if actor)
