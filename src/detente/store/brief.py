"""Many real-world events at once, without the words of their articles: each with all that tell it, and how many there are by day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from detente.corpus import Filter, corrected
from detente.corpus.judged import Judged
from detente.records import Event
from detente.store import asked as asks
from detente.store import pages, said
from detente.store.db import Db, Value, listed
from detente.store.protocol import Day, Glimpse
from detente.store.told import UNDATED


def glimpses(db: Db, asked: Filter, *, limit: int) -> tuple[Glimpse, ...]:
    """Events that fit in the order of their time, undated ones last; of more than `limit` those that are latest."""
    dated = _rows(db, asked, f"told.day < '{UNDATED}'", limit)
    undated = _rows(db, asked, f"told.day >= '{UNDATED}'", limit - len(dated)) if len(dated) < limit else []
    return _read(db, (*dated, *undated))


def _rows(db: Db, asked: Filter, more: str, limit: int) -> list[int]:
    """Rows of `told`, the latest, in the order of time."""
    wanted = asks.read(db, asked)
    first = wanted.begin()
    tests, values = wanted.tests(first.left if first else wanted.conditions)
    tests.append(more)
    order = "ORDER BY {0}day DESC, {0}last DESC, {0}id DESC LIMIT ?"
    if first:
        sql = f"SELECT row, day, last, id FROM told WHERE told.row IN ({first.rows}) AND {' AND '.join(tests)} {order.format('+')}"
        return list(map(int, db.column(sql, *first.given, *values, limit)))[::-1]
    walks: list[str] = []
    given: list[Value] = []
    for wide in (0, 1):
        bound, bounds = pages.bounded(asked, "wide", wide)
        walks.append(f"SELECT row, day, last, id FROM told INDEXED BY told_day WHERE {' AND '.join([*bound, *tests])}")
        given += [*bounds, *values]
    return list(map(int, db.column(f"{' UNION ALL '.join(walks)} {order.format('')}", *given, limit)))[::-1]


def _read(db: Db, rows: Sequence[int]) -> tuple[Glimpse, ...]:
    found = db.all(
        "SELECT event.told, told.id, event.id, record.data, article.id, article.outlet FROM told JOIN event ON event.told = told.row "
        "JOIN record ON record.row = event.row JOIN article ON article.row = event.article "
        "WHERE told.row IN (SELECT value FROM json_each(?)) ORDER BY article.published, article.id, event.row",
        listed(rows),
    )
    amended = said.corrections(db, (str(row[2]) for row in found))
    read = corrected.apply((db.packer.unpack(row[3]) for row in found), amended)  # type: ignore[arg-type]
    events = {e.id: e for e in read if isinstance(e, Event)}
    told: dict[int, list[tuple[Event, str, str | None]]] = {}
    for row, _, ident, _, article, outlet in found:
        if event := events.get(str(ident)):
            told.setdefault(int(row), []).append((event, str(article), outlet))  # type: ignore[arg-type]
    names = {int(row): str(ident) for row, ident, *_ in found}  # type: ignore[arg-type]
    originals = _originals(db, {article for group in told.values() if len(group) > 1 for _, article, _ in group})
    return tuple(Glimpse(names[row], tuple(e for e, _, _ in told[row]), _outlets(told[row], originals)) for row in rows if row in told)


def _originals(db: Db, articles: Iterable[str]) -> Mapping[str, tuple[str, str | None]]:
    """For each of these that copies, the article at the beginning of the copying and its outlet."""
    copied = Judged(said.copies(db, articles)).originals()
    found = db.all("SELECT id, outlet FROM article WHERE id IN (SELECT value FROM json_each(?))", listed(copied.values()))
    outlets = {str(ident): str(outlet) if outlet else None for ident, outlet in found}
    return {copy: (first, outlets.get(first)) for copy, first in copied.items()}


def _outlets(tellings: Iterable[tuple[Event, str, str | None]], originals: Mapping[str, tuple[str, str | None]]) -> int:
    """Outlets of the articles that were copied; an article without one stands for itself."""
    firsts = (originals.get(article, (article, outlet)) for _, article, outlet in tellings)
    return len({outlet or article for article, outlet in firsts})


def spread(db: Db, asked: Filter) -> tuple[Day, ...]:
    """How many real-world events that fit begin on which day."""
    wanted = asks.read(db, asked)
    where, values = wanted.whole()
    if wanted.conditions:
        sql = f"SELECT day, quad, status, count(*) FROM told WHERE {where} GROUP BY 1, 2, 3"
    else:
        where = where.replace("told.", "daily.")
        sql = f"SELECT day, quad, status, sum(n) FROM daily WHERE label = 0 AND {where} GROUP BY 1, 2, 3"
    return tuple(Day(str(day), int(quad), status, int(n)) for day, quad, status, n in db.all(sql, *values))  # type: ignore[arg-type]
