"""Which words may stand for an actor."""

from __future__ import annotations

from tests.stages.who import see

MET = (
    "Kim/NNP/compound/3 Jong/NNP/compound/3 -/HYPH/punct/3 un/NNP/nsubj/4 met/VBD/ROOT/4/meet "
    "US/NNP/compound/6 President/NNP/compound/8 Donald/NNP/compound/8 Trump/NNP/dobj/4 ././punct/4 | "
    "Trump/NNP/nsubj/11 praised/VBD/ROOT/11/praise Kim/NNP/dobj/11 ././punct/11"
)
SISTER = (
    "He/PRP/nsubj/1 met/VBD/ROOT/1/meet Foreign/NNP/compound/3 Minister/NNP/compound/7 Ri/NNP/compound/7 "
    "Yong/NNP/compound/7 -/HYPH/punct/7 ho/NNP/dobj/1 and/CC/cc/7 his/PRP$/poss/11 younger/JJR/amod/11 "
    "sister/NN/conj/7 ,/,/punct/11 Kim/NNP/compound/16 Yo/NNP/compound/16 -/HYPH/punct/16 "
    "jong/NNP/appos/11 ././punct/1"
)
MINISTER = (
    "Eritrea/NNP/poss/3 's/POS/case/0 information/NN/compound/3 minister/NN/nsubj/8 ,/,/punct/3 "
    "Yemane/NNP/compound/6 Gebremeskel/NNP/appos/3 ,/,/punct/3 denied/VBD/ROOT/8/deny a/DT/det/10 "
    "report/NN/dobj/8 ././punct/8"
)
CAPITALS = (
    "Pyongyang/NNP/nsubj/1 wants/VBZ/ROOT/1/want aid/NN/dobj/1 from/IN/prep/2 Beijing/NNP/pobj/3 "
    "././punct/1 | Officials/NNS/nsubj/7/official met/VBD/ROOT/7/meet in/IN/prep/7 Beijing/NNP/pobj/8 "
    "././punct/7"
)
KOREAS = (
    "The/DT/det/2 two/CD/nummod/2 Koreas/NNPS/nsubj/3 said/VBD/ROOT/3/say they/PRP/nsubj/6 will/MD/aux/6 "
    "talk/VB/ccomp/3 ././punct/3 | The/DT/det/12 US/NNP/npadvmod/11 -/HYPH/punct/11 led/VBN/amod/12/lead "
    "sanctions/NNS/nsubj/13/sanction remain/VBP/ROOT/13 ././punct/13"
)


def test_names_stand_without_a_name_finder_and_short_forms_follow() -> None:
    seen = see(MET)
    assert [seen.words(i) for i in range(len(seen.mentions))] == ["Kim Jong - un", "Donald Trump", "Trump", "Kim"]


def test_a_title_before_a_name_belongs_to_it() -> None:
    assert see(MET).title("Donald Trump") == "US President"
    assert see(SISTER).title("Ri Yong - ho") == "Foreign Minister"


def test_a_description_before_a_comma_is_a_title() -> None:
    assert see(MINISTER).title("Yemane Gebremeskel") == "Eritrea 's information minister"
    assert see(SISTER).title("Kim Yo - jong") == "his younger sister"


def test_the_owner_inside_a_title_is_a_mention_of_its_own() -> None:
    seen = see(SISTER)
    assert seen.mentions[seen.index("his")].form == "pronoun"


def test_a_capital_that_acts_is_a_mention_and_a_meeting_place_is_none() -> None:
    seen = see(CAPITALS)
    assert [seen.words(i) for i in range(len(seen.mentions))] == ["Pyongyang", "Beijing", "Officials"]


def test_groups_pronouns_and_modifiers_have_their_form() -> None:
    seen = see(KOREAS)
    assert [(seen.words(i), m.form) for i, m in enumerate(seen.mentions)] == [
        ("The two Koreas", "group"),
        ("they", "pronoun"),
        ("US", "adjective"),
    ]


def test_words_for_things_are_no_actors() -> None:
    assert not see("The/DT/det/1 treaty/NN/nsubj/2 ended/VBD/ROOT/2/end the/DT/det/4 war/NN/dobj/2 ././punct/2").mentions


def test_an_empty_text_has_no_mentions() -> None:
    assert see("").mentions == ()
