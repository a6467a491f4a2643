"""Files: whole or not at all, the same bytes each time, nothing beside a stream."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyarrow import parquet

from detente.corpus import Corpus
from detente.errors import InputError, StoreError
from detente.export import FORMATS, Files, Format, named, write
from tests.export import made


@pytest.mark.parametrize("form", [f.name for f in FORMATS])
def test_the_same_records_give_the_same_bytes(form: str, tmp_path: Path) -> None:
    one, two = made.exported(form, tmp_path / "one"), made.exported(form, tmp_path / "two")
    names = sorted(p.name for p in one.parent.iterdir())
    assert names == sorted(p.name for p in two.parent.iterdir())
    assert not [n for n in names if n.endswith(".part")]
    assert [(one.parent / n).read_bytes() for n in names] == [(two.parent / n).read_bytes() for n in names]


def test_after_an_error_there_is_no_new_file_and_the_old_one_stays(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(RuntimeError), Files(path) as files:
        files.main.write(b"new")
        files.beside(".README.txt")
        raise RuntimeError
    assert path.read_text(encoding="utf-8") == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["out.csv"]


def test_a_full_disk_is_told_with_the_name_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"out\.csv: No space left"), Files(tmp_path / "out.csv"):
        raise OSError(28, "No space left on device")
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_a_file_cannot_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(StoreError, match="out"):
        Files(tmp_path / "file" / "out")


def test_nothing_stands_beside_a_stream() -> None:
    stream = made.stream()
    with Files(None, stream) as files:
        assert write(made.counted("icews", Corpus(made.RECORDS)), files) == 5
    assert stream.getvalue().startswith(b"Event ID\t")
    assert files.written == []


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(InputError, match="jsonl, csv, parquet"):
        named("stata")


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_every_format_names_version_data_and_how_to_cite_it(form: Format, tmp_path: Path) -> None:
    path = made.exported(form.name, tmp_path)
    said = path.read_bytes() if form.name != "parquet" else b"\n".join(parquet.read_schema(path).metadata.values())
    if not form.names_origin:
        said = path.with_name(path.name + ".README.txt").read_bytes()
    for words in ("detente 0.1.0", made.SHELF.hash, "read by: detente 0.1.0, data 0123456789ab", "cite as: Detente (version 0.1.0)"):
        assert words in said.decode(), words
    assert path.with_name(path.name + ".evidence.jsonl").exists() != form.evidence


def test_what_is_left_out_is_told_beside_the_file(tmp_path: Path) -> None:
    path = made.exported("icews", tmp_path)
    assert "left out: 1 an imputed wish, 1 dated too loosely, 1 history" in path.with_name("out.icews.README.txt").read_text(
        encoding="utf-8"
    )
