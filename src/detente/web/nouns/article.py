"""An article as a reader reads it, with a card for each record."""

from __future__ import annotations

from collections.abc import Iterable

from detente.records import Article as Record
from detente.store import Store
from detente.views import dates
from detente.views.cards import deal
from detente.views.ledger import Ledger
from detente.views.report import checks
from detente.views.wording import tidy
from detente.web.api.asked import One
from detente.web.api.single import Article, Kind, Mention, Passage, Player, Told
from detente.web.nouns.part import Part, head

_BASIS = {"given": "given with the article", "metadata": "from the page", "url": "from the address", "text": "from the text"}


def get_article(store: Store, asked: One) -> Article | None:
    """The article of an id, or in which a record of that id stands; None where there is none."""
    if not (ident := _home(store, asked.id)):
        return None
    return article(Part(store, (ident,)), ident)


def _home(store: Store, ident: str) -> str | None:
    found = store.found(ident)[:1]
    if not found or found[0].id != ident:
        return None
    return ident if isinstance(found[0], Record) else getattr(found[0], "article", None)


def article(part: Part, ident: str) -> Article:
    """An article with all its text."""
    ledger = part.ledger(ident)
    record = ledger.article
    source = part.corpus.original(ident)
    return Article(
        headline=head(record),
        byline=tidy(record.byline) if record.byline else None,
        dated=_dated(ledger),
        language=record.language,
        whole=True,
        passages=tuple(_passages(ledger)),
        cards=deal(ledger),
        mentions=tuple(Mention(m.start, m.end, m.quote, ids, tidy(m.how)) for m, ids in ledger.mentions),
        cast=tuple(Player(a.id, tidy(a.name), part.sides.side(part.sides.of(ident, a.id)), tidy(a.why)) for a in ledger.actors.values()),
        told=tuple(_told(part, ident)),
        checks=checks.first(ledger).rows,
        furniture=record.furniture,
        copy_of=part.headline(source) if source != ident and source in part.corpus.articles else None,
    )


def _dated(ledger: Ledger) -> str:
    record = ledger.article
    if not record.published:
        return "no day of publication"
    basis = f" ({_BASIS[record.published_basis]})" if record.published_basis else ""
    return f"{dates.full(record.published)}{basis}"


def _passages(ledger: Ledger) -> Iterable[Passage]:
    """Its paragraphs."""
    record = ledger.article
    for number, (start, end) in enumerate(ledger.paragraphs):
        headline = number == 0 and bool(record.title) and record.text[start:end] == record.title
        caption = any(c.start < end and start < c.end for c in record.captions)
        kind: Kind = "headline" if headline else "caption" if caption else "body"
        yield Passage(start, record.text[start:end], ledger.line(start), kind)


def _told(part: Part, ident: str) -> Iterable[Told]:
    """Which real-world event each event of the article tells."""
    for event in part.whole:
        others = len({e.article for e in event.tellings}) - 1
        for telling in event.tellings:
            if telling.article == ident:
                yield Told(telling.id, event.id, others)
