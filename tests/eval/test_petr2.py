"""CAMEO triples: which digits a record stands for, and what an annotation leaves open."""

from __future__ import annotations

from eval import petr2, rows


def test_what_plover_has_no_type_for_is_outside() -> None:
    statement = {"source": "USA", "target": "IRN", "code": "015", "plover": None}
    meeting = {"source": "USA", "target": "IRN", "code": "040", "plover": "CONSULT"}
    assert not petr2.inside({"text": "A text.", "events": [statement]})
    assert petr2.inside({"text": "A text.", "events": [statement, meeting]})
    assert petr2.inside({"text": "A text.", "events": []})
    assert petr2.annotated([statement, meeting]) == {("USA", "IRN", "04")}


def test_an_open_side_neither_counts_nor_costs() -> None:
    wanted, got = petr2.compared({("---", "IRN", "04"), ("USA", "IRN", "11")}, {("FRA", "IRN", "04"), ("USA", "IRN", "12")})
    assert wanted == {("USA", "IRN", "11")}
    assert got == {("USA", "IRN", "12")}


def test_shares_by_key() -> None:
    counted = [({"text": "x", "half": "a"}, True), ({"text": "y", "half": "b"}, False)]
    assert rows.shares(counted, "half") == {"all": (1, 2), "half a": (1, 1), "half b": (0, 1)}
