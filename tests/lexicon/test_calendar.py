"""Feasts, eras and the patterns of time."""

from datetime import date
from pathlib import Path

import pytest

from detente.errors import DataError
from detente.lexicon import Shelf, calendar


def test_easter_in_both_calendars() -> None:
    assert [calendar.easter(y) for y in (2000, 2018, 2024, 2038)] == [
        date(2000, 4, 23),
        date(2018, 4, 1),
        date(2024, 3, 31),
        date(2038, 4, 25),
    ]
    assert calendar.easter(2018, orthodox=True) == date(2018, 4, 8)


@pytest.mark.parametrize(
    ("name", "year", "first"),
    [
        ("christmas", 2016, date(2016, 12, 25)),
        ("good friday", 2018, date(2018, 3, 30)),
        ("thanksgiving", 2018, date(2018, 11, 22)),
        ("ramadan", 2018, date(2018, 5, 16)),
        ("lunar new year", 2018, date(2018, 2, 16)),
        ("passover", 2018, date(2018, 3, 31)),
    ],
)
def test_feasts(name: str, year: int, first: date) -> None:
    span = calendar.load(Shelf()).feast(name, year)
    assert span is not None
    assert span[0] == first


def test_a_feast_outside_the_tables_is_unknown() -> None:
    assert calendar.load(Shelf()).feast("ramadan", 1850) is None


def test_every_rule_can_begin_somewhere() -> None:
    index = calendar.load(Shelf())
    assert all(pattern.pattern for rules in index.rules.values() for _, pattern in rules)


def test_a_rule_with_an_unknown_class_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "times_rules.tsv").write_text("name\thow\tpattern\nodd\tdate\tUnheard Month\n")
    with pytest.raises(DataError, match="odd"):
        calendar.load(Shelf(tmp_path))
