"""Attributions without a verb of saying, relays with a document, and whom an occasion addresses."""

from detente.reading import Attribution
from tests.stages.test_speech import attribute, words

FOR = (
    "For/IN/prep/5 Tehran/NNP/pobj/0 ,/,/punct/5 the/DT/det/4 missiles/NNS/nsubj/5/missile are/VBP/ROOT/5/be not/RB/neg/5 "
    "negotiable/JJ/acomp/5 ././punct/5"
)
FOR_YEARS = "For/IN/prep/5 Tehran/NNP/pobj/0 ,/,/punct/5 the/DT/det/4 year/NN/nsubj/5 began/VBD/ROOT/5/begin with/IN/prep/5 rain/NN/pobj/6 ././punct/5"
MESSAGE = (
    "The/DT/det/1 talks/NNS/nsubj/2/talk are/VBP/ROOT/2/be over/RB/advmod/2 ././punct/2 | That/DT/nsubj/6 was/VBD/ROOT/6/be "
    "the/DT/det/8 message/NN/attr/6 from/IN/prep/8 Moscow/NNP/pobj/9 ././punct/6"
)
BY_THE_ARMY = (
    "An/DT/det/1 assertion/NN/nsubj/10 by/IN/prep/1 the/DT/det/4 army/NN/pobj/2 that/IN/mark/7 it/PRP/nsubj/7 held/VBD/acl/1/hold "
    "the/DT/det/9 bridge/NN/dobj/7 failed/VBD/ROOT/10/fail ././punct/10"
)
CITING = (
    "Kim/NNP/nsubj/1 told/VBD/ROOT/1/tell Xi/NNP/dobj/1 ,/,/punct/1 citing/VBG/advcl/9/cite a/DT/det/6 report/NN/dobj/4 ,/,/punct/9 "
    "that/IN/mark/9 rain/VB/ccomp/1 had/VBD/aux/9/have stopped/VBN/ccomp/9/stop ././punct/1"
)
BRIEFED = (
    "The/DT/det/1 base/NN/nsubj/3 will/MD/aux/3 close/VB/ROOT/3 ,/,/punct/3 according/VBG/prep/3/accord to/IN/prep/5 a/DT/det/8 "
    "diplomat/NN/pobj/6 briefed/VBN/acl/8/brief by/IN/agent/9 Qatar/NNP/pobj/10 ././punct/3"
)
LETTER = (
    "In/IN/prep/7 a/DT/det/2 letter/NN/pobj/0 to/IN/prep/2 Guterres/NNP/pobj/3 ,/,/punct/7 Addis/NNP/nsubj/7 wrote/VBD/ROOT/7/write "
    "that/IN/mark/11 convoys/NNS/nsubj/11/convoy may/MD/aux/11 pass/VB/ccomp/7 ././punct/7"
)


def one(text: str, *names: str) -> tuple[str, Attribution]:
    parse, found, _ = attribute(text, names=names)
    (a,) = [f for f in found if f.manner != "act"]
    return words(parse, a.content), a


def test_what_is_so_for_somebody_is_a_view() -> None:
    content, a = one(FOR, "Tehran")
    assert (content, a.speaker, a.act) == ("the missiles are not negotiable", "Tehran", "believe")


def test_what_happened_to_somebody_is_none() -> None:
    assert attribute(FOR_YEARS, names=("Tehran",))[1] == ()


def test_that_was_the_message_gives_the_sentence_before() -> None:
    content, a = one(MESSAGE, "Moscow")
    assert (content, a.speaker, a.rule) == ("The talks are over", "Moscow", "speech.noun.told")


def test_a_claim_by_somebody_ends_before_the_main_verb() -> None:
    content, a = one(BY_THE_ARMY, "army")
    assert (content, a.speaker) == ("it held the bridge", "army")


def test_a_document_stands_inwards_of_who_cites_it() -> None:
    _, a = one(CITING, "Kim", "Xi")
    assert (a.speaker, a.addressees, [(s.holder, s.how) for s in a.chain]) == ("Kim", ("Xi",), [("Kim", "said"), (None, "document")])


def test_who_briefed_a_source_stands_inwards_of_it() -> None:
    _, a = one(BRIEFED, "diplomat", "Qatar")
    assert [(s.holder, s.how) for s in a.chain] == [("diplomat", "said"), ("Qatar", "hearsay")]


def test_a_letter_is_addressed() -> None:
    _, a = one(LETTER, "Guterres", "Addis")
    assert (a.speaker, a.addressees) == ("Addis", ("Guterres",))
