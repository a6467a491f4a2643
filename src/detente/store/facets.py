"""How many real-world events have which values: from the counts by day where these can say it, else counted."""

from __future__ import annotations

from detente.corpus import Filter
from detente.store import asked as asks
from detente.store.asked import Asked
from detente.store.db import Db, Value
from detente.store.protocol import Facet

MOST = 40
"""Values of one kind that are told, the most frequent."""

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
    """Counts of rows that conditions leave."""
    where, values = wanted.whole()
    parts = [f"SELECT '{kind}', {column}, count(*) FROM hit GROUP BY 2" for kind, column in COLUMNS]
    parts.append(
        "SELECT label.kind, label.value, counted.n FROM "
        "(SELECT tag.label AS label, count(*) AS n FROM hit CROSS JOIN tag ON tag.told = hit.row GROUP BY 1) AS counted "
        " JOIN label ON label.row = counted.label WHERE label.kind IN ('country', 'outlet', 'actor')"
    )
    hit = f"WITH hit AS MATERIALIZED (SELECT row, plover, quad, status, day FROM told WHERE {where})"
    rows = db.all(f"{hit} SELECT * FROM ({' UNION ALL '.join(parts)}) ORDER BY 1, 3 DESC, 2", *values)
    seen: dict[Value, int] = {}
    kept = []
    for row in rows:
        seen[row[0]] = seen.get(row[0], 0) + 1
        if seen[row[0]] <= MOST or row[0] in ("month", "code"):
            kept.append(row)
    return kept
