"""Words of people and of the resolver taken in, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from detente.records import RESOLVER, Correction, Judgement, Verdict
from detente.store import claims, clusters, identities, said
from detente.store.db import Db, listed


def say(db: Db, words: Iterable[Judgement | Correction], *, added: str) -> int:
    """Keep words; how many were new."""
    new = [word for word in words if said.put(db, word, added=added)]
    found = {w.id: w for w in new if isinstance(w, Judgement) and w.author == RESOLVER and not w.undoes}
    undone = set(db.column("SELECT undoes FROM said WHERE undoes IN (SELECT value FROM json_each(?))", listed(found)))
    standing = [w for ident, w in found.items() if ident not in undone]
    _follow(db, _touched(db, [w for w in new if w.id not in found]))  # first: what is joined is counted as it is corrected
    identities.join(db, _pairs(standing, "same_actor"))
    clusters.join(db, _pairs(standing, "same_event"))
    return len(new)


def _pairs(found: Iterable[Judgement], verdict: Verdict) -> list[tuple[str, str]]:
    return [(j.of[0].id, other.id) for j in found if j.verdict == verdict for other in j.of[1:]]


def _touched(db: Db, words: Sequence[Judgement | Correction]) -> dict[str, set[str]]:
    """By each verdict or field the records that these words, and those that they undo, are on."""
    touched: dict[str, set[str]] = {}
    asked = listed(ident for w in words for ident in (w.id, w.undoes) if ident)
    for verb, ident in db.all(
        "SELECT verb, cites.id FROM said JOIN cites ON cites.said = said.row WHERE said.id IN (SELECT value FROM json_each(?))", asked
    ):
        touched.setdefault(str(verb), set()).add(str(ident))
    return touched


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
