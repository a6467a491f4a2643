"""Wordings: the article's words with names written out."""

from __future__ import annotations

import pytest

from detente.records import When
from detente.views import dates
from detente.views.ledger import Ledger, joined
from detente.views.wording import cut, hung, possessive, resolved, running, tidy
from tests.written import RECORDS, quote

LEDGER = Ledger(RECORDS)


def test_a_pronoun_is_written_out_only_where_its_name_does_not_stand_before() -> None:
    alone = quote("he praised the talks")
    assert resolved(LEDGER, alone.start, alone.end) == "Kim Jong-un praised the talks"
    whole = quote("Kim met President Xi Jinping in Dalian on Monday, where he praised the talks")
    assert "where he praised" in resolved(LEDGER, whole.start, whole.end)


def test_a_known_actor_needs_no_name() -> None:
    span = quote("Kim’s meeting with Xi")
    assert resolved(LEDGER, span.start, span.end, known=("person:kim", "person:xi")) == "Kim’s meeting with Xi"


@pytest.mark.parametrize(
    ("words", "longest", "expected"),
    [
        ("short", 20, "short"),
        ("they met in Geneva, while others waited outside", 30, "they met in Geneva"),
        ("they hoped “phased and synchronized measures”", 24, "they hoped “phased and …”"),
    ],
)
def test_words_are_cut_at_a_clause_or_a_word_and_quotations_closed(words: str, longest: int, expected: str) -> None:
    assert cut(words, longest) == expected


def test_lists_and_names_in_running_text() -> None:
    assert joined(["A", "B", "C"]) == "A, B and C"
    assert joined([]) == ""
    assert (running("United States"), running("China")) == ("the United States", "China")
    assert (possessive("the United States"), possessive("China")) == ("the United States’", "China’s")
    assert tidy(" a\n\x07b ") == "a b"


@pytest.mark.parametrize(
    ("start", "end", "basis", "expected"),
    [
        ("2018-05-07", "2018-05-07", "relative", "Mon 7 May"),
        ("2018-05-07", "2018-05-08", "stated", "7–8 May"),
        ("2007-10-04", "2007-10-04", "stated", "4 Oct 2007"),
        ("2018-03-21", "2018-03-31", "stated", "late Mar"),
        ("2018-03-01", "2018-03-31", "stated", "Mar"),
        ("2017-01-01", "2017-12-31", "stated", "2017"),
        (None, "2018-06-15", "relative", "by 15 June"),
        ("2018-06-01", None, "relative", "from 1 June"),
        ("2018-05-07", "2018-05-08", "inherited", "(7–8 May)"),
        ("2018-04-30", "2018-05-06", "stated", "30 Apr–6 May"),
        ("2018-09-01", "2018-11-30", "stated", "Sept–Nov"),
        ("2018-12-01", "2019-02-28", "stated", "Dec 2018–Feb 2019"),
    ],
)
def test_days_in_words(start: str | None, end: str | None, basis: str, expected: str) -> None:
    when = When(start, end, "day", basis, "")  # type: ignore[arg-type]
    assert dates.span(when, "2018-05-09") == expected


def test_no_day_is_no_date() -> None:
    assert dates.span(None) == "no date"
    assert dates.full("2018-05-09T10:00:00+09:00") == "Wed 9 May 2018"


def test_a_condition_is_told_by_its_own_word() -> None:
    assert hung("unless the bombardment continued") == ("unless", "the bombardment continued")
    assert hung("in case of war") == ("if", "in case of war")
