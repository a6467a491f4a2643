"""Which mentions stand for one actor, for several, or for none that is sure."""

from __future__ import annotations

from tests.stages.who import see

KIM_AND_KIM = (
    "Kim/NNP/compound/3 Jong/NNP/compound/3 -/HYPH/punct/3 un/NNP/nsubj/4 left/VBD/ROOT/4/leave ././punct/4",
    (
        "It/PRP/nsubj/1 worked/VBD/ccomp/3/work ,/,/punct/3 said/VBD/ROOT/3/say Kim/NNP/compound/5 "
        "Gunwoo/NNP/nsubj/3 ,/,/punct/5 a/DT/det/8 professor/NN/appos/5 ././punct/3"
    ),
    "Kim/NNP/nsubj/1 flew/VBD/ROOT/1/fly home/RB/advmod/1 ././punct/1",
)
LEADERS = (
    "The/DT/det/1 leaders/NNS/nsubj/6/leader of/IN/prep/1 Ethiopia/NNP/pobj/2 and/CC/cc/3 "
    "Eritrea/NNP/conj/3 signed/VBD/ROOT/6/sign a/DT/det/9 peace/NN/compound/9 accord/NN/dobj/6 "
    "././punct/6 | The/DT/det/13 two/CD/nummod/13 men/NNS/nsubj/14/man shook/VBD/ROOT/14/shake "
    "hands/NNS/dobj/14/hand ././punct/14"
)
EXPERT = (
    "The/DT/det/1 talks/NNS/nsubj/2/talk failed/VBD/ccomp/6/fail ,/,/punct/6 an/DT/det/5 expert/NN/nsubj/6 said/VBD/ROOT/6/say ././punct/6",
    (
        "It/PRP/nsubj/1 ended/VBD/ccomp/3/end ,/,/punct/3 said/VBD/ROOT/3/say Kim/NNP/compound/5 "
        "Gunwoo/NNP/nsubj/3 ,/,/punct/5 a/DT/det/8 professor/NN/appos/5 ././punct/3"
    ),
)
QUOTE = (
    "\"/``/punct/7 I/PRP/nsubj/4 will/MD/aux/4 not/RB/neg/4 resign/VB/ccomp/7 ,/,/punct/7 \"/''/punct/7 "
    "said/VBD/ROOT/7/say Nicolas/NNP/compound/9 Maduro/NNP/nsubj/7 ././punct/7 | The/DT/det/12 "
    "president/NN/nsubj/13 left/VBD/ROOT/13/leave ././punct/13"
)
KOREAS = "The/DT/det/2 two/CD/nummod/2 Koreas/NNPS/nsubj/3 said/VBD/ROOT/3/say they/PRP/nsubj/6 will/MD/aux/6 talk/VB/ccomp/3 ././punct/3"


def test_a_bare_surname_is_the_main_bearer_and_two_given_names_are_two_people() -> None:
    seen = see(*KIM_AND_KIM)
    assert seen.who("Kim") == ("person:kim-jong-un",)
    assert seen.who("Kim Gunwoo") == ("#kim-gunwoo",)


def test_the_leaders_of_two_states_are_those_of_the_day() -> None:
    seen = see(LEADERS, published="2018-09-17")
    both = ("person:abiy-ahmed", "person:isaias-afwerki")
    assert seen.who("The leaders of Ethiopia and Eritrea") == both
    assert seen.who("The two men") == both


def test_an_unnamed_expert_is_the_one_quoted_next_and_said_to_be_inferred() -> None:
    seen = see(*EXPERT)
    assert seen.who("an expert") == seen.who("Kim Gunwoo") == ("#kim-gunwoo",)
    assert seen.how("an expert").startswith("inferred")


def test_i_is_the_speaker_and_the_president_is_remembered() -> None:
    seen = see(QUOTE, published="2017-04-20")
    assert seen.who("I") == ("person:nicolas-maduro",)
    assert seen.who("The president") == ("person:nicolas-maduro",)


def test_the_two_koreas_are_both_states_and_they_are_they() -> None:
    seen = see(KOREAS)
    assert set(seen.who("The two Koreas")) == {"state:prk", "state:kor"}
    assert set(seen.who("they")) == {"state:prk", "state:kor"}


def test_it_of_it_is_clear_stands_for_no_actor() -> None:
    seen = see(
        "Serbia/NNP/nsubj/1 voted/VBD/ROOT/1/vote ././punct/1 | It/PRP/nsubj/4 is/VBZ/ROOT/4/be "
        "clear/JJ/acomp/4 that/IN/mark/8 Serbia/NNP/nsubj/8 won/VBD/ccomp/4/win ././punct/4"
    )
    assert seen.who("It") == ()
    assert seen.how("It") == "stands for no actor"


def test_a_pronoun_with_nobody_near_stays_open_with_the_reason() -> None:
    seen = see("She/PRP/nsubj/1 left/VBD/ROOT/1/leave ././punct/1")
    assert seen.who("She") == ()
    assert seen.how("She") == "nobody near fits"


def test_the_ministry_is_the_one_named_before() -> None:
    seen = see(
        "China/NNP/poss/3 's/POS/case/0 foreign/NNP/amod/3 ministry/NNP/nsubj/4 confirmed/VBD/ROOT/4/confirm "
        "it/PRP/dobj/4 ././punct/4 | The/DT/det/8 ministry/NN/nsubj/9 gave/VBD/ROOT/9/give no/DT/det/11 "
        "date/NN/dobj/9 ././punct/9"
    )
    assert seen.who("The ministry") == ("gov:chn-mfa",)
