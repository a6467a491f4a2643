"""Workers, drivers and shards killed while they read, on each engine: in the end every article is there exactly once."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from detente import codec
from detente.records import Article
from detente.scale import manifest
from detente.scale.task import ASIDE
from tests.scale.written import lines

pytestmark = [pytest.mark.model, pytest.mark.long]
COUNT = 240
ENGINES = ("local", "dask", "ray")


def started(folder: Path, engine: str) -> subprocess.Popen[bytes]:
    """`detente read --out` on an archive, in a group of its own."""
    if engine == "ray":
        pytest.importorskip("ray", reason="Ray is an extra")
    command = [
        sys.executable,
        "-m",
        "detente",
        "read",
        "a.jsonl",
        "--out",
        "out",
        "--jobs",
        "2",
        "--engine",
        engine,
        "--shard-size",
        "4000",
    ]
    with (folder / "log").open("ab") as log:
        return subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, start_new_session=True)


def readers(folder: Path) -> Iterator[tuple[str, int, Path]]:
    """Shards of this folder that are being written just now, each with its process, told by their temporary files."""
    for part in (folder / "out" / "shards").glob("*.part"):
        name, *_, pid, _ = part.name.split(".")
        yield name, int(pid), part


def counted(folder: Path) -> Counter[str]:
    done = subprocess.run([sys.executable, "-m", "detente", "combine", "out"], cwd=folder, capture_output=True, check=True)
    return Counter(r.url or "" for r in map(codec.decode, done.stdout.splitlines()) if isinstance(r, Article))


def once() -> Counter[str]:
    return Counter(f"https://news.example/{n}" for n in range(COUNT))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lines(tmp_path / "a.jsonl", COUNT)
    return tmp_path


def kill(pid: int) -> bool:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("engine", ENGINES)
def test_workers_killed(folder: Path, engine: str) -> None:
    driver, hit = started(folder, engine), set[str]()
    while driver.poll() is None:
        for shard, pid, part in readers(folder):
            if shard not in hit and int(shard[:5]) % 4 == 2:
                time.sleep(random.random() / 20)  # a shard of a few lines is soon read
                if part.exists() and kill(pid):  # a worker of Ray goes on to another shard
                    hit.add(shard)
        time.sleep(0.01)
    assert driver.returncode == 0, (folder / "log").read_text()
    assert len(hit) > 2
    assert counted(folder) == once()


@pytest.mark.parametrize("engine", ENGINES)
def test_the_driver_killed_twice(folder: Path, engine: str) -> None:
    for wanted in (1, 4):
        driver = started(folder, engine)
        while driver.poll() is None and len(list((folder / "out" / "shards").glob("*.jsonl"))) < wanted:
            time.sleep(0.05)
        assert kill(driver.pid)
        driver.wait()
    assert started(folder, engine).wait(300) == 0, (folder / "log").read_text()
    assert counted(folder) == once()


@pytest.mark.parametrize("engine", ENGINES)
def test_a_poisoned_shard_is_named_and_all_others_finish(folder: Path, engine: str) -> None:
    driver = started(folder, engine)
    poisoned: str | None = None
    while driver.poll() is None:
        for shard, pid, _ in readers(folder):
            poisoned = poisoned or shard
            if shard == poisoned:
                kill(pid)
        time.sleep(0.01)
    assert driver.returncode == 1
    assert [p.stem for p in (folder / "out" / ASIDE).iterdir()] == [poisoned]
    assert f"shard {poisoned} set aside" in (folder / "log").read_text()
    plan = manifest.load(folder / "out")
    assert [s.name for s in plan.shards if not (folder / "out" / "shards" / f"{s.name}.jsonl").exists()] == [poisoned]
    assert started(folder, engine).wait(300) == 0, (folder / "log").read_text()
    assert counted(folder) == once()
    assert not any((folder / "out" / ASIDE).iterdir())
