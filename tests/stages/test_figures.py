"""Figures: numbers with their open sides, units and fates; which act they belong to; what is no figure."""

import pytest

from detente.lexicon import figures as amounts
from detente.lexicon.shelf import Shelf
from detente.records import Code
from detente.stages.events import figures
from tests import made

WORDS = amounts.load(Shelf())


def read(text: str, trigger: int, code: Code = "ASSAULT") -> list[tuple[float, float | None, float | None, str | None, str, str]]:
    found = figures.of(made.parse(text), {trigger: (trigger, code)}, WORDS).get(trigger, ())
    return [(f.quantity, f.low, f.high, f.unit, f.what, f.quote) for f in found]


def test_at_least_so_many_killed() -> None:
    text = "Gunmen/NNS/nsubj/1 killed/VBD/ROOT/1/kill at/IN/advmod/4 least/JJS/advmod/4 20/CD/nummod/5 people/NNS/dobj/1"
    assert read(text, 1) == [(20, 20, None, "people", "killed", "at least 20 people")]


def test_a_range_keeps_both_ends() -> None:
    text = (
        "Between/IN/quantmod/3 20/CD/quantmod/3 and/CC/cc/3 30/CD/nummod/4 soldiers/NNS/nsubjpass/6/soldier "
        "were/VBD/auxpass/6 killed/VBN/ROOT/6/kill"
    )
    assert read(text, 6) == [(20, 20, 30, "soldiers", "killed", "Between 20 and 30 soldiers")]


@pytest.mark.parametrize(
    ("words", "value", "low", "high"),
    [
        ("Dozens/NNS/nsubjpass/4", 24, 24, None),
        ("Hundreds/NNS/nsubjpass/4", 200, 200, None),
    ],
)
def test_plurals_say_at_least(words: str, value: float, low: float, high: float | None) -> None:
    text = f"{words} of/IN/prep/0 protesters/NNS/pobj/1/protester were/VBD/auxpass/4 arrested/VBN/ROOT/4/arrest"
    assert [f[:3] for f in read(text, 4, "COERCE")] == [(value, low, high)]


def test_sums_have_a_currency_and_what_they_are() -> None:
    text = "Japan/NNP/nsubj/1 gave/VBD/ROOT/1/give $/$/quantmod/4 50/CD/compound/4 million/CD/dobj/1 in/IN/prep/4 aid/NN/pobj/5"
    assert read(text, 1, "AID") == [(50e6, 50e6, 50e6, "dollars", "aid", "$ 50 million")]


def test_years_ages_and_hours_are_no_figures() -> None:
    assert read("It/PRP/nsubj/1 attacked/VBD/ROOT/1/attack in/IN/prep/1 2018/CD/pobj/2", 1) == []
    assert read("He/PRP/nsubj/1 attacked/VBD/ROOT/1/attack for/IN/prep/1 five/CD/nummod/4 hours/NNS/pobj/2/hour", 1) == []


def test_whom_one_invites_is_no_figure() -> None:
    assert read("He/PRP/nsubj/1 invited/VBD/ROOT/1/invite two/CD/nummod/3 ministers/NNS/dobj/1/minister", 1, "REQUEST") == []


def test_a_number_under_another_verb_is_not_the_acts() -> None:
    text = (
        "He/PRP/nsubj/1 attacked/VBD/ROOT/1/attack a/DT/det/3 town/NN/dobj/1 where/WRB/advmod/7 50/CD/nummod/6 "
        "families/NNS/nsubj/7/family live/VBP/relcl/3"
    )
    assert read(text, 1) == []
