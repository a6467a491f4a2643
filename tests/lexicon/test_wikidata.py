"""Newer rows from a recorded answer of the Wikidata query service, and the overlay that they make."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.errors import DataError, StoreError
from detente.lexicon import gazetteer, wikidata
from detente.lexicon.shelf import Shelf
from tests.stages.who import lexicon

ANSWER = Path(__file__).with_name("wikidata_answer.json")


@pytest.fixture(scope="module")
def rows() -> wikidata.Newer:
    return wikidata.newer(wikidata.read(ANSWER), Shelf(), lexicon().gazetteer)


def role(rows: wikidata.Newer, person: str, office: str) -> dict[str, str]:
    return next(dict(zip(wikidata.ROLES, r, strict=True)) for r in rows.roles if r[0] == person and r[2] == office)


def test_a_person_of_ours_is_known_by_the_wikidata_item(rows: wikidata.Newer) -> None:
    assert role(rows, "person:kim-jong-un", "supreme_leader")["from"] == "2011-12-17"
    assert "person:kim-jong-un" not in [p[0] for p in rows.people]


def test_a_new_person_has_names_sex_country_and_item(rows: wikidata.Newer) -> None:
    row = dict(zip(wikidata.PEOPLE, rows.people[0], strict=True))
    assert row["id"] == "person:ada-zenda"
    assert row["aliases"] == "Ada M. Zenda|A. Zenda"
    assert (row["surname"], row["sex"], row["country"], row["qid"]) == ("Zenda", "f", "FRA", "Q900000001")


def test_namesakes_get_two_ids(rows: wikidata.Newer) -> None:
    assert [p[0] for p in rows.people if p[1] == "Ada Zenda"] == ["person:ada-zenda", "person:ada-zenda-q900000002"]


def test_dates_keep_wikidata_s_precision_and_an_unknown_end_is_no_open_one(rows: wikidata.Newer) -> None:
    foreign = role(rows, "person:ada-zenda", "foreign_minister")
    assert (foreign["title"], foreign["from"], foreign["until"], foreign["status"]) == ("foreign minister", "2031-05", "", "checked")
    assert role(rows, "person:ada-zenda", "other")["until"] == "?"
    assert role(rows, "person:ada-zenda-q900000002", "prime_minister")["until"] == "2032-07"


def test_an_organisation_is_known_by_its_item(rows: wikidata.Newer) -> None:
    assert role(rows, "person:bo-strelsau", "secretary_general")["of"] == "igo:united-nations"


def test_what_is_left_out_says_why(rows: wikidata.Newer) -> None:
    assert any("no English name" in r for r in rows.left_out)
    assert any("no known begin" in r for r in rows.left_out)


def test_the_written_folder_overlays_ours(rows: wikidata.Newer, tmp_path: Path) -> None:
    wikidata.write(rows, tmp_path)
    shelf = Shelf(tmp_path)
    who = gazetteer.load(shelf)
    assert [r.person for r in who.office("foreign_minister", "FRA", "2031-06-01")] == ["person:ada-zenda"]
    assert [r.person for r in who.office("foreign_minister", "FRA", "2018-06-01")] == ["person:jean-yves-le-drian"]
    assert shelf.hash != Shelf().hash


def test_rows_of_an_overlay_take_the_place_of_ours_for_the_same_person_and_office(tmp_path: Path) -> None:
    folder = tmp_path / "gazetteer" / "roles"
    folder.mkdir(parents=True)
    line = "person:xi-jinping\tpresident\tpresident\tCHN\t2013-03-14\t2019-01-01\tchecked\n"
    (folder / "own.tsv").write_text("person\ttitle\toffice\tof\tfrom\tuntil\tstatus\n" + line, encoding="utf-8")
    who = gazetteer.load(Shelf(tmp_path))
    assert [r.until for r in who.terms["person:xi-jinping"] if (r.office, r.of) == ("president", "CHN")] == ["2019-01-01"]
    assert len(who.terms["person:xi-jinping"]) == len(lexicon().gazetteer.terms["person:xi-jinping"])
    assert who.office("president", "CHN", "2020-01-01") == ()


@pytest.mark.parametrize("text", ["", "{}", '{"results": {}}', '{"results": {"bindings": [{"person": 1}]}}', "person,start\n"])
def test_what_is_no_answer_is_refused(text: str, tmp_path: Path) -> None:
    file = tmp_path / "answer.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=r"answer\.json"):
        wikidata.read(file)


def test_a_file_that_is_not_there_and_a_folder_that_cannot_be_written_are_said(rows: wikidata.Newer, tmp_path: Path) -> None:
    with pytest.raises(DataError, match="No such file"):
        wikidata.read(tmp_path / "nothing.json")
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(StoreError):
        wikidata.write(rows, tmp_path / "file")
