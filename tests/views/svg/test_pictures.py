"""Pictures of views: whole files, the same for the same view, whatever the names hold."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from detente.corpus import Corpus, Filter
from detente.lexicon import Shelf, world
from detente.records import AnyRecord, Where
from detente.views import dyad, network, positions, timeline
from detente.views import map as places
from detente.views.sides import Sides
from detente.views.svg import dyad as of_dyad
from detente.views.svg import map as of_map
from detente.views.svg import network as of_network
from detente.views.svg import pen
from detente.views.svg import positions as of_positions
from detente.views.svg import timeline as of_timeline
from tests.views.made import EMPTY, PANMUNJOM, RECORDS, TALKS, article, event, on, position, threat

ASKED = Filter(everything=True)
ODD = article("odd", "2018-05-03", "North Korea met South Korea.", title="<b>&\u0007")
WISH = position(TALKS, "p1", "North Korea met South Korea", 'talks <"&>')
SMALL = Corpus((*RECORDS, WISH, *ODD, event(ODD, "odd-1", "North Korea met South Korea", when=on("2018-05-02"))))
Draw = Callable[[Corpus], str]


def _map(corpus: Corpus) -> str:
    return of_map.draw(places.make(corpus, ASKED, Sides(corpus)), world.load(Shelf()))


def _dyad(corpus: Corpus) -> str:
    return of_dyad.draw(dyad.make(corpus, ASKED, Sides(corpus), dyad.Asked("North Korea", "South Korea")))


PICTURES: dict[str, Draw] = {
    "timeline": lambda c: of_timeline.draw(timeline.make(c, ASKED, Sides(c))),
    "dyads": lambda c: of_timeline.draw(timeline.make(c, ASKED, Sides(c, fold=True), by="dyad")),
    "network": lambda c: of_network.draw(network.make(c, ASKED, Sides(c))),
    "positions": lambda c: of_positions.draw(positions.make(c, ASKED, Sides(c))),
    "map": _map,
    "dyad": _dyad,
}
EACH = pytest.mark.parametrize("draw", PICTURES.values(), ids=PICTURES)


def many(number: int) -> Corpus:
    """A corpus with one article and many events."""
    records = article("m", "2018-05-10", "North Korea met South Korea.")
    days = (f"2018-{1 + n % 4:02}-{1 + n % 28:02}" for n in range(number))
    events: list[AnyRecord] = [
        event(records, f"m-{n}", "North Korea met South Korea", when=on(day), where=PANMUNJOM, quad=1 + n % 4) for n, day in enumerate(days)
    ]
    return Corpus((*records, *events))


@EACH
def test_a_picture_is_valid_and_says_what_it_shows(draw: Draw) -> None:
    root = ElementTree.fromstring(draw(SMALL))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.attrib["viewBox"].startswith("0 0 1280 ")
    title, told = root[0], root[1]
    assert (title.tag[-5:], told.tag[-4:]) == ("title", "desc")
    assert title.text and told.text and any(c.isdigit() for c in told.text)


@EACH
def test_the_same_view_has_the_same_picture(draw: Draw) -> None:
    assert draw(SMALL) == draw(SMALL)


@EACH
def test_many_records_make_no_heap(draw: Draw) -> None:
    picture = draw(many(600))
    ElementTree.fromstring(picture)
    assert len(picture) < 400_000


@pytest.mark.parametrize("name", ["timeline", "dyads", "network", "positions", "map"])
def test_nothing_is_drawn_as_nothing(name: str) -> None:
    ElementTree.fromstring(PICTURES[name](EMPTY))


@EACH
def test_nothing_lies_beyond_the_picture(draw: Draw) -> None:
    root = ElementTree.fromstring(draw(SMALL))
    height = float(root.attrib["height"])
    for text in root.iter("{http://www.w3.org/2000/svg}text"):
        assert 0 <= float(text.attrib["x"]) <= 1280 or "translate" in ElementTree.tostring(root, "unicode")
        assert float(text.attrib["y"]) <= height


def test_a_few_events_of_other_decades_do_not_press_all_else_together() -> None:
    records = article("m", "2018-05-10", "North Korea met South Korea.")
    old = article("o", "1977-11-20", "North Korea met South Korea.")
    days = (f"2018-{1 + n % 4:02}-{1 + n:02}" for n in range(20))
    events = [event(records, f"m-{n}", "North Korea met South Korea", when=on(day)) for n, day in enumerate(days)]
    long_ago = event(old, "o-1", "North Korea met South Korea", when=on("1977-11-19"))
    picture = PICTURES["timeline"](Corpus((*records, *old, *events, long_ago)))
    assert ">1 before<" in picture and ">12 Feb 18<" in picture


@pytest.mark.parametrize(("back", "arrows"), [(False, 1), (True, 2)])
def test_a_line_of_the_network_says_which_way_it_goes(back: bool, arrows: int) -> None:
    records = article("t", "2018-05-10", "North Korea threatened Japan. Japan threatened North Korea.")
    events = [threat(records, "t-1", "North Korea threatened Japan")] + [threat(records, "t-2", "Japan threatened North Korea")] * back
    drawn = PICTURES["network"](Corpus((*records, *events)))
    assert drawn.count(f'fill="{pen.QUADS[3]}"') == arrows


def test_every_status_has_a_shape_of_its_own() -> None:
    picture = PICTURES["timeline"](SMALL)
    legend = picture[picture.index("reported as happened") - 400 : picture.index(">denied<")]
    shapes = re.findall(r"<(circle|path)[^>]*fill=\"([^\"]*)\"", legend)
    assert len(set(re.findall(r"<circle[^>]*fill=\"([^\"]*)\"", legend))) == 2
    assert sum(tag == "path" for tag, _ in shapes) == 2


def test_a_series_hatches_what_is_not_covered_and_rings_zero() -> None:
    root = ElementTree.fromstring(PICTURES["dyad"](Corpus(RECORDS)))
    hints = [t.text for t in root.iter("{http://www.w3.org/2000/svg}title")]
    assert hints.count("not covered") == 3
    assert "week of 28 May 2018: 0" in hints


def test_a_blank_of_the_matrix_says_why_and_a_cell_who_says_so() -> None:
    other = position(ODD, "p2", "South Korea", "drills")
    hints = [
        t.text or ""
        for t in ElementTree.fromstring(PICTURES["positions"](Corpus((*TALKS, *ODD, WISH, other)))).iter(
            "{http://www.w3.org/2000/svg}title"
        )
    ]
    assert "South Korea: not found: none of the 2 articles that name it gives one" in hints
    assert any(h.startswith("published 28 Apr 2018: ") for h in hints)


def test_a_country_is_hatched_and_a_small_one_marked() -> None:
    for code, name in (("CHN", "China"), ("SGP", "Singapore")):
        somewhere = event(TALKS, "a-x", "China met Japan", where=Where(name, "country", name, code))
        picture = _map(Corpus((*TALKS, somewhere)))
        assert f"{name} (country): 1 events" in picture
        assert ("h12v12h-12z" in picture) == (name == "Singapore")
