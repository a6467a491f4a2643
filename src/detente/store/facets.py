"""How many real-world events have which values: from the counts by day where these can say it, else counted."""

from __future__ import annotations

from collections import Counter

import msgspec

from detente.corpus import Filter
from detente.store import asked as asks
from detente.store.asked import Asked
from detente.store.db import Db, Value
from detente.store.protocol import Facet

MOST = 40
"""Values of one kind that are told, the most frequent."""

LABELLED = 25_000
"""Rows of which the labels are counted too."""

COLUMNS = (("code", "plover"), ("quad", "CAST(quad AS TEXT)"), ("status", "status"), ("month", "substr(day, 1, 7)"))
LABELS = ("country", "outlet", "actor")


def facets(db: Db, asked: Filter) -> tuple[Facet, ...]:
    """Counts of codes, quad classes, statuses, months, and of the most frequent countries, outlets and actors."""
    wanted = asks.read(db, asked)
    daily = _daily(db, wanted)
    cells = _cells(db, *(_by_day(wanted, daily) if daily is not None else _by_row(wanted)))
    found = [(kind, value, n) for kind, counts in cells.items() for value, n in sorted(counts.items(), key=lambda v: (-v[1], v[0]))]
    if daily == 0:
        found += _everywhere(db, wanted)
    elif cells["status"].total() <= LABELLED:
        found += _labels(db, wanted)
    return tuple(Facet(kind, value, n) for kind, value, n in found if value)


def _daily(db: Db, wanted: Asked) -> int | None:
    """The label whose counts by day say what is asked: that of everything, or the only one that is asked for."""
    if not wanted.conditions:
        return 0
    (first, *others) = wanted.conditions
    one = msgspec.json.decode(first.labels, type=list[int]) if first.labels and not others else []
    return one[0] if len(one) == 1 and db.one("SELECT 1 FROM label WHERE row = ? AND rolled = 1", one[0]) else None


def _by_day(wanted: Asked, label: int) -> tuple[str, list[Value]]:
    """Counted rows of one label, each standing for some events."""
    where = " AND ".join(["label = ?", *(sql.replace("told.", "daily.") for sql, _ in wanted.fixed)])
    return f"sum(n) FROM daily WHERE {where}", [label, *(v for _, given in wanted.fixed for v in given)]


def _by_row(wanted: Asked) -> tuple[str, list[Value]]:
    where, values = _where(wanted)
    return f"count(*) FROM told WHERE {where}", values


def _cells(db: Db, counted: str, values: list[Value]) -> dict[str, Counter[str]]:
    """Counts of the values of each column."""
    columns = ", ".join(column for _, column in COLUMNS)
    counts: dict[str, Counter[str]] = {kind: Counter() for kind, _ in COLUMNS}
    for *cell, n in db.all(f"SELECT {columns}, {counted} GROUP BY 1, 2, 3, 4", *values):
        for (kind, _), value in zip(COLUMNS, cell, strict=True):
            counts[kind][str(value)] += int(n)  # type: ignore[arg-type]
    return counts


def _everywhere(db: Db, wanted: Asked) -> list[tuple[str, str, int]]:
    """The most frequent labels of everything in a time and under a status."""
    where = " AND ".join(["rolled = 1", *(sql.replace("told.", "daily.") for sql, _ in wanted.fixed)])
    values = [v for _, given in wanted.fixed for v in given]
    found = []
    for kind in LABELS:
        sql = (
            "SELECT label.kind, label.value, sum(daily.n) FROM label JOIN daily ON daily.label = label.row "
            f"WHERE kind = ? AND {where} GROUP BY label.row ORDER BY 3 DESC, 2 LIMIT {MOST}"
        )
        found += db.all(sql, kind, *values)
    return [(str(kind), str(value), int(n)) for kind, value, n in found]  # type: ignore[arg-type]


def _where(wanted: Asked) -> tuple[str, list[Value]]:
    first = wanted.begin()
    if first is None:
        return wanted.whole()
    tests, values = wanted.tests(first.left)
    return " AND ".join([f"told.row IN ({first.rows})", *tests]), [*first.given, *values]


def _labels(db: Db, wanted: Asked) -> list[tuple[str, str, int]]:
    """The most frequent labels of the rows that fit."""
    where, values = _where(wanted)
    found = db.all(
        f"WITH hit AS MATERIALIZED (SELECT row FROM told WHERE {where}), "
        "counted AS MATERIALIZED (SELECT tag.label AS label, count(*) AS n FROM hit CROSS JOIN tag ON tag.told = hit.row GROUP BY 1) "
        "SELECT label.kind, label.value, counted.n FROM counted CROSS JOIN label ON label.row = counted.label "
        "WHERE label.rolled = 1 ORDER BY 3 DESC, 2",
        *values,
    )
    return [(str(k), str(value), int(n)) for kind in LABELS for k, value, n in [r for r in found if r[0] == kind][:MOST]]  # type: ignore[arg-type]
