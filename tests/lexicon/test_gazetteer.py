"""Who there is, who held which office on which day."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.errors import DataError
from detente.lexicon import actor_words
from detente.lexicon.dated import RoleRow, covers, over
from detente.lexicon.gazetteer import load
from detente.lexicon.shelf import Shelf
from detente.lexicon.titles import plural
from tests.stages.who import lexicon


@pytest.mark.parametrize(
    ("day", "held"),
    [("2018-05-08", False), ("2018-05-09", True), ("2019-12-31", True), ("2020-01-01", False), (None, False)],
)
def test_a_role_covers_its_days_with_the_precision_that_is_sure(day: str | None, held: bool) -> None:
    assert covers(RoleRow("person:x", "envoy", since="2018-05-09", until="2019"), day) is held


def test_a_role_with_an_unknown_begin_or_end_is_never_used() -> None:
    assert not covers(RoleRow("person:x", "envoy", since="2018", until="?"), "2018-06-01")
    assert not covers(RoleRow("person:x", "envoy"), "2018-06-01")


def test_an_ended_role_makes_a_former_one() -> None:
    assert over(RoleRow("person:x", "envoy", since="2010", until="2012"), "2018-01-01")
    assert not over(RoleRow("person:x", "envoy", since="2010"), "2018-01-01")


def test_the_holder_of_an_office_depends_on_the_day() -> None:
    who = lexicon().gazetteer
    assert [r.person for r in who.office("president", "USA", "2010-06-01")] == ["person:barack-obama"]
    assert [r.person for r in who.office("president", "USA", "2018-06-01")] == ["person:donald-trump"]
    assert who.office("president", "USA", None) == ()


def test_a_title_may_mean_a_nearer_office() -> None:
    who = lexicon().gazetteer
    assert who.alike("leader", "president")
    assert not who.alike("president", "leader")


def test_states_that_share_a_word_are_siblings() -> None:
    who = lexicon().gazetteer
    assert set(who.siblings["koreas"]) == {"state:prk", "state:kor"}
    assert who.plain["korea"] == "state:kor"


def test_acronyms_are_names_only_in_capitals() -> None:
    senses = lexicon().gazetteer.names.get("US")
    assert senses and all(s.shouted for s in senses if s.entry == "state:usa")


def test_every_role_belongs_to_somebody() -> None:
    who = lexicon().gazetteer
    assert not sorted(p for p in who.terms if p not in who.entries)


def test_an_overlay_adds_people(tmp_path: Path) -> None:
    folder = tmp_path / "gazetteer" / "people"
    folder.mkdir(parents=True)
    (folder / "own.tsv").write_text("id\tname\tsurname\tcountry\nperson:ada-own\tAda Own\tOwn\tCHE\n", encoding="utf-8")
    who = load(Shelf(tmp_path))
    assert who.entries["person:ada-own"].country == "CHE"
    assert [s.entry for s in who.names.get("Ada Own")] == ["person:ada-own"]


def test_a_word_class_that_no_stage_asks_for_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "lexicon"
    folder.mkdir()
    (folder / "actor_words.tsv").write_text("class\twords\nnonsense\ta|b\n", encoding="utf-8")
    with pytest.raises(DataError, match="nonsense"):
        actor_words.load(Shelf(tmp_path))


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("minister of trade", "ministers of trade"),
        ("spy", "spies"),
        ("secretary general", "secretaries general"),
        ("policeman", "policemen"),
        ("boy", "boys"),
    ],
)
def test_plurals(one: str, many: str) -> None:
    assert plural(one) == many
