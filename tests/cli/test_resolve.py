"""`detente resolve` and `detente review` on a file of records."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner, Result

from detente import codec
from detente.archive.load import load
from detente.cli import app, review
from detente.records import Run
from detente.store import SqliteStore
from tests.resolve.told import told

RECORDS = (
    *told("a", "Kim met Xi in Dalian", on="2018-05-07", at=("Dalian", "CHN")),
    *told("b", "Kim met Xi", on="2018-05-07", at=("Beijing", "CHN"), published="2018-05-10"),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "records.jsonl"
    path.write_bytes(b"".join(codec.encode_lines(RECORDS)).rstrip(b"\n"))
    return path


def run(*words: str) -> Result:
    return CliRunner().invoke(app, words)


def test_resolve_counts_and_keeps(file: Path) -> None:
    told = run("resolve", str(file)).output
    assert "1 event told in more than one article, by 2 tellings" in told
    assert "where: Beijing or Dalian" in told
    assert "2 new judgements, written" in run("resolve", str(file), "--keep").output
    assert "0 new judgements" in run("resolve", str(file), "--keep").output
    assert len(load(file).told()) == 1


def test_resolve_writes_records(file: Path) -> None:
    lines = run("resolve", str(file), "--json").output.splitlines()
    assert [codec.decode(line).id for line in lines] and '"verdict":"same_event"' in lines[0]


def test_review_lists_confirms_and_undoes(file: Path) -> None:
    run("resolve", str(file), "--keep")
    listed = run("review", "list", str(file)).output
    assert "2 judgements to look at" in listed
    ident = listed.split()[0]
    assert "kept" in run("review", "confirm", str(file), ident, "--by", "Ann").output
    assert "1 judgement to look at" in run("review", "list", str(file)).output
    run("review", "apart", str(file), "a-e", "b-e", "--by", "Ann", "--because", "two rooms")
    assert len(load(file).told()) == 2


def test_review_corrects_one_record(file: Path) -> None:
    assert "kept" in run("review", "correct", str(file), "a-e", "--status", "denied", "--when", "2018-05-08", "--by", "Ann").output
    event = load(file).events[0]
    assert event.factuality == "denied" and event.when and event.when.start == "2018-05-08"


def test_walk_asks_again_and_ends_with_the_input(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("resolve", str(file), "--keep")
    answers = iter(["perhaps", "", "y", "read both"])

    def typed(_: str) -> str:
        try:
            return next(answers)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr(review, "input", typed, raising=False)
    monkeypatch.setattr("sys.stdin", SimpleNamespace(isatty=lambda: True))
    review.walk(file, "Ann")
    assert [j.reason for j in load(file).judged.standing if j.author == "Ann"] == ["read both"]


def test_review_refuses_what_it_cannot_keep(file: Path) -> None:
    before = file.read_bytes()
    for words in (["correct", "a-e"], ["correct", "a-e", "--status", "maybe"], ["confirm", "ffff"], ["same", "a", "b-e"], ["walk"]):
        assert run("review", words[0], str(file), *words[1:], "--by", "Ann").exception is not None
    assert file.read_bytes() == before


def test_a_store_keeps_what_was_said(tmp_path: Path) -> None:
    path = tmp_path / "kept.db"
    store = SqliteStore(path, write=True)
    run_of = Run(id="r", program="p", data="d", model="m")
    with store.transaction():
        store.add([RECORDS[: len(RECORDS) // 2], RECORDS[len(RECORDS) // 2 :]], run_of, added="2024-01-01T00:00:00Z")
    store.close()
    assert "2 new judgements, written" in run("resolve", str(path), "--keep").output
    assert len(load(path).told()) == 1
    run("review", "apart", str(path), "a-e", "b-e", "--by", "Ann")
    run("review", "correct", str(path), "a-e", "--status", "denied", "--by", "Ann")
    assert len(load(path).told()) == 1 and {e.factuality for e in load(path).events} == {"denied", "actual"}


def test_an_article_in_place_of_records_is_told_what_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("Kim met Xi.")
    assert "wanted are records of `detente read --json`, or a store" in str(run("resolve", str(tmp_path / "article.txt")).exception)
