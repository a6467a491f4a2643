"""Lines split, and joined where a text is wrapped."""

from __future__ import annotations

from detente.ingest.lines import Line, split, unwrap

WRAPPED = """\
The leaders of ethnically split Cyprus will meet under a United Nations
roof for the first time in two years, officials on both sides said on
Monday.

Both men want to open more crossings along the line that has parted the
island since 1974, but neither wants to talk about guarantors, let alone
about troops.
"""


def texts(text: str) -> list[str]:
    return [line.text for line in unwrap(split(text))]


def test_wrapped_paragraphs_are_joined_by_a_space() -> None:
    assert texts(WRAPPED) == [" ".join(part.split("\n")).strip() for part in WRAPPED.strip().split("\n\n")]
    assert [line.number for line in unwrap(split(WRAPPED))] == [1, 5]


def test_wrapped_text_without_blank_lines_breaks_where_a_line_is_short() -> None:
    assert len(texts(WRAPPED.replace("\n\n", "\n"))) == 2


def test_a_word_broken_at_its_hyphen_gets_no_space() -> None:
    text = WRAPPED.replace("United Nations\n", "U.N. chief Kim Jong-\n").replace("roof for", "hyun for")
    assert "Kim Jong-hyun for the first" in texts(text)[0]


def test_short_lines_of_a_menu_are_not_joined() -> None:
    menu = "News\nSport\nWeather\nFerry timetable changes\nCouncil rejects toll\nLottery numbers\n"
    assert texts(menu) == menu.strip().split("\n")


def test_sentences_one_a_line_are_not_joined() -> None:
    text = "A truce took effect at noon after ten hours of talks.\nEach side says that the other broke it at once.\nNobody was hurt."
    assert texts(text) == text.split("\n")


def test_numbers_count_all_line_ends() -> None:
    assert split("a\r\nb\rc\n\n d \u2028e") == [
        Line(1, "a"),
        Line(2, "b"),
        Line(3, "c"),
        Line(5, "d", gap=True),
        Line(5, "e"),
    ]
