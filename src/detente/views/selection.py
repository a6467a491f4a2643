"""What a user asked for, in words: a printed view and a picture say of which events they are."""

from __future__ import annotations

from collections.abc import Iterator

from detente.corpus import Filter
from detente.views.dates import MONTHS, day
from detente.views.ledger import joined
from detente.views.wording import tidy


def words(asked: Filter, *, fold: bool = False) -> str:
    """The conditions, as short as they can be said; empty where nothing was asked."""
    return "; ".join(map(tidy, _parts(asked, fold)))


def _parts(asked: Filter, fold: bool) -> Iterator[str]:
    if asked.actors:
        yield joined(list(asked.actors))
    if asked.codes:
        yield " or ".join(code.upper() for code in asked.codes)
    if asked.places:
        yield f"at {' or '.join(asked.places)}"
    yield from _days("", asked.since, asked.until)
    if asked.status or asked.everything:
        yield " or ".join(asked.status) or "possible and denied ones too"
    if asked.outlets:
        yield f"told by {' or '.join(asked.outlets)}"
    if asked.text:
        yield f"in articles with {asked.text}"
    yield from _days("published ", asked.published_since, asked.published_until)
    if asked.added_since:
        yield f"added since {asked.added_since}"
    if fold:
        yield "officials count as their state"


def _days(what: str, since: str | None, until: str | None) -> Iterator[str]:
    if since and until:
        yield f"{what}{_day(since)} to {_day(until)}"
    elif since or until:
        yield f"{what}from {_day(since)}" if since else f"{what}until {_day(until)}"


def _day(iso: str | None) -> str:
    found = day(iso)
    return f"{found.day} {MONTHS[found.month - 1]} {found.year}" if found else str(iso)
