"""Which tellings are of one event, and which are not, with the reason in words."""

import msgspec
import pytest

from detente.records import Actor, AnyRecord, Event
from detente.resolve.people import same_name
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


def of(name: str, country: str | None, *records: AnyRecord) -> tuple[AnyRecord, ...]:
    """A telling with one more person in it, of a country or of none that its article knows."""
    article = records[0].id
    actor = Actor(id=f"{article}#{name.lower().replace(' ', '-')}", article=article, name=name, type="person", country=country)
    return tuple(msgspec.structs.replace(r, recipients=(actor.id,)) if isinstance(r, Event) else r for r in (*records, actor))


def test_whose_country_only_one_article_knows_sits_there() -> None:
    one = of("Kakuei Tanaka", "JPN", *told("a", "Xi met Prime Minister Kakuei Tanaka", who="xi", whom="", on="2018-05-07"))
    for name in ("Kakuei Tanaka", "Tanaka"):
        assert compared(one, of(name, None, *told("b", f"Xi met {name}", who="xi", whom="", on="2018-05-07"))).same
    assert compared(one, of("Taro Aso", "JPN", *told("b", "Xi met Taro Aso", who="xi", whom="", on="2018-05-07"))).apart


def test_a_name_is_known_in_another_spelling() -> None:
    one = of("Muammar Gaddafi", "LBY", *told("a", "Xi met Muammar Gaddafi", who="xi", whom="", on="2018-05-07"))
    assert compared(one, of("Moammar Kadhafi", "LBY", *told("b", "Xi met Moammar Kadhafi", who="xi", whom="", on="2018-05-07"))).same


@pytest.mark.parametrize(
    ("x", "y", "one"),
    [
        ("isaias afwerki", "issayas afeworki", True),
        ("kim jong il", "kim jong un", False),
        ("george w bush", "george h w bush", False),
        ("john kennedy", "john f kennedy", True),
        ("hassan nasrallah", "hussein nasrallah", False),
    ],
)
def test_names_of_one_person(x: str, y: str, *, one: bool) -> None:
    assert same_name(x, y) is one


def test_moscow_is_the_soviet_union_s_too() -> None:
    words = "{} protested over the seizure of three fishing boats"
    a = told("a", words.format("Moscow"), code="ACCUSE", who="RUS", whom="CHN", on="2018-05-07")
    assert compared(a, told("b", words.format("The Soviet Union"), code="ACCUSE", who="SUN", whom="CHN", on="2018-05-07")).same


def test_what_is_threatened_stands_behind_the_words_that_are_coded() -> None:
    rest = " to close the strait of Hormuz to tankers. Oil rose."
    a = told("a", "Kim threatened on Monday", code="THREATEN", whom="", on="2018-05-07", text="Kim threatened on Monday" + rest)
    b = told("b", "Kim threatened to shut the strait of Hormuz", code="THREATEN", whom="", on="2018-05-07")
    assert compared(a, b).same
