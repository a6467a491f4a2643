"""Cards and explanations."""

from __future__ import annotations

from detente.records import Where
from detente.views import explain
from detente.views.cards import deal, placed
from detente.views.ledger import Ledger
from tests.written import RECORDS

LEDGER = Ledger(RECORDS)


def test_an_event_and_its_retelling_are_one_card_that_holds_the_words_of_both() -> None:
    card = next(c for c in deal(LEDGER) if c.layer == "events")
    assert card.ids == ("e1", "e2")
    assert [q.quote[:5] for q in card.quotes] == ["Kim m", "Kim’s"]
    facts = {f.term: f.text for f in card.facts}
    assert facts["who"] == "Kim Jong-un with Xi Jinping"
    assert facts["says so"] == "Chinese Foreign Ministry (“confirmed”)"
    assert facts["date"] == "7 May 2018 (“Monday”: counted from the day of publication, Wed 9 May 2018)"
    assert facts["rule"] == "consult.meet"


def test_every_record_has_a_card_and_every_quote_is_the_article() -> None:
    cards = deal(LEDGER)
    assert {i for c in cards for i in c.ids} == {r.id for r in LEDGER.records} - {"art"}
    assert all(LEDGER.article.text[q.start : q.end] == q.quote for c in cards for q in c.quotes)


def test_a_place_says_how_its_spelling_was_read() -> None:
    assert (
        placed(Where("Dalian", "city", "Dailan", "CHN", lat=38.9, lon=121.6)) == "“Dailan” read as Dalian, CHN (city; 38.90° N, 121.60° E)"
    )
    assert placed(Where("China", "country", "China", "CHN")) == "China (country)"


def test_a_record_is_explained_by_its_words_its_rule_and_its_actors() -> None:
    told = explain.record(LEDGER, "e2")
    assert told is not None
    assert told.rules == ("consult.meeting-noun",)
    assert [(c.before, c.quote, c.after, c.line) for c in told.contexts] == [("", "Kim’s meeting with Xi", " ended early. ", 7)]
    assert told.elsewhere == (5,)
    assert [p.name for p in told.parties] == ["Kim Jong-un", "Xi Jinping"]
    assert explain.record(LEDGER, "none") is None


def test_a_line_explains_all_that_rests_on_it() -> None:
    assert [e.card.id for e in explain.line(LEDGER, 5)] == ["e1", "p1"]
    assert explain.line(LEDGER, 4) == ()


def test_who_says_so_is_among_the_actors_of_an_explanation() -> None:
    told = explain.record(LEDGER, "p1")
    assert told is not None
    assert [(p.name, p.mentions) for p in told.parties][-1] == ("experts", ("“experts”: its words",))
