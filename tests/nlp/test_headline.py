"""Headlines in the infinitive: which are such, and their parse without the copula that was lent to them."""

import pytest

from detente.nlp import headline


@pytest.mark.parametrize(
    ("text", "tags", "to"),
    [
        ("Modi to visit Kyiv", "VB TO VB NNP", 1),
        ("EU leaders to meet Friday", "NNP NNS TO VB NNP", 2),
        ("Plan to visit Kyiv", "NN TO VB NNP", None),
        ("Modi wants to visit Kyiv", "NNP VBZ TO VB NNP", None),
        ("Modi to visit Kyiv .", "NNP TO VB NNP .", None),
        ("Road to peace", "NN TO NN", None),
    ],
)
def test_a_verbless_sentence_with_an_infinitive_is_one(text: str, tags: str, to: int | None) -> None:
    assert headline.infinitive(text.split(), tags.split()) == to


def test_the_infinitive_takes_the_copulas_place() -> None:
    head, dep = headline.without([1, 1, 3, 1, 3], ["nsubj", "ROOT", "aux", "xcomp", "dobj"], 1)
    assert head == [2, 2, 2, 2]
    assert dep == ["nsubj", "aux", "ROOT", "dobj"]


def test_a_parse_that_saw_something_else_stays() -> None:
    assert headline.without([1, 1, 1], ["nsubj", "ROOT", "acomp"], 1) == ([1, 1, 1], ["nsubj", "ROOT", "acomp"])
