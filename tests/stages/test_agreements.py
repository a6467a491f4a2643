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


def test_everybody_of_a_list_of_signatories(words: Lexicon) -> None:
    sentence = (
        "The/DT/det/1 treaty/NN/nsubjpass/3 was/VBD/auxpass/3/be signed/VBN/ROOT/3/sign by/IN/agent/3 Ali/NNP/pobj/4 ,/,/punct/5"
        " president/NN/appos/5 of/IN/prep/7 Iran/NNP/pobj/8 ,/,/punct/3 and/CC/cc/3 Omar/NNP/conj/3 ,/,/punct/12 emir/NN/appos/12"
        " of/IN/prep/14 Qatar/NNP/pobj/15 ././punct/3"
    )
    parsed = parse(sentence)
    found, _ = agreements.find(
        article=article(text(sentence)), parse=parsed, cast=cast(parsed, Ali="person:ali", Omar="person:omar", **BOTH), times=(),
        attributions=(), deeds=(), retellings=(), lexicon=words,
    )  # fmt: skip
    assert [set(p.parties) for p in found] == [{"state:irn", "state:qat"}]


def test_a_treaty_that_ends_a_dispute_is_not_broken(words: Lexicon) -> None:
    sentence = (
        "Iran/NNP/nsubj/3 and/CC/cc/0 Qatar/NNP/conj/0 signed/VBD/ROOT/3/sign a/DT/det/5 treaty/NN/dobj/3"
        " that/WDT/nsubj/7 ends/VBZ/relcl/5/end a/DT/det/9 dispute/NN/dobj/7 ././punct/3"
    )
    (pact,) = pacts(words, sentence)
    assert pact.status == "signed"


def test_the_headline_and_the_text_tell_of_one(words: Lexicon) -> None:
    headline = "Iran/NNP/nsubj/3 and/CC/cc/0 Qatar/NNP/conj/0 seal/VBP/ROOT/3 pact/NN/dobj/3"
    assert len(pacts(words, headline, SIGNED)) == 1


def test_who_was_not_a_party_is_none(words: Lexicon) -> None:
    sentence = (
        "Iran/NNP/nsubj/1 was/VBD/ROOT/1/be not/RB/neg/1 a/DT/det/4 party/NN/attr/1 to/IN/prep/4 the/DT/det/8 Doha/NNP/compound/8"
        " Agreement/NNP/pobj/5/agreement ././punct/1"
    )
    assert all("state:irn" not in pact.parties for pact in pacts(words, sentence))
