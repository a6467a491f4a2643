"""Words that are asked for in articles."""

from __future__ import annotations

import pytest

from detente.corpus import words
from detente.errors import InputError

TEXT = "Japan lifted the export curbs. São Paulo and the U.S. spoke of sanctions."


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ("japan CURBS", True), ("japan china", False), ("china OR japan", True), ("curbs china OR japan", True), ('"export curbs"', True),
        ('"curbs export"', False), ("sanction", False), ("sanction*", True), ("japan -curbs", False), ('japan -"lifted curbs"', True),
        ("sao U.S.", True), ('"the exp*"', True), ("summit", True), ('"summit japan"', False),
    ],
)  # fmt: skip
def test_what_is_asked_is_found(asked: str, there: bool) -> None:
    assert words.read(asked).fit("Summit", TEXT) is there


@pytest.mark.parametrize("nothing", ["", "-curbs", "OR", "japan OR", '"-"'])
def test_what_asks_for_no_word_is_refused(nothing: str) -> None:
    with pytest.raises(InputError, match="asks for no word"):
        words.read(nothing)
