"""Details in which tellings of one event differ."""

from detente.corpus import Corpus
from detente.records import AnyRecord
from detente.resolve import judge
from tests.resolve.told import told

RAID = {"code": "ASSAULT", "who": "COD", "whom": "#guards", "on": "2018-05-07", "at": ("Goma", "COD")}


def conflicts(*articles: tuple[AnyRecord, ...]) -> list[tuple[str | None, list[str]]]:
    said = judge(Corpus(r for article in articles for r in article))
    return [(j.about, [c.article for c in j.of]) for j in said if j.verdict == "conflict"]


def test_numbers_of_the_dead_that_cannot_be_one() -> None:
    twelve = told("a", "soldiers bombed a market, killing 12 guards", killed=12, **RAID)  # type: ignore[arg-type]
    twenty = told("b", "soldiers bombed a market, killing 20 guards", killed=20, **RAID)  # type: ignore[arg-type]
    again = told("c", "soldiers bombed a market, killing 20 of its guards", killed=20, **RAID)  # type: ignore[arg-type]
    assert conflicts(twelve, twenty, again) == [("figures", ["b", "a"])]


def test_what_one_tells_and_another_denies() -> None:
    done = told("a", "soldiers bombed a market", **RAID)  # type: ignore[arg-type]
    denied = told("b", "it was denied that soldiers bombed a market", status="denied", **RAID)  # type: ignore[arg-type]
    assert conflicts(done, denied) == [("denial", ["b", "a"])]


def test_two_spellings_of_a_town_are_no_conflict() -> None:
    assert (
        conflicts(
            told("a", "Kim met Xi", on="2018-05-07", at=("Jeddah", "SAU")), told("b", "Kim met Xi", on="2018-05-07", at=("Jedda", "SAU"))
        )
        == []
    )


def test_who_is_said_to_have_done_it() -> None:
    ours = told("a", "rebels bombed a market and killed guards", **(RAID | {"who": "RWA"}))  # type: ignore[arg-type]
    theirs = told("b", "the army bombed a market and killed guards", **RAID)  # type: ignore[arg-type]
    assert conflicts(ours, theirs) == [("parties", ["b", "a"])]


def test_two_days_of_one_meeting() -> None:
    monday = told("a", "Kim and Xi walked by the sea and talked of sanctions", on="2018-05-07", at=("Dalian", "CHN"))
    tuesday = told("b", "Kim and Xi walked by the sea and talked of sanctions", on="2018-05-08", at=("Dalian", "CHN"), text="-")
    assert conflicts(monday, tuesday) == [("when", ["b", "a"])]


def test_a_plan_that_was_changed_is_no_conflict() -> None:
    first = told("a", "Trump will meet Kim in Singapore", who="trump", whom="kim", on="2018-06-11", status="planned")
    later = told("b", "Trump's meeting with Kim, put off by a day", who="trump", whom="kim", on="2018-06-12", status="planned")
    held = told("c", "Trump met Kim in Singapore", who="trump", whom="kim", on="2018-06-12", published="2018-06-13")
    other = told("d", "Trump will meet Kim in Singapore on Tuesday", who="trump", whom="kim", on="2018-06-12", status="planned")
    assert conflicts(first, later, held) == []
    assert conflicts(first, other) == [("when", ["d", "a"])]
