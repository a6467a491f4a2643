"""The words that rows rest on, beside formats that have no room for them: one JSON object a row."""

from __future__ import annotations

from typing import IO

import msgspec

from detente.corpus import Corpus, Told
from detente.export.days import Day, DayBasis
from detente.lexicon.exchange import Basis
from detente.records import Certainty, Event, Factuality, When

ENDING = ".evidence.jsonl"


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """One telling: the record, where it stands, its words and who says so, outermost first."""

    record: str
    article: str
    url: str | None
    outlet: str | None
    published: str | None
    start: int
    end: int
    quote: str
    said_by: tuple[str, ...]
    status: Factuality


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """What a row of a table rests on. `row` is the id of the row, `event` that of the event (several rows may share one)."""

    row: str
    event: str
    status: Factuality
    certainty: Certainty
    code: str
    cameo: str | None = None
    cameo_from: Basis | None = None
    day: str | None = None
    day_from: DayBasis | None = None
    when: When | None = None
    tellings: tuple[Telling, ...]


class Beside:
    """The file of evidence beside an export; nothing is written where there is none."""

    def __init__(self, out: IO[bytes] | None) -> None:
        self.out = out
        self._encode = msgspec.json.Encoder().encode

    def add(self, row: str, told: Told, corpus: Corpus, *, day: Day | None = None, cameo: tuple[str, Basis] | None = None) -> None:
        """Write what one row rests on."""
        if self.out is None:
            return
        event = told.event
        made = Evidence(
            row=row,
            event=told.id,
            status=event.factuality,
            certainty=event.certainty,
            code=event.code,
            cameo=cameo[0] if cameo else None,
            cameo_from=cameo[1] if cameo else None,
            day=day.day if day else None,
            day_from=day.basis if day else None,
            when=event.when,
            tellings=tuple(telling(e, corpus) for e in told.tellings),
        )
        self.out.write(self._encode(made) + b"\n")


def telling(event: Event, corpus: Corpus) -> Telling:
    """One telling with its words and its article."""
    article, span = corpus.articles[event.article], event.evidence[0]
    return Telling(
        record=event.id,
        article=article.id,
        url=article.url,
        outlet=article.outlet,
        published=article.published,
        start=span.start,
        end=span.end,
        quote=span.quote,
        said_by=said_by(event, corpus),
        status=event.factuality,
    )


def said_by(event: Event, corpus: Corpus) -> tuple[str, ...]:
    """Names of those who say so, from the outermost relay inwards; a holder without a name is "unnamed"."""
    return tuple(corpus.name(event.article, link.holder) if link.holder else "unnamed" for link in event.chain)
