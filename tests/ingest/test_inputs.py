"""Paths, folders, patterns, the standard input; encodings; what cannot be read is named and the others go on."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from detente.errors import InputError
from detente.ingest import articles
from detente.records import Article, Problem

PROSE = "The two ministers met in Vienna on Tuesday and agreed to reopen the border crossing at Zenda in the spring."
GERMAN = "Die beiden Minister trafen sich am Dienstag in Wien und einigten sich darauf, den Grenzübergang im Frühjahr wieder zu öffnen."


def codes(*paths: str | Path, stdin: bytes | None = None) -> list[str]:
    found = articles([str(path) for path in paths], stdin=io.BytesIO(stdin) if stdin is not None else None)
    return [item.code if isinstance(item, Problem) else "article" for item in found]


def write(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", PROSE, "article"),
        ("a.txt", "", "empty"),
        ("a.txt", " \n\n", "empty"),
        ("a.txt", "Advertisement\n", "empty"),
        ("a.html", "<html><body></body></html>", "empty"),
        ("a.pdf", b"%PDF-1.7\n...", "binary"),
        ("a.png", b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
        ("a.txt", b"ab\x00\x01\x02cd" * 40, "binary"),
        ("a.txt", GERMAN, "not-english"),
        ("a.txt", "Переговоры в Вене закончились без результата, сообщил министр.", "not-english"),
        ("a.txt", PROSE + "\n" + "x " * 2_600_000, "too-large"),
        ("a.jsonl", "{broken\n", "broken-line"),
    ],
)
def test_each_trouble_has_its_code(tmp_path: Path, name: str, data: bytes | str, code: str) -> None:
    assert codes(write(tmp_path, name, data)) == [code]


def test_problems_name_the_file_and_the_language(tmp_path: Path) -> None:
    path = write(tmp_path, "wien.txt", GERMAN)
    (problem,) = articles([str(path)])
    assert isinstance(problem, Problem)
    assert problem.message == f"{path}: looks like German; Detente reads English"


def test_folder_is_read_whole_in_order_without_hidden_and_saved_parts(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.txt", ".hidden.txt", ".git/x.txt"):
        write(tmp_path, name, f"{name} {PROSE}")
    write(
        tmp_path,
        "page.html",
        f"<html><body><article><h1>Border opens</h1><p>{PROSE}</p><p>{PROSE}</p></article></body></html>",
    )
    write(tmp_path, "page_files/ad.js", "var x = 1;")
    write(tmp_path, "case.toml", 'title = "The talks, as an analyst weighs them"')
    found = [item.text for item in articles([str(tmp_path)]) if isinstance(item, Article)]
    assert [text.split()[0] for text in found] == ["b.txt", "Border", "a/c.txt"]


def test_pattern_and_path_give_a_file_once(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", PROSE)
    assert codes(tmp_path / "*.txt", path, tmp_path) == ["article"]


def test_what_is_not_there(tmp_path: Path) -> None:
    os.symlink(tmp_path / "gone", tmp_path / "link")
    (tmp_path / "hollow").mkdir()
    assert codes(tmp_path / "no.txt", tmp_path / "*.none", tmp_path / "link", tmp_path / "hollow") == ["not-found"] * 3 + ["empty"]


def test_others_go_on(tmp_path: Path) -> None:
    good = write(tmp_path, "z.txt", PROSE)
    assert codes(tmp_path / "no.txt", write(tmp_path, "e.txt", ""), good) == ["not-found", "empty", "article"]


@pytest.mark.parametrize(
    ("data", "start"),
    [
        (PROSE.encode(), "The two"),
        (b'{"id": "q", "text": "' + PROSE.encode() + b'"}\n', "The two"),
        (
            f"<!doctype html><html><body><h1>Border opens</h1><p>{PROSE}</p><p>{PROSE}</p></body></html>".encode(),
            "Border opens",
        ),
    ],
)
def test_standard_input_is_told_by_its_beginning(data: bytes, start: str) -> None:
    (article,) = articles(["-"], stdin=io.BytesIO(data))
    assert isinstance(article, Article)
    assert article.text.startswith(start)


def test_standard_input_that_is_not_there() -> None:
    assert codes("-") == ["unreadable"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    text = f"President Nicolás Maduro said “no” in San Cristóbal – again. {PROSE}"
    (article,) = articles([str(write(tmp_path, "a.txt", text.encode(encoding)))])
    assert isinstance(article, Article)
    assert article.text == text


def test_encoding_that_a_page_declares(tmp_path: Path) -> None:
    page = f'<html><head><meta charset="iso-8859-2"></head><body><h1>Wałęsa speaks in Gdańsk</h1><p>{PROSE}</p><p>{PROSE}</p></body></html>'
    (article,) = articles([str(write(tmp_path, "a.html", page.encode("iso-8859-2")))])
    assert isinstance(article, Article)
    assert article.title == "Wałęsa speaks in Gdańsk"


def test_a_day_that_is_none_is_refused_at_the_call() -> None:
    with pytest.raises(InputError, match="is no day"):
        articles(["a.txt"], published="yesterday")
