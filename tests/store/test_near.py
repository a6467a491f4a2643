"""Which articles a new one is compared with."""

from __future__ import annotations

from pathlib import Path

from detente.store import near
from detente.store.db import Db
from detente.store.protocol import Near


def test_articles_of_many_shared_events_do_not_hide_one_that_tells_a_single_event(tmp_path: Path) -> None:
    db = Db(tmp_path / "s", write=True)
    near.put(db, 1, Near(stored=frozenset({"a meeting in May"})))
    for row in range(2, 90):
        near.put(db, row, Near(stored=frozenset({"talks", "trade", "sanctions", "a visit"})))
    asked = (frozenset({"talks", "trade"}), frozenset({"sanctions", "a visit"}), frozenset({"a meeting in May", "talks"}))
    found = near.telling(db, 100, asked)
    assert 1 in found[:2]
    assert len(found) == near.EVENTS
    assert found[0] == 89, "of equals the last that came"


def test_a_rare_key_says_more_than_a_frequent_one(tmp_path: Path) -> None:
    db = Db(tmp_path / "s", write=True)
    for row in range(1, 11):
        near.put(db, row, Near(stored=frozenset({"frequent", "too"} if row > 1 else {"rare"})))
    assert near.telling(db, 20, [frozenset({"frequent", "too", "rare"})])[0] == 1


def test_copies_share_a_part_of_the_text_and_not_the_article_itself(tmp_path: Path) -> None:
    db = Db(tmp_path / "s", write=True)
    near.put(db, 1, Near(sketch=tuple(range(100))))
    near.put(db, 2, Near(sketch=(1, 2, *range(200, 300))))
    near.put(db, 3, Near(sketch=tuple(range(50))))
    assert near.copies(db, 1, range(100)) == [3]
