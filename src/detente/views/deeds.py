"""Who did what to whom, when, where and how it stands: what network and map need of a real-world event, with its words or without."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from detente.records import Factuality, When, Where


class Deed(msgspec.Struct, frozen=True, kw_only=True):
    """A real-world event. `actors` and `recipients` are ids of sides; `mutual` where what they do passes both ways.

    `when` is the shown telling's time or, where it has none of its own, that of another telling; `where` likewise. `article` holds the
    shown telling.
    """

    id: str
    article: str
    status: Factuality
    code: str
    mode: str | None
    quad: int
    intensity: float
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    mutual: bool
    when: When | None
    where: Where | None

    @property
    def parties(self) -> tuple[str, ...]:
        """Everybody who acts or receives, once."""
        return tuple(dict.fromkeys((*self.actors, *self.recipients)))

    @property
    def span(self) -> tuple[str, str] | None:
        """First and last day that can be meant: a side that the text leaves open is the other one. None for an undated event."""
        if self.when is None:
            return None
        start, end = self.when.start or self.when.end, self.when.end or self.when.start
        return (start, end) if start and end else None

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Between whom it passes: from each actor to each recipient; of a mutual act each two parties once, in the order of their ids."""
        if self.mutual:
            parties = sorted(self.parties)
            yield from ((a, b) for n, a in enumerate(parties) for b in parties[n + 1 :])
            return
        yield from ((a, b) for a in self.actors for b in self.recipients if a != b)
