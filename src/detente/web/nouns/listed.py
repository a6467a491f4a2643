"""Pages of records."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from detente import records
from detente.corpus.words import pieces
from detente.records import AnyRecord
from detente.store import Hit, Store, snippets
from detente.views import cards, dates
from detente.views.cards import Card
from detente.views.ledger import Ledger
from detente.views.moments import moment
from detente.views.narrow import told
from detente.views.report import claims
from detente.views.sources import outlet
from detente.views.wording import hung, tidy
from detente.web.api.asked import Sought, Stated
from detente.web.api.listed import Found, Search, Statement, Statements
from detente.web.api.shared import Headline, Piece
from detente.web.nouns.part import Part, head

LOOKED = 600
"""Statements that are looked at for one page about an issue."""


def get_search(store: Store, asked: Sought) -> Search:
    """A page of records of one kind."""
    page = store.page(asked.kind, asked.filter, limit=asked.limit, after=asked.after)
    if asked.kind == "article":
        return Search("article", tuple(_article(hit, asked) for hit in page.hits), page.after)
    ledgers = _Ledgers(Part(store, dict.fromkeys(hit.article.id for hit in page.hits)))
    return Search(asked.kind, tuple(_found(hit, ledgers, asked) for hit in page.hits), page.after)


class _Ledgers:
    """Each article's records, looked up once."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self._made: dict[str, Ledger] = {}

    def __getitem__(self, article: str) -> Ledger:
        if article not in self._made:
            self._made[article] = self.part.ledger(article)
        return self._made[article]


def _article(hit: Hit, asked: Sought) -> Found:
    line = head(hit.article)
    return Found(
        id=hit.article.id,
        kind="article",
        article=line,
        line=line.title,
        status=None,
        day=dates.full(line.published) or "no day of publication",
        source=outlet(hit.article),
        quote="",
        entry=None,
        tellings=1,
        snippet=cut(hit.snippet, asked.text),
    )


def _found(hit: Hit, ledgers: _Ledgers, asked: Sought) -> Found:
    ledger = ledgers[hit.article.id]
    card = _card(ledger, hit.record)
    when = getattr(hit.record, "when", None)
    return Found(
        id=hit.record.id,
        kind=asked.kind,
        article=head(ledger.article),
        line=card.line,
        status=card.status,
        day=moment(when, ledger.article).words if asked.kind != "event" else dates.span(when),
        source=card.source,
        quote=tidy(card.quotes[0].quote) if card.quotes else "",
        entry=hit.record.id if asked.kind == "event" else None,
        tellings=hit.tellings,
        snippet=cut(hit.snippet, asked.text),
    )


def _card(ledger: Ledger, record: AnyRecord) -> Card:
    match record:
        case records.Event():
            return cards.of_event(ledger, (record,))
        case records.Statement():
            return cards.of_statement(ledger, record)
        case records.Position():
            return cards.of_position(ledger, record)
        case records.Relation():
            return cards.of_relation(ledger, record)
        case records.Agreement():
            return cards.of_agreement(ledger, record)
    raise TypeError(f"no line for a {type(record).__name__}")


def cut(snippet: str | None, text: str | None) -> tuple[Piece, ...]:
    """A snippet in pieces: what the store put in brackets is what was asked for, brackets of the article are its own."""
    if not snippet or not text:
        return ()
    wanted, _ = pieces(text)
    marked = re.compile(rf"\[({snippets.pattern([p for p in wanted if p != 'OR']).pattern})\]", re.IGNORECASE)
    made: list[Piece] = []
    at = 0
    for found in marked.finditer(snippet):
        made += [Piece(snippet[at : found.start()])] if found.start() > at else []
        made.append(Piece(tidy(found[1]), hit=True))
        at = found.end()
    return (*made, Piece(snippet[at:])) if at < len(snippet) else tuple(made)


def get_statements(store: Store, asked: Stated, *, key: Callable[[str], str] = str.lower) -> Statements:
    """A page of statements, about an issue if one is asked for: then pages of the store are read until this one is full."""
    issue = frozenset(key(asked.about).split()) if asked.about else frozenset[str]()
    hits: list[Hit] = []
    after, looked = asked.after, 0
    while True:
        page = store.page("statement", asked.filter, limit=asked.limit - len(hits), after=after)
        hits += [h for h in page.hits if not issue or issue <= set(key(_said(h)).split())]
        after, looked = page.after, looked + len(page.hits)
        if after is None or len(hits) == asked.limit or looked >= LOOKED:
            break
    return _statements(Part(store, dict.fromkeys(hit.article.id for hit in hits)), hits, after)


def _said(hit: Hit) -> str:
    return hit.record.content.quote if isinstance(hit.record, records.Statement) else ""


def _statements(part: Part, hits: list[Hit], after: str | None) -> Statements:
    ledgers = _Ledgers(part)
    made = tuple(_statement(ledgers[h.article.id], part, h.record) for h in hits if isinstance(h.record, records.Statement))
    return Statements(made, tuple(map(part.sides.side, dict.fromkeys(_people(made)))), after)


def _people(made: tuple[Statement, ...]) -> Iterator[str]:
    for one in made:
        yield from ((one.speaker,) if one.speaker else ())
        yield from one.addressees


def _statement(ledger: Ledger, part: Part, said: records.Statement) -> Statement:
    words = claims.worded(ledger, said, longest=300)
    headline: Headline = head(ledger.article)
    return Statement(
        id=said.id,
        speaker=part.sides.of(said.article, said.speaker) if said.speaker else None,
        line=words,
        quoted=words.startswith("“"),
        act=said.act,
        manner=said.manner,
        said=said.said,
        how=told(ledger, said),
        addressees=part.sides.all(said.article, said.addressees),
        condition=" ".join(hung(said.condition)) if said.condition else None,
        moment=moment(said.when, ledger.article),
        quote=tidy(said.content.quote),
        article=headline,
    )
