"""Happened, planned, possible or denied: by the words above and beside a trigger."""

import pytest

from detente.lexicon import governors
from detente.lexicon.governors import Governors
from detente.lexicon.shelf import Shelf
from detente.nlp.spacy import SpacyParser
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
    ("It/PRP/nsubj/1 was/VBD/ROOT/1/be wrong/JJ/acomp/1 to/TO/aux/4 expel/VB/xcomp/2/expel them/PRP/dobj/4", 4, "actual", ""),
    ("To/TO/aux/1 meet/VB/ccomp/3/meet Kim/NNP/nsubj/3 wrote/VBD/ROOT/3/write", 1, "possible", "to"),
    ("without/IN/ROOT/0 meeting/VBG/pcomp/0/meet Xi/NNP/dobj/1", 1, "denied", "without"),
    ("The/DT/det/1 talks/NNS/nsubj/2/talk are/VBP/ROOT/2/be due/JJ/acomp/2 to/TO/aux/5 begin/VB/xcomp/3/begin", 1, "planned", "due"),
    ("Talks/NNS/nsubj/1/talk are/VBP/ROOT/1/be to/TO/aux/3 begin/VB/xcomp/1/begin", 0, "planned", "is to"),
    ("A/DT/det/1 round/NN/nsubj/5/round of/IN/prep/1 talks/NNS/pobj/2/talk will/MD/aux/5 begin/VB/ROOT/5/begin", 3, "planned", "will"),
    ("US/NNP/dep/2 to/TO/aux/2 impose/VB/ROOT/2 sanctions/NNS/dobj/2", 2, "planned", "to"),
    ("Prince/NN/ROOT/0 to/TO/aux/2 meet/VB/relcl/0 Xi/NNP/dobj/2", 2, "planned", "to"),
    ("Kim/NNP/nsubj/1 visits/VBZ/ROOT/1/visit Xi/NNP/dobj/1 on/IN/prep/1 Monday/NNP/pobj/3", 1, "planned", "monday"),
    ("Kim/NNP/nsubj/1 visits/VBZ/ROOT/1/visit Xi/NNP/dobj/1 next/JJ/amod/4 week/NN/npadvmod/1", 1, "planned", "week"),
    ("Kim/NNP/nsubj/1 visits/VBZ/ROOT/1/visit Xi/NNP/dobj/1 every/DT/det/4 Monday/NNP/npadvmod/1", 1, "actual", ""),
    ("Had/VBD/aux/2/have Kim/NNP/nsubj/2 met/VBN/advcl/5/meet Xi/NNP/dobj/2 war/NN/nsubj/5 ended/VBN/ROOT/5/end", 2, "possible", "if"),
    ("Should/MD/aux/2 Kim/NNP/nsubj/2 meet/VB/advcl/4/meet talks/NNS/nsubj/4 resume/VBP/ROOT/4/resume", 2, "possible", "should"),
    ("Did/VBD/aux/2/do Kim/NNP/nsubj/2 meet/VB/ROOT/2/meet Xi/NNP/dobj/2 ?/./punct/2", 2, "possible", "?"),
    ("Why/WRB/advmod/3 did/VBD/aux/3/do Kim/NNP/nsubj/3 meet/VB/ROOT/3/meet Xi/NNP/dobj/3 ?/./punct/3", 3, "actual", ""),
    ("Kim/NNP/nsubj/3 no/RB/neg/2 longer/RB/advmod/3 meets/VBZ/ROOT/3/meet Xi/NNP/dobj/3", 3, "denied", "no longer"),
    ("At/IN/prep/5 no/DT/det/2 time/NN/pobj/0/time did/VBD/aux/5/do Kim/NNP/nsubj/5 meet/VB/ROOT/5/meet Xi/NNP/dobj/5", 5, "denied", "no"),
    ("Not/RB/neg/2 one/CD/nummod/2 man/NN/nsubjpass/4 was/VBD/auxpass/4/be sent/VBN/ROOT/4/send", 4, "denied", "man"),
    ("Not/RB/neg/2 only/RB/advmod/0 men/NNS/nsubjpass/4/man were/VBD/auxpass/4/be sent/VBN/ROOT/4/send", 4, "actual", ""),
    ("Kim/NNP/nsubj/2 almost/RB/advmod/2 met/VBD/ROOT/2/meet Xi/NNP/dobj/2", 2, "denied", "almost"),
    (
        "Kim/NNP/nsubj/1 stopped/VBD/ROOT/1/stop short/RB/advmod/1 of/IN/prep/2 meeting/VBG/pcomp/3/meet Xi/NNP/dobj/4",
        4,
        "denied",
        "short of",
    ),
    (
        "He/PRP/nsubj/1 denied/VBD/ROOT/1/deny reports/NNS/dobj/1/report that/IN/mark/5 Kim/NNP/nsubj/5 met/VBD/acl/2/meet",
        5,
        "denied",
        "deny",
    ),
    (
        "Reports/NNS/nsubj/4/report that/IN/mark/3 Kim/NNP/nsubj/3 met/VBD/acl/0/meet were/VBD/ROOT/4/be false/JJ/acomp/4",
        3,
        "denied",
        "false",
    ),
    (
        "A/DT/det/1 plan/NN/nsubjpass/6/plan to/TO/aux/3 send/VB/acl/1/send troops/NNS/dobj/3 was/VBD/auxpass/6/be dropped/VBN/ROOT/6/drop",
        3,
        "denied",
        "drop",
    ),
    (
        "He/PRP/nsubj/1 opposed/VBD/ROOT/1/oppose the/DT/det/3 decision/NN/dobj/1/decision to/TO/aux/5 leave/VB/acl/3/leave",
        5,
        "planned",
        "decision",
    ),
    (
        "It/PRP/nsubj/1 is/VBZ/ROOT/1/be time/NN/attr/1/time for/IN/mark/6 Kim/NNP/nsubj/6 to/TO/aux/6 leave/VB/relcl/2/leave",
        6,
        "possible",
        "time",
    ),
    ("A/DT/det/1 visit/NN/nsubj/3/visit would/MD/aux/3 help/VB/ROOT/3/help him/PRP/dobj/3", 1, "possible", "would"),
    ("The/DT/det/1 visit/NN/nsubj/3/visit would/MD/aux/3 help/VB/ROOT/3/help him/PRP/dobj/3", 1, "actual", ""),
    (
        "He/PRP/nsubj/1 refused/VBD/ROOT/1/refuse to/TO/aux/3 say/VB/xcomp/1/say "
        "whether/IN/mark/6 Kim/NNP/nsubj/6 met/VBD/ccomp/3/meet Xi/NNP/dobj/6",
        6,
        "possible",
        "if",
    ),
    ("They/PRP/nsubj/1 plan/VBP/ROOT/1/plan talks/NNS/dobj/1/talk", 1, "planned", "plan"),
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


READ: list[tuple[str, str, Factuality]] = [
    ("Were Iran to block the strait, the United States would send warships.", "block", "possible"),
    ("At no time did Canada hold talks with the rebels.", "talks", "denied"),
    ("Far from cutting ties with Tehran, Baku has kept its ambassador there.", "cutting", "denied"),
    ("Talks between Sudan and Chad are due to take place in Cairo.", "Talks", "planned"),
    ("The Chinese president visits Paris next Monday.", "visits", "planned"),
    ("It is false that Chad expelled the French ambassador.", "expelled", "denied"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "word", "factuality"), READ)
def test_status_with_the_model(words: Governors, text: str, word: str, factuality: Factuality) -> None:
    parse = SpacyParser().parse(text)
    assert status(parse, words, parse.words.index(word), None)[0] == factuality
