"""A parse holds what its parser gave, with offsets into the article and the edges of every subtree."""

from hypothesis import given
from hypothesis import strategies as st

from tests import made

MET = made.parse("Kim/NNP/nsubj/1 met/VBD/ROOT/1/meet Xi/NNP/dobj/1 in/IN/prep/1 Dalian/NNP/pobj/3 ././punct/1")


def test_words_have_their_offsets() -> None:
    assert [MET.words[i] for i in range(len(MET))] == ["Kim", "met", "Xi", "in", "Dalian", "."]
    assert (MET.start[2], MET.end[2]) == (8, 10)


def test_a_subtree_runs_from_its_left_to_its_right_edge() -> None:
    assert (MET.left[1], MET.right[1]) == (0, 6)
    assert (MET.left[3], MET.right[3]) == (3, 5)


def test_children_and_ancestors() -> None:
    assert MET.child(1, "dobj") == 2
    assert MET.children(1, "nsubj", "dobj") == [0, 2]
    assert MET.child(0, "dobj") is None
    assert list(MET.ancestors(4)) == [3, 1]


def test_base_forms_are_looked_up() -> None:
    assert MET.lemma[1] == "meet"


def test_paragraphs_and_sentences_are_counted_over_the_article() -> None:
    parse = made.parse("Yes/UH/ROOT/0 | No/UH/ROOT/1", "Perhaps/RB/ROOT/0")
    assert parse.sentences == ((0, 1), (1, 2), (2, 3))
    assert parse.paragraphs == ((0, 2), (2, 3))
    assert parse.sentence_of == (0, 1, 2)


@given(st.lists(st.integers(0, 7), min_size=1, max_size=8))
def test_every_head_holds_its_dependents(heads: list[int]) -> None:
    """Whatever tree a parser gives (a cycle is none: heads point left or to themselves)."""
    tree = [min(h, i) for i, h in enumerate(heads)]
    parse = made.parse(" ".join(f"w{i}/NN/dep/{h}" for i, h in enumerate(tree)))
    for token in range(len(parse)):
        for above in parse.ancestors(token):
            assert parse.left[above] <= token < parse.right[above]
