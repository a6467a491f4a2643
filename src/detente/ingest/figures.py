"""Captions of a page by their markup: `figcaption`, and what classes of captions are called on news sites."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml.html import HtmlElement

from detente.ingest.meta import squeeze
from detente.ingest.places import Places
from detente.ingest.tables import words

LONGEST = 90
"""Words; a longer "caption" is a text of its own."""

_CLASS = re.compile(
    r"(?:^|[\s_-])(?:wp-caption-text|figcaption|caption|captiontext|caption-text|cutline|photo-?desc(?:ription)?"
    r"|img-?desc(?:ription)?|image-?desc(?:ription)?"
    r"|photo-?text|pic-?desc|img_caption|photo-?legend|legende?|imagecaption|photocaption|img-cap|photo-cap)(?:$"
    r"|[\s_-])",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:related|recommend\w*|sidebar|promo|teaser|card|newsletter|most-?read|popular|trending"
    r"|more-?stories|outbrain|taboola|footer|nav|comments?)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BUTTON = re.compile(
    r"(?:^|[\s_-])(?:toggle|expand|button|enlarge|hide-caption|visually-hidden|sr-only|screen-reader\w*)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HOLDERS = frozenset({"article", "main"})


class Caption(NamedTuple):
    """A caption's words, where on the page it begins, and its element."""

    text: str
    at: int
    element: HtmlElement


def captions(tree: HtmlElement, places: Places) -> list[Caption]:
    """All captions of the page, the outermost element of each, in order."""
    found: list[Caption] = []
    taken: set[HtmlElement] = set()
    for element in tree.iter():
        if not isinstance(element.tag, str) or not _is_caption(element) or any(parent in taken for parent in element.iterancestors()):
            continue
        text = squeeze(" ".join(_pieces(element)))
        if 2 <= len(words(text)) <= LONGEST:
            taken.add(element)
            found.append(Caption(_tight(text), places.spans[element][0] if element in places.spans else -1, element))
    return found


def of_article(found: list[Caption], places: Places, body: list[int]) -> list[Caption]:
    """Those captions that belong to the article whose paragraphs begin at `body`: in the same part of the page."""
    holder = _holder(places, min(body), max(body)) if body else None
    if holder is None:
        return []
    start, end = places.spans[holder]
    return [c for c in found if start <= c.at < end and not _set_apart(c.element, holder)]


def _is_caption(element: HtmlElement) -> bool:
    if element.tag == "figcaption":
        return True
    marked = _CLASS.search(element.get("class") or "") or element.get("itemprop") == "caption"
    return bool(marked) and element.tag not in ("body", "table", "video", "track", "img") and element.find(".//img") is None


def _pieces(element: HtmlElement) -> list[str]:
    """Texts of an element without its buttons."""
    pieces = [element.text or ""]
    for child in element:
        if (
            isinstance(child.tag, str)
            and child.tag not in ("button", "script", "style", "svg")
            and not _BUTTON.search(child.get("class") or "")
        ):
            pieces.extend(_pieces(child))
        pieces.append(child.tail or "")
    return pieces


def _tight(text: str) -> str:
    """Without the spaces that joining pieces put before marks."""
    return re.sub(r"\s+([,.;:!?)\]])", r"\1", text)


def _holder(places: Places, first: int, last: int) -> HtmlElement | None:
    """The smallest element that holds the body, or the article or main part around it."""
    around = [(end - start, element) for element, (start, end) in places.spans.items() if start <= first and last < end]
    if not around:
        return None
    smallest = min(around, key=lambda entry: entry[0])[1]
    chain = [smallest, *smallest.iterancestors()]
    return next(
        (element for element in chain if element.tag in _HOLDERS),
        chain[1] if len(chain) > 1 and chain[1].tag != "html" else smallest,
    )


def _set_apart(element: HtmlElement, holder: HtmlElement) -> bool:
    """Whether a caption stands in a part of the article that is about other stories."""
    for parent in element.iterancestors():
        if parent is holder:
            return False
        if parent.tag in ("aside", "nav", "footer", "article", "li", "a") or _ASIDE.search(parent.get("class") or ""):
            return parent.tag != "li" or not _gallery(parent)
    return False


def _gallery(item: HtmlElement) -> bool:
    return item.find(".//figure") is not None
