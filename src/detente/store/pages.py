"""Pages of records, in an order that an index has, each begun where the last one ended."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable, Sequence

import msgspec

from detente.corpus import Filter, corrected, words
from detente.errors import InputError
from detente.records import Actor, AnyRecord, Article, Event
from detente.store import asked as asks
from detente.store import claims, names, pack, said, snippets
from detente.store.claims import holders
from detente.store.db import Db, Value, listed
from detente.store.protocol import Hit, Kind, Page

ORDERS = {
    "time": ("wide", ("day", "last", "id"), "told_day"),
    "published": ("spread", ("published", "latest", "id"), "told_published"),
    "added": (None, ("added", "id"), "told_added"),
}
"""Orders of real-world events: the column that sets long ones apart, the key, the index."""


class Select(msgspec.Struct, frozen=True):
    """A query and its values."""

    sql: str
    values: tuple[Value, ...]


def page(db: Db, kind: Kind, asked: Filter, *, limit: int, after: str | None) -> Page:
    """One page. InputError for an `after` that no page gave."""
    select = of_events(db, asked, limit=limit, after=after) if kind == "event" else _others(db, kind, asked, limit=limit, after=after)
    rows = db.all(select.sql, *select.values)
    more = len(rows) > limit
    rows = rows[:limit]
    hits = _hits(db, kind, [(int(row), int(count)) for row, count, *_ in rows], asked)  # type: ignore[arg-type]
    return Page(hits, _token(rows[-1][2:]) if more else None)


def _token(key: Sequence[Value]) -> str:
    """The place where a page ended, in letters that no shell or address minds."""
    return urlsafe_b64encode(msgspec.json.encode(key)).decode().rstrip("=")


def order(asked: Filter) -> str:
    """Pages stand in the order of what is asked for: when it was added, when published, else when it took place."""
    if asked.added_since:
        return "added"
    return "published" if asked.published_since or asked.published_until else "time"


def of_events(db: Db, asked: Filter, *, limit: int, after: str | None) -> Select:
    """The query for a page of real-world events."""
    wanted = asks.read(db, asked)
    apart, keys, index = ORDERS[order(asked)]
    columns = ", ".join(("row", "shown", *keys))
    begin, begun = _after(keys, after)
    first = wanted.begin()
    tests, values = wanted.tests(first.left if first else wanted.conditions)
    if first is not None:
        fits = " AND ".join([f"told.row IN ({first.rows})", *tests, *begin])
        inner = f"SELECT {columns} FROM told WHERE {fits} ORDER BY {', '.join('+' + k for k in keys)}"
        return _counted(inner, keys, (*first.given, *values, *begun, limit + 1))
    walks: list[str] = []
    given: list[Value] = []
    for flag in (0, 1) if apart else (None,):
        bound, bounds = bounded(asked, apart, flag)
        walks.append(f"SELECT {columns} FROM told INDEXED BY {index} WHERE {' AND '.join([*bound, *tests, *begin])}")
        given += [*bounds, *values, *begun]
    return _counted(f"{' UNION ALL '.join(walks)} ORDER BY {', '.join(keys)}", keys, (*given, limit + 1))


def _counted(inner: str, keys: Sequence[str], values: tuple[Value, ...]) -> Select:
    """The tellings of a page's rows are counted when these are known."""
    tellings = "(SELECT count(*) FROM event WHERE event.told = hit.row)"
    return Select(f"SELECT shown, {tellings}, {', '.join(keys)} FROM ({inner} LIMIT ?) AS hit ORDER BY {', '.join(keys)}", values)


def _after(keys: Sequence[str], after: str | None) -> tuple[list[str], list[Value]]:
    if after is None:
        return [], []
    try:
        given = msgspec.json.decode(urlsafe_b64decode(after + "=" * (-len(after) % 4)), type=list[str])
    except (ValueError, msgspec.DecodeError) as error:
        raise InputError(f"{after!r} is not where a page ended") from error
    if len(given) != len(keys):
        raise InputError(f"{after!r} is where another search ended")
    return [f"({', '.join(keys)}) > ({', '.join('?' * len(keys))})"], list(given)


def bounded(asked: Filter, apart: str | None, flag: int | None) -> tuple[list[str], list[Value]]:
    """Where a walk begins and ends: what does not last long began within the year before."""
    if apart is None:
        return ["added >= ?"], [asked.added_since]
    first, since, until = "day", asked.since, asked.until
    if apart == "spread":
        first, since, until = "published", asked.published_since, asked.published_until and asked.published_until + "~"
    where = [f"{apart} = {flag}"]
    values: list[Value] = []
    if since and not flag:
        where.append(f"{first} >= ?")
        values.append(f"{int(since[:4]) - 1:04}{since[4:]}")
    if until:
        where.append(f"{first} <= ?")
        values.append(until)
    return where, values


def _others(db: Db, kind: Kind, asked: Filter, *, limit: int, after: str | None) -> Select:
    where, values = asks.article(db, asked)
    if kind == "article":
        begin, begun = _after(("published", "id"), after)
        told, more = telling(db, asked)
        # words are looked for in the order of publication: half of all articles may have them
        table = "article INDEXED BY article_published" if asked.text and not told else "article"
        tests = " AND ".join(["1 = 1", *where, *told, *begin])
        sql = f"SELECT row, 1, published, id FROM {table} WHERE {tests} ORDER BY published, id LIMIT ?"
        return Select(sql, (*values, *more, *begun, limit + 1))
    begin, begun = _after(("day", "last", "claim.id"), after)
    fits, more = _claims(db, asked)
    tests = " AND ".join(["claim.kind = ?", *where, *fits, *begin])
    sql = (
        "SELECT claim.row, 1, day, last, claim.id FROM claim JOIN article ON article.row = claim.article "
        f"WHERE {tests} ORDER BY day, last, claim.id LIMIT ?"
    )
    return Select(sql, (kind, *values, *more, *begun, limit + 1))


