"""What was asked for, in words."""

from __future__ import annotations

from detente.corpus import Filter
from detente.views.selection import words


def test_nothing_asked_is_nothing_said() -> None:
    assert words(Filter()) == ""


def test_every_condition_is_said() -> None:
    asked = Filter(
        actors=("Japan", "South Korea"), codes=("accuse", "06"), places=("Geneva",), since="2019-07-01", until="2019-12-31",
        status=("planned",), outlets=("Pacific Wire",), text="export curbs", published_since="2019-07-02", added_since="2020-01-01",
    )  # fmt: skip
    assert words(asked, fold=True) == (
        "Japan and South Korea; ACCUSE or 06; at Geneva; 1 July 2019 to 31 Dec 2019; planned; told by Pacific Wire; "
        "in articles with export curbs; published from 2 July 2019; added since 2020-01-01; officials count as their state"
    )
    assert words(Filter(until="2019-12-31", everything=True)) == "until 31 Dec 2019; possible and denied ones too"
