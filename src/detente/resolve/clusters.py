"""Tellings gathered into events: each new one is compared with what shares a key, and joins what it is found to tell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from detente.records import Event
from detente.resolve import keys
from detente.resolve.same_event import Likeness, alike, excluded
from detente.resolve.telling import Telling, Tellings

FACES = 12
"""How many tellings of one event a new one is compared with: those first told."""

AGAINST = 0.25
"""Part of the pairs of tellings that may rule one another out: one misread telling of a story told ten times does not split it."""


class Join(msgspec.Struct, frozen=True):
    """A telling found to be of an event: with the telling of it that it is most like."""

    new: Telling
    old: Telling
    likeness: Likeness


class Clusters:
    """Events gathered so far. A telling is made ready only when something shares a key with it."""

    def __init__(self, tellings: Tellings) -> None:
        self._tellings = tellings
        self._at: dict[str, list[Event]] = {}
        self._of: dict[str, str] = {}
        self._members: dict[str, list[Event]] = {}

    def know(self, events: Iterable[Event], cluster: Callable[[str], str]) -> None:
        """Take in events that were judged before. `cluster` gives, for an id, that of the set that it is in."""
        for event in events:
            self._put(event, cluster(event.id))

    def add(self, events: Sequence[Event]) -> Iterator[Join]:
        """Take in the events of one article; yields each joining, the surest first. Retellings within the article are one already."""
        found = sorted((j for e in events for j in self._found(e)), key=lambda j: (-j.likeness.score, j.new.event.id, j.old.event.id))
        for event in events:
            self._put(event, self._of.get(event.same_as or "", event.id))
        yield from filter(self._merge, found)

    def members(self, event: str) -> tuple[Telling, ...]:
        """The first tellings of the event that a telling belongs to, in the order in which they came."""
        return tuple(map(self._tellings.of, self._members[self._of[event]][:FACES]))

    def _put(self, event: Event, cluster: str) -> None:
        self._of[event.id] = cluster
        members = self._members.setdefault(cluster, [])
        members.append(event)
        if len(members) <= FACES:
            for key in keys.kept(self._tellings.frame(event)):
                self._at.setdefault(key, []).append(event)

    def _found(self, event: Event) -> Iterator[Join]:
        """What a telling may join: of each event known so far the telling that it is most like."""
        sought = keys.sought(self._tellings.frame(event))
        met = {o.id: o for key in sought for o in self._at.get(key, ()) if o.article != event.article}
        best: dict[str, Join] = {}
        for other in (met[ident] for ident in sorted(met)):
            new, old = self._tellings.of(event), self._tellings.of(other)
            likeness, cluster = alike(new, old), self._of[other.id]
            if likeness.same and (cluster not in best or likeness.score > best[cluster].likeness.score):
                best[cluster] = Join(new, old, likeness)
        yield from best.values()

    def _merge(self, join: Join) -> bool:
        """Make one event of two, unless too many tellings of the one cannot be of the other; whether it was done now."""
        ours, theirs = self._of[join.new.event.id], self._of[join.old.event.id]
        if ours == theirs:
            return False
        mine, yours = _heads(self.members(join.new.event.id)), _heads(self.members(join.old.event.id))
        if sum(_contrary(x, y) for x in mine for y in yours) > AGAINST * len(mine) * len(yours):
            return False
        for member in self._members.pop(ours):
            self._of[member.id] = theirs
            self._members[theirs].append(member)
        return True


def _heads(tellings: Sequence[Telling]) -> list[Telling]:
    """Tellings without those that an article tells again: what it tells again is one already, however it is worded there."""
    there = {t.event.id for t in tellings}
    return [t for t in tellings if t.event.same_as not in there]


def _contrary(x: Telling, y: Telling) -> bool:
    """Two events that one article tells apart are one only where they are of one type and would be one in two articles."""
    return x.event.code != y.event.code or not alike(x, y).same if x.event.article == y.event.article else excluded(x, y)
