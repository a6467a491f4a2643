"""Articles put together by the events that they share."""

from __future__ import annotations

from detente.corpus import Corpus, Filter
from detente.views import story
from detente.views.sides import Sides
from detente.views.story import Story
from tests.views.made import AGAIN, CORPUS, EMPTY, RECORDS, article, event, judged, on


def made(corpus: Corpus = CORPUS, new_since: str | None = None) -> tuple[Story, ...]:
    return story.make(corpus, Filter(), Sides(corpus), new_since=new_since).stories


def test_articles_that_tell_one_recent_event_are_one_story_the_newest_first() -> None:
    assert [[[t.id for t in d.articles] for d in s.days] for s in made()] == [[["c"]], [["a"], ["b"]]]


def test_a_story_names_who_told_it_first_its_parties_and_its_best_told_event() -> None:
    told = made()[1]
    assert (told.title, told.first.id, told.articles, told.outlets) == ("Title a", "a", 2, 2)
    assert {p.name for p in told.parties[:2]} == {"North Korea", "South Korea"}
    assert told.events[0].id == "a-talk"


def test_of_two_articles_of_one_day_none_is_the_first() -> None:
    early, late = article("a", "2018-05-03T07:00", "Kim met Moon."), article("b", "2018-05-03T09:30", "Kim and Moon met.")
    day = article("c", "2018-05-03", "Moon met Kim.")
    told = [event(x, f"{x[0].id}-1", words) for x, words in ((early, "Kim met Moon"), (late, "Kim and Moon met"), (day, "Moon met Kim"))]
    (one,) = made(Corpus((*early, *late, *day, *told, judged("same_event", "a-1", "b-1"), judged("same_event", "a-1", "c-1", ident="j3"))))
    assert set(one.firsts) == {"a", "c"}


def test_history_that_two_articles_tell_makes_them_no_story() -> None:
    old = event(AGAIN, "b-old", "South Korea met North Korea", when=on("2000-06-15"))
    other = article("d", "2018-05-03", "North Korea met South Korea long ago.")
    same = event(other, "d-old", "North Korea met South Korea", when=on("2000-06-15"))
    corpus = Corpus((*AGAIN, old, *other, same, judged("same_event", "d-old", "b-old")))
    assert len(made(corpus)) == 2


def test_copies_are_folded_under_what_they_copy() -> None:
    copy = article("d", "2018-04-29", "North Korea met South Korea at Panmunjom.")
    told = event(copy, "d-talk", "North Korea met South Korea")
    corpus = Corpus((*RECORDS, *copy, told, judged("copy", "d", "a", ident="j2")))
    whole = made(corpus)[1]
    assert (whole.articles, whole.copies, whole.first.copies) == (2, 1, ("d",))


def test_what_is_new_since_a_day_is_marked_and_counted() -> None:
    games, talks = made(new_since="2018-05-01")
    assert ([t.new for d in talks.days for t in d.articles], talks.new, talks.new_events) == ([False, True], 1, 1)
    assert (games.new, games.new_events) == (1, 1)
    assert made()[1].new == 0


def test_an_article_without_a_day_has_its_place() -> None:
    bare = article("z", None, "North Korea met South Korea.", title=None, outlet=None)
    (told,) = made(Corpus((*bare, event(bare, "z-1", "North Korea met South Korea"))))
    assert (told.days[0].words, told.title, told.first.outlet) == (
        "no day of publication",
        "North Korea met South Korea.",
        "outlet not stated",
    )


def test_nothing_gives_no_story() -> None:
    assert made(EMPTY) == ()
