"""The explorer as a folder: whole, bounded, without texts, the same every time, and nothing in it that a browser takes for markup."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from detente.errors import StoreError
from detente.store import SqliteStore
from detente.web import report
from detente.web.api.single import Article, Event
from detente.web.api.whole import Story, Summary
from detente.web.folder import script
from tests.web import made

_LINE = re.compile(rb"detente\((\".*?\"),(.*)\);")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = SqliteStore(made.store(tmp_path / "s"))
    yield opened
    opened.close()


def values(folder: Path) -> dict[str, bytes]:
    """All that the scripts hand over, by key."""
    found: dict[str, bytes] = {}
    for path in sorted((folder / "data").iterdir()):
        for line in path.read_bytes().splitlines():
            match = _LINE.fullmatch(line)
            assert match, line[:100]
            found[json.loads(match[1])] = match[2]
    return found


def test_every_key_of_the_index_is_in_its_file(store: SqliteStore, tmp_path: Path) -> None:
    written = report.write(store, tmp_path / "r", report.Asked())
    held = values(tmp_path / "r")
    index = json.loads(held.pop("index"))
    assert {key for file in index for key in file["keys"]} == set(held)
    assert all((tmp_path / "r" / file["file"]).is_file() for file in index)
    assert (written.articles, written.left_out, written.page.name) == (4, 0, "index.html")
    summary = msgspec.json.decode(held["summary"], type=Summary)
    assert (summary.report, summary.edit, summary.texts) == (True, False, False)
    marks = msgspec.json.decode(held["story"], type=Story).marks
    assert len(marks) == 7
    assert all(f"event/{m.id}" in held for m in marks)


def test_no_text_goes_out_unless_it_is_asked_for(store: SqliteStore, tmp_path: Path) -> None:
    report.write(store, tmp_path / "r", report.Asked())
    article = msgspec.json.decode(values(tmp_path / "r")["article/a"], type=Article)
    assert not article.whole
    assert "again" not in "".join(p.text for p in article.passages)
    event = msgspec.json.decode(values(tmp_path / "r")["event/a-met"], type=Event)
    assert {(t.context.before, t.context.quote, t.context.after) for t in event.tellings} == {("", "met", "")}
    report.write(store, tmp_path / "r", report.Asked(texts=True))
    whole = msgspec.json.decode(values(tmp_path / "r")["article/a"], type=Article)
    assert whole.whole
    assert "They will meet again." in "".join(p.text for p in whole.passages)


def test_only_so_many_of_the_newest_and_how_many_are_left_out(store: SqliteStore, tmp_path: Path) -> None:
    written = report.write(store, tmp_path / "r", report.Asked(articles=2))
    held = values(tmp_path / "r")
    assert {key for key in held if key.startswith("article/")} == {"article/b", "article/evil/../../<x>\u202e"}
    summary = msgspec.json.decode(held["summary"], type=Summary)
    assert (written.left_out, summary.left_out, summary.counts.articles) == (2, 2, 2)
    event = msgspec.json.decode(held["event/b-met"], type=Event)
    assert [t.id for t in event.tellings] == ["b-met"], "what is not in the report is not told"


def test_the_same_store_gives_the_same_bytes(store: SqliteStore, tmp_path: Path) -> None:
    for name in ("one", "two", "two"):
        report.write(store, tmp_path / name, report.Asked(articles=2))
    files = [p.relative_to(tmp_path / "one") for p in sorted((tmp_path / "one").rglob("*")) if p.is_file()]
    assert files == [p.relative_to(tmp_path / "two") for p in sorted((tmp_path / "two").rglob("*")) if p.is_file()]
    assert all((tmp_path / "one" / f).read_bytes() == (tmp_path / "two" / f).read_bytes() for f in files)


def test_nothing_of_an_article_is_markup_or_names_a_file(store: SqliteStore, tmp_path: Path) -> None:
    report.write(store, tmp_path / "r", report.Asked(texts=True))
    for path in (tmp_path / "r" / "data").iterdir():
        data = path.read_bytes()
        assert b"<" not in data or path.name == "world.js"
        assert "\u2028".encode() not in data
        assert b"\x00" not in data
        assert re.fullmatch(r"[a-z]+\d*\.js", path.name)
    assert script(["</script>\u2028"]) == b'["\\u003c/script>\\u2028"]'


def test_the_page_runs_nothing_but_its_own_script(store: SqliteStore, tmp_path: Path) -> None:
    report.write(store, tmp_path / "r", report.Asked())
    page = (tmp_path / "r" / "index.html").read_text(encoding="utf-8")
    assert "default-src 'none'; script-src 'self'; style-src 'self'" in page
    assert "unsafe" not in page
    assert re.findall(r'(?:src|href)="([^"]+)"', page) == ["data:,", "explorer.css", "weighing.css", "report.js"]


def test_a_folder_of_something_else_is_left_alone(store: SqliteStore, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years of work")
    with pytest.raises(StoreError, match="no report"):
        report.write(store, tmp_path / "mine", report.Asked())
    assert [p.name for p in (tmp_path / "mine").iterdir()] == ["thesis.txt"]
