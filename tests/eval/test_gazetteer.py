"""The gazetteer's offices against facts: what agrees, what differs, and what needs a note."""

from __future__ import annotations

from pathlib import Path

import pytest
from eval.gazetteer import Checker, Fact, Row, bounds, main, runs, span
from eval.gazetteer_names import Offices, same_person

from eval import gazetteer

RULERS = "CountryInfo.120116 Leaders (rulers.org)"
LIST = "CountryInfo.120116 Government 2003-2011 (CIA World Leaders)"


def row(since: str, until: str, *, note: str = "", title: str = "prime minister", name: str = "Ann Example") -> Row:
    names = (name,)
    return Row("a.tsv", "person:x", title, title.replace(" ", "_"), "ABC", since, until, note, names, "")


def fact(start: str | None, end: str | None, *, source: str = RULERS, position: str = "Prime ministers") -> Fact:
    return Fact(source, "ABC", position, "Ann Example", start, end)


def judged(rows: list[Row], facts: list[Fact]) -> list[str]:
    checker = Checker(facts, rows, {}, tolerance=31, lag=200)
    return [checker.judge(r).word for r in rows]


@pytest.mark.parametrize(
    ("since", "until", "word"),
    [
        ("2001-03-01", "2005-06-01", "agree"),
        ("2001", "2005", "agree"),
        ("2001-03-20", "2005-06-20", "agree"),
        ("2001-08-01", "2005-06-01", "differ without a note"),
        ("2001-03-01", "", "differ without a note"),
        ("1980", "1984", "not covered"),
    ],
)
def test_dates_agree_within_their_precision_and_a_month(since: str, until: str, word: str) -> None:
    assert judged([row(since, until)], [fact("2001-03-01", "2005-06-01")]) == [word]


def test_only_a_reason_in_the_note_makes_a_difference_known() -> None:
    facts = [fact("2001-03-01", "2005-06-01")]
    assert judged([row("2002", "2005", note="days recalled")], facts) == ["differ without a note"]
    assert judged([row("2002", "2005", note="differs: acting until then")], facts) == ["differ with a note"]


def test_terms_that_follow_one_another_are_one() -> None:
    both = [row("2001-03-01", "2003-01-01"), row("2003-01-01", "2005-06-01")]
    assert judged(both, [fact("2001-03-01", "2005-06-01")]) == ["agree", "agree"]
    assert judged([row("2001-03-01", "2005-06-01")], [fact("2001-03-01", "2003-01-01"), fact("2003-01-01", "2005-06-01")]) == ["agree"]


def test_an_open_fact_holds_to_the_last_change_its_source_knows_of() -> None:
    facts = [fact("2001-03-01", None), fact("2004-01-01", "2008-01-01", position="Presidents")]
    assert judged([row("2001-03-01", "2009")], facts) == ["agree"]
    assert judged([row("2001-03-01", "2006")], facts) == ["differ without a note"]


def test_a_list_may_lag_and_is_not_asked_where_there_are_dates() -> None:
    late = fact("2001-06-01", "2005-10-31", source=LIST, position="Prime Minister")
    wrong = fact("2003-01-01", "2008-10-31", source=LIST, position="Prime Minister")
    assert judged([row("2001-03-01", "2005-06-01")], [late]) == ["agree"]
    assert judged([row("2001-03-01", "2005-06-01")], [wrong]) == ["differ without a note"]
    assert judged([row("2001-03-01", "2005-06-01")], [wrong, fact("2001-03-01", "2005-06-01")]) == ["agree"]


def test_days_of_a_date_and_runs_of_terms() -> None:
    assert bounds("2001-02-31") == bounds("2001-03-03")
    low, high = bounds("2001-02")
    assert high - low == 27
    assert len(list(runs([span("2001", "2002"), span("2002", "2003"), span("2009", "2010")], 31))) == 4


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ("Kim Jong-un", "KIM Jong Un", True),
        ("Saad Hariri", "Sa'ad al-HARIRI", True),
        ("Abdulaziz bin Saud", "ABD AL-AZIZ bin Saud", True),
        ("Muammar Gaddafi", "Muammar Qadhafi", False),
        ("Kim Jong-un", "Kim Jong Il", False),
        ("Li Qiang", "Li Keqiang", False),
    ],
)
def test_names_of_one_person(ours: str, theirs: str, *, same: bool) -> None:
    assert same_person([ours], [theirs]) is same


def test_positions_are_offices() -> None:
    offices = Offices(Path(gazetteer.__file__).with_name("gazetteer_offices.tsv"))
    assert offices.match("foreign_minister", "foreign minister", "Minister of Foreign Affairs & Minister of Transport")
    assert not offices.match("foreign_minister", "foreign minister", "Deputy Minister of Foreign Affairs")
    assert offices.match("ambassador", "ambassador to Britain", "ambassador to the United Kingdom")
    assert not offices.match("ambassador", "ambassador to Britain", "ambassador to Japan")
    assert offices.match("minister", "reconstruction minister", "Minister for Reconstruction")


def test_no_facts_are_told_by_the_exit_code(tmp_path: Path) -> None:
    assert main(["--shared", str(tmp_path)]) == 2
