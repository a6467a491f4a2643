"""Feeds watched into a store: a round adds what is new, and what is known of them is kept beside it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from detente.archive.archive import Archive
from detente.archive.feeds import StoreState
from detente.cli.watch import follow
from detente.errors import StoreError
from detente.ingest.watch import Seen
from detente.records import Article
from tests.archive.quick import opened
from tests.ingest.test_watch import FEED, Clock, Web, pages, rss, watch


def added(archive: Archive, article: Article) -> bool:
    return archive.add(article) != "unchanged"


def test_rounds_over_a_feed_add_each_article_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    web, clock = Web(pages(1, 2)), Clock()
    for numbers in ((1, 2), (1, 2, 3)):
        archive = opened(tmp_path / "s")  # a new process each time
        web.pages |= pages(*numbers) | {FEED.url: rss(*numbers)}
        watched = watch(web, StoreState(archive.store), clock)
        assert follow([FEED], watched, partial(added, archive), once=True) == 0
        assert follow([FEED], watched, partial(added, archive), once=True) == 0
        archive.close()
        clock.now += 100_000
    assert len(opened(tmp_path / "s").store.articles()) == 3
    told = capsys.readouterr()
    assert told.out.count("opens at Zenda") == 3
    assert told.err.count("no feed is due; the next one is in") == 2


def test_what_is_known_of_a_feed_is_kept_and_a_damaged_note_is_named(tmp_path: Path) -> None:
    store = opened(tmp_path / "s").store
    state = StoreState(store)
    assert state.get(FEED.url) == Seen()
    state.put(FEED.url, Seen(etag="x"))
    assert state.get(FEED.url).etag == "x"
    store.keep(FEED.url, "seen", "{")
    with pytest.raises(StoreError, match="zenda"):
        state.get(FEED.url)
