"""What a user asks for, as conditions on rows: found by labels or words where these are rare, else by walking in order.

Every condition can be tested of one row. Those that can say which rows pass are told with how many these are; a query begins with them
where they are few, and else walks in the order asked for, testing, until its page is full.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from detente.corpus import Filter, words
from detente.store import names
from detente.store.db import Db, Value, listed

FEW = 15_000
"""Rows that are sooner found and sorted than others are walked and tested."""
CROSSED = 150_000
"""Rows of the rarest of several labels, which are sooner looked up under the others than rows are walked."""
SOME = 4
"""Labels that are sooner looked up for a row one by one than the labels of that row are gone through."""
ARTICLES = 1_000
"""Articles with some words, whose events are sooner found than others are walked."""

ONE_OF = "IN (SELECT value FROM json_each(?))"


class Condition(msgspec.Struct, frozen=True):
    """One condition on `told`: a test of a row, and a select of the rows that pass it, with their number; both with their values."""

    test: str
    values: tuple[Value, ...]
    rows: str
    given: tuple[Value, ...]
    size: int | None
    """None: too many to begin with."""
    labels: str | None = None
    """The labels, where it is one of labels: a JSON list."""
    through: Literal["", "+"] = ""
    """A plus where SQLite shall go through the labels of a row, not through these."""


class Start(msgspec.Struct, frozen=True):
    """A select of rows to begin with, its values, and the conditions that it leaves to be tested."""

    rows: str
    given: tuple[Value, ...]
    left: tuple[Condition, ...]


class Asked(msgspec.Struct, frozen=True):
    """All conditions of a filter. `fixed` are columns of `told` itself."""

    conditions: tuple[Condition, ...]
    fixed: tuple[tuple[str, tuple[Value, ...]], ...]
    filter: Filter

    def begin(self) -> Start | None:
        """Where to begin; None where it is better to walk."""
        sized = sorted((c for c in self.conditions if c.size is not None), key=lambda c: c.size or 0)
        labelled = [c for c in sized if c.labels is not None]
        if sized and (sized[0].size or 0) <= FEW:
            return Start(sized[0].rows, sized[0].given, tuple(c for c in self.conditions if c is not sized[0]))
        if len(labelled) > 1 and (labelled[0].size or 0) <= CROSSED:
            rows, given = crossed(labelled)
            return Start(rows, given, tuple(c for c in self.conditions if c.labels is None))
        return None

    def tests(self, conditions: Sequence[Condition]) -> tuple[list[str], list[Value]]:
        """What is tested of a row: its columns, and these conditions."""
        tests = ["1 = 1", *(sql for sql, _ in self.fixed), *(c.test for c in conditions)]
        return tests, [v for _, given in self.fixed for v in given] + [v for c in conditions for v in c.values]

    def whole(self) -> tuple[str, list[Value]]:
        """One condition for all rows that fit, for those who want every one of them."""
        tests, values = ["1 = 1"], list[Value]()
        for sql, given in self.fixed:
            tests.append(sql)
            values += given
        for condition in self.conditions:
            tests.append(f"told.row IN ({condition.rows})")
            values += condition.given
        return " AND ".join(tests), values


def crossed(conditions: Sequence[Condition]) -> tuple[str, tuple[Value, ...]]:
    """A select of the rows that stand under labels of all conditions; the rarest first."""
    first, *others = conditions
    also = "".join(
        f" AND EXISTS (SELECT 1 FROM tag AS other WHERE other.told = tag.told AND {c.through}other.label {ONE_OF})" for c in others
    )
    return f"SELECT tag.told FROM tag WHERE tag.label {ONE_OF}{also}", tuple(c.labels for c in (first, *others))


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


def _labelled(db: Db, labels: Iterable[int]) -> Condition:
    rows = sorted(set(labels))
    many: Literal["", "+"] = "+" if len(rows) > SOME else ""
    wanted = str(rows)
    return Condition(
        f"EXISTS (SELECT 1 FROM tag WHERE tag.told = told.row AND {many}tag.label {ONE_OF})",
        (wanted,),
        f"SELECT tag.told FROM tag WHERE tag.label {ONE_OF}",
        (wanted,),
        db.count(f"SELECT sum(n) FROM label WHERE row {ONE_OF}", wanted),
        wanted,
        many,
    )


def labels(db: Db, kind: str, values: Iterable[str]) -> list[int]:
    """Rows of labels."""
    return list(map(int, db.column(f"SELECT row FROM label WHERE kind = ? AND value {ONE_OF}", kind, listed(values))))


def _parties(db: Db, asked: Filter) -> list[Condition]:
    meant = [names.who(db, name) for name in asked.actors]
    return [_labelled(db, labels(db, "actor", m.identities) + labels(db, "government", m.governments)) for m in meant]


def _codes(db: Db, asked: Filter) -> list[Condition]:
    if not asked.codes:
        return []
    found = labels(db, "code", (c.upper() for c in asked.codes)) + labels(db, "mode", (c.casefold() for c in asked.codes))
    for code in filter(str.isdigit, asked.codes):
        found += map(int, db.column("SELECT row FROM label WHERE kind = 'cameo' AND value GLOB ?", f"{code}*"))
    return [_labelled(db, found)]


def _places(db: Db, asked: Filter) -> list[Condition]:
    if not asked.places:
        return []
    folded = [p.casefold() for p in asked.places]
    return [_labelled(db, labels(db, "place", folded) + labels(db, "country", folded))]


def _articles(db: Db, asked: Filter) -> list[Condition]:
    """One article of all that tell it must fit in everything. Outlets are labels too, by which rows are found."""
    where, values = article(db, asked)
    if not where:
        return []
    fits = " AND ".join(where)
    tested = fits.replace("article.row IN", "+article.row IN")  # else SQLite goes through all articles with the words, for each row
    # the joins are crossed so that SQLite takes the few tellings of a row first, never all articles that fit
    exact = Condition(
        f"EXISTS (SELECT 1 FROM event CROSS JOIN article ON article.row = event.article WHERE event.told = told.row AND {tested})",
        values,
        f"SELECT event.told FROM article CROSS JOIN event ON event.article = article.row WHERE event.told IS NOT NULL AND {fits}",
        values,
        _size(db, asked),
    )
    outlets = [_labelled(db, labels(db, "outlet", (o.casefold() for o in asked.outlets)))] if asked.outlets else []
    return [*outlets, exact]


def _size(db: Db, asked: Filter) -> int | None:
    """How many rows the articles with some words have, where they are few."""
    if not asked.text:
        return None
    found = db.count("SELECT count(*) FROM (SELECT rowid FROM words WHERE words MATCH ? LIMIT ?)", query(asked.text), ARTICLES)
    return found if found < ARTICLES else None


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
        values.append(query(asked.text))
    return where, tuple(values)


def query(text: str) -> str:
    """What a user's words are in FTS5. InputError for none."""
    asked = words.read(text)
    wanted = " AND ".join(f"({_either(group)})" for group in asked.groups)
    return f"({wanted}) NOT ({_either(asked.barred)})" if asked.barred else wanted


def _either(pieces: Sequence[str]) -> str:
    return " OR ".join(f'"{piece.rstrip("*")}"{"*" if piece.endswith("*") else ""}' for piece in pieces)
