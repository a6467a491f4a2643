"""Chains of all noun phrases: actors, and things under the same name or noun."""

from __future__ import annotations

from detente.records import Article
from detente.stages import candidates, mentions
from detente.stages.coref import resolved
from detente.stages.coref.chains import chains
from detente.stages.coref.scene import Scene
from tests import made
from tests.stages.who import lexicon


def told(*paragraphs: str) -> list[list[str]]:
    """The heads of each chain."""
    parse, knows = made.parse(*paragraphs), lexicon()
    article = Article(id="a", text=made.text(*paragraphs), digest="", published="2018-05-09")
    found, _ = mentions.find(parse, knows)
    likely, _ = candidates.find(article, parse, found, knows)
    return [[parse.words[p.head] for p in chain] for chain in chains(resolved(Scene(article, parse, found, likely, knows)))]


def test_a_definite_noun_is_the_thing_named_before_and_it_may_be_it() -> None:
    assert told(
        "Somebody/NN/nsubj/1 built/VBD/ROOT/1/build a/DT/det/4 digital/JJ/amod/4 clock/NN/dobj/1 ././punct/1 | "
        "The/DT/det/7 clock/NN/nsubj/8 ticked/VBD/ROOT/8/tick until/IN/mark/11 it/PRP/nsubj/11 stopped/VBD/advcl/8/stop ././punct/8"
    ) == [["clock", "clock", "it"]]


def test_a_new_modifier_or_no_article_is_another_thing() -> None:
    assert not told(
        "Somebody/NN/nsubj/1 built/VBD/ROOT/1/build a/DT/det/3 clock/NN/dobj/1 ././punct/1 | "
        "The/DT/det/7 digital/JJ/amod/7 clock/NN/nsubj/8 ticked/VBD/ROOT/8/tick ././punct/8 | A/DT/det/11 clock/NN/nsubj/12 "
        "stopped/VBD/ROOT/12/stop ././punct/12"
    )


def test_initials_are_the_name() -> None:
    assert ["Disorders", "IDD"] in told(
        "Iodine/NNP/compound/2 Deficiency/NNP/compound/2 Disorders/NNP/nsubj/3 rose/VBD/ROOT/3/rise ././punct/3 | "
        "IDD/NNP/nsubj/6 harms/VBZ/ROOT/6/harm children/NNS/dobj/6/child ././punct/6"
    )