def telling(db: Db, asked: Filter) -> tuple[list[str], list[Value]]:
    """Articles that tell an event which fits, where anything is asked of events."""
    bare = msgspec.structs.replace(asked, text=None, outlets=(), published_since=None, published_until=None, added_since=None)
    if msgspec.structs.replace(bare, everything=False) == Filter():
        return [], []
    fits, values = asks.read(db, bare).whole()
    sql = f"article.row IN (SELECT event.article FROM told CROSS JOIN event ON event.told = told.row WHERE {fits})"
    return [sql], values


def _claims(db: Db, asked: Filter) -> tuple[list[str], list[Value]]:
    if asked.codes or asked.places or asked.status:
        raise InputError("codes, places and status are asked of events only")
    where: list[str] = []
    values: list[Value] = []
    for name in asked.actors:
        meant = names.who(db, name)
        where.append(
            "claim.row IN (SELECT claim FROM holder WHERE who IN "
            "(SELECT row FROM who WHERE identity IN (SELECT value FROM json_each(?)) UNION "
            "SELECT who FROM sort WHERE type = 'government' AND country IN (SELECT value FROM json_each(?))))"
        )
        values += [listed(meant.identities), listed(meant.governments)]
    if asked.since or asked.until:
        where += ["day != '9999'", "last >= ?", "day <= ?"]
        values += [asked.since or "", asked.until or "9999"]
    return where, values


def _hits(db: Db, kind: Kind, rows: Sequence[tuple[int, int]], asked: Filter) -> tuple[Hit, ...]:
    wanted = msgspec.json.encode([row for row, _ in rows]).decode()
    if kind == "article":
        records: dict[int, AnyRecord] = {}
        inside = {row: row for row, _ in rows}
    else:
        found = db.all("SELECT row, article, data FROM record WHERE row IN (SELECT value FROM json_each(?))", wanted)
        read = {int(row): db.packer.unpack(data) for row, _, data in found}  # type: ignore[arg-type]
        amended = said.corrections(db, (r.id for r in read.values()))
        records = {row: put for row, record in read.items() for put in corrected.apply((record,), amended)}
        inside = {int(row): int(article) for row, article, _ in found}  # type: ignore[arg-type]
    articles = _heads(db, set(inside.values()))
    around = _snippets(db, asked.text, set(inside.values())) if asked.text else {}
    actors = _actors(db, {(inside[row], actor) for row, record in records.items() for actor in _parties(record)})
    return tuple(
        Hit(
            records.get(row, articles[inside[row]]),
            articles[inside[row]],
            tuple(a for ident in _parties(records.get(row)) if (a := actors.get((inside[row], ident)))),
            around.get(inside[row]),
            count,
        )
        for row, count in rows
    )


def _parties(record: AnyRecord | None) -> tuple[str, ...]:
    if isinstance(record, Event):
        return tuple(dict.fromkeys((*record.actors, *record.recipients)))
    return tuple(sorted(holders(record))) if isinstance(record, claims.KINDS) else ()


def _actors(db: Db, wanted: set[tuple[int, str]]) -> dict[tuple[int, str], Actor]:
    """Actors of articles, without the places where they are mentioned."""
    found = db.all(
        "SELECT record.article, data FROM json_each(?) AS asked JOIN record "
        "ON record.article = asked.value ->> 0 AND kind = 'actor' AND record.id = asked.value ->> 1",
        msgspec.json.encode(sorted(wanted)).decode(),
    )
    actors: dict[tuple[int, str], Actor] = {}
    for article, data in found:
        actor = db.packer.unpack(data)  # type: ignore[arg-type]
        if isinstance(actor, Actor):
            actors[int(article), actor.id] = msgspec.structs.replace(actor, mentions=())  # type: ignore[arg-type]
    return actors


def _heads(db: Db, rows: Iterable[int]) -> dict[int, Article]:
    """Articles without their texts."""
    found = db.all("SELECT row, rest FROM article WHERE row IN (SELECT value FROM json_each(?))", listed(rows))
    return {int(row): pack.head(rest) for row, rest in found}  # type: ignore[arg-type]


def _snippets(db: Db, text: str, rows: Iterable[int]) -> dict[int, str]:
    """Words of articles around what was asked for; SQLite, which minds accents, looks only where we find nothing."""
    pattern = snippets.pattern(words.read(text).wanted)
    bodies = db.all("SELECT row, body FROM article WHERE row IN (SELECT value FROM json_each(?))", listed(rows))
    found = {int(row): snippets.around(pack.unsqueeze(body), pattern) for row, body in bodies}  # type: ignore[arg-type]
    missed = listed(row for row, seen in found.items() if seen is None)
    others = db.all(
        "SELECT rowid, snippet(words, 1, '[', ']', '…', 24) FROM words WHERE words MATCH ? AND rowid IN (SELECT value FROM json_each(?))",
        asks.query(text), missed,
    )  # fmt: skip
    told = {int(row): " ".join(str(seen).split()) for row, seen in others}  # type: ignore[arg-type]
    return {row: seen for row, seen in found.items() if seen is not None} | told
