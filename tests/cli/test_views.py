"""The commands that show many articles."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner, Result

from detente import codec
from detente.cli import app, terminal
from detente.errors import InputError
from tests.views.made import RECORDS, TALKS, position

WISH = position(TALKS, "p1", "North Korea met South Korea", "talks")
COMMANDS: dict[str, tuple[str, ...]] = {
    "timeline": (), "network": (), "map": (), "positions": (), "story": (), "dossier": ("North Korea",), "dyad": ("North Korea", "South Korea"),
}  # fmt: skip
EACH = pytest.mark.parametrize("command", COMMANDS)


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """Records as `read --json` writes them."""
    path = tmp_path / "records.jsonl"
    path.write_bytes(b"".join(codec.encode_lines((*RECORDS, WISH))))
    return path


def run(command: str, path: Path, *options: str) -> Result:
    return CliRunner().invoke(app, [command, str(path), *COMMANDS[command], *options])


@EACH
def test_a_view_is_printed_on_80_columns(command: str, records: Path) -> None:
    result = run(command, records)
    assert result.exit_code == 0, result.output
    assert max(map(len, result.output.splitlines())) <= 80
    assert "North Korea" in result.output or command == "map"


@EACH
def test_a_view_is_given_as_one_json_object(command: str, records: Path) -> None:
    result = run(command, records, "--json")
    assert isinstance(json.loads(result.stdout), dict)


@pytest.mark.parametrize("command", ["timeline", "network", "map", "positions", "dyad"])
def test_a_view_is_drawn_into_a_file(command: str, records: Path, tmp_path: Path) -> None:
    picture = tmp_path / "out" / "picture.svg"
    result = run(command, records, "--svg", str(picture))
    assert (result.exit_code, result.stdout) == (0, "")
    ElementTree.parse(picture)
    assert [p.name for p in picture.parent.iterdir()] == ["picture.svg"]


@EACH
def test_a_day_that_is_none_is_refused(command: str, records: Path) -> None:
    result = run(command, records, "--since", "2018-5")
    assert isinstance(result.exception, InputError)
    assert "--since takes a day (YYYY-MM-DD), not '2018-5'" in str(result.exception)


@EACH
def test_a_code_that_is_none_is_refused(command: str, records: Path) -> None:
    result = run(command, records, "--code", "CONSLUT")
    assert isinstance(result.exception, InputError) and "not 'CONSLUT'; types: AGREE, CONSULT" in str(result.exception)


@pytest.mark.parametrize("command", ["timeline", "network", "map", "positions", "story"])
def test_whom_nobody_is_called_is_said(command: str, records: Path) -> None:
    result = run(command, records, "--actor", "NorthKorea")
    assert result.exit_code == 1 and "; nobody is called 'NorthKorea'" in result.output


@pytest.mark.parametrize("command", ["timeline", "network", "map", "positions", "story"])
def test_nothing_found_is_said_with_exit_code_1(command: str, tmp_path: Path) -> None:
    path = tmp_path / "empty.jsonl"
    path.write_bytes(b"")
    result = run(command, path)
    assert result.exit_code == 1
    assert "in these articles" in result.output or "no article that tells" in result.output


def test_when_records_came_in_is_refused_of_what_is_no_store(records: Path) -> None:
    result = run("timeline", records, "--added-since", "2018-05-09")
    assert isinstance(result.exception, InputError) and "not of a store" in str(result.exception)


def test_the_shared_options_narrow(records: Path) -> None:
    def shown(*options: str) -> set[str]:
        made = json.loads(run("timeline", records, "--json", *options).stdout)
        return {e["id"] for e in (*made["entries"], *made["undated"])}

    assert shown() == {"a-talk", "b-threat", "c-plan", "a-threat"}
    assert shown("--all") - shown() == {"a-said"}
    assert shown("--status", "planned", "--status", "denied") == {"c-plan", "a-said"}
    assert shown("--actor", "Kim Jong-un") == {"a-threat", "c-plan"}
    assert shown("--code", "threaten", "--outlet", "Outlet a") == {"a-threat"}
    assert shown("--until", "2018-04-30") == shown("--place", "Panmunjom") == {"a-talk"}


@EACH
def test_ids_are_printed_where_they_are_asked_for(command: str, records: Path) -> None:
    ids = ("a-talk", "b-threat", "p1", "a-threat")
    plain, coded = run(command, records).output, run(command, records, "--codes").output
    assert not any(i in plain for i in ids)
    assert any(i in coded for i in ids)


@EACH
def test_a_view_says_what_was_asked_for(command: str, records: Path) -> None:
    assert "only: from 1 Apr 2018" in run(command, records, "--since", "2018-04-01").output
    assert "only:" not in run(command, records).output


@pytest.mark.parametrize(("columns", "width"), [("40", 80), ("100", 100), ("300", 120)])
def test_a_terminal_is_filled_within_bounds_and_what_is_piped_has_80(columns: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert terminal.columns() == 80
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert terminal.columns() == width


def test_who_has_read_enough_ends_the_program_without_fault() -> None:
    with pytest.raises(BrokenPipeError):
        terminal.console().on_broken_pipe()


def test_a_dyad_prints_zero_and_not_covered_apart(records: Path) -> None:
    lines = {line[:11].strip(): line for line in run("dyad", records).output.splitlines()}
    assert lines["28 May 2018"].split()[3:5] == ["0", "·"]
    assert "not covered" in lines["7 May 2018"]
    assert " ".join("to 21 May 2018 not covered".split()) in " ".join(run("dyad", records).output.split())


def test_a_dyad_is_written_as_a_table_for_r(records: Path) -> None:
    rows = list(csv.DictReader(run("dyad", records, "--csv").stdout.splitlines()))
    told, unknown, silent = rows[0], rows[2], rows[-1]
    assert (told["a"], told["b"], told["iso_week"]) == ("state:prk", "state:kor", "2018-W17")
    assert (told["covered"], told["events"], told["intensity"], told["mean"]) == ("TRUE", "1", "2.5", "2.5")
    assert (unknown["covered"], unknown["events"], unknown["intensity"]) == ("FALSE", "", "")
    assert (silent["covered"], silent["events"], silent["intensity"], silent["mean"]) == ("TRUE", "0", "0.0", "")


def test_a_network_is_shown_by_windows_and_written_as_a_table(records: Path) -> None:
    shown = run("network", records, "--by", "month").output
    assert "Apr 2018  2 parties, 1 event" in shown and "In no month: " in shown
    rows = list(csv.DictReader(run("network", records, "--by", "month", "--csv").stdout.splitlines()))
    assert [(r["start"], r["a"], r["b"], r["mutual"], r["events"]) for r in rows] == [
        ("2018-04-01", "state:kor", "state:prk", "TRUE", "1"), ("2018-05-01", "state:prk", "state:kor", "FALSE", "1"),
    ]  # fmt: skip
    assert "name its days" in str(run("network", records, "--by", "month", "--svg", "x.svg").exception)


def test_a_story_marks_what_is_new(records: Path) -> None:
    assert "NEW Outlet b" in run("story", records, "--new-since", "2018-05-01").output


def test_a_dossier_says_what_was_not_found(records: Path) -> None:
    said = " ".join(run("dossier", records).output.split())
    assert "not found in these articles: offices, how it stands, said, said of it by others, agreements" in said
