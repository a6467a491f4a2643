"""When a claim stands: the day that the text gives, else the day on which its article was published, and which of both it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import TypeVar

import msgspec

from detente.corpus import Corpus, Filter
from detente.corpus.cited import code, quotes
from detente.corpus.filter import overlaps
from detente.records import Agreement, Article, Position, Relation, Statement, When
from detente.views import dates

NEWS = timedelta(days=45)
"""How long after an event it is still told as news; what lies further back is history."""
Claimed = TypeVar("Claimed", Statement, Position, Relation, Agreement)


class Moment(msgspec.Struct, frozen=True):
    """The first day, or None where neither text nor article has one; the time in words; whether the text gives it (`said`)."""

    day: str | None
    words: str
    said: bool


def moment(when: When | None, article: Article) -> Moment:
    """When a claim of an article stands."""
    if when and (when.start or when.end):
        return Moment(when.start or when.end, dates.span(when), True)
    if found := dates.day(article.published):
        return Moment(found.isoformat(), f"published {found.day} {dates.MONTHS[found.month - 1]} {found.year}", False)
    return Moment(None, "no date", False)


def kept(corpus: Corpus, asked: Filter, claims: Iterable[Claimed]) -> tuple[Claimed, ...]:
    """The claims whose article and time fit what is asked for; codes, places and status are asked of events only.

    What a copy says in the words of its original is no second claim.
    """
    fits = corpus.fitting(asked)
    found = [c for c in claims if c.article in fits and _within(c.when, corpus.articles[c.article], asked)]
    told = {_words(corpus, c) for c in found if corpus.original(c.article) == c.article}
    return tuple(c for c in found if corpus.original(c.article) == c.article or _words(corpus, c) not in told)


def _words(corpus: Corpus, claim: Claimed) -> tuple[object, ...]:
    """By what a claim of a copy is known in its original: whose it is, what it is, in which words."""
    who: tuple[str | None, ...]
    match claim:
        case Statement():
            who = (claim.speaker,)
        case Position():
            who = (claim.actor,)
        case Relation():
            who = (claim.a, claim.b)
        case _:
            who = claim.parties
    names = tuple(corpus.name(claim.article, w) for w in who if w)
    return (corpus.original(claim.article), type(claim), code(claim), names, quotes(claim))


def _within(when: When | None, article: Article, asked: Filter) -> bool:
    if when is None or not (when.start or when.end):
        day = moment(None, article).day
        when = When(day, day, "day", "inherited", "") if day else None
    return overlaps(when, asked.since, asked.until)
