"""The command itself, killed at any moment while it reads: the store opens, is whole, and ends as if nothing had happened."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import msgspec
import pytest

from detente.archive.feeds import StoreState
from detente.records import AnyRecord, Article, Judgement
from detente.store import Facet, SqliteStore
from tests.archive.test_kills import held, whole
from tests.cli import crowd
from tests.ingest.served import Pages, Site, site, xml

pytestmark = [pytest.mark.model, pytest.mark.long]

KILLS = int(os.environ.get("KILLS", "5"))
"""`make check-full` asks for 50."""
EARLIEST, LATEST = 1.0, 12.0
"""Seconds after which the command is killed: it opens its store after about two."""

Held = tuple[list[AnyRecord], list[Judgement], tuple[Facet, ...]]


def started(folder: Path, *words: str) -> subprocess.Popen[bytes]:
    with (folder / "log").open("wb") as log:
        return subprocess.Popen([sys.executable, "-m", "detente", *words], cwd=folder, stdout=log, stderr=log)


def ended(folder: Path, *words: str) -> int:
    return started(folder, *words).wait()


def killed(child: subprocess.Popen[bytes], rng: random.Random) -> bool:
    """Whether it was killed; where it ended before, not."""
    try:
        child.wait(rng.uniform(EARLIEST, LATEST))
    except subprocess.TimeoutExpired:
        child.send_signal(signal.SIGKILL)
        child.wait()
        return True
    return False


def gone(store: Path) -> None:
    for file in store.parent.glob(store.name + "*"):
        file.unlink()


def disturbed(folder: Path, store: Path, words: Sequence[str], undisturbed: Held) -> None:
    """Kill it `KILLS` times; each time that it ends between two kills, what it holds is compared, and it begins anew."""
    rng = random.Random(6)
    kills = 0
    while kills < KILLS:
        if killed(started(folder, *words), rng):
            kills += 1
            if store.exists():
                whole(store)
            continue
        assert held(store) == undisturbed
        gone(store)
    ended(folder, *words)
    whole(store)
    assert held(store) == undisturbed


def test_reading_into_a_store(tmp_path: Path) -> None:
    crowd.archive(tmp_path / "news")
    assert ended(tmp_path, "read", "news", "--store", "undisturbed.store") == 1  # the problems
    undisturbed = held(tmp_path / "undisturbed.store")
    assert sum(isinstance(r, Article) for r in undisturbed[0]) == crowd.COUNT
    store = tmp_path / "killed.store"
    disturbed(tmp_path, store, ("read", "news", "--store", store.name), undisturbed)


@pytest.fixture
def feeds(tmp_path: Path) -> Iterator[Site]:
    """Feeds on hosts of their own, since one host is asked every two seconds only."""
    pages: Pages = {}
    with site(pages, host="0.0.0.0") as here:
        told = list(crowd.stories())
        for number in range(crowd.FEEDS):
            pages[f"/{number}.rss"] = xml(crowd.feed(iter(told[number :: crowd.FEEDS]), f"http://127.0.0.{number + 1}:{here.port}"))
        (tmp_path / "feeds.toml").write_text("".join(f'[[feed]]\nurl = "{url}"\n' for url in addresses(here)), encoding="utf-8")
        yield here


def addresses(here: Site) -> list[str]:
    return [here.url(f"/{number}.rss", f"127.0.0.{number + 1}") for number in range(crowd.FEEDS)]


def test_watching_feeds(tmp_path: Path, feeds: Site) -> None:
    watched = ("watch", "feeds.toml", "--once", "--allow-private", "--store")
    assert ended(tmp_path, *watched, "undisturbed.store") == 0
    undisturbed = held(tmp_path / "undisturbed.store")
    assert sum(isinstance(r, Article) for r in undisturbed[0]) == crowd.COUNT
    store = tmp_path / "killed.store"
    disturbed(tmp_path, store, (*watched, store.name), undisturbed)
    news(feeds)
    due(store, feeds)
    assert ended(tmp_path, *watched, store.name) == 0
    assert len((tmp_path / "log").read_text().splitlines()) == crowd.FEEDS  # a line for each new one, and nothing else
    assert sum(isinstance(r, Article) for r in held(store)[0]) == crowd.COUNT + crowd.FEEDS


def news(feeds: Site) -> None:
    """One entry more in each feed."""
    for number, story in enumerate(islice(crowd.stories(crowd.COUNT + crowd.FEEDS), crowd.COUNT, None)):
        page = feeds.pages[f"/{number}.rss"]
        assert isinstance(page.body, str)
        entry = crowd.feed(iter([story]), f"http://127.0.0.{number + 1}:{feeds.port}").partition("<item>")[2].partition("</channel>")[0]
        feeds.pages[f"/{number}.rss"] = xml(page.body.replace("</channel>", f"<item>{entry}</channel>"))


def due(store: Path, feeds: Site) -> None:
    """Each feed is due again."""
    opened = SqliteStore(store, write=True)
    state = StoreState(opened)
    for url in addresses(feeds):
        state.put(url, msgspec.structs.replace(state.get(url), due=0.0))
    opened.close()
