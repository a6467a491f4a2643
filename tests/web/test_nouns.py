"""What the explorer answers, asked of a store without a server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.records import Quote
from detente.store import SqliteStore
from detente.store.protocol import Day
from detente.views.dyad import Quads
from detente.web import excerpt
from detente.web.api.asked import Issued, Narrowed, One, Paged, Paired, Question, Renewed, Several, Someone, Sought, Stated, Stepped
from detente.web.api.shared import Bound, Piece
from detente.web.nouns import marks
from detente.web.nouns.article import get_article
from detente.web.nouns.cite import get_citation
from detente.web.nouns.entries import get_entries, get_events
from detente.web.nouns.event import get_event
from detente.web.nouns.listed import cut, get_search, get_statements
from detente.web.nouns.part import web
from detente.web.nouns.time import get_histogram, get_story, histogram
from detente.web.nouns.views import get_actor, get_dyad, get_map, get_network, get_positions, get_stories
from detente.web.nouns.whole import get_facets, get_summary
from tests.web import made


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = SqliteStore(made.store(tmp_path / "s"))
    yield opened
    opened.close()


def test_a_summary_counts_and_names_the_formats(store: SqliteStore) -> None:
    summary = get_summary(store, Question())
    assert (summary.counts.articles, summary.counts.told, summary.edit, summary.published) == (4, 8, False, ("2020-03-02", "2020-03-05"))
    assert "geojson" in {form.name for form in summary.formats}


def test_facets_are_named(store: SqliteStore) -> None:
    facets = get_facets(store, Narrowed())
    assert facets.events == 7
    assert [(v.value, v.name) for v in facets.actors][:2] == [("state:irn", "Iran"), ("state:omn", "Oman")]
    assert ("1", "verbal cooperation") in {(v.value, v.name) for v in facets.quads}
    assert {v.name for v in facets.outlets} >= {"The Wire", "Daily Post"}
    assert ("OMN", "Oman") in {(v.value, v.name) for v in get_facets(store, Narrowed(), countries={"OMN": "Oman"}).countries}
    assert ("actual", "reported as happened", 3) in {(v.value, v.name, v.count) for v in facets.statuses}


def test_a_story_has_the_bars_of_all_time_and_the_marks_of_the_window(store: SqliteStore) -> None:
    story = get_story(store, Stepped(since="2020-03-05", until="2020-03-05"))
    assert [m.article[:4] for m in story.marks] == ["evil"]
    assert story.bound == Bound("events", 1, 1)
    assert (story.histogram.events, story.histogram.undated) == (7, 5)
    assert [(b.start, b.quads) for b in story.histogram.bars] == [("2020-03-02", Quads(1, 0, 0, 0)), ("2020-03-05", Quads(1, 0, 0, 0))]
    assert {s.name for s in story.sides} == {"Iran", "Oman"}


def test_a_mark_counts_who_tells_it(store: SqliteStore) -> None:
    mark = get_story(store, Stepped(until="2020-03-04")).marks[0]
    assert (mark.outlets, mark.tellings, mark.denied, mark.mutual) == (2, 2, 0, True)


def test_of_more_marks_than_one_answer_holds_the_latest_are_shown_and_counted(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marks, "MOST", 1)
    monkeypatch.setattr(marks.marks, "__kwdefaults__", {"limit": 1})
    story = get_story(store, Stepped())
    assert ([m.article[:4] for m in story.marks], story.bound) == (["evil"], Bound("events", 1, 7))


def test_what_is_far_from_all_the_rest_has_no_bar_unless_it_is_asked_for(store: SqliteStore) -> None:
    days = [
        Day("1945-08-15", 4, "actual", 1),
        *(Day(f"2018-05-{n:02}", 1, "actual", 5) for n in range(1, 29)),
        Day("9999", 1, "planned", 2),
    ]
    bars = histogram(days)
    assert (bars.step, bars.bars[0].start, bars.earlier, bars.undated, bars.events) == ("day", "2018-05-01", 1, 2, 143)
    assert histogram(days, whole=True).bars[0].start.startswith("194")
    assert histogram([]).bars == ()
    assert get_histogram(store, Stepped(step="year")).bars[0].label == "2020"


def test_events_page_by_page_and_by_any_telling(store: SqliteStore) -> None:
    first = get_events(store, Paged(limit=1))
    rest = get_events(store, Paged(limit=50, after=first.after))
    assert len({e.id for e in (*first.entries, *rest.entries)}) == 7
    entries = get_entries(store, Several(id=("b-met", "a-met", "nothing"))).entries
    assert [e.tellings for e in entries] == [("a-met", "b-met")]


def test_network_and_map_from_marks(store: SqliteStore) -> None:
    network = get_network(store, Narrowed(status=("actual",)))
    assert [(e.a, e.b, e.events) for e in network.edges] == [("state:irn", "state:omn", 3)]
    found = get_map(store, Narrowed())
    assert [(p.name, p.events) for p in found.regions] == [("Muscat", 7)]


def test_a_dossier_of_somebody_and_of_nobody(store: SqliteStore) -> None:
    found = get_actor(store, Someone(id="state:omn"))
    assert found is not None
    assert (found.dossier.name, found.bound) == ("Oman", Bound("articles", 4, 4))
    assert get_actor(store, Someone(id="nobody")) is None


def test_views_of_the_newest_articles(store: SqliteStore) -> None:
    assert get_positions(store, Issued()).bound.shown == 4
    assert len(get_dyad(store, Paired(a="Iran", b="Oman")).dyad.entries) == 7
    assert {s.articles for s in get_stories(store, Renewed()).stories.stories} == {1, 2}


def test_an_article_with_cards_at_their_words(store: SqliteStore) -> None:
    article = get_article(store, One(id="a-met"))
    assert article is not None
    assert article.headline.url == "https://wire.example/1"
    text = "".join(p.text for p in article.passages)
    met = next(c for c in article.cards if "a-met" in c.ids)
    assert text[met.quotes[0].start : met.quotes[0].end] == "met"
    assert {t.event: t.others for t in article.told} == {"a-met": 1, "a-will meet": 0}
    assert {p.name for p in article.cast} >= {"Iran", "Oman"}
    assert get_article(store, One(id="a-m")) is None


def test_an_event_with_its_tellings_and_what_was_said_of_them(store: SqliteStore) -> None:
    event = get_event(store, One(id="b-met"))
    assert event is not None
    assert [(t.id, t.shown, t.differs) for t in event.tellings] == [("a-met", True, ()), ("b-met", False, ("when",))]
    assert [(w.verb, w.author, w.stands) for w in event.said] == [("same_event", "resolve", True)]
    assert [e.article[:4] for e in event.alike] == ["evil"]


def test_statements_about_something(store: SqliteStore) -> None:
    assert len(get_statements(store, Stated()).statements) == 4
    assert len(get_statements(store, Stated(about="talks")).statements) == 4
    assert get_statements(store, Stated(about="weapons")).statements == ()


def test_snippets_are_pieces_and_brackets_of_the_article_stay(store: SqliteStore) -> None:
    hits = get_search(store, Sought(text="muscat", limit=1)).hits
    assert Piece("Muscat", hit=True) in hits[0].snippet
    assert cut("“[We] met in [Muscat] [sic]", "muscat") == (Piece("“[We] met in "), Piece("Muscat", hit=True), Piece(" [sic]"))
    assert cut(None, "x") == ()


def test_citations(store: SqliteStore) -> None:
    cited = get_citation(store, One(id="a-met"))
    assert cited is not None
    assert cited.plain.startswith("“met”, “Talks”, The Wire, 2020-03-02, https://wire.example/1 (event a-met, article a;")
    assert cited.bibtex.startswith("@misc{")
    assert get_citation(store, One(id="zz")) is None


@pytest.mark.parametrize(
    "url", [None, "javascript:alert(1)", "data:text/html,x", "http://x.example/a b", "https://x.example/\u202e", " http://x"]
)
def test_no_address_but_one_of_the_web(url: str | None) -> None:
    assert web(url) is None


def test_an_excerpt_holds_the_words_of_records_and_no_more(store: SqliteStore) -> None:
    whole = get_article(store, One(id="a"))
    assert whole is not None
    short = excerpt.article(whole)
    assert [p.text for p in short.passages] == ["Ministers ", "met", "will meet"]
    assert not short.whole
    long = Quote(0, 400, "word " * 80)
    assert excerpt.quote(long).quote == ("word " * 80)[:239]
