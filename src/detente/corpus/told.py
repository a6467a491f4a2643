"""Real-world events as they are counted: one for all tellings, with who tells it and who says so."""

from __future__ import annotations

import msgspec

from detente.records import Actor, Article, Event, Judgement

BETTER = {"actual": 0, "planned": 1, "possible": 2, "denied": 3}
"""Which status a cluster is shown under: what any telling reports as happened, else planned, else possible."""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One event with everything that tells it.

    `event` is the telling that is shown: the least by `rank`, else the earliest published, then the first in its text. `tellings` are all
    of them, by publication; `articles` theirs. `outlets` are those not found to copy one another; `origins` whom the tellings go back
    to: the actor who says so, else the outlet.
    """

    id: str
    event: Event
    tellings: tuple[Event, ...]
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    articles: tuple[Article, ...]
    outlets: tuple[str, ...]
    origins: tuple[str, ...]
    conflicts: tuple[Judgement, ...] = ()

    @property
    def first(self) -> Article:
        """The article that told it first."""
        return self.articles[0]


def rank(event: Event) -> tuple[int, int, bool]:
    """What is shown of several tellings is the least: by status, then what says most of who, when and where, then no retelling."""
    two = bool(event.actors and event.recipients) or (event.symmetric and len(event.actors) > 1)
    persons = sum(a.startswith("person:") for a in (*event.actors, *event.recipients)) > 1
    dated = event.when is not None and event.when.basis != "inherited"
    return (BETTER[event.factuality], -sum((two, two and persons, dated, event.where is not None)), event.same_as is not None)
