"""Many events and few articles at once: what a store says in short is what a corpus of the same records says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.corpus import Filter
from detente.errors import StoreError
from detente.store import SqliteStore
from tests.store.many import RUN, same
from tests.store.test_told import ASKED, READINGS, WORDS


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    made = SqliteStore(tmp_path / "s", write=True)
    made.add(READINGS, RUN, added="2026-01-01")
    made.say(WORDS, added="2026-01-02")
    yield made
    made.close()


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_glimpses_and_counts_by_day_are_those_of_the_corpus(store: SqliteStore, asked: Filter) -> None:
    told = {t.id: t for batch in store.batches(asked) for t in batch.told}
    seen = store.glimpses(asked, limit=1000)
    assert {g.id: {e.id for e in g.tellings} for g in seen} == {i: {e.id for e in t.tellings} for i, t in told.items()}
    assert {g.id: g.outlets for g in seen} == {i: len(t.outlets) for i, t in told.items()}
    days = Counter[str]()
    for day in store.spread(asked):
        days[day.day] += day.count
    starts = Counter((w.start or w.end or "9999") if (w := t.event.when) else "9999" for t in told.values())
    assert days == starts


def test_a_copy_is_no_other_outlet(store: SqliteStore) -> None:
    before = {g.id: g.outlets for g in store.glimpses(Filter(), limit=9)}
    copied = same("b-met", "a-met", verdict="copy")
    of = tuple(type(c)(c.article, c.article) for c in copied.of)
    store.say([type(copied)(id="copy", verdict="copy", of=of, reason="r", author="ann")], added="2026-01-03")
    after = {g.id: g.outlets for g in store.glimpses(Filter(), limit=9)}
    assert sum(before.values()) > sum(after.values())


def test_of_too_many_the_latest_dated_are_shown(store: SqliteStore) -> None:
    dated = [g.id for g in store.glimpses(Filter(since="1000-01-01"), limit=100)]
    assert len(dated) > 1
    assert [g.id for g in store.glimpses(Filter(), limit=len(dated) - 1)] == dated[1:]


def test_the_newest_articles_that_name_somebody(store: SqliteStore) -> None:
    ids, total = store.newest(Filter(actors=("Iran", "Oman")), limit=2)
    assert (len(ids), total) == (2, 5)
    assert ids[0] == "b"
    assert store.newest(Filter(), limit=9)[0][-1] == "c", "without a day last"
    assert store.newest(Filter(outlets=("daily post",)), limit=9)[1] == 2
    assert store.newest(Filter(actors=("nobody",)), limit=9) == ((), 0)


def test_only_some_articles_with_what_tells_the_same(store: SqliteStore) -> None:
    corpus = store.only(["b"])
    assert {s.article for s in corpus.statements} == {"b"}
    assert {e.id for t in corpus.told(Filter(everything=True)) for e in t.tellings} >= {"b-met", "a-met"}


def test_homes_of_an_event_are_all_that_tell_it(store: SqliteStore) -> None:
    assert set(store.homes(["b-met"])) == {"a", "b"}
    assert set(store.homes(["a-said"])) == {"a"}
    assert store.homes(["nothing"]) == ()


def test_actors_as_they_are_known_everywhere(store: SqliteStore) -> None:
    known = {ident: actor.name for ident, actor in store.known_as(["state:irn", "a#minister", "nobody"])}
    assert known == {"state:irn": "Iran", "a#minister": "Badr Busaidi"}


def test_a_word_by_its_id(store: SqliteStore) -> None:
    word = store.word("undo")
    assert word is not None
    assert word.undoes == "same_event-c-met-d-met"
    assert store.word("nothing") is None


def test_sizes(store: SqliteStore) -> None:
    sizes = store.sizes()
    assert (sizes.articles, sizes.statements, sizes.relations, sizes.published) == (5, 5, 5, ("2018-01-01", "2020-03-03"))


def test_what_takes_too_long_ends_and_the_next_question_is_answered(store: SqliteStore) -> None:
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
    with pytest.raises(StoreError, match="too long"), store.within(0.01):
        store._db.all(endless)
    assert store.sizes().articles == 5
