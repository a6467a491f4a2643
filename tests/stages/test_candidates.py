"""What each mention may be, on the article's day."""

from __future__ import annotations

import pytest

from tests.stages.who import Seen, see

MINISTER = (
    "Foreign/NNP/compound/1 Minister/NNP/compound/5 Ri/NNP/compound/5 Yong/NNP/compound/5 -/HYPH/punct/5 "
    "ho/NNP/nsubj/6 spoke/VBD/ROOT/6/speak ././punct/6"
)
PRESIDENT = "The/DT/det/2 Chinese/JJ/amod/2 president/NN/nsubj/3 left/VBD/ROOT/3/leave ././punct/3"


def first(seen: Seen, words: str) -> str:
    return seen.candidates[seen.index(words)][0].entry


def test_title_and_day_tell_two_namesakes_apart() -> None:
    seen = see(MINISTER)
    assert first(seen, "Ri Yong - ho") == "person:ri-yong-ho"
    assert {c.entry for c in seen.candidates[0]} >= {"person:ri-yong-ho", "person:ri-yong-ho-general"}


def test_an_office_is_whoever_held_it_on_the_day() -> None:
    assert first(see(PRESIDENT, published="2018-05-09"), "The Chinese president") == "person:xi-jinping"
    assert first(see(PRESIDENT, published="2010-05-09"), "The Chinese president") == "person:hu-jintao"


def test_without_a_day_an_office_is_nobody() -> None:
    assert first(see(PRESIDENT, published=None), "The Chinese president") == "office:president@CHN"


def test_a_former_office_links_to_no_holder() -> None:
    former = "The/DT/det/3 former/JJ/amod/3 Chinese/JJ/amod/3 president/NN/nsubj/4 left/VBD/ROOT/4/leave ././punct/4"
    assert first(see(former), "The former Chinese president") == "former:president@CHN"


def test_a_party_is_not_another_country_s_of_that_name() -> None:
    party = "Serbia/NNP/nsubj/1 banned/VBD/ROOT/1/ban the/DT/det/4 Socialist/NNP/compound/4 Party/NNP/dobj/1 ././punct/1"
    assert not [c for c in see(party).candidates[1] if "france" in c.entry]


def test_pronouns_have_no_candidates() -> None:
    assert see("He/PRP/nsubj/1 left/VBD/ROOT/1/leave ././punct/1").candidates == ((),)


@pytest.mark.parametrize(
    ("sentence", "king"),
    [
        (
            "Jordan/NNP/poss/3 's/POS/case/0 King/NNP/compound/3 Abdullah/NNP/nsubj/4 left/VBD/ROOT/4/leave ././punct/4",
            "person:king-abdullah-ii",
        ),
        (
            "Saudi/JJ/amod/2 King/NNP/compound/2 Abdullah/NNP/nsubj/3 left/VBD/ROOT/3/leave ././punct/3",
            "person:king-abdullah-of-saudi-arabia",
        ),
        (
            "King/NNP/compound/1 Abdullah/NNP/nsubj/2 flew/VBD/ROOT/2/fly home/RB/advmod/2 to/IN/prep/2 Saudi/NNP/compound/6 "
            "Arabia/NNP/pobj/4 ././punct/2",
            "person:king-abdullah-of-saudi-arabia",
        ),
    ],
)
def test_of_two_under_one_name_the_one_whose_country_is_told(sentence: str, king: str) -> None:
    assert first(see(sentence, published="2010-05-09"), "King Abdullah") == king
