"""Who wants what on which issue."""

from __future__ import annotations

import msgspec

from detente.corpus import Corpus, Filter
from detente.records import Link
from detente.views import positions
from detente.views.positions import Asked, Matrix, blank, points_back
from detente.views.sides import Sides
from tests.views.made import AGAIN, EMPTY, LATER, TALKS, article, on, position, quote

WISH = position(TALKS, "p1", "North Korea met South Korea", "talks", issue_key="talk")
REFUSAL = position(AGAIN, "p2", "South Korea met North Korea", "the talks", issue_key="talk", stance="against")
CLAIM = position(LATER, "p3", "Kim", "talks", issue_key="talk", stance="against", own=False, chain=(Link("person:moon", "said", "x"),))
OTHER = position(AGAIN, "p4", "North Korea threatened South Korea", "war games", stance="against", when=on("2018-05-01"))
CORPUS = Corpus((*TALKS, *AGAIN, *LATER, WISH, REFUSAL, CLAIM, OTHER))


def made(corpus: Corpus = CORPUS, which: Asked | None = None, *, asked: Filter | None = None, fold: bool = False) -> Matrix:
    return positions.make(corpus, asked or Filter(), Sides(corpus, fold=fold), which)


def test_issues_of_several_articles_meet_by_their_key_under_the_shortest_wording() -> None:
    first = made().issues[0]
    assert (first.key, first.name, [c.party for c in first.cells]) == ("talk", "talks", ["state:prk", "state:kor", "person:kim"])


def test_own_words_and_what_others_say_stand_apart() -> None:
    cells = {c.party: c for c in made().issues[0].cells}
    assert (cells["state:prk"].own, cells["person:kim"].own) == (True, False)
    assert cells["person:kim"].stands[0].source == "Moon Jae-in"


def test_folded_the_own_word_counts_before_the_claim() -> None:
    (north,) = [c for c in made(fold=True).issues[0].cells if c.party == "state:prk"]
    assert ([s.stance for s in north.stands], north.stances) == (["for", "against"], ("for",))


def test_for_and_against_of_two_countries_are_at_odds_and_of_one_are_not() -> None:
    assert made().issues[0].at_odds == ("state:prk", "state:kor")
    assert made(Corpus((*TALKS, *LATER, WISH, CLAIM))).issues[0].at_odds == ()


def test_a_noun_that_points_back_meets_no_other_article() -> None:
    one, two = article("d", "2018-05-08", "North Korea regretted the decision."), article("e", "2019-11-22", "Japan welcomed the decision.")
    no = position(one, "p5", "North Korea regretted the decision", "decision", issue_key="decis", stance="against")
    yes = position(two, "p6", "Japan welcomed the decision", "decision", issue_key="decis")
    issues = made(Corpus((*one, *two, no, yes))).issues
    assert [(i.key, i.name, len(i.cells), i.at_odds) for i in issues] == [
        ("decis", "decision (Title d)", 1, ()), ("decis", "decision (Title e)", 1, ()),
    ]  # fmt: skip
    again = msgspec.structs.replace(yes, issue="sanctions", evidence=(quote(two, "Japan"),))
    assert not points_back(again)  # no word before it says which are meant


def test_a_blank_says_why() -> None:
    parties = {p.side.id: p for p in made().parties}
    assert {c.party for c in made().issues[1].cells} == {"state:prk"}
    assert blank(parties["state:kor"]) == "not found: none of the 3 articles that name it gives one"
    (alone,) = [p for p in made(Corpus((*TALKS, WISH))).parties if p.side.id == "state:prk"]
    assert blank(alone) == "not found: the one article that names it gives none"


def test_a_position_without_a_day_has_that_of_its_article_and_says_so() -> None:
    dated, undated = made().issues[1].cells[0].stands[0].moment, made().issues[0].cells[0].stands[0].moment
    assert (dated.words, dated.said) == ("1 May 2018", True)
    assert (undated.words, undated.said) == ("published 28 Apr 2018", False)


def test_an_issue_is_asked_for_by_the_words_of_its_key() -> None:
    assert [i.key for i in made(which=Asked("the games", lambda words: "games")).issues] == ["war games"]


def test_actors_and_days_narrow() -> None:
    assert [i.key for i in made(asked=Filter(actors=("South Korea",))).issues] == ["talk"]
    assert [i.key for i in made(asked=Filter(since="2018-05-01", until="2018-05-01")).issues] == ["war games"]


def test_whom_nobody_is_called_wants_nothing() -> None:
    assert made(asked=Filter(actors=("Nobody",))).issues == ()


def test_nothing_gives_an_empty_matrix() -> None:
    assert made(EMPTY) == Matrix((), ())
