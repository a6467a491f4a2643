"""Cells, whatever an article holds: one line, to be split again, never a formula."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from detente.export import cells, graphml
from tests.export import made

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.lists(TEXTS, min_size=1))
def test_a_row_without_quoting_is_one_line_of_as_many_cells(values: list[str]) -> None:
    out = made.stream()
    cells.tabbed(out, values)
    text = out.getvalue().decode()
    assert text.endswith("\n")
    assert len(text.splitlines()) == 1
    assert len(text[:-1].split("\t")) == len(values)
    assert '"' not in text


@given(TEXTS)
def test_words_stay_as_they_are_where_they_can(text: str) -> None:
    assert cells.line(text).split() == "".join(c if c.isprintable() or c.isspace() else "" for c in text).split()


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_joined_values_are_as_many_when_split(values: list[str]) -> None:
    assert len(cells.joined(values).split("; ")) == len(values) or "" in map(cells.line, values)


@given(TEXTS)
def test_no_cell_begins_a_formula(text: str) -> None:
    assert cells.harmless(cells.line(text))[:1] not in ("=", "+", "-", "@", "\t", "\r")


@given(TEXTS)
def test_any_text_stands_in_xml(text: str) -> None:
    found = ElementTree.fromstring(f"<node>{graphml._data('n', (('name', 'string'),), [text])}</node>")
    assert (found.findtext("data") or "") == cells.line(text)
