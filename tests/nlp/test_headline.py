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


@pytest.mark.parametrize(
    ("text", "tags", "verb"),
    [
        ("Merkel scraps Paris trip", "NN NNS NNP NN", 1),
        ("Saudi coalition bombs Sanaa airport", "JJ NN NNS NNP NN", 2),
        ("Merkel scraps Paris trip .", "NN NNS NNP NN .", None),
        ("Ministers say EU sanctions Iran", "NNS VBP NNP NNS NNP", None),
        ("Sanctions on Iran officials", "NNS IN NNP NNS", None),
        ("Trade sanctions on Iran", "NN NNS IN NNP", None),
        ("Sudan rebels delegation in Juba", "JJ NNS NN IN NNP", None),
    ],
)
def test_a_plural_before_a_name_is_a_verb_where_there_is_none(text: str, tags: str, verb: int | None) -> None:
    assert headline.verb(text.split(), tags.split()) == verb


def test_a_subject_that_was_taken_for_the_root_hangs_on_the_verb() -> None:
    head, dep = headline.turned([0, 2, 0, 4, 0, 4], ["ROOT", "advmod", "dobj", "compound", "dobj", "prep"], 2)
    assert head == [2, 2, 2, 4, 2, 4]
    assert dep == ["nsubj", "advmod", "ROOT", "compound", "dobj", "prep"]
    assert headline.turned([1, 1, 1], ["nsubj", "ROOT", "dobj"], 1) == ([1, 1, 1], ["nsubj", "ROOT", "dobj"])
