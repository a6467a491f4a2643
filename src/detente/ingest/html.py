"""A saved page: trafilatura finds its body, our own code captions, date and the rest; then the rules of plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import datetime
from typing import Literal, NamedTuple

import htmldate
import lxml.etree
import lxml.html
import msgspec
import trafilatura
from lxml.html import HtmlElement

from detente.ingest import figures, furniture, meta
from detente.ingest.clean import Page, clean
from detente.ingest.encoding import NoTextError
from detente.ingest.given import Facts, Given, make
from detente.ingest.lines import Line, unwrap
from detente.ingest.places import Places
from detente.ingest.plain import headed
from detente.ingest.tables import Table, words
from detente.records import Article, Cut
from detente.text import fold, whole

EARLIEST, LATEST = datetime(1990, 1, 1), datetime(2099, 12, 31)
"""Bounds for htmldate: its own upper bound is today, by which one page would read differently on another day."""
PROSE = 15
"""Words; longer stretches are hidden from htmldate, which would take a day out of the story."""
TAGS, ATTRIBUTES = 150_000, 5_000
"""Of one page, and of one tag; the largest live reports have some 40,000 tags."""

_TAG = re.compile(r"<[a-zA-Z]")
_LONG = re.compile(r"<[a-zA-Z][^<>]{20000,}")
_ATTRIBUTE = re.compile(r"\s[^\s=]+")
_BLOCKS = frozenset({"p", "head", "quote", "list", "item", "table", "row", "cell", "code", "div", "ab"})
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


class Block(NamedTuple):
    """A stretch of the article, where on the page it begins (-1 where it was not found), whether it is a caption."""

    text: str
    at: int
    caption: bool = False


def read(text: str, *, given: Given, source: str, table: Table | None = None) -> Article:
    """The article of a saved page: headline, then body; captions where they stand, once, and marked.

    An empty or broken page gives an article without text; NoTextError for one of more tags than a page has. Nothing is fetched.
    """
    _bounded(text)
    tree = _parse(whole(text))
    if tree is None:
        return make((), (), Facts(), given=given, source=source)
    said = meta.read(tree)
    places = Places(tree)
    title = given.title or said.title
    blocks, cuts = _blocks(tree, places, title)
    known = [at for at, block in enumerate(blocks) if block.caption]
    lines = [Line(places.line(block.at), block.text, True) for block in blocks]
    page = clean(lines, table or furniture.load(), title=title, known=known)
    page = msgspec.structs.replace(page, furniture=page.furniture + tuple(cuts))
    return make(headed(page), page.furniture, _facts(tree, said, page), given=given, source=source)


def _bounded(text: str) -> None:
    """NoTextError for what would take minutes and gigabytes: parts cost a tag each, attributes grow with their square."""
    if sum(1 for _ in _TAG.finditer(text)) > TAGS:
        raise NoTextError("too-large", f"more than {TAGS:,} tags")
    if any(len(_ATTRIBUTE.findall(tag[0])) > ATTRIBUTES for tag in _LONG.finditer(text)):
        raise NoTextError("too-large", f"a tag of more than {ATTRIBUTES:,} attributes")


def _parse(text: str) -> HtmlElement | None:
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    data = _DECLARATION.sub("", text).replace("\x00", "").encode()
    try:
        return lxml.html.document_fromstring(data, parser=parser) if data.strip() else None
    except (lxml.etree.LxmlError, ValueError):
        return None


def _blocks(tree: HtmlElement, places: Places, title: str | None) -> tuple[list[Block], list[Cut]]:
    """Headline, body and captions in the page's order, and the captions that were printed again."""
    marked = figures.captions(tree, places)
    body = _body(tree, marked, places)
    named = {fold(caption.text) for caption in marked}
    mine = figures.of_article(marked, places, [block.at for block in body if block.at >= 0])
    told = {fold(block.text) for block in body}
    blocks = [block._replace(caption=fold(block.text) in named) for block in body]
    cuts: list[Cut] = []
    for caption in mine:
        if fold(caption.text) in told:
            cuts.append(Cut(caption.text, "caption printed twice"))
            continue
        told.add(fold(caption.text))
        blocks.insert(_slot(blocks, caption.at), Block(caption.text, caption.at, True))
    if title:
        blocks = [block for at, block in enumerate(blocks) if at > 5 or fold(block.text) != fold(title)]
        top = next(
            (places.spans[h][0] for h in tree.iter("h1") if h in places.spans and fold(h.text_content()) == fold(title)),
            -1,
        )
        blocks.insert(0, Block(title, top if top >= 0 else places.find(title)))
    return blocks, cuts


