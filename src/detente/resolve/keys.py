"""What two records must share before they are compared: so that a new article meets a few others, not all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations

from detente.corpus import Corpus
from detente.records import Actor, Code, Event

GROUPS: Mapping[Code, str] = {
    "CONSULT": "md", "SUPPORT": "dp", "AGREE": "dyp", "COOPERATE": "da", "AID": "a", "CONCEDE": "yp", "RETREAT": "y",
    "REQUEST": "w", "ACCUSE": "w", "REJECT": "wsx", "THREATEN": "wf", "PROTEST": "r", "SANCTION": "s", "COERCE": "sfr",
    "MOBILIZE": "f", "ASSAULT": "fr",
}  # fmt: skip
"""Types that one act is coded with in two articles share a letter: a signing (d), words (w), force (f), a penalty (s), yielding (y), …"""
SLACK = timedelta(days=4)
"""Two articles that give two days for one event are still compared."""
BACK, AHEAD = timedelta(days=12), timedelta(days=45)
"""Where an act without a day may lie: some days before its article; a planned one some weeks after."""
LONG = 45  # days; a longer time is looked up by its years
SEATS = 6  # of a long list of parties the first, in the order of their names


def seat(actor: Actor | None, ident: str) -> str:
    """For whom an actor sits at a table: its country, else itself by its name without the article's id."""
    if actor is not None and actor.country and actor.type in ("person", "state", "government", "group", "other"):
        return actor.country
    return ident.rpartition("#")[2] if "#" in ident else ident


def seats(corpus: Corpus, event: Event) -> tuple[str, ...]:
    """Who sits at the table of an event, sorted."""
    return tuple(sorted({seat(corpus.actors.get((event.article, a)), corpus.identity(a)) for a in (*event.actors, *event.recipients)}))


def days(corpus: Corpus, event: Event) -> tuple[date, date] | None:
    """First and last day on which an event may lie: its own, else those around its article's publication; None where neither is known."""
    when = event.when
    if when is not None and (when.start or when.end):
        first, last = when.start or when.end or "", when.end or when.start or ""
        return date.fromisoformat(first[:10]), date.fromisoformat(last[:10])
    published = corpus.articles[event.article].published
    if not published:
        return None
    day = date.fromisoformat(published[:10])
    return (day, day + AHEAD) if event.factuality in ("planned", "possible") else (day - BACK, day)


def stored(corpus: Corpus, event: Event) -> frozenset[str]:
    """The keys under which an event is kept."""
    table, when = seats(corpus, event)[:SEATS], days(corpus, event)
    who = [f"{a}|{b}" for a, b in combinations(table, 2)] + [f"{a}|*" for a in table] if len(table) > 1 else [f"{a}|" for a in table]
    return frozenset(_keyed(who, event.code, _kept(when)))


def asked(corpus: Corpus, event: Event) -> frozenset[str]:
    """The keys under which events that may be the same are looked up."""
    table, when = seats(corpus, event)[:SEATS], days(corpus, event)
    many = [f"{a}|{b}" for a, b in combinations(table, 2)] + [f"{a}|" for a in table]
    one = [end for a in table for end in (f"{a}|", f"{a}|*")]
    return frozenset(_keyed(many if len(table) > 1 else one, event.code, _sought(when)))


def _keyed(who: Iterable[str], code: Code, times: Iterable[str]) -> Iterator[str]:
    spells = tuple(times)
    return (f"{w}|{group}|{spell}" for w in who for group in GROUPS[code] for spell in spells)


def _kept(when: tuple[date, date] | None) -> Iterator[str]:
    if when is None:
        yield "?"
    elif (when[1] - when[0]).days > LONG:
        yield from (f"long{y}" for y in sorted({when[0].year, when[1].year}))
    else:
        yield from _weeks(*when)
        yield from (f"in{y}" for y in sorted({when[0].year, when[1].year}))


def _sought(when: tuple[date, date] | None) -> Iterator[str]:
    yield "?"
    if when is None:
        return
    years = sorted({when[0].year, when[1].year})
    yield from (f"long{y}" for y in years)
    if (when[1] - when[0]).days > LONG:
        yield from (f"in{y}" for y in years)
    else:
        yield from _weeks(when[0] - SLACK, when[1] + SLACK)


def _weeks(first: date, last: date) -> Iterator[str]:
    """The weeks that two days lie in, and all between, as numbers."""
    for number in range(first.toordinal() // 7, last.toordinal() // 7 + 1):
        yield str(number)
