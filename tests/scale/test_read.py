"""Shards read for real: the records are those of reading without shards, on this machine and on Dask."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from detente import codec, ingest
from detente.pipeline import Pipeline
from detente.records import AnyRecord, Article, Problem
from detente.scale import drive, manifest
from detente.scale.engines import Done, Engine, Local, OnDask
from detente.scale.manifest import Given, Manifest
from tests.scale.written import lines

pytestmark = pytest.mark.model


def planned(pipeline: Pipeline, out: Path, paths: list[str], size: int) -> Manifest:
    return manifest.keep(out, manifest.plan(paths, pipeline.run(), Given(), size=size))


def directly(pipeline: Pipeline, paths: list[str]) -> list[AnyRecord]:
    found: list[AnyRecord] = [pipeline.run()]
    for item in ingest.articles(paths):
        found += pipeline.read(item).all() if isinstance(item, Article) else [item]
    return found


@pytest.mark.parametrize("engine", [Local(2), OnDask(2)], ids=["local", "dask"])
def test_shards_hold_what_reading_without_them_gives(pipeline: Pipeline, tmp_path: Path, engine: Engine) -> None:
    archive = lines(tmp_path / "a.jsonl", 12)
    with archive.open("a") as stream:
        stream.write("{broken\n")
    plan = planned(pipeline, tmp_path / "out", [str(archive)], 900)
    assert len(plan.shards) > 2
    assert {d.error for d in drive.read(tmp_path / "out", plan, engine)} == {""}
    made = list(drive.records(tmp_path / "out", plan))
    assert made == directly(pipeline, [str(archive)])
    assert [r.message.split(": ")[0] for r in made if isinstance(r, Problem) and r.code == "broken-line"] == [f"{archive}:13"]


def test_a_machine_with_another_program_reads_nothing(pipeline: Pipeline, tmp_path: Path) -> None:
    out = tmp_path / "out"
    plan = planned(pipeline, out, [str(lines(tmp_path / "a.jsonl", 1))], 900)
    told = json.loads((out / "manifest.json").read_bytes())
    told["run"]["data"] = "other"
    (out / "manifest.json").write_text(json.dumps(told))
    (done,) = drive.read(out, plan, Local(1))
    assert done == Done(plan.shards[0].name, done.error)
    assert "made with others" in done.error


def test_the_command_reads_and_combines(tmp_path: Path) -> None:
    lines(tmp_path / "a.jsonl", 3)
    out = tmp_path / "out"

    def detente(*words: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run([sys.executable, "-m", "detente", *words], cwd=tmp_path, capture_output=True, check=False)

    done = detente("read", "a.jsonl", "gone.txt", "--out", "out", "--jobs", "1")
    assert done.returncode == 1
    assert b"gone.txt: no such file" in done.stderr
    assert len([r for r in map(codec.decode, detente("combine", "out").stdout.splitlines()) if isinstance(r, Article)]) == 3
    assert b"3 added" in detente("combine", "out", "--store", "s").stdout
    next((out / "shards").iterdir()).unlink()
    assert detente("combine", "out").returncode == 2
    assert detente("combine", "out", "--partial").returncode == 0
