"""Fetching over a real connection: to the checked machine only, within bounds, each hop checked."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
import time
import tracemalloc
import zlib
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import msgspec
import pytest

from detente.ingest import wire
from detente.ingest.answer import Answer, Ask, FetchError, Limits
from detente.ingest.fetch import Fetcher
from detente.ingest.online import Web
from detente.ingest.pace import Pace
from detente.ingest.unpack import unpack
from tests.ingest.served import HERE, PROSE, Page, article, code, fetcher, moved, site, web

PEM = Path(__file__).with_name("news.example.pem")
"""Key and certificate of news.example, for these tests only."""
PUBLIC = Limits(delay=0.0)


def limits(**changes: object) -> Limits:
    return msgspec.structs.replace(HERE, **changes)


def one(page: Page, bounds: Limits = HERE) -> str:
    """The code with which a page is not fetched, or `fetched`."""
    with site({"/a": page}) as here:
        return code(here.url("/a"), fetcher(bounds))


class FirstHop:
    """A site that redirects, before the real web."""

    def __init__(self, rest: Web, to: str, start: str = "http://news.example/a") -> None:
        self.rest = rest
        self.to = to
        self.start = start

    def get(self, ask: Ask) -> Answer:
        if ask.url.endswith("/robots.txt"):
            return Answer(ask.url, 404)
        return Answer(ask.url, 302, (("Location", self.to),)) if ask.url == self.start else self.rest.get(ask)


def test_a_page_is_fetched_with_an_honest_name() -> None:
    with site({"/a": article("Border opens at Zenda")}) as here:
        answer = fetcher().fetch(here.url("/a#top"))
        assert here.asked == ["/robots.txt", "/a"]
    assert answer.status == 200
    assert answer.url == here.url("/a")
    assert PROSE.encode() in answer.body
    sent = here.headers[-1]
    assert sent["user-agent"] == "detente/0.1 (+https://github.com/detente/detente)"
    assert sent["host"] == f"127.0.0.1:{here.port}"
    assert "cookie" not in sent and "authorization" not in sent


@pytest.mark.parametrize(
    "ip",
    ["127.0.0.1", "10.1.2.3", "169.254.169.254", "100.64.0.1", "::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "0.0.0.0"],
)
def test_a_public_name_that_leads_inside_is_refused(ip: str) -> None:
    assert code("http://news.example/", fetcher(PUBLIC, exchange=AskOnly(web(PUBLIC, names={"news.example": [ip]})))) == "refused-address"


class AskOnly:
    """The web, whose sites have no robots.txt."""

    def __init__(self, rest: Web) -> None:
        self.rest = rest

    def get(self, ask: Ask) -> Answer:
        return Answer(ask.url, 404) if ask.url.endswith("/robots.txt") else self.rest.get(ask)


def test_one_address_inside_among_public_ones_is_enough() -> None:
    with pytest.raises(FetchError, match=r"leads to 10\.0\.0\.1, which is private"):
        web(PUBLIC, names={"news.example": ["93.184.216.34", "10.0.0.1"]}).get(Ask("http://news.example/"))


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "http://2130706433/", "http://0x7f.1/", "http://127.1/", "http://0177.0.0.1/", "http://[::1]/"]
)
def test_this_machine_in_any_spelling_is_refused(url: str) -> None:
    """The system's own look-up reads these spellings; what it makes of them is checked."""
    assert code(url, Fetcher(AskOnly(Web(PUBLIC)), PUBLIC)) == "refused-address"


def test_the_name_is_looked_up_once_and_that_machine_is_asked() -> None:
    """DNS rebinding: a second look-up of the name would lead elsewhere; there is none."""
    looked: list[str] = []

    def rebound(host: str, port: int) -> list[str]:
        looked.append(host)
        return ["127.0.0.1"] if len(looked) == 1 else ["192.0.2.1"]

    with site({"/a": article("Border opens")}) as here:
        answer = Web(HERE, resolve=rebound).get(Ask(here.url("/a", "news.example")))
    assert (answer.status, answer.ip, looked) == (200, "127.0.0.1", ["news.example"])
    assert here.headers[0]["host"] == f"news.example:{here.port}"


