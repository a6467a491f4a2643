"""`detente serve` and `detente report`, as a user calls them."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from detente.cli import app
from detente.errors import InputError
from detente.web import serve
from tests.web import made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return made.store(tmp_path / "s")


def test_it_answers_on_loopback_with_the_token_that_it_prints_until_it_is_interrupted(path: Path) -> None:
    command = [sys.executable, "-m", "detente", "serve", str(path), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as running:
        assert running.stdout is not None
        address = running.stdout.readline().strip()
        try:
            assert address.startswith("http://127.0.0.1:")
            with httpx.Client(follow_redirects=True, timeout=30) as browser:
                bare = address.partition("?")[0]
                assert browser.get(f"{bare}api/summary").status_code == 401
                page = browser.get(address)
                assert (page.status_code, str(page.url)) == (200, bare)
                assert browser.get(f"{bare}api/summary").json()["counts"]["articles"] == 4
                assert "server" not in page.headers
        finally:
            running.send_signal(signal.SIGINT)
            assert running.wait(timeout=20) in (0, -signal.SIGINT, 130)


def test_a_port_that_is_taken_is_told_in_a_line() -> None:
    with socket.socket() as other:
        other.bind((serve.HOST, 0))
        other.listen()
        with pytest.raises(InputError, match="choose another with --port"):
            serve.bound(other.getsockname()[1])


def test_the_report_names_its_page_and_what_is_left_out(path: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["report", str(path), "-o", str(tmp_path / "r"), "--articles", "3"])
    assert done.exit_code == 0, done.output
    assert f"{tmp_path / 'r' / 'index.html'}: 3 articles" in done.output.replace("\n", "")
    assert "1 older articles left out" in done.output
    assert (tmp_path / "r" / "data" / "index.js").is_file()


def test_what_is_no_store_is_told_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("no records\n")
    for command in (["serve"], ["report", "-o", str(tmp_path / "r")]):
        done = subprocess.run(
            [sys.executable, "-m", "detente", *command, str(tmp_path / "x")], capture_output=True, text=True, timeout=60, check=False
        )
        assert done.returncode == 2
        assert done.stderr.startswith("detente: ")
        assert "Traceback" not in done.stderr
