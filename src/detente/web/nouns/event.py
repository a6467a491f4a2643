"""A real-world event: all that tell it side by side, what was said of them, and events like it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import msgspec

from detente import records
from detente.corpus import Filter, Told
from detente.records import Correction, Judgement, Quote
from detente.store import Store
from detente.views import dates
from detente.views.dates import day
from detente.views.entries import STANDING, Entry
from detente.views.explain import context
from detente.views.sides import Side
from detente.views.sources import NARRATOR, source
from detente.views.wording import hung, phrase, tidy
from detente.web.api.asked import One
from detente.web.api.single import Aspect, Event, Telling, Word
from detente.web.nouns.part import Part, head

LIKE = 6
"""Events alike that are shown."""
NEAR = timedelta(days=3)


def get_event(store: Store, asked: One) -> Event | None:
    """The event that a record of this id tells; None where there is none."""
    part = Part(store, store.homes((asked.id,)))
    told = next((t for t in part.whole if any(e.id == asked.id for e in t.tellings)), None)
    if told is None:
        return None
    made = event(store, part, told)
    alike, sides = _alike(store, made.entry)
    return msgspec.structs.replace(made, alike=alike, sides=tuple({s.id: s for s in (*made.sides, *sides)}.values()))


def event(store: Store, part: Part, told: Told) -> Event:
    """An event of a part that holds all its tellings, without those alike."""
    entry = part.book.entry(told)
    tellings = tuple(_telling(part, told, e) for e in told.tellings)
    return Event(entry=entry, tellings=tellings, sides=part.named((entry,)), said=words(store, part, told), alike=())


def _telling(part: Part, told: Told, event: records.Event) -> Telling:
    ledger = part.book.ledgers[event.article]
    original = part.corpus.original(event.article)
    return Telling(
        id=event.id,
        article=head(ledger.article),
        line=phrase(ledger, event),
        shown=event is told.event,
        status=event.factuality,
        standing=STANDING[event.factuality],
        certainty=event.certainty,
        code=event.plover,
        day=dates.span(event.when),
        place=tidy(event.where.name) if event.where else None,
        parties=_parties(part, event),
        source=source(ledger, event.chain, event.evidence) or NARRATOR,
        condition=" ".join(hung(event.condition)) if event.condition else None,
        figures=event.figures,
        context=context(ledger, event.evidence[0]),
        quote=event.evidence[0] if event.evidence else Quote(0, 0, ""),
        rule=event.made_by,
        differs=tuple(_differs(part, told.event, event)),
        copied=original if original != event.article else None,
    )


def _parties(part: Part, event: records.Event) -> str:
    sides = part.sides
    actors = sides.names(sides.all(event.article, event.actors)) or "not said"
    recipients = sides.names(sides.all(event.article, event.recipients))
    return actors + (f"{' with ' if event.symmetric else ' → '}{recipients}" if recipients else "")


def _differs(part: Part, shown: records.Event, event: records.Event) -> Iterator[Aspect]:
    """In what a telling says something else than the shown one; what either leaves open is no difference."""
    if event.factuality != shown.factuality:
        yield "status"
    if event.when and shown.when and (event.when.start, event.when.end) != (shown.when.start, shown.when.end):
        yield "when"
    if event.where and shown.where and event.where.name != shown.where.name:
        yield "where"
    if _all(part, event) != _all(part, shown):
        yield "parties"
    if event.plover != shown.plover:
        yield "code"
    if event.figures and shown.figures and {_figure(f) for f in event.figures} != {_figure(f) for f in shown.figures}:
        yield "figures"


def _all(part: Part, event: records.Event) -> frozenset[str]:
    return frozenset(part.sides.all(event.article, (*event.actors, *event.recipients)))


def _figure(figure: records.Figure) -> tuple[float, str | None, str]:
    return (figure.quantity, figure.unit, figure.what)


def words(store: Store, part: Part, told: Told) -> tuple[Word, ...]:
    """What was said of an event's tellings and of their articles, with the words that undo it."""
    said = store.said_of((*(e.id for e in told.tellings), *(a.id for a in told.articles)))
    undone = {word.undoes for word in said if word.undoes}
    return tuple(_word(part, word, stands=not word.undoes and word.id not in undone) for word in said)


def _word(part: Part, word: Judgement | Correction, *, stands: bool) -> Word:
    judged = isinstance(word, Judgement)
    cited = word.of if isinstance(word, Judgement) else (word.of,)
    return Word(
        id=word.id,
        kind="judgement" if judged else "correction",
        verb=word.verdict if isinstance(word, Judgement) else word.field,
        of=tuple(c.id for c in cited),
        value=None if isinstance(word, Judgement) else word.value,
        about=word.about if isinstance(word, Judgement) else None,
        reason=tidy(word.reason),
        author=tidy(word.author),
        when=word.when,
        stands=stands,
        undoes=word.undoes,
        words=_told(part, word),
    )


def _told(part: Part, word: Judgement | Correction) -> str:
    """A word as a sentence."""
    if word.undoes:
        return "takes back what was said before"
    if isinstance(word, Correction):
        return f"{word.field}: {tidy(word.value or 'not known')}" if word.field != "delete" else "is no event of this kind"
    articles = [a.title for c in word.of if (a := part.headline(c.article) if c.article in part.corpus.articles else None)]
    about = f" about {word.about}" if word.about else ""
    return f"{word.verdict.replace('_', ' ')}{about}" + (f": {' / '.join(dict.fromkeys(articles))}" if articles else "")


def _alike(store: Store, entry: Entry) -> tuple[tuple[Entry, ...], tuple[Side, ...]]:
    """Other events of the same parties that begin within a few days, and the parties of all of them."""
    first, last = (day(d) for d in (entry.span or ("", "")))
    known = [p for p in entry.parties if "#" not in p][:2]
    if not first or not last or not known:
        return (), ()
    near = Filter(actors=tuple(known), since=(first - NEAR).isoformat(), until=(last + NEAR).isoformat(), everything=True)
    page = store.page("event", near, limit=4 * LIKE)
    ids = [h.record.id for h in page.hits if h.record.id not in entry.tellings]
    part = Part(store, dict.fromkeys(h.article.id for h in page.hits if h.record.id in ids))
    others = [e for e in part.entries(ids) if e.id != entry.id]
    best = sorted(others, key=lambda e: (e.code != entry.code, e.span or ("", ""), e.id))[:LIKE]
    return tuple(best), part.named(best)
