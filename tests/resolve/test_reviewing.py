"""A person's word: what waits for it, and what it changes."""

import pytest

from detente.corpus import Corpus
from detente.errors import InputError
from detente.records import AnyRecord
from detente.resolve import judge, reviewing
from tests.resolve.told import told

RECORDS: tuple[AnyRecord, ...] = (
    *told("a", "Kim met Xi in Dalian", on="2018-05-07", at=("Dalian", "CHN")),
    *told("b", "Kim met Xi", on="2018-05-07", at=("Dalian", "CHN"), published="2018-05-10"),
)
WORD = reviewing.Word("Ann", "read both", "2024-01-01T00:00:00Z")


def judged() -> tuple[AnyRecord, ...]:
    return (*RECORDS, *judge(Corpus(RECORDS)))


def test_what_a_person_has_spoken_on_waits_no_longer() -> None:
    corpus = Corpus(judged())
    (waits,) = reviewing.waiting(corpus)
    for say in (reviewing.confirm, reviewing.turn, reviewing.undo):
        assert list(reviewing.waiting(Corpus((*judged(), say(waits, WORD))))) == []


def test_a_judgement_turned_stays_turned_when_all_is_judged_anew() -> None:
    (waits,) = reviewing.waiting(Corpus(judged()))
    said = (*RECORDS, reviewing.turn(waits, WORD))
    assert len(Corpus((*said, *judge(Corpus(said)))).told()) == 2


def test_two_events_are_joined_and_held_apart_by_hand() -> None:
    corpus = Corpus(RECORDS)
    a, b = reviewing.found(corpus, "a-e"), reviewing.found(corpus, "b-e")
    joined = reviewing.same(a, b, WORD)
    assert joined.author == "Ann" and len(Corpus((*RECORDS, joined)).told()) == 1
    assert len(Corpus((*judged(), reviewing.apart(a, b, WORD))).told()) == 2


def test_an_article_and_an_event_are_not_one() -> None:
    corpus = Corpus(RECORDS)
    with pytest.raises(InputError, match="not two events"):
        reviewing.same(reviewing.found(corpus, "a"), reviewing.found(corpus, "b-e"), WORD)


def test_a_correction_that_a_record_cannot_hold_is_refused() -> None:
    event = reviewing.found(Corpus(RECORDS), "a-e")
    (said,) = reviewing.correct(event, {"status": "denied"}, WORD)
    assert Corpus((*RECORDS, said)).events[0].factuality == "denied"
    wrong = (("status", "perhaps"), ("when", "someday"), ("when", "2018-05-08/2018-05-07"), ("when", "2018-05-07T12"), ("actors", "nobody"))
    for field, value in (*wrong, ("speaker", "person:kim-x")):
        with pytest.raises(InputError):
            reviewing.correct(event, {field: value}, WORD)  # type: ignore[dict-item]


def test_a_correction_says_what_a_field_may_hold_and_which_actor_is_not_there() -> None:
    event = reviewing.found(Corpus(RECORDS), "a-e")
    with pytest.raises(InputError, match="'perhaps' is no status; it is one of actual, planned, possible, denied"):
        reviewing.correct(event, {"status": "perhaps"}, WORD)
    with pytest.raises(InputError, match="no actor person:nobody"):
        reviewing.correct(event, {"actors": "person:nobody"}, WORD, actors={"person:xi"})
    assert reviewing.correct(event, {"actors": "person:xi"}, WORD, actors={"person:xi"})


def test_a_correction_is_taken_back() -> None:
    (deleted,) = reviewing.correct(reviewing.found(Corpus(RECORDS), "a-e"), {"delete": None}, WORD)
    corpus = Corpus((*RECORDS, deleted))
    back = reviewing.undo(reviewing.spoken(corpus, deleted.id[:6]), WORD)
    assert [e.id for e in corpus.events] == ["b-e"] and len(Corpus((*corpus.given, back)).events) == 2
    with pytest.raises(InputError, match="no judgement or correction"):
        reviewing.spoken(Corpus((*corpus.given, back)), deleted.id)


def test_an_id_must_say_which() -> None:
    corpus = Corpus(judged())
    (waits,) = reviewing.waiting(corpus)
    assert reviewing.standing(corpus, waits.id[:6]) is waits
    with pytest.raises(InputError, match="no judgement"):
        reviewing.standing(corpus, "ffff0000")
    with pytest.raises(InputError, match="2 records begin with person:"):
        reviewing.found(corpus, "person:")
