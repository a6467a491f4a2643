"""Places told in words, and steps told in words again."""

from __future__ import annotations

import pytest

from detente.errors import InputError
from detente.weigh import place
from detente.weigh.place import Place

ANCHORS = ("A", "B", "C")


@pytest.mark.parametrize(
    ("words", "expected", "steps"),
    [
        ("at A", Place(1, 1), (2, 2)),
        ("At  b", Place(2, 2), (4, 4)),
        ("between A and B", Place(1, 2), (3, 3)),
        ("between C and A", Place(1, 3), (3, 5)),
        ("beyond A", Place(0, 1), (1, 1)),
        ("beyond C", Place(3, 4), (7, 7)),
    ],
)
def test_words_and_the_steps_they_mean(words: str, expected: Place, steps: tuple[int, int]) -> None:
    assert place.read(words, ANCHORS) == expected
    assert expected.steps == steps


def test_not_stated_is_nowhere() -> None:
    assert place.read("not stated", ANCHORS) is None


@pytest.mark.parametrize("words", ["near A", "at D", "between A", "between A and A", "beyond B", "", "at"])
def test_other_words_are_refused(words: str) -> None:
    with pytest.raises(InputError):
        place.read(words, ANCHORS)


def test_one_anchor_has_no_beyond() -> None:
    with pytest.raises(InputError, match="beyond"):
        place.read("beyond A", ("A",))


@pytest.mark.parametrize("words", ["at B", "between B and C", "beyond A", "beyond C"])
def test_a_step_reads_as_it_was_written(words: str) -> None:
    found = place.read(words, ANCHORS)
    assert found is not None
    assert place.words(found.steps[0], ANCHORS) == words


def test_a_span_is_told_by_its_anchors() -> None:
    assert place.span(2, 4, ANCHORS) == "between A and B"
    assert place.span(3, 5, ANCHORS) == "between A and C"
    assert place.span(4, 4, ANCHORS) == "at B"
    assert place.span(1, 6, ANCHORS) == "anywhere from beyond A to at C"
