"""Actors as many articles know them: one identity for all articles.

Where asked for, a state is one with its government and its officials.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from detente.corpus import Corpus
from detente.errors import InputError, NobodyError
from detente.records import Actor, ActorType
from detente.views.ledger import joined
from detente.views.wording import tidy

_GOVERNING = frozenset({"GOV", "MIL", "SPY", "COP"})
"""Sectors in which a person acts for its state; a member of parliament or a party speaks for itself."""


class Side(msgspec.Struct, frozen=True):
    """Somebody or something that acts, in all articles: the id of its identity, the name used most, type and country."""

    id: str
    name: str
    type: ActorType
    country: str | None = None


class Meant(msgspec.Struct, frozen=True):
    """Whom a user means by a name: the side to show, and all identities that count as it."""

    side: Side
    ids: frozenset[str]


class Sides:
    """The sides of a corpus.

    With `fold`, governments and people in their service are their state. `names` are those of countries, by code.
    """

    def __init__(self, corpus: Corpus, *, fold: bool = False, names: Mapping[str, str] | None = None) -> None:
        self._corpus, self._countries = corpus, names or {}
        actors = corpus.actors.values()
        self._states = {a.country: corpus.identity(a.id) for a in actors if a.type == "state" and a.country}
        serves = {corpus.identity(a.id): a.country for a in actors if fold and a.country and _governs(a)}
        self._of = {key: self._side_of(corpus.identity(actor.id), serves) for key, actor in corpus.actors.items()}
        self._sides = self._named(actors)
        self._asked: dict[str, frozenset[str]] = {}

    def _side_of(self, identity: str, serves: Mapping[str, str]) -> str:
        """The identity itself, or the state that it serves by what any article says of it."""
        country = serves.get(identity)
        return self._states.get(country, f"state:{country.lower()}") if country else identity

    def _named(self, actors: Iterable[Actor]) -> dict[str, Side]:
        found: dict[str, list[Actor]] = {}
        for actor in actors:
            found.setdefault(self._corpus.identity(actor.id), []).append(actor)
        sides = {ident: _side(ident, tellings) for ident, tellings in found.items()}
        for country, ident in ((a.country, self._of[a.article, a.id]) for a in actors):
            if ident not in sides and country:
                sides[ident] = Side(ident, self._countries.get(country, country), "state", country)
        return sides

    def of(self, article: str, actor: str) -> str:
        """The id of the side that an actor of an article is."""
        return self._of.get((article, actor), actor)

    def all(self, article: str, actors: Iterable[str]) -> tuple[str, ...]:
        """The sides of several actors of an article, each once, in order."""
        return tuple(dict.fromkeys(self.of(article, a) for a in actors))

    def side(self, ident: str) -> Side:
        """A side by its id; whoever is no actor of these articles (an outlet) has its id as name."""
        return self._sides.get(ident) or Side(ident, tidy(ident), "other")

    def name(self, ident: str) -> str:
        """The name of a side."""
        return self.side(ident).name

    def known(self, actor: Actor) -> str:
        """The name of an actor itself, also where it counts as its state."""
        return self.name(self._corpus.identity(actor.id))

    def names(self, idents: Iterable[str]) -> str:
        """Names joined as English joins them."""
        return joined([self.name(i) for i in idents])

    def meant(self, name: str) -> Meant:
        """Whom a user means, a state with its government. Raises NobodyError for nobody of these articles, InputError for several."""
        ids = self.ids(name)
        if not ids:
            raise NobodyError(f"nobody called {name!r} is found in these articles")
        heads = sorted(map(self.side, ids & set(self._of.values())), key=lambda s: (s.type != "state", s.id))
        countries = {s.country for s in heads if s.type == "state"}
        shown = [s for s in heads if s.type == "state" or s.type != "government" or s.country not in countries]
        shown = [s for s in shown if s.id == name] or shown
        if len(shown) > 1:
            several = ", ".join(f"{s.name} ({s.id})" for s in shown[:6]) + (" …" if len(shown) > 6 else "")
            raise InputError(f"{name!r} may be {several}: give one by its id")
        return Meant(shown[0], self.ids(name))

    def ids(self, name: str) -> frozenset[str]:
        """All sides that count as what a user means by a name; folded, those of its officials and government are the state's."""
        if name not in self._asked:
            self._asked[name] = self._meant(name)
        return self._asked[name]

    def _meant(self, name: str) -> frozenset[str]:
        ids = self._corpus.who(name)
        return ids | {self._of[key] for key, actor in self._corpus.actors.items() if self._corpus.identity(actor.id) in ids}


def _governs(actor: Actor) -> bool:
    return actor.type == "government" or (actor.type == "person" and actor.sector in _GOVERNING)


def _side(ident: str, tellings: Sequence[Actor]) -> Side:
    name = Counter(tidy(a.name) for a in tellings).most_common(1)[0][0]
    known = next((a for a in tellings if a.id == ident), tellings[0])
    country = next((a.country for a in (known, *tellings) if a.country), None)
    return Side(ident, name, known.type, country)
