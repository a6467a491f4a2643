"""The countries of the offline map."""

from __future__ import annotations

from itertools import pairwise

import pytest

from detente.errors import DataError
from detente.lexicon import Shelf, world

WORLD = world.load(Shelf())


def test_every_state_that_is_asked_for_has_a_place() -> None:
    assert WORLD.middle("PRK") == (127.19, 40.15)
    assert all(WORLD.middle(code) for code in ("SGP", "VAT", "XKX", "PSE", "TWN"))
    assert WORLD.middle("SUN") is WORLD.middle("TUV") is None


def test_names_are_those_of_the_gazetteer() -> None:
    assert (WORLD.names["PRK"], WORLD.names["COD"]) == ("North Korea", "Democratic Republic of the Congo")


def test_outlines_close_and_run_on_across_the_date_line() -> None:
    russia = next(c for c in WORLD.countries if c.code == "RUS")
    assert max(lon for ring in russia.rings for lon, _ in ring) > 180
    assert all(ring[0] == ring[-1] for c in WORLD.countries if c.code != "ATA" for ring in c.rings)
    assert all(abs(a[0] - b[0]) < 180 for c in WORLD.countries for ring in c.rings for a, b in pairwise(ring))


def test_a_broken_map_is_a_data_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Shelf, "text", lambda self, name: '{"type":"Topology"}')
    with pytest.raises(DataError, match=r"map/world\.json"):
        world.load(Shelf())
