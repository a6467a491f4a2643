"""Records of many articles, found by id, with corrections applied and judgements folded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import msgspec

from detente.corpus import corrected
from detente.corpus.filter import Filter
from detente.corpus.judged import Judged
from detente.corpus.named import named
from detente.corpus.told import Told, rank
from detente.errors import InputError
from detente.records import (
    Actor,
    Agreement,
    AnyRecord,
    Article,
    Correction,
    Event,
    Judgement,
    Position,
    Problem,
    Relation,
    Run,
    Statement,
)


class Known(msgspec.Struct, frozen=True):
    """What is one by judgements that are not at hand: for each event and actor that is one with others, the id of the first."""

    events: Mapping[str, str]
    actors: Mapping[str, str]


class Corpus:
    """Articles with all their records. Articles stand in the order of publication, undated ones last; records in that of their text.

    `events` and all other claims are as people corrected them. Records whose article is not there are left out. `given` are the records
    as they were given. A part of a store says what only the whole tells: `added`, when it took each article in, and `known`, what is one.
    """

    def __init__(self, records: Iterable[AnyRecord], *, added: Mapping[str, str] | None = None, known: Known | None = None) -> None:
        self._added = added
        self._known = known
        self._fitting: dict[Filter, frozenset[str]] = {}
        self.given = given = tuple(records)
        put_right = corrected.apply(given, (r for r in given if isinstance(r, Correction)))
        articles = {r.id: r for r in put_right if isinstance(r, Article)}
        self.articles = {a.id: a for a in sorted(articles.values(), key=lambda a: (a.published or "9999", a.id))}
        place = {ident: n for n, ident in enumerate(self.articles)}
        own = [r for r in put_right if getattr(r, "article", None) in place]
        own.sort(key=lambda r: place[getattr(r, "article")])  # noqa: B009 - only some kinds have one
        self.runs = tuple(r for r in given if isinstance(r, Run))
        self.actors = {(r.article, r.id): r for r in own if isinstance(r, Actor)}
        self.events = tuple(r for r in own if isinstance(r, Event))
        self.statements = tuple(r for r in own if isinstance(r, Statement))
        self.positions = tuple(r for r in own if isinstance(r, Position))
        self.relations = tuple(r for r in own if isinstance(r, Relation))
        self.agreements = tuple(r for r in own if isinstance(r, Agreement))
        self.problems = tuple(r for r in put_right if isinstance(r, Problem))
        self.judged = Judged(r for r in given if isinstance(r, Judgement))

    @cached_property
    def _cluster(self) -> Mapping[str, str]:
        if self._known:
            return self._known.events
        retold = ((e.same_as, e.id) for e in self.events if e.same_as)
        return self.judged.joined("same_event", "different_event", known=retold)

    @cached_property
    def _tellings(self) -> dict[str, list[Event]]:
        clusters: dict[str, list[Event]] = {}
        for event in self.events:
            clusters.setdefault(self.cluster(event.id), []).append(event)
        return clusters

    @cached_property
    def _same(self) -> Mapping[str, str]:
        return self._known.actors if self._known else self.judged.joined("same_actor", "different_actor")

    @cached_property
    def _copied(self) -> dict[str, str]:
        return self.judged.originals()

    @cached_property
    def _conflicts(self) -> dict[str, list[Judgement]]:
        found: dict[str, list[Judgement]] = {}
        for judgement in self.judged.conflicts():
            for cited in judgement.of:
                found.setdefault(cited.id, []).append(judgement)
        return found

    def cluster(self, event: str) -> str:
        """The id of the real-world event that a telling belongs to: that of its first telling, or its own."""
        return self._cluster.get(event, event)

    def identity(self, actor: str) -> str:
        """The id under which an actor is known in all articles: its own, or that of the actor it was judged to be."""
        return self._same.get(actor, actor)

    def original(self, article: str) -> str:
        """The article at the beginning of the copying; itself where it is not known to copy any."""
        return self._copied.get(article, article)

    def name(self, article: str, actor: str) -> str:
        """An actor's name in an article."""
        found = self.actors.get((article, actor))
        return found.name if found else actor.rpartition("#" if "#" in actor else ":")[2].replace("-", " ")

    def who(self, name: str) -> frozenset[str]:
        """Identities of the actors that a user means by a name or an id; a state brings its government."""
        return frozenset(self.identity(a.id) for a in named(self.actors.values(), name))

    def parties(self, event: Event) -> frozenset[str]:
        """Identities of everybody who acts or receives."""
        return frozenset(self.identity(a) for a in (*event.actors, *event.recipients))

    def told(self, asked: Filter | None = None) -> tuple[Told, ...]:
        """Real-world events as counted, in the order of their own time, undated ones last; a whole cluster where its shown telling fits."""
        asked = asked or Filter()
        wanted = [self.who(name) for name in asked.actors]
        fits = self.fitting(asked)
        made = (self._told(ident, events) for ident, events in self._tellings.items())
        return tuple(sorted((t for t in made if self._fits(t, asked, wanted, fits)), key=_time))

    def these(self, ids: Iterable[str]) -> tuple[Told, ...]:
        """Real-world events of these ids, in the order of their own time."""
        return tuple(sorted((self._told(ident, self._tellings[ident]) for ident in ids if ident in self._tellings), key=_time))

    def fitting(self, asked: Filter) -> frozenset[str]:
        """Ids of the articles that fit in what is asked of articles; each text is gone through once.

        Raises InputError where it is asked when a store took an article in, and these records are of no store.
        """
        if asked.added_since and self._added is None:
            raise InputError("--added-since asks when a store took an article in; these records are not of a store")
        if (of_articles := asked.of_articles) not in self._fitting:
            added, since = self._added or {}, asked.added_since or ""
            fits = (i for i, article in self.articles.items() if added.get(i, "") >= since and asked.wants_article(article))
            self._fitting[of_articles] = frozenset(fits)
        return self._fitting[of_articles]

    def _fits(self, told: Told, asked: Filter, wanted: Sequence[frozenset[str]], fits: frozenset[str]) -> bool:
        parties = self.parties(told.event)
        return asked.wants_event(told.event) and all(w & parties for w in wanted) and any(a.id in fits for a in told.articles)

    def _told(self, ident: str, events: Sequence[Event]) -> Told:
        shown = min(events, key=rank)
        articles = tuple(self.articles[a] for a in dict.fromkeys(e.article for e in events))
        conflicts = {j.id: j for e in events for j in self._conflicts.get(e.id, ())}
        return Told(
            id=ident,
            event=shown,
            tellings=tuple(events),
            actors=self._players(shown, shown.actors),
            recipients=self._players(shown, shown.recipients),
            articles=articles,
            outlets=tuple(dict.fromkeys(self._outlet(e.article) for e in events)),
            origins=tuple(dict.fromkeys(self._said_by(e) for e in self._own(events))),
            conflicts=tuple(conflicts.values()),
        )

    def _players(self, event: Event, ids: Iterable[str]) -> tuple[Actor, ...]:
        return tuple(a for i in ids if (a := self.actors.get((event.article, i))))

    def _outlet(self, article: str) -> str:
        """The outlet of the article that was copied; an article without one stands for itself."""
        first = self.original(article)
        found = self.articles.get(first)
        return (found.outlet if found else None) or first

    def _own(self, events: Sequence[Event]) -> list[Event]:
        """Tellings but those of copies of which the original tells the same: who speaks there is known from the original."""
        there = {e.article for e in events}
        return [e for e in events if (first := self.original(e.article)) == e.article or first not in there]

    def _said_by(self, event: Event) -> str:
        """Whom a telling goes back to: the actor who says so, else the outlet."""
        speaker = event.chain[-1].holder if event.chain else None
        return self.identity(speaker) if speaker else self._outlet(event.article)


def _time(told: Told) -> tuple[str, str, str]:
    """First and last day, as a store orders them too: a side that is open is the other one."""
    when = told.event.when
    first, last = ((when.start or when.end), (when.end or when.start)) if when else (None, None)
    return (first or "9999", last or "9999", told.id)
