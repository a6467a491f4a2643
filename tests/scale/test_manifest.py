"""The plan: every byte of every input in exactly one piece, cut between lines, and a folder never holds two plans."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import InputError
from detente.records import Run
from detente.scale import manifest
from detente.scale.manifest import Given, Piece

RUN = Run(id="r", program="p", data="d", model="m")


def pieces(*paths: Path, size: int = 100) -> list[list[Piece]]:
    return [list(s.pieces) for s in manifest.plan([str(p) for p in paths], RUN, Given(), size=size).shards]


@given(st.lists(st.binary(max_size=40).map(lambda b: b.replace(b"\n", b"")), max_size=30), st.integers(1, 120))
def test_pieces_of_a_file_of_lines_are_the_file(rows: list[bytes], size: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.jsonl"
        path.write_bytes(b"\n".join(rows))
        data = path.read_bytes()
        found = [p for shard in pieces(path, size=size) for p in shard]
        assert b"".join(data[p.start : p.end] for p in found) == data
        assert all(data[p.start - 1 : p.start] == b"\n" for p in found if p.start)
        assert [p.line for p in found] == [data[: p.start].count(b"\n") + 1 for p in found]


def test_small_files_share_a_shard_and_large_ones_do_not(tmp_path: Path) -> None:
    for name, size in (("a.txt", 40), ("b.txt", 40), ("c.txt", 40), ("d.txt", 500), ("e.txt", 10)):
        (tmp_path / name).write_bytes(b"x" * size)
    assert [[Path(p.path).name for p in shard] for shard in pieces(tmp_path)] == [["a.txt", "b.txt"], ["c.txt"], ["d.txt"], ["e.txt"]]


def test_a_file_in_utf_16_is_not_cut(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "x"}\n' * 50, encoding="utf-16")
    assert pieces(tmp_path / "a.jsonl") == [[Piece(str(tmp_path / "a.jsonl"))]]


def test_the_same_inputs_give_the_same_plan(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    first = manifest.plan([str(tmp_path)], RUN, Given())
    assert manifest.keep(tmp_path / "out", first) == manifest.keep(tmp_path / "out", manifest.plan([str(tmp_path / "a.txt")], RUN, Given()))


def test_a_folder_of_other_inputs_or_another_program_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    plan = manifest.plan([str(tmp_path / "a.txt")], RUN, Given())
    manifest.keep(tmp_path / "out", plan)
    (tmp_path / "a.txt").write_text("longer")
    with pytest.raises(InputError, match="other inputs"):
        manifest.keep(tmp_path / "out", manifest.plan([str(tmp_path / "a.txt")], RUN, Given()))
    with pytest.raises(InputError, match="other program"):
        manifest.keep(tmp_path / "out", msgspec.structs.replace(plan, run=msgspec.structs.replace(RUN, data="new")))


def test_what_is_not_there_is_a_problem_of_the_plan(tmp_path: Path) -> None:
    plan = manifest.plan([str(tmp_path / "gone.txt")], RUN, Given())
    assert (plan.shards, [p.code for p in plan.problems]) == ((), ["not-found"])


def test_a_folder_without_or_with_a_broken_manifest_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"not a folder that"):
        manifest.load(tmp_path)
    (tmp_path / "manifest.json").write_text("{")
    with pytest.raises(InputError, match="no manifest"):
        manifest.load(tmp_path)


def test_a_name_that_is_not_utf_8_is_a_problem_and_the_others_are_read(tmp_path: Path) -> None:
    Path(os.fsdecode(bytes(tmp_path) + b"/bad\xff.txt")).write_text("a")
    (tmp_path / "a.txt").write_text("a")
    made = manifest.plan([str(tmp_path)], RUN, Given())
    assert [piece.path for shard in made.shards for piece in shard.pieces] == [str(tmp_path / "a.txt")]
    assert [p.message for p in made.problems] == [rf"{tmp_path}/bad\xff.txt: its name is not UTF-8: rename it, or read it without --out"]
    manifest.keep(tmp_path / "out", made)
