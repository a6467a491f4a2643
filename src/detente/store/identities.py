"""Which actors are one in all articles, as judged."""

from __future__ import annotations

from collections.abc import Iterable

from detente.corpus.judged import Judged
from detente.store import clusters, said
from detente.store.db import Db
from detente.store.names import ids

VERBS = ("same_actor", "different_actor")


def made(db: Db, actors: Iterable[str]) -> None:
    """Make anew the identities of these actors and of all that are joined with them, and the events that they take part in."""
    cited = db.column(
        "SELECT DISTINCT cites.id FROM cites JOIN said ON said.row = cites.said "
        "WHERE verb IN ('same_actor', 'different_actor') AND cites.id IN (SELECT value FROM json_each(?))",
        ids(actors),
    )
    merged = db.column("SELECT id FROM who WHERE identity != id AND id IN (SELECT value FROM json_each(?))", ids(actors))
    touched = closure(db, {*cited, *merged})
    if not touched:
        return
    same = Judged(said.judgements(db, touched, VERBS)).joined("same_actor", "different_actor")
    rows = db.all("SELECT id, identity FROM who WHERE id IN (SELECT value FROM json_each(?))", ids(touched))
    before = {str(actor): str(identity) for actor, identity in rows}
    changed = {actor: same.get(actor, actor) for actor, identity in before.items() if identity != same.get(actor, actor)}
    db.many("UPDATE who SET identity = ?2 WHERE id = ?1", list(changed.items()))
    old = ids({*changed, *(before[actor] for actor in changed)})
    events = db.column(
        "SELECT event.id FROM label JOIN tag ON tag.label = label.row JOIN event ON event.told = tag.told "
        "WHERE label.kind = 'actor' AND label.value IN (SELECT value FROM json_each(?))",
        old,
    )
    if changed:
        clusters.made(db, events)


def closure(db: Db, actors: set[str]) -> set[str]:
    """All actors that these may be one with, through any number of others."""
    known, new = set(actors), set(actors)
    while new:
        found = db.column(
            "SELECT other.id FROM cites JOIN said ON said.row = cites.said JOIN cites AS other ON other.said = cites.said "
            "WHERE said.verb = 'same_actor' AND cites.id IN (SELECT value FROM json_each(?1)) "
            "UNION SELECT id FROM who WHERE identity IN (SELECT identity FROM who WHERE id IN (SELECT value FROM json_each(?1)))",
            ids(new),
        )
        new = set(found) - known
        known |= new
    return known
