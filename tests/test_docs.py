"""The documentation keeps up: every command, record, field, stage and data file is there, and what it tells you to run runs."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path
from typing import get_args

import msgspec
import pytest
import typer.main

from detente.cli import app
from detente.pipeline import STAGES, Stage
from detente.records import AnyRecord
from eval import measure

ROOT = Path(__file__).parent.parent
DATA = ROOT / "src" / "detente" / "data"
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", DATA / "README.md", *(ROOT / "docs").rglob("*.md"), *(ROOT / "eval").glob("*.md")]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def headings(page: Path) -> list[str]:
    """The headings of a page, without their marks."""
    lines = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE).splitlines()
    return [line.lstrip("#").strip() for line in lines if line.startswith("#")]


def blocks(page: str, language: str) -> list[str]:
    """The fenced blocks of a page in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", page, flags=re.DOTALL | re.MULTILINE)


def commands() -> list[str]:
    """The commands that the command line knows, as typed."""
    found: list[str] = []
    todo = [("detente", typer.main.get_command(app))]
    while todo:
        words, command = todo.pop()
        inner = getattr(command, "commands", None)
        todo += [(f"{words} {name}", sub) for name, sub in (inner or {}).items()]
        found += [] if inner else [words]
    return sorted(found)


@pytest.mark.parametrize("command", commands())
def test_every_command_has_its_heading(command: str) -> None:
    assert any(re.match(rf"`{command}(`| [A-Z])", heading) for heading in headings(ROOT / "docs" / "commands.md")), command


@pytest.mark.parametrize("kind", get_args(AnyRecord), ids=lambda kind: str(kind.__name__).lower())
def test_every_kind_of_record_has_its_heading_and_every_field_its_row(kind: type[msgspec.Struct]) -> None:
    page = (ROOT / "docs" / "records.md").read_text(encoding="utf-8")
    name = str(kind.__struct_config__.tag)
    found = re.search(rf"^## `{name}`\n(.*?)(?=^## |\Z)", page, flags=re.DOTALL | re.MULTILINE)
    assert found, name
    told = {word for row in found[1].splitlines() if row.startswith("| `") for word in re.findall(r"`(\w+)`", row.split("|")[1])}
    assert set(kind.__struct_encode_fields__) == told


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_every_stage_has_its_heading_and_its_row(stage: Stage) -> None:
    page = ROOT / "docs" / "pipeline.md"
    assert f"`{stage.name}`" in headings(page)
    assert f"| `{stage.name}` | {', '.join(stage.needs)} | {stage.gives} |" in page.read_text(encoding="utf-8")


def test_every_data_file_has_its_heading() -> None:
    patterns = [part.strip() for heading in headings(DATA / "README.md") for part in heading.split(",")]
    files = [p.relative_to(DATA).as_posix() for p in DATA.rglob("*") if p.suffix in (".tsv", ".yaml", ".json")]
    assert files
    assert [f for f in files if not any(fnmatch(f, pattern) for pattern in patterns)] == []
    assert [p for p in patterns if "/" in p and not any(fnmatch(f, p) for f in files)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [t for t in targets if not (page.parent / t).exists()] == []


def test_every_page_is_reached_from_the_index() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    assert [p.name for p in (ROOT / "docs").glob("*.md") if p.name != "index.md" and f"({p.name})" not in index] == []


def test_the_makefile_has_what_the_pages_name() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    named = {
        word
        for page in PAGES
        for word in re.findall(r"\bmake ([a-z-]+)(?=[`\s]+(?:#|$|\n|makes|measures|for)|`)", page.read_text(encoding="utf-8"))
    }
    assert {"demo", "test", "eval"} <= named <= targets


def test_the_table_of_figures_is_the_stored_one() -> None:
    made = measure.stored()
    assert made is not None
    assert measure.fill(README, made) == README


@pytest.mark.model
def test_the_commands_of_the_readme_run_one_after_another(tmp_path: Path) -> None:
    env = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    for line in (line for block in blocks(README, "sh") for line in block.splitlines() if line.startswith("detente")):
        before = set(tmp_path.rglob("*"))
        words = shlex.split(line.replace("out/", f"{tmp_path}/"))
        done = subprocess.run([sys.executable, "-m", *words], cwd=ROOT, env=env, capture_output=True, check=False)
        assert done.returncode == 0, (line, done.stderr.decode())
        assert done.stdout or set(tmp_path.rglob("*")) - before, line


@pytest.mark.model
def test_the_python_of_the_readme_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        for block in blocks(README, "python"):
            exec(compile(block, "README.md", "exec"), {})
    assert "CONSULT" in printed.getvalue()
