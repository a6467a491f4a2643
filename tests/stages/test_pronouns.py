"""Pronouns: whom the ranker takes, where it abstains, and what it says of it."""

from __future__ import annotations

from tests.stages.who import Seen, see

AHEAD = (
    "Mike/NNP/compound/1 Pompeo/NNP/nsubj/2 flew/VBD/ROOT/2/fly home/RB/advmod/2 ././punct/2",
    "During/IN/prep/9 his/PRP$/poss/2 meeting/NN/pobj/0 with/IN/prep/2 Xi/NNP/compound/5 Jinping/NNP/pobj/3 ,/,/punct/9 "
    "Kim/NNP/compound/8 Jong-un/NNP/nsubj/9 reiterated/VBD/ROOT/9/reiterate that/IN/mark/12 he/PRP/nsubj/12 hoped/VBD/ccomp/9/hope",
)
OWN = (
    "Donald/NNP/compound/1 Trump/NNP/nsubj/2 spoke/VBD/ROOT/2/speak ././punct/2 | Xi/NNP/compound/5 Jinping/NNP/nsubj/6 "
    "praised/VBD/ROOT/6/praise him/PRP/dobj/6 ././punct/6"
)
SISTER = (
    "Donald/NNP/compound/1 Trump/NNP/nsubj/2 met/VBD/ROOT/2/meet Angela/NNP/compound/4 Merkel/NNP/dobj/2 ././punct/2 | "
    "She/PRP/nsubj/7 left/VBD/ROOT/7/leave ././punct/7"
)
THING = (
    "China/NNP/nsubj/1 tested/VBD/ROOT/1/test a/DT/det/3 missile/NN/dobj/1 ././punct/1 | "
    "The/DT/det/6 missile/NN/nsubj/7 flew/VBD/ROOT/7/fly before/IN/mark/10 it/PRP/nsubj/10 fell/VBD/advcl/7/fall ././punct/7"
)
BODY = (
    "The/DT/det/2 European/NNP/compound/2 Commission/NNP/nsubj/3 said/VBD/ROOT/3/say that/IN/mark/7 it/PRP/nsubj/7 would/MD/aux/7 "
    "recommend/VB/ccomp/3/recommend talks/NNS/dobj/7/talk ././punct/3"
)
BOTH = (
    "Donald/NNP/compound/1 Trump/NNP/nsubj/6 and/CC/cc/1 Xi/NNP/compound/4 Jinping/NNP/conj/1 both/DT/dep/6 said/VBD/ROOT/6/say "
    "they/PRP/nsubj/9 would/MD/aux/9 meet/VB/ccomp/6/meet ././punct/6"
)


def share(seen: Seen, word: str) -> float:
    """The probability that `how` tells."""
    return float(seen.how(word).partition("(")[2].partition(")")[0])


def test_a_fronted_phrase_points_ahead_to_the_subject() -> None:
    seen = see(*AHEAD)
    assert seen.who("his") == seen.who("he") == ("person:kim-jong-un",)
    assert share(seen, "his") > 0.5


def test_him_is_not_the_subject_of_its_own_verb() -> None:
    assert see(OWN).who("him") == ("person:donald-trump",)


def test_sex_leaves_one() -> None:
    seen = see(SISTER)
    assert seen.who("She") == ("person:angela-merkel",)
    assert seen.how("She").endswith("the only one near that fits")


def test_it_may_be_a_thing_that_is_no_actor() -> None:
    seen = see(THING)
    assert seen.who("it") == ()
    assert seen.how("it") == "may be a thing that is no actor"


def test_it_is_the_body_that_speaks() -> None:
    assert see(BODY).who("it") == ("igo:european-commission",)


def test_they_are_those_named_together() -> None:
    assert see(BOTH).who("they") == ("person:donald-trump", "person:xi-jinping")


SPEAKERS = (
    "Rebels/NNS/nsubj/1 issued/VBD/ROOT/1/issue new/JJ/amod/3 threats/NNS/dobj/1 ././punct/1 | "
    "They/PRP/nsubj/6 say/VBP/ROOT/6/say nothing/NN/dobj/6 ././punct/6"
)


def test_what_speaks_is_no_thing() -> None:
    """ "They" of "they say" are the rebels, however near the threats stand."""
    seen = see(SPEAKERS)
    assert seen.who("They") == seen.who("Rebels") != ()
