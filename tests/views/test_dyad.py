"""What passed between two parties, step by step."""

from __future__ import annotations

import pytest

from detente.corpus import Corpus, Filter
from detente.errors import InputError
from detente.views import dyad
from detente.views.dyad import Asked, Dyad, Quads
from detente.views.sides import Sides
from tests.views.made import AGAIN, CORPUS, RECORDS, article, event, on, threat

PAIR = Asked("North Korea", "South Korea")


def made(pair: Asked = PAIR, corpus: Corpus = CORPUS, *, asked: Filter | None = None, fold: bool = False) -> Dyad:
    return dyad.make(corpus, asked or Filter(), Sides(corpus, fold=fold), pair)


def test_zero_is_told_apart_from_not_covered() -> None:
    points = {p.start: p for p in made().points}
    assert list(points) == ["2018-04-23", "2018-04-30", "2018-05-07", "2018-05-14", "2018-05-21", "2018-05-28"]
    told, silent, unknown = points["2018-04-23"], points["2018-05-28"], points["2018-05-14"]
    assert (told.events, told.intensity, told.mean, told.quads) == (1, 2.5, 2.5, Quads(1, 0, 0, 0))
    assert (silent.covered, silent.events, silent.intensity, silent.mean) == (True, 0, 0.0, None)
    assert (unknown.covered, unknown.events, unknown.intensity, unknown.quads) == (False, None, None, None)


def test_what_has_no_day_is_counted_apart_where_it_was_told_first() -> None:
    more = article("d", "2018-05-30", "South Korea met North Korea. North Korea threatened South Korea.")
    events = (event(more, "d-talk", "South Korea met North Korea"), threat(more, "d-threat", "North Korea threatened South Korea"))
    corpus = Corpus((*RECORDS, *more, *events))
    last = made(corpus=corpus).points[-1]
    assert (last.start, last.events, last.undated, last.intensity) == ("2018-05-28", 0, 2, 0.0)
    assert (made(corpus=corpus).undated, made(corpus=corpus, asked=Filter(until="2018-05-20")).undated) == (2, 0)
    assert made(corpus=corpus, asked=Filter(since="2018-05-20")).undated == 2  # not lost because days are asked for


def test_days_that_are_asked_for_are_whole_steps() -> None:
    asked = Filter(since="2018-04-28", until="2018-05-01")  # a Saturday and a Tuesday; the talk was on Friday
    points = made(asked=asked).points
    assert [(p.start, p.events) for p in points] == [("2018-04-23", 1), ("2018-04-30", 0)]


def test_an_article_that_names_only_one_party_covers_nothing() -> None:
    alone = article("d", "2018-05-15", "North Korea spoke.")
    point = next(p for p in made(corpus=Corpus((*RECORDS, *alone))).points if p.start == "2018-05-14")
    assert (point.articles, point.both, point.outlets, point.covered) == (1, 0, 1, False)


def test_articles_and_outlets_that_name_either_are_counted_by_the_week_of_publication() -> None:
    twin = article("d", "2018-05-30", "North Korea and South Korea.", outlet="Outlet c")
    last = made(corpus=Corpus((*RECORDS, *twin))).points[-1]
    assert (last.articles, last.both, last.outlets) == (2, 2, 1)


def test_what_is_dated_to_a_month_is_in_the_months_and_in_no_week() -> None:
    assert made().wider == 1
    months = made(Asked("North Korea", "South Korea", "month"))
    assert (months.wider, [(p.label, p.events) for p in months.points]) == (0, [("Apr 2018", 1), ("May 2018", 1)])


def test_directed_leaves_out_what_comes_back() -> None:
    there = made(Asked("North Korea", "South Korea", "month", directed=True))
    back = made(Asked("South Korea", "North Korea", "month", directed=True))
    assert ([p.events for p in there.points], [p.events for p in back.points]) == ([1, 1], [1, 0])


def test_what_is_planned_is_counted_apart_unless_asked_for() -> None:
    assert made(fold=True).ahead == 1
    asked = made(fold=True, asked=Filter(status=("planned",), until="2018-12-31"), pair=Asked("North Korea", "South Korea", "month"))
    assert (asked.ahead, asked.wider) == (0, 1)


def test_a_series_begins_with_the_news_and_not_with_history() -> None:
    near = threat(AGAIN, "b-near", "North Korea threatened South Korea", when=on("2018-03-20"))
    old = threat(AGAIN, "b-old", "North Korea threatened South Korea", when=on("1994-03-20"))
    view = made(corpus=Corpus((*RECORDS, near, old)))
    assert (view.points[0].start, view.outside) == ("2018-03-19", 1)


def test_days_asked_for_set_the_window() -> None:
    view = made(asked=Filter(since="2018-05-01", until="2018-05-10"))
    assert [p.start for p in view.points] == ["2018-04-30", "2018-05-07"]


def test_a_pair_is_two() -> None:
    with pytest.raises(InputError, match="are the same: North Korea"):
        made(Asked("North Korea", "state:prk"))
