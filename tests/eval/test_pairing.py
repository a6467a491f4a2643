"""Names, pairs, counts and records, as the scorers of outside annotation share them."""

from pathlib import Path

import pytest
from eval.pairing import Tally, best_pairs, fold, records


@pytest.mark.parametrize(
    ("name", "folded"),
    [("The Élysée", "elysee"), ("Xi’s", "xi"), ("his Sri-Lankan envoys'", "sri lankan envoys"), (None, "")],
)
def test_fold(name: str | None, folded: str) -> None:
    assert fold(name) == folded


def test_best_pairs_are_greedy_and_use_each_once() -> None:
    assert best_pairs([[0.9, 1.0], [0.0, 0.8]]) == [(0, 1)]
    assert best_pairs([[0.5, 0.5], [0.5, 0.5]]) == [(0, 0), (1, 1)]


def test_tally() -> None:
    tally = Tally()
    assert tally.f1() == (0.0, 0.0, 0.0)
    tally.add(3, 4, 6)
    assert tally.f1() == pytest.approx((0.5, 0.75, 0.6))


def test_records_by_article_and_kind(tmp_path: Path) -> None:
    file = tmp_path / "records.jsonl"
    file.write_text('{"kind": "article", "id": "a"}\n{"kind": "event", "id": "a-1", "article": "a"}\n')
    read = records(file)
    assert [r["id"] for r in read["a"]["article"]] == ["a"]
    assert [r["id"] for r in read["a"]["event"]] == ["a-1"]
