"""People as two articles name them: whether two names are one person's, and where somebody sits whose country only one article says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec

from detente.resolve.same_actor import sound, spelt
from detente.resolve.telling import Table, Telling
from detente.resolve.wordings import stems


def same_name(x: str, y: str) -> bool:
    """Whether two people of one country are one, by id or by name: "King Salman" and "King Salman bin Abdulaziz", Kadhafi and Gaddafi."""
    if x == y:
        return True
    first, second = sorted((_parts(x), _parts(y)), key=len)
    fewer, more = set(first), set(second)
    initials = [{part for part in name if len(part) == 1} for name in (fewer, more)]
    if all(initials) and initials[0] != initials[1]:
        return False  # George W. and George H. W.
    if len(fewer) >= 2 and fewer <= more:
        return True
    if x.startswith("person:") and y.startswith("person:"):
        return False
    return spelt(" ".join(first), " ".join(second)) or _heard(first, second)


def _heard(x: Sequence[str], y: Sequence[str]) -> bool:
    """Whether one part sounds the same and the rest has the same consonants: Isaias Afwerki and Issayas Afeworki."""
    ours, theirs = [*map(sound, x)], [*map(sound, y)]
    if len(ours) != len(theirs) or len(ours) < 2 or not any(len(w) > 3 for w in set(ours) & set(theirs)):
        return False
    bones = [[re.sub("[aiu]", "", w) for w in name] for name in (ours, theirs)]
    return bones[0] == bones[1] and all(len(bone) >= 3 for bone, m, n in zip(bones[0], ours, theirs, strict=True) if m != n)


def _parts(name: str) -> list[str]:
    return name.partition(":")[2].split("-") if ":" in name else name.split()


def settled(a: Telling, b: Telling) -> Telling:
    """A telling with those whose country only the other article knows in their seats; who may sit for a state without a name in none."""
    if not a.all.unsettled:
        return a
    found = {name: at[0] for name in sorted(a.all.unsettled) if len(at := _at(name, b.all)) == 1}
    open_ = any(not b.all.people[seat] for seat in b.all.seats - a.all.seats - b.all.unsettled if seat in b.all.people)
    loose = a.all.unsettled - set(found) if open_ else frozenset[str]()
    if not found and not loose & a.all.seats:
        return a
    tables = (_seated(t, found, loose) for t in (a.all, a.actors, a.recipients))
    return msgspec.structs.replace(a, **dict(zip(("all", "actors", "recipients"), tables, strict=True)))


def _at(name: str, table: Table) -> list[tuple[str, str]]:
    """Seats at which somebody of this name, or surname, is known, and who it is."""
    single = " " not in name
    return [
        (seat, who)
        for seat, people in table.people.items()
        for who in sorted(people)
        if (name in _parts(who) if single else same_name(name, who))
    ]


def _seated(table: Table, found: Mapping[str, tuple[str, str]], loose: frozenset[str]) -> Table:
    """A side with some people moved to the seats of their countries, and some to no seat."""
    seats, people, soft = set(table.seats) - loose, dict(table.people), set(table.soft)
    for name, (seat, person) in found.items():
        if name in table.unsettled:
            seats = (seats - {name}) | {seat}
            people[seat] = people.get(seat, frozenset()) | {person}
            soft -= stems(name)
    return Table(frozenset(seats), people, frozenset(soft), table.unsettled - set(found), table.described)
