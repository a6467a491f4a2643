"""Whose words a description is: a name's beside it, a new subject's, an owner's; and names that roads, bases and exercises bear."""

from __future__ import annotations

from detente.stages.assemble.cast import BESIDE, actors
from detente.stages.assemble.words import Words
from tests import made
from tests.stages.reading import article
from tests.stages.who import lexicon, see

LETTER = (
    "In/IN/prep/9 a/DT/det/2 letter/NN/pobj/0 to/IN/prep/2 Kim/NNP/pobj/3 ,/,/punct/4 the/DT/det/8 American/JJ/amod/8 "
    "president/NN/nsubj/9 blamed/VBD/ROOT/9/blame open/JJ/amod/11 hostility/NN/dobj/9 ././punct/9"
)
SEOUL = (
    "Washington/NNP/nsubj/1 cancelled/VBD/ROOT/1/cancel talks/NNS/dobj/1 ././punct/1 | In/IN/prep/10 Seoul/NNP/pobj/4 ,/,/punct/10 "
    "the/DT/det/9 presidential/JJ/amod/9 office/NN/nsubj/10 voiced/VBD/ROOT/10/voice regret/NN/dobj/10 ././punct/10"
)
KOREAS = (
    "The/DT/det/1 leaders/NNS/nsubj/7/leader of/IN/prep/1 South/NNP/pobj/2 and/CC/cc/3 North/NNP/compound/6 Korea/NNP/conj/3 "
    "met/VBD/ROOT/7/meet ././punct/7"
)
HAMAS = "The/DT/det/2 Islamic/JJ/amod/2 group/NN/nsubj/4 Hamas/NNP/appos/2 struck/VBD/ROOT/4/strike Israel/NNP/dobj/4 ././punct/4"
SISTER = (
    "Kim/NNP/compound/3 Jong/NNP/compound/3 -/HYPH/punct/3 un/NNP/nsubj/4 met/VBD/ROOT/4/meet Kim/NNP/poss/7 's/POS/case/5 sister/NN/dobj/4 "
    ",/,/punct/7 Kim/NNP/compound/12 Yo/NNP/compound/12 -/HYPH/punct/12 jong/NNP/appos/7 ././punct/4"
)
LEADER = (
    "Kim/NNP/compound/3 Jong/NNP/compound/3 -/HYPH/punct/3 un/NNP/nsubj/4 left/VBD/ROOT/4/leave ././punct/4 | Kim/NNP/compound/9 "
    "Yo/NNP/compound/9 -/HYPH/punct/9 jong/NNP/nsubj/16 ,/,/punct/9 the/DT/det/12 leader/NN/poss/14 's/POS/case/12 sister/NN/appos/9 "
    ",/,/punct/9 stayed/VBD/ROOT/16/stay ././punct/16"
)
SIDE = "The/DT/det/2 U.S./NNP/compound/2 side/NN/nsubj/3 refused/VBD/ROOT/3/refuse ././punct/3"
BORDER = (
    "Troops/NNS/nsubj/1 stood/VBD/ROOT/1/stand on/IN/prep/1 the/DT/det/5 Congo/NNP/compound/5 side/NN/pobj/2 of/IN/prep/5 the/DT/det/8 "
    "border/NN/pobj/6 ././punct/1"
)
GOVERNOR = (
    "Henrique/NNP/compound/1 Capriles/NNP/nsubj/8 ,/,/punct/1 the/DT/det/4 governor/NN/appos/1 of/IN/prep/4 Miranda/NNP/pobj/5 ,/,/punct/1 "
    "resigned/VBD/ROOT/8/resign ././punct/8"
)
HIGHWAY = "Crowds/NNS/nsubj/1/crowd blocked/VBD/ROOT/1/block the/DT/det/5 Francisco/NNP/compound/4 Fajardo/NNP/compound/5 highway/NN/dobj/1 ././punct/1"
EXERCISE = (
    "Pyongyang/NNP/nsubj/1 condemned/VBD/ROOT/1/condemn Max/NNP/compound/3 Thunder/NNP/dobj/1 ,/,/punct/3 a/DT/det/7 joint/JJ/amod/7 "
    "exercise/NN/appos/3 ././punct/1 | Max/NNP/compound/10 Thunder/NNP/nsubj/11 began/VBD/ROOT/11/begin ././punct/11"
)
BASE = "Trump/NNP/nsubj/1 landed/VBD/ROOT/1/land at/IN/prep/1 Joint/NNP/compound/5 Base/NNP/compound/5 Andrews/NNP/pobj/2 ././punct/1"


def test_a_description_before_a_verb_is_its_subject_not_the_name_before_the_comma() -> None:
    seen = see(LETTER)
    assert seen.title("Kim") == ""
    assert seen.who("the American president") == ("person:donald-trump",)


def test_a_body_after_a_capital_is_of_its_country() -> None:
    assert see(SEOUL).who("the presidential office") == ("gov:kor-presidency",)


def test_half_a_name_is_a_state_and_has_its_leader() -> None:
    seen = see(KOREAS)
    assert seen.who("South") == ("state:kor",)
    assert seen.who("The leaders of South and North Korea") == ("person:moon-jae-in", "person:kim-jong-un")


def test_words_that_describe_a_group_are_no_other_group() -> None:
    seen = see(HAMAS)
    assert (seen.who("Hamas"), seen.title("Hamas")) == (("armed:hamas",), "The Islamic group")


def test_a_title_holds_its_owner() -> None:
    seen = see(SISTER)
    assert (seen.who("Kim Yo - jong"), seen.title("Kim Yo - jong")) == (("person:kim-yo-jong",), "Kim 's sister")
    assert seen.who("Kim") == ("person:kim-jong-un",)
    assert see(LEADER).who("the leader") == ("person:kim-jong-un",)


def test_a_side_is_its_state_and_a_side_of_a_border_is_nobody() -> None:
    assert see(SIDE).who("The U.S. side") == ("state:usa",)
    assert not any("side" in see(BORDER).words(i) for i in range(len(see(BORDER).mentions)))


def test_what_is_governed_is_no_person() -> None:
    seen = see(GOVERNOR)
    assert [seen.words(i) for i in range(len(seen.mentions))] == ["Henrique Capriles"]


def test_roads_bases_and_exercises_are_no_actors() -> None:
    for text, left in ((HIGHWAY, ["Crowds"]), (EXERCISE, ["Pyongyang"]), (BASE, ["Trump"])):
        seen = see(text)
        assert [seen.words(i) for i in range(len(seen.mentions))] == left


def test_a_description_beside_a_name_is_a_mention_of_the_same_actor() -> None:
    seen = see(GOVERNOR)
    words = Words(article(made.text(GOVERNOR)), seen.parse, lexicon().issues)
    [capriles] = actors(words, seen.mentions, seen.cast)
    assert [(m.quote, m.how == BESIDE) for m in capriles.mentions] == [("Henrique Capriles", False), ("the governor of Miranda", True)]
