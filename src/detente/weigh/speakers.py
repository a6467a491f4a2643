"""Whom an actor of a text speaks for: a state itself, a government or an office-holder for their state, others for themselves."""

from __future__ import annotations

from collections.abc import Callable

from detente.corpus import Corpus
from detente.records import Actor

_OFFICIAL = frozenset({"GOV", "MIL", "SPY"})
_SIDES = frozenset({"state", "government", "igo", "party", "armed_group"})
_OUT_OF_OFFICE = ("former", "ex-", "then-")
Named = Callable[[str], str]
"""From a country's code to its name."""


class Speakers:
    """The parties of a corpus: by the id of each, its name, and who speaks for it."""

    def __init__(self, corpus: Corpus, country: Named) -> None:
        self._corpus = corpus
        self._country = country
        self._officials = {a.id for a in corpus.actors.values() if a.type == "person" and a.sector in _OFFICIAL}

    @property
    def articles(self) -> int:
        """How many articles there are."""
        return len(self._corpus.articles)

    def party(self, article: str, ident: str) -> str | None:
        """The name of the party that an actor speaks for; None for one who speaks for none: an expert, the press, a crowd."""
        actor = self._corpus.actors.get((article, ident))
        if actor is None:
            return None
        if actor.type in ("state", "government") or self._holds(actor):
            return self._country(actor.country) if actor.country else None
        return actor.name if actor.type in _SIDES else None

    def _holds(self, actor: Actor) -> bool:
        """A person who is known, or has an office, in the service of a state, and is not told to have left it."""
        named = actor.type == "person" and actor.id in self._officials and (actor.knowledge or actor.roles)
        return bool(named) and not any(actor.name.casefold().startswith(word) for word in _OUT_OF_OFFICE)

    def attention(self) -> dict[str, tuple[int, int]]:
        """By party: how many mentions of it and of those who speak for it, in how many articles."""
        mentions: dict[str, int] = {}
        articles: dict[str, set[str]] = {}
        for (article, ident), actor in self._corpus.actors.items():
            party = self.party(article, ident)
            if party:
                mentions[party] = mentions.get(party, 0) + len(actor.mentions)
                articles.setdefault(party, set()).add(article)
        return {party: (count, len(articles[party])) for party, count in mentions.items()}
