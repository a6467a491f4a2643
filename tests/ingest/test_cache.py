"""What was fetched is kept as WARC, and a run is repeated from it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator, WarcRecordType

from detente.errors import InputError, StoreError
from detente.ingest.answer import Answer, Ask, FetchError
from detente.ingest.cache import Keeping, Kept
from tests.ingest.served import Page, article, code, fetcher, moved, site, web

BODY = "Ünïted\r\n\r\nnews\n".encode() + bytes(range(256))


class Script:
    """Answers in the order of a list."""

    def __init__(self, *answers: Answer) -> None:
        self.answers = list(answers)

    def get(self, ask: Ask) -> Answer:
        return self.answers.pop(0)


def said(url: str, body: bytes = BODY, status: int = 200) -> Answer:
    headers = (("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", "gzip"), ("Content-Length", "9"), ("X-Empty", ""))
    return Answer(url, status, headers, body, "93.184.216.34")


def keep(folder: Path, *answers: Answer) -> None:
    with Keeping(Script(*answers), folder) as keeping:
        for answer in answers:
            keeping.get(Ask(answer.url, fresh=True))


def test_what_was_kept_is_given_again_to_the_byte(tmp_path: Path) -> None:
    keep(tmp_path, said("http://a.example/"), said("http://a.example/gone", b"", 404), said("http://a.example/end", b"x\r\n\r\n"))
    kept = Kept(tmp_path)
    for url, body, status in (
        ("http://a.example/", BODY, 200),
        ("http://a.example/gone", b"", 404),
        ("http://a.example/end", b"x\r\n\r\n", 200),
    ):
        answer = kept.get(Ask(url))
        assert (answer.url, answer.body, answer.status) == (url, body, status)
        assert answer.headers == said(url).headers
    with pytest.raises(FetchError) as caught:
        kept.get(Ask("http://a.example/other"))
    assert caught.value.code == "not-kept"


def test_the_file_is_a_valid_warc(tmp_path: Path) -> None:
    keep(tmp_path, said("http://a.example/ü?b=1"), said("http://b.example/", b"", 302))
    (file,) = tmp_path.glob("*.warc.gz")
    with file.open("rb") as stream:
        records = [
            (r.record_type, r.headers.get("WARC-Target-URI"), r.http_headers.status_code if r.is_http else None, r.reader.read())
            for r in ArchiveIterator(stream, parse_http=True, verify_digests=True)
        ]
    assert [record[0] for record in records] == [WarcRecordType.warcinfo, WarcRecordType.response, WarcRecordType.response]
    assert records[1][1:] == ("http://a.example/ü?b=1", 200, BODY)
    assert records[2][1:] == ("http://b.example/", 302, b"")
    with file.open("rb") as stream:
        first = next(iter(ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True)))
        assert first.http_headers.get("Content-Length") == str(len(BODY))
        assert first.http_headers.get("Content-Encoding") is None
        assert first.headers.get("WARC-IP-Address") == "93.184.216.34"
        assert first.verify_payload_digest()


def test_the_index_names_the_place_of_each_record(tmp_path: Path) -> None:
    keep(tmp_path, said("http://a.example/"))
    (index,) = tmp_path.glob("*.index.jsonl")
    entry = json.loads(index.read_bytes())
    data = (tmp_path / entry["file"]).read_bytes()[entry["offset"] : entry["offset"] + entry["length"]]
    assert gzip.decompress(data).startswith(b"WARC/1.1\r\nWARC-Type: response")


def test_within_a_run_an_address_is_asked_once_unless_it_must_be_fresh(tmp_path: Path) -> None:
    url = "http://a.example/"
    with Keeping(Script(said(url, b"one"), said(url, b"two")), tmp_path) as keeping:
        assert [keeping.get(Ask(url)).body, keeping.get(Ask(url)).body, keeping.get(Ask(url, fresh=True)).body] == [b"one", b"one", b"two"]


def test_the_last_run_counts_and_not_modified_hides_nothing(tmp_path: Path) -> None:
    url = "http://a.example/"
    for answer in (said(url, b"one"), said(url, b"two"), said(url, b"", 304)):
        keep(tmp_path, answer)
    assert Kept(tmp_path).get(Ask(url)).body == b"two"


def test_what_a_kill_leaves_half_written_is_not_there_and_the_rest_is(tmp_path: Path) -> None:
    keep(tmp_path, said("http://a.example/"), said("http://b.example/"))
    (index,), (file,) = tmp_path.glob("*.index.jsonl"), tmp_path.glob("*.warc.gz")
    index.write_bytes(index.read_bytes()[:-5])
    file.write_bytes(file.read_bytes()[:-30])
    kept = Kept(tmp_path)
    assert kept.get(Ask("http://a.example/")).body == BODY
    with pytest.raises(FetchError):
        kept.get(Ask("http://b.example/"))


@pytest.mark.parametrize("damage", [slice(-40, -20), slice(-400, None), slice(None)])
def test_a_damaged_record_is_named_and_not_believed(tmp_path: Path, damage: slice) -> None:
    keep(tmp_path, said("http://a.example/"))
    (file,) = tmp_path.glob("*.warc.gz")
    data = bytearray(file.read_bytes())
    data[damage] = bytes(len(data[damage]))
    file.write_bytes(data)
    with pytest.raises(FetchError, match=r"its record in .* is broken"):
        Kept(tmp_path).get(Ask("http://a.example/"))


def test_a_record_that_is_not_the_one_of_the_index_is_not_believed(tmp_path: Path) -> None:
    keep(tmp_path, said("http://a.example/", b"one"))
    keep(tmp_path, said("http://a.example/", b"two"))
    first, second = sorted(tmp_path.glob("*.warc.gz"))
    index = sorted(tmp_path.glob("*.index.jsonl"))[1]
    index.write_bytes(index.read_bytes().replace(second.name.encode(), first.name.encode()))
    with pytest.raises(FetchError, match="broken"):
        Kept(tmp_path).get(Ask("http://a.example/"))


def test_a_folder_without_an_index_and_one_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nothing was kept"):
        Kept(tmp_path)
    (tmp_path / "x.index.jsonl").write_text('{"url": 5}\n')
    with pytest.raises(InputError, match=r"x\.index\.jsonl"):
        Kept(tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError):
        Keeping(Script(), tmp_path / "file")


def test_redirects_robots_and_errors_are_repeated_offline(tmp_path: Path) -> None:
    pages = {
        "/robots.txt": Page("User-agent: *\nDisallow: /closed"),
        "/a": moved("/b"),
        "/b": article("Border opens"),
        "/gone": Page(status=410),
        "/large": Page("x" * 30_000_000),
        "/inside": moved("http://nobody.example/"),
    }
    with site(pages) as here, Keeping(web(), tmp_path) as keeping:
        paths = {path: here.url(path) for path in ("/a", "/b", "/closed", "/gone", "/large", "/inside", "/never")}
        online = fetcher(exchange=keeping)
        first = [online.fetch(paths["/a"]), *(code(paths[path], online) for path in ("/closed", "/gone", "/large", "/inside"))]
    offline = fetcher(exchange=Kept(tmp_path))
    again = [offline.fetch(paths["/a"]), *(code(paths[path], offline) for path in ("/closed", "/gone", "/large", "/inside"))]
    assert first[1:] == again[1:] == ["robots", "http-410", "too-large", "not-fetched"]
    assert isinstance(first[0], Answer) and isinstance(again[0], Answer)
    assert (first[0].url, first[0].body, first[0].media) == (again[0].url, again[0].body, again[0].media)
    assert code(paths["/never"], offline) == "not-kept"


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Keeping(Script(said("http://a.example/")), tmp_path) as keeping:

        def full(record: bytes) -> int:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(keeping, "_add", full)
        with pytest.raises(StoreError, match="No space left"):
            keeping.get(Ask("http://a.example/"))
