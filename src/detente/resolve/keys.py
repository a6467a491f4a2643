"""What two records must share before they are compared: so that a new article meets a few others, not all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations

from detente.corpus import Corpus
from detente.records import Code, Event
from detente.resolve.telling import MIDDLE, Frame, Span, Tellings
from detente.resolve.wordings import stem

GROUPS: Mapping[Code, str] = {
    "CONSULT": "md", "SUPPORT": "dp", "AGREE": "dyp", "COOPERATE": "dafy", "AID": "a", "CONCEDE": "yp", "RETREAT": "y",
    "REQUEST": "w", "ACCUSE": "w", "REJECT": "wsx", "THREATEN": "wf", "PROTEST": "r", "SANCTION": "s", "COERCE": "sfr",
    "MOBILIZE": "f", "ASSAULT": "fr",
}  # fmt: skip
"""Types that one act is coded with in two articles share a letter: a signing (d), words (w), force (f), a penalty (s), yielding (y), …"""
SLACK = timedelta(days=4)
"""Two articles that give two days for one event are still compared."""
SEATS = 8  # of a long list of parties the first, in the order of their names


def stored(corpus: Corpus, event: Event) -> frozenset[str]:
    """The keys under which an event is kept."""
    return kept(Tellings(corpus).frame(event))


def asked(corpus: Corpus, event: Event) -> frozenset[str]:
    """The keys under which events that may be the same are looked up."""
    return sought(Tellings(corpus).frame(event))


def kept(told: Frame) -> frozenset[str]:
    """As `stored`, of an event whose parties and days are known."""
    table = _table(told)
    who = [f"{a}|{b}" for a, b in combinations(table, 2)] + [f"{a}|*" for a in table] if len(table) > 1 else [f"{a}|" for a in table]
    return frozenset(_keyed([*who, *_scene(told)], told.event.code, _kept(told.span)))


def sought(told: Frame) -> frozenset[str]:
    """As `asked`, of an event whose parties and days are known."""
    table = _table(told)
    many = [f"{a}|{b}" for a, b in combinations(table, 2)] + [f"{a}|" for a in table]
    one = [end for a in table for end in (f"{a}|", f"{a}|*")]
    return frozenset(_keyed([*(many if len(table) > 1 else one), *_scene(told)], told.event.code, _sought(told.span)))


def _table(told: Frame) -> list[str]:
    """The seats by which an event is looked up: a name whose country is not known only where it is all there is."""
    return sorted({root(seat) for seat in (told.all.seats - told.all.unsettled or told.all.seats)})[:SEATS]


def _scene(told: Frame) -> Iterator[str]:
    """Who is only described is looked up by each word, who has no country by the surname; an attack or riot also by its country."""
    if not told.all.seats:
        yield from (f"~{word}" for word in sorted(told.all.soft)[:SEATS])
    yield from (f"~{stem(name.rpartition(' ')[2])}" for name in sorted(told.all.unsettled)[:SEATS])
    if told.event.code in ("ASSAULT", "PROTEST") and told.event.where and told.event.where.country:
        yield f"@{told.event.where.country}"


def root(seat: str) -> str:
    """The organisation of a part of one: `un` for the United Nations and for the Security Council."""
    if not seat.startswith("igo:"):
        return seat
    first, *rest = seat[4:].split("-")
    return first if len(first) <= 4 and rest else "".join(w[0] for w in (first, *rest) if w) if rest else first


def _keyed(who: Iterable[str], code: Code, times: Iterable[str]) -> Iterator[str]:
    spells = tuple(times)
    return (f"{w}|{group}|{spell}" for w in who for group in GROUPS[code] for spell in spells)


def _kept(when: Span | None) -> Iterator[str]:
    if when is None:
        yield "?"
    elif when.told and when.days > MIDDLE:
        yield from (f"long{y}" for y in sorted({when.first.year, when.last.year}))
    else:
        yield from _weeks(when.first, when.last)
        yield from (f"in{y}" for y in sorted({when.first.year, when.last.year}))


def _sought(when: Span | None) -> Iterator[str]:
    yield "?"
    if when is None:
        return
    years = sorted({when.first.year, when.last.year})
    yield from (f"long{y}" for y in years)
    if when.told and when.days > MIDDLE:
        yield from (f"in{y}" for y in years)
    else:
        yield from _weeks(when.first - SLACK, when.last + SLACK)


def _weeks(first: date, last: date) -> Iterator[str]:
    """The weeks that two days lie in, and all between, as numbers."""
    for number in range(first.toordinal() // 7, last.toordinal() // 7 + 1):
        yield str(number)
