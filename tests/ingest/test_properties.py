"""Whatever stands in a file: reading never fails, and spans, lines and digest always fit the text."""

from __future__ import annotations

import hashlib
import io

from hypothesis import given, settings
from hypothesis import strategies as some

from detente.ingest import furniture, html, jsonl, plain
from detente.ingest.encoding import NoTextError, decode
from detente.ingest.given import Given
from detente.records import Article
from detente.text import paragraphs

TABLE = furniture.load()
LINES = some.one_of(
    some.sampled_from(
        [
            "",
            "MOST READ",
            "Advertisement",
            "By Ann Lee (a@b.example)",
            "Kim (left) meets Xi in Dalian on Monday. (Yonhap)",
            "Leaders meet in Ulan Bator",
            "The two ministers met in Vienna on Tuesday and agreed to reopen the border in the spring.",
            "© 2018 The Post. All rights reserved.",
            "May 9, 2018",
            "12.05",
            "소아쌤",
            "Image caption The two men walk along the beach in Dalian",
        ]
    ),
    some.text(max_size=60),
)
PAGES = some.lists(LINES, max_size=12).map("\n".join)


def fits(article: Article) -> None:
    spans = paragraphs(article.text)
    assert all(article.text[c.start : c.end] == c.quote for c in article.captions)
    assert len(article.lines) in (0, len(article.text.split("\n\n")) if article.text else 0)
    assert len(spans) == (len(article.text.split("\n\n")) if article.text else 0)
    assert article.digest == hashlib.sha256(article.text.encode()).hexdigest()


@settings(max_examples=150, deadline=None)
@given(PAGES, some.none() | some.text(max_size=20))
def test_plain_text(text: str, title: str | None) -> None:
    article = plain.read(text, given=Given(title=title), source="x", table=TABLE)
    fits(article)
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert all(1 <= line <= max(len(rows), 1) for line in article.lines)
    assert article == plain.read(text, given=Given(title=title), source="x", table=TABLE)


@settings(max_examples=60, deadline=None)
@given(PAGES, some.sampled_from(["p", "figcaption", "div", "h1", "li"]))
def test_pages(text: str, tag: str) -> None:
    body = "".join(f"<{tag}>{row}</{tag}>" for row in text.split("\n"))
    fits(html.read(f"<html><body><article>{body}</article></body></html>", given=Given(), source="x", table=TABLE))


@settings(max_examples=100, deadline=None)
@given(some.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    list(jsonl.read(io.BytesIO(data), given=Given(), source="x", table=TABLE))
    try:
        text = decode(data)
    except NoTextError:
        return
    fits(plain.read(text, given=Given(), source="x", table=TABLE))
    fits(html.read(text, given=Given(), source="x", table=TABLE))
