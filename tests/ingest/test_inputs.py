"""Paths, folders, patterns, the standard input; encodings; what cannot be read is named and the others go on."""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import socket
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from detente.errors import InputError
from detente.ingest import articles, html, jsonl, packed
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
        ("a.pdf", b"%PDF-1.7\n...", "broken"),
        ("a.png", b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
        ("a.txt", b"ab\x00\x01\x02cd" * 40, "binary"),
        ("a.txt", GERMAN, "not-english"),
        ("a.txt", "Переговоры в Вене закончились без результата, сообщил министр.", "not-english"),
        ("a.txt", PROSE + "\n" + "x " * 2_600_000, "too-large"),
        ("a.jsonl", "{broken\n", "broken-line"),
        ("a.html", "<p " + " ".join(f"a{n}=1" for n in range(6000)) + f">{PROSE}", "too-large"),
        ("a.html", "<b>x</b>" * 160_000 + PROSE, "too-large"),
        ("a.html", "<div>" * 100_000 + PROSE, "empty"),
        ("a.docx", b"PK\x03\x04" + b"x" * 50, "broken"),
        ("a.zip", b"PK\x03\x04" + b"x" * 50, "broken"),
        ("a.rtf", rb"{\rtf1 cut", "broken"),
        ("a.txt.gz", b"\x1f\x8b\x08" + b"x" * 50, "broken"),
        ("a.txt", "a\n" * 100_001, "too-large"),
        ("a.csv", "name,age\nAnn,3\n", "broken-line"),
        ("a.mht", "x", "empty"),
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


ROWS = [json.dumps({"id": n, "text": f"{n} {PROSE}"}) for n in range(3000)]
NOISE = [json.dumps({"id": f"{random.Random(n).random()}", "text": f"{n} {PROSE}"}) for n in range(3000)]


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.gz", "-"])
def test_packed_files_are_read_as_if_they_were_not(tmp_path: Path, name: str) -> None:
    data = gzip.compress("\n".join(ROWS[:50]).encode()) + gzip.compress(("\n" + ROWS[50]).encode())
    path = write(tmp_path, "a", data) if name == "-" else write(tmp_path, name, data)
    found = codes(path) if name != "-" else codes("-", stdin=data)
    assert found == ["article"] * 51


def test_a_cut_gzip_file_is_a_problem_after_everything_before_it(tmp_path: Path) -> None:
    data = gzip.compress("\n".join(NOISE).encode())
    path = write(tmp_path, "a.jsonl.gz", data[: len(data) // 2])
    found = list(articles([str(path)]))
    read = [item for item in found if isinstance(item, Article)]
    assert len(read) > 1000
    assert [item.text.split()[0] for item in read] == [str(n) for n in range(len(read))]
    assert isinstance(found[-1], Problem)
    assert (found[-1].code, len(found)) == ("broken", len(read) + 1)
    assert found[-1].message == f"{path}: the gzip data ends too soon; what came before was read"


def test_of_a_cut_gzip_file_of_one_article_no_half_is_read(tmp_path: Path) -> None:
    data = gzip.compress(f"{PROSE} {random.Random(1).random()}\n".encode() * 200)
    assert codes(write(tmp_path, "a.txt.gz", data[:-20])) == ["broken"]


def test_bombs_are_refused_and_the_others_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "FREE", 100_000)
    line = json.dumps({"text": PROSE}) + "\n"
    bomb = write(tmp_path, "a.jsonl.gz", gzip.compress(line.encode() + b" " * 20_000_000))
    with zipfile.ZipFile(tmp_path / "b.zip", "w", zipfile.ZIP_DEFLATED) as packs:
        packs.writestr("a.txt", b" " * 20_000_000)
        packs.writestr("b.txt", PROSE)
    assert codes(bomb, tmp_path / "b.zip") == ["article", "too-large", "too-large", "article"]


def test_members_of_an_archive_are_named_with_it(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as packs:
        for name, data in (
            ("b.jsonl", "\n".join(ROWS[:3])),
            ("a/a.html", f"<html><body><h1>Border opens</h1><p>{PROSE}</p><p>{PROSE}</p></body></html>"),
            ("c.txt", GERMAN),
            ("d.txt", "x" + PROSE * 30),
            ("__MACOSX/x.txt", "x"),
            (".hidden", "x"),
            ("e.zip", b"PK\x03\x04x"),
            ("z.txt", PROSE),
        ):
            packs.writestr(name, data)
    data = (tmp_path / "a.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as packs:
        spot = packs.getinfo("d.txt").header_offset + 60
    path = write(tmp_path, "b.zip", data[:spot] + bytes([data[spot] ^ 0xFF]) + data[spot + 1 :])
    found = list(articles([str(path)]))
    assert [item.code if isinstance(item, Problem) else "article" for item in found] == [
        *["article"] * 4, "not-english", "broken", "binary", "article",
    ]  # fmt: skip
    assert isinstance(found[4], Problem)
    assert found[4].message.startswith(f"{path}/c.txt: looks like German")
    assert len({item.id for item in found}) == len(found)


@pytest.mark.parametrize(
    ("module", "name", "data"),
    [("fastwarc", "a", b"WARC/1.0\r\n"), ("pyarrow", "a", b"PAR1"), ("pypdf", "a", b"%PDF-1.4"), ("docx", "a.docx", b"PK\x03\x04")],
)
def test_an_extra_that_is_not_installed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, name: str, data: bytes
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    (problem,) = articles([str(write(tmp_path, name, data))])
    assert isinstance(problem, Problem)
    assert (problem.code, 'pip install "detente[' in problem.message) == ("missing-extra", True)


def test_a_spreadsheet_is_no_archive_of_articles(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as packs:
        packs.writestr("[Content_Types].xml", "<Types/>")
        packs.writestr("xl/worksheets/sheet1.xml", f"<worksheet>{PROSE}</worksheet>")
    assert codes(tmp_path / "a.xlsx") == ["binary"]


def test_pipes_sockets_and_devices_are_named_and_nothing_hangs(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(tmp_path / "s.txt"))
        good = write(tmp_path, "z.txt", PROSE)
        os.symlink(tmp_path / "gone", tmp_path / "link.txt")
        assert codes(tmp_path) == ["unreadable"] * 3 + ["article"]
        assert codes(tmp_path / "pipe.txt", "/dev/zero", good) == ["unreadable", "unreadable", "article"]


def test_what_a_run_writes_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", PROSE)
    script = f"from detente.ingest import articles\nfor item in articles([{str(tmp_path)!r}]): print(type(item).__name__, flush=True)"
    with (tmp_path / "b.txt").open("wb") as out:
        subprocess.run([sys.executable, "-c", script], stdout=out, check=True)
    assert (tmp_path / "b.txt").read_text().split() == ["Article", "Problem"]


def test_an_open_pipe_of_the_shell_is_read() -> None:
    inner, outer = os.pipe()
    os.write(outer, PROSE.encode())
    os.close(outer)
    try:
        assert codes(f"/dev/fd/{inner}") == ["article"]
    finally:
        os.close(inner)


def test_a_file_that_vanishes_and_a_folder_that_cannot_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        write(tmp_path, name, f"{name} {PROSE}")
    found = articles([str(tmp_path)])
    next(found)
    (tmp_path / "b.txt").unlink()
    assert [item.code if isinstance(item, Problem) else "article" for item in found] == ["unreadable", "article"]
    (tmp_path / "inner").mkdir()
    scan = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: scan(path if "inner" not in str(path) else "/gone/away"))
    assert codes(tmp_path) == ["article", "article", "unreadable"]


def test_a_disk_that_fails_while_a_file_is_read(tmp_path: Path) -> None:
    class Failing(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            if self.tell() > 500:
                raise OSError(5, "Input/output error")
            return super().readline(size)

    found = list(articles(["-"], stdin=Failing("\n".join(ROWS[:50]).encode())))
    assert [type(item).__name__ for item in found] == ["Article"] * 4 + ["Problem"]
    assert isinstance(found[-1], Problem)
    assert found[-1].message == "-: Input/output error"


def test_a_line_that_is_too_long_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "LONGEST", 1000)
    path = write(tmp_path, "a.jsonl", "\n".join([ROWS[0], "x" * 10_000, ROWS[1]]))
    assert codes(path) == ["article", "too-large", "article"]


def test_a_page_of_many_tags_among_rows_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "TAGS", 50)
    path = write(tmp_path, "a.jsonl", json.dumps({"html": "<b>x</b>" * 60}) + "\n" + ROWS[0])
    assert codes(path) == ["too-large", "article"]


@pytest.mark.parametrize(
    "name", ["a.pdf", "a.docx", "a.rtf", "a.parquet", "a.csv", "a.jsonl", "a.eml", "a.zip", "a.warc", "a.html", "a.xml", "a.gz"]
)
def test_a_name_that_lies_is_no_traceback(tmp_path: Path, name: str) -> None:
    noise = random.Random(7).randbytes(3000)
    for data in (
        noise,
        PROSE.encode(),
        b"PK\x03\x04" + noise,
        b"%PDF-1.4\n" + noise,
        b"WARC/1.0\r\n" + noise,
        b"PAR1" + noise,
        b"{\\rtf1 " + noise,
    ):
        assert len(codes(write(tmp_path, name, data))) >= 1


def test_names_of_any_bytes_are_shown_on_one_line(tmp_path: Path) -> None:
    for name in (b"bad\xff.txt", b"new\nline.txt"):
        Path(os.fsdecode(bytes(tmp_path) + b"/" + name)).touch()
    messages = [item.message.removeprefix(f"{tmp_path}/") for item in articles([str(tmp_path)]) if isinstance(item, Problem)]
    assert messages == [r"bad\xff.txt: the file is empty", r"new\nline.txt: the file is empty"]
