"""The report: its sections, its honesty in words."""

from __future__ import annotations

import msgspec
import pytest

from detente.records import AnyRecord, Link, Problem, Relation
from detente.views import report
from detente.views.report import Row, wants
from tests import written
from tests.written import ARTICLE, MET, RECORDS, RETOLD, event, position, quote


def rows(key: str, records: tuple[AnyRecord, ...] = RECORDS, *, everything: bool = False) -> tuple[Row, ...]:
    found = [s for s in report.make(records, everything=everything).sections if s.key == key]
    return found[0].rows if found else ()


def test_the_same_event_told_twice_is_one_row_that_says_where_else() -> None:
    (row,) = rows("happened")
    assert row.label == "Mon 7 May"
    assert row.text == "Kim Jong-un met Xi Jinping in Dalian"
    assert row.source == "Chinese Foreign Ministry"
    assert row.lines == (5,)
    assert [(n.text, n.lines) for n in row.notes] == [("told once more, counted once", (7,))]
    assert row.ids == ("e1", "e2")


def test_all_shows_the_other_tellings() -> None:
    (row,) = rows("happened", everything=True)
    assert [n.text for n in row.notes if n.label == "again"] == ["Kim Jong-un’s meeting with Xi Jinping"]


def test_planned_possible_and_denied_are_kept_from_what_happened() -> None:
    words = "The North wants China to play a larger role"
    more = (
        event("x1", words, factuality="planned", code="AGREE"),
        event("x2", words, factuality="possible"),
        event("x3", words, factuality="denied", chain=(Link("person:pompeo", "said", "denied"),)),
    )
    records = (ARTICLE, *written.ACTORS, *more)
    assert rows("happened", records) == ()
    assert [r.label for r in rows("ahead", records)] == ["agreed", "possible"]
    assert [r.source for r in rows("denied", records)] == ["denied by Mike Pompeo"]


def test_a_day_taken_from_near_stands_in_brackets_below_the_event_it_comes_from() -> None:
    near = msgspec.structs.replace(written.MONDAY, basis="inherited")
    banquet = event("e9", "he praised the talks", recipients=(), when=near, code="SUPPORT")
    (row,) = rows("happened", (ARTICLE, *written.ACTORS, MET, banquet))
    assert [(n.label, n.text) for n in row.notes] == [("then", "Kim Jong-un praised the talks")]


def test_wishes_of_others_name_who_says_so_and_what_a_minister_says_is_his_states_own() -> None:
    (others,) = rows("others", (ARTICLE, *written.ACTORS, written.WANTS))
    assert (others.label, others.text, others.source) == ("North Korea", "wants China to play a larger role", "“experts”")
    (own,) = rows("own", (ARTICLE, *written.ACTORS, written.REFUSES))
    assert (own.label, own.text, own.source) == ("United States", "will not accept a larger role for China", "per Mike Pompeo")


def test_an_expert_is_no_voice_of_the_state() -> None:
    expert = position("p", "The US will not accept a larger role for China", "a larger role for China", actor="state:usa",
                      chain=(Link("art#experts", "said", "said"),))  # fmt: skip
    assert rows("own", (ARTICLE, *written.ACTORS, expert)) == ()


def test_one_word_is_no_issue_of_three_words() -> None:
    talk, two, three = frozenset({"talk"}), frozenset({"talk", "direct"}), frozenset({"talk", "involve", "CHN"})
    assert [wants.related(talk, other) for other in (talk, two, three)] == [1.0, 0.5, pytest.approx(1 / 3)]
    assert wants.related(three, frozenset({"talk", "CHN", "end", "war"})) == pytest.approx(2 / 3)


def test_for_and_against_the_same_words_are_at_odds() -> None:
    assert [r.ids for r in rows("odds")] == [("p1", "p3")]
    assert rows("odds", (ARTICLE, *written.ACTORS, written.WANTS)) == ()


def test_a_condition_stands_before_its_claim_without_being_repeated() -> None:
    (row,) = rows("if")
    assert (row.label, row.text, row.source) == ("Without China", "the talks will fail", "Mike Pompeo")


