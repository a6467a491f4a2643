"""A browser for all tests of a run, and explorers to look at."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from detente.store import SqliteStore
from tests.store.many import RUN, reading
from tests.web import made
from tests.web.browser.chromium import Browser, Page

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One Chromium, if this machine has it."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("no Chromium on this machine (Debian: apt install chromium)")
    browser = Browser(program, tmp_path_factory.mktemp("profile"))
    yield browser
    browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A new page of 1280 pixels. Whatever it complains of fails the test."""
    browser.events.clear()
    page = browser.page()
    page.size(1280)
    yield page
    assert page.complaints() == []
    page.close()


@contextmanager
def served(path: Path, *, edit: bool = False) -> Iterator[str]:
    """`detente serve` of a store: the address that it prints."""
    command = [sys.executable, "-m", "detente", "serve", str(path), "--port", "0", *(["--edit"] if edit else [])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), os.environ.get("PYTHONPATH", "")))}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(20)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An explorer of four articles, one of which means no good; the address holds the token."""
    with served(made.store(tmp_path_factory.mktemp("store") / "news.store"), edit=True) as address:
        yield address


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An explorer of a store with nothing in it."""
    path = tmp_path_factory.mktemp("store") / "empty.store"
    SqliteStore(path, write=True).close()
    with served(path) as address:
        yield address


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An explorer of 5,000 articles and 10,000 events over ten years."""
    path = tmp_path_factory.mktemp("store") / "many.store"
    store = SqliteStore(path, write=True)
    days = (f"20{10 + n % 10}-{1 + n % 12:02}-{1 + n % 28:02}" for n in range(5000))
    store.add((reading(f"a{n}", day, outlet=f"Outlet {n % 40}") for n, day in enumerate(days)), RUN, added="2026-01-01")
    store.close()
    with served(path) as address:
        yield address
