"""Agreements: name, parties, status; one record however often it is spoken of."""

import pytest

from detente import lexicon
from detente.lexicon import Lexicon
from detente.reading import Pact
from detente.stages import agreements
from tests.made import parse, text
from tests.stages.reading import article, cast

BOTH = {"Iran": "state:irn", "Qatar": "state:qat"}
SIGNED = "Iran/NNP/nsubj/3 and/CC/cc/0 Qatar/NNP/conj/0 signed/VBD/ROOT/3/sign a/DT/det/6 border/NN/compound/6 treaty/NN/dobj/3 ././punct/3"


@pytest.fixture(scope="module")
def words() -> Lexicon:
    return lexicon.load(lexicon.Shelf())


def pacts(words: Lexicon, *sentences: str) -> tuple[Pact, ...]:
    parsed = parse(*sentences)
    found, _ = agreements.find(
        article=article(text(*sentences)),
        parse=parsed,
        cast=cast(parsed, **BOTH),
        times=(),
        attributions=(),
        deeds=(),
        retellings=(),
        lexicon=words,
    )
    return found


def test_signed_by_both(words: Lexicon) -> None:
    (pact,) = pacts(words, SIGNED)
    assert (pact.name, pact.parties, pact.status) == ("border treaty", ("state:irn", "state:qat"), "signed")


def test_spoken_of_again(words: Lexicon) -> None:
    again = "The/DT/det/1 treaty/NN/nsubj/2 bans/VBZ/ROOT/2/ban tariffs/NNS/dobj/2/tariff ././punct/2"
    (pact,) = pacts(words, SIGNED, again)
    assert len(pact.clauses) == 1


def test_not_yet_signed_is_proposed(words: Lexicon) -> None:
    sentence = (
        "Iran/NNP/nsubj/1 wants/VBZ/ROOT/1/want to/TO/aux/3 sign/VB/xcomp/1"
        " a/DT/det/5 treaty/NN/dobj/3 with/IN/prep/5 Qatar/NNP/pobj/6 ././punct/1"
    )
    (pact,) = pacts(words, sentence)
    assert pact.status == "proposed"


def test_broken(words: Lexicon) -> None:
    sentence = "Iran/NNP/nsubj/1 violated/VBD/ROOT/1/violate the/DT/det/3 ceasefire/NN/dobj/1 with/IN/prep/3 Qatar/NNP/pobj/4 ././punct/1"
    (pact,) = pacts(words, sentence)
    assert (pact.status, set(pact.parties)) == ("broken", {"state:irn", "state:qat"})


def test_none_reached(words: Lexicon) -> None:
    assert pacts(words, "Iran/NNP/nsubj/1 left/VBD/ROOT/1/leave without/IN/prep/1 a/DT/det/4 deal/NN/pobj/2 ././punct/1") == ()
