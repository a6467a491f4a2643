"""Relations: what stands between two, in whose word, and whether it still does."""

import pytest

from detente import lexicon
from detente.lexicon import Lexicon
from detente.reading import Attribution, Bond
from detente.stages import relations
from tests.made import parse, text
from tests.stages.reading import article, cast, said


@pytest.fixture(scope="module")
def words() -> Lexicon:
    return lexicon.load(lexicon.Shelf())


def bonds(words: Lexicon, sentence: str, *attributions: Attribution, **names: str) -> tuple[Bond, ...]:
    parsed = parse(sentence)
    found, _ = relations.find(
        article=article(text(sentence)), parse=parsed, mentions=(), cast=cast(parsed, **names), attributions=attributions, lexicon=words
    )
    return found


FRAYED = (
    "Ties/NNS/nsubjpass/6/tie between/IN/prep/0 Iran/NNP/pobj/1 and/CC/cc/2 Qatar/NNP/conj/2"
    " had/VBD/aux/6 frayed/VBN/ROOT/6/fray ././punct/6"
)
ALLY = "Qatar/NNP/nsubj/1 is/VBZ/ROOT/1/be an/DT/det/3 ally/NN/attr/1 of/IN/prep/3 Iran/NNP/pobj/4 ././punct/1"
NO_ALLY = "Qatar/NNP/nsubj/1 is/VBZ/ROOT/1/be not/RB/neg/1 an/DT/det/4 ally/NN/attr/1 of/IN/prep/4 Iran/NNP/pobj/5 ././punct/1"
RIVALRY = (
    "Kim/NNP/nsubj/1 sees/VBZ/ROOT/1/see growing/VBG/amod/4 Iranian/JJ/amod/4 rivalry/NN/dobj/1 with/IN/prep/4 Qatar/NNP/pobj/5 ././punct/1"
)
BOTH = {"Iran": "state:irn", "Qatar": "state:qat"}


def test_ties_with_a_word_on_how_they_are(words: Lexicon) -> None:
    (bond,) = bonds(words, FRAYED, **BOTH)
    assert (bond.type, bond.value, bond.a, bond.b, bond.past) == ("ties", "strained", "state:irn", "state:qat", True)


def test_ally_of(words: Lexicon) -> None:
    (bond,) = bonds(words, ALLY, **BOTH)
    assert (bond.type, bond.a, bond.b) == ("allied_with", "state:qat", "state:irn")


def test_what_is_denied_does_not_stand(words: Lexicon) -> None:
    assert bonds(words, NO_ALLY, **BOTH) == ()


def test_adjective_and_complement_are_the_sides(words: Lexicon) -> None:
    (bond,) = bonds(words, RIVALRY, Iranian="state:irn", Qatar="state:qat", Kim="person:kim")
    assert (bond.type, bond.a, bond.b) == ("rivals_with", "state:irn", "state:qat")


def test_it_keeps_its_speaker(words: Lexicon) -> None:
    told = said("person:kim", (2, 7), 1)
    (bond,) = bonds(words, RIVALRY, told, Iranian="state:irn", Qatar="state:qat", Kim="person:kim")
    assert bond.attribution == 0


def test_depends_on_for(words: Lexicon) -> None:
    sentence = "Iran/NNP/nsubj/1 depends/VBZ/ROOT/1/depend on/IN/prep/1 Qatar/NNP/pobj/2 for/IN/prep/1 gas/NN/pobj/4 ././punct/1"
    (bond,) = bonds(words, sentence, **BOTH)
    assert (bond.type, bond.a, bond.b, bond.about) == ("depends_on", "state:irn", "state:qat", "gas")


def test_neutral_ties_tell_nothing(words: Lexicon) -> None:
    sentence = "Iran/NNP/nsubj/1 discussed/VBD/ROOT/1/discuss ties/NNS/dobj/1/tie with/IN/prep/2 Qatar/NNP/pobj/3 ././punct/1"
    assert bonds(words, sentence, **BOTH) == ()


