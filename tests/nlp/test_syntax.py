"""Who stands where around a verb: voice, control, conjunction, relative clauses."""

import pytest

from detente.nlp import syntax
from tests import made

ACTIVE = "Kim/NNP/nsubj/1 met/VBD/ROOT/1/meet Xi/NNP/dobj/1"
PASSIVE = "Rebels/NNS/nsubjpass/2 were/VBD/auxpass/2/be attacked/VBN/ROOT/2/attack by/IN/agent/2 jets/NNS/pobj/3"
CONTROL = "Moon/NNP/nsubj/1 asked/VBD/ROOT/1/ask officials/NNS/dobj/1 to/TO/aux/4 find/VB/xcomp/1/find ways/NNS/dobj/4"
RELATIVE = "envoys/NNS/ROOT/0 who/WP/nsubj/2 visited/VBD/relcl/0/visit Rome/NNP/dobj/2"
CONJOINED = "Kim/NNP/nsubj/1 flew/VBD/ROOT/1/fly and/CC/cc/1 met/VBD/conj/1/meet Xi/NNP/dobj/3"
REDUCED = "embargo/NN/ROOT/0 imposed/VBN/acl/0/impose on/IN/prep/1 Eritrea/NNP/pobj/2"
ACCUSED = "Kyiv/NNP/nsubj/1 accused/VBD/ROOT/1/accuse Moscow/NNP/dobj/1 of/IN/prep/1 shelling/VBG/pcomp/3/shell towns/NNS/dobj/4"
NOUN_CLAUSE = "report/NN/ROOT/0 that/IN/mark/3 they/PRP/nsubj/3 agreed/VBD/relcl/0/agree to/TO/aux/5 lease/VB/xcomp/3/lease it/PRP/dobj/5"

INVERTED = "Accompanying/VBG/amod/1/accompany Kim/NNP/nsubj/2 was/VBD/ROOT/2/be his/PRP$/poss/4 sister/NN/attr/2"


def words(sentence: str, tokens: list[int]) -> list[str]:
    parse = made.parse(sentence)
    return [parse.words[t] for t in tokens]


@pytest.mark.parametrize(
    ("sentence", "verb", "subjects", "objects"),
    [
        (ACTIVE, 1, ["Kim"], ["Xi"]),
        (PASSIVE, 2, ["jets"], ["Rebels"]),
        (CONTROL, 4, ["officials"], ["ways"]),
        (RELATIVE, 2, ["envoys"], ["Rome"]),
        (CONJOINED, 3, ["Kim"], ["Xi"]),
        (REDUCED, 1, [], ["embargo"]),
        (ACCUSED, 4, ["Moscow"], ["towns"]),
        (NOUN_CLAUSE, 3, ["they"], []),
        (INVERTED, 0, ["sister"], ["Kim"]),
        ("Pinochet/NNP/nsubj/1 arrested/VBD/ROOT/1/arrest in/IN/prep/1 Chile/NNP/pobj/2", 1, [], ["Pinochet"]),
        ("Police/NNS/nsubj/1 arrested/VBD/ROOT/1/arrest Pinochet/NNP/dobj/1", 1, ["Police"], ["Pinochet"]),
        ("Pinochet/NNP/nsubj/1 arrested/VBD/ROOT/1/arrest ././punct/1", 1, ["Pinochet"], []),
    ],
)
def test_subjects_and_objects(sentence: str, verb: int, subjects: list[str], objects: list[str]) -> None:
    parse = made.parse(sentence)
    assert words(sentence, syntax.subjects(parse, verb)) == subjects
    assert words(sentence, syntax.objects(parse, verb)) == objects


def test_a_preposition_on_the_object_counts_for_the_verb() -> None:
    parse = made.parse("They/PRP/nsubj/1 held/VBD/ROOT/1/hold talks/NNS/dobj/1/talk with/IN/prep/2 Iran/NNP/pobj/3")
    assert syntax.governed(parse, 1, "with") == [4]


def test_coordination_is_followed_and_apposition_is_not() -> None:
    parse = made.parse("Kim/NNP/ROOT/0 ,/,/punct/0 leader/NN/appos/0 ,/,/punct/0 and/CC/cc/0 Xi/NNP/conj/0 and/CC/cc/5 Moon/NNP/conj/5")
    assert [parse.words[t] for t in syntax.coordinated(parse, 0)] == ["Kim", "Xi", "Moon"]


def test_a_headline_s_comma_stands_for_and_before_a_plural_verb() -> None:
    parse = made.parse("Japan/NNP/npadvmod/3 ,/,/punct/3 Philippines/NNP/nsubj/3 sign/VBP/ROOT/3 pact/NN/dobj/3")
    assert {parse.words[t] for t in syntax.coordinated(parse, 2)} == {"Japan", "Philippines"}
    alone = made.parse("Paris/NNP/npadvmod/3 ,/,/punct/3 Britain/NNP/nsubj/3 signs/VBZ/ROOT/3 pact/NN/dobj/3")
    assert [alone.words[t] for t in syntax.coordinated(alone, 2)] == ["Britain"]


def test_the_subject_of_what_somebody_is_due_to_do() -> None:
    parse = made.parse("Akashi/NNP/nsubj/1 is/VBZ/ROOT/1/be due/JJ/acomp/1 to/TO/aux/4 meet/VB/xcomp/2 Kim/NNP/dobj/4")
    assert syntax.subjects(parse, 4) == [0]


def test_the_light_verb_of_a_noun() -> None:
    parse = made.parse("Talks/NNS/nsubjpass/2 were/VBD/auxpass/2 held/VBN/ROOT/2/hold in/IN/prep/2 May/NNP/pobj/3")
    assert syntax.light_verb(parse, 0) == 2
    assert syntax.light_verb(parse, 4) == 2
    assert syntax.light_verb(parse, 2) is None


def test_with_reaches_over_a_place() -> None:
    parse = made.parse(
        "He/PRP/nsubj/1 took/VBD/ROOT/1/take a/DT/det/3 walk/NN/dobj/1 on/IN/prep/1 a/DT/det/6 beach/NN/pobj/4 with/IN/prep/6 Xi/NNP/pobj/7"
    )
    assert syntax.governed(parse, 1, "with") == [8]
