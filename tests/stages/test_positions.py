"""Positions: who stands where on what, in whose word."""

import pytest

from detente import lexicon
from detente.lexicon import Lexicon
from detente.reading import Attribution, Stand
from detente.stages import positions
from tests.made import parse
from tests.stages.reading import cast, said

BOTH = {"Iran": "state:irn", "Qatar": "state:qat"}
OPPOSES = "Iran/NNP/nsubj/1 opposes/VBZ/ROOT/1/oppose the/DT/det/3 embargo/NN/dobj/1 ././punct/1"


@pytest.fixture(scope="module")
def words() -> Lexicon:
    return lexicon.load(lexicon.Shelf())


def stands(words: Lexicon, sentence: str, attributions: tuple[Attribution, ...] = ()) -> tuple[Stand, ...]:
    parsed = parse(sentence)
    found, _ = positions.find(parse=parsed, cast=cast(parsed, **BOTH), attributions=attributions, deeds=(), lexicon=words)
    return found


def test_against_a_noun(words: Lexicon) -> None:
    (stand,) = stands(words, OPPOSES)
    assert (stand.actor, stand.stance, stand.issue, stand.own) == ("state:irn", "against", (3, 4), True)


def test_negation_turns_it(words: Lexicon) -> None:
    (stand,) = stands(words, "Iran/NNP/nsubj/3 does/VBZ/aux/3/do not/RB/neg/3 want/VB/ROOT/3 talks/NNS/dobj/3/talk ././punct/3")
    assert stand.stance == "against"


def test_in_anothers_mouth(words: Lexicon) -> None:
    sentence = (
        "Qatar/NNP/nsubj/1 said/VBD/ROOT/1/say Iran/NNP/nsubj/3 opposes/VBZ/ccomp/1/oppose the/DT/det/5 embargo/NN/dobj/3 ././punct/1"
    )
    (stand,) = stands(words, sentence, (said("state:qat", (2, 6), 1),))
    assert (stand.actor, stand.own, stand.attribution) == ("state:irn", False, 0)


def test_must_is_a_demand(words: Lexicon) -> None:
    sentence = "Qatar/NNP/nsubj/1 said/VBD/ROOT/1/say troops/NNS/nsubj/4/troop must/MD/aux/4 leave/VB/ccomp/1 ././punct/1"
    (stand,) = stands(words, sentence, (said("state:qat", (2, 5), 1),))
    assert (stand.actor, stand.stance) == ("state:qat", "for")


def test_a_plain_fact_is_no_position(words: Lexicon) -> None:
    assert stands(words, "Iran/NNP/nsubj/1 borders/VBZ/ROOT/1/border Qatar/NNP/dobj/1 ././punct/1") == ()


def test_the_same_issue_meets(words: Lexicon) -> None:
    key = words.issues.key
    assert key("the dismantling of Yongbyon") == key("to dismantle Yongbyon")
    assert key("complete denuclearization") == key("complete denuclearisation")
    assert "stepwise" in key("“phased and synchronized” measures").split()
    assert "stepwise" in key("following a step-by-step process").split()
