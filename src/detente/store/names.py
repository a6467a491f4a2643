"""Who is called what: the names by which users find actors, kept as the records come and go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from detente.corpus.named import fold
from detente.records import Actor
from detente.store.db import Db, listed


def add(db: Db, actors: Iterable[Actor]) -> None:
    """Names of actors that came in."""
    known = tuple(actors)
    db.many("INSERT OR IGNORE INTO who (id, identity) VALUES (?, ?)", [(a.id, a.id) for a in known])
    called, sorts = _counted(known)
    _new(db, {name for name, _, _ in called})
    db.many(
        "INSERT INTO called SELECT name.row, ?2, who.row, ?4 FROM name, who WHERE folded = ?1 AND who.id = ?3 "
        "ON CONFLICT DO UPDATE SET n = n + excluded.n",
        [(*key, n) for key, n in called.items()],
    )
    db.many(
        "INSERT INTO sort SELECT who.row, ?2, ?3, ?4 FROM who WHERE who.id = ?1 ON CONFLICT DO UPDATE SET n = n + excluded.n",
        [(*key, n) for key, n in sorts.items()],
    )


def remove(db: Db, actors: Iterable[Actor]) -> None:
    """Names of actors that went away."""
    called, sorts = _counted(tuple(actors))
    where = "name = (SELECT row FROM name WHERE folded = ?1) AND how = ?2 AND who = (SELECT row FROM who WHERE id = ?3)"
    db.many(f"UPDATE called SET n = n - ?4 WHERE {where}", [(*key, n) for key, n in called.items()])
    db.many(f"DELETE FROM called WHERE {where} AND n <= 0", list(called))
    where = "who = (SELECT row FROM who WHERE id = ?1) AND type = ?2 AND country = ?3"
    db.many(f"UPDATE sort SET n = n - ?4 WHERE {where}", [(*key, n) for key, n in sorts.items()])
    db.many(f"DELETE FROM sort WHERE {where} AND n <= 0", list(sorts))


def _counted(actors: Iterable[Actor]) -> tuple[Counter[tuple[str, str, str]], Counter[tuple[str, str, str]]]:
    """How often each name is used for whom, and of which type and country each is; by the rules of `corpus.named`."""
    called: Counter[tuple[str, str, str]] = Counter()
    sorts: Counter[tuple[str, str, str]] = Counter()
    for actor in actors:
        sorts[actor.id, actor.type, actor.country or ""] += 1
        called[fold(actor.name), "name", actor.id] += 1
        called.update({(fold(other), "alias", actor.id) for other in (actor.id, *actor.aliases)})
        called.update({(fold(m.quote), "mention", actor.id) for m in actor.mentions if m.quote[:1].isupper()})
    return called, sorts


def _new(db: Db, folded: set[str]) -> None:
    """Names never met before, with their words."""
    known = set(db.column("SELECT folded FROM name WHERE folded IN (SELECT value FROM json_each(?))", listed(folded)))
    for name in sorted(folded - known):
        row = db.do("INSERT INTO name (folded) VALUES (?)", name)
        db.many("INSERT OR IGNORE INTO word VALUES (?, ?)", [(word, row) for word in name.split()])


class Meant(msgspec.Struct, frozen=True):
    """Whom a user means: identities of actors, and countries whose governments are meant too."""

    identities: frozenset[str]
    governments: frozenset[str]


def who(db: Db, name: str) -> Meant:
    """Whom a user means by a name or an id, as `Corpus.who` finds them; a state brings its government."""
    asked = fold(name)
    found = listed(_exact(db, asked, "'name', 'alias'") or _wordwise(db, asked) or _exact(db, asked, "'mention'") or _state(db, asked))
    lands = db.column(
        "SELECT country FROM sort WHERE who IN (SELECT row FROM who WHERE id IN (SELECT value FROM json_each(?))) "
        "AND type = 'state' AND country != ''",
        found,
    )
    return Meant(
        frozenset(db.column("SELECT identity FROM who WHERE id IN (SELECT value FROM json_each(?))", found)),
        frozenset(lands),
    )


def _exact(db: Db, asked: str, how: str) -> list[str]:
    return db.column(
        "SELECT DISTINCT who.id FROM name JOIN called ON called.name = name.row JOIN who ON who.row = called.who "
        f"WHERE folded = ? AND how IN ({how})",
        asked,
    )


def _state(db: Db, asked: str) -> list[str]:
    return db.column("SELECT DISTINCT who.id FROM sort JOIN who ON who.row = sort.who WHERE type = 'state' AND country = ?", asked.upper())


def _wordwise(db: Db, asked: str) -> list[str]:
    words = sorted(set(asked.split()))
    if not words:
        return []
    meet = " INTERSECT ".join("SELECT name FROM word WHERE word = ?" for _ in words)
    return db.column(f"SELECT DISTINCT who.id FROM called JOIN who ON who.row = called.who WHERE how = 'name' AND name IN ({meet})", *words)
