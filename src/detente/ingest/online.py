"""The web as it answers now: paced, bounded, and only what this program reads."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from time import time as now
from urllib.parse import urlsplit

import httpcore
import httpx

from detente.ingest import media, wire
from detente.ingest.answer import Answer, Ask, FetchError, Limits
from detente.ingest.pace import Pace
from detente.ingest.unpack import unpack, whole
from detente.ingest.wire import Deadline, Pinned, Resolve

TRIES = 3
BUSY = (429, 503)
"""Too many requests; not available now. Asked again after `Retry-After`, where the server names it and it is not too long."""
_PACKED = frozenset({"gzip", "x-gzip", "deflate"})


class Web:
    """Answers of the network. `pace` and `resolve` are parameters so that tests need neither time nor names."""

    def __init__(
        self, limits: Limits, *, pace: Pace | None = None, resolve: Resolve = wire.resolve, tls: ssl.SSLContext | None = None
    ) -> None:
        self.limits = limits
        self.pace = pace or Pace(max(limits.patience, limits.delay))
        self.resolve = resolve
        self.tls = tls or wire.context()

    def get(self, ask: Ask) -> Answer:
        """The answer, after the wait that is due. FetchError `refused-address timeout too-large later not-fetched`."""
        host = (urlsplit(ask.url).hostname or "").rstrip(".")
        for _ in range(TRIES):
            self.pace.wait(host, max(self.limits.delay, ask.delay))
            answer = self._once(ask)
            rest = _seconds(answer.header("retry-after")) if answer.status in BUSY else None
            if rest is None:
                return answer
            self.pace.rest(host, rest)
        return answer

    def _once(self, ask: Ask) -> Answer:
        deadline = Deadline(self.limits.seconds)
        backend = Pinned(deadline, resolve=self.resolve, private=self.limits.private)
        url = httpx.URL(ask.url)
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        try:
            with (
                httpcore.ConnectionPool(ssl_context=self.tls, network_backend=backend) as pool,
                pool.stream("GET", target, headers=self._headers(ask, url)) as found,
            ):
                headers = tuple((key.decode("latin-1"), value.decode("latin-1")) for key, value in found.headers)
                answer = Answer(url=ask.url, status=found.status, headers=headers, ip=backend.ip)
                return self._filled(answer, found.iter_stream())
        except httpcore.TimeoutException as error:
            raise deadline.passed() from error
        except (httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise FetchError("not-fetched", str(error) or type(error).__name__) from error

    def _headers(self, ask: Ask, url: httpx.URL) -> list[tuple[str, str]]:
        headers = [("Host", url.netloc.decode("ascii")), ("User-Agent", self.limits.agent), ("Accept", media.ACCEPT)]
        headers += [("Accept-Encoding", "gzip, deflate"), ("Accept-Language", "en"), ("Connection", "close")]
        headers += [("If-None-Match", ask.etag)] if ask.etag else []
        return headers + ([("If-Modified-Since", ask.modified)] if ask.modified else [])

    def _filled(self, answer: Answer, parts: Iterator[bytes]) -> Answer:
        """The answer with its body, if it is one that will be read; of any other not a byte more is taken."""
        if answer.status != 200 or not media.accepted(answer):
            return answer
        said = answer.header("content-length")
        if said.isdecimal() and int(said) > self.limits.most:
            raise FetchError("too-large", f"{int(said) / 1_000_000:.0f} MB, more than {self.limits.most / 1_000_000:g}")
        coding = answer.header("content-encoding").strip().lower()
        if coding not in _PACKED | {"", "identity"}:
            raise FetchError("not-fetched", f"comes packed as {coding}, which was not asked for")
        body = unpack(parts, self.limits.most) if coding in _PACKED else whole(parts, self.limits.most)
        return Answer(answer.url, answer.status, answer.headers, body, answer.ip)


def _seconds(text: str) -> float | None:
    """How long `Retry-After` asks to wait, from seconds or a date; None where it does not."""
    if text.strip().isdecimal():
        return float(text)
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - now())
    except (ValueError, TypeError):
        return None
