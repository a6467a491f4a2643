"""Feeds read again and again: only what is new, each article once, whenever the program is killed.

An entry counts as seen only after whoever takes its article has asked for the next one; so a kill at any moment at worst gives an
article twice, never not at all, and a store that adds by id has it once. The marks by which a server tells whether a feed has changed
are kept only when all its entries are seen.
"""

from __future__ import annotations

import os
import time
import tomllib
from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Protocol

import msgspec

from detente.errors import InputError, StoreError
from detente.ingest import furniture
from detente.ingest.answer import Answer, FetchError
from detente.ingest.entries import Entry, is_address
from detente.ingest.fetch import Fetcher
from detente.ingest.given import Given, problem
from detente.ingest.links import Asked, Links
from detente.ingest.tables import Table
from detente.records import Article, Problem

EVERY = 60.0
"""Minutes between two readings of a feed, where its file says nothing."""
TRIES = 3
"""Rounds in which a page that could not be had is asked for."""
OLDER = 2_000
"""Entries that a feed lists no longer and that are still known."""
PASSING = frozenset({"timeout", "later", "not-fetched", "robots", "http-429", "http-500", "http-502", "http-503", "http-504"})
"""Troubles that may be over in the next round."""


class Feed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A feed or sitemap to watch. `every` is in minutes; `country` (ISO 3166 alpha-3) and `language` (ISO 639-1) only serve to choose."""

    url: str
    outlet: str | None = None
    every: Annotated[float, msgspec.Meta(ge=1)] | None = None
    country: Annotated[str, msgspec.Meta(pattern="^[A-Z]{3}$")] | None = None
    language: Annotated[str, msgspec.Meta(pattern="^[a-z]{2}$")] | None = None


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    feed: Annotated[tuple[dict[str, object], ...], msgspec.Meta(min_length=1)]
    every: Annotated[float, msgspec.Meta(ge=1)] = EVERY


class Seen(msgspec.Struct, frozen=True):
    """What is known of a feed: the marks of its last form, when it is due (Unix seconds), its entries, and how often which failed."""

    etag: str = ""
    modified: str = ""
    due: float = 0.0
    marks: tuple[str, ...] = ()
    failed: dict[str, int] = {}


class WatchState(Protocol):
    """Where it is kept what is known of feeds. A `put` is there whole or not at all, also after a kill."""

    def get(self, url: str) -> Seen:
        """What is known of a feed; of a new one nothing."""

    def put(self, url: str, seen: Seen) -> None:
        """Keep it."""


class FileState:
    """The state in one JSON file, replaced whole. StoreError where it cannot be read or written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._known = msgspec.json.decode(path.read_bytes(), type=dict[str, Seen]) if path.exists() else {}
        except (OSError, msgspec.DecodeError) as error:
            raise StoreError(f"{path}: {error}") from error

    def get(self, url: str) -> Seen:
        """What is known of a feed; of a new one nothing."""
        return self._known.get(url, Seen())

    def put(self, url: str, seen: Seen) -> None:
        """Keep it: the old file stays until the new one is on the disk."""
        self._known[url] = seen
        part = self.path.with_name(self.path.name + ".part")
        try:
            with part.open("wb") as stream:
                stream.write(msgspec.json.encode(self._known))
                stream.flush()
                os.fsync(stream.fileno())
            os.replace(part, self.path)
        except OSError as error:
            raise StoreError(f"{self.path}: {error.strerror or error}") from error


def load(path: Path, *, country: str | None = None, language: str | None = None) -> tuple[Feed, ...]:
    """The feeds of a FEEDS.toml, each with its `every`; only those of a country or language, if asked. InputError names file and key."""
    try:
        file = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), type=_File)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 (byte {error.start}); a file of feeds in TOML is wanted") from error
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path}: no TOML: {error}") from error
    except msgspec.ValidationError as error:
        raise InputError(f"{path}: {error}") from error
    feeds = [_feed(f"{path}: feed[{at}]", told, file.every) for at, told in enumerate(file.feed)]
    for at, feed in enumerate(feeds):
        if feed.url in (other.url for other in feeds[:at]):
            raise InputError(f"{path}: feed[{at}].url: {feed.url} stands there twice")
    chosen = tuple(feed for feed in feeds if country in (None, feed.country) and language in (None, feed.language))
    if not chosen:
        raise InputError(f"{path}: no feed has {' and '.join(filter(None, (country, language)))}")
    return chosen


