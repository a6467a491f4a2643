"""Questions as typed, and what they make of an issue."""

from __future__ import annotations

import pytest

from detente.errors import InputError
from detente.weigh import scenario
from detente.weigh.case import Issue
from detente.weigh.scenario import Asked
from tests.weigh.files import BLANK, case

ISSUE = case(BLANK).issues[0]


def stands(issue: Issue) -> dict[str, str]:
    return {p.name: p.position.at for p in issue.parties}


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Asked(join=("Japan at B",)), {"Japan": "at B"}),
        (Asked(join=("Russia between A and B",)), {"Russia": "between A and B"}),
        (Asked(shift=("South to B",)), {"South": "at B"}),
        (Asked(shift=("South between A and B",)), {"South": "between A and B"}),
        (Asked(bloc=("North, china at C",)), {"North": "at C", "China": "at C"}),
        (Asked(compare=("with Russia beyond C",)), {"Russia": "beyond C"}),
    ],
)
def test_who_stands_where_then(asked: Asked, expected: dict[str, str]) -> None:
    (one,) = scenario.read(asked)
    after = one.change(ISSUE)
    assert stands(after) == stands(ISSUE) | expected
    moved = [p for p in after.parties if p.name in expected]
    assert {(p.position.status, p.position.author) for p in moved} == {("analyst", "asked")}


def test_who_leaves() -> None:
    for asked in (Asked(leave=("China",)), Asked(compare=("without china",))):
        (one,) = scenario.read(asked)
        assert "China" not in stands(one.change(ISSUE))
    (two,) = scenario.read(Asked(compare=("without China, North",)))
    assert set(stands(two.change(ISSUE))) == {"South", "Japan"}


def test_how_much_it_matters() -> None:
    (one,) = scenario.read(Asked(salience=("China=60-80",)))
    china = next(p for p in one.change(ISSUE).parties if p.name == "China")
    assert (china.salience.low, china.salience.high, china.salience.status) == (60, 80, "analyst")
    assert china.influence.status == "unknown"


def test_several_are_asked_one_by_one_and_together() -> None:
    made = scenario.read(Asked(leave=("China",), shift=("South to B",), compare=("without North",)))
    assert [s.title for s in made] == ["without China", "South moves at B", "all of these together", "without North"]
    assert stands(made[2].change(ISSUE)) == {"North": "at A", "South": "at B", "Japan": "not stated"}


@pytest.mark.parametrize(
    "asked",
    [
        Asked(join=("China",)),
        Asked(salience=("China",)),
        Asked(salience=("China=101",)),
        Asked(influence=("China=8-6",)),
        Asked(compare=("China",)),
    ],
)
def test_what_cannot_be_read_is_refused(asked: Asked) -> None:
    with pytest.raises(InputError):
        scenario.read(asked)


@pytest.mark.parametrize("asked", [Asked(leave=("Peru",)), Asked(join=("China at Z",)), Asked(bloc=("North,Peru at A",))])
def test_who_or_what_is_not_there_is_refused(asked: Asked) -> None:
    (one,) = scenario.read(asked)
    with pytest.raises(InputError):
        one.change(ISSUE)
