"""Contexts: by the words of the sentence, else by the code."""

from detente.lexicon.contexts import by_code, load
from detente.lexicon.shelf import Shelf
from detente.stages.events import contexts
from tests import made

WORDS = load(Shelf())


def plain(text: str) -> str:
    return " ".join(f"{word}/NN/dep/0" for word in text.split())


def test_there_are_37() -> None:
    assert len(WORDS.order) == 37


def test_words_and_phrases_show_contexts_in_the_codebooks_order() -> None:
    parse = made.parse(plain("the foreign ministry condemned the nuclear test"))
    assert contexts.of(parse, 0, WORDS) == ("diplomatic", "cbrn")


def test_without_words_the_code_gives_them() -> None:
    assert by_code("0874", WORDS) == ("military",)
    assert by_code("1721", WORDS) == ("rights_freedoms",)
    assert by_code(None, WORDS) == ()
