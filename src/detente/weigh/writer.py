"""A case written as TOML that an analyst fills in: what it reads back to is the same case; comments say what goes where.

Nothing else writes TOML here, so this writes only what a case holds.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import msgspec

from detente.weigh.case import Anchor, Attention, Case, Cell, Issue, Party, Rule

_HEAD = """\
# A case for `detente weigh run`. What is blank here is unknown, and runs only as a range: leave it blank rather than guess.
#
# Every cell has a status:
#   quoted    said by the party itself        inferred  the reporter's words about it
#   external  a named series (source, year)   analyst   your judgement (author = your name)
#   unknown   nobody knows; no number
# Places are told in order: "at A", "between A and B", "beyond B", "not stated".
"""
_ANCHORS = """\
# The scale. Anchors stand from one end to the other. Their order is a proposal until you set order = "confirmed": move whole blocks.
# Delete anchors that speak of something else. Distances are yours to set: `value` on every anchor, or on none.
"""
_WEIGHTS = """\
# salience: how much this issue matters to the party, by your judgement, 0 to 100 (`value`, or `low` and `high`):
#   0-10 hardly cares   10-20 minor   20-40 one of many   40-60 among its three or four first   60-80 the most important, others compete
#   80-100 before all else
# influence: what it can bring to bear, the strongest 100, the others in proportion. Check by adding: two of 30 must be able to block one
#   of 60. Or a series: status = "external", source = "...", year = 2018. Never from prose.
# media_attention counts mentions in these texts. It is neither of the two.
"""
_ENDS = """\
# What holds without agreement, for --model nash (cost: what a breakdown costs each, in units of the scale, 0 to 100 where you set none):
# [issue.disagreement]
# at = "at A"
# cost = 0.0
# status = "analyst"
# author = "your name"
#
# A rule of decision, for --model power only (no quota: unanimity):
# [issue.rule]
# quota = 2
# votes = [{ party = "...", votes = 1 }]
"""
Value = str | float | int | tuple[str, ...] | None


def write(case: Case) -> str:
    """The file."""
    return "\n".join(_lines(case)) + "\n"


def _lines(case: Case) -> Iterator[str]:
    yield from _HEAD.splitlines()
    yield from _pairs(case, ("title", "made_by", "note"))
    for issue in case.issues:
        yield from _issue(issue)
    if case.articles or case.evidence:
        yield from ("", "# What the cells rest on: articles, and words in them (half-open code points of the text).")
    for article in case.articles:
        yield from ("", "[[article]]", *_pairs(article, article.__struct_fields__))
    for evidence in case.evidence:
        yield from ("", "[[evidence]]", *_pairs(evidence, evidence.__struct_fields__))


def _issue(issue: Issue) -> Iterator[str]:
    yield from ("", "", "[[issue]]", *_pairs(issue, ("name", "words", "order", "note", "unit", "low", "high"), always=("order",)))
    yield from ("", *_ANCHORS.splitlines())
    for anchor in issue.anchors:
        yield from ("", "[[issue.anchor]]", *_anchor(anchor))
    yield from ("", *_WEIGHTS.splitlines())
    for party in issue.parties:
        yield from _party(party)
    if issue.claims:
        yield from ("", "# What one says of another: kept as claimed. It is nobody's position until you say so.")
    for claim in issue.claims:
        yield from ("", "[[issue.claim]]", *_pairs(claim, claim.__struct_fields__))
    yield from ("", *(_ENDS.splitlines() if not issue.disagreement and not issue.rule else ()))
    if issue.disagreement:
        yield from ("", "[issue.disagreement]", *_pairs(issue.disagreement, ("at", "cost")), *_cell(issue.disagreement))
    if issue.rule:
        yield from ("", "[issue.rule]", *_rule(issue.rule), *_cell(issue.rule))


def _anchor(anchor: Anchor) -> Iterator[str]:
    yield from _pairs(anchor, ("id", "words", "evidence", "value", "note"))
    if anchor.value is None:
        yield "# value ="


def _party(party: Party) -> Iterator[str]:
    yield from ("", "[[issue.party]]", *_pairs(party, ("name", "speakers")))
    if party.media_attention:
        yield f"media_attention = {_attention(party.media_attention)}"
    yield from ("[issue.party.position]", *_pairs(party.position, ("at",), always=("at",)), *_cell(party.position))
    for key, amount in (("salience", party.salience), ("influence", party.influence)):
        numbers = list(_pairs(amount, ("value", "low", "high")))
        rest = _pairs(amount, ("source", "year"))
        yield from (f"[issue.party.{key}]", *(numbers or ["# value ="]), *rest, *_cell(amount))


def _attention(counted: Attention) -> str:
    return f"{{ mentions = {counted.mentions}, articles = {counted.articles} }}"


def _cell(cell: Cell) -> Iterator[str]:
    return _pairs(cell, ("status", "author", "when", "note", "evidence"), always=("status",))


def _rule(rule: Rule) -> Iterator[str]:
    yield from _pairs(rule, ("quota",))
    yield f"votes = [{', '.join(f'{{ party = {_value(v.party)}, votes = {v.votes} }}' for v in rule.votes)}]"


def _pairs(struct: msgspec.Struct, keys: tuple[str, ...], *, always: tuple[str, ...] = ()) -> Iterator[str]:
    """Keys that hold something, a line each."""
    for key in keys:
        value: Value = getattr(struct, key)
        if key in always or value not in ("", None, ()):
            yield f"{key} = {_value(value)}"


def _value(value: Value) -> str:
    """A basic string (escaped as JSON does, and the one control character that JSON leaves), a number or a list of strings."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return repr(value)
