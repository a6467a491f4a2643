"""Expressions of time: spans, TIMEX3 values, days. All read on Wednesday, 9 May 2018, unless said otherwise."""

from datetime import date
from functools import cache

import pytest

from detente.lexicon import Shelf, calendar
from detente.lexicon.calendar import Calendar
from detente.reading import Timex
from detente.stages import times
from tests.made import parse
from tests.stages.flat import flat

DAY = date(2018, 5, 9)


@cache
def index() -> Calendar:
    return calendar.load(Shelf())


def read(sentence: str, published: date | None = DAY) -> tuple[Timex, ...]:
    return times.read(flat(sentence), index(), published)[0]


def one(sentence: str) -> Timex:
    (found,) = read(sentence)
    return found


@pytest.mark.parametrize(
    ("sentence", "value", "start", "end"),
    [
        ("They met/VBD on Monday", "2018-05-07", "2018-05-07", "2018-05-07"),
        ("They met/VBD on Wednesday", "2018-05-09", "2018-05-09", "2018-05-09"),
        ("They will/MD meet/VB on Monday", "2018-05-14", "2018-05-14", "2018-05-14"),
        ("They met/VBD last Friday", "2018-05-04", "2018-05-04", "2018-05-04"),
        ("They will/MD meet/VB next Tuesday", "2018-05-15", "2018-05-15", "2018-05-15"),
        ("They met/VBD on the 27th .", "2018-04-27", "2018-04-27", "2018-04-27"),
        ("It was/VBD signed on Oct. 4 , 2007", "2007-10-04", "2007-10-04", "2007-10-04"),
        ("It was/VBD signed on 4 October 2007", "2007-10-04", "2007-10-04", "2007-10-04"),
        ("They will/MD meet/VB by mid - June", "2018-06", "2018-05-09", "2018-06-15"),
        ("They met/VBD in late/JJ March", "2018-03", "2018-03-21", "2018-03-31"),
        ("They met/VBD in early/JJ April", "2018-04", "2018-04-01", "2018-04-10"),
        ("They will/MD meet/VB early/RB next/JJ year", "2019", "2019-01-01", "2019-04-30"),
        ("She has/VBZ led it since 2011", "2011", "2011-01-01", None),
        ("A ban/NN holds/VBZ beginning/VBG June 1 , 2019", "2019-06-01", "2019-06-01", None),
        ("It must/MD leave/VB by the end of the year", "2018", "2018-05-09", "2018-12-31"),
        ("They will/MD meet/VB later/RB this month", "2018-05", "2018-05-09", "2018-05-31"),
        ("They met/VBD this week", "2018-W19", "2018-05-07", "2018-05-09"),
        ("It fell/VBD in the third/JJ quarter of 2017", "2017-Q3", "2017-07-01", "2017-09-30"),
        ("It began/VBD in the spring of 2014", "2014-SP", "2014-03-01", "2014-05-31"),
        ("It began/VBD in the 1990s", "199", "1990-01-01", "1999-12-31"),
        ("It began/VBD in the mid - 1980s", "198", "1984-01-01", "1986-12-31"),
        ("It began/VBD in the nineteenth/JJ century", "18", "1801-01-01", "1900-12-31"),
        ("They met/VBD at Christmas 2016", "2016-12-25", "2016-12-25", "2016-12-25"),
        ("They met/VBD at Easter", "2018-04-01", "2018-04-01", "2018-04-01"),
        ("They met/VBD during the Cold War", "1947-01-01/1991-12-31", "1947-01-01", "1991-12-31"),
        ("He spoke/VBD yesterday", "2018-05-08", "2018-05-08", "2018-05-08"),
        ("He spoke/VBD recently", "PAST_REF", None, "2018-05-09"),
        ("It happened/VBD two years ago", "2016", "2016-01-01", "2016-12-31"),
        ("It fell/VBD on 31.12.2017", "2017-12-31", "2017-12-31", "2017-12-31"),
        ("In 490 BC they landed/VBD", "BC0490", None, None),
        ("They met/VBD last/JJ night/NN", "2018-05-08TNI", "2018-05-08", "2018-05-08"),
    ],
)
def test_dates(sentence: str, value: str, start: str | None, end: str | None) -> None:
    timex = one(sentence)
    assert (timex.value, timex.start, timex.end) == (value, start, end)


@pytest.mark.parametrize(
    ("sentence", "type", "value"),
    [
        ("He ruled/VBD for 16 years", "duration", "P16Y"),
        ("He left/VBD in less/JJR than two months", "duration", "P2M"),
        ("They signed/VBD a 27 - year contract", "duration", "P27Y"),
        ("They waited/VBD for two and a half years", "duration", "P2.5Y"),
        ("They waited/VBD for several/JJ weeks", "duration", "PXW"),
        ("They meet/VBP annually/RB", "set", "P1Y"),
        ("They meet/VBP every/DT two years", "set", "P2Y"),
        ("They meet/VBP on Mondays", "set", "XXXX-WXX-1"),
        ("It closed/VBD at 18:00 UTC on Tuesday", "time", "2018-05-08T18:00Z"),
    ],
)
def test_lengths_sets_and_times(sentence: str, type: str, value: str) -> None:
    timex = one(sentence)
    assert (timex.type, timex.value) == (type, value)


