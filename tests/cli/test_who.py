"""The commands `who` and `lexicon update`."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from detente.cli import app

ANSWER = Path(__file__).parent.parent / "lexicon" / "wikidata_answer.json"


def test_who_tells_namesakes_with_their_offices_by_date() -> None:
    result = CliRunner().invoke(app, ["who", "Ri Yong-ho", "--on", "2018-05-08"])
    assert result.exit_code == 0
    assert "2 may be meant, likeliest first" in result.output
    assert "then    foreign minister, North Korea: 2016-05 to 2020-01-23 (checked)" in result.output
    assert max(map(len, result.output.splitlines())) <= 80


def test_who_says_that_it_does_not_know() -> None:
    result = CliRunner().invoke(app, ["who", "Xyzzy Foo"])
    assert result.exit_code == 1
    assert "nobody and nothing of that name in the gazetteer" in result.output


def test_who_gives_its_answer_as_json() -> None:
    answer = json.loads(CliRunner().invoke(app, ["who", "the Chinese president", "--on", "2018-05-08", "--json"]).output)
    assert [p["id"] for p in answer["found"]] == ["person:xi-jinping"]


def test_lexicon_update_writes_a_folder_that_who_reads(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["lexicon", "update", str(ANSWER), "--into", str(tmp_path)])
    assert result.exit_code == 0
    assert "5 offices, 3 new people, 2 left out" in result.output
    asked = CliRunner().invoke(app, ["who", "the French foreign minister", "--on", "2031-06-01", "--lexicon", str(tmp_path)])
    assert "Ada Zenda" in asked.output
