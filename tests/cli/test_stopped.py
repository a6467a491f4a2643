"""Ctrl-C and SIGTERM: one line, the exit code of the signal, nothing half done."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from detente import codec
from detente.store import SqliteStore
from tests.written import RECORDS

BOTH = pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])


def begun(folder: Path, *words: str) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-m", "detente", *words], cwd=folder, stdin=pipe, stdout=pipe, stderr=pipe, text=True)


def stopped(child: subprocess.Popen[str], number: signal.Signals) -> tuple[int, list[str]]:
    child.send_signal(number)
    _, said = child.communicate(timeout=60)
    return child.returncode, said.splitlines()


@BOTH
def test_a_command_that_is_stopped_says_so(tmp_path: Path, number: signal.Signals) -> None:
    os.mkfifo(tmp_path / "pipe")
    child = begun(tmp_path, "timeline", "pipe")
    with (tmp_path / "pipe").open("w"):  # once it is opened, the command waits for its words
        assert stopped(child, number) == (128 + number, ["detente: stopped"])


@BOTH
def test_serve_ends_well(tmp_path: Path, number: signal.Signals) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"".join(codec.encode_lines(RECORDS)))
    child = begun(tmp_path, "serve", "a.jsonl", "--port", "0")
    assert child.stdout
    assert child.stderr
    assert child.stdout.readline().startswith("http://127.0.0.1:")
    assert child.stderr.readline() == "detente: Ctrl-C ends it\n"
    code, said = stopped(child, number)
    assert code == 0
    assert said[-1:] == ["detente: stopped"]


@pytest.mark.model
@BOTH
def test_a_store_that_was_being_filled_is_whole(tmp_path: Path, number: signal.Signals) -> None:
    store = tmp_path / "a.store"
    child = begun(tmp_path, "read", "-", "--store", store.name)
    while not store.exists() and child.poll() is None:
        time.sleep(0.05)
    time.sleep(0.5)  # it has its tables then, and waits for the standard input
    assert stopped(child, number) == (
        128 + number,
        ["detente: what was read is in the store; the same command goes on", "detente: stopped"],
    )
    opened = SqliteStore(store, write=True)
    assert opened.check() == ()
    opened.close()
