"""Fetching: each hop checked, robots.txt obeyed, redirects followed within bounds, one answer or the reason why not."""

from __future__ import annotations

from http.client import responses

import httpx

from detente.ingest import address, media
from detente.ingest.answer import Answer, Ask, Exchange, FetchError, Limits
from detente.ingest.robots import Robots

MOVED = frozenset({301, 302, 303, 307, 308})


class Fetcher:
    """Fetches addresses through an `Exchange`, the web or what was kept of it, by the same rules."""

    def __init__(self, exchange: Exchange, limits: Limits) -> None:
        self.exchange = exchange
        self.limits = limits
        self.robots = Robots(limits.agent, lambda url: self._followed(Ask(url), obey=False))

    def fetch(self, url: str, *, etag: str = "", modified: str = "", fresh: bool = False) -> Answer:
        """The answer of the last redirect: 200, or 304 where the marks of a copy were given; `url` in it is where it was found.

        FetchError with one of the codes of docs/fetching.md.
        """
        return self._followed(Ask(url, etag, modified, 0.0, fresh), obey=True)

    def _followed(self, ask: Ask, *, obey: bool) -> Answer:
        seen: list[str] = []
        url = address.checked(ask.url, private=self.limits.private)
        while True:
            delay = self.robots.delay(url) if obey else 0.0
            answer = self.exchange.get(Ask(url, ask.etag, ask.modified, delay, ask.fresh))
            if answer.status not in MOVED or not answer.header("location"):
                return self._read(answer, marked=bool(ask.etag or ask.modified))
            seen.append(url)
            url = self._next(url, answer.header("location"))
            if url in seen or len(seen) > self.limits.redirects:
                raise FetchError("redirects", "leads back to itself" if url in seen else f"more than {self.limits.redirects} redirects")

    def _next(self, url: str, location: str) -> str:
        """Where a redirect leads, checked like any address. FetchError `redirects` from https to http."""
        try:
            to = address.checked(str(httpx.URL(url).join(location)), private=self.limits.private)
        except httpx.InvalidURL as error:
            raise FetchError("redirects", f"to no address that can be read: {error}") from error
        except FetchError as error:
            raise FetchError(error.code, f"redirected to {location[:200]!r}: {error}") from error
        if url.startswith("https:") and not to.startswith("https:"):
            raise FetchError("redirects", f"from https to {to}, where anybody could read and change it")
        return to

    def _read(self, answer: Answer, *, marked: bool) -> Answer:
        if answer.status == 304 and marked:
            return answer
        if answer.status != 200:
            raise FetchError(f"http-{answer.status}", f"the server says {answer.status} {responses.get(answer.status, '')}".rstrip())
        if not media.accepted(answer):
            raise FetchError("wrong-type", f"of the type {answer.media!r}; pages, feeds, sitemaps, text and PDF are read")
        return answer
