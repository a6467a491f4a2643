"""Base forms by exceptions, word list and suffixes."""

import pytest

from detente.nlp.lemma import WordList, lemmas

VERBS = WordList(
    known={"hope", "visit", "agree", "meet", "focus"},
    irregular={"met": ["meet"], "stopped": ["stop"]},
    suffixes=(("s", ""), ("es", "e"), ("es", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", "")),
)
NOUNS = WordList(known={"talk", "country", "man"}, irregular={"men": ["man"]}, suffixes=(("s", ""), ("ies", "y")))


@pytest.mark.parametrize(
    ("word", "tag", "base"),
    [
        ("met", "VBD", "meet"),
        ("hoping", "VBG", "hope"),
        ("visited", "VBN", "visit"),
        ("agreed", "VBD", "agree"),
        ("focus", "VB", "focus"),
        ("was", "VBD", "be"),
        ("talks", "NNS", "talk"),
        ("countries", "NNS", "country"),
        ("men", "NNS", "man"),
        ("us", "NNP", "us"),
        ("unheardof", "NN", "unheardof"),
    ],
)
def test_base_form(word: str, tag: str, base: str) -> None:
    assert lemmas(VERBS, NOUNS)(word, tag) == base
