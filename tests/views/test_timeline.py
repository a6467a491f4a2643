"""Real-world events in time."""

from __future__ import annotations

from detente.corpus import Filter
from detente.views import timeline
from detente.views.sides import Sides
from tests.views.made import CORPUS, EMPTY

ASKED = Filter()


def test_each_event_stands_once_in_time_and_undated_ones_apart() -> None:
    made = timeline.make(CORPUS, ASKED, Sides(CORPUS))
    assert [e.id for e in made.entries] == ["a-talk", "b-threat", "c-plan"]
    assert [e.id for e in made.undated] == ["a-threat"]
    assert made.published == ("2018-04-28", "2018-05-30")


def test_buckets_hold_what_begins_in_them_and_say_what_is_dated_less_closely() -> None:
    made = timeline.make(CORPUS, ASKED, Sides(CORPUS), step="week")
    assert [(b.start, b.events, b.happened, b.planned, b.wider) for b in made.buckets] == [
        ("2018-04-23", 1, 1, 0, 0),
        ("2018-04-30", 1, 1, 0, 1),
        ("2018-08-27", 1, 0, 1, 1),
    ]


def test_lanes_are_parties_or_pairs_the_busiest_first() -> None:
    by_actor = timeline.make(CORPUS, ASKED, Sides(CORPUS)).lanes
    assert [(lane.name, lane.entries) for lane in by_actor][:2] == [
        ("Kim Jong-un", ("c-plan", "a-threat")),
        ("North Korea", ("a-talk", "b-threat")),
    ]
    by_pair = timeline.make(CORPUS, ASKED, Sides(CORPUS, fold=True), by="dyad").lanes
    assert [(lane.name, lane.entries) for lane in by_pair] == [
        ("South Korea – North Korea", ("a-talk", "b-threat", "c-plan")),
        ("Japan – North Korea", ("a-threat",)),
    ]


def test_one_event_of_long_ago_does_not_make_the_steps_coarse() -> None:
    assert timeline.make(CORPUS, ASKED, Sides(CORPUS)).step == "week"


def test_nothing_gives_an_empty_timeline() -> None:
    made = timeline.make(EMPTY, ASKED, Sides(EMPTY))
    assert (made.entries, made.buckets, made.lanes, made.published) == ((), (), (), None)
