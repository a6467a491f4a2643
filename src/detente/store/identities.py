"""Which actors are one in all articles, as judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from detente.corpus.judged import Judged, Sets
from detente.records import Verdict
from detente.store import clusters, said
from detente.store.db import Db, listed

VERBS: tuple[Verdict, Verdict] = ("same_actor", "different_actor")


def made(db: Db, actors: Iterable[str]) -> None:
    """Make anew the identities of these actors and of all that are joined with them, and the events that they take part in."""
    touched = closure(db, set(actors))
    same = Judged(said.judgements(db, touched, VERBS)).joined(*VERBS)
    before = _known(db, touched)
    _change(db, {a: (old, same.get(a, a)) for a, old in before.items()})


def join(db: Db, pairs: Sequence[tuple[str, str]]) -> None:
    """Make one actor of a new and an old one, for each pair, as the resolver found; where a person has spoken of any, anew."""
    asked = {actor for pair in pairs for actor in pair}
    before = _known(db, asked)
    if len(before) < len(asked) or _spoken_of(db, before.values()):
        made(db, asked)
        return
    sets = Sets()
    for new, old in pairs:
        sets.join(before.get(old, old), before.get(new, new))
    names = sets.firsts()
    rows = db.all("SELECT id, identity FROM who WHERE identity IN (SELECT value FROM json_each(?))", listed(names))
    _change(db, {str(actor): (str(old), names[str(old)]) for actor, old in rows})


def closure(db: Db, actors: set[str]) -> set[str]:
    """All actors that these may be one with, through any number of others."""
    known, new = set(actors), set(actors)
    while new:
        found = db.column(
            "SELECT other.id FROM cites JOIN said ON said.row = cites.said JOIN cites AS other ON other.said = cites.said "
            "WHERE said.verb = 'same_actor' AND cites.id IN (SELECT value FROM json_each(?1)) "
            "UNION SELECT id FROM who WHERE identity IN (SELECT identity FROM who WHERE id IN (SELECT value FROM json_each(?1)))",
            listed(new),
        )
        new = set(found) - known
        known |= new
    return known


def _known(db: Db, actors: Iterable[str]) -> dict[str, str]:
    rows = db.all("SELECT id, identity FROM who WHERE id IN (SELECT value FROM json_each(?))", listed(actors))
    return {str(actor): str(identity) for actor, identity in rows}


def _spoken_of(db: Db, identities: Iterable[str]) -> bool:
    """Whether a person has joined or parted any actor of these identities."""
    where = f"identity IN (SELECT value FROM json_each(?)) AND said.{said.BY_PEOPLE} AND verb IN (?, ?)"
    sql = f"SELECT 1 FROM who JOIN cites ON cites.id = who.id JOIN said ON said.row = cites.said WHERE {where} LIMIT 1"
    return bool(db.one(sql, listed(identities), *VERBS))


def _change(db: Db, named: Mapping[str, tuple[str, str]]) -> None:
    """Actors from one identity to another, and the events under the old one; those under the new one where it rules a country now."""
    changed = {actor: new for actor, (old, new) in named.items() if old != new}
    if not changed:
        return
    db.many("UPDATE who SET identity = ?2 WHERE id = ?1", list(changed.items()))
    ruling = db.column(
        "SELECT DISTINCT identity FROM who JOIN sort ON sort.who = who.row "
        "WHERE id IN (SELECT value FROM json_each(?)) AND type = 'government' AND country != ''",
        listed(changed),
    )
    events = db.column(
        "SELECT event.id FROM label JOIN tag ON tag.label = label.row JOIN event ON event.told = tag.told "
        "WHERE label.kind = 'actor' AND label.value IN (SELECT value FROM json_each(?))",
        listed({*changed, *(named[actor][0] for actor in changed), *ruling}),
    )
    clusters.made(db, events)
