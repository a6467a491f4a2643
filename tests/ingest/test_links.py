"""Addresses as arguments: pages, feeds, sitemaps; each page once, each failure named, a run repeated offline."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.ingest import links
from detente.ingest.answer import Ask
from detente.ingest.cache import Keeping, Kept
from detente.ingest.fetch import Fetcher
from detente.ingest.given import Given
from detente.ingest.links import Asked, Links
from detente.records import Article, Problem
from tests.ingest.served import PROSE, Page, Site, article, fetcher, moved, site, web, xml

LONG = "".join(f"<p>{PROSE} Paragraph {number} says so.</p>" for number in range(8))


def rss(*items: str) -> Page:
    return xml(
        f"<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>Zenda Gazette</title>{''.join(items)}</channel></rss>"
    )


def item(link: str, day: str = "", more: str = "") -> str:
    return f"<item><title>Item of {link}</title><link>{link}</link>{f'<pubDate>{day}</pubDate>' if day else ''}{more}</item>"


def urls(*entries: str) -> Page:
    return xml(f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{''.join(entries)}</urlset>")


def loc(url: str, day: str = "") -> str:
    return f"<url><loc>{url}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</url>"


@pytest.fixture
def here() -> Iterator[Site]:
    with site({}) as running:
        yield running


def read(*places: str, asked: Asked | None = None, given: Given | None = None, fetch: Fetcher | None = None) -> list[Article | Problem]:
    return list(links.articles(places, Links(fetch or fetcher(), given or Given(), asked or Asked())))


def told(found: list[Article | Problem]) -> list[str]:
    """Titles of articles and codes of problems."""
    return [one.code if isinstance(one, Problem) else str(one.title) for one in found]


def test_a_page_is_an_article_of_its_address(here: Site) -> None:
    here.pages["/news/1?id=7&utm_source=x"] = article(
        "Border opens at Zenda", head='<meta property="article:published_time" content="2018-05-09">'
    )
    (found,) = read(here.url("/news/1?id=7&utm_source=x#top"))
    assert isinstance(found, Article)
    assert (found.title, found.url, found.published) == ("Border opens at Zenda", here.url("/news/1?id=7"), "2018-05-09")


@pytest.mark.parametrize(("said", "believed"), [("/news/1", "/news/1"), ("https://thief.example/news/1", None), ("/", None), ("", None)])
def test_a_page_s_word_on_its_own_address(here: Site, said: str, believed: str | None) -> None:
    address = here.url(said) if said.startswith("/") else said
    here.pages["/amp/1"] = article("Border opens at Zenda", head=f'<link rel="canonical" href="{address}">')
    (found,) = read(here.url("/amp/1"))
    assert isinstance(found, Article)
    assert found.url == here.url(believed or "/amp/1")


def test_text_and_pages_in_other_encodings(here: Site) -> None:
    here.pages["/a.txt"] = Page(f"Border opens at Zenda\n\n{PROSE}\n", headers={"Content-Type": "text/plain"})
    here.pages["/b"] = Page(
        f"<html><body><h1>Wałęsa speaks in Gdańsk today</h1><p>{PROSE}</p><p>{PROSE} Also.</p></body></html>".encode("iso-8859-2"),
        headers={"Content-Type": "text/html; charset=ISO-8859-2"},
    )
    assert told(read(here.url("/a.txt"), here.url("/b"))) == ["Border opens at Zenda", "Wałęsa speaks in Gdańsk today"]


def test_what_an_address_says_is_no_article(here: Site) -> None:
    here.pages |= {
        "/empty": Page("<html><body></body></html>"),
        "/de": Page(
            "<html><body><h1>Grenze offen</h1><p>Die beiden Minister trafen sich am Dienstag in Wien und einigten sich darauf, den Grenzübergang wieder zu öffnen.</p></body></html>"
        ),
        "/x.xml": xml("<catalogue><book/></catalogue>"),
        "/zip": Page(b"PK\x03\x04rest", headers={"Content-Type": "text/plain"}),
        "/png": Page(b"", headers={"Content-Type": "image/png"}),
        "/quiet": rss(),
        "/none": urls(),
    }
    paths = ("/empty", "/de", "/x.xml", "/zip", "/png", "/quiet", "/none", "/404")
    assert told(read(*map(here.url, paths))) == ["empty", "not-english", "wrong-type", "binary", "wrong-type", "empty", "empty", "http-404"]


def test_problems_name_the_address_and_the_others_go_on(here: Site) -> None:
    here.pages["/a"] = article("Border opens at Zenda")
    found = read(here.url("/gone"), "ftp://a.example/", "https://user@a.example/", here.url("/a"))
    assert told(found) == ["http-404", "not-found", "refused-address", "Border opens at Zenda"]
    assert isinstance(found[0], Problem) and found[0].message.startswith(here.url("/gone") + ": ")


def test_a_feed_gives_its_articles_whole_or_fetched(here: Site) -> None:
    full = f"<content:encoded><![CDATA[{LONG}]]></content:encoded>"
    here.pages |= {
        "/feed": rss(
            item("/1", "Wed, 09 May 2018 01:00:00 +0900", full), item("/2", "Tue, 08 May 2018 01:00:00 +0900"), item("/gone"), item("")
        ),
        "/2": article("Two opens at Zenda"),
    }
    found = read(here.url("/feed"))
    assert told(found) == ["Item of /1", "Two opens at Zenda", "http-404", "link-only"]
    first, second = found[:2]
    assert isinstance(first, Article) and isinstance(second, Article)
    assert "/1" not in here.asked
    assert (first.url, first.published, first.outlet) == (here.url("/1"), "2018-05-09", "Zenda Gazette")
    assert (second.url, second.published, second.published_basis, second.outlet) == (
        here.url("/2"),
        "2018-05-08",
        "metadata",
        "Zenda Gazette",
    )


def test_what_the_page_says_of_itself_wins_over_the_feed_and_the_user_over_both(here: Site) -> None:
    here.pages["/feed"] = rss(item("/1", "Wed, 09 May 2018 01:00:00 +0900"))
    here.pages["/1"] = article(
        "One opens at Zenda",
        head='<meta property="article:published_time" content="2018-05-07"><meta property="og:site_name" content="The Page">',
    )
    (found,) = read(here.url("/feed"))
    (given,) = read(here.url("/feed"), given=Given(published="2018-05-01", outlet="Me"))
    assert isinstance(found, Article) and isinstance(given, Article)
    assert (found.published, found.outlet) == ("2018-05-07", "The Page")
    assert (given.published, given.published_basis, given.outlet) == ("2018-05-01", "given", "Me")


def test_limit_and_since(here: Site) -> None:
    here.pages["/feed"] = rss(
        item("/1", "Wed, 09 May 2018 01:00:00 GMT"), item("/2", "Mon, 07 May 2018 01:00:00 GMT"), item("/3"), item("/4")
    )
    here.pages |= {
        f"/{n}": article(f"Number {n} opens at Zenda", head=head)
        for n, head in ((1, ""), (2, ""), (3, ""), (4, '<meta property="article:published_time" content="2018-05-01">'))
    }
    assert told(read(here.url("/feed"), asked=Asked(limit=2))) == ["Number 1 opens at Zenda", "Number 2 opens at Zenda"]
    assert "/3" not in here.asked
    here.asked.clear()
    assert told(read(here.url("/feed"), asked=Asked(since="2018-05-08"))) == ["Number 1 opens at Zenda", "Number 3 opens at Zenda"]
    assert "/2" not in here.asked


def test_one_page_under_several_addresses_is_read_once(here: Site) -> None:
    here.pages |= {
        "/a": article("Border opens at Zenda"),
        "/b": moved("/a"),
        "/feed": rss(item("/a"), item("/a?utm_medium=rss"), item("/b")),
    }
    assert told(read(here.url("/feed"), here.url("/feed"), here.url("/a"))) == ["Border opens at Zenda"]
    assert here.asked.count("/a") == 3


def test_a_feed_that_leads_inside_or_to_another_list(here: Site) -> None:
    here.pages |= {"/feed": rss(item("http://0.0.0.0/"), item("/feed2"), item("file:///etc/passwd")), "/feed2": rss(item("/feed"))}
    assert told(read(here.url("/feed"))) == ["refused-address", "wrong-type", "link-only"]


def test_sitemaps_of_sitemaps_the_latest_first(here: Site) -> None:
    index = "<sitemapindex>{}</sitemapindex>".format(
        "".join(
            f"<sitemap><loc>{here.url(path)}</loc><lastmod>{day}</lastmod></sitemap>"
            for path, day in (("/old.xml", "2018-01-01"), ("/new.xml.gz", "2018-05-09"), ("/index.xml", "2018-04-01"))
        )
    )
    here.pages |= {f"/{n}": article(f"Number {n} opens at Zenda") for n in (1, 2, 3)}
    here.pages |= {
        "/index.xml": xml(index),
        "/old.xml": urls(loc(here.url("/1"))),
        "/new.xml.gz": Page(
            gzip.compress(str(urls(loc(here.url("/2"), "2018-05-08"), loc(here.url("/3"), "2018-05-09")).body).encode()),
            headers={"Content-Type": "application/x-gzip"},
        ),
    }
    assert told(read(here.url("/index.xml"))) == [f"Number {n} opens at Zenda" for n in (3, 2, 1)]
    here.asked.clear()
    assert told(read(here.url("/index.xml"), asked=Asked(since="2018-05-01", limit=1))) == ["Number 3 opens at Zenda"]
    assert "/old.xml" not in here.asked


def test_a_site_without_end_ends(here: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "LISTS", 6)

    def index(*paths: str) -> Page:
        return xml(f"<sitemapindex>{''.join(f'<sitemap><loc>{here.url(path)}</loc></sitemap>' for path in paths)}</sitemapindex>")

    here.pages |= {
        "/0.xml": index("/1.xml"),
        "/1.xml": index("/2.xml"),
        "/2.xml": index("/3.xml"),
        "/wide.xml": index(*(f"/w{n}.xml" for n in range(9))),
    }
    assert told(read(here.url("/0.xml"))) == ["too-large"]
    assert told(read(here.url("/wide.xml"))) == ["too-large", *["http-404"] * 5]


def test_feeds_on_disk_are_fetched_only_when_asked(here: Site, tmp_path: Path) -> None:
    here.pages |= {"/1": article("Number one opens at Zenda")}
    (tmp_path / "feed.xml").write_text(str(rss(item(here.url("/1"))).body))
    (tmp_path / "map.xml").write_text(str(urls(loc(here.url("/2"))).body))
    (tmp_path / "news.txt").write_text(f"Border opens at Zenda\n\n{PROSE}")
    assert told(read(str(tmp_path))) == ["link-only", "link-only", "Border opens at Zenda"]
    assert here.asked == []
    assert told(read(str(tmp_path), str(tmp_path / "no"), asked=Asked(fetch=True))) == [
        "Number one opens at Zenda",
        "http-404",
        "Border opens at Zenda",
        "not-found",
    ]


def test_files_and_addresses_stand_in_the_order_given(here: Site, tmp_path: Path) -> None:
    here.pages["/a"] = article("Number two opens at Zenda")
    for name in ("one", "three"):
        (tmp_path / name).write_text(f"Number {name} opens at Zenda\n\n{PROSE}")
    found = read(str(tmp_path / "one"), here.url("/a"), str(tmp_path / "three"))
    assert told(found) == [f"Number {n} opens at Zenda" for n in ("one", "two", "three")]


def test_a_run_is_repeated_offline_to_the_byte(here: Site, tmp_path: Path) -> None:
    full = f"<content:encoded><![CDATA[{LONG}]]></content:encoded>"
    here.pages |= {
        "/robots.txt": Page("User-agent: *\nDisallow: /closed"),
        "/feed": rss(item("/1", "Wed, 09 May 2018 01:00:00 +0900", full), item("/2"), item("/closed"), item("/gone"), item("/moved")),
        "/2": article("Two opens at Zenda"),
        "/moved": moved("/3"),
        "/3": Page(
            gzip.compress(str(article("Three opens at Zenda").body).encode()),
            headers={"Content-Type": "text/html", "Content-Encoding": "gzip"},
        ),
        "/map": urls(loc(here.url("/2")), loc(here.url("/4"))),
        "/4": Page(
            f"<html><h1>Señor Álvarez speaks at Zenda</h1><p>{PROSE}</p><p>{PROSE} Also.</p></html>".encode("cp1252"),
            headers={"Content-Type": "text/html; charset=windows-1252"},
        ),
    }
    places = [here.url(path) for path in ("/feed", "/map", "/png")]
    with Keeping(web(), tmp_path) as keeping:
        online = read(*places, fetch=fetcher(exchange=keeping))
    here.pages.clear()
    asked = len(here.asked)
    offline = read(*places, fetch=fetcher(exchange=Kept(tmp_path)))
    assert told(online) == [
        "Item of /1",
        "Two opens at Zenda",
        "robots",
        "http-404",
        "Three opens at Zenda",
        "Señor Álvarez speaks at Zenda",
        "http-404",
    ]
    assert offline == online
    assert len(here.asked) == asked
    other = read(here.url("/other"), fetch=fetcher(exchange=Kept(tmp_path)))
    assert told(other) == ["not-kept"]


def test_pages_that_change_during_a_run_are_kept_as_they_were_read(here: Site, tmp_path: Path) -> None:
    here.pages |= {"/a": moved("/t?1"), "/t?1": article("First form of Zenda")}
    with Keeping(web(), tmp_path) as keeping:
        first = keeping.get(Ask(here.url("/t?1")))
        here.pages["/t?1"] = article("Second form of Zenda")
        assert told(read(here.url("/a"), fetch=fetcher(exchange=keeping))) == ["First form of Zenda"]
    assert Kept(tmp_path).get(Ask(here.url("/t?1"))).body == first.body


def test_what_tells_of_what_was_kept_is_no_news(tmp_path: Path) -> None:
    (tmp_path / "detente-1.index.jsonl").write_text('{"url": "http://a.example/", "status": 200}\n')
    (tmp_path / "news.txt").write_text(f"Border opens at Zenda\n\n{PROSE}")
    assert told(read(str(tmp_path))) == ["Border opens at Zenda"]
