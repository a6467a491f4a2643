"""What a user asks for, as conditions on rows: found by labels where these are rare, else by walking in order.

Every condition can be tested of one row (`test`) and can name all its rows (`rows`). The one with fewest rows drives a query, when it
has few enough; else rows are taken in the order asked for, and tested, until the page is full.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from detente.corpus import Filter
from detente.errors import InputError
from detente.store import names
from detente.store.db import Db, Value
from detente.store.names import ids

FEW = 20_000
"""Rows that are found and sorted faster than others are walked and tested."""


SOME = 4
"""Labels that are sooner looked up for a row one by one than the labels of that row are gone through."""


class Condition(msgspec.Struct, frozen=True):
    """One condition on `told`: a test, a select of the rows that pass it (None: too many to name), and the values of both."""

    test: str
    rows: str | None
    values: tuple[Value, ...]


class Asked(msgspec.Struct, frozen=True):
    """All conditions of a filter. `fixed` are columns of `told` itself."""

    conditions: tuple[Condition, ...]
    fixed: tuple[tuple[str, tuple[Value, ...]], ...]
    filter: Filter


def read(db: Db, asked: Filter) -> Asked:
    """The conditions of a filter. Raises InputError for words that are no full-text query."""
    found = [*_parties(db, asked), *_codes(db, asked), *_places(db, asked), *_articles(db, asked)]
    fixed: list[tuple[str, tuple[Value, ...]]] = []
    if asked.status:
        fixed.append((f"told.status IN ({', '.join('?' for _ in asked.status)})", tuple(asked.status)))
    elif not asked.everything:
        fixed.append(("told.status IN ('actual', 'planned')", ()))
    if asked.since or asked.until:
        fixed.append(("told.day != '9999'", ()))
    if asked.until:
        fixed.append(("told.day <= ?", (asked.until,)))
    if asked.since:
        fixed.append(("told.last >= ?", (asked.since,)))
    return Asked(tuple(found), tuple(fixed), asked)


def _labelled(labels: Iterable[int]) -> Condition:
    rows = sorted(set(labels))
    one_of = "tag.label IN (SELECT value FROM json_each(?))"
    many = "+" if len(rows) > SOME else ""
    return Condition(
        f"EXISTS (SELECT 1 FROM tag WHERE tag.told = told.row AND {many}{one_of})",
        f"SELECT tag.told FROM tag WHERE {one_of}",
        (str(rows),),
    )


def labels(db: Db, kind: str, values: Iterable[str]) -> list[int]:
    """Rows of labels."""
    return list(
        map(int, db.column("SELECT row FROM label WHERE kind = ? AND value IN (SELECT value FROM json_each(?))", kind, ids(values)))
    )


def _parties(db: Db, asked: Filter) -> list[Condition]:
    meant = [names.who(db, name) for name in asked.actors]
    return [_labelled(labels(db, "actor", m.identities) + labels(db, "government", m.governments)) for m in meant]


def _codes(db: Db, asked: Filter) -> list[Condition]:
    if not asked.codes:
        return []
    found = labels(db, "code", (c.upper() for c in asked.codes)) + labels(db, "mode", (c.casefold() for c in asked.codes))
    for code in filter(str.isdigit, asked.codes):
        found += map(int, db.column("SELECT row FROM label WHERE kind = 'cameo' AND value GLOB ?", f"{code}*"))
    return [_labelled(found)]


def _places(db: Db, asked: Filter) -> list[Condition]:
    if not asked.places:
        return []
    folded = [p.casefold() for p in asked.places]
    return [_labelled(labels(db, "place", folded) + labels(db, "country", folded))]


def _articles(db: Db, asked: Filter) -> list[Condition]:
    """One article of all that tell it must fit in everything."""
    where, values = article(db, asked)
    if not where:
        return []
    test = " AND ".join(where)
    return [
        Condition(
            f"EXISTS (SELECT 1 FROM event JOIN article ON article.row = event.article WHERE event.told = told.row AND {test})",
            f"SELECT event.told FROM article JOIN event ON event.article = article.row WHERE event.told IS NOT NULL AND {test}",
            values,
        )
    ]


def article(db: Db, asked: Filter) -> tuple[list[str], tuple[Value, ...]]:
    """Conditions on `article`, and their values."""
    where: list[str] = []
    values: list[Value] = []
    if asked.outlets:
        where.append(f"article.outlet IN ({', '.join('?' * len(asked.outlets))})")
        values += [o.casefold() for o in asked.outlets]
    if asked.published_since or asked.published_until:
        where.append("article.published BETWEEN ? AND ?")
        values += [asked.published_since or "", (asked.published_until or "9998") + "~"]
    if asked.added_since:
        where.append("article.added >= ?")
        values.append(asked.added_since)
    if asked.text:
        where.append("article.row IN (SELECT rowid FROM words WHERE words MATCH ?)")
        values.append(query(db, asked.text))
    return where, tuple(values)


_PIECE = re.compile(r'-?"[^"]*"|\S+')


def query(db: Db, text: str) -> str:
    """A full-text query: all words, "whole phrases", beginnings* of words, `OR` between and `-` before a word. InputError for none."""
    wanted: list[str] = []
    barred: list[str] = []
    for piece in _PIECE.findall(text):
        bare = piece.removeprefix("-").strip('"').replace('"', "")
        if piece == "OR":
            wanted += ["OR"] if wanted else []
        elif any(map(str.isalnum, bare)):
            star = "*" if bare.endswith("*") else ""
            (barred if piece.startswith("-") else wanted).append(f'"{bare.rstrip("*")}"{star}')
    if not wanted or wanted[-1] == "OR":
        raise InputError(f"{text!r} asks for no word")
    made = _joined(wanted)
    return f"({made}) NOT ({' OR '.join(barred)})" if barred else made


def _joined(pieces: Sequence[str]) -> str:
    """Pieces with AND between them; OR binds tighter, as people mean it."""
    groups: list[list[str]] = []
    for number, piece in enumerate(pieces):
        if piece != "OR":
            if number and pieces[number - 1] == "OR":
                groups[-1].append(piece)
            else:
                groups.append([piece])
    return " AND ".join(f"({' OR '.join(group)})" for group in groups)
