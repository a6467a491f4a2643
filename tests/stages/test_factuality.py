"""Happened, planned, possible or denied: by the words above and beside a trigger."""

import pytest

from detente.lexicon import governors
from detente.lexicon.governors import Governors
from detente.lexicon.shelf import Shelf
from detente.records import Factuality
from detente.stages.events.factuality import status
from tests import made

SAID = "Kim/NNP/nsubj/1 said/VBD/ROOT/1/say he/PRP/nsubj/4 would/MD/aux/4 visit/VB/ccomp/1/visit Seoul/NNP/dobj/4"
CASES: list[tuple[str, int, Factuality, str]] = [
    ("Kim/NNP/nsubj/1 met/VBD/ROOT/1/meet Xi/NNP/dobj/1", 1, "actual", ""),
    ("Kim/NNP/nsubj/2 will/MD/aux/2 meet/VB/ROOT/2/meet Xi/NNP/dobj/2", 2, "planned", "will"),
    ("Kim/NNP/nsubj/2 may/MD/aux/2 meet/VB/ROOT/2/meet Xi/NNP/dobj/2", 2, "possible", "may"),
    ("Kim/NNP/nsubj/3 did/VBD/aux/3/do not/RB/neg/3 meet/VB/ROOT/3/meet Xi/NNP/dobj/3", 3, "denied", "not"),
    ("Kim/NNP/nsubj/2 never/RB/neg/2 met/VBD/ROOT/2/meet Xi/NNP/dobj/2", 2, "denied", "never"),
    ("Kim/NNP/nsubj/1 agreed/VBD/ROOT/1/agree to/TO/aux/3 meet/VB/xcomp/1/meet Xi/NNP/dobj/3", 3, "planned", "agree"),
    ("Kim/NNP/nsubj/1 refused/VBD/ROOT/1/refuse to/TO/aux/3 meet/VB/xcomp/1/meet Xi/NNP/dobj/3", 3, "denied", "refuse"),
    ("Kim/NNP/nsubj/1 hopes/VBZ/ROOT/1/hope to/TO/aux/3 meet/VB/xcomp/1/meet Xi/NNP/dobj/3", 3, "possible", "hope"),
    ("Kim/NNP/nsubj/2 to/TO/aux/2 meet/VB/ROOT/2/meet Xi/NNP/dobj/2", 2, "planned", "to"),
    ("Kim/NNP/nsubj/1 has/VBZ/ROOT/1/have yet/RB/advmod/1 to/TO/aux/4 meet/VB/xcomp/1/meet Xi/NNP/dobj/4", 4, "denied", "yet to"),
    ("If/IN/mark/2 Kim/NNP/nsubj/2 meets/VBZ/advcl/4/meet talks/NNS/nsubj/4 resume/VBP/ROOT/4/resume", 2, "possible", "if"),
    (SAID, 4, "planned", "would"),
    ("a/DT/det/2 planned/VBN/amod/2/plan meeting/NN/ROOT/2/meeting with/IN/prep/2 Xi/NNP/pobj/3", 2, "planned", "planned"),
    ("They/PRP/nsubj/1 cancelled/VBD/ROOT/1/cancel the/DT/det/3 meeting/NN/dobj/1/meeting", 3, "denied", "cancel"),
    ("They/PRP/nsubj/2 may/MD/aux/2 hold/VB/ROOT/2/hold talks/NNS/dobj/2/talk", 3, "possible", "may"),
    ("The/DT/det/1 visit/NN/nsubjpass/4/visit should/MD/aux/4 be/VB/auxpass/4/be seen/VBN/ROOT/4/see", 1, "actual", ""),
    ("without/IN/ROOT/0 meeting/VBG/pcomp/0/meet Xi/NNP/dobj/1", 1, "denied", "without"),
]


@pytest.fixture(scope="module")
def words() -> Governors:
    return governors.load(Shelf())


@pytest.mark.parametrize(("sentence", "trigger", "factuality", "why"), CASES)
def test_status(words: Governors, sentence: str, trigger: int, factuality: Factuality, why: str) -> None:
    assert status(made.parse(sentence), words, trigger, None) == (factuality, why)


def test_would_is_the_future_of_reported_speech_only(words: Governors) -> None:
    loose = made.parse("Kim/NNP/nsubj/2 would/MD/aux/2 meet/VB/ROOT/2/meet Xi/NNP/dobj/2")
    assert status(loose, words, 2, None)[0] == "possible"
    assert status(loose, words, 2, None, reported=True)[0] == "planned"


def test_one_refusal_under_another_is_no_denial(words: Governors) -> None:
    parse = made.parse("They/PRP/nsubj/1 failed/VBD/ROOT/1/fail to/TO/aux/3 prevent/VB/xcomp/1/prevent an/DT/det/5 attack/NN/dobj/3/attack")
    assert status(parse, words, 5, None)[0] == "actual"
