"""The records of one article, found by id and by place in its text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from detente.records import (
    Actor,
    ActorMention,
    Agreement,
    AnyRecord,
    Article,
    Event,
    Position,
    Problem,
    Quote,
    Relation,
    Run,
    Statement,
)
from detente.text import paragraphs

Claim: TypeAlias = Event | Statement | Position | Relation | Agreement
"""A record that rests on words and has somebody who says so."""


class Ledger:
    """One article with all its records. Raises ValueError where the records hold no article, or more than one."""

    def __init__(self, records: Iterable[AnyRecord]) -> None:
        kept = tuple(records)
        (self.article,) = (r for r in kept if isinstance(r, Article))
        self.records = tuple(r for r in kept if not isinstance(r, Run))
        self.actors = {r.id: r for r in kept if isinstance(r, Actor)}
        self.events = tuple(r for r in kept if isinstance(r, Event))
        self.statements = tuple(r for r in kept if isinstance(r, Statement))
        self.positions = tuple(r for r in kept if isinstance(r, Position))
        self.relations = tuple(r for r in kept if isinstance(r, Relation))
        self.agreements = tuple(r for r in kept if isinstance(r, Agreement))
        self.problems = tuple(r for r in kept if isinstance(r, Problem))
        self.paragraphs = paragraphs(self.article.text)
        self.by_lines = len(set(self.article.lines)) == len(self.paragraphs)
        """Whether lines of the input tell paragraphs apart: not in a page, nor where an article is one line of a file."""
        self._starts = [start for start, _ in self.paragraphs]
        self.mentions = self._mentions()
        self._firsts = [span.start for span, _ in self.mentions]
        self._by_id = {r.id: r for r in self.records}

    def _mentions(self) -> tuple[tuple[ActorMention, tuple[str, ...]], ...]:
        """Every mention, once, with all actors that it stands for, in order of place."""
        found: dict[tuple[int, int], tuple[ActorMention, list[str]]] = {}
        for actor in self.actors.values():
            for mention in actor.mentions:
                found.setdefault((mention.start, mention.end), (mention, []))[1].append(actor.id)
        return tuple((m, tuple(ids)) for _, (m, ids) in sorted(found.items(), key=lambda f: (f[0][0], -f[0][1])))

    def find(self, ident: str) -> AnyRecord | None:
        """The record of an id, or of the only id that begins so (from four characters on)."""
        if ident in self._by_id:
            return self._by_id[ident]
        close = [r for r in self.records if r.id.startswith(ident)] if len(ident) >= 4 else []
        return close[0] if len(close) == 1 else None

    def within(self, start: int, end: int) -> Sequence[tuple[ActorMention, tuple[str, ...]]]:
        """Mentions that lie in the half-open span, in order of place."""
        first = bisect_right(self._firsts, start - 1)
        last = bisect_right(self._firsts, end - 1)
        return [(m, ids) for m, ids in self.mentions[first:last] if m.end <= end]

    def paragraph(self, offset: int) -> int:
        """Which paragraph of the text (from 0) holds the offset."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def line(self, offset: int) -> int:
        """The line of the input on which the paragraph begins; where lines tell nothing, its number (from 1)."""
        number = self.paragraph(offset)
        return self.article.lines[number] if self.by_lines else number + 1

    def lines(self, quotes: Iterable[Quote]) -> tuple[int, ...]:
        """The lines of all quotes, each once, in order."""
        return tuple(sorted({self.line(q.start) for q in quotes}))

    def in_title(self, offset: int) -> bool:
        """Whether an offset lies in the headline."""
        title = self.article.title
        return bool(title) and self.article.text.startswith(title or "") and offset < len(title or "")

    def name(self, ident: str) -> str:
        """An actor's name; for somebody described and never named, the words that describe it."""
        actor = self.actors.get(ident)
        return actor.name if actor else ident.replace("#", ":").rpartition(":")[2].replace("-", " ")

    def names(self, idents: Iterable[str]) -> str:
        """Names joined as English joins them."""
        return joined([self.name(i) for i in dict.fromkeys(idents)])

    def claims(self) -> tuple[Claim, ...]:
        """Everything that somebody says: positions, statements, events, relations, agreements."""
        return (*self.positions, *self.statements, *self.events, *self.relations, *self.agreements)

    def clusters(self) -> tuple[tuple[Event, ...], ...]:
        """Events told more than once together, the first telling first."""
        found: dict[str, list[Event]] = {}
        for event in self.events:
            found.setdefault(self.root(event), []).append(event)
        return tuple(map(tuple, found.values()))

    def root(self, event: Event) -> str:
        """The id of the first telling of an event."""
        seen = {event.id}
        while event.same_as and event.same_as not in seen:
            told = self._by_id.get(event.same_as)
            if not isinstance(told, Event):
                break
            event = told
            seen.add(event.id)
        return event.id


def joined(words: Sequence[str]) -> str:
    """A list in English: "A", "A and B", "A, B and C"."""
    return " and ".join(p for p in (", ".join(words[:-1]), words[-1]) if p) if words else ""


def evidence(record: AnyRecord) -> tuple[Quote, ...]:
    """The words that a record rests on, in order of place: mentions of an actor, the span of a problem."""
    if isinstance(record, Actor):
        return tuple(Quote(m.start, m.end, m.quote) for m in record.mentions)
    if isinstance(record, Problem):
        return (record.span,) if record.span else ()
    if isinstance(record, Agreement):
        return tuple(sorted({*record.evidence, *record.clauses}, key=lambda q: q.start))
    if isinstance(record, Event | Statement | Position | Relation):
        return record.evidence
    return ()
