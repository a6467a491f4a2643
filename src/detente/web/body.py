"""The article as a page shows it: paragraphs with their line numbers, cut into marked segments."""

from __future__ import annotations

from collections.abc import Sequence

from detente.records import Article
from detente.views.cards import Card
from detente.views.ledger import Ledger
from detente.views.wording import tidy
from detente.web.marks import Mark, Segment, segments
from detente.web.markup import Markup, el, join, text

_HOW = "Article; arrow keys move between marked words, Enter lists their records"
_SHAPES = {"happened": "actual", "planned": "planned", "possible": "possible", "denied": "denied"}


def body(ledger: Ledger, cards: Sequence[Card], key: str) -> Markup:
    """The whole text with the words of all cards marked; `key` makes the cards' ids."""
    buckets: dict[int, list[Mark]] = {}
    for number, card in enumerate(cards):
        for quote in card.quotes:
            for at in range(ledger.paragraph(quote.start), ledger.paragraph(max(quote.end - 1, quote.start)) + 1):
                buckets.setdefault(at, []).append(Mark(quote.start, quote.end, number, style(card)))
    paragraphs = [_paragraph(ledger, n, buckets.get(n, []), key) for n in range(len(ledger.paragraphs))]
    return el("div", *paragraphs, class_="text", role="group", aria_label=_HOW)


def style(card: Card) -> str:
    """The class by which a page marks the words of a card: its layer, for events with how they stand."""
    return f"events-{_SHAPES.get(card.status, 'actual')}" if card.layer == "events" else card.layer


def _paragraph(ledger: Ledger, number: int, marks: Sequence[Mark], key: str) -> Markup:
    start, end = ledger.paragraphs[number]
    article = ledger.article
    pieces = [_segment(article.text, s, key) for s in segments(start, end, marks)]
    line = str(ledger.line(start))
    if number == 0 and article.title and article.text[start:end] == article.title:
        return el("h1", *pieces, data_line=line)
    caption = any(c.start < end and start < c.end for c in article.captions)
    return el("p", *pieces, data_line=line, class_="caption" if caption else None)


def _segment(whole: str, segment: Segment, key: str) -> Markup:
    words = Markup("<br>").join(text(line) for line in whole[segment.start : segment.end].split("\n"))
    if not segment.cards:
        return Markup(words)
    classes = " ".join(["seg", *dict.fromkeys(s.partition("-")[0] for s in segment.styles), *(s for s in segment.styles if "-" in s)])
    numbers = " ".join(f"{key}-{n}" for n in segment.cards)
    return el("span", Markup(words), class_=classes, data_r=numbers)


def furniture(article: Article) -> Markup:
    """What stood in the input and is no part of the article, with the reason."""
    if not article.furniture:
        return Markup("")
    items = [el("li", tidy(c.words), " ", el("span", tidy(c.why), class_="why")) for c in article.furniture]
    summary = el("summary", f"Left out of the article: {len(items)} {'piece' if len(items) == 1 else 'pieces'}")
    return el("details", summary, join([el("ul", *items)]), class_="furniture")
