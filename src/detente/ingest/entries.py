"""What a feed or a sitemap lists: entries, each an address with what the list says of it, or a text of its own."""

from __future__ import annotations

import hashlib
import html as markup
import re

import msgspec


def is_address(text: str) -> bool:
    """Whether what a user or a list names is an address of the web and no path."""
    return re.match(r"https?://", text, re.IGNORECASE) is not None


class Entry(msgspec.Struct, frozen=True):
    """One entry. `published` is the stamp as the list prints it; `changed` the latest day that it tells, whichever it is.

    `full` is HTML, where the entry holds the whole article.
    """

    url: str = ""
    title: str = ""
    published: str = ""
    changed: str = ""
    outlet: str = ""
    author: str = ""
    key: str = ""
    full: str = ""

    @property
    def mark(self) -> str:
        """By what the entry is known again: sixteen hexadecimal digits that change when the entry says that it has changed."""
        return hashlib.sha256("\n".join((self.key or self.url, self.changed)).encode("utf-8", "replace")).hexdigest()[:16]


def page(entry: Entry) -> str:
    """The entry as a page of HTML that says of itself what the list says of it."""
    said = {
        "og:title": entry.title,
        "og:site_name": entry.outlet,
        "article:published_time": entry.published,
        "author": entry.author,
        "og:url": entry.url,
    }
    metas = "".join(f'<meta property="{name}" content="{markup.escape(value)}">' for name, value in said.items() if value)
    title = f"<h1>{markup.escape(entry.title)}</h1>" if entry.title else ""
    return f"<!doctype html><html><head>{metas}</head><body><article>\n{title}\n{entry.full}\n</article></body></html>"
