"""Feeds of every age: what an entry says, when it is an article, what cannot be read."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest

from detente.ingest import articles, feed
from detente.ingest.encoding import NoTextError
from detente.ingest.entries import Entry, page
from detente.records import Article, Problem
from tests.ingest.served import PROSE

LONG = "".join(f"<p>{PROSE} Paragraph {number} says so.</p>" for number in range(8))

RSS2 = f"""<?xml version="1.0" encoding="utf-8"?>
<!-- made by a program -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">
<channel><title>Zenda Gazette</title><link>https://zenda.example/</link>
<item><title>Border &amp;amp; bridge open</title><link>https://zenda.example/a</link><guid isPermaLink="false">1</guid>
<pubDate>Tue, 08 May 2018 23:30:00 +0900</pubDate><dc:creator>Ann Lee</dc:creator>
<description>Short.</description><content:encoded><![CDATA[{LONG}]]></content:encoded></item>
<item><title>Only a link</title><link>/b</link><pubDate>Wed, 09 May 2018 01:00:00 GMT</pubDate><description>{PROSE}</description></item>
<item><title>Counted</title><link>https://count.example/x</link><feedburner:origLink>https://zenda.example/c</feedburner:origLink></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Strelsau Post</title>
<entry><title type="html">Talks &lt;b&gt;resume&lt;/b&gt;</title><link rel="alternate" href="https://post.example/1"/><id>tag:post.example,2018:1</id>
<published>2018-05-09T08:00:00Z</published><updated>2018-05-10T08:00:00Z</updated><author><name>Bo Rhys</name></author>
<content type="html">{LONG.replace("<", "&lt;")}</content></entry>
<entry><title>Changed only</title><link href="https://post.example/2"/><id>2</id><updated>2018-05-10T08:00:00Z</updated></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://old.example/"><title>Old News</title></channel>
<item rdf:about="https://old.example/1"><title>An old story</title><link>https://old.example/1</link><dc:date>2004-01-02T03:04:05+01:00</dc:date></item></rdf:RDF>"""
RSS090 = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/">
<channel><title>Older</title></channel><item><title>Oldest</title><link>https://old.example/0</link></item></rdf:RDF>"""
RSS091 = '<?xml version="1.0"?><!DOCTYPE rss SYSTEM "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>Old</title><item><title>One</title><link>https://old.example/9</link></item></channel></rss>'


def test_what_an_rss_entry_says() -> None:
    first, second, third = feed.entries(RSS2.encode(), "https://zenda.example/feed")
    assert (first.url, first.title, first.outlet, first.author, first.key) == (
        "https://zenda.example/a",
        "Border & bridge open",
        "Zenda Gazette",
        "Ann Lee",
        "1",
    )
    assert first.published == "Tue, 08 May 2018 23:30:00 +0900"
    assert first.full and not second.full
    assert second.url == "https://zenda.example/b"
    assert third.url == "https://zenda.example/c"


def test_what_an_atom_entry_says_and_that_a_change_is_no_publication() -> None:
    first, second = feed.entries(ATOM.encode())
    assert (first.title, first.published, first.changed, first.outlet) == (
        "Talks resume",
        "2018-05-09T08:00:00Z",
        "2018-05-10T08:00:00Z",
        "Strelsau Post",
    )
    assert (second.published, second.changed) == ("", "2018-05-10T08:00:00Z")


@pytest.mark.parametrize(
    ("text", "url", "published"),
    [
        (RDF, "https://old.example/1", "2004-01-02T03:04:05+01:00"),
        (RSS090, "https://old.example/0", ""),
        (RSS091, "https://old.example/9", ""),
    ],
)
def test_old_forms(text: str, url: str, published: str) -> None:
    assert feed.accepts("a.xml", text.encode())
    (entry,) = feed.entries(text.encode())
    assert (entry.url, entry.published) == (url, published)


@pytest.mark.parametrize(
    "broken",
    [
        RSS2[: RSS2.index("<item><title>Only")],
        RSS2.replace("</channel></rss>", ""),
        RSS2.replace("Short.", "Short & bitter &nbsp; <br>"),
        RSS2.replace("utf-8", "no-such-code"),
        "\n\n" + RSS2,
    ],
)
def test_broken_feeds_give_what_they_hold(broken: str) -> None:
    entry = feed.entries(broken.encode())[0]
    assert entry.title == "Border & bridge open"
    assert entry.full


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
def test_encodings_of_feeds(encoding: str) -> None:
    data = (
        RSS2.replace('encoding="utf-8"', f'encoding="{encoding.removesuffix("-sig")}"')
        .replace("Zenda Gazette", "Zürich Gazette")
        .encode(encoding)
    )
    assert feed.accepts("a.xml", data[:4096])
    assert feed.entries(data)[0].outlet == "Zürich Gazette"


