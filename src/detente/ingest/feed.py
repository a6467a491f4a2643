"""Feeds: RSS 0.9 to 2.0, RDF and Atom, broken ones too. feedparser reads the bytes; nothing is fetched here."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from typing import IO, TYPE_CHECKING
from urllib.parse import urljoin

import lxml.etree
import lxml.html

from detente.ingest import dates, html
from detente.ingest.encoding import NoTextError
from detente.ingest.entries import Entry, is_address, page
from detente.ingest.given import Given, problem
from detente.ingest.tables import Table
from detente.records import Article, Problem

if TYPE_CHECKING:
    from feedparser.util import FeedParserDict

LONGEST = 10_000_000
"""Bytes of a feed."""
FULL, SUMMARY = 120, 250
"""Words from which an entry's content, or its description, is the article and no teaser."""

PROLOG = rb"(?>\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)*+"
"""What may stand before the first element of an XML file. Nothing in it is tried twice, so that no file makes it slow."""
_ROOT = re.compile(PROLOG + rb"<(?:rss|feed|(?:\w+:)?RDF)\b", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_TEASER = re.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\]|(?i:(?:continue|keep) reading|read (?:more|on|the (?:full|rest)[\w ]*)))\W*$")


def accepts(path: str, head: bytes) -> bool:
    """Whether a file is a feed, by its first element or its name."""
    return path.lower().endswith((".rss", ".atom")) or _ROOT.match(plain(head)) is not None


def plain(head: bytes) -> bytes:
    """The first bytes of an XML file in ASCII, as far as a first element needs it."""
    wide = head[:2] in (b"\xff\xfe", b"\xfe\xff")
    return head.decode("utf-16", "ignore").encode() if wide else head.removeprefix(b"\xef\xbb\xbf")


def read(stream: IO[bytes], *, given: Given, source: str, table: Table) -> Iterator[Article | Problem]:
    """The articles that a feed on disk holds; a Problem `link-only` for each entry that is but a link."""
    data = stream.read(LONGEST + 1)
    if len(data) > LONGEST:
        yield problem(source, "too-large", f"a feed of more than {LONGEST // 1_000_000} MB")
        return
    found = entries(data)
    if not found:
        yield problem(source, "empty", "a feed without entries")
    for entry in found:
        if entry.full:
            yield article(entry, given, source, table)
        else:
            yield link_only(entry, source)


def link_only(entry: Entry, source: str) -> Problem:
    """The Problem of an entry that holds no article."""
    what = f"only a link ({entry.url}); --fetch fetches it" if entry.url else "neither a text nor a link"
    return problem(source, "link-only", f"{entry.title or 'an entry'}: {what}")


def article(entry: Entry, given: Given, source: str, table: Table) -> Article | Problem:
    """The article that an entry holds; what the feed says of it is its metadata."""
    try:
        return html.read(page(entry), given=given, source=source, table=table)
    except NoTextError as error:
        return problem(source, error.code, f"{entry.title or 'an entry'}: {error}")


def entries(data: bytes, url: str = "") -> Sequence[Entry]:
    """The entries of a feed in its order; `url` is where it was found, against which its links are read. Empty for what is no feed."""
    import feedparser

    found = feedparser.parse(io.BytesIO(data), response_headers={"content-location": url} if url else None)
    outlet, base = _line(found.feed.get("title")), url or _line(found.feed.get("link"))
    return [_entry(one, outlet, base, rss=not str(found.version).startswith("atom")) for one in found.entries]


def _entry(one: FeedParserDict, outlet: str, base: str, *, rss: bool) -> Entry:
    link = _line(one.get("feedburner_origlink") or one.get("link"))
    url = _joined(base, link) if link else ""
    updated = _line(dict.get(one, "updated"))
    published = _line(one.get("published")) or (updated if rss else "")
    source = one.get("source") or {}
    return Entry(
        url=url,
        title=_line(_text(str(one.get("title") or ""))),
        published=published if dates.moment(published) else _day(one, rss=rss),
        changed=updated or published,
        outlet=_line(source.get("title")) or outlet,
        author=_line(one.get("author")),
        key=_line(one.get("id")),
        full=_full(one),
    )


def _joined(base: str, link: str) -> str:
    """Where a link leads; nothing for what is no address of the web."""
    try:
        url = urljoin(base, link)
    except ValueError:
        return ""
    return url if is_address(url) else ""


def _day(one: FeedParserDict, *, rss: bool) -> str:
    """The day of a stamp in a form that only feedparser reads."""
    stamp = dict.get(one, "published_parsed") or (dict.get(one, "updated_parsed") if rss else None)
    return f"{stamp[0]:04}-{stamp[1]:02}-{stamp[2]:02}" if stamp else ""


def _full(one: FeedParserDict) -> str:
    """The HTML of an entry that holds its article, else nothing."""
    held = [(str(content.get("value") or ""), FULL) for content in one.get("content") or ()]
    held.append((str(dict.get(one, "summary") or ""), SUMMARY))
    for text, least in sorted(held, key=lambda pair: len(pair[0]), reverse=True):
        words = _text(text)
        if len(words.split()) >= least and not _TEASER.search(words.strip()):
            return text if "<" in text else "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
    return ""


def _text(markup: str) -> str:
    """The words of a piece of HTML."""
    if "<" not in markup and "&" not in markup:
        return markup
    try:
        return "".join(map(str, lxml.html.fromstring(f"<div>{markup}</div>").itertext()))
    except (lxml.etree.LxmlError, ValueError):
        return markup


def _line(value: object) -> str:
    """A value on one line, without the control characters that a terminal would obey."""
    return " ".join(_CONTROL.sub(" ", value).split()) if isinstance(value, str) else ""
