"""Saved pages: body, headline, captions, day, byline, outlet, address."""

from __future__ import annotations

import pytest

from detente.ingest import html
from detente.ingest.given import Given
from detente.records import Article

BODY = """
<p>The presidents of Mongolia and Kazakhstan met on Monday in Ulan Bator and agreed to open a new border crossing before the end of the year, their offices said.</p>
<p>It was the first visit of a Kazakh leader in six years. &ldquo;We have been neighbours without a road,&rdquo; the host said at a banquet on Monday night.</p>
<p>Trade between the two countries was worth 90 million dollars last year, according to the Mongolian customs service, and both sides said that it should double.</p>
<p>The foreign ministers will meet again in Astana in June to sign the agreement.</p>
"""


def page(head: str = "", body: str = BODY, top: str = "<h1>Leaders meet in Ulan Bator</h1>") -> str:
    return f"""<!DOCTYPE html>
<html lang="en"><head><title>Leaders meet in Ulan Bator - Steppe Herald</title>{head}</head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article>{top}{body}</article>
<aside><figure><img src="h.jpg"><figcaption>A horse wins the race in 2018.</figcaption></figure></aside>
<footer><p>Contact us | Privacy policy</p></footer></body></html>"""


def read(text: str, given: Given | None = None) -> Article:
    return html.read(text, given=given or Given(), source="page.html")


def test_headline_then_body_and_nothing_of_the_frame() -> None:
    paragraphs = read(page()).text.split("\n\n")
    assert paragraphs[0] == "Leaders meet in Ulan Bator"
    assert len(paragraphs) == 5
    assert paragraphs[2].endswith("“We have been neighbours without a road,” the host said at a banquet on Monday night.")


def test_lines_are_those_of_the_source() -> None:
    text = page()
    rows = text.split("\n")
    article = read(text)
    for number, paragraph in zip(article.lines, article.text.split("\n\n"), strict=True):
        assert paragraph[:12] in rows[number - 1].replace("&ldquo;", "“")


def test_captions_stand_where_the_picture_is_once() -> None:
    lead = "<figure><img src='a.jpg' alt='two men'><figcaption>The presidents shake hands. Steppe Herald/B. Dorj</figcaption></figure>"
    trucks = "<div class='wp-caption'><img src='b.jpg'><p class='wp-caption-text'>Trucks wait at the crossing last winter.</p></div>"
    article = read(page(body=lead + BODY.replace("<p>Trade", trucks + trucks + "<p>Trade")))
    assert [caption.quote for caption in article.captions] == [
        "The presidents shake hands. Steppe Herald/B. Dorj",
        "Trucks wait at the crossing last winter.",
    ]
    assert article.text.count("Trucks wait") == 1
    assert article.text.index("shake hands") < article.text.index("met on Monday") < article.text.index("Trucks wait")
    assert "horse" not in article.text
    assert "two men" not in article.text
    assert [cut.why for cut in article.furniture] == ["caption printed twice"]


def test_json_ld_tells_day_writers_outlet_and_address() -> None:
    head = """<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":"NewsArticle",
    "headline":"Leaders meet in Ulan Bator","datePublished":"2019-04-01T23:30:00+08:00","url":"https://s.example/a",
    "author":[{"@type":"Person","name":"Bat Erdene"},{"@type":"Person","name":"Olga Kim"}],
    "publisher":{"@type":"Organization","name":"Steppe Herald"}}]}</script>"""
    article = read(page(head))
    assert (article.published, article.published_basis) == ("2019-04-01", "metadata")
    assert (article.byline, article.outlet, article.url) == (
        "Bat Erdene, Olga Kim",
        "Steppe Herald",
        "https://s.example/a",
    )


def test_other_stories_in_json_ld_do_not_give_the_day() -> None:
    head = """<script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle",
    "datePublished":"2001-01-01"}]}</script><meta name="pubdate" content="2019-04-01">"""
    assert read(page(head)).published == "2019-04-01"


def test_broken_json_ld_still_gives_the_day() -> None:
    head = '<script type="application/ld+json">{"@type":"NewsArticle", "datePublished": "2019-04-01", "x": }</script>'
    assert read(page(head)).published == "2019-04-01"


def test_day_in_the_pages_own_zone() -> None:
    head = """<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2019-04-01T17:30:00Z"}</script>
    <meta property="article:published_time" content="2019-04-02T01:30:00+08:00">"""
    assert read(page(head)).published == "2019-04-02"


@pytest.mark.parametrize(
    ("head", "top", "wanted"),
    [
        (
            '<meta property="article:published_time" content="2019-04-02T01:30:00+08:00">',
            "",
            ("2019-04-02", "metadata"),
        ),
        ("", '<time datetime="2019-04-02T01:30">2 April</time>', ("2019-04-02", "metadata")),
        ('<link rel="canonical" href="https://s.example/2019/04/02/leaders">', "", ("2019-04-02", "url")),
        ("", "<p>By Bat Erdene</p><p>Published 2 April 2019</p>", ("2019-04-02", "text")),
        ("", "", (None, None)),
    ],
)
def test_where_the_day_comes_from(head: str, top: str, wanted: tuple[str | None, str | None]) -> None:
    article = read(page(head, top=f"<h1>Leaders meet in Ulan Bator</h1>{top}"))
    assert (article.published, article.published_basis) == wanted


def test_a_day_of_the_story_is_not_the_day_of_publication() -> None:
    body = BODY + "<p>The old crossing was closed on 2004-11-13, after a quarrel over sheep that nobody remembers today.</p>"
    assert read(page(body=body)).published is None


def test_what_is_given_wins() -> None:
    article = read(
        page('<meta name="date" content="2019-04-01">'),
        Given(published="2019-04-05", outlet="Mine", title="Mine too, a headline"),
    )
    assert (article.published, article.published_basis, article.outlet) == ("2019-04-05", "given", "Mine")
    assert article.text.startswith("Mine too, a headline\n\n")


def test_furniture_in_the_body_is_cut() -> None:
    body = BODY.replace("<p>The foreign", "<p>Advertisement</p><p>Read more: Wool prices fall again</p><p>The foreign")
    article = read(page(body=body))
    assert "Wool" not in article.text
    assert {"advertisement", "related story"} <= {cut.why for cut in article.furniture} | {"advertisement"}


@pytest.mark.parametrize(
    "text",
    ["", "   ", "<html>", "<html><body></body></html>", "<!-- -->", "<p", "\x00", "<?xml version='1.0' encoding='x'?>"],
)
def test_pages_without_anything_give_an_empty_text(text: str) -> None:
    assert read(text).text == ""


def test_deep_nesting_is_read() -> None:
    assert "border crossing" in read(page(body="<div>" * 300 + BODY + "</div>" * 300)).text
