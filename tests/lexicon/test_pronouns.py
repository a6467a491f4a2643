"""The ranker: weights of clues become probabilities of entities."""

import math
from pathlib import Path

import pytest

from detente.lexicon import Shelf
from detente.lexicon.pronouns import NOBODY, Ranker, load


def test_the_mentions_of_an_entity_are_summed_and_nobody_has_the_rest() -> None:
    ranker = Ranker({NOBODY: 0.0, "near": math.log(2)})
    scores = ranker.scores([["near"], ["near", "unheard of"], []])
    shares = ranker.shares(scores, [7, 7, 8])
    assert shares == pytest.approx({7: 4 / 6, 8: 1 / 6})
    assert 1 - sum(shares.values()) == pytest.approx(1 / 6)


def test_nothing_near_leaves_all_to_nobody() -> None:
    assert Ranker({}).shares([], []) == {}


def test_an_overlay_replaces_a_weight(tmp_path: Path) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "pronouns.tsv").write_text("clue\tweight\nopens\t9.5\n", encoding="utf-8")
    assert load(Shelf(tmp_path)).weights["opens"] == 9.5
    assert load(Shelf()).weights["opens"] != 9.5
