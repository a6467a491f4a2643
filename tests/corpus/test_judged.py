"""Judgements folded: people win over the program, and what is held apart is never joined through a third."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from detente.corpus.judged import Judged
from detente.records import Judgement
from tests.corpus.made import judged


def clusters(*judgements: Judgement) -> dict[str, str]:
    return Judged(judgements).joined("same_event", "different_event")


def test_sets_grow_through_a_third() -> None:
    assert clusters(judged("same_event", "b", "a"), judged("same_event", "c", "b")) == {"a": "a", "b": "a", "c": "a"}


def test_a_set_keeps_its_name_when_something_new_joins_it() -> None:
    assert set(clusters(judged("same_event", "b", "a"), judged("same_event", "z", "b"), judged("same_event", "k", "a")).values()) == {"a"}


@given(st.permutations(["person:kim", "a#kim", "b#kim"]))
def test_whom_all_articles_know_gives_the_name(ids: list[str]) -> None:
    said = [judged("same_actor", ids[0], ids[1]), judged("same_actor", ids[2], ids[1])]
    assert set(Judged(said).joined("same_actor", "different_actor").values()) == {"person:kim"}


def test_one_judgement_may_name_many() -> None:
    assert clusters(judged("same_event", "c", "b", "a")).keys() == {"a", "b", "c"}


def test_a_person_wins_over_the_program() -> None:
    assert clusters(judged("same_event", "a", "b"), judged("different_event", "b", "a", author="ann")) == {}
    assert clusters(judged("different_event", "b", "a"), judged("same_event", "b", "a", author="ann"))["b"] == "a"


def test_a_later_word_of_a_person_wins_over_an_earlier() -> None:
    first = judged("same_event", "a", "b", author="ann", when="2018-05-10T10:00:00Z")
    later = judged("different_event", "a", "b", author="bob", when="2018-05-11T10:00:00Z")
    assert clusters(later, first) == {}


def test_what_a_person_holds_apart_is_not_joined_through_a_third() -> None:
    found = clusters(judged("same_event", "b", "a"), judged("same_event", "c", "b"), judged("different_event", "a", "c", author="ann"))
    assert found == {"a": "a", "b": "a"}


def test_what_is_undone_does_not_stand() -> None:
    word = judged("same_event", "a", "b")
    assert clusters(word, judged("same_event", author="ann", when="2018", undoes=word.id)) == {}


def test_what_a_person_undid_does_not_stand_when_it_is_judged_anew() -> None:
    first, anew = judged("same_event", "a", "b", when="1"), judged("same_event", "b", "a", when="2")
    undo = judged("same_event", "a", "b", author="ann", when="3", undoes=first.id)
    assert clusters(undo, anew) == {}
    assert clusters(undo, anew, judged("same_event", "a", "b", author="ann", when="4", undoes=undo.id)) != {}


def test_a_person_who_takes_back_a_word_leaves_the_program_s() -> None:
    word = judged("same_event", "a", "b", author="ann", when="1")
    back = judged("same_event", "a", "b", author="ann", when="2", undoes=word.id)
    assert clusters(judged("same_event", "a", "b"), word, back) != {}


def test_a_copy_of_a_copy_goes_back_to_the_first() -> None:
    assert Judged([judged("copy", "c", "b"), judged("copy", "b", "a")]).originals() == {"c": "a", "b": "a"}
    assert Judged([judged("copy", "b", "a"), judged("not_copy", "b", "a", author="ann")]).originals() == {}


def test_copies_in_a_ring_end() -> None:
    assert set(Judged([judged("copy", "a", "b"), judged("copy", "b", "a")]).originals()) == {"a", "b"}


def test_a_settled_conflict_does_not_stand() -> None:
    conflict = judged("conflict", "a", "b")
    assert list(Judged([conflict]).conflicts()) == [conflict]
    assert list(Judged([conflict, judged("no_conflict", "b", "a", author="ann")]).conflicts()) == []


pairs = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")).filter(lambda p: p[0] != p[1]), max_size=12)


@given(pairs, pairs)
def test_pairs_apart_are_never_in_one_set(same: list[tuple[str, str]], apart: list[tuple[str, str]]) -> None:
    words = [judged("same_event", *p) for p in same] + [judged("different_event", *p, author="ann") for p in apart]
    found = clusters(*words)
    assert all(found.get(a, a) != found.get(b, b) for a, b in apart)
