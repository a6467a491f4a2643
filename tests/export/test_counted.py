"""What goes into formats that know no status: what is reported as happened, once."""

from __future__ import annotations

from collections import Counter

import msgspec
import pytest

from detente.corpus import Corpus, Filter
from detente.export import FORMATS, named
from detente.export.counted import Reason
from detente.records import Correction
from tests.export import made

CORPUS = Corpus(made.RECORDS)


def counted(name: str, *, everything: bool = False) -> tuple[list[str], Counter[Reason]]:
    take = made.counted(name, CORPUS, Filter(everything=everything))
    kept = [t.event.id for t, _ in take.told()]
    return kept, take.left


def test_only_what_happened_is_counted_each_event_once_and_what_is_left_out_is_told() -> None:
    kept, left = counted("icews")
    assert sorted(kept) == ["accused", "expelled", "met", "promised", "visit"]
    assert left == {
        "planned": 1,
        "promised in the same words": 1,
        "an imputed wish": 1,
        "history": 1,
        "dated too loosely": 1,
        "without a day": 1,
    }


def test_all_takes_everything_that_has_a_day() -> None:
    kept, left = counted("gdelt", everything=True)
    assert len(kept) == 12
    assert {"maybe", "denied", "wish", "invaded", "tested", "bomb", "aid"} < set(kept)
    assert left == {"without a day": 1}


def test_a_format_with_status_takes_all_that_was_asked_for() -> None:
    kept, left = counted("csv")
    assert len(kept) == 11
    assert left == {}


@pytest.mark.parametrize("name", ["polecat", "icews", "gdelt", "petrarch2", "phoenix"])
def test_formats_of_one_day_and_no_status_say_so(name: str) -> None:
    assert not named(name).status
    assert not named(name).undated


@pytest.mark.parametrize(("speaker", "taken"), [("state:prk", True), ("a1#experts", False)])
def test_a_wish_is_counted_where_the_wisher_says_so(speaker: str, taken: bool) -> None:
    said = msgspec.structs.replace(made.SAID, id="s2", speaker=speaker)
    wish = msgspec.structs.replace(made.WISH, chain=(), statement="s2")
    corpus = Corpus([*(r for r in made.RECORDS if r.id != "wish"), said, wish])
    assert ("wish" in [t.event.id for t, _ in made.counted("icews", corpus).told()]) == taken


def test_what_a_person_corrected_is_counted_as_corrected() -> None:
    of = made.cited(made.EXPELLED)
    put_right = (
        Correction(id="c1", of=of, field="code", value="COERCE", reason="a deportation", author="ann", when="2018-06-01"),
        Correction(
            id="c2", of=made.cited(made.VISIT), field="status", value="actual", reason="it took place", author="ann", when="2018-06-01"
        ),
    )
    corpus = Corpus([*made.RECORDS, *put_right])
    kept = {t.event.id: t.event for t, _ in made.counted("icews", corpus).told()}
    expelled, visit = kept["expelled"], kept["visit"]
    assert (expelled.plover, expelled.mode, expelled.cameo, expelled.intensity, expelled.quad) == ("COERCE", None, None, -7.0, 4)
    assert (visit.plover, visit.mode, visit.cameo, visit.intensity) == ("CONSULT", "visit", "042", 4.0)


def test_every_format_has_a_name_of_its_own() -> None:
    assert len({f.name for f in FORMATS}) == len(FORMATS) == 13
