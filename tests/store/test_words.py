"""Words asked for mean the same in a store, which has an index of them, and in memory."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.corpus import Corpus, Filter
from detente.errors import InputError
from detente.store import SqliteStore
from tests.store.many import RUN, reading

TEXTS = (
    "Ministers of Iran and Oman met in São Paulo. They will meet again; peace treaties were signed.",
    "Iran met Oman: the peace treaty of the Ukrainian foreign minister’s own making, he said.",
    "L'accord de paix a été signé à Nîmes. Iran met Oman. A co-operation in 2018–19, worth €3.5bn.",
    "Иран встретил Оман. Договор о мире подписан; ΟΔΥΣΣΕΥΣ met Iran. İstanbul, Straße, Kyjiv/Kiev.",
    "伊朗会见阿曼。平和条約 was signed. Iran met Oman. re\u0301sume\u0301 of the trans-Atlantic talks",
)
QUERIES = (
    "iran", "ira", "ira*", "paulo sao", "São", "SAO paulo", '"sao paulo"', '"paulo sao"', "treat", "treat*", '"peace treaty"',
    '"peace treat*"', "peace -treaty", "-treaty peace", "treaty OR accord", "peace treaty OR accord", "minister's", "minister’s", "nimes",
    "cooperation", "co-operation", "operation", "2018", "€3.5bn", "мире", "ДОГОВОР", "οδυσσευς", "istanbul", "strasse", "straße", "kiev",
    "resume", "résumé", "平和条約", "平和*", "atlantic", '-"peace treaty" iran', '"or"', "talks", "title", "iran OR OR oman", "OR iran", "met-oman",
)  # fmt: skip


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[SqliteStore, Corpus]:
    readings = [reading(f"a{n}", text=text, title=f"Title {n}") for n, text in enumerate(TEXTS)]
    store = SqliteStore(tmp_path_factory.mktemp("words") / "s", write=True)
    store.add([tuple(r) for r in readings], RUN, added="2020-01-01")
    return store, Corpus(record for records in readings for record in records)


def found(corpus: Corpus, text: str) -> set[str]:
    return {t.event.article for t in corpus.told(Filter(text=text, everything=True))}


@pytest.mark.parametrize("text", QUERIES)
def test_the_same_words_find_the_same_articles(both: tuple[SqliteStore, Corpus], text: str) -> None:
    store, corpus = both
    kept = {hit.record.id for hit in store.page("article", Filter(text=text)).hits}
    assert found(corpus, text) == kept


def test_words_are_whole_words_without_case_and_accents(both: tuple[SqliteStore, Corpus]) -> None:
    _, corpus = both
    assert found(corpus, "treat") == set()
    assert found(corpus, "PAZ OR Nimes") == {"a2"}
    assert found(corpus, '"peace treaty"') == {"a1"}
    assert found(corpus, "peace -treaty") == {"a0"}


PARTS = (*'"-* ', "OR", " OR ", "iran", "Óman ", "met ", "ſ", "peace", "ς", "\u0301", "’", "平")


@given(text=st.lists(st.sampled_from(PARTS), min_size=1, max_size=12).map("".join))
def test_any_words_mean_the_same(both: tuple[SqliteStore, Corpus], text: str) -> None:
    store, corpus = both
    try:
        kept = {hit.record.id for hit in store.page("article", Filter(text=text)).hits}
    except InputError as error:
        with pytest.raises(InputError, match="asks for no word"):
            found(corpus, text)
        assert "asks for no word" in str(error)
        return
    assert found(corpus, text) == kept


def test_no_word_is_refused_in_both(both: tuple[SqliteStore, Corpus]) -> None:
    for text in ("-iran", "iran OR", "…"):
        for asked in (lambda text=text: both[0].page("event", Filter(text=text)), lambda text=text: both[1].told(Filter(text=text))):
            with pytest.raises(InputError, match="asks for no word"):
                asked()
