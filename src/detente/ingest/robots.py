"""robots.txt: what a site asks robots not to fetch, and how long to wait (RFC 9309)."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import urlsplit

from protego import Protego

from detente.ingest.answer import Answer, FetchError

LONGEST = 512_000
"""Bytes of a robots.txt that are read; the RFC asks for 500 KiB at least."""
KEPT, FAILED = 86_400.0, 600.0
"""Seconds for which a robots.txt holds, and for which it is not asked for again where there was no answer."""


class _Rules(NamedTuple):
    rules: Protego
    until: float
    failure: FetchError | None = None


class Robots:
    """The rules of each site, fetched once a day by `fetch`, which follows redirects and raises FetchError."""

    def __init__(self, agent: str, fetch: Callable[[str], Answer], *, clock: Callable[[], float] = time.monotonic) -> None:
        self.token = re.split(r"[/\s]", agent.strip(), maxsplit=1)[0]
        self.fetch = fetch
        self.clock = clock
        self._known: dict[str, _Rules] = {}

    def delay(self, url: str) -> float:
        """Seconds that the site asks for between requests (0 where it asks for none).

        FetchError `robots` where the site does not want us or its rules cannot be read; where it cannot be reached, the error of that.
        """
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._known or self.clock() > self._known[site].until:
            self._known[site] = self._asked(f"{site}/robots.txt")
        found = self._known[site]
        if found.failure:
            raise FetchError(found.failure.code, str(found.failure))
        if not found.rules.can_fetch(url, self.token):
            raise FetchError("robots", f"the robots.txt of {parts.hostname} asks robots not to fetch this")
        delay = found.rules.crawl_delay(self.token) or 0.0
        return delay if delay > 0 else 0.0  # a robots.txt may say "nan"

    def _asked(self, url: str) -> _Rules:
        """The rules of a site. No such file: all is allowed. No answer, or one that says nothing of it: nothing is."""
        now = self.clock()
        try:
            text = self.fetch(url).body[:LONGEST].decode("utf-8-sig", "replace")
        except FetchError as error:
            if error.code.startswith("http-4") and error.code != "http-429":
                return _Rules(Protego.parse(""), now + KEPT)
            if error.code == "refused-address":
                return _Rules(Protego.parse(""), now + FAILED, error)
            code = "robots" if error.code.startswith(("http-", "redirects", "too-large")) else error.code
            failure = FetchError(code, f"{error} ({url}, without which nothing of this site is fetched)")
            return _Rules(Protego.parse(""), now + FAILED, failure)
        return _Rules(Protego.parse(text), now + KEPT)
