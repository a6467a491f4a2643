"""`detente weigh`: from records to a case, from a case to a report, a page and JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from detente import codec, ingest
from detente.cli import app
from detente.errors import InputError
from detente.records import Article
from detente.weigh import casefile
from tests.weigh.test_propose import RECORDS

ROOT = Path(__file__).parents[2]
KOREA = ROOT / "examples" / "korea-2018.toml"


@pytest.fixture
def records(tmp_path: Path) -> Path:
    path = tmp_path / "records.jsonl"
    path.write_bytes(b"".join(codec.encode_lines(RECORDS)))
    return path


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["weigh", *words])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.output


def test_init_proposes_and_run_weighs_what_it_proposed(records: Path, tmp_path: Path) -> None:
    out = tmp_path / "case.toml"
    code, _ = run("init", str(records), "--issue", "denuclearization", "-o", str(out))
    assert code == 0
    assert casefile.load(out).issues[0].anchors
    code, printed = run("run", str(out))
    assert code == 0
    assert "The order of the anchors is the program's proposal" in " ".join(printed.split())


def test_init_never_writes_over_an_analysts_work(records: Path, tmp_path: Path) -> None:
    out = tmp_path / "case.toml"
    out.write_text("mine")
    with pytest.raises(InputError, match="is there already"):
        run("init", str(records), "--issue", "denuclearization", "-o", str(out))
    assert out.read_text() == "mine"


def test_init_without_any_position_says_so(records: Path) -> None:
    code, printed = run("init", str(records), "--issue", "fish")
    assert code == 1
    assert "No party's position on this was found in these texts." in printed


def test_the_example_is_asked_with_china_in_and_out(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    code, printed = run(
        "run", str(KOREA), "--compare", "without China", "--join", "Japan at D", "--reach", "China: C", "--gains", "-o", str(page)
    )
    told = " ".join(printed.split())
    assert code == 0
    assert "the middle falls at B (equal weights). Not a forecast." in told
    assert "without China between A and C" in told
    assert max(len(line) for line in printed.splitlines()) <= 80
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_json_holds_the_report_and_the_values() -> None:
    code, printed = run("run", str(KOREA), "--json", "--model", "all", "--draws", "20")
    made = json.loads(printed)
    assert code == 0
    assert made["report"]["blocks"][0]["key"] == "lead"
    assert [m["model"] for m in made["result"]["issues"][0]["models"]] == ["nash", "scholz2011-code", "scholz2011-literal", "condorcet"]


@pytest.mark.parametrize("words", [("--model", "oracle"), ("--leave", "Peru"), ("--join", "Japan near D")])
def test_what_cannot_be_asked_is_refused(words: tuple[str, ...]) -> None:
    with pytest.raises(InputError):
        run("run", str(KOREA), *words)


def test_the_quotations_of_the_example_stand_in_the_example_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    texts = {a.id: a.text for a in ingest.articles(["examples"]) if isinstance(a, Article)}
    for evidence in casefile.load(KOREA).evidence:
        assert texts[evidence.article][evidence.start : evidence.end] == evidence.quote
