"""What a store counts is what a corpus of the same records counts, whatever is asked, and in whatever order things came."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.corpus import Corpus, Filter
from detente.corpus.told import Told
from detente.records import AnyRecord, Correction, Judgement
from detente.store import SqliteStore
from tests.store.many import RUN, put_right, reading, same

READINGS = [
    reading("a", "2020-03-02", outlet="The Wire"),
    reading("b", "2020-03-03", outlet="Daily Post", name="Badr al Busaidi"),
    reading("c", None, outlet="Daily Post", text="Ministers met. They will meet again in Muscat."),
    reading("d", "2018-01-01"),
    reading("e", "2020-03-02", outlet="Copyist"),
]
WORDS: list[Judgement | Correction] = [
    same("a-met", "b-met"),
    same("b-met", "e-met", author="resolve"),
    same("a-met", "e-met", verdict="different_event"),
    same("c-met", "d-met", author="resolve"),
    same(ident="undo", undoes="same_event-c-met-d-met"),
    same("a-will meet", "e-will meet", "b-will meet", author="resolve"),
    put_right("a-met", "status", "denied"),
    put_right("d-met", "delete"),
    put_right("b-will meet", "when", "2020-05-01/2020-05-03"),
    put_right("d-met", "delete", name="undone", undoes="delete d-met"),
]
ASKED = [
    Filter(),
    Filter(everything=True),
    Filter(actors=("Oman",)),
    Filter(actors=("Busaidi",)),
    Filter(actors=("OMN",)),
    Filter(actors=("Iran", "Sultanate of Oman"), everything=True),
    Filter(codes=("04",)),
    Filter(codes=("agree", "MEET")),
    Filter(codes=("ASSAULT",)),
    Filter(since="2020-03-03"),
    Filter(until="2020-03-02", everything=True),
    Filter(places=("muscat",), outlets=("DAILY POST",)),
    Filter(places=("irn",)),
    Filter(published_since="2020-03-03", published_until="2020-03-03"),
    Filter(text="again"),
    Filter(text="MUSCÁT talk*"),
    Filter(text='"meet again" -badr'),
    Filter(text="“again in” -zzz"),
    Filter(text="badr OR copyist talks"),
    Filter(text="alk"),
    Filter(status=("denied",)),
]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    made = SqliteStore(tmp_path / "store", write=True)
    yield made
    made.close()


def told(store: SqliteStore, asked: Filter, size: int = 2) -> list[Told]:
    return [one for batch in store.batches(asked, size=size) for one in batch.told]


def records() -> list[AnyRecord]:
    return [r for one in READINGS for r in one] + list(WORDS)


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_a_store_counts_what_a_corpus_counts(store: SqliteStore, asked: Filter) -> None:
    store.add(READINGS, RUN, added="2026-01-01")
    store.say(WORDS, added="2026-01-01")
    wanted = list(Corpus(records()).told(asked))
    assert told(store, asked) == wanted
    assert [h.record for h in store.page("event", asked).hits] == [t.event for t in wanted]
    assert store.check() == ()


@given(st.permutations(range(len(READINGS))), st.lists(st.integers(0, len(READINGS) - 1)), st.data())
def test_the_order_in_which_things_come_and_go_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, order: list[int], again: list[int], data: st.DataObject
) -> None:
    store = SqliteStore(tmp_path_factory.mktemp("any") / "store", write=True)
    said = list(WORDS)
    for number in order:
        store.add([READINGS[number]], RUN, added="2026-01-01")
        if data.draw(st.booleans()):
            store.say(said[:2], added="2026-01-01")
            said = said[2:]
    store.say(said, added="2026-01-01")
    for number in again:
        kept = [word for word in WORDS if not isinstance(word, Judgement) or word.author != "resolve"]
        store.remove(str(READINGS[number][0].id))
        store.add([READINGS[number]], RUN, added="2026-01-01")
    store.say([word for word in WORDS if word not in kept] if again else [], added="2026-01-01")
    assert store.check() == ()
    wanted = Corpus(records())
    for asked in ASKED[:3]:
        assert {(t.event, frozenset(t.tellings)) for t in told(store, asked)} == {
            (t.event, frozenset(t.tellings)) for t in wanted.told(asked)
        }
    store.close()
