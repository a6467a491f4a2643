"""What the article commits to of what it tells: by the class of the cue, by hedges, by what nobody would confirm."""

from typing import Literal

import pytest

from detente.lexicon import speech as cue_words
from detente.lexicon.shelf import Shelf
from detente.parties import voices
from detente.reading import Attribution
from detente.stages.events.certainty import certainty
from tests import made

WORDS = cue_words.load(Shelf())
MET = "Kim/NNP/nsubj/1 met/VBD/ROOT/1/meet Xi/NNP/dobj/1 ././punct/1"
SAID = "Seoul/NNP/nsubj/1 said/VBD/ROOT/1/say Kim/NNP/nsubj/3 met/VBD/ccomp/1/meet Xi/NNP/dobj/3 ././punct/1"


def grade(text: str, trigger: str, *told: Attribution) -> str:
    parse = made.parse(text)
    return certainty(parse, WORDS, parse.words.index(trigger), told, voices(len(parse), told))


def voice(commitment: Literal["factive", "neutral", "doubtful", "denying"], *, said: bool = True) -> Attribution:
    return Attribution((1, 2), 1, (2, 5), "kor", "indirect", "assert", commitment, "speech.clause", said=said)


def test_the_reporter_is_certain() -> None:
    assert grade(MET, "met") == "certain"


@pytest.mark.parametrize(
    ("commitment", "wanted"), [("factive", "certain"), ("neutral", "probable"), ("doubtful", "possible"), ("denying", "unknown")]
)
def test_a_voice_leaves_what_its_cue_does(commitment: Literal["factive", "neutral", "doubtful", "denying"], wanted: str) -> None:
    assert grade(SAID, "met", voice(commitment)) == wanted


def test_what_was_not_said_is_unknown() -> None:
    assert grade(SAID, "met", voice("neutral", said=False)) == "unknown"


def test_an_outer_voice_weakens_an_inner_one() -> None:
    text = "Seoul/NNP/nsubj/1 said/VBD/ROOT/1/say Xi/NNP/nsubj/3 confirmed/VBD/ccomp/1/confirm Kim/NNP/nsubj/5 met/VBD/ccomp/3/meet Lee/NNP/dobj/5"
    outer = Attribution((1, 2), 1, (2, 7), "kor", "indirect", "assert", "neutral", "speech.clause")
    inner = Attribution((3, 4), 3, (4, 7), "xi", "indirect", "assert", "factive", "speech.clause")
    assert grade(text, "met", outer, inner) == "probable"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kim/NNP/nsubj/2 probably/RB/advmod/2 met/VBD/ROOT/2/meet Xi/NNP/dobj/2", "probable"),
        ("Perhaps/RB/advmod/2 Kim/NNP/nsubj/2 met/VBD/ROOT/2/meet Xi/NNP/dobj/2", "possible"),
        ("Kim/NNP/nsubj/3 may/MD/aux/3 have/VB/aux/3 met/VBN/ROOT/3/meet Xi/NNP/dobj/3", "possible"),
        ("Kim/NNP/nsubj/1 seems/VBZ/ROOT/1/seem to/TO/aux/4 have/VB/aux/4 met/VBN/xcomp/1/meet Xi/NNP/dobj/4", "probable"),
        ("Rumours/NNS/nsubj/4/rumour that/IN/mark/3 Kim/NNP/nsubj/3 met/VBD/acl/0/meet spread/VBD/ROOT/4", "possible"),
        (
            "Seoul/NNP/nsubj/1 dismissed/VBD/ROOT/1/dismiss claims/NNS/dobj/1/claim that/IN/mark/5 Kim/NNP/nsubj/5 met/VBD/acl/2/meet Xi/NNP/dobj/5",
            "unknown",
        ),
        (
            "It/PRP/nsubj/1 is/VBZ/ROOT/1/be unclear/JJ/acomp/1 whether/IN/mark/5 Kim/NNP/nsubj/5 met/VBD/ccomp/1/meet Xi/NNP/dobj/5",
            "unknown",
        ),
        (
            "Seoul/NNP/nsubj/3 could/MD/aux/3 not/RB/neg/3 confirm/VB/ROOT/3 that/IN/mark/6 Kim/NNP/nsubj/6 met/VBD/ccomp/3/meet Xi/NNP/dobj/6",
            "unknown",
        ),
        ("Seoul/NNP/nsubj/1 condemned/VBD/ROOT/1/condemn the/DT/det/3 attack/NN/dobj/1", "certain"),
    ],
)
def test_words_beside_and_above_weaken(text: str, wanted: str) -> None:
    trigger = next(w.split("/")[0] for w in text.split() if w.split("/")[0] in ("met", "attack"))
    assert grade(text, trigger) == wanted
