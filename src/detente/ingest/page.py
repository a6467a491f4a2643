"""What was fetched, read: an answer's bytes by the readers of files, under the address at which they were found."""

from __future__ import annotations

import io
from collections.abc import Iterator
from urllib.parse import urlsplit, urlunsplit

import msgspec

from detente import ingest
from detente.ingest import checks, dates, html, media
from detente.ingest.answer import Answer
from detente.ingest.encoding import NoTextError, decode
from detente.ingest.entries import Entry
from detente.ingest.given import Given, problem
from detente.ingest.tables import Table
from detente.records import Article, Problem

COUNTERS = ("utm_", "fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "yclid", "at_medium", "at_campaign", "ns_mchannel")
"""Beginnings of parameters by which sites count who came from where; two addresses that differ only in them are one page."""


def read(answer: Answer, given: Given, table: Table, entry: Entry | None = None) -> Iterator[Article | Problem]:
    """The articles of an answer, each checked. `entry` is what a feed or sitemap says of it: it fills what the page leaves open."""
    told = entry or Entry()
    try:
        for found in _read(answer, given, table, told):
            full = _filled(found, told) if isinstance(found, Article) else found
            yield (checks.trouble(full, answer.url, table) if isinstance(full, Article) else None) or full
    except NoTextError as error:
        yield problem(answer.url, error.code, str(error))


def plain(url: str) -> str:
    """The address without fragment and without what only counts readers."""
    parts = urlsplit(url)
    query = "&".join(pair for pair in parts.query.split("&") if not pair.lower().startswith(COUNTERS))
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def _read(answer: Answer, given: Given, table: Table, told: Entry) -> Iterator[Article | Problem]:
    if media.is_page(answer):
        yield _page(decode(answer.body, media.charset(answer)), answer.url, given, (told, table))
        return
    path = urlsplit(answer.url).path
    reader = next(reader for reader in ingest.READERS if reader.accepts(path, answer.body[:4096]))
    if reader.name == "plain" and answer.media.endswith("xml"):
        yield problem(answer.url, "wrong-type", "XML that is neither a page nor a feed nor a sitemap")
        return
    own = msgspec.structs.replace(given, url=plain(answer.url), title=given.title or told.title or None)
    yield from reader.read(io.BytesIO(answer.body), given=own, source=answer.url, table=table)


def _page(text: str, url: str, given: Given, known: tuple[Entry, Table]) -> Article:
    """The article of a page. The address is the one that the page gives itself, if it can be believed, else where it was found."""
    told, table = known
    article = html.read(text, given=given, source=url, table=table)
    address = article.url if article.url and _believed(article.url, url) else plain(url)
    title = article.title or told.title or None
    if (address, title) == (article.url, article.title):
        return article
    return html.read(text, given=msgspec.structs.replace(given, url=address, title=given.title or title), source=url, table=table)


def _believed(own: str, found: str) -> bool:
    """Whether a page's word on its own address holds: on the same site, and no front page for an inner one."""
    one, other = urlsplit(own), urlsplit(found)
    same = (one.hostname or "").removeprefix("www.") == (other.hostname or "").removeprefix("www.")
    return same and (one.path.strip("/") != "" or other.path.strip("/") == "")


def _filled(article: Article, told: Entry) -> Article:
    """The article with outlet and day of the list that led to it, where it names none itself."""
    day = dates.moment(told.published)
    if article.published is None and day is not None:
        article = msgspec.structs.replace(article, published=day.day, published_basis="metadata")
    return msgspec.structs.replace(article, outlet=article.outlet or told.outlet or None)