@pytest.mark.parametrize(
    "sentence",
    [
        "The 34 - year - old leader spoke/VBD",
        "They fired/VBD 2,000 missiles",
        "About 1990/CD troops/NNS left/VBD Unit 12",
        "He may/MD leave/VB",
        "They march/VBP on",
        "Theresa May spoke/VBD",
        "Prices rose/VBD by a quarter",
    ],
)
def test_ages_numbers_and_namesakes_are_no_dates(sentence: str) -> None:
    assert read(sentence) == ()


def days(sentence: str) -> set[tuple[str | None, str | None]]:
    return {(t.start, t.end) for t in read(sentence)}


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("They met/VBD on Monday and Tuesday", "2018-05-07", "2018-05-08"),
        ("They fought/VBD from 1998 to 2000", "1998-01-01", "2000-12-31"),
        ("They met/VBD between 3 and 5 May", "2018-05-03", "2018-05-05"),
        ("They met/VBD on April 3 - 5", "2018-04-03", "2018-04-05"),
    ],
)
def test_both_ends_of_an_interval_have_all_its_days(sentence: str, start: str, end: str) -> None:
    assert days(sentence) == {(start, end)}


def test_a_shift_counts_from_the_date_told_before() -> None:
    told, shifted = read("They met/VBD on 3 May 2018 and left two days later")
    assert (shifted.value, shifted.basis, shifted.shift) == ("2018-05-05", "previous", 2)
    assert told.basis == "stated"


def test_tomorrow_in_a_quotation_counts_from_the_day_of_the_speech() -> None:
    quoted, spoken = read('" We gather/VBP tomorrow , " he said late/RB on Tuesday')
    assert (quoted.start, spoken.start) == ("2018-05-09", "2018-05-08")


def test_without_a_day_of_publication_nothing_is_guessed() -> None:
    found, doubts = times.read(flat("They met/VBD on Monday and in October , not in 1998"), index(), None)
    assert [(t.value, t.start) for t in found] == [(None, None), (None, None), ("1998", "1998-01-01")]
    assert [d.code for d in doubts] == ["no-date"]
    assert doubts[0].message.startswith("2 expressions")


def test_a_bare_clock_time_has_no_day_of_its_own() -> None:
    timex = one("They met/VBD at 5:30 p.m.")
    assert timex.type == "time"
    assert timex.start is None


def test_the_day_of_publication_keeps_its_own_time_zone() -> None:
    assert times.day_of("2018-05-09T23:30:00-05:00") == DAY
    assert times.day_of("soon") is None


def test_a_look_back_does_not_move_the_next_day() -> None:
    met = "They/PRP/nsubj/1 met/VBD/ROOT/1/meet on/IN/prep/1 Monday/NNP/pobj/2 ././punct/1 | "
    back = "A/DT/det/6 week/NN/npadvmod/7 earlier/RBR/advmod/10 Kim/NNP/nsubj/10 had/VBD/aux/10/have left/VBN/ROOT/10/leave ././punct/10 | "
    on = "The/DT/det/14 next/JJ/amod/14 day/NN/npadvmod/16 they/PRP/nsubj/16 sang/VBD/ROOT/16/sing ././punct/16"
    found, _ = times.read(parse(met + back + on), index(), DAY)
    assert [t.start for t in found] == ["2018-05-07", "2018-04-30", "2018-05-08"]


def test_a_month_right_behind_an_older_date_is_of_its_year_or_the_next() -> None:
    left = "He/PRP/nsubj/1 left/VBD/ROOT/1/leave in/IN/prep/1 November/NNP/pobj/2 2015/CD/nummod/3 | "
    met = "They/PRP/nsubj/6 met/VBD/ROOT/6/meet in/IN/prep/6 {}/NNP/pobj/7"
    for month, value in (("December", "2015-12"), ("February", "2016-02")):
        assert times.read(parse(left + met.format(month)), index(), DAY)[0][1].value == value


def test_earlier_in_the_day_is_the_day_that_its_paragraph_told() -> None:
    met = "They/PRP/nsubj/1 met/VBD/ROOT/1/meet on/IN/prep/1 Monday/NNP/pobj/2 | "
    ate = "They/PRP/nsubj/5 ate/VBD/ROOT/5/eat earlier/RBR/advmod/5 in/IN/prep/6 the/DT/det/9 day/NN/pobj/7"
    assert times.read(parse(met + ate), index(), DAY)[0][1].end == "2018-05-07"
