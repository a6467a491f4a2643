"""The description and the server agree, and nothing that fits the description breaks the server; `make check-full` runs it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.web import made

CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"


@pytest.mark.long
def test_whatever_fits_the_description_is_answered_as_described(tmp_path: Path) -> None:
    pytest.importorskip("schemathesis", reason="schemathesis is of `make check-full`")
    serve = [sys.executable, "-m", "detente", "serve", str(made.store(tmp_path / "s")), "--port", "0", "--no-token", "--edit"]
    with subprocess.Popen(serve, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as running:
        assert running.stdout is not None
        address = running.stdout.readline().strip()
        try:
            run = [
                sys.executable,
                "-m",
                "schemathesis.cli",
                "run",
                f"{address}openapi.json",
                "--checks",
                CHECKS,
                "--max-examples",
                "40",
                "--seed",
                "1",
            ]
            origin = f"Origin: {address.rstrip('/')}"
            done = subprocess.run([*run, "-H", origin], capture_output=True, text=True, check=False, cwd=tmp_path)
        finally:
            running.terminate()
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr
