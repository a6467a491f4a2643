"""Every noun: its name, its question, its answer, and what makes the one of the other. Addresses and their description follow from it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

import msgspec

from detente.store import Store
from detente.web import query
from detente.web.api import asked, listed, single, viewed, weigh, whole
from detente.web.api.asked import Question
from detente.web.explorer import Explorer
from detente.web.nouns.article import get_article
from detente.web.nouns.cite import get_citation
from detente.web.nouns.entries import get_entries, get_events
from detente.web.nouns.event import get_event
from detente.web.nouns.listed import get_search, get_statements
from detente.web.nouns.time import get_histogram, get_story
from detente.web.nouns.views import get_actor, get_dyad, get_map, get_network, get_positions, get_stories
from detente.web.nouns.weigh import get_weighed
from detente.web.nouns.whole import get_facets, get_summary

Q = TypeVar("Q", bound=Question)


class Noun(msgspec.Struct, frozen=True):
    """One noun. `get` answers the query of an address; None for what is not there."""

    name: str
    asked: type[Question]
    answer: type[msgspec.Struct]
    get: Callable[[Explorer, str], msgspec.Struct | None]


def nouns(explorer: Explorer) -> tuple[Noun, ...]:
    """All nouns of an explorer."""
    return (
        _noun("summary", asked.Question, whole.Summary, partial(get_summary, edit=explorer.edit, cases=explorer.cases.names)),
        _noun("facets", asked.Narrowed, whole.Facets, lambda store, one: get_facets(store, one, countries=explorer.countries)),
        _noun("histogram", asked.Stepped, whole.Histogram, get_histogram),
        _noun("story", asked.Stepped, whole.Story, get_story),
        _noun("entries", asked.Several, viewed.Entries, get_entries),
        _noun("events", asked.Paged, viewed.Entries, get_events),
        _noun("network", asked.Narrowed, viewed.Network, get_network),
        _noun("map", asked.Narrowed, viewed.Map, get_map),
        _noun("actor", asked.Someone, viewed.Named, get_actor),
        _noun("positions", asked.Issued, viewed.Wanted, lambda store, one: get_positions(store, one, key=explorer.key)),
        _noun("dyad", asked.Paired, viewed.Between, get_dyad),
        _noun("stories", asked.Renewed, viewed.Grouped, get_stories),
        _noun("search", asked.Sought, listed.Search, get_search),
        _noun("statements", asked.Stated, listed.Statements, lambda store, one: get_statements(store, one, key=explorer.key)),
        _noun("article", asked.One, single.Article, get_article),
        _noun("event", asked.One, single.Event, get_event),
        _noun("citation", asked.One, single.Citation, get_citation),
        *((Noun("weigh", weigh.Weighing, weigh.Weighed, get_weighed),) if explorer.cases.names else ()),
    )


def _noun(name: str, kind: type[Q], answer: type[msgspec.Struct], get: Callable[[Store, Q], msgspec.Struct | None]) -> Noun:
    def answered(explorer: Explorer, words: str) -> msgspec.Struct | None:
        one = query.read(words, kind)
        return explorer.ask(lambda store: get(store, one))

    return Noun(name, kind, answer, answered)