def test_what_is_a_feed_and_what_is_not() -> None:
    for text in (
        "<html><body><rss></body></html>",
        "<urlset/>",
        "rss and feed",
        '{"rss": 1}',
        "",
        "<?xml version='1.0'?><rssx/>",
        "<!--<rss>-->",
    ):
        assert not feed.accepts("a.xml", text.encode())
    assert feed.accepts("news.rss", b"broken")


def test_no_beginning_makes_telling_slow() -> None:
    start = time.process_time()
    feed.accepts("a.xml", (b"<?a?><!--b-->" * 400)[:4090] + b"<x")
    assert time.process_time() - start < 1


def test_a_teaser_is_no_article() -> None:
    for end in ("…", "[…]", "...", "<a>Read more</a>", "<p>Continue reading</p>"):
        text = RSS2.replace("</p>]]>", f" {end}</p>]]>")
        assert text != RSS2
        assert not feed.entries(text.encode())[0].full


def test_nothing_outside_of_a_feed_is_read(tmp_path: Path) -> None:
    """Neither a file that an entity or a name points to, nor a bomb of entities."""
    secret = tmp_path / "secret.xml"
    secret.write_text(RSS2.replace("Zenda", "Secret"))
    assert feed.entries(str(secret).encode()) == []
    assert feed.entries(b"http://127.0.0.1:9/") == []
    entity = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]><rss version="2.0"><channel><title>&x;</title><item><title>A</title><link>https://a.example/</link></item></channel></rss>'
    assert all("Secret" not in entry.outlet for entry in feed.entries(entity.encode()))
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE rss [<!ENTITY e0 "boom">{levels}]><rss version="2.0"><channel><title>&e11;</title><item><title>&e11;</title><link>https://a.example/</link></item></channel></rss>'
    assert all(len(entry.title) < 1000 for entry in feed.entries(bomb.encode()))


def test_a_feed_on_disk_gives_its_own_articles_and_names_its_links(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(RSS2)
    article, *rest = articles([str(path)])
    assert isinstance(article, Article)
    assert (article.title, article.outlet, article.url) == ("Border & bridge open", "Zenda Gazette", "https://zenda.example/a")
    assert (article.published, article.published_basis, article.byline) == ("2018-05-08", "metadata", "Ann Lee")
    assert article.text.startswith(f"Border & bridge open\n\n{PROSE}")
    assert article.text.count("says so") == 8
    assert [item.code for item in rest if isinstance(item, Problem)] == ["link-only", "link-only"]
    assert all(str(path) in item.message and "--fetch" in item.message for item in rest if isinstance(item, Problem))


def test_a_feed_of_nothing(tmp_path: Path) -> None:
    path = tmp_path / "feed.rss"
    path.write_text("<rss version='2.0'><channel><title>Quiet</title></channel></rss>")
    (problem,) = articles([str(path)])
    assert isinstance(problem, Problem) and problem.code == "empty"


def test_an_entry_as_a_page_says_what_the_feed_says() -> None:
    made = page(Entry(title='A "b" <c>', outlet="D & E", full="<p>x</p>", published="2018-05-09"))
    assert '<meta property="og:title" content="A &quot;b&quot; &lt;c&gt;">' in made
    assert "<h1>A &quot;b&quot; &lt;c&gt;</h1>" in made


def test_an_entry_is_known_again_until_it_says_that_it_has_changed() -> None:
    one = Entry(url="https://a.example/1", key="1", changed="2018-05-09")
    assert one.mark == Entry(url="https://a.example/1?utm=2", key="1", changed="2018-05-09", title="Corrected").mark
    assert one.mark != Entry(url="https://a.example/1", key="1", changed="2018-05-10").mark
    assert len({one.mark, Entry(url="https://a.example/2").mark, Entry(url="https://a.example/1").mark}) == 3


def test_links_that_are_no_addresses_are_none() -> None:
    text = RSS2.replace("https://zenda.example/a", "javascript:alert(1)").replace("<link>/b</link>", "<link>file:///etc/passwd</link>")
    assert [entry.url for entry in feed.entries(io.BytesIO(text.encode()).read(), "https://zenda.example/feed")][:1] == [""]


def test_no_control_characters_reach_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "feed.rss").write_text(RSS091.replace("One", "One \x1b[31mred\x9b5m"))
    (problem,) = articles([str(tmp_path / "feed.rss")])
    assert isinstance(problem, Problem)
    assert "red" in problem.message and problem.message.isprintable()


def test_a_feed_without_end_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "LONGEST", 1000)
    (tmp_path / "feed.rss").write_text(RSS2)
    (problem,) = articles([str(tmp_path / "feed.rss")])
    assert isinstance(problem, Problem) and problem.code == "too-large"


def test_an_entry_that_cannot_be_read_leaves_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(RSS2)

    def refuse(text: str, **known: object) -> Article:
        raise NoTextError("too-large", "more than enough tags")

    monkeypatch.setattr("detente.ingest.feed.html.read", refuse)
    assert [item.code for item in articles([str(path)]) if isinstance(item, Problem)] == ["too-large", "link-only", "link-only"]
