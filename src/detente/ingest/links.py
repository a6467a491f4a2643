"""Addresses in, articles out: of a page, of all that a feed or a sitemap lists, of files among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from typing import IO

import msgspec

from detente import ingest
from detente.ingest import checks, dates, feed, furniture, page, sitemap, sources
from detente.ingest.answer import Answer, FetchError
from detente.ingest.entries import Entry, is_address
from detente.ingest.fetch import Fetcher
from detente.ingest.given import Given, problem
from detente.ingest.tables import Table
from detente.records import Article, Problem

DEPTH = 3
"""Sitemaps of sitemaps of sitemaps."""
LISTS = 500
"""Sitemaps that are fetched for one that was asked for."""


class Asked(msgspec.Struct, frozen=True):
    """What to take of a feed or sitemap: at most `limit` entries; none of before `since` (an ISO day).

    `fetch`: also the links of feeds and sitemaps on disk.
    """

    limit: int | None = None
    since: str | None = None
    fetch: bool = False


class Links:
    """The articles behind addresses, each page once. `given` is what the user says of all of them."""

    def __init__(self, fetcher: Fetcher, given: Given, asked: Asked, *, table: Table | None = None) -> None:
        self.fetcher = fetcher
        self.given = given
        self.asked = asked
        self.table = table or furniture.load()
        self._listed: set[str] = set()
        self._read: set[str] = set()

    def articles(self, url: str) -> Iterator[Article | Problem]:
        """All that an address given by a user leads to, told by its content; a Problem for each that fails."""
        try:
            answer = self.fetcher.fetch(url)
        except FetchError as error:
            yield problem(url, error.code, str(error))
            return
        if _is_list(answer.url, answer.body):
            yield from self._all(self.entries(answer.body, answer.url), url)
        else:
            yield from self._page(answer, None)

    def file(self, path: str, data: bytes) -> Iterator[Article | Problem]:
        """The articles to which a feed or a sitemap on disk leads, and those that it holds."""
        yield from self._all(self.entries(data, path), path)

    def entries(self, data: bytes, source: str) -> Iterator[Entry | Problem]:
        """What a feed lists, or a sitemap and those that it lists; `source` is its address or path."""
        if not feed.accepts(source, data[: sources.HEAD]):
            yield from self._pages(data, source)
            return
        if len(data) > feed.LONGEST:
            yield problem(source, "too-large", f"a feed of more than {feed.LONGEST // 1_000_000} MB")
            return
        found = feed.entries(data, source if is_address(source) else "")
        yield from found
        if not found:
            yield problem(source, "empty", "a feed without entries")

    def entry(self, entry: Entry, source: str) -> Iterator[Article | Problem]:
        """The article of an entry: its own text if it is whole, else the page to which it links."""
        if entry.full:
            place = entry.url or source
            article = feed.article(entry, self.given, place, self.table)
            yield (checks.trouble(article, place, self.table) if isinstance(article, Article) else None) or article
            return
        if not entry.url:
            yield feed.link_only(entry, source)
            return
        try:
            answer = self.fetcher.fetch(entry.url)
        except FetchError as error:
            yield problem(entry.url, error.code, str(error))
            return
        if _is_list(answer.url, answer.body):
            yield problem(entry.url, "wrong-type", f"a list of links, where {source} names an article")
            return
        yield from self._page(answer, entry)

    def _all(self, entries: Iterator[Entry | Problem], source: str) -> Iterator[Article | Problem]:
        for entry in islice(self._wanted(entries), self.asked.limit):
            for found in [entry] if isinstance(entry, Problem) else self.entry(entry, source):
                if isinstance(found, Problem) or (found.published or "9") >= (self.asked.since or ""):
                    yield found

    def _wanted(self, entries: Iterator[Entry | Problem]) -> Iterator[Entry | Problem]:
        """Entries of the days asked for, as far as they tell one, each address once."""
        for entry in entries:
            if isinstance(entry, Problem) or (not self._early(entry) and self._first(entry.url)):
                yield entry

    def _first(self, url: str) -> bool:
        """Whether an entry's address is met for the first time; one without an address always is."""
        known = url != "" and page.plain(url) in self._listed
        self._listed.add(page.plain(url))
        return not known

    def _early(self, entry: Entry) -> bool:
        """Whether an entry, by the latest day that it tells, is of before the day asked for."""
        days = [moment.day for stamp in (entry.published, entry.changed) if (moment := dates.moment(stamp))]
        return max(days, default="9") < (self.asked.since or "")

    def _page(self, answer: Answer, entry: Entry | None) -> Iterator[Article | Problem]:
        if answer.url not in self._read:
            self._read.add(answer.url)
            yield from page.read(answer, self.given, self.table, entry)

    def _pages(self, data: bytes, source: str) -> Iterator[Entry | Problem]:
        """The pages of a sitemap and of those that it lists, the latest first, within bounds."""
        todo, asked = [(source, 1, data)], {source}
        while todo:
            place, depth, held = todo.pop()
            try:
                found = sitemap.parse(held or self.fetcher.fetch(place).body)
            except FetchError as error:
                yield problem(place, error.code, str(error))
                continue
            yield from found.pages
            fresh = [entry.url for entry in found.maps if entry.url not in asked and not self._early(entry)]
            if fresh and (depth == DEPTH or len(asked) + len(fresh) > LISTS):
                yield problem(place, "too-large", f"lists more sitemaps than are followed ({LISTS}, {DEPTH} deep)")
                fresh = fresh[: max(0, LISTS - len(asked))] if depth < DEPTH else []
            asked.update(fresh)
            todo += [(url, depth + 1, b"") for url in reversed(fresh)]


def articles(places: Sequence[str], links: Links, *, stdin: IO[bytes] | None = None) -> Iterator[Article | Problem]:
    """All articles of files and addresses, in the order in which they are named; addresses in files only if that is asked for."""
    for online, group in groupby(places, is_address):
        if online:
            for url in group:
                yield from links.articles(url)
        elif links.asked.fetch:
            for path in sources.find(list(group)):
                yield from [path] if isinstance(path, Problem) else _file(path, links, stdin)
        else:
            yield from _files(list(group), links, stdin)


def _is_list(path: str, data: bytes) -> bool:
    """Whether what was found under an address or path is a feed or a sitemap."""
    head, name = data[: sources.HEAD], path.partition("?")[0] if is_address(path) else path
    return sitemap.accepts(name, head) or feed.accepts("" if is_address(path) else name, head)


def _files(paths: Sequence[str], links: Links, stdin: IO[bytes] | None) -> Iterator[Article | Problem]:
    given = links.given
    return ingest.articles(paths, published=given.published, outlet=given.outlet, title=given.title, stdin=stdin)


def _file(path: str, links: Links, stdin: IO[bytes] | None) -> Iterator[Article | Problem]:
    """A file; of a feed or sitemap also what it links to."""
    if path != "-":
        try:
            with open(path, "rb") as stream:
                head = stream.read(sources.HEAD)
                data = head + stream.read(sitemap.LONGEST) if _is_list(path, head) else b""
        except OSError as error:
            yield problem(path, "unreadable", error.strerror or str(error))
            return
        if data:
            yield from links.file(path, data)
            return
    yield from _files([path], links, stdin)
