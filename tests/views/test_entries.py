"""Real-world events as they are shown."""

from __future__ import annotations

from detente.corpus import Corpus, Filter
from detente.records import Link
from detente.views.entries import Book, Entry, doubts, told_by
from detente.views.sides import Sides
from tests.views.made import AGAIN, CORPUS, RECORDS, TALKS, event, judged, on

ALL = Filter(everything=True)


def entries(corpus: Corpus = CORPUS, *, fold: bool = False) -> dict[str, Entry]:
    return {e.id: e for e in Book(corpus, Sides(corpus, fold=fold)).told(ALL)}


def test_an_event_told_twice_is_one_entry_with_who_tells_it() -> None:
    talk = entries()["a-talk"]
    assert talk.tellings == ("a-talk", "b-talk")
    assert (talk.first, talk.outlets, talk.day, talk.standing) == ("a", ("Outlet a", "Outlet b"), "27 Apr 2018", "reported as happened")
    assert told_by(talk) == "2 outlets, 2 origins"
    assert talk.line == "North Korea met South Korea"


def test_what_is_denied_says_by_whom() -> None:
    assert entries()["a-said"].standing == "denied by Kim Jong-un"


def test_a_denial_in_another_telling_and_a_conflict_stand_against_an_event() -> None:
    denial = event(AGAIN, "b-denied", "South Korea met North Korea", factuality="denied", chain=(Link("state:prk", "said", "x"),))
    found = entries(
        Corpus(
            (
                *RECORDS,
                denial,
                judged("same_event", "b-denied", "a-talk", ident="j2"),
                judged("conflict", "a-talk", "b-talk", ident="j3", about="when"),
            )
        )
    )
    assert list(doubts(found["a-talk"])) == ["denied by North Korea", "tellings do not agree on when: made by hand"]


def test_an_undated_telling_takes_the_day_of_one_that_says_it() -> None:
    bare = event(TALKS, "a-bare", "China met Japan")
    dated = event(AGAIN, "b-dated", "South Korea met North Korea", when=on("2018-04-20"))
    found = entries(Corpus((*TALKS, *AGAIN, bare, dated, judged("same_event", "b-dated", "a-bare"))))
    assert found["a-bare"].day == "20 Apr 2018"


def test_entries_stand_in_order_of_time_undated_last() -> None:
    assert list(entries()) == ["a-talk", "b-threat", "c-plan", "a-said", "a-threat"]


def test_a_mutual_act_passes_between_each_two_and_another_from_actor_to_recipient() -> None:
    found = entries()
    assert list(found["a-talk"].pairs()) == [("state:kor", "state:prk")]
    assert list(found["a-threat"].pairs()) == [("person:kim", "state:jpn")]
    joint = event(
        TALKS, "a-joint", "North Korea met South Korea", symmetric=False, code="AGREE", actors=("state:prk", "state:kor"), recipients=()
    )
    assert list(entries(Corpus((*TALKS, joint)))["a-joint"].pairs()) == [("state:kor", "state:prk")]


def test_folded_an_official_is_the_state_also_where_the_state_is_not_named() -> None:
    found = entries(fold=True)
    assert found["a-threat"].actors == ("state:prk",)
    assert set(found["c-plan"].parties) == {"state:prk", "state:kor"}


def test_folded_an_asked_state_brings_what_its_officials_did() -> None:
    sides = Sides(CORPUS, fold=True)
    asked = Filter(actors=("North Korea",), everything=True)
    assert {e.id for e in Book(CORPUS, sides).told(asked)} == {"a-talk", "b-threat", "c-plan", "a-threat"}
    assert {e.id for e in Book(CORPUS, Sides(CORPUS)).told(asked)} == {"a-talk", "b-threat"}