def test_could_is_possible(words: Lexicon) -> None:
    sentence = (
        "Talks/NNS/nsubj/2/talk could/MD/aux/2 increase/VB/ROOT/2 Iran/NNP/poss/5 's/POS/case/3 leverage/NN/dobj/2"
        " over/IN/prep/5 Qatar/NNP/pobj/6 ././punct/2"
    )
    (bond,) = bonds(words, sentence, **BOTH)
    assert (bond.type, bond.a, bond.b, bond.factuality) == ("leverage_over", "state:irn", "state:qat", "possible")


def test_all_goods_of_a_list(words: Lexicon) -> None:
    sentence = (
        "Iran/NNP/nsubj/1 supplies/VBZ/ROOT/1/supply Qatar/NNP/dobj/1 with/IN/prep/1 hard/JJ/amod/5 currency/NN/pobj/3"
        " ,/,/punct/5 oil/NN/conj/5 and/CC/cc/7 economic/JJ/amod/10 aid/NN/conj/7 ././punct/1"
    )
    (bond,) = bonds(words, sentence, **BOTH)
    assert (bond.type, bond.about) == ("supplies", "hard currency , oil and economic aid")


def test_a_main_trading_partner_is_depended_on_and_no_ally(words: Lexicon) -> None:
    main = (
        "Iran/NNP/poss/4 's/POS/case/0 main/JJ/amod/4 trading/NN/compound/4 partner/NN/nsubj/7 ,/,/punct/4 Qatar/NNP/appos/4"
        " left/VBD/ROOT/7/leave ././punct/7"
    )
    (bond,) = bonds(words, main, **BOTH)
    assert (bond.type, bond.a, bond.b) == ("depends_on", "state:irn", "state:qat")


def test_warming_ties_improve(words: Lexicon) -> None:
    sentence = "Ties/NNS/nsubj/6/tie between/IN/prep/0 Iran/NNP/pobj/1 and/CC/cc/2 Qatar/NNP/conj/2 are/VBP/aux/6/be warming/VBG/ROOT/6/warm ././punct/6"
    (bond,) = bonds(words, sentence, **BOTH)
    assert bond.value == "improving"


def test_once_allies_are_allies_no_longer(words: Lexicon) -> None:
    sentence = (
        "Iran/NNP/nsubj/7 and/CC/cc/0 Qatar/NNP/conj/0 ,/,/punct/0 once/RB/advmod/5 allies/NNS/appos/0/ally ,/,/punct/0"
        " met/VBD/ROOT/7/meet ././punct/7"
    )
    (bond,) = bonds(words, sentence, **BOTH)
    assert (bond.type, bond.past) == ("allied_with", True)


def test_land_that_two_claim(words: Lexicon) -> None:
    sentence = "Iran/NNP/nsubj/3 and/CC/cc/0 Qatar/NNP/conj/0 claim/VBP/ROOT/3 Musa/NNP/dobj/3 ././punct/3"
    (bond,) = bonds(words, sentence, **BOTH)
    assert (bond.type, bond.about) == ("disputes_with", "Musa")


def test_rounds_of_sanctions(words: Lexicon) -> None:
    sentence = (
        "Iran/NNP/nsubj/1 imposed/VBD/ROOT/1/impose six/CD/nummod/3 rounds/NNS/dobj/1/round of/IN/prep/3 sanctions/NNS/pobj/4/sanction"
        " on/IN/prep/1 Qatar/NNP/pobj/6 ././punct/1"
    )
    (bond,) = bonds(words, sentence, **BOTH)
    assert (bond.type, bond.a, bond.b) == ("sanctions", "state:irn", "state:qat")


def test_who_led_a_body_leads_it_no_longer(words: Lexicon) -> None:
    sentence = "Annan/NNP/nsubj/1 led/VBD/ROOT/1/lead the/DT/det/3 UN/NNP/dobj/1 ././punct/1"
    (bond,) = bonds(words, sentence, Annan="person:annan", UN="igo:un")
    assert (bond.type, bond.a, bond.b, bond.past) == ("leads", "person:annan", "igo:un", True)
