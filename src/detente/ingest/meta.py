"""What a page says of itself beside its text: JSON-LD, meta elements, links. Read by our own code, offline."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

import msgspec
from lxml.html import HtmlElement

from detente.ingest import dates
from detente.ingest.tables import words
from detente.text import fold

_ARTICLE = re.compile(r"Article|NewsArticle|BlogPosting|LiveBlogPosting|Report$|WebPage$", re.IGNORECASE)
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "article.published", "published_time", "publication_date",
    "publish-date", "publish_date", "publishdate", "pubdate", "sailthru.date", "parsely-pub-date",
    "rnews:datepublished", "originalpublicationdate",
    "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created",
    "date.issued", "date", "ptime", "display-date", "displaydate",
    "citation_publication_date", "article_date_original", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "datecreated", "pdate", "weibo:article:create_at",
    "bt:pubdate", "shareaholic:article_published_time", "prism.publicationdate", "release_date", "published",
    "article_publication_date", "contentcreatedate",
)  # fmt: skip
_AUTHOR = (
    "author", "article:author", "og:article:author", "byl", "dc.creator", "dcterms.creator", "parsely-author",
    "sailthru.author", "cxenseparse:author", "citation_author", "dc.contributor", "article_author",
)  # fmt: skip
_SITE = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "publisher",
    "article:publisher",
    "cre",
    "source",
    "copyright-holder",
    "al:ios:app_name",
)
_SAVED = re.compile(r"saved from url=\(\d+\)(\S+)")
_LOOSE = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_SITE_TAIL = re.compile(r"\s+(?:[|–—»:]|-|::)\s+(?P<site>[^|–—»]{2,50})$")


class Meta(msgspec.Struct, frozen=True):
    """Title, writers, outlet, address, language and day, each None where the page does not say."""

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    published: str | None = None


def read(tree: HtmlElement) -> Meta:
    """All that a page says of itself. The day is in the page's own time zone."""
    linked = _linked(tree)
    named = _named(tree)
    outlet = _name(linked.get("publisher")) or _first(named, _SITE)
    url = _address(tree, named, linked)
    return Meta(
        title=_title(tree, named, linked, outlet),
        byline=_byline(tree, named, linked),
        outlet=outlet,
        url=url,
        language=(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "")[:2].lower() or None,
        published=dates.local(list(_moments(tree, named, linked))),
    )


def squeeze(text: str) -> str:
    """The text with single spaces, as a browser shows it."""
    return " ".join(text.split())


