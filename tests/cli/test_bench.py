"""`detente bench`: a line a stage, the whole against bare parsing, and the memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.cli import bench
from detente.pipeline import STAGES

pytestmark = pytest.mark.model


def test_each_stage_has_a_line_and_the_whole_is_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Moscow expelled two British diplomats.\n\nLondon condemned the step.")
    bench.run([str(tmp_path)], rounds=1, triage=True)
    head, _, *lines, ratio, memory = capsys.readouterr().out.splitlines()
    assert head.startswith("1 articles, 9 words")
    assert [line.split()[0] for line in lines] == ["bare", "triage", "parse", *(s.name for s in STAGES), "whole"]
    assert "of the speed of bare parsing: 0." in ratio or "of the speed of bare parsing: 1." in ratio
    assert memory.endswith(" MB")
