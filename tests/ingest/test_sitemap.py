"""Sitemaps: pages, indexes, news; compressed, broken, hostile."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from detente.ingest import articles, sitemap
from detente.ingest.answer import FetchError
from detente.records import Problem

NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
PLAIN = f"""<?xml version="1.0" encoding="UTF-8"?><?xml-stylesheet href="a.xsl"?><!-- made -->
<urlset {NS}><url><loc> https://a.example/old </loc><lastmod>2018-05-01</lastmod></url>
<url><loc>https://a.example/none</loc></url><url><lastmod>2018-05-01</lastmod></url>
<url><loc>https://a.example/new?a=1&amp;b=2</loc><lastmod>2018-05-09T10:00:00+09:00</lastmod></url></urlset>"""
NEWS = f"""<urlset {NS}><url><loc>https://a.example/1</loc><lastmod>2018-06-01</lastmod>
<image:image><image:loc>https://a.example/1.jpg</image:loc><image:title>A picture</image:title></image:image>
<news:news><news:publication><news:name>Zenda Gazette</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2018-05-09T01:00:00+09:00</news:publication_date><news:title>Border opens</news:title></news:news></url></urlset>"""
INDEX = f"<sitemapindex {NS}><sitemap><loc>https://a.example/s1.xml</loc></sitemap><sitemap><loc>https://a.example/s2.xml.gz</loc><lastmod>2018-05-09</lastmod></sitemap></sitemapindex>"


def test_pages_the_latest_first_and_a_change_is_no_publication() -> None:
    found = sitemap.parse(PLAIN.encode())
    assert [entry.url for entry in found.pages] == ["https://a.example/new?a=1&b=2", "https://a.example/old", "https://a.example/none"]
    assert [(entry.published, entry.changed) for entry in found.pages][:1] == [("", "2018-05-09T10:00:00+09:00")]


def test_news_tell_title_day_and_outlet() -> None:
    (entry,) = sitemap.parse(NEWS.encode()).pages
    assert (entry.url, entry.title, entry.outlet) == ("https://a.example/1", "Border opens", "Zenda Gazette")
    assert entry.published == "2018-05-09T01:00:00+09:00"


def test_an_index_lists_sitemaps() -> None:
    found = sitemap.parse(gzip.compress(INDEX.encode()))
    assert [entry.url for entry in found.maps] == ["https://a.example/s2.xml.gz", "https://a.example/s1.xml"]
    assert not found.pages


def test_a_broken_one_gives_what_it_holds() -> None:
    assert len(sitemap.parse(PLAIN[:-40].replace("&amp;", "&").encode()).pages) == 3


@pytest.mark.parametrize("data", [b"", b"no xml", b"<rss/>", b"<urlset", b"\x1f\x8b broken", b"\xff\xfe"])
def test_what_is_no_sitemap(data: bytes) -> None:
    with pytest.raises(FetchError) as caught:
        sitemap.parse(data)
    assert caught.value.code in ("broken-xml", "not-fetched", "empty")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_in_any_encoding(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("https://secret.example/")
    for kind in (f'SYSTEM "{(tmp_path / "secret").as_uri()}"', '"boom"'):
        text = f"<!DOCTYPE urlset [<!ENTITY x {kind}>]><urlset {NS}><url><loc>&x;</loc></url></urlset>"
        with pytest.raises(FetchError, match="entities"):
            sitemap.parse(text.encode(encoding))


def test_size_and_number_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "LONGEST", 10_000)
    with pytest.raises(FetchError, match="more than"):
        sitemap.parse(gzip.compress(b"<urlset>" + b" " * 20_000))
    with pytest.raises(FetchError, match="more than"):
        sitemap.parse(b"<urlset>" + b" " * 20_000)
    monkeypatch.setattr(sitemap, "MOST", 2)
    assert len(sitemap.parse(PLAIN.encode()).pages) == 2


def test_a_sitemap_on_disk_is_links_only(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(PLAIN)
    (tmp_path / "b.xml.gz").write_bytes(gzip.compress(INDEX.encode()))
    (tmp_path / "c.xml").write_bytes(b"<urlset><!DOCTYPE [<!ENTITY a 'b'>]>")
    found = [item for item in articles([str(tmp_path)]) if isinstance(item, Problem)]
    assert [item.code for item in found] == ["link-only", "link-only", "broken-xml"]
    assert "3" in found[0].message and "--fetch" in found[0].message
