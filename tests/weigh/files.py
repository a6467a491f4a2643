"""Cases for the tests, as a file says them: three anchors, three parties."""

from __future__ import annotations

from detente.weigh import casefile
from detente.weigh.case import Case

SCALE = """
[[issue]]
name = "steps"
order = "confirmed"
[[issue.anchor]]
id = "A"
words = "step by step"
{a}
[[issue.anchor]]
id = "B"
words = "in two steps"
{b}
[[issue.anchor]]
id = "C"
words = "at once"
{c}
"""
PARTY = """
[[issue.party]]
name = "{name}"
[issue.party.position]
at = "{at}"
status = "{status}"
author = "me"
{more}
"""
WEIGHTS = """
[issue.party.salience]
value = {salience}
status = "analyst"
author = "me"
[issue.party.influence]
value = {influence}
status = "analyst"
author = "me"
"""


def scale(*values: float) -> str:
    """The scale in order only, or with distances."""
    told = [f"value = {v}" for v in values] or [""] * 3
    return SCALE.format(a=told[0], b=told[1], c=told[2])


def party(name: str, at: str, salience: float | None = None, influence: float = 100) -> str:
    """A party, with weights where a salience is given."""
    more = "" if salience is None else WEIGHTS.format(salience=salience, influence=influence)
    return PARTY.format(name=name, at=at, status="unknown" if at == "not stated" else "analyst", more=more)


BLANK = scale() + party("North", "at A") + party("China", "at B") + party("South", "at C") + party("Japan", "not stated")
"""Weights blank, distances unknown, one not placed."""
STATED = scale(0, 40, 100) + party("North", "at A", 100) + party("China", "at B", 50) + party("South", "at C", 50, 50)
"""Weights 1, 1/2, 1/4 at 0, 40 and 100: mean 45 / 1.75."""


def case(text: str) -> Case:
    return casefile.parse(text, "case.toml")
