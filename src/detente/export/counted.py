"""What goes into formats that cannot say "planned", "possible" or "denied": what is reported as happened, each event once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal, TypeAlias

import msgspec

from detente.corpus import Corpus, Filter, Source, Told
from detente.export.about import About
from detente.export.days import day, first_published, loose, parsed
from detente.export.format import Format, Setting
from detente.records import AnyRecord, Article, Event

HISTORY = 365
"""Days between an event's last possible day and its first publication, beyond which it is told as history."""

Reason: TypeAlias = Literal[
    "planned", "possible", "denied", "promised in the same words", "an imputed wish", "history",
    "dated too loosely", "without a day",
]  # fmt: skip


class Counted:
    """What a format takes of a source: its events, and how many were left out, by reason. A filter for `everything` asks for all that it
    can hold. `count`: events, or articles, that went through."""

    def __init__(self, form: Format, source: Source, asked: Filter, setting: Setting) -> None:
        self.form, self.asked, self.setting = form, asked, setting
        self.left: Counter[Reason] = Counter()
        self.count = 0
        self._source = source

    @property
    def about(self) -> About:
        """The origin of the export."""
        return self.setting.about

    def why(self) -> str:
        """How many events were left out for which reason; empty where none was."""
        return ", ".join(f"{n} {reason}" for reason, n in sorted(self.left.items()))

    def told(self) -> Iterator[tuple[Told, Setting]]:
        """The events that are taken, in the order of time, each with what it is looked up in."""
        for batch in self._source.batches(self.asked, around=self.form.around):
            here, around = msgspec.structs.replace(self.setting, corpus=batch.corpus), _Around(batch.corpus)
            for one in batch.told:
                reason = self._reason(one, around)
                if reason is None:
                    self.count += 1
                    yield one, here
                else:
                    self.left[reason] += 1

    def records(self) -> Iterator[AnyRecord]:
        """The records of the articles that fit."""
        for record in self._source.records(self.asked):
            self.count += isinstance(record, Article)
            yield record

    def _reason(self, told: Told, around: _Around) -> Reason | None:
        if not self.form.undated and day(told) is None:
            return "without a day"
        if self.form.status or self.asked.everything:
            return None
        event = told.event
        if event.factuality == "possible" or event.factuality == "denied":  # noqa: PLR1714 - keeps the type of the reason
            return event.factuality
        if event.factuality == "planned" and event.plover == event.code:
            return "planned"
        if event.factuality == "planned":
            return "promised in the same words" if around.promised(event) else None
        if event.made_by in self.setting.exchange.choices.wishes and not around.own_words(event):
            return "an imputed wish"
        if history(told):
            return "history"
        return "dated too loosely" if loose(event.when) else None


class _Around:
    """What else the article of an event says of it."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._speakers = {(s.article, s.id): s.speaker for s in corpus.statements}
        self._promises: dict[str, list[Event]] = {}
        for event in corpus.events:
            if event.factuality == "actual" and event.code in ("AGREE", "CONCEDE"):
                self._promises.setdefault(event.article, []).append(event)

    def promised(self, event: Event) -> bool:
        """Whether the promise of a planned act is itself an event, read from the same words: it must not count twice."""
        span = event.evidence[0]
        return any(
            set(p.actors) & set(event.actors) and p.evidence[0].start < span.end and span.start < p.evidence[0].end
            for p in self._promises.get(event.article, ())
            if p.code == event.plover
        )

    def own_words(self, event: Event) -> bool:
        """Whether an event lies in a statement of one of its actors: else what somebody wants is what another says of him."""
        speaker = self._speakers.get((event.article, event.statement or ""))
        identity = self._corpus.identity
        return speaker is not None and identity(speaker) in {identity(a) for a in event.actors}


def history(told: Told) -> bool:
    """Whether an event's own time lies more than a year before anybody in the corpus published it."""
    when = told.event.when
    last, published = parsed((when.end or when.start) if when else None), parsed(first_published(told))
    return last is not None and published is not None and (published - last).days > HISTORY
