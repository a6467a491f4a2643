"""Kinds of answers that are read: pages, feeds and sitemaps, text, PDF."""

from __future__ import annotations

from urllib.parse import urlsplit

from detente.ingest.answer import Answer

ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.1"

_READ = frozenset({"text/html", "application/xhtml+xml", "text/xml", "application/xml", "text/plain", "application/pdf", ""})
_BYTES = frozenset({"application/gzip", "application/x-gzip", "application/octet-stream", "binary/octet-stream"})
_ENDINGS = (".xml", ".xml.gz", ".rss", ".atom", ".pdf")


def accepted(answer: Answer) -> bool:
    """Whether an answer is of a kind that is read, by what the server says of it; a robots.txt always is."""
    path = urlsplit(answer.url).path.lower()
    kind = answer.media
    return kind in _READ or kind.endswith("+xml") or path == "/robots.txt" or (kind in _BYTES and path.endswith(_ENDINGS))


def is_page(answer: Answer) -> bool:
    """Whether the server says that it is a page of HTML."""
    return answer.media in ("text/html", "application/xhtml+xml")


def charset(answer: Answer) -> str:
    """The encoding that the server names, or nothing."""
    for part in answer.header("content-type").split(";")[1:]:
        key, _, value = part.partition("=")
        if key.strip().lower() == "charset":
            return value.strip(" \"'")
    return ""
