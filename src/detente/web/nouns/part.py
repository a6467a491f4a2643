"""A part of a store in memory: the articles that an answer is made of, with what is asked of them there."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import msgspec

from detente.corpus import Corpus, Filter, Told
from detente.records import AnyRecord, Article
from detente.store import Store
from detente.views.entries import Book, Entry
from detente.views.ledger import Ledger
from detente.views.sides import Side, Sides
from detente.views.sources import headline, outlet
from detente.web.api.shared import Bound, Headline

ARTICLES = 200
"""Articles, the newest that fit, from which an answer is made that needs all their words."""


class Part:
    """Some articles with all their records, and of others what tells the same events."""

    def __init__(self, store: Store, articles: Iterable[str]) -> None:
        self.corpus: Corpus = store.only(articles)

    @cached_property
    def sides(self) -> Sides:
        """Actors as all these articles know them."""
        return Sides(self.corpus)

    @cached_property
    def book(self) -> Book:
        """What makes entries of events."""
        return Book(self.corpus, self.sides)

    @cached_property
    def whole(self) -> tuple[Told, ...]:
        """All real-world events, denied and possible ones too."""
        return self.corpus.told(Filter(everything=True))

    def entries(self, wanted: Iterable[str]) -> tuple[Entry, ...]:
        """Events by the ids of any of their tellings, in the order given, each once."""
        told = {e.id: t for t in self.whole for e in t.tellings}
        found = {told[i].id: told[i] for i in wanted if i in told}
        return tuple(map(self.book.entry, found.values()))

    def named(self, entries: Iterable[Entry]) -> tuple[Side, ...]:
        """The parties of events, and who says so."""
        ids = dict.fromkeys(i for e in entries for i in (*e.parties, *e.holders))
        return tuple(map(self.sides.side, ids))

    def records(self, article: str) -> tuple[AnyRecord, ...]:
        """An article with its records, as corrected."""
        c = self.corpus
        kinds: tuple[Iterable[AnyRecord], ...] = (
            c.actors.values(), c.events, c.statements, c.positions, c.relations, c.agreements, c.problems,
        )  # fmt: skip
        own = (r for kind in kinds for r in kind if getattr(r, "article", None) == article)
        return (c.articles[article], *own)

    def ledger(self, article: str) -> Ledger:
        """The records of an article, found by place."""
        return Ledger(self.records(article))

    def headline(self, article: str) -> Headline:
        """An article in one line."""
        return head(self.corpus.articles[article])


def head(article: Article) -> Headline:
    """An article in one line; of its address only one that leads to the web."""
    day = article.published[:10] if article.published else None
    return Headline(article.id, headline(article), outlet(article), day, web(article.url))


def web(url: str | None) -> str | None:
    """An address that a browser may open: http or https; None for any other."""
    return url if url and url.lower().startswith(("http://", "https://")) and url.isprintable() and " " not in url else None


def newest(store: Store, asked: Filter, *, limit: int = ARTICLES) -> tuple[Part, Bound]:
    """The articles published last that fit."""
    ids, total = store.newest(asked, limit=limit)
    return Part(store, ids), Bound("articles", len(ids), total)


def inside(asked: Filter) -> Filter:
    """What is left to ask of articles that were chosen: words and times of adding are asked of the store only."""
    return msgspec.structs.replace(asked, text=None, added_since=None)
