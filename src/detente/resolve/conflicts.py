"""Tellings of one event that do not agree: days, places, numbers, participants, or whether it happened; side by side, with the words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from detente.records import Detail, Event, Figure
from detente.resolve.facets import compatible, days, same_place, titled
from detente.resolve.people import same_name
from detente.resolve.same_event import meets
from detente.resolve.telling import FINE, Telling
from detente.resolve.wordings import stems

ABOUT: tuple[Detail, ...] = ("when", "where", "figures", "parties", "denial")


_PUT_OFF = re.compile(r"\b(?:put off|put back|postpon\w+|delay\w+|reschedul\w+|brought forward|moved|instead)\b", re.IGNORECASE)


class Conflict(msgspec.Struct, frozen=True):
    """Two tellings that give two values of one detail."""

    new: Telling
    old: Telling
    about: Detail
    reason: str


def between(new: Telling, others: Sequence[Telling]) -> Iterator[Conflict]:
    """Where a telling differs from the others of its event; a value that some other gave before it was judged when that came."""
    for about in ABOUT:
        against = [(other, said) for other in others if (said := _differ(new, other, about))]
        if against and not any(_gave(new, other, about) for other in others):
            other, said = against[0]
            yield Conflict(new, other, about, f"{said}: “{_short(new)}” – “{_short(other)}”")


def _gave(a: Telling, b: Telling, about: Detail) -> bool:
    """Whether two tellings give the same value."""
    x, y = a.event, b.event
    if about == "where":
        return x.where is not None and y.where is not None and same_place(x.where, y.where)
    if about == "when":
        return a.span is not None and b.span is not None and a.span.told and a.span == b.span
    if about == "figures":
        return any(meets(f, g) for f in x.figures for g in y.figures)
    return x.factuality == y.factuality if about == "denial" else a.all.people == b.all.people and a.actors.seats == b.actors.seats


def _differ(a: Telling, b: Telling, about: Detail) -> str:
    """The two values in words; empty where they can both be."""
    if about == "when":
        return _days(a, b)
    if about == "where":
        return _places(a.event, b.event)
    if about == "figures":
        return next((w for x in a.event.figures for y in b.event.figures if (w := _numbers(x, y))), "")
    if about == "parties":
        return _people(a, b)
    status = {a.event.factuality, b.event.factuality}
    return f"one tells it as {a.event.factuality}, the other as {b.event.factuality}" if status == {"actual", "denied"} else ""


def _days(a: Telling, b: Telling) -> str:
    x, y = a.span, b.span
    plans = [t.event.factuality in ("planned", "possible") for t in (a, b)]
    if plans[0] != plans[1] or (all(plans) and (_PUT_OFF.search(a.words) or _PUT_OFF.search(b.words))):
        return ""  # what came otherwise than planned, and a plan that was changed
    if not (x and y and x.told and y.told) or max(x.days, y.days) > 4 * FINE:
        return ""
    return f"{days(x)} or {days(y)}" if x.first > y.last or y.first > x.last else ""


def _places(a: Event, b: Event) -> str:
    if a.where is None or b.where is None or compatible(a.where, b.where):
        return ""
    return f"{a.where.name} or {b.where.name}"


def _numbers(x: Figure, y: Figure) -> str:
    """Two numbers of the same thing that cannot be one."""
    if meets(x, y) or (x.unit or "") != (y.unit or ""):
        return ""
    mine, yours = stems(x.what), stems(y.what)
    if not (mine & yours or not (mine or yours)):
        return ""
    return f"{x.quantity:g} or {y.quantity:g} {y.what}"


def _people(a: Telling, b: Telling) -> str:
    """Another doer, or another person for the same country."""
    for seat in sorted(a.all.seats & b.all.seats):
        ours, theirs = a.all.people.get(seat, frozenset()), b.all.people.get(seat, frozenset())
        if ours and theirs and not any(same_name(x, y) for x in ours for y in theirs):
            return f"{_list(ours)} or {_list(theirs)}"
    doers, others = a.actors.seats, b.actors.seats
    if doers and others and not doers & others and not (a.all.seats & others) and not (b.all.seats & doers):
        return f"{_list(doers)} or {_list(others)}"
    return ""


def _list(names: Iterable[str]) -> str:
    return ", ".join(sorted(titled(n.rpartition(":")[2].replace("-", " ")) for n in names))


def _short(told: Telling) -> str:
    words = told.event.evidence[0].quote
    return words if len(words) <= 120 else words[:119].rstrip() + "…"
