"""Whatever comes, goes and is said, and in whatever order: a store counts what is counted of all that is in it, made at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.corpus import Filter
from detente.records import Amendable, AnyRecord, Article, Cited, Correction, Judgement, Verdict
from detente.store import SqliteStore
from detente.store.protocol import Near
from tests.store.many import RUN, event, put_right, reading, same

DAYS = {"a": "2020-03-02", "b": "2020-03-03", "c": None, "d": "2018-01-01", "e": "2020-03-02"}
EVENTS = [f"{article}-{words}" for article in DAYS for words in ("met", "will meet", "retold")]
ACTORS = [*(f"{article}#minister" for article in DAYS), "gov:mfa-oman", "state:irn", "state:omn"]
ALL = Filter(everything=True)


class Word(msgspec.Struct, frozen=True):
    """A word drawn: a verdict or a field, on which records, by whom; or one that takes back the so manieth word said before."""

    verb: str
    of: tuple[str, ...]
    person: bool
    back: int | None


class Play:
    """A store to which drawn steps are done."""

    def __init__(self, path: Path) -> None:
        self.store = SqliteStore(path, write=True)
        self.said: list[Judgement | Correction] = []

    def put(self, *names: str) -> None:
        """Readings of articles, with a version each: "a1". One tells its meeting again; later versions have another title."""
        readings = {name[0]: _version(name[0], name[1:]) for name in names}
        self.store.add(list(readings.values()), RUN, added="2026")

    def say(self, *words: Word) -> None:
        """All at once; of what is not there the program says nothing."""
        there = {*self.store.articles()}
        made: list[Judgement | Correction] = []
        for word in words:
            one = self._made(word, number=len(self.said) + len(made))
            if one is not None and (word.person or all(c.article in there for c in _of(one))):
                made.append(one)
        self.said += made
        self.store.say(made, added="2026")

    def _made(self, word: Word, *, number: int) -> Judgement | Correction | None:
        ident, when = f"w{number}", f"2026-02-{number:03}"
        if word.back is not None:
            before = self.said[word.back % len(self.said)] if self.said else None
            return before and msgspec.structs.replace(before, id=ident, author="ann", when=when, undoes=before.id)
        if word.verb in get_args(Verdict):
            of = tuple(map(_cited, word.of))
            said = msgspec.structs.replace(same(author="ann" if word.person else "resolve", ident=ident), of=of)
            return msgspec.structs.replace(said, verdict=word.verb, when=when if word.person else None)
        value = {"status": "denied", "code": "ASSAULT"}.get(word.verb)
        field: Amendable = word.verb  # type: ignore[assignment]
        return msgspec.structs.replace(put_right(word.of[0], field, value, name=ident), when=when)


def _version(ident: str, version: str) -> list[AnyRecord]:
    article, *records = reading(ident, DAYS[ident], outlet={"b": "D", "c": "D"}.get(ident, ident))
    assert isinstance(article, Article)
    article = msgspec.structs.replace(article, title=f"Talks {version}")
    if version == "2":
        return [article, *records]
    return [article, *records, event(ident, "retold", article.text, same_as=f"{ident}-met")]


def _cited(ident: str) -> Cited:
    if "-" in ident and ":" not in ident:
        return Cited(ident, ident[0], "CONSULT", ident[2:])
    return Cited(ident, ident[0] if "#" in ident or len(ident) == 1 else "a")


def _of(word: Judgement | Correction) -> tuple[Cited, ...]:
    return word.of if isinstance(word, Judgement) else (word.of,)


def _words() -> st.SearchStrategy[Word]:
    def drawn(verbs: Sequence[str], ids: Sequence[str], most: int, person: st.SearchStrategy[bool]) -> st.SearchStrategy[Word]:
        of = st.lists(st.sampled_from(ids), min_size=min(most, 2), max_size=most, unique=True).map(tuple)
        return st.builds(Word, st.sampled_from(verbs), of, person, st.none())

    return st.one_of(
        drawn(("same_event",), EVENTS, 3, st.booleans()),
        drawn(("different_event",), EVENTS, 3, st.just(True)),
        drawn(("same_actor",), ACTORS, 2, st.booleans()),
        drawn(("different_actor", "same_actor"), ACTORS, 2, st.just(True)),
        drawn(("copy",), list(DAYS), 2, st.booleans()),
        drawn(("delete", "status", "code"), EVENTS, 1, st.just(True)),
        st.builds(Word, st.just(""), st.just(()), st.just(True), st.integers(0, 20)),
    )


NAMES = st.sampled_from([f"{article}{version}" for article in DAYS for version in "012"])
STEPS = st.lists(
    st.one_of(st.lists(NAMES, min_size=1, max_size=3), st.sampled_from(list(DAYS)), st.lists(_words(), min_size=1, max_size=3)),
    max_size=14,
)


@settings(max_examples=150, deadline=None)
@given(steps=STEPS)
def test_any_sequence_ends_where_all_at_once_ends(
    tmp_path_factory: pytest.TempPathFactory, steps: list[list[str] | str | list[Word]]
) -> None:
    play = Play(tmp_path_factory.mktemp("any") / "store")
    play.put("a0", "b0", "c0")
    for step in steps:
        if isinstance(step, str):
            play.store.remove(step)
        elif isinstance(step[0], Word):
            play.say(*step)
        else:
            play.put(*step)
    agree(play.store)
    play.store.close()


def agree(store: SqliteStore) -> None:
    """What the store keeps counted, and what each part of it counts, is what its records and judgements say when taken together."""
    assert store.check() == ()
    whole = store.corpus()
    wanted = whole.told(ALL)
    assert tuple(one for batch in store.batches(ALL, size=1) for one in batch.told) == wanted
    seen = [(g.id, g.tellings, g.outlets) for g in store.glimpses(ALL, limit=1000)]
    assert seen == [(t.id, t.tellings, len({o.casefold() for o in t.outlets})) for t in wanted]
    for article in store.articles():
        near, part = store.neighbours(article, Near()).corpus, store.only([article])
        assert [t for t in part.told(ALL) if article in {a.id for a in t.articles}] == [
            t for t in wanted if article in {a.id for a in t.articles}
        ]
        assert {e.id: near.cluster(e.id) for e in near.events} == {e.id: whole.cluster(e.id) for e in near.events}
        assert near.original(article) == part.original(article) == whole.original(article)
        assert {a: part.identity(a) for _, a in part.actors} == {a: whole.identity(a) for _, a in part.actors}


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Play]:
    made = Play(tmp_path / "store")
    yield made
    made.store.close()


def _clusters(store: SqliteStore) -> list[set[str]]:
    return [{e.id for e in one.tellings} for batch in store.batches(ALL) for one in batch.told if len(one.tellings) > 1]


def test_what_a_person_undid_does_not_stand_for_another_reason_that_was_there_too(play: Play) -> None:
    play.put("a2", "b2")
    play.store.say([same("a-met", "b-met", author="resolve", ident=ident) for ident in ("one", "two")], added="2026")
    play.store.say([same("a-met", "b-met", ident="undo", undoes="one")], added="2026")
    assert _clusters(play.store) == []
    agree(play.store)


def test_a_word_on_three_does_not_hold_two_apart_while_the_third_is_away(play: Play) -> None:
    play.put("a2", "b2", "c2")
    play.store.say([same("a-met", "b-met"), same("a-met", "b-met", "c-met", verdict="different_event", ident="apart")], added="2026")
    assert _clusters(play.store) == []
    play.store.remove("c")
    assert _clusters(play.store) == [{"a-met", "b-met"}]
    agree(play.store)
    play.put("c2")
    assert _clusters(play.store) == []
    agree(play.store)


def test_a_part_leaves_out_nothing_whose_name_hangs_on_a_retelling_elsewhere(play: Play) -> None:
    play.put("c0")
    play.store.say([same("c-will meet", "c-met"), same("c-will meet", "c-retold", verdict="different_event")], added="2026")
    assert [len(b.told) for b in play.store.batches(ALL, size=1)] == [1, 1]
    agree(play.store)


def test_an_outlet_is_that_of_the_article_at_the_beginning_of_the_copying(play: Play) -> None:
    play.put("a2", "b2", "e2")
    copies = [Judgement(id=f"{x}{y}", verdict="copy", of=(Cited(x, x), Cited(y, y)), reason="r", author="ann") for x, y in ("eb", "ba")]
    play.store.say([same("e-met", "a-met"), *copies], added="2026")
    (one,) = [g for g in play.store.glimpses(ALL, limit=9) if len(g.tellings) == 2]
    assert one.outlets == 1
    agree(play.store)


def test_what_is_deleted_and_joined_at_once_is_deleted(play: Play) -> None:
    play.put("a2", "b2")
    play.store.say([same("a-met", "b-met", author="resolve"), put_right("a-met", "delete")], added="2026")
    assert _clusters(play.store) == []
    agree(play.store)
