"""A store whose program is killed at any moment opens, is whole, and ends as if nothing had happened."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from detente.corpus import Corpus, Filter
from detente.records import AnyRecord, Judgement
from detente.store import Facet, SqliteStore

KILLS = int(os.environ.get("KILLS", "5"))
"""`make check-full` asks for 50."""


def begun(path: Path) -> subprocess.Popen[str]:
    """A reading in another process, which has opened its store."""
    child = subprocess.Popen([sys.executable, "-m", "tests.archive.quick", str(path)], stdout=subprocess.PIPE, text=True)
    assert child.stdout
    assert child.stdout.readline() == "begun\n"
    return child


def ended(child: subprocess.Popen[str]) -> int:
    with child:
        return child.wait()


def whole(path: Path) -> None:
    store = SqliteStore(path, write=True)
    assert store.check() == ()
    store.close()


def held(path: Path) -> tuple[list[AnyRecord], list[Judgement], tuple[Facet, ...]]:
    """Everything that a store holds, in an order of its own."""
    store = SqliteStore(path)
    corpus = store.corpus()
    found = [r for ident in store.articles() for r in store.found(ident)]
    facets = store.facets(Filter(everything=True))
    store.close()
    assert isinstance(corpus, Corpus)
    return sorted(found, key=lambda r: (r.id, str(r))), sorted(corpus.judged.standing, key=lambda j: j.id), facets


def test_kills_leave_a_whole_store_and_lose_nothing(tmp_path: Path) -> None:
    undisturbed, killed = tmp_path / "undisturbed", tmp_path / "killed"
    since = time.monotonic()
    assert ended(begun(undisturbed)) == 0
    lasts = time.monotonic() - since
    rng = random.Random(6)
    for _ in range(KILLS):
        if rng.random() < 0.2:
            for file in tmp_path.glob("killed*"):
                file.unlink()
        child = begun(killed)
        time.sleep(rng.uniform(0, lasts))
        child.send_signal(signal.SIGKILL)
        ended(child)
        whole(killed)
    assert ended(begun(killed)) == 0
    whole(killed)
    assert held(killed) == held(undisturbed)
