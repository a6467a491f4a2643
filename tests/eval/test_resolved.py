"""The floors of the resolver on the pairs written by hand and on made copies."""

import pytest
from eval.copies_made import made

from eval import copies, same_event, same_event_texts, stories


@pytest.mark.parametrize("half", ["open", "held", "later"])
def test_pairs_of_tellings(half: str) -> None:
    pairs = [p for p in same_event.load() if p.half == half]
    share, wrong = same_event.right(pairs)
    assert share >= 0.93
    assert [p.note for p in wrong if not p.same] == []


def test_made_copies() -> None:
    found = copies.measure(made(7, 40))
    assert found.recall >= 0.98 and found.precision >= 0.97


@pytest.mark.model
def test_pairs_and_stories_that_are_read_first() -> None:
    asked = list(same_event_texts.asked(same_event_texts.load()))
    assert sum(a.right for a in asked) / len(asked) >= 0.85
    assert [a.pair.a.text for a in asked if a.joined and not a.pair.same] == []
    for one in stories.judged(stories.load()):
        found, wanted, _ = stories.pairs(one)
        assert found <= wanted
