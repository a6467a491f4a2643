"""Which tellings are of one event, and which are not, with the reason in words."""

from tests.resolve.told import compared, told

DALIAN, BEIJING = ("Dalian", "CHN"), ("Beijing", "CHN")


def test_two_men_who_meet_are_two_states_that_meet() -> None:
    found = compared(
        told("a", "Kim met Xi on Monday and Tuesday", on="2018-05-07/2018-05-08", at=DALIAN),
        told("b", "North Korea and China held a summit", who="PRK CHN", whom="", on="2018-05-07/2018-05-08", published="2018-06-20"),
    )
    assert found.same
    assert "CHN, PRK in both" in found.reason and "2018-05-07 to 2018-05-08" in found.reason


def test_meetings_of_march_and_of_may_are_two() -> None:
    march, may = told("a", "Kim met Xi", on="2018-03-26", at=BEIJING), told("b", "Kim met Xi", on="2018-05-07", at=DALIAN)
    assert compared(march, may).apart


def test_a_trip_without_a_day_is_that_of_its_week() -> None:
    trip = told("a", "Kim's trip to China", whom="CHN", published="2018-05-09")
    assert compared(trip, told("b", "Kim met Xi", on="2018-05-07", at=DALIAN)).same
    assert not compared(trip, told("b", "Kim met Xi", on="2018-03-26", at=BEIJING)).same


def test_the_second_round_is_not_the_third() -> None:
    second = told("a", "the second round of talks", who="PRK KOR", whom="", on="2018-05-07")
    assert compared(second, told("b", "the third round of talks", who="PRK KOR", whom="", on="2018-05-07")).apart


def test_planned_for_a_day_and_done_on_that_day_is_one() -> None:
    planned = told("a", "Trump will meet Kim in Singapore", who="trump", whom="kim", on="2018-06-12", status="planned")
    assert compared(planned, told("b", "Trump met Kim", who="trump", whom="kim", on="2018-06-12", published="2018-06-12")).same


def test_other_men_of_the_same_countries_have_a_meeting_of_their_own() -> None:
    leaders = told("a", "Trump met Kim", who="trump", whom="kim", on="2018-06-12")
    assert compared(leaders, told("b", "Pompeo met Kim", who="pompeo", whom="kim", on="2018-06-12")).apart


def test_two_accusations_of_one_day_are_one_only_where_they_say_the_same() -> None:
    theft = told("a", "Pompeo accused China of stealing vaccine research", code="ACCUSE", who="pompeo", whom="CHN", on="2020-05-18")
    again = told("b", "the US said Beijing steals vaccine research", code="ACCUSE", who="USA", whom="CHN", on="2020-05-18")
    other = told("c", "Pompeo condemned threats to journalists", code="ACCUSE", who="pompeo", whom="CHN", on="2020-05-18")
    assert compared(theft, again).same
    assert not compared(theft, other).same


def test_two_papers_of_one_day_have_two_subjects() -> None:
    loan = told("a", "China and Korea signed a loan agreement for a dam", code="SUPPORT", who="CHN KOR", whom="", on="2018-05-07")
    sea = told("b", "China and Korea signed a memorandum on fishing", code="SUPPORT", who="CHN KOR", whom="", on="2018-05-07")
    assert compared(loan, sea).apart


def test_one_attack_of_one_town_may_be_laid_to_two() -> None:
    said = {"code": "ASSAULT", "whom": "#guards", "on": "2018-05-07", "at": ("Goma", "COD")}
    one = told("a", "rebels bombed a market and killed guards", who="RWA", **said)  # type: ignore[arg-type]
    two = told("b", "the army bombed a market and killed guards", who="COD", **said)  # type: ignore[arg-type]
    assert compared(one, two).same
    assert compared(one, told("c", "the army shot at a bus", who="COD", **said)).apart  # type: ignore[arg-type]


def test_two_days_that_do_not_meet_are_one_event_only_in_the_same_words() -> None:
    one = told("a", "Kim and Xi walked by the sea and talked of sanctions", on="2018-05-07", at=DALIAN)
    assert compared(one, told("b", "Kim and Xi walked by the sea and talked of sanctions", on="2018-05-08", at=DALIAN)).same
    assert not compared(one, told("b", "Kim and Xi had breakfast", on="2018-05-08", at=DALIAN)).same
