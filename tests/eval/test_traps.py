"""Sentences that look like no politics: what counts as found."""

from __future__ import annotations

from typing import get_args

from detente.records import Code, Event, Factuality
from eval import rows, traps


def _event(code: Code, factuality: Factuality) -> Event:
    return Event(id="e", article="a", code=code, factuality=factuality, plover=code, intensity=0.0, quad=1, evidence=(), made_by="r")


def test_one_of_the_named_types_that_happened_is_right() -> None:
    row = {"text": "Canada froze the assets of two banks.", "code": "SANCTION|COERCE"}
    assert traps.right(row, [_event("COERCE", "actual")])
    assert not traps.right(row, [_event("COERCE", "denied"), _event("AID", "actual")])


def test_every_row_names_types_of_plover() -> None:
    named = {code for row in rows.load(traps.FILE) for code in row["code"].split("|")}
    assert named <= set(get_args(Code))
