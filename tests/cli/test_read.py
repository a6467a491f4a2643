"""The commands as a user calls them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from detente import codec
from detente.cli import app, terminal
from detente.records import Article, Run
from detente.views import report
from tests.written import RECORDS

STORY = (
    "Kim meets Xi in Beijing\n\n"
    "BEIJING, May 9 -- North Korean leader Kim Jong-un met Chinese President Xi Jinping in Beijing on Tuesday, state media said.\n\n"
    "“We want peace,” Kim said. The two leaders will meet again in June.\n"
)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def shown(codes: bool = False) -> str:
    console = terminal.console()
    with console.capture() as captured:
        console.print(terminal.show(report.make(RECORDS), codes=codes))
    return captured.get()


def test_a_report_fits_80_columns_and_names_lines_and_sources() -> None:
    text = shown()
    assert max(map(len, text.splitlines())) <= 80
    assert "REPORTED AS HAPPENED" in text
    assert "Chinese Foreign Ministry" in text
    assert "[5]" in text
    assert "\x1b" not in text


def test_codes_are_shown_when_asked_for() -> None:
    assert "CONSULT by consult.meet" in shown(codes=True)
    assert "CONSULT" not in shown()


def test_help_loads_no_parser() -> None:
    check = "import sys, detente.cli; sys.exit('spacy' in sys.modules or 'trafilatura' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


@pytest.mark.model
def test_read_prints_a_report(story: Path) -> None:
    done = CliRunner().invoke(app, ["read", str(story), "--published", "2018-05-09"])
    assert done.exit_code == 0
    assert "Kim meets Xi in Beijing" in done.stdout
    assert "“We want peace”" in done.stdout
    assert "Tue 8 May" in done.stdout


@pytest.mark.model
def test_json_is_the_run_then_the_records_and_a_missing_file_is_exit_code_1(story: Path) -> None:
    done = CliRunner().invoke(app, ["read", str(story), str(story.with_name("none.txt")), "--published", "2018-05-09", "--json"])
    records = [codec.decode(line) for line in done.stdout.splitlines() if line.startswith("{")]
    assert isinstance(records[0], Run)
    assert isinstance(records[1], Article)
    assert done.exit_code == 1
    assert "not-found" in done.stderr


@pytest.mark.model
def test_html_writes_one_page(story: Path, tmp_path: Path) -> None:
    page = tmp_path / "out" / "page.html"
    assert CliRunner().invoke(app, ["read", str(story), "--html", str(page)]).exit_code == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert list(page.parent.iterdir()) == [page]


@pytest.mark.model
def test_explain_a_line_shows_rule_and_examples(story: Path) -> None:
    done = CliRunner().invoke(app, ["explain", f"{story}:3", "--published", "2018-05-09"])
    assert done.exit_code == 0
    assert "rule: consult.meet" in done.stdout
    assert "yes  Kim met Xi Jinping in Dalian on Monday." in done.stdout


@pytest.mark.model
def test_without_a_day_the_report_is_loud(story: Path) -> None:
    story.write_text(STORY.replace("BEIJING, May 9 -- ", ""), encoding="utf-8")
    assert "NO DAY OF PUBLICATION" in CliRunner().invoke(app, ["read", str(story)]).stdout


def test_a_record_of_a_store_is_explained_as_it_is_kept(story: Path, tmp_path: Path) -> None:
    store = str(tmp_path / "s")
    CliRunner().invoke(app, ["read", str(story), "--published", "2018-05-09", "--store", store])
    ident = CliRunner().invoke(app, ["search", store, "--kind", "event"]).output.split()[0]
    done = CliRunner().invoke(app, ["explain", ident, store])
    assert done.exit_code == 0, done.output
    assert "Kim Jong-un met Xi Jinping" in done.output


def test_a_record_of_no_file_cannot_be_explained() -> None:
    done = CliRunner().invoke(app, ["explain", "abcd"])
    assert done.exit_code != 0
