"""The floors of the resolver on the pairs written by hand and on made copies."""

import pytest
from eval.copies_made import made

from eval import copies, same_event


@pytest.mark.parametrize("half", ["open", "held", "later"])
def test_pairs_of_tellings(half: str) -> None:
    pairs = [p for p in same_event.load() if p.half == half]
    share, wrong = same_event.right(pairs)
    assert share >= 0.93
    assert [p.note for p in wrong if not p.same] == []


def test_made_copies() -> None:
    found = copies.measure(made(7, 40))
    assert found.recall >= 0.98 and found.precision >= 0.97