def _slot(blocks: list[Block], at: int) -> int:
    """Before the first block that stands later on the page."""
    return next((i for i, block in enumerate(blocks) if block.at > at), len(blocks))


def _body(tree: HtmlElement, marked: list[figures.Caption], places: Places) -> list[Block]:
    """The paragraphs that trafilatura takes for the body, captions left out beforehand."""
    copy = deepcopy(tree)
    twins = dict(zip(tree.iter(), copy.iter(), strict=True))
    for caption in marked:
        twins[caption.element].drop_tree()
    found = trafilatura.bare_extraction(copy, include_comments=False, include_tables=True, with_metadata=False)
    body = getattr(found, "body", None)
    texts = list(_texts(body)) if body is not None else []
    if not texts:
        texts = [meta.squeeze(p.text_content()) for p in tree.iter("p") if len(words(p.text_content())) >= PROSE]
    blocks, at = [], 0
    for line in unwrap([Line(1, text, gap) for text, gap in _parted(texts)]):
        here = places.find(line.text, at)
        blocks.append(Block(line.text, here))
        at = max(here, at)
    return blocks


def _parted(texts: list[str]) -> Iterator[tuple[str, bool]]:
    """Each line of each stretch, and whether it begins a stretch."""
    for text in texts:
        rows = [squeezed for row in text.split("\n") if (squeezed := meta.squeeze(row))]
        yield from ((row, at == 0) for at, row in enumerate(rows))


def _texts(element: lxml.etree._Element) -> Iterator[str]:
    """Stretches of a body in trafilatura's own elements: paragraphs, headings, items, rows of tables."""
    if element.tag == "row":
        cells = [meta.squeeze("".join(map(str, cell.itertext()))) for cell in element]
        yield " | ".join(cell for cell in cells if cell)
        return
    if not any(child.tag in _BLOCKS for child in element):
        yield _inline(element)
        return
    yield element.text or ""
    for child in element:
        yield from _texts(child) if child.tag in _BLOCKS else [_inline(child)]
        yield child.tail or ""


def _inline(element: lxml.etree._Element) -> str:
    pieces = [element.text or ""]
    for child in element:
        pieces += ["\n" if child.tag == "lb" else _inline(child), child.tail or ""]
    return "".join(pieces)


def _facts(tree: HtmlElement, said: meta.Meta, page: Page) -> Facts:
    day, basis = _day(tree, said, page)
    return Facts(said.title or page.title, said.byline or page.byline, said.outlet or page.outlet, said.url, day, basis)


def _day(tree: HtmlElement, said: meta.Meta, page: Page) -> tuple[str | None, Literal["metadata", "text"] | None]:
    """The day of publication and where it was read: metadata, a date line, and only then what htmldate finds."""
    if said.published:
        return said.published, "metadata"
    if page.day:
        return page.day, "text"
    day = _htmldate(tree)
    head = tree.find("head")
    told = head is not None and day is not None and day.replace("-", "") in lxml.etree.tostring(head, encoding="unicode").replace("-", "")
    return (day, "metadata" if told else "text") if day else (None, None)


def _htmldate(tree: HtmlElement) -> str | None:
    """What htmldate finds in the markup, without the addresses of pictures and pages and without the story's prose."""
    copy = deepcopy(tree)
    for element in list(copy.iter("meta", "link", "img", "a", "p", "li", "div")):
        if element.tag in ("meta", "link", "img", "a"):
            for attribute in ("src", "href", "srcset"):
                element.attrib.pop(attribute, None)
            if "image" in f"{element.get('property')} {element.get('name')}" or "url" in f"{element.get('property')}":
                element.attrib.pop("content", None)
        elif len(words(element.text or "")) > PROSE:
            element.text = None
    try:
        return htmldate.find_date(copy, extensive_search=False, original_date=True, url="", min_date=EARLIEST, max_date=LATEST)
    except (ValueError, lxml.etree.LxmlError):
        return None
