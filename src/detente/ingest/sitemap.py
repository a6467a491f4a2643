"""Sitemaps: lists of a site's pages, lists of such lists, and those of its news, which tell title and day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import IO

import lxml.etree
import msgspec

from detente.ingest import dates
from detente.ingest.answer import FetchError
from detente.ingest.entries import Entry
from detente.ingest.feed import PROLOG, plain
from detente.ingest.given import Given, problem
from detente.ingest.tables import Table
from detente.ingest.unpack import unpack
from detente.records import Article, Problem

LONGEST = 60_000_000
"""Bytes of a sitemap, unpacked; the protocol allows 50 MB."""
MOST = 50_000
"""Addresses of one sitemap; the protocol allows no more."""

_ROOT = re.compile(PROLOG + rb"<(?:\w+:)?(?:urlset|sitemapindex)\b", re.DOTALL)


class Sitemap(msgspec.Struct, frozen=True):
    """The pages of a sitemap, or the sitemaps of an index, the latest first where they tell a day."""

    pages: tuple[Entry, ...] = ()
    maps: tuple[Entry, ...] = ()


def accepts(path: str, head: bytes) -> bool:
    """Whether a file is a sitemap, by its first element, or by its name if it is compressed."""
    if head.startswith(b"\x1f\x8b"):
        return path.lower().endswith(".xml.gz")
    return _ROOT.match(plain(head)) is not None


def read(stream: IO[bytes], *, given: Given, source: str, table: Table) -> Iterator[Article | Problem]:
    """A sitemap on disk holds links only, which is a Problem `link-only`."""
    try:
        found = parse(stream.read(LONGEST + 1))
    except FetchError as error:
        yield problem(source, error.code, str(error))
        return
    count = len(found.pages) + len(found.maps)
    yield problem(source, "link-only", f"a sitemap: only links ({count}); --fetch fetches them")


def parse(data: bytes) -> Sitemap:
    """What a sitemap lists. FetchError `too-large`, `empty`, or `broken-xml` for what is no sitemap or declares entities."""
    if data.startswith(b"\x1f\x8b"):
        data = unpack([data], LONGEST)
    if len(data) > LONGEST:
        raise FetchError("too-large", f"a sitemap of more than {LONGEST // 1_000_000} MB")
    if b"<!ENTITY" in data.replace(b"\0", b""):
        raise FetchError("broken-xml", "declares entities, which no sitemap needs")
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        root = lxml.etree.fromstring(data, parser)
    except lxml.etree.XMLSyntaxError as error:
        raise FetchError("broken-xml", f"no sitemap: {error}") from error
    if root is None or _name(root) not in ("urlset", "sitemapindex"):
        raise FetchError("broken-xml", "no sitemap")
    found = tuple(sorted(_entries(root), key=_day, reverse=True))
    if not found:
        raise FetchError("empty", "a sitemap that lists nothing")
    return Sitemap(pages=found) if _name(root) == "urlset" else Sitemap(maps=found)


def _day(entry: Entry) -> str:
    moment = dates.moment(entry.published or entry.changed)
    return moment.day if moment else ""


def _entries(root: lxml.etree._Element) -> Iterator[Entry]:
    items: Sequence[lxml.etree._Element] = [child for child in root if _name(child) in ("url", "sitemap")]
    for item in items[:MOST]:
        said: dict[str, str] = {}
        for element in item.iter():
            outside = any(_name(parent) in ("image", "video") for parent in element.iterancestors())
            if not outside and (text := " ".join((element.text or "").split())):
                said.setdefault(_name(element), text)
        if address := said.get("loc"):
            yield Entry(
                url=address,
                title=said.get("title", ""),
                published=said.get("publication_date", ""),
                changed=said.get("lastmod", ""),
                outlet=said.get("name", ""),
            )


def _name(element: lxml.etree._Element) -> str:
    return lxml.etree.QName(element).localname if isinstance(element.tag, str) else ""
