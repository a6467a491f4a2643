"""Whom a deed concerns where only what was told before says it: what it answers, between whom somebody mediates, what "it" was.

What is found so is inferred: the words of the deed, or of the two sides, that it was found by become evidence of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec

from detente.nlp import syntax
from detente.nlp.parse import Parse
from detente.parties import unique
from detente.reading import Cast, Deed, Player

ASKING = frozenset({"REQUEST", "AGREE", "THREATEN", "ACCUSE", "REJECT"})
ANSWERED = frozenset(
    """appeal demand request call offer proposal invitation overture ultimatum warning threat accusation allegation charge criticism claim
    protest complaint suggestion plea idea""".split()
)
CONTENDING = frozenset({"state", "government", "person", "armed_group", "party"})
OFFICIAL = frozenset({"state", "government", "person"})
OCCASIONS = frozenset({"visit", "trip", "tour", "mission", "journey"})
TRUCES = frozenset({"truce", "ceasefire", "cease-fire", "armistice"})
BACK = 2  # sentences
SHARE = {"state": 1.0, "person": 0.25}  # of what a mention says about a country being the article's; of all others half
LEAD = 1.5  # times the weight of the third: the two that an article is about


class Discourse:
    """The deeds of an article, asked in their order for the parties that one of them leaves to those before."""

    def __init__(self, parse: Parse, cast: Cast) -> None:
        self.parse = parse
        self.players: dict[str, Player] = {p.id: p for p in cast.players}
        self.main = self._main(cast)

    def fill(self, deeds: Sequence[Deed], addressed: Callable[[Deed], Deed]) -> list[Deed]:
        """The deeds, with the parties that those before tell; `addressed` adds the addressee that a deed's own sentences name."""
        found: list[Deed] = []
        for deed in deeds:
            found.append(addressed(self._filled(deed, found)))
        return found

    def _filled(self, deed: Deed, before: Sequence[Deed]) -> Deed:
        if deed.mode == "ceasefire" and self._truce(syntax.subjects(self.parse, deed.trigger)):
            sides, at = self._sides(deed, self._near(deed, before))
            return msgspec.structs.replace(deed, actors=sides, recipients=(), symmetric=True, inferred=at) if sides else deed
        if not deed.actors and deed.code in ASKING and (visit := self._occasion(deed, before)):
            return msgspec.structs.replace(deed, actors=tuple(i for i in visit.actors if i not in deed.recipients), inferred=visit.trigger)
        if not deed.actors or (deed.recipients and not self._own(deed)):
            return deed
        recipients, at = self._found(deed, before)
        others = tuple(i for i in recipients if i not in deed.actors)
        return msgspec.structs.replace(deed, recipients=others, inferred=at) if others else deed

    def _found(self, deed: Deed, before: Sequence[Deed]) -> tuple[tuple[str, ...], int | None]:
        near = self._near(deed, before)
        if deed.code == "REJECT" and (asked := next((d for d in near if self._asked(d, deed)), None)):
            return asked.actors, asked.trigger
        if deed.recipients:
            return (), None
        if deed.code == "CONSULT" and deed.mode == "third-party":
            return self._sides(deed, near)
        if deed.code == "REQUEST" and (talk := next((d for d in near if self._hosts(d, deed)), None)):
            return talk.recipients, talk.trigger
        if deed.code in ("REJECT", "SUPPORT") and self._pronominal(deed.trigger):
            same = next((d for d in near if d.code == deed.code and d.recipients and self._distance(d, deed) == 0), None)
            return (same.recipients, same.trigger) if same else ((), None)
        return (), None

    def _hosts(self, talk: Deed, deed: Deed) -> bool:
        """ "Hunt is due in Tehran. He will press for her release": a demand of a visitor is made to the host."""
        visiting = talk.code == "CONSULT" and not talk.symmetric and set(deed.actors) <= set(talk.actors)
        return visiting and not self._seats(talk.recipients) & self._seats(deed.actors)

    def _occasion(self, deed: Deed, before: Sequence[Deed]) -> Deed | None:
        """ "Kim went to China. The visit is intended to seek relief": whose visit it is."""
        if not any(self.parse.lemma[t] in OCCASIONS for t in syntax.subjects(self.parse, deed.trigger)):
            return None
        return next((d for d in self._near(deed, before) if d.code == "CONSULT" and d.actors), None)

    def _near(self, deed: Deed, before: Sequence[Deed]) -> list[Deed]:
        return [d for d in reversed(before) if self._distance(d, deed) <= BACK]

    def _truce(self, tokens: Sequence[int]) -> bool:
        """Whether a head is a truce of which is not told between whom it is."""
        return any(
            self.parse.lemma[t] in TRUCES and not self.parse.children(t, "poss") and not syntax.governed(self.parse, t, "between")
            for t in tokens
        )

    def _asked(self, asked: Deed, deed: Deed) -> bool:
        """Whether a demand, offer or charge was made to who rejects it now."""
        mine = self._seats(deed.actors)
        if asked.code not in ASKING or not asked.actors or mine & self._seats(asked.actors):
            return False
        if asked.code == "REJECT" and not deed.recipients:
            return False
        return bool(mine & self._seats(asked.recipients)) and self._answers(deed.trigger)

    def _answers(self, trigger: int) -> bool:
        """ "Dismissed their appeal", "turned it down": what is rejected is an act of words, or a pronoun."""
        return any(self.parse.lemma[o] in ANSWERED for o in syntax.objects(self.parse, trigger)) or self._pronominal(trigger)

    def _own(self, deed: Deed) -> bool:
        """ "Caracas dismissed their appeal": a pronoun that was taken for the one's own."""
        return deed.code == "REJECT" and bool(self._seats(deed.actors) & self._seats(deed.recipients)) and self._answers(deed.trigger)

    def _sides(self, deed: Deed, near: Sequence[Deed]) -> tuple[tuple[str, ...], int | None]:
        """Between whom somebody mediates: those of the last deed of two, else the two states that the article is about."""
        own = self._seats(deed.actors)
        if syntax.governed(self.parse, deed.trigger, "between"):  # "shuttled between the three capitals"
            return (), None
        for other in near:
            both = unique((*other.actors, *other.recipients))
            fit = all(i in self.players and self.players[i].type in CONTENDING for i in both)
            if fit and len(self._seats(both)) > 1 and not own & self._seats(both):
                return both, other.trigger
        main = tuple(i for i, _ in self.main if self._seat(i) not in own)
        return (main, self.main[0][1]) if len(main) > 1 else ((), None)

    def _main(self, cast: Cast) -> tuple[tuple[str, int], ...]:
        """The two states that an article is about, each with the token that names it first; empty where a third comes near."""
        weight: dict[str, float] = {}
        named: dict[str, tuple[str, int]] = {}
        for token, idents in sorted({**cast.adjectives, **cast.heads}.items()):
            for player in (self.players[i] for i in idents if i in self.players):
                if player.country:
                    weight[player.country] = weight.get(player.country, 0.0) + SHARE.get(player.type, 0.5)
                    if player.type == "state":
                        named.setdefault(player.country, (player.id, token))
        ranked = [*sorted(weight.items(), key=lambda w: -w[1])[:3], ("", 0.0), ("", 0.0), ("", 0.0)]
        if ranked[1][1] < LEAD * ranked[2][1] or not {ranked[0][0], ranked[1][0]} <= set(named):
            return ()
        return named[ranked[0][0]], named[ranked[1][0]]

    def _pronominal(self, trigger: int) -> bool:
        return any(self.parse.lower[o] in ("it", "this", "that", "them") for o in syntax.objects(self.parse, trigger))

    def _distance(self, before: Deed, deed: Deed) -> int:
        return self.parse.sentence_of[deed.trigger] - self.parse.sentence_of[before.trigger]

    def _seats(self, idents: Iterable[str]) -> frozenset[str]:
        return frozenset(map(self._seat, idents))

    def _seat(self, ident: str) -> str:
        """The country that somebody acts for, else the actor himself: rebels act for none."""
        player = self.players.get(ident)
        return (player.country if player and player.type in OFFICIAL else None) or ident
