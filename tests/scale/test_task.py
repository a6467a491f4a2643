"""One shard: a process that hangs is ended, with a note of where; a shard that is there is left alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from detente.records import Run
from detente.scale import manifest, task
from detente.scale.manifest import Given

HANGS = """
import time
from detente.scale import task
with task._watched(0.2):
    time.sleep(60)
"""


def test_a_process_that_hangs_is_ended_and_says_where() -> None:
    done = subprocess.run([sys.executable, "-c", HANGS], capture_output=True, check=False, timeout=50)
    assert done.returncode == 1
    assert b"Timeout" in done.stderr
    assert b"<module>" in done.stderr


def test_a_finished_shard_is_not_read_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    run = Run(id="r", program="p", data="d", model="m")
    plan = manifest.keep(tmp_path / "out", manifest.plan([str(tmp_path / "a.txt")], run, Given()))
    there = task.finished(tmp_path / "out", plan.shards[0])
    there.parent.mkdir()
    there.write_text("whole")
    task.read(str(tmp_path / "out"), plan.shards[0].name)  # would refuse, since this is no run of ours
    assert there.read_text() == "whole"