def test_the_next_address_is_tried_where_one_takes_no_connection() -> None:
    with site({"/a": article("Border opens")}) as here:
        answer = web(names={"news.example": ["127.0.0.2", "127.0.0.1"]}).get(Ask(here.url("/a", "news.example")))
    assert (answer.status, answer.ip) == (200, "127.0.0.1")


def test_a_redirect_inside_is_refused() -> None:
    inside = web(PUBLIC, names={"inner.example": ["127.0.0.1"]})
    for to in (
        "http://inner.example/",
        "http://127.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://localhost/",
        "file:///etc/passwd",
    ):
        assert code("http://news.example/a", fetcher(PUBLIC, exchange=FirstHop(inside, to))) == "refused-address"


@pytest.mark.parametrize(
    "to", ["http://0.0.0.0:{port}/b", "http://user:word@127.0.0.1:{port}/b", "ftp://127.0.0.1/b", "http://224.0.0.1/b"]
)
def test_each_hop_of_a_real_site_is_checked(to: str) -> None:
    with site({"/b": article("Inside")}) as here:
        here.pages["/a"] = moved(to.format(port=here.port))
        assert code(here.url("/a"), fetcher()) == "refused-address"
        assert "/b" not in here.asked


def test_redirects_are_followed_and_end_somewhere() -> None:
    with site({"/a": moved("/b", 301), "/b": moved("c?d=1", 308), "/c?d=1": article("Here")}) as here:
        assert fetcher().fetch(here.url("/a")).url == here.url("/c?d=1")
        here.pages |= {f"/{n}": moved(f"/{n + 1}") for n in range(9)} | {"/loop": moved("/pool"), "/pool": moved("/loop")}
        assert code(here.url("/0"), fetcher()) == "redirects"
        assert code(here.url("/loop"), fetcher()) == "redirects"
        assert "/7" not in here.asked


def test_no_way_back_from_https() -> None:
    hop = FirstHop(web(PUBLIC), "http://news.example/b", start="https://news.example/a")
    assert code("https://news.example/a", fetcher(PUBLIC, exchange=hop)) == "redirects"


def test_no_cookie_of_one_answer_is_sent_with_the_next() -> None:
    with site({"/a": Page(status=302, headers={"Location": "/b", "Set-Cookie": "who=me"}), "/b": article("Here")}) as here:
        fetcher().fetch(here.url("/a"))
        assert all("cookie" not in sent for sent in here.headers)


def test_the_environment_names_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    assert one(article("Here")) == "fetched"


def gzipped(data: bytes, coding: str = "gzip") -> Page:
    return Page(data, headers={"Content-Type": "text/html", "Content-Encoding": coding})


BOMB = gzip.compress(b"<p>" + b"\0" * 30_000_000)


def test_size_is_bounded_as_sent_and_as_unpacked() -> None:
    small = limits(most=100_000)
    assert one(Page("x" * 100_001), small) == "too-large"
    assert one(Page("x" * 100_000), small) == "fetched"
    assert one(Page(endless), small) == "too-large"
    assert len(BOMB) < 100_000
    assert one(gzipped(BOMB), small) == "too-large"
    assert one(gzipped(zlib.compress(b"\0" * 30_000_000), "deflate"), small) == "too-large"


def test_a_bomb_is_never_unpacked_whole() -> None:
    tracemalloc.start()
    try:
        with pytest.raises(FetchError, match="more than"):
            unpack([BOMB], 100_000)
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()


def endless(handler: BaseHTTPRequestHandler) -> None:
    for _ in range(1000):
        handler.wfile.write(b"x" * 10_000)


@pytest.mark.parametrize(
    ("data", "coding"),
    [
        (gzip.compress(PROSE.encode()), "gzip"),
        (gzip.compress(PROSE[:40].encode()) + gzip.compress(PROSE[40:].encode()), "x-gzip"),
        (gzip.compress(PROSE.encode()) + b"\0\0", "gzip"),
        (zlib.compress(PROSE.encode()), "deflate"),
        (zlib.compress(PROSE.encode(), wbits=-15), "deflate"),
        (PROSE.encode(), "identity"),
    ],
)
def test_what_is_packed_is_unpacked(data: bytes, coding: str) -> None:
    with site({"/a": gzipped(data, coding)}) as here:
        assert fetcher().fetch(here.url("/a")).body == PROSE.encode()


