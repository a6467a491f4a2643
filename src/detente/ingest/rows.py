"""A row of a table of articles, whatever file it stands in: its fields under their usual names, and the article it makes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import msgspec

from detente.errors import InputError
from detente.ingest import html, plain
from detente.ingest.encoding import NoTextError
from detente.ingest.given import Facts, Given, problem, seal
from detente.ingest.tables import Table
from detente.records import Article, Problem
from detente.text import paragraphs, whole

NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "article_id", "doc_id", "docid", "guid"),
    "url": ("url", "link", "uri", "source_url", "page_url"),
    "title": ("title", "headline", "heading"),
    "published": (
        "published",
        "date",
        "publish_date",
        "published_at",
        "publication_date",
        "date_published",
        "pubdate",
        "pub_date",
        "datetime",
    ),
    "outlet": ("outlet", "source", "publication", "publisher", "newspaper", "source_name", "media"),
    "text": ("text", "content", "body", "article", "full_text", "fulltext", "article_text", "maintext", "story"),
    "html": ("html", "raw_html", "page"),
    "clean": ("clean",),
}
"""For each field the names of columns that mean it, in upper or lower case; the first that is there and not empty counts."""


_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where a name in camel case has a new word: "publishedAt"."""


class Row(msgspec.Struct, frozen=True):
    """What one row holds of an article. Fields beyond these are ignored."""

    id: str | int | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    text: str | None = None
    html: str | None = None
    clean: bool = False


class Columns(msgspec.Struct, frozen=True):
    """Which columns of a table hold which field, and which of a text's two forms it has."""

    found: Mapping[str, tuple[str, ...]]

    def row(self, cells: Mapping[str, str | None]) -> Row:
        """The row of the cells under their own names."""
        said = {field: next((cell for name in names if (cell := cells.get(name))), None) for field, names in self.found.items()}
        return Row(
            id=said.get("id"),
            url=said.get("url"),
            title=said.get("title"),
            published=said.get("published"),
            outlet=said.get("outlet"),
            text=said.get("text"),
            html=said.get("html"),
            clean=(said.get("clean") or "").lower() in ("1", "true", "yes"),
        )

    def wanted(self) -> list[str]:
        """The names of all columns that are read."""
        return [name for names in self.found.values() for name in names]


def columns(header: list[str]) -> Columns | None:
    """The columns of a header, or None where it names neither text nor html."""
    own = {_HUMP.sub("_", name.strip()).lower().replace(" ", "_"): name for name in reversed(header)}
    found = {field: tuple(own[name] for name in names if name in own) for field, names in NAMES.items()}
    return Columns(found) if found["text"] or found["html"] else None


def article(row: Row, number: int, *, given: Given, source: str, table: Table) -> Iterator[Article | Problem]:
    """The article of a row, or the Problem that it has; what the row says wins over `given`. `number` is its line."""
    if not (row.text or row.html):
        yield problem(source, "broken-line", "holds neither text nor html", line=number)
        return
    try:
        yield _read(row, number, given, source, table)
    except NoTextError as error:
        yield problem(source, error.code, str(error), line=number)
    except InputError as error:
        yield problem(source, "broken-line", str(error), line=number)


def _read(row: Row, number: int, given: Given, source: str, table: Table) -> Article:
    own = Given(
        published=row.published or given.published,
        outlet=row.outlet or given.outlet,
        title=row.title or given.title,
        url=row.url or given.url,
        id=str(row.id) if row.id not in (None, "") else None,
    )
    key = "\n".join(filter(None, (source, row.outlet, row.published)))  # the same words in two papers are two articles
    if row.text and row.clean:
        text = whole(row.text)
        return seal(text, Facts(), given=own, source=key, parts=((), (), (number,) * len(paragraphs(text))))
    if row.text:
        found = plain.read(row.text, given=own, source=key, table=table)
    else:
        found = html.read(row.html or "", given=own, source=key, table=table)
    return msgspec.structs.replace(found, lines=(number,) * len(paragraphs(found.text)))
