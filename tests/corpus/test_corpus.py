"""Records of many articles: one row for each real-world event, with outlets and origins."""

from __future__ import annotations

import pytest

from detente.corpus import Corpus, Filter
from detente.errors import InputError
from detente.records import Actor, When, Where
from tests.corpus.made import KIM, TRUMP, XI, actors, article, event, judged, put_right, said_by, telling

SAME = judged("same_event", "ae", "be")


def test_tellings_of_one_event_are_one_row() -> None:
    corpus = Corpus((*telling("b", "Times", published="2018-05-10"), *telling("a", "Post"), SAME))
    (told,) = corpus.told()
    assert [e.id for e in told.tellings] == ["ae", "be"]
    assert told.first.id == "a"
    assert told.outlets == ("Post", "Times") == told.origins


def test_retellings_within_an_article_are_one_row() -> None:
    corpus = Corpus((*telling("a", "Post"), event("a2", "a", same_as="ae")))
    (told,) = corpus.told()
    assert told.event.id == "ae"
    assert len(told.tellings) == 2


def test_a_copy_is_no_second_outlet() -> None:
    corpus = Corpus((*telling("a", "Wire"), *telling("b", "Times", published="2018-05-10"), SAME, judged("copy", "b", "a")))
    assert corpus.told()[0].outlets == ("Wire",)


def test_whom_a_copy_cites_is_no_second_origin() -> None:
    wire, copy = (
        telling("a", "Wire", chain=said_by("a#officials")),
        telling("b", "Times", published="2018-05-10", chain=said_by("b#officials")),
    )
    corpus = Corpus((*wire, *copy, SAME, judged("copy", "b", "a")))
    assert corpus.told()[0].origins == ("a#officials",)


def test_papers_that_cite_one_ministry_are_one_origin() -> None:
    ministry = said_by("gov:mfa")
    corpus = Corpus((*telling("a", "Post", chain=ministry), *telling("b", "Times", chain=ministry), SAME))
    (told,) = corpus.told()
    assert (told.outlets, told.origins) == (("Post", "Times"), ("gov:mfa",))


def test_what_is_reported_as_happened_is_shown_before_a_plan() -> None:
    corpus = Corpus((*telling("a", None, factuality="planned"), *telling("b", None, published="2018-05-10"), SAME))
    (told,) = corpus.told()
    assert told.event.id == "be"


def test_the_telling_that_says_most_is_shown() -> None:
    trip = event("trip", "a", None, recipients=("state:chn",), mode="visit")
    met = event("met", "a", where=Where("Dalian", "city", "Dalian"), same_as="trip")
    (told,) = Corpus((article("a"), *actors("a"), trip, met)).told()
    assert (told.id, told.event.id) == ("trip", "met")


def test_possible_and_denied_events_are_counted_only_when_asked_for() -> None:
    corpus = Corpus((*telling("a", None, factuality="possible"), *telling("b", None, factuality="denied")))
    assert corpus.told() == ()
    assert len(corpus.told(Filter(everything=True))) == 2
    assert [t.id for t in corpus.told(Filter(status=("denied",)))] == ["be"]


def test_words_are_whole_words_of_text_or_title_as_in_a_store() -> None:
    made = article("a", text="Kim’s envoy met Müller.\nHe left.")
    for text in ("kim envoy", '"s envoy met"', "mul*", "muller", "nobody OR left", "kim -trump", '"müller he"'):
        assert Filter(text=text).wants_article(made), text
    for text in ("env", '"met envoy"', "kim -left", "kim nobody OR trump"):
        assert not Filter(text=text).wants_article(made), text
    with pytest.raises(InputError, match="asks for no word"):
        Filter(text="-kim").wants_article(made)


def test_an_interval_that_is_open_stands_at_the_side_that_is_known() -> None:
    open_, whole = When("2018-05-08", None, "day", "stated", ""), When("2018-05-08", "2018-05-31", "month", "stated", "")
    corpus = Corpus((article("a"), *actors("a"), event("whole", "a", when=whole), event("open", "a", when=open_)))
    assert [t.id for t in corpus.told()] == ["open", "whole"]


def test_parties_are_found_by_name_and_all_must_be_there() -> None:
    corpus = Corpus(telling("a", None))
    assert len(corpus.told(Filter(actors=("Kim", "xi")))) == 1
    assert corpus.told(Filter(actors=("Kim", "Trump"))) == ()


def test_an_actor_under_two_names_is_one() -> None:
    other = Actor(id="b#kim", article="b", name="Marshal Kim", type="person")
    records = (
        *telling("a", None),
        article("b"),
        other,
        event("be", "b", actors=("b#kim",), recipients=()),
        judged("same_actor", KIM, "b#kim"),
    )
    corpus = Corpus(records)
    assert corpus.identity("b#kim") == KIM
    assert len(corpus.told(Filter(actors=(KIM,)))) == 2


def test_events_are_found_by_time_place_code_and_outlet() -> None:
    dalian = Where("Dalian", "city", "Dalian", country="CHN")
    corpus = Corpus((*telling("a", "Post", where=dalian, mode="visit", cameo="042"), *telling("b", "Times", day=None)))
    for asked in (
        Filter(since="2018-05-07", until="2018-05-07"), Filter(places=("dalian",)), Filter(places=("CHN",)), Filter(codes=("visit",)),
        Filter(codes=("04",)), Filter(outlets=("post",)),
    ):  # fmt: skip
        assert [t.id for t in corpus.told(asked)] == ["ae"], asked
    assert corpus.told(Filter(since="2018-05-08")) == ()
    assert len(corpus.told(Filter(codes=("consult",), text="met kim"))) == 2
    assert corpus.told(Filter(published_until="2018-05-08")) == ()


def test_events_stand_in_the_order_of_their_own_time() -> None:
    corpus = Corpus((article("a"), *actors("a"), event("x", "a", None), event("y", "a", "2018-05-02"), event("z", "a", "2018-03-27")))
    assert [t.id for t in corpus.told()] == ["z", "y", "x"]


def test_corrections_are_applied() -> None:
    corpus = Corpus((*telling("a", None), put_right("ae", "recipients", TRUMP)))
    assert corpus.events[0].recipients == (TRUMP,)
    assert Corpus((*telling("a", None), put_right("ae", "delete"))).told() == ()


def test_conflicts_stand_with_their_event() -> None:
    conflict = judged("conflict", "ae", "be")
    corpus = Corpus((*telling("a", None), *telling("b", None), SAME, conflict))
    assert corpus.told()[0].conflicts == (conflict,)


def test_a_corpus_of_nothing_is_empty() -> None:
    assert Corpus(()).told() == ()
    assert Corpus(()).who("Kim") == frozenset()
    assert Corpus(telling("a", None)).name("a", XI) == "Xi"
    assert Corpus(()).name("a", "a#the-rebels") == "the rebels"
