"""What of an article may be passed on when its text may not: the words that records rest on, cut where they are long."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from detente.records import Quote
from detente.views.cards import Card
from detente.views.explain import Context
from detente.web.api.single import Article, Event, Mention, Passage

LONGEST = 240
"""Characters of a quote."""


def article(whole: Article) -> Article:
    """An article without its text: the headline, and the words of its records."""
    cards = tuple(msgspec.structs.replace(c, quotes=tuple(map(quote, c.quotes))) for c in whole.cards)
    passages = tuple(_passages(whole.passages, cards))
    mentions = tuple(m for m in whole.mentions if any(_inside(m, p) for p in passages))
    return msgspec.structs.replace(whole, whole=False, passages=passages, cards=cards, mentions=mentions, furniture=())


def _inside(mention: Mention, passage: Passage) -> bool:
    return passage.start <= mention.start and mention.end <= passage.start + len(passage.text)


def _passages(passages: Iterable[Passage], cards: Iterable[Card]) -> Iterable[Passage]:
    """The stretches that quotes cover; mentions of actors and doubts alone are no quotes."""
    spans = sorted((q.start, q.end) for c in cards if c.layer not in ("actors", "problems") for q in c.quotes)
    for passage in passages:
        if passage.part == "headline":
            yield passage
            continue
        end = passage.start + len(passage.text)
        for first, last in _joined([(max(a, passage.start), min(b, end)) for a, b in spans if a < end and passage.start < b]):
            text = passage.text[first - passage.start : last - passage.start]
            yield msgspec.structs.replace(passage, start=first, text=text)


def _joined(spans: Sequence[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """Spans in order, those that meet made one."""
    held: list[tuple[int, int]] = []
    for first, last in spans:
        if held and first <= held[-1][1]:
            held[-1] = (held[-1][0], max(held[-1][1], last))
        else:
            held.append((first, last))
    return held


def quote(whole: Quote) -> Quote:
    """A quote as far as it is passed on; the rest is left out, with its end moved."""
    if len(whole.quote) <= LONGEST:
        return whole
    words = whole.quote[:LONGEST].rsplit(" ", 1)[0]
    return Quote(whole.start, whole.start + len(words), words)


def event(whole: Event) -> Event:
    """An event without the sentences around its words."""
    tellings = tuple(
        msgspec.structs.replace(t, context=_alone(t.context), quote=quote(t.quote)) for t in whole.tellings
    )  # fmt: skip
    return msgspec.structs.replace(whole, tellings=tellings)


def _alone(context: Context) -> Context:
    return msgspec.structs.replace(context, before="", after="", quote=context.quote[:LONGEST])
