"""A small web server on this machine, and a Fetcher that may ask it: what is served stands in the test."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple, TypeAlias

from detente.ingest.answer import Exchange, FetchError, Limits
from detente.ingest.fetch import Fetcher
from detente.ingest.online import Web
from detente.ingest.pace import Pace

PROSE = "The two ministers met in Vienna on Tuesday and agreed to reopen the border crossing at Zenda in the spring."
HERE = Limits(private=True, delay=0.0, seconds=20.0)


class Page(NamedTuple):
    """What is answered: a body, or what writes to the connection after the head."""

    body: bytes | str | Callable[[BaseHTTPRequestHandler], None] = b""
    status: int = 200
    headers: Mapping[str, str] = {"Content-Type": "text/html; charset=utf-8"}


Pages: TypeAlias = dict[str, Page]


class Site:
    """A running server: its pages, which may be changed, and what it was asked, with the headers in lower case."""

    def __init__(self, pages: Pages, port: int) -> None:
        self.pages = pages
        self.port = port
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"


def article(title: str, *, head: str = "") -> Page:
    """A page of news."""
    return Page(
        f"<!doctype html><html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1><p>{PROSE}</p><p>{title}. {PROSE}</p></article></body></html>"
    )


def moved(to: str, status: int = 302) -> Page:
    return Page(status=status, headers={"Location": to})


def xml(body: str) -> Page:
    return Page(body, headers={"Content-Type": "application/xml"})


@contextmanager
def site(pages: Pages, *, host: str = "127.0.0.1") -> Iterator[Site]:
    """Serve pages by their path; a site without a robots.txt has none."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            here.asked.append(self.path)
            here.headers.append({key.lower(): value for key, value in self.headers.items()})
            page = pages.get(self.path) or Page(status=404)
            body = page.body.encode() if isinstance(page.body, str) else page.body
            with suppress(ConnectionError):
                self.send_response(page.status)
                for name, value in page.headers.items():
                    self.send_header(name, value)
                if isinstance(body, bytes):
                    self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                if isinstance(body, bytes):
                    self.wfile.write(body)
                else:
                    body(self)

        def log_message(self, *words: object) -> None:
            """Nothing is printed."""

    server = ThreadingHTTPServer((host, 0), Handler)
    server.daemon_threads = True
    here = Site(pages, server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield here
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def web(limits: Limits = HERE, *, names: Mapping[str, list[str]] | None = None) -> Web:
    """The web, in which only `names` are known beside addresses in numbers."""

    def resolve(host: str, port: int) -> list[str]:
        if names is not None and host in names:
            return names[host]
        if host.replace(".", "").isdigit() or ":" in host:
            return [host]
        raise OSError(f"{host} is not known here")

    return Web(limits, pace=Pace(max(limits.patience, limits.delay), clock=lambda: 0.0, sleep=lambda seconds: None), resolve=resolve)


def fetcher(limits: Limits = HERE, *, exchange: Exchange | None = None) -> Fetcher:
    return Fetcher(exchange or web(limits), limits)


def code(url: str, fetch: Fetcher) -> str:
    """The code with which an address is not fetched, or `fetched`."""
    try:
        fetch.fetch(url)
    except FetchError as error:
        return error.code
    return "fetched"
