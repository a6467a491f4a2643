"""Tellings gathered into events: each new one is compared with what shares a key, and joins what it is found to tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from detente.records import Event
from detente.resolve import keys
from detente.resolve.same_event import Likeness, alike, excluded
from detente.resolve.telling import Telling, Tellings

FACES = 12
"""How many tellings of one event a new one is compared with: those first told."""


class Join(msgspec.Struct, frozen=True):
    """A telling found to be of an event: with the telling of it that it is most like."""

    new: Telling
    old: Telling
    likeness: Likeness


class Clusters:
    """Events gathered so far. `joined` are those known before, a telling and the first of its set."""

    def __init__(self, tellings: Tellings) -> None:
        self._tellings = tellings
        self._at: dict[str, list[Telling]] = {}
        self._of: dict[str, str] = {}
        self._members: dict[str, list[Telling]] = {}

    def know(self, events: Iterable[Event], joined: dict[str, str]) -> None:
        """Take in events that were judged before."""
        for event in events:
            self._put(self._tellings.of(event), joined.get(event.id, event.id))

    def add(self, events: Iterable[Event]) -> Iterator[Join]:
        """Take in the events of one article; yields each joining, the surest first. Retellings within the article are one already."""
        new = [self._tellings.of(e) for e in events]
        found = sorted((j for t in new for j in self._found(t)), key=lambda j: (-j.likeness.score, j.new.event.id, j.old.event.id))
        for told in new:
            self._put(told, self._of.get(told.event.same_as or "", told.event.id))
        for join in found:
            if self._merge(join):
                yield join

    def members(self, event: str) -> tuple[Telling, ...]:
        """All tellings of the event that a telling belongs to, in the order in which they came."""
        return tuple(self._members[self._of[event]])

    def _put(self, told: Telling, cluster: str) -> None:
        self._of[told.event.id] = cluster
        members = self._members.setdefault(cluster, [])
        members.append(told)
        if len(members) <= FACES:
            for key in keys.kept(told):
                self._at.setdefault(key, []).append(told)

    def _found(self, told: Telling) -> Iterator[Join]:
        """What a telling may join: of each event known so far the telling that it is most like."""
        met = {o.event.id: o for key in keys.sought(told) for o in self._at.get(key, ()) if o.event.article != told.event.article}
        best: dict[str, Join] = {}
        for other in sorted(met.values(), key=lambda o: o.event.id):
            likeness = alike(told, other)
            cluster = self._of[other.event.id]
            if likeness.same and (cluster not in best or likeness.score > best[cluster].likeness.score):
                best[cluster] = Join(told, other, likeness)
        yield from best.values()

    def _merge(self, join: Join) -> bool:
        """Make one event of two, unless some telling of the one cannot be of the other; whether it was done or said already."""
        ours, theirs = self._of[join.new.event.id], self._of[join.old.event.id]
        if ours == theirs:
            return False
        if any(_contrary(x, y) for x in self._members[ours][:FACES] for y in self._members[theirs][:FACES]):
            return False
        for member in self._members.pop(ours):
            self._of[member.event.id] = theirs
            self._members[theirs].append(member)
        return True


def _contrary(x: Telling, y: Telling) -> bool:
    """Two events that one article tells apart are one only where they would be one in two articles."""
    return not alike(x, y).same if x.event.article == y.event.article else excluded(x, y)
