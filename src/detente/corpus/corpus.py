"""Records of many articles, found by id, with corrections applied and judgements folded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

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


class Corpus:
    """Articles with all their records. Articles stand in the order of publication, undated ones last; records in that of their text.

    `events` and all other claims are as people corrected them. Records whose article is not there are left out. `added` says of each
    article when a store took it in.
    """

    def __init__(self, records: Iterable[AnyRecord], *, added: Mapping[str, str] | None = None) -> None:
        self._added = added
        given = tuple(records)
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
    def _cluster(self) -> dict[str, str]:
        retold = ((e.same_as, e.id) for e in self.events if e.same_as)
        return self.judged.joined("same_event", "different_event", known=retold)

    @cached_property
    def _same(self) -> dict[str, str]:
        return self.judged.joined("same_actor", "different_actor")

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
        clusters: dict[str, list[Event]] = {}
        for event in self.events:
            clusters.setdefault(self._cluster.get(event.id, event.id), []).append(event)
        made = (self._told(ident, events) for ident, events in clusters.items())
        kept = (t for t in made if self._fits(t, asked, wanted))
        return tuple(sorted(kept, key=_time))

    def wants(self, asked: Filter, article: Article) -> bool:
        """Whether an article fits. Raises InputError where it is asked when a store took it in, and these records are of no store."""
        if not asked.added_since:
            return asked.wants_article(article)
        if self._added is None:
            raise InputError("--added-since asks when a store took an article in; these records are not of a store")
        return self._added.get(article.id, "") >= asked.added_since and asked.wants_article(article)

    def _fits(self, told: Told, asked: Filter, wanted: Sequence[frozenset[str]]) -> bool:
        parties = self.parties(told.event)
        return asked.wants_event(told.event) and all(w & parties for w in wanted) and any(self.wants(asked, a) for a in told.articles)

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
    when = told.event.when
    start = (when.start or when.end) if when else None
    return (start or "9999", (when.end if when else None) or "9999", told.id)
