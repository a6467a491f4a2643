"""The scorers of coreference and pronouns, on chains made by hand, and the training of the ranker."""

from __future__ import annotations

import pytest
from eval.coref import METRICS, Sum, add, b3, ceafe, muc
from eval.gap import Case, Span, spots
from eval.pronouns import gap_figures
from eval.train_pronouns import Example, train

from tests import made

KEY = [frozenset({1, 2, 3}), frozenset({4, 5})]
TEXT = (
    "Ann/NNP/nsubj/1 met/VBD/ROOT/1/meet Eve/NNP/compound/3 Stone/NNP/dobj/1 ././punct/1 | "
    "Stone/NNP/nsubj/6 praised/VBD/ROOT/6 her/PRP/dobj/6"
)
CASE = Case("x", made.text(TEXT), Span("her", 33, 36), Span("Ann", 0, 3), Span("Eve Stone", 8, 17), True, False, "F")


def test_the_same_chains_are_perfect_and_none_are_nothing() -> None:
    sums = {name: Sum() for name in METRICS}
    add(sums, KEY, KEY)
    assert [s.f1() for s in sums.values()] == [(1.0, 1.0, 1.0)] * 3
    assert (muc(KEY, []), b3(KEY, []), ceafe(KEY, [])) == ((0.0, 3.0), (0.0, 5.0), 0.0)


def test_a_split_chain_loses_one_link_and_some_of_each_mention() -> None:
    split = [frozenset({1, 2}), frozenset({3, 9}), frozenset({4, 5})]
    assert muc(KEY, split) == (2.0, 3.0)
    assert b3(KEY, split)[0] == pytest.approx(2 / 3 + 2 / 3 + 1 / 3 + 2)
    assert ceafe(KEY, split) == pytest.approx(4 / 5 + 1)


def test_gap_counts_both_names_and_the_bias() -> None:
    figures = gap_figures([CASE, CASE], [{0: 0.9, 1: 0.1}, {0: 0.1, 1: 0.9}])
    assert figures["f1_all"] == pytest.approx(0.5)
    assert figures["f1_F"] == pytest.approx(0.5)


def test_spots_are_all_names_and_the_same_words_are_one_person() -> None:
    parse = made.parse(TEXT)
    assert [(parse.words[s.head], s.entity) for s in spots(parse, CASE, {"ann": "f"})] == [("Ann", 0), ("Stone", 1), ("Stone", 1)]


def test_training_learns_the_clue_that_tells() -> None:
    examples = [Example((0, 1), (("good", "any"), ("bad", "any")), 0)] * 8
    ranker = train(examples)
    assert ranker.weights["good"] > 0 > ranker.weights["bad"]
    assert ranker == train(examples)
