"""Who deals with whom."""

from __future__ import annotations

from detente.corpus import Corpus, Filter
from detente.views import network
from detente.views.network import Network
from detente.views.sides import Sides
from tests.views.made import AGAIN, CORPUS, EMPTY, RECORDS, event, threat


def made(corpus: Corpus = CORPUS, *, fold: bool = False, asked: Filter | None = None) -> Network:
    return network.make(corpus, asked or Filter(), Sides(corpus, fold=fold))


def test_edges_tell_apart_quads_directions_and_what_is_ahead() -> None:
    edges = [(e.a, e.b, e.mutual, e.quad, e.events, e.planned, e.intensity) for e in made(fold=True).edges]
    assert edges == [
        ("state:kor", "state:prk", True, 1, 2, 1, 2.5),
        ("state:prk", "state:jpn", False, 3, 1, 0, -4.0),
        ("state:prk", "state:kor", False, 3, 1, 0, -4.0),
    ]


def test_without_folding_an_official_is_a_party_of_its_own() -> None:
    names = {n.name for n in made().nodes}
    assert {"Kim Jong-un", "Moon Jae-in", "North Korea", "South Korea"} < names


def test_nodes_count_each_event_once_and_say_how_many_are_hostile() -> None:
    north = made(fold=True).nodes[0]
    assert (north.name, north.events, north.cooperative, north.hostile) == ("North Korea", 4, 2, 2)


def test_the_intensity_of_an_edge_is_a_mean() -> None:
    more = threat(AGAIN, "b-more", "North Korea threatened South Korea", intensity=-1.0)
    edge = next(e for e in made(Corpus((*RECORDS, more))).edges if e.b == "state:kor" and e.quad == 3)
    assert (edge.events, edge.intensity) == (2, -2.5)


def test_what_passes_between_no_two_known_parties_is_counted_apart() -> None:
    lonely = event(AGAIN, "b-lonely", "South Korea met", recipients=(), code="MOBILIZE", symmetric=False, quad=4)
    assert made(Corpus((*AGAIN, lonely))) == Network(None, None, (), (), 1, ())


def test_a_window_of_time_leaves_out_the_rest() -> None:
    assert [e.id for e in made(asked=Filter(since="2018-04-01", until="2018-04-30")).entries] == ["a-talk"]


def test_nothing_gives_an_empty_network() -> None:
    assert made(EMPTY).nodes == ()


def test_step_by_step_an_event_is_in_the_window_in_which_it_begins_if_it_is_dated_so_closely() -> None:
    months = network.windows(CORPUS, Filter(), Sides(CORPUS, fold=True), "month")
    assert [(w.label, w.start, w.end, len(w.nodes), sum(e.events for e in w.edges)) for w in months.windows] == [
        ("Apr 2018", "2018-04-01", "2018-04-30", 2, 1), ("May 2018", "2018-05-01", "2018-05-31", 2, 1),
    ]  # fmt: skip
    assert (months.wider, months.undated) == (1, 1)  # a plan for the autumn; a threat without a day
    years = network.windows(CORPUS, Filter(), Sides(CORPUS, fold=True), "year")
    assert [(w.label, len(w.edges)) for w in years.windows] == [("2018", 2)]
