"""Why a record stands: the card of a record with its words in their sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from detente.records import Agreement, AnyRecord, Event, Position, Quote, Relation, Statement
from detente.views.cards import Card, deal, hows
from detente.views.ledger import Ledger, evidence
from detente.views.wording import tidy

_END = re.compile(r"[.!?][”\"’')]*\s")


class Context(msgspec.Struct, frozen=True):
    """A quote between the words that stand around it in its sentences, and its line in the input."""

    before: str
    quote: str
    after: str
    line: int


class Party(msgspec.Struct, frozen=True):
    """An actor of a record, why it is who it is, and how the mentions near the words were resolved."""

    name: str
    id: str
    why: str
    mentions: tuple[str, ...]


class Explanation(msgspec.Struct, frozen=True):
    """A card, the words in question in context, and the actors in them.

    `rules` are the ids of the rules that made the records in question; `elsewhere` the lines of an event's other tellings.
    """

    card: Card
    contexts: tuple[Context, ...]
    parties: tuple[Party, ...]
    rules: tuple[str, ...]
    elsewhere: tuple[int, ...] = ()


def record(ledger: Ledger, ident: str) -> Explanation | None:
    """The explanation of the record of an id (or of the only one that begins so); None where there is none."""
    found = ledger.find(ident)
    return next((explained(ledger, c, (found,)) for c in deal(ledger) if found and found.id in c.ids), None)


def line(ledger: Ledger, number: int) -> tuple[Explanation, ...]:
    """Explanations of all records, actors apart, that rest on words of a line of the input."""
    made = []
    for card in deal(ledger):
        here = tuple(r for i in card.ids if (r := ledger.find(i)) and number in ledger.lines(evidence(r)))
        if here and card.layer != "actors":
            made.append(explained(ledger, card, here))
    return tuple(made)


def explained(ledger: Ledger, card: Card, records: Sequence[AnyRecord]) -> Explanation:
    """A card with what the given ones of its records rest on."""
    quotes = tuple(dict.fromkeys(q for r in records for q in evidence(r)))
    shown = quotes if card.layer != "actors" else quotes[:1]
    claims = [r for r in records if isinstance(r, Event | Statement | Position | Relation | Agreement)]
    lines = {ledger.line(q.start) for q in quotes}
    return Explanation(
        card=card,
        contexts=tuple({(c.before + c.quote + c.after): c for c in (context(ledger, q) for q in reversed(shown))}.values())[::-1],
        parties=_parties(ledger, card, quotes, [link.holder for c in claims for link in c.chain]),
        rules=tuple(dict.fromkeys(c.made_by for c in claims)),
        elsewhere=tuple(n for n in card.lines if n not in lines),
    )


def context(ledger: Ledger, quote: Quote) -> Context:
    """The words of a quote in their sentences, within their paragraph."""
    text = ledger.article.text
    first, last = ledger.paragraphs[ledger.paragraph(quote.start)]
    starts = [first, *(first + m.end() for m in _END.finditer(text[first : quote.start]))]
    ending = _END.search(text, max(quote.end - 1, quote.start), last)
    end = max(ending.end() if ending else last, quote.end)
    return Context(_one(text[starts[-1] : quote.start]), tidy(quote.quote), _one(text[quote.end : end]), ledger.line(quote.start))


def _one(words: str) -> str:
    """Words on one line; a space at either end stays."""
    return (" " if words[:1].isspace() else "") + tidy(words) + (" " if words[-1:].isspace() and words.strip() else "")


def _parties(ledger: Ledger, card: Card, quotes: Sequence[Quote], holders: Sequence[str | None]) -> tuple[Party, ...]:
    """Who is named in the words, in the order of the text, then who says so."""
    if card.layer in {"actors", "problems"}:
        return ()
    near = [i for q in quotes for _, ids in ledger.within(q.start, q.end) for i in ids]
    sources = [h for h in holders if h and h in ledger.actors and h not in near]
    paragraphs = [Quote(*ledger.paragraphs[ledger.paragraph(q.start)], "") for q in quotes]
    named = [_party(ledger, i, quotes) for i in dict.fromkeys(near)]
    return (*named, *(_party(ledger, i, paragraphs) for i in dict.fromkeys(sources)))


def _party(ledger: Ledger, ident: str, within: Sequence[Quote]) -> Party:
    actor = ledger.actors[ident]
    inside = tuple(m for m in actor.mentions if any(q.start <= m.start and m.end <= q.end for q in within))
    mentions = tuple(f"{', '.join(words)}: {how}" for how, words in hows(msgspec.structs.replace(actor, mentions=inside)))
    return Party(tidy(actor.name), ident, tidy(actor.why), mentions)