def test_quotation_marks_stand_only_around_printed_quotations() -> None:
    free = written.statement("s2", "Kim’s meeting with Xi ended early", "said", manner="indirect")
    direct = written.statement("s3", "the talks will fail", "said")
    texts = [r.text for r in rows("said", (ARTICLE, *written.ACTORS, free, direct))]
    assert texts == ["Kim Jong-un’s meeting with Xi Jinping ended early", "“the talks will fail”"]


def test_a_headline_that_says_plainly_what_the_text_gives_to_others_is_checked_first() -> None:
    assert any(r.text.startswith("the headline states as fact what the text gives to “experts”") for r in rows("check"))


def test_without_a_day_the_report_says_so_and_how_many_expressions_stay_open() -> None:
    undated = msgspec.structs.replace(ARTICLE, published=None)
    problem = Problem(id="x", article="art", stage="times", code="no-date", message="4 expressions count from the day of publication")
    made = report.make((undated, problem))
    first = made.sections[0].rows[0]
    assert first.text.startswith("NO DAY OF PUBLICATION: 4 expressions count")
    assert made.published == ""


def test_many_problems_of_a_kind_are_one_line() -> None:
    many = [Problem(id=str(n), article="art", stage="cast", code="re-called", message="m", span=quote("Kim")) for n in range(5)]
    assert [r.text for r in rows("check", (ARTICLE, *many))] == ["5 times re called: Kim"]


def test_who_passes_on_is_named_with_per_and_nobody_without() -> None:
    heard = msgspec.structs.replace(written.REFUSES, own=True, chain=(Link(None, "hearsay", "reportedly"),))
    assert rows("own", (ARTICLE, *written.ACTORS, heard))[0].source == "no source named (“reportedly”)"


def test_where_the_day_comes_from_is_said_as_far_as_the_record_knows() -> None:
    row = msgspec.structs.replace(ARTICLE, published_basis="given", lines=())
    assert report.make((row, *written.ACTORS)).dated == "given by you, or by a field of the file"
    text = msgspec.structs.replace(row, lines=tuple(range(1, 2 * len(ARTICLE.text.split("\n\n")), 2)))
    assert report.make((text, *written.ACTORS)).dated == "given by you; none in the file"


def test_a_word_without_a_source_is_named_and_kept_in_quotation_marks() -> None:
    heard = event("e5", "The North wants China to play a larger role", chain=(Link(None, "hearsay", "reportedly"),))
    records = (ARTICLE, *written.ACTORS, heard)
    assert rows("happened", records)[0].source == "no source named (“reportedly”)"
    assert rows("check", records)[0].text.startswith("“reportedly”, no source named")


def test_an_inferred_speaker_is_marked() -> None:
    anonymous = msgspec.structs.replace(written.POMPEO, mentions=(written.mention("experts", "inferred: the person quoted next"),))
    claim = event("e6", "The North wants China to play a larger role", chain=(Link("person:pompeo", "said", "said"),))
    records = (ARTICLE, written.NORTH, anonymous, claim)
    assert rows("happened", records)[0].source == "Mike Pompeo (inferred)"
    assert rows("check", records)[-1].mark == "="


def test_those_spoken_of_but_not_heard_are_not_found_in_this_article() -> None:
    texts = [r.text for r in rows("missing")]
    assert texts[0] == "any words of Kim Jong-un or Xi Jinping"


def test_relations_of_a_pair_are_one_row_with_all_they_are_about() -> None:
    evidence = (quote("the talks"),)
    made = [
        Relation(id=about, article="art", type="disputes_with", a="state:usa", b="state:chn", about=about, evidence=evidence, made_by="r")
        for about in ("trade", "Taiwan")
    ]
    (row,) = rows("standing", (ARTICLE, *written.ACTORS, *made))
    assert (row.label, row.text) == ("United States – China", "disputes with: trade; Taiwan: “the talks”")


def test_control_characters_never_reach_a_terminal() -> None:
    evil = msgspec.structs.replace(ARTICLE, title="a\x1b[2Jb", text="a\x1b[2Jb")
    assert report.make((evil,)).title == "a[2Jb"


def test_what_stands_in_one_telling_only_is_company_of_the_event() -> None:
    third = event("e3", "The US will not accept", recipients=("person:xi", "person:pompeo"), same_as="e1")
    (row,) = rows("happened", (ARTICLE, *written.ACTORS, MET, RETOLD, third))
    assert ("also", "Mike Pompeo") in [(n.label, n.text) for n in row.notes]
