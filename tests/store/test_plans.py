"""No page is made by going through all rows of a table: every query begins in an index."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.corpus import Filter
from detente.store import SqliteStore, asked, pages
from detente.store.db import Db
from tests.store.many import RUN, reading

ASKED = [
    Filter(),
    Filter(actors=("Iran",)),
    Filter(actors=("Iran", "Oman"), since="2020-01-01", until="2020-12-31"),
    Filter(codes=("CONSULT",), since="2020-03-01"),
    Filter(places=("omn",), status=("actual",)),
    Filter(outlets=("O1",), published_since="2020-01-01"),
    Filter(text="ministers", published_until="2020-12-31"),
    Filter(added_since="2026"),
]


@pytest.fixture
def db(tmp_path: Path) -> Db:
    store = SqliteStore(tmp_path / "store", write=True)
    store.add([reading(f"m{n}", outlet=f"O{n % 3}") for n in range(9)], RUN, added="2026-01-01")
    store.close()
    return Db(tmp_path / "store")


@pytest.mark.parametrize("few", [0, 1000])
@pytest.mark.parametrize("wanted", ASKED, ids=str)
def test_a_page_begins_in_an_index(db: Db, wanted: Filter, few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FEW", "CROSSED", "ARTICLES"):
        monkeypatch.setattr(asked, name, few)
    select = pages.of_events(db, wanted, limit=200, after=None)
    plan = [str(row[3]) for row in db.all(f"EXPLAIN QUERY PLAN {select.sql}", *select.values)]
    assert [line for line in plan if line.startswith("SCAN") and line.split()[1] in ("told", "tag", "event", "article", "record")] == []


def test_rare_and_frequent_conditions_give_the_same_page(tmp_path: Path, db: Db, monkeypatch: pytest.MonkeyPatch) -> None:
    for wanted in ASKED:
        monkeypatch.setattr(asked, "FEW", 1000)
        rare = pages.page(db, "event", wanted, limit=5, after=None)
        for name in ("FEW", "CROSSED", "ARTICLES"):
            monkeypatch.setattr(asked, name, 0)
        assert pages.page(db, "event", wanted, limit=5, after=None) == rare
        monkeypatch.setattr(asked, "CROSSED", 1000)
        assert pages.page(db, "event", wanted, limit=5, after=None) == rare
        monkeypatch.setattr(asked, "ARTICLES", 1000)
