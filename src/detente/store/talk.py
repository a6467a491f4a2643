"""Words of people and of the resolver taken in, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterable

from detente.records import Correction, Judgement
from detente.store import claims, clusters, identities, said
from detente.store.db import Db


def say(db: Db, words: Iterable[Judgement | Correction], *, added: str) -> int:
    """Keep words; how many were new."""
    touched: dict[str, set[str]] = {}
    new = 0
    for word in words:
        if not said.put(db, word, added=added):
            continue
        new += 1
        for verb, ident in db.all(
            "SELECT verb, cites.id FROM said JOIN cites ON cites.said = said.row WHERE said.id = ?1 OR said.id = ?2", word.id, word.undoes
        ):
            touched.setdefault(str(verb), set()).add(str(ident))
    _follow(db, touched)
    return new


def _follow(db: Db, touched: dict[str, set[str]]) -> None:
    actors = touched.pop("same_actor", set()) | touched.pop("different_actor", set())
    events = touched.pop("same_event", set()) | touched.pop("different_event", set())
    for verdict in ("copy", "not_copy", "conflict", "no_conflict"):
        touched.pop(verdict, None)  # these are looked up when records are read
    amended = {ident for idents in touched.values() for ident in idents}
    if actors:
        identities.made(db, actors)
    if amended:
        clusters.sync(db, amended)
        claims.sync(db, amended)
    if events:
        clusters.made(db, events)
