"""Real-world events as views over many articles show them: one line, how it stands, when, where, who says so, and how many tell it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from detente.corpus import Corpus, Filter, Told
from detente.records import Detail, Event, Factuality, When, Where
from detente.views import dates
from detente.views.deeds import Deed
from detente.views.ledgers import Ledgers
from detente.views.sides import Sides
from detente.views.sources import NARRATOR, source
from detente.views.wording import hung, phrase, tidy

_OPEN = "9999"
_JOINT = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""What several who do it, and nobody to whom it is done, do with one another."""


class Conflict(msgspec.Struct, frozen=True):
    """What tellings do not agree about, and the words that say so."""

    about: Detail | None
    reason: str


class Entry(Deed, frozen=True, kw_only=True):
    """One real-world event with who tells it.

    `standing` says the status in words, `day` the time. `source` says who says so, `holders` are those of them that are named.
    `outlets` were not found to copy one another; `origins` are those whom the tellings go back to. `denied_by` are those who deny it in
    another telling. `first` told it first.
    """

    line: str
    standing: str
    day: str
    source: str
    holders: tuple[str, ...]
    condition: str | None
    quote: str
    first: str
    articles: tuple[str, ...]
    tellings: tuple[str, ...]
    outlets: tuple[str, ...]
    origins: tuple[str, ...]
    denied_by: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


class Book:
    """Makes entries of a corpus."""

    def __init__(self, corpus: Corpus, sides: Sides) -> None:
        self.corpus, self.sides = corpus, sides
        self.ledgers = Ledgers(corpus)

    def told(self, asked: Filter | None = None) -> tuple[Entry, ...]:
        """Entries of what is asked for, in the order of their time, undated ones last."""
        asked = asked or Filter()
        wanted = [self.sides.ids(name) for name in asked.actors]
        told = self.corpus.told(msgspec.structs.replace(asked, actors=()))
        entries = (self.entry(t) for t in told if all(w & self._parties(t) for w in wanted))
        return tuple(sorted(entries, key=_time))

    def _parties(self, told: Told) -> frozenset[str]:
        event = told.event
        return frozenset(self.sides.all(event.article, (*event.actors, *event.recipients)))

    def entry(self, told: Told) -> Entry:
        """An event as it is shown."""
        event = told.event
        ledger = self.ledgers[told.event.article]
        when = time((event, *told.tellings))
        return Entry(
            id=told.id,
            line=phrase(ledger, event),
            status=event.factuality,
            standing=self._standing(event),
            code=event.plover,
            mode=event.mode,
            quad=event.quad,
            intensity=event.intensity,
            actors=self.sides.all(event.article, event.actors),
            recipients=self.sides.all(event.article, event.recipients),
            mutual=mutual(event),
            when=when,
            day=dates.span(when),
            where=place((event, *told.tellings)),
            source=source(ledger, event.chain, event.evidence) or NARRATOR,
            holders=self.sides.all(event.article, (link.holder for link in event.chain if link.holder)),
            condition=" ".join(hung(event.condition)) if event.condition else None,
            quote=tidy(event.evidence[0].quote),
            article=event.article,
            first=told.first.id,
            articles=tuple(a.id for a in told.articles),
            tellings=tuple(e.id for e in told.tellings),
            outlets=told.outlets,
            origins=tuple(self.sides.name(o) for o in told.origins),
            denied_by=tuple(dict.fromkeys(self._denier(e) for e in told.tellings if e.factuality == "denied" != event.factuality)),
            conflicts=tuple(Conflict(j.about, tidy(j.reason)) for j in told.conflicts),
        )

    def _denier(self, event: Event) -> str:
        return source(self.ledgers[event.article], event.chain, event.evidence) or NARRATOR

    def _standing(self, event: Event) -> str:
        if event.factuality != "denied":
            return STANDING[event.factuality]
        by = self._denier(event)
        return "said by the article not to be so" if by == NARRATOR else f"denied by {by}"


STANDING: dict[Factuality, str] = {"actual": "reported as happened", "planned": "planned", "possible": "only possible", "denied": "denied"}
"""How each status is told to people."""


def told_by(entry: Entry) -> str:
    """How many tell an event, in words: "3 outlets, 2 origins"."""
    outlets, origins = len(entry.outlets), len(entry.origins)
    return f"{outlets} outlet{'s' * (outlets != 1)}, {origins} origin{'s' * (origins != 1)}"


def doubts(entry: Entry) -> Iterable[str]:
    """What stands against an event as it is shown: who denies it, on what tellings do not agree."""
    if entry.denied_by:
        yield f"denied by {', '.join(entry.denied_by)}"
    yield from (f"tellings do not agree on {c.about or 'this'}: {c.reason}" for c in entry.conflicts)


def mutual(event: Event) -> bool:
    """Whether what is done passes both ways."""
    return event.symmetric or (not event.recipients and event.code in _JOINT)


def time(tellings: Sequence[Event]) -> When | None:
    """The time of the first telling, the shown one, if it is said there, else of the first that says it, else what is taken from near."""
    times = [e.when for e in tellings if e.when and (e.when.start or e.when.end)]
    return next((t for t in times if t.basis != "inherited"), times[0] if times else None)


def place(tellings: Sequence[Event]) -> Where | None:
    """The place of the first telling, the shown one, else of the first that says it."""
    return next((e.where for e in tellings if e.where), None)


def _time(entry: Entry) -> tuple[str, str, str]:
    start, end = entry.span or (_OPEN, _OPEN)
    return (start, end, entry.id)