def _named(tree: HtmlElement) -> dict[str, str]:
    """Contents of meta elements by their lower-case name, property or itemprop; the first of each."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = squeeze(element.get("content") or "")
        for attribute in ("property", "name", "itemprop"):
            if content and (name := element.get(attribute)):
                found.setdefault(name.strip().lower(), content)
    return found


def _linked(tree: HtmlElement) -> Mapping[str, object]:
    """The JSON-LD object that describes the article, or an empty one."""
    best: Mapping[str, object] = {}
    for element in tree.iterfind(".//script[@type='application/ld+json']"):
        text = (element.text_content() or "").strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            loose = _LOOSE.search(text)
            data = {"@type": "WebPage", "datePublished": loose[1]} if loose else None
        for item in _objects(data):
            if _rank(item) > _rank(best):
                best = item
    return best


def _objects(data: object) -> Iterator[Mapping[str, object]]:
    """Objects at the top of JSON-LD, of its `@graph`, and what a page is about; not those of lists of other stories."""
    if isinstance(data, list):
        for item in data:
            yield from _objects(item)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity"):
            if isinstance(data.get(key), list | dict):
                yield from _objects(data[key])


def _rank(item: Mapping[str, object]) -> int:
    kinds = item.get("@type")
    kind = " ".join(str(k) for k in kinds) if isinstance(kinds, list) else str(kinds or "")
    if not _ARTICLE.search(kind):
        return 0
    return 1 + 2 * ("WebPage" not in kind) + ("datePublished" in item)


def _moments(tree: HtmlElement, named: Mapping[str, str], linked: Mapping[str, object]) -> Iterator[dates.Moment]:
    times = [str(linked[key]) for key in ("datePublished", "dateCreated", "uploadDate") if isinstance(linked.get(key), str)]
    times += [named[name] for name in _PUBLISHED if name in named]
    for element in tree.iter("time", "span", "div", "abbr"):
        mark = f"{element.get('itemprop', '')} {element.get('class', '')}".lower()
        if element.tag == "time" or "datepublished" in mark:
            late = any(word in mark for word in ("modif", "update", "relat", "comment"))
            if not late and not _aside(element):
                times.append(element.get("datetime") or element.get("content") or element.get("title") or "")
    yield from (found for time in times if (found := dates.moment(time)))


def _aside(element: HtmlElement) -> bool:
    return any(parent.tag in ("aside", "nav", "footer", "li") for parent in element.iterancestors())


def _title(tree: HtmlElement, named: Mapping[str, str], linked: Mapping[str, object], outlet: str | None) -> str | None:
    said = [
        named.get("og:title"),
        linked.get("headline"),
        named.get("twitter:title"),
        named.get("dc.title"),
        squeeze(tree.findtext(".//title") or ""),
    ]
    titles = [bare for title in said if isinstance(title, str) and (bare := _without_site(squeeze(title), outlet))]
    tops = [
        top for element in tree.iter("h1") if len(words(top := squeeze(element.text_content()))) >= 2 and fold(top) != fold(outlet or "")
    ]
    confirmed = next((top for top in tops if any(fold(top) in fold(title) or fold(title) in fold(top) for title in titles)), None)
    if confirmed or (len(tops) == 1 and len(words(tops[0])) >= 4):
        return confirmed or tops[0]
    return next(iter(titles), None) or next(iter(tops), None)


def _without_site(title: str, outlet: str | None) -> str:
    """A title without the site's name at its end, told by the outlet's name or by its form."""
    while match := _SITE_TAIL.search(title):
        site, rest = match["site"], title[: match.start()]
        known = outlet and (fold(site) in fold(outlet) or fold(outlet) in fold(site))
        if len(words(rest)) < 3 or not (known or (len(words(site)) <= 4 and ("|" in match[0] or site.istitle()))):
            break
        title = rest
    return title


def _byline(tree: HtmlElement, named: Mapping[str, str], linked: Mapping[str, object]) -> str | None:
    found = _name(linked.get("author")) or _first(named, _AUTHOR)
    if found is None:
        marked = tree.xpath("//*[@rel='author' or @itemprop='author' or contains(concat(' ',@class,' '),' byline ')]")
        shown = (squeeze(element.text_content()) for element in marked)
        found = next((text for text in shown if 1 <= len(words(text)) <= 16), None)
    return re.sub(r"(?i)^by:?\s+", "", found) if found else None


def _name(value: object) -> str | None:
    """The name or names that a JSON-LD person or organisation carries."""
    if isinstance(value, str):
        return squeeze(value) if value.strip() and not value.startswith(("http:", "https:", "@")) else None
    if isinstance(value, dict):
        return _name(value.get("name"))
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(name for item in value if (name := _name(item)))) or None
    return None


def _first(named: Mapping[str, str], keys: tuple[str, ...]) -> str | None:
    return next((named[key] for key in keys if key in named and not named[key].startswith(("http:", "https:", "@"))), None)


def _address(tree: HtmlElement, named: Mapping[str, str], linked: Mapping[str, object]) -> str | None:
    links = [element.get("href") or "" for element in tree.iter("link") if (element.get("rel") or "").lower() == "canonical"]
    page = linked.get("mainEntityOfPage")
    listed = [*links, named.get("og:url", ""), linked.get("url"), page.get("@id") if isinstance(page, dict) else page]
    saved = [match[1] for comment in tree.getroottree().xpath("//comment()") if (match := _SAVED.search(comment.text or ""))]
    return next(
        (url.strip() for url in [*listed, *saved] if isinstance(url, str) and re.match(r"https?://[^\s/]+", url.strip())),
        None,
    )