def _feed(where: str, told: dict[str, object], every: float) -> Feed:
    try:
        feed = msgspec.convert(told, type=Feed)
    except msgspec.ValidationError as error:
        raise InputError(f"{where}: {error}".replace("$.", "")) from error
    if not is_address(feed.url):
        raise InputError(f"{where}.url: {feed.url!r} is no http or https address")
    return msgspec.structs.replace(feed, every=feed.every or every)


class Watch:
    """Rounds over feeds. `now` is in Unix seconds."""

    def __init__(self, fetcher: Fetcher, state: WatchState, *, table: Table | None = None, now: Callable[[], float] = time.time) -> None:
        self.fetcher = fetcher
        self.state = state
        self.table = table or furniture.load()
        self.now = now

    def round(self, feeds: Sequence[Feed]) -> Generator[Article | Problem, None, None]:
        """What is new in the feeds that are due. Ask for the next only when what you have is safe: then it counts as seen."""
        for feed in feeds:
            if self.state.get(feed.url).due <= self.now():
                yield from self._feed(feed)

    def wait(self, feeds: Sequence[Feed]) -> float:
        """Seconds until the next feed is due."""
        return max(0.0, min(self.state.get(feed.url).due for feed in feeds) - self.now())

    def _feed(self, feed: Feed) -> Iterator[Article | Problem]:
        seen = self.state.get(feed.url)
        due = self.now() + 60 * (feed.every or EVERY)
        try:
            answer = self.fetcher.fetch(feed.url, etag=seen.etag, modified=seen.modified, fresh=True)
        except FetchError as error:
            yield problem(feed.url, error.code, str(error))
            answer = None
        if answer is not None and answer.status != 304:
            yield from self._news(feed, answer)
        self.state.put(feed.url, msgspec.structs.replace(self.state.get(feed.url), due=due))

    def _news(self, feed: Feed, answer: Answer) -> Iterator[Article | Problem]:
        """The articles of entries that are new; each counts as seen when the next one is asked for."""
        links = Links(self.fetcher, Given(outlet=feed.outlet), Asked(), table=self.table)
        seen = self.state.get(feed.url)
        known, failed = dict.fromkeys(seen.marks), dict(seen.failed)
        listed: dict[str, None] = {}
        for entry in links.entries(answer.body, answer.url):
            if isinstance(entry, Problem):
                yield entry
                continue
            listed[entry.mark] = None
            if entry.mark in known:
                continue
            if (yield from self._entry(links, entry, feed)) and failed.get(entry.mark, 0) + 1 < TRIES:
                failed[entry.mark] = failed.get(entry.mark, 0) + 1
            else:
                known[entry.mark] = None
                failed.pop(entry.mark, None)
            self.state.put(feed.url, Seen(due=seen.due, marks=tuple(known), failed=failed))
        older = [mark for mark in known if mark not in listed][-OLDER:]
        waiting = {mark: count for mark, count in failed.items() if mark in listed}
        etag, modified = ("", "") if waiting else (answer.header("etag"), answer.header("last-modified"))
        self.state.put(feed.url, Seen(etag, modified, seen.due, (*older, *(mark for mark in listed if mark in known)), waiting))

    @staticmethod
    def _entry(links: Links, entry: Entry, feed: Feed) -> Generator[Article | Problem, None, bool]:
        """The article of an entry; whether it should be tried again."""
        passing = False
        for found in links.entry(entry, feed.url):
            passing = isinstance(found, Problem) and found.code in PASSING
            yield found
        return passing
