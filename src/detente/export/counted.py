"""What goes into formats that cannot say "planned", "possible" or "denied": what is reported as happened, each event once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

from detente.corpus import Told
from detente.export.days import day, first_published, loose, parsed
from detente.export.format import Format, Setting
from detente.records import Event

HISTORY = 365
"""Days between an event's last possible day and its first publication, beyond which it is told as history."""

Reason: TypeAlias = Literal[
    "planned", "possible", "denied", "promised in the same words", "an imputed wish", "history",
    "dated too loosely", "without a day",
]  # fmt: skip


class Counted:
    """The events that a format takes, and how many were left out, by reason. `everything` asks for all that it can hold."""

    def __init__(self, form: Format, setting: Setting, *, everything: bool = False) -> None:
        self.form = form
        self.corpus = setting.corpus
        self.wishes = setting.exchange.choices.wishes
        self.everything = everything
        self.left: Counter[Reason] = Counter()
        self._promises = self._promised() if not form.status else {}
        self._speakers = {(s.article, s.id): s.speaker for s in self.corpus.statements}

    def __call__(self, told: Iterable[Told]) -> Iterator[Told]:
        """Those of the events that are taken, in their order."""
        for one in told:
            reason = self._reason(one)
            if reason is None:
                yield one
            else:
                self.left[reason] += 1

    def _reason(self, told: Told) -> Reason | None:
        if not self.form.undated and day(told) is None:
            return "without a day"
        if self.form.status or self.everything:
            return None
        event = told.event
        if event.factuality == "possible" or event.factuality == "denied":  # noqa: PLR1714 - keeps the type of the reason
            return event.factuality
        if event.factuality == "planned" and event.plover == event.code:
            return "planned"
        if event.factuality == "planned":
            return "promised in the same words" if self._is_promised(event) else None
        if event.made_by in self.wishes and not self._own_words(event):
            return "an imputed wish"
        if history(told):
            return "history"
        return "dated too loosely" if loose(event.when) else None

    def _promised(self) -> dict[str, list[Event]]:
        found: dict[str, list[Event]] = {}
        for event in self.corpus.events:
            if event.factuality == "actual" and event.code in ("AGREE", "CONCEDE"):
                found.setdefault(event.article, []).append(event)
        return found

    def _is_promised(self, event: Event) -> bool:
        """Whether the promise of a planned act is itself an event, read from the same words: it must not count twice."""
        span = event.evidence[0]
        return any(
            set(p.actors) & set(event.actors) and p.evidence[0].start < span.end and span.start < p.evidence[0].end
            for p in self._promises.get(event.article, ())
            if p.code == event.plover
        )

    def _own_words(self, event: Event) -> bool:
        """Whether an event lies in a statement of one of its actors: else what somebody wants is what another says of him."""
        speaker = self._speakers.get((event.article, event.statement or ""))
        identity = self.corpus.identity
        return speaker is not None and identity(speaker) in {identity(a) for a in event.actors}


def history(told: Told) -> bool:
    """Whether an event's own time lies more than a year before anybody in the corpus published it."""
    when = told.event.when
    last, published = parsed((when.end or when.start) if when else None), parsed(first_published(told))
    return last is not None and published is not None and (published - last).days > HISTORY
