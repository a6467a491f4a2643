"""A few articles out of many: those published last, those in which records stand; and who an actor is in all articles."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from detente.corpus import Filter
from detente.records import Actor
from detente.store import asked as asks
from detente.store import names, pack, pages
from detente.store.db import Db, Value, listed


def newest(db: Db, asked: Filter, *, limit: int) -> tuple[tuple[str, ...], int]:
    """Ids of the articles published last that fit and name all actors asked for, newest first; and how many fit.

    Where codes, places, days or a status are asked for, an article fits that tells such an event.
    """
    where, values = asks.article(db, asked)
    told, more = pages.telling(db, msgspec.structs.replace(asked, actors=()))
    found = [*where, *told]
    given = [*values, *more]
    for name in asked.actors:
        sql, who = _naming(db, name)
        found.append(sql)
        given.append(who)
    tests = " AND ".join(["1 = 1", *found])
    total = db.count(f"SELECT count(*) FROM article WHERE {tests}", *given)
    rows = db.column(f"SELECT id FROM article WHERE {tests} ORDER BY published = '9999', published DESC, id LIMIT ?", *given, limit)
    return tuple(rows), total


def _naming(db: Db, name: str) -> tuple[str, Value]:
    """The articles that name an actor, its government too where it is a state."""
    meant = names.who(db, name)
    known = db.column(
        "SELECT id FROM who WHERE identity IN (SELECT value FROM json_each(?1)) UNION "
        "SELECT who.id FROM sort JOIN who ON who.row = sort.who WHERE type = 'government' AND country IN (SELECT value FROM json_each(?2))",
        listed(meant.identities), listed(meant.governments),
    )  # fmt: skip
    sql = "article.row IN (SELECT article FROM record WHERE id IN (SELECT value FROM json_each(?)) AND kind = 'actor')"
    return sql, listed(known)


def homes(db: Db, records: Iterable[str]) -> tuple[str, ...]:
    """The articles of records; of an event all that tell it."""
    return tuple(
        db.column(
            "SELECT article.id FROM record JOIN article ON article.row = record.article "
            "WHERE record.id IN (SELECT value FROM json_each(?1)) AND kind != 'actor' "
            "UNION SELECT article.id FROM event AS asked JOIN event AS other ON other.told = asked.told "
            "JOIN article ON article.row = other.article WHERE asked.id IN (SELECT value FROM json_each(?1))",
            listed(records),
        )
    )


def spelled(db: Db, outlets: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Outlets as the first article of each spells them; they are kept without case."""
    rows = db.all(
        "SELECT outlet, rest FROM article WHERE row IN (SELECT min(row) FROM article WHERE outlet IN (SELECT value FROM json_each(?)) "
        "GROUP BY outlet)",
        listed(outlets),
    )
    return tuple((str(outlet), pack.head(rest).outlet or str(outlet)) for outlet, rest in rows)  # type: ignore[arg-type]


def known_as(db: Db, actors: Iterable[str]) -> tuple[tuple[str, Actor], ...]:
    """For each id of an actor that is found the actor that it is in all articles, without mentions."""
    found = db.all(
        "SELECT who.id, (SELECT data FROM record WHERE record.id = who.identity AND kind = 'actor' LIMIT 1) FROM who "
        "WHERE who.id IN (SELECT value FROM json_each(?))",
        listed(actors),
    )
    known = []
    for ident, data in found:
        actor = db.packer.unpack(data) if data else None  # type: ignore[arg-type]
        if isinstance(actor, Actor):
            known.append((str(ident), msgspec.structs.replace(actor, mentions=())))
    return tuple(known)
