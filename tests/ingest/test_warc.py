"""Web archives: pages and texts with their addresses; everything else passed over, what is broken named."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest

from detente.ingest import articles, furniture, warc
from detente.ingest.given import Given
from detente.records import Article, Problem

PROSE = "The two ministers met in Vienna on Tuesday and agreed to reopen the border crossing at Zenda in the spring."


def page(title: str, extra: str = "") -> bytes:
    return f"<html><head>{extra}</head><body><article><h1>{title} at Zenda</h1><p>{PROSE}</p><p>{PROSE[::-1]}</p></article></body></html>".encode()


def record(kind: str, url: str, block: bytes, content: str = "application/http;msgtype=response") -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2018-05-10T08:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\nContent-Type: {content}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def response(url: str, body: bytes, *, status: str = "200 OK", content: str = "text/html; charset=utf-8", more: str = "") -> bytes:
    return record("response", url, f"HTTP/1.1 {status}\r\nContent-Type: {content}\r\n{more}\r\n".encode() + body)


ONE, TWO, THREE = (response(f"http://a.example/{n}", page(f"Border opens {n}")) for n in (1, 2, 3))


def read(data: bytes) -> list[Article | Problem]:
    return list(warc.read(io.BytesIO(data), given=Given(), source="a.warc", table=furniture.load()))


def names(found: list[Article | Problem]) -> list[str | None]:
    return [item.url if isinstance(item, Article) else item.code for item in found]


def test_pages_are_read_and_other_records_passed_over() -> None:
    data = (
        record("warcinfo", "", b"software: x\r\n", "application/warc-fields")
        + record("request", "http://a.example/1", b"GET / HTTP/1.1\r\n\r\n", "application/http;msgtype=request")
        + ONE
        + response("http://a.example/gone", page("Gone"), status="404 Not Found")
        + response("http://a.example/p.png", b"\x89PNG", content="image/png")
        + record("revisit", "http://a.example/1", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        + TWO
        + record("resource", "http://a.example/3", page("Saved"), "text/html")
    )
    found = read(data)
    assert names(found) == ["http://a.example/1", "http://a.example/2", "http://a.example/3"]
    assert isinstance(found[0], Article)
    assert found[0].title == "Border opens 1 at Zenda"


def test_the_day_of_the_crawl_is_no_day_of_publication_but_bounds_it() -> None:
    def published(day: str) -> str | None:
        meta = f'<meta property="article:published_time" content="{day}T00:00:00Z">'
        (found,) = read(response("http://a.example/1", page("Border opens", meta)))
        assert isinstance(found, Article)
        return found.published

    assert [published(day) for day in ("2018-05-09", "2018-05-11", "2018-05-12")] == ["2018-05-09", "2018-05-11", None]
    (bare,) = read(ONE)
    assert isinstance(bare, Article)
    assert bare.published is None


def test_texts_of_a_wet_file() -> None:
    (found,) = read(record("conversion", "http://a.example/2018/05/09/x", f"Border opens\n{PROSE}".encode(), "text/plain"))
    assert isinstance(found, Article)
    assert (found.url, found.published, found.text) == ("http://a.example/2018/05/09/x", "2018-05-09", f"Border opens\n\n{PROSE}")


def test_packed_chunked_and_encoded_pages() -> None:
    body = page("Wałęsa speaks")
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
    latin = page("Wałęsa speaks").decode().encode("iso-8859-2")
    found = read(
        response("http://a.example/1", gzip.compress(body), more="Content-Encoding: gzip\r\n")
        + response("http://a.example/2", chunked, more="Transfer-Encoding: chunked\r\n")
        + response("http://a.example/3", latin, content="text/html; charset=iso-8859-2")
    )
    assert [item.title for item in found if isinstance(item, Article)] == ["Wałęsa speaks at Zenda"] * 3


def test_a_record_that_ends_too_soon_is_a_problem_with_its_place() -> None:
    data = ONE + TWO + THREE
    found = read(data[: len(data) - 200])
    assert names(found) == ["http://a.example/1", "http://a.example/2", "broken"]
    assert isinstance(found[2], Problem)
    assert found[2].message.startswith(f"a.warc@{len(ONE + TWO)} http://a.example/3: ")


def test_after_a_damaged_place_the_next_record_is_read() -> None:
    found = read(ONE + b"\x00garbage\r\n" + TWO + THREE)
    assert names(found) == ["http://a.example/1", "broken", "http://a.example/2", "http://a.example/3"]


@pytest.mark.parametrize("at", [30, 100])
def test_a_damaged_member_of_a_packed_archive(at: int) -> None:
    one, two, three = (gzip.compress(part) for part in (ONE, TWO, THREE))
    bad = two[:at] + b"\xff\xff\xff\xff" + two[at + 4 :]
    found = names(read(one + bad + three))
    assert (found[0], found[-1]) == ("http://a.example/1", "http://a.example/3")
    assert "broken" in found


def test_a_bomb_in_a_record() -> None:
    bomb = gzip.compress(b"<html>" + b"a" * 30_000_000)
    assert names(read(response("http://a.example/b", bomb, more="Content-Encoding: gzip\r\n") + ONE)) == ["too-large", "http://a.example/1"]


def test_archives_are_told_by_their_beginning(tmp_path: Path) -> None:
    plain, packed, empty = tmp_path / "a", tmp_path / "b.gz", tmp_path / "c.warc"
    plain.write_bytes(ONE)
    packed.write_bytes(gzip.compress(ONE) + gzip.compress(TWO))
    empty.write_bytes(record("warcinfo", "", b"x", "application/warc-fields"))
    assert names(list(articles([str(plain), str(packed), str(empty)]))) == [
        "http://a.example/1",
        "http://a.example/1",
        "http://a.example/2",
        "empty",
    ]


def test_a_page_in_another_language_is_named_by_its_number(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    german = "Die beiden Minister trafen sich am Dienstag in Wien und einigten sich darauf, den Übergang wieder zu öffnen."
    path.write_bytes(ONE + response("http://a.example/de", f"<html><body><p>{german}</p><p>{german}!</p></body></html>".encode()))
    found = list(articles([str(path)]))
    assert isinstance(found[1], Problem)
    assert found[1].message == f"{path}#2: looks like German; Detente reads English"
