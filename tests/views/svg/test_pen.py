"""What pictures are drawn with."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from detente.views.svg import pen
from detente.views.svg.room import Room


@given(st.text())
def test_any_text_can_be_written(said: str) -> None:
    ElementTree.fromstring(pen.text((1, 2), said, font_family=pen.words(said)))


@given(st.text(max_size=80), st.floats(20, 400))
def test_what_is_fitted_fits(said: str, width: float) -> None:
    assert pen.extent(pen.fit(said, width)) <= width or pen.fit(said, width) == "…"


def test_text_is_cut_at_a_word_and_shows_it() -> None:
    assert pen.fit("the foreign ministers of both countries", 150) == "the foreign ministers…"
    assert pen.fit("short", 150) == "short"


def test_lines_are_filled_and_the_rest_is_cut() -> None:
    assert pen.lines("European Union", 200) == ["European Union"]
    assert pen.lines("Special Representative for the Talks", 120, most=2) == ["Special", "Representative…"]


def test_a_number_is_short_and_a_missing_attribute_is_left_out() -> None:
    assert pen.tag("rect", x=3.0, y=2.25, stroke_width=None, fill="<") == '<rect x="3" y="2.2" fill="&lt;"/>'


def test_names_never_cover_one_another() -> None:
    room = Room((0, 0, 400, 400))
    drawn = [room.name("Panmunjom", (200, 200), 5) for _ in range(6)]
    places = {tuple(ElementTree.fromstring(f"<g>{d}</g>")[-1].attrib[k] for k in "xy") for d in drawn}
    assert len(places) == 6
    assert sum("<path" in d for d in drawn) == 2


def test_a_name_without_room_is_left_out() -> None:
    assert Room((0, 0, 50, 20)).name("Panmunjom", (25, 10), 5) == ""