def cut(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(gzip.compress(PROSE.encode())[:-9])


def short(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"only this")


@pytest.mark.parametrize(
    "page",
    [
        Page(cut, headers={"Content-Type": "text/html", "Content-Encoding": "gzip"}),
        Page(short, headers={"Content-Type": "text/html", "Content-Length": "5000"}),
        gzipped(b"no gzip at all", "gzip"),
        gzipped(b"anything", "br"),
        gzipped(b"anything", "gzip, gzip"),
    ],
)
def test_a_broken_answer_is_none(page: Page) -> None:
    assert one(page) == "not-fetched"


def drip(handler: BaseHTTPRequestHandler) -> None:
    """A byte now and then: no single read is slow."""
    for _ in range(200):
        handler.wfile.write(b"x")
        time.sleep(0.05)


def test_the_whole_answer_has_its_time_not_each_read() -> None:
    assert one(Page(drip), limits(seconds=0.4)) == "timeout"


def test_a_body_that_will_not_be_read_is_not_waited_for() -> None:
    """Told by the head: too large, or of another type."""
    hasty = limits(seconds=1.0)
    assert one(Page(drip, headers={"Content-Type": "text/html", "Content-Length": "1000000000"}), hasty) == "too-large"
    assert one(Page(drip, headers={"Content-Type": "video/mp4"}), hasty) == "wrong-type"
    assert one(Page(drip, 404), hasty) == "http-404"


def test_a_server_that_says_nothing_and_one_that_never_ends_its_head() -> None:
    def talk(connection: socket.socket, words: bytes) -> None:
        with connection:
            for _ in range(100):
                try:
                    connection.sendall(words)
                except OSError:
                    return
                time.sleep(0.05)

    for words in (b"", b"HTTP/1.1 200 OK\r\nX-More: "):
        with socket.create_server(("127.0.0.1", 0)) as server:
            threading.Thread(target=lambda s=server, w=words: talk(s.accept()[0], w), daemon=True).start()
            with pytest.raises(FetchError) as caught:
                web(limits(seconds=0.4)).get(Ask(f"http://127.0.0.1:{server.getsockname()[1]}/"))
        assert caught.value.code in ("timeout", "not-fetched")


def test_a_look_up_that_never_ends() -> None:
    stuck = threading.Event()

    def never(host: str, port: int) -> list[str]:
        stuck.wait(10)
        return []

    with pytest.raises(FetchError) as caught:
        Web(limits(seconds=0.2), resolve=never).get(Ask("http://news.example/"))
    stuck.set()
    assert caught.value.code == "timeout"


def test_what_cannot_be_reached_or_is_not_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert code(f"http://127.0.0.1:{port}/", Fetcher(AskOnly(web()), HERE)) == "not-fetched"
    assert code("http://nobody.example/", Fetcher(AskOnly(web()), HERE)) == "not-fetched"
    assert one(Page(status=404)) == "http-404"
    assert one(Page(status=500)) == "http-500"
    assert one(Page(status=304)) == "http-304"
    assert one(Page(status=302, headers={})) == "http-302"


@pytest.mark.parametrize(("kind", "path", "code_"), [
    ("image/png", "/a", "wrong-type"), ("video/mp4", "/a", "wrong-type"), ("application/octet-stream", "/a", "wrong-type"), ("application/json", "/a", "wrong-type"),
    ("application/pdf", "/a", "fetched"), ("application/rss+xml", "/a", "fetched"), ("text/plain", "/a", "fetched"), ("TEXT/HTML", "/a", "fetched"),
    ("application/x-gzip", "/sitemap.xml.gz", "fetched"), ("application/octet-stream", "/a.pdf", "fetched"),
])  # fmt: skip
def test_types_that_are_read(kind: str, path: str, code_: str) -> None:
    with site({path: Page(b"%PDF-1.7", headers={"Content-Type": kind})}) as here:
        assert code(here.url(path), fetcher()) == code_


def test_marks_of_a_copy_are_sent_and_not_modified_is_an_answer() -> None:
    with site({"/feed": Page(status=304)}) as here:
        assert fetcher().fetch(here.url("/feed"), etag='"1"', modified="Tue, 08 May 2018 00:00:00 GMT").status == 304
        assert here.headers[-1]["if-none-match"] == '"1"'
        assert here.headers[-1]["if-modified-since"] == "Tue, 08 May 2018 00:00:00 GMT"


@pytest.fixture
def secure() -> Iterator[tuple[int, list[str | None]]]:
    """A TLS server of news.example: its port, and the names by which it was asked."""
    named: list[str | None] = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(PEM)
    context.sni_callback = lambda connection, name, own: named.append(name)
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            connection, _ = server.accept()
            try:
                with context.wrap_socket(connection, server_side=True) as stream:
                    stream.recv(4096)
                    stream.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nok")
            except OSError:
                return

        threading.Thread(target=serve, daemon=True).start()
        yield server.getsockname()[1], named


def trusting(names: Mapping[str, str], *, own: bool = True) -> Web:
    tls = wire.context()
    if own:
        tls.load_verify_locations(PEM)
    return Web(HERE, resolve=lambda host, port: [names[host]], tls=tls)


def test_certificate_and_server_name_are_those_of_the_name(secure: tuple[int, list[str | None]]) -> None:
    port, named = secure
    assert trusting({"news.example": "127.0.0.1"}).get(Ask(f"https://news.example:{port}/")).body == b"ok"
    assert named == ["news.example"]


@pytest.mark.parametrize(("host", "own"), [("other.example", True), ("news.example", False)])
def test_another_name_or_an_unknown_authority_is_refused(secure: tuple[int, list[str | None]], host: str, own: bool) -> None:
    with pytest.raises(FetchError, match="certificate") as caught:
        trusting({host: "127.0.0.1"}, own=own).get(Ask(f"https://{host}:{secure[0]}/"))
    assert caught.value.code == "not-fetched"


class Clock:
    """Time that passes only by sleeping."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def pace(self, patience: float = 120.0) -> Pace:
        return Pace(patience, clock=lambda: self.now, sleep=self.sleep)


def test_between_two_requests_to_one_host_there_is_a_wait() -> None:
    clock = Clock()
    pace = clock.pace()
    for host in ("a.example", "b.example", "a.example", "a.example"):
        pace.wait(host, 2.0)
    assert clock.slept == [2.0, 2.0]


def test_a_server_that_asks_to_wait_is_asked_again_after_it() -> None:
    clock = Clock()
    with site({}) as here:
        here.pages["/a"] = Page(
            lambda handler: here.pages.update({"/a": article("Here")}), 503, {"Retry-After": "7", "Content-Length": "0"}
        )
        assert Web(HERE, pace=clock.pace()).get(Ask(here.url("/a"))).status == 200
    assert clock.slept == [7.0]


def test_a_server_that_asks_to_wait_too_long_is_left_alone() -> None:
    clock = Clock()
    with site({"/a": Page(status=429, headers={"Retry-After": "3600"}), "/b": article("Here")}) as here:
        asked = Web(HERE, pace=clock.pace())
        for path in ("/a", "/b"):
            with pytest.raises(FetchError, match="3600 seconds") as caught:
                asked.get(Ask(here.url(path)))
            assert caught.value.code == "later"
        assert here.asked == ["/a"]


def test_a_server_that_is_always_busy_is_given_up() -> None:
    clock = Clock()
    with site({"/a": Page(status=429, headers={"Retry-After": "1"}), "/b": Page(status=503)}) as here:
        asked = Web(HERE, pace=clock.pace())
        assert [asked.get(Ask(here.url(path))).status for path in ("/a", "/b")] == [429, 503]
        assert here.asked == ["/a", "/a", "/a", "/b"]
