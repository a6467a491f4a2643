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


@pytest.mark.parametrize(
    ("text", "comma"),
    [
        ("India , Pakistan foreign ministers meet in New York", 1),
        ("North , South Korean leaders shake hands", 1),
        ("Trump , Kim to meet in Singapore", 1),
        ("Saudi Arabia , United Arab Emirates sign pact", 2),
        ("Putin , Russia 's president , visits Minsk", None),
        ("SEOUL , South Korea", None),
        ("Japan , South Korea resume talks .", None),
        ("Defying critics , Israel strikes Gaza", None),
    ],
)
def test_the_comma_between_two_names_is_found(text: str, comma: int | None) -> None:
    assert headline.pair(text.split()) == comma


def test_one_in_a_place_is_not_two_who_act() -> None:
    assert headline.is_plural(["NNP", "CC", "NNP", "NNS", "VBP"])
    assert headline.is_plural(["NNP", "CC", "NNP", "TO", "VB"])
    assert not headline.is_plural(["NNP", "CC", "NNP", "VBZ", "NNS"])
