"""Text as copied from a page: furniture cut and listed, a caption's first copy kept and marked, no word changed."""

from __future__ import annotations

from detente.ingest import furniture, lines
from detente.ingest.clean import Page, Paragraph, clean
from detente.ingest.given import Facts, Given, make
from detente.ingest.tables import Table
from detente.records import Article
from detente.text import whole


def read(text: str, *, given: Given, source: str, table: Table | None = None) -> Article:
    """The article of a copied text. Nothing is added but a given title that the first lines lack.

    Inside a paragraph no character changes; lines of a text wrapped to a fixed width are joined by a space.
    """
    found = lines.unwrap(lines.split(whole(text)))
    page = clean(found, table or furniture.load(), title=given.title)
    facts = Facts(page.title, page.byline, page.outlet, None, page.day, "text" if page.day else None)
    return make(headed(page), page.furniture, facts, given=given, source=source)


def headed(page: Page, number: int = 1) -> tuple[Paragraph, ...]:
    """The paragraphs of a page below its title: a title that they lack stands first, as if on line `number`."""
    if page.headed or not page.title:
        return page.paragraphs
    return (Paragraph(page.title, number), *page.paragraphs)
