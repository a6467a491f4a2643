"""Two coders of one case: in which cells they differ, and what each difference alone does to the middle."""

from __future__ import annotations

from typing import Literal

import msgspec

from detente.errors import InputError
from detente.weigh import outcome, setting
from detente.weigh.case import Amount, Case, Issue, Party
from detente.weigh.outcome import Delta, Outcome

Field = Literal["position", "salience", "influence"]


class Difference(msgspec.Struct, frozen=True):
    """One cell as the first and the second coder have it; the outcome when only this cell is the second's, and the move of the mean.

    Both on the basis of the first case. Where a party is in one file only, its cell reads "no such party".
    """

    issue: str
    party: str
    field: Field
    first: str
    second: str
    outcome: Outcome | None
    delta: Delta | None


def compare(one: Case, two: Case) -> tuple[Difference, ...]:
    """All cells in which two files differ. Raises InputError where an issue is missing or its anchors are not the same."""
    others = {issue.name: issue for issue in two.issues}
    found: list[Difference] = []
    for issue in one.issues:
        other = others.get(issue.name)
        if other is None:
            raise InputError(f"the second coder has no issue {issue.name!r}")
        if _scale(issue) != _scale(other):
            raise InputError(f"{issue.name}: the two coders have different scales; agree on the anchors and their order first")
        found += _differences(issue, other)
    return tuple(found)


def _scale(issue: Issue) -> tuple[tuple[str, str], ...]:
    return tuple((a.id, a.words) for a in issue.anchors)


def _differences(issue: Issue, other: Issue) -> list[Difference]:
    made = []
    first, second = ({p.name: p for p in one.parties} for one in (issue, other))
    for name in dict.fromkeys([*first, *second]):
        mine, theirs = first.get(name), second.get(name)
        if mine is None or theirs is None:
            there = mine or theirs
            words = [cell(p, "position") if p else "no such party" for p in (mine, theirs)]
            changed = _replaced(issue, name, theirs) if there else issue
            made.append(_difference(issue, changed, name, "position", words))
            continue
        fields: tuple[Field, ...] = ("position", "salience", "influence")
        for field in fields:
            words = [cell(mine, field), cell(theirs, field)]
            if words[0] != words[1]:
                swapped = msgspec.structs.replace(mine, **{field: getattr(theirs, field)})
                made.append(_difference(issue, _replaced(issue, name, swapped), name, field, words))
    return made


def _replaced(issue: Issue, name: str, party: Party | None) -> Issue:
    """The issue with a party as the other coder has it; without it where the other has none."""
    kept = [party if p.name == name else p for p in issue.parties]
    if party and all(p.name != name for p in issue.parties):
        kept.append(party)
    return msgspec.structs.replace(issue, parties=tuple(p for p in kept if p))


def _difference(issue: Issue, changed: Issue, name: str, field: Field, words: list[str]) -> Difference:
    before, after = setting.build(issue), setting.build(changed)
    return Difference(issue.name, name, field, words[0], words[1], outcome.find(after), outcome.moved(before, after))


def cell(party: Party, field: Field) -> str:
    """What a cell holds, in words; "blank" where nothing."""
    if field == "position":
        return party.position.at
    return amount(party.salience if field == "salience" else party.influence)


def amount(held: Amount) -> str:
    """A number or a range in words; "blank" where neither is stated."""
    if held.value is not None:
        return f"{held.value:g}"
    return "blank" if held.low is None or held.high is None else f"{held.low:g} to {held.high:g}"
