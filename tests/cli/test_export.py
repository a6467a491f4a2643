"""The commands `export`, `formats` and `sample`."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from typer.testing import CliRunner

from detente import codec
from detente.cli import app
from detente.errors import InputError
from tests.export import made


@pytest.fixture
def records(tmp_path: Path) -> str:
    path = tmp_path / "records.jsonl"
    path.write_bytes(b"".join(codec.encode_lines(made.RECORDS)))
    return str(path)


def test_export_writes_a_file_with_what_belongs_beside_it(records: str, tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["export", records, "--to", "icews", "-o", str(tmp_path / "out" / "i.tab"), "--code", "CONSULT"])
    assert result.exit_code == 0, result.output
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["i.tab", "i.tab.README.txt", "i.tab.evidence.jsonl"]
    assert "2 events" in result.stderr
    assert "left out of icews: 1 without a day" in result.stderr
    assert "asked for: --code 'CONSULT'" in (tmp_path / "out" / "i.tab.README.txt").read_text(encoding="utf-8")


def test_export_goes_to_standard_output_and_obeys_the_filters(records: str) -> None:
    result = CliRunner().invoke(app, ["export", records, "--to", "csv", "--status", "denied", "--actor", "North Korea"])
    rows = list(csv.DictReader(result.stdout.splitlines()))
    assert [r["record_id"] for r in rows] == ["denied"]
    assert "1 event" in result.stderr


def test_all_brings_what_a_format_cannot_say(records: str) -> None:
    few, many = (CliRunner().invoke(app, ["export", records, "--to", "polecat", *more]).stdout.count("\n") for more in ([], ["--all"]))
    assert (few, many) == (6, 13)


@pytest.mark.parametrize("words", [["--to", "stata"], ["--to", "csv", "--status", "likely"]])
def test_a_wrong_word_is_refused(records: str, words: list[str]) -> None:
    result = CliRunner().invoke(app, ["export", records, *words])
    assert isinstance(result.exception, InputError) or result.exit_code == 2


def test_formats_are_listed() -> None:
    printed = CliRunner().invoke(app, ["formats"]).output
    assert "gdelt      GDELT 2.0's 61 columns, with its mentions; no room for: status, undated events, evidence" in printed


def test_sample_draws_a_sheet_and_prints_the_seed_and_scores_it(records: str, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    drawn = CliRunner().invoke(app, ["sample", "4", records, "-o", str(sheet), "--seed", "7", "--by-code"])
    assert drawn.exit_code == 0, drawn.output
    assert "4 of 11 events, --seed 7" in drawn.stderr
    with sheet.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for row in rows:
        row["event"] = "right"
    with sheet.open("w", encoding="utf-8", newline="") as stream:
        table = csv.DictWriter(stream, rows[0])
        table.writeheader()
        table.writerows(rows)
    printed = CliRunner().invoke(app, ["sample", "--score", str(sheet)]).output
    assert "event            4      4  1.000      0.510 to 1.000" in printed


def test_sample_needs_a_number_and_records() -> None:
    assert isinstance(CliRunner().invoke(app, ["sample"]).exception, InputError)
