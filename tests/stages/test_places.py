"""Places: what stands as one, which one it is, and what only sounds like one."""

from functools import cache

import pytest

from detente.lexicon import Shelf, atlas
from detente.lexicon.atlas import Atlas
from detente.reading import Doubt, Place
from detente.stages import places
from tests.made import parse


@cache
def index() -> Atlas:
    return atlas.load(Shelf())


def read(*sentences: str) -> tuple[tuple[Place, ...], tuple[Doubt, ...]]:
    return places.read(parse(*sentences), index(), frozenset())


def names(*sentences: str) -> list[tuple[str, str | None]]:
    return [(p.name, p.country) for p in read(*sentences)[0]]


FLEW = "Kim/NNP/nsubj/1 flew/VBD/ROOT/1/fly to/IN/prep/1 {}/NNP/pobj/2 ././punct/1"


@pytest.mark.parametrize(("city", "country"), [("Dalian", "CHN"), ("Pyongyang", "PRK"), ("Hanoi", "VNM")])
def test_a_city_behind_a_preposition_is_a_place(city: str, country: str) -> None:
    (place,), _ = read(FLEW.format(city))
    assert (place.name, place.country, place.precision) == (city, country, "city")
    assert place.lat is not None


def test_a_capital_that_speaks_is_none() -> None:
    assert names("Pyongyang/NNP/nsubj/1 denied/VBD/ROOT/1/deny it/PRP/dobj/1 ././punct/1") == []


def test_a_state_is_a_place_where_one_goes_and_none_where_one_writes() -> None:
    assert names(FLEW.format("China")) == [("China", "CHN")]
    assert names("Kim/NNP/nsubj/1 wrote/VBD/ROOT/1/write to/IN/prep/1 China/NNP/pobj/2 ././punct/1") == []
    assert names("He/PRP/nsubj/1 visited/VBD/ROOT/1/visit China/NNP/dobj/1 ././punct/1") == [("China", "CHN")]


def test_a_misspelt_city_of_a_country_in_play() -> None:
    china = "Chinese/JJ/amod/1 troops/NNS/nsubj/2 left/VBD/ROOT/2/leave China/NNP/dobj/2 ././punct/2"
    found, doubts = read(china, FLEW.format("Dailan"))
    assert [(p.name, p.country) for p in found] == [("China", "CHN"), ("Dalian", "CHN")]
    assert [d.code for d in doubts] == ["misspelt-place"]


def test_a_misspelt_city_of_a_country_out_of_play_stays_unknown() -> None:
    assert "Dalian" not in [n for n, _ in names(FLEW.format("Dailan"))]


def test_the_land_behind_a_name_chooses_among_namesakes() -> None:
    sentence = "He/PRP/nsubj/1 works/VBZ/ROOT/1/work in/IN/prep/1 London/NNP/pobj/2 ,/,/punct/3 Ontario/NNP/appos/3 ././punct/1"
    assert names(sentence)[0] == ("London", "CAN")


def test_a_building_that_its_noun_tells_to_be_one() -> None:
    sentence = "They/PRP/nsubj/1 met/VBD/ROOT/1/meet at/IN/prep/1 Bellmore/NNP/compound/4 Palace/NNP/pobj/2/palace ././punct/1"
    (place,), _ = read(sentence)
    assert (place.name, place.precision, place.lat) == ("Bellmore Palace", "point", None)


def test_waters_and_territory_of_a_state() -> None:
    sentence = "It/PRP/nsubj/1 entered/VBD/ROOT/1/enter Japanese/JJ/amod/3 waters/NNS/dobj/1/water ././punct/1"
    assert names(sentence) == [("Japanese waters", "JPN")]


def test_the_town_is_the_one_named_before() -> None:
    back = "Troops/NNS/nsubj/1 left/VBD/ROOT/1/leave the/DT/det/3 town/NN/dobj/1 ././punct/1"
    found, _ = read(FLEW.format("Hanoi"), back)
    assert [(p.name, p.how) for p in found][1:] == [("Hanoi", "the same: Hanoi")]


def test_there_is_the_place_named_last_and_here_that_of_the_dateline() -> None:
    went = (
        "Xi/NNP/nsubj/1 is/VBZ/ROOT/1/be in/IN/prep/1 Dalian/NNP/pobj/2 ././punct/1 | Kim/NNP/nsubj/6 went/VBD/ROOT/6/go there/RB/advmod/6"
    )
    assert names(went) == [("Dalian", "CHN"), ("Dalian", "CHN")]
    here = "HANOI/NNP/dep/3 -/:/punct/3 They/PRP/nsubj/3 met/VBD/ROOT/3/meet here/RB/advmod/3"
    assert names(here) == [("Hanoi", "VNM")]


def test_places_by_description_have_no_pin() -> None:
    office = "They/PRP/nsubj/1 met/VBD/ROOT/1/meet at/IN/prep/1 the/DT/det/4 president/NN/poss/6 's/POS/case/4 office/NN/pobj/2"
    (place,), _ = read(office)
    assert (place.precision, place.lat, place.how) == ("point", None, "described")
    border = "They/PRP/nsubj/1 fled/VBD/ROOT/1/flee near/IN/prep/1 the/DT/det/4 border/NN/pobj/2 with/IN/prep/4 Chad/NNP/pobj/5"
    assert [p.name for p in read(border)[0]] == ["border with Chad"]


def test_an_airport_stands_for_its_city_and_no_name_is_joined_to_a_month() -> None:
    assert names("They/PRP/nsubj/1 bombed/VBD/ROOT/1/bomb Asmara/NNP/compound/3 airport/NN/dobj/1") == [("Asmara", "ERI")]
    joined = "It/PRP/nsubj/1 left/VBD/ROOT/1/leave in/IN/prep/1 December/NNP/pobj/2 and/CC/cc/3 Eritrea/NNP/conj/3"
    assert names(joined) == []
