"""Positions: who stands where on what, in whose word."""

import msgspec
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


def test_not_opposed_is_no_opposition(words: Lexicon) -> None:
    sentence = (
        "Iran/NNP/nsubj/1 is/VBZ/ROOT/1/be not/RB/neg/1 opposed/VBN/acomp/1/opposed to/IN/prep/3 a/DT/det/6 visit/NN/pobj/4 ././punct/1"
    )
    (stand,) = stands(words, sentence)
    assert (stand.stance, stand.issue) == ("for", (6, 7))


def test_it_is_the_matter_named_before(words: Lexicon) -> None:
    sentence = (
        "Qatar/NNP/nsubj/1 accepted/VBD/ROOT/1/accept the/DT/det/3 ruling/NN/dobj/1 ,/,/punct/1 but/CC/cc/1"
        " Iran/NNP/nsubj/7 rejected/VBD/conj/1/reject it/PRP/dobj/7 ././punct/1"
    )
    found = [s for s in stands(words, sentence) if s.actor == "state:irn"]
    assert [(s.stance, s.issue) for s in found] == [("against", (3, 4))]


def test_a_vow_to_veto_is_against_what_is_vetoed(words: Lexicon) -> None:
    sentence = (
        "Iran/NNP/nsubj/1 vows/VBZ/ROOT/1/vow to/TO/aux/3 veto/VB/xcomp/1 any/DT/det/5 bill/NN/dobj/3"
        " that/WDT/nsubj/7 blocks/VBZ/relcl/5/block the/DT/det/9 deal/NN/dobj/7 ././punct/1"
    )
    assert {(s.stance, s.issue) for s in stands(words, sentence)} == {("against", (5, 10))}


def test_what_one_is_asked_to_support_is_not_ones_wish(words: Lexicon) -> None:
    sentence = (
        "Officials/NNS/nsubj/1/official asked/VBD/ROOT/1/ask Iran/NNP/dobj/1 to/TO/aux/4 support/VB/xcomp/1"
        " the/DT/det/6 embargo/NN/dobj/4 ././punct/1"
    )
    assert stands(words, sentence) == ()


def test_to_refuse_to_tell_is_no_position(words: Lexicon) -> None:
    assert stands(words, "Iran/NNP/nsubj/1 refused/VBD/ROOT/1/refuse to/TO/aux/3 comment/VB/xcomp/1 ././punct/1") == ()


def test_to_condemn_an_attack_is_no_policy(words: Lexicon) -> None:
    assert stands(words, "Iran/NNP/nsubj/1 condemned/VBD/ROOT/1/condemn the/DT/det/3 attack/NN/dobj/1 ././punct/1") == ()


def test_to_insist_that_it_is_so_asserts(words: Lexicon) -> None:
    assert stands(words, "Iran/NNP/nsubj/1 insists/VBZ/ROOT/1/insist it/PRP/nsubj/3 is/VBZ/ccomp/1/be legal/JJ/acomp/3 ././punct/1") == ()


def test_would_accept_if_is_conditional(words: Lexicon) -> None:
    sentence = (
        "Iran/NNP/nsubj/1 said/VBD/ROOT/1/say it/PRP/nsubj/4 would/MD/aux/4 accept/VB/ccomp/1 a/DT/det/6 deal/NN/dobj/4"
        " if/IN/mark/9 troops/NNS/nsubj/9/troop left/VBD/advcl/4/leave ././punct/1"
    )
    parsed = parse(sentence)
    people = cast(parsed, Iran="state:irn", it="state:irn")
    found, _ = positions.find(parse=parsed, cast=people, attributions=(said("state:irn", (2, 10), 1),), deeds=(), lexicon=words)
    assert [(s.stance, s.issue, s.condition) for s in found] == [("conditional", (4, 7), (7, 10))]


def test_the_should_not_of_a_demand_is_in_its_stance(words: Lexicon) -> None:
    sentence = "Iran/NNP/nsubj/1 demanded/VBD/ROOT/1/demand that/IN/mark/6 troops/NNS/nsubj/6/troop should/MD/aux/6 not/RB/neg/6 stay/VB/ccomp/1 ././punct/1"
    (stand,) = stands(words, sentence)
    assert (stand.stance, stand.issue, stand.without) == ("against", (3, 7), (4, 6))


def test_what_is_denied_says_nothing_of_what_is_wanted(words: Lexicon) -> None:
    sentence = (
        "Qatar/NNP/nsubj/1 denied/VBD/ROOT/1/deny Iran/NNP/nsubj/3 opposes/VBZ/ccomp/1/oppose the/DT/det/5 embargo/NN/dobj/3 ././punct/1"
    )
    denying = msgspec.structs.replace(said("state:qat", (2, 6), 1, "deny"), commitment="denying")
    assert stands(words, sentence, (denying,)) == ()
    assert len(stands(words, sentence, (said("state:qat", (2, 6), 1),))) == 1
