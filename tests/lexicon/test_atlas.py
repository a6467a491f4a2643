"""The atlas: names, namesakes, misspelt cities."""

from functools import cache

import pytest

from detente.lexicon import Shelf, atlas
from detente.lexicon.atlas import Atlas


@cache
def index() -> Atlas:
    return atlas.load(Shelf())


@pytest.mark.parametrize(
    ("name", "country"), [("Dalian", "CHN"), ("Panmunjom", None), ("North Korea", "PRK"), ("Texas", "USA"), ("Riyadh", "SAU")]
)
def test_names(name: str, country: str | None) -> None:
    assert country in {spot.country for spot in index().table.get(name)}


def test_a_capital_knows_that_it_is_one() -> None:
    best = max(index().table.get("Pyongyang"), key=lambda s: s.weight)
    assert best.capital
    assert best.lat is not None


@pytest.mark.parametrize(("a", "b"), [("dailan", "dalian"), ("stepanakaert", "stepanakert"), ("jedda", "jeddah"), ("minsk", "pinsk")])
def test_one_edit(a: str, b: str) -> None:
    assert atlas.one_edit(a, b)
    assert atlas.one_edit(b, a)


@pytest.mark.parametrize(("a", "b"), [("oslo", "oslo"), ("kyiv", "kharkiv"), ("tehran", "tirana")])
def test_more_or_no_edits(a: str, b: str) -> None:
    assert not atlas.one_edit(a, b)


def test_a_misspelt_city_is_found_in_its_country_only() -> None:
    spot = index().misspelt("Dailan", {"CHN", "PRK"})
    assert spot is not None
    assert spot.name == "Dalian"
    assert index().misspelt("Dailan", {"BRA"}) is None
