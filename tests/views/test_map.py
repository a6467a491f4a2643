"""Where events take place."""

from __future__ import annotations

from detente.corpus import Corpus, Filter
from detente.records import Where
from detente.views import map as places
from detente.views.sides import Sides
from tests.views.made import AGAIN, CORPUS, TALKS, event, threat


def made(corpus: Corpus) -> places.Map:
    return places.make(corpus, Filter(), Sides(corpus))


def test_a_point_has_degrees_counts_and_its_events() -> None:
    (point,) = made(CORPUS).points
    assert (point.name, point.lat, point.events, point.cooperative, point.hostile, point.entries) == (
        "Panmunjom",
        37.956,
        1,
        1,
        0,
        ("a-talk",),
    )


def test_a_country_is_no_pin_under_whatever_name() -> None:
    here = (Where(name, "country", name, "CHN", lat=39.9, lon=116.4) for name in ("China", "PRC"))
    corpus = Corpus((*TALKS, *(event(TALKS, f"a-{n}", "China met Japan", where=w) for n, w in enumerate(here))))
    view = made(corpus)
    assert view.points == ()
    assert [(p.country, p.lat, p.lon, p.events) for p in view.countries] == [("CHN", None, None, 2)]


def test_a_city_without_degrees_is_listed_and_not_pinned() -> None:
    corpus = Corpus((*AGAIN, threat(AGAIN, "b-x", "North Korea threatened South Korea", where=Where("Nowhere", "city", "Nowhere"))))
    assert ([p.name for p in made(corpus).regions], made(corpus).points) == (["Nowhere"], ())


def test_who_acts_does_not_say_where() -> None:
    assert (made(CORPUS).placed, made(CORPUS).unplaced) == (1, 3)
