"""How many real-world events have which values: from the counts by day where these can say it, else counted."""

from __future__ import annotations

from collections import Counter

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
    found = _rolled(db, wanted) if not wanted.conditions else _counted(db, wanted)
    return tuple(Facet(str(kind), str(value), int(n)) for kind, value, n in found if value != "")  # type: ignore[arg-type]


def _rolled(db: Db, wanted: Asked) -> list[tuple[Value, ...]]:
    """Counts of everything in a time and under a status."""
    where = " AND ".join(["1 = 1", *(sql.replace("told.", "daily.") for sql, _ in wanted.fixed)])
    values = [v for _, given in wanted.fixed for v in given]
    found = []
    for kind, column in COLUMNS:
        sql = f"SELECT '{kind}', {column}, sum(daily.n) FROM daily WHERE label = 0 AND {where} GROUP BY 2 ORDER BY 3 DESC, 2"
        found += db.all(sql, *values)
    for kind in LABELS:
        sql = (
            f"SELECT '{kind}', label.value, sum(daily.n) FROM label JOIN daily ON daily.label = label.row "
            f"WHERE kind = '{kind}' AND rolled = 1 AND {where} GROUP BY label.row ORDER BY 3 DESC, 2 LIMIT {MOST}"
        )
        found += db.all(sql, *values)
    return found


def _counted(db: Db, wanted: Asked) -> list[tuple[Value, ...]]:
    """Counts of the rows that conditions leave; those of labels where these are few enough."""
    where, values = _where(wanted)
    cells = db.all(
        "SELECT plover, CAST(quad AS TEXT), status, substr(day, 1, 7), count(*) FROM told "
        f"WHERE {where} GROUP BY plover, quad, status, substr(day, 1, 7)",
        *values,
    )
    counts: dict[str, Counter[str]] = {kind: Counter() for kind, _ in COLUMNS}
    for *cell, n in cells:
        for (kind, _), value in zip(COLUMNS, cell, strict=True):
            counts[kind][str(value)] += int(n)  # type: ignore[arg-type]
    found: list[tuple[Value, ...]] = [
        (kind, value, n) for kind, c in counts.items() for value, n in sorted(c.items(), key=lambda v: (-v[1], v[0]))
    ]
    return found + (_labels(db, where, values) if counts["status"].total() <= LABELLED else [])


def _where(wanted: Asked) -> tuple[str, list[Value]]:
    first = wanted.begin()
    if first is None:
        return wanted.whole()
    tests, values = wanted.tests(first.left)
    return " AND ".join([f"told.row IN ({first.rows})", *tests]), [*first.given, *values]


def _labels(db: Db, where: str, values: list[Value]) -> list[tuple[Value, ...]]:
    rows = db.all(
        f"WITH hit AS MATERIALIZED (SELECT row FROM told WHERE {where}), "
        "counted AS MATERIALIZED (SELECT tag.label AS label, count(*) AS n FROM hit CROSS JOIN tag ON tag.told = hit.row GROUP BY 1) "
        "SELECT label.kind, label.value, counted.n FROM counted CROSS JOIN label ON label.row = counted.label "
        "WHERE label.rolled = 1 ORDER BY 3 DESC, 2",
        *values,
    )
    return [row for kind in LABELS for row in [r for r in rows if r[0] == kind][:MOST]]
