"""What makes an article unusable: nothing to read, or a language that is not English."""

from __future__ import annotations

from detente.ingest.given import problem
from detente.ingest.language import foreign
from detente.ingest.tables import Table
from detente.records import Article, Problem

LARGEST = 5_000_000
"""Bytes of text, in UTF-8, that one article may have."""

LINES = 100_000
"""Lines that the text of one article may have; a book has some 20,000."""


def trouble(article: Article, source: str, table: Table) -> Problem | None:
    """The Problem of an article that cannot be read further, or None."""
    line = article.lines[0] if article.lines and len(set(article.lines)) == 1 and len(article.lines) > 1 else None
    if not any(char.isalnum() for char in article.text):
        return problem(source, "empty", "no text of an article was found", line=line)
    if len(article.text.encode()) > LARGEST:
        return problem(source, "too-large", f"more than {LARGEST // 1_000_000} MB of text", line=line)
    if other := foreign(article.text, table):
        return problem(source, "not-english", f"looks like {other}; Detente reads English", line=line)
    return None
