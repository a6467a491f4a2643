"""Which records of many articles are kept where some are asked for: whole articles, and of others what tells the same events.

What is kept of a part is counted as in the whole: every real-world event that any of it tells is there with all that tell it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from detente.corpus.corpus import Corpus
from detente.corpus.filter import Filter
from detente.records import Actor, AnyRecord, Cited, Correction, Event, Judgement, Statement

OF_ACTORS = ("same_actor", "different_actor")
"""Verdicts that hold in all articles, whichever they were said of."""


def records(corpus: Corpus, asked: Filter) -> Iterator[AnyRecord]:
    """Records as given: articles in the order of publication, each followed by its records; then judgements, then corrections."""
    inside = articles(corpus, asked)
    beside = _beside(corpus, inside)
    written = _with_originals(corpus, inside | beside.keys())
    corrections = [r for r in corpus.given if isinstance(r, Correction)]
    own: dict[str, list[AnyRecord]] = {}
    for record in corpus.given:
        own.setdefault(getattr(record, "article", None) or "", []).append(record)
    for ident in corpus.articles:
        if ident in inside:
            yield from (corpus.articles[ident], *own.get(ident, ()))
        elif ident in written:
            yield from (corpus.articles[ident], *partly(own.get(ident, ()), beside.get(ident, frozenset()), corrections))
    judgements = [r for r in corpus.given if isinstance(r, Judgement)]
    yield from (j for j in judgements if j.verdict in OF_ACTORS or _speaks(j.of, written))
    yield from (c for c in corrections if _speaks((c.of,), written))


def articles(corpus: Corpus, asked: Filter) -> frozenset[str]:
    """Ids of the articles that fit: where anything is asked of events, those that tell one which fits."""
    if asked.asks_events:
        return frozenset(a.id for told in corpus.told(asked) for a in told.articles)
    return corpus.fitting(asked)


def partly(records: Sequence[AnyRecord], events: Set[str], corrections: Iterable[Correction]) -> list[AnyRecord]:
    """Of the records of one article, some events with the statements that they lie in and the actors that these speak of."""
    told = [r for r in records if isinstance(r, Event) and r.id in events]
    statements = {e.statement for e in told if e.statement}
    kept: list[Event | Statement] = [*told, *(r for r in records if isinstance(r, Statement) and r.id in statements)]
    ids = {r.id for r in kept}
    spoken = {ident for r in kept for ident in _named(r)} | {
        ident for c in corrections if c.of.id in ids and c.field in ("actors", "recipients", "speaker") for ident in (c.value or "").split()
    }
    return [r for r in records if (isinstance(r, Actor) and r.id in spoken) or (isinstance(r, Event | Statement) and r.id in ids)]


def _named(record: Event | Statement) -> Iterator[str]:
    """Ids of all actors that a record speaks of."""
    yield from (link.holder for link in record.chain if link.holder)
    if isinstance(record, Event):
        yield from (*record.actors, *record.recipients)
    else:
        yield from (*record.addressees, *([record.speaker] if record.speaker else ()))


def _beside(corpus: Corpus, inside: Set[str]) -> dict[str, set[str]]:
    """For each other article that tells what one inside tells, the ids of these events."""
    found: dict[str, set[str]] = {}
    if len(inside) == len(corpus.articles):
        return found
    for told in corpus.told(Filter(everything=True)):
        if any(a.id in inside for a in told.articles):
            for event in told.tellings:
                if event.article not in inside:
                    found.setdefault(event.article, set()).add(event.id)
    return found


def _with_originals(corpus: Corpus, ids: Set[str]) -> set[str]:
    """Articles, and those that they were ever said to copy, through any number of others."""
    copied: dict[str, set[str]] = {}
    for record in corpus.given:
        if isinstance(record, Judgement) and record.verdict == "copy":
            copied.setdefault(record.of[0].id, set()).update(c.id for c in record.of[1:])
    written, new = set(ids), set(ids)
    while new := {other for i in new for other in copied.get(i, ()) if other in corpus.articles} - written:
        written |= new
    return written


def _speaks(of: Iterable[Cited], articles: Set[str]) -> bool:
    return any(cited.article in articles for cited in of)
