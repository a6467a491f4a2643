"""Whom words stand for: from head tokens to actor ids, through coordination, owners and complements; and in whose words a token stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.nlp import syntax
from detente.nlp.parse import Parse
from detente.reading import Attribution, Cast, Player

INNER = frozenset({"of", "by", "from", "for", "in", "on", "against", "between", "among", "to", "with", "at", "under"})
MODIFIERS = frozenset({"compound", "amod", "nmod", "npadvmod", "punct", "dep", "advmod"})
DEEP = 2  # "the decision of the court of Iran": how far into a noun phrase an actor is looked for


class Parties:
    """A parse and its cast, with the questions that stages ask of them."""

    def __init__(self, parse: Parse, cast: Cast) -> None:
        self.parse = parse
        self.cast = cast
        self.players: dict[str, Player] = {p.id: p for p in cast.players}
        self.states: dict[str, str] = {p.country: p.id for p in cast.players if p.type == "state" and p.country}

    def at(self, token: int) -> tuple[str, ...]:
        """The ids of the mention that this token heads, or of the adjective that it is."""
        return self.cast.heads.get(token) or self.cast.adjectives.get(token) or ()

    def of(self, tokens: Iterable[int]) -> tuple[str, ...]:
        """The ids behind head tokens, coordination and apposition followed; not whose they are."""
        return unique(i for token in tokens for part in syntax.coordinated(self.parse, token) for i in self._plain(part))

    def _plain(self, token: int) -> tuple[str, ...]:
        """Of the mention; of what a number, "one", "both" or "leaders" is part of ("both of them", "the leaders of A and B")."""
        if found := self.at(token):
            return found
        if self.parse.lower[token] in PARTITIVE:
            return self.governed(token, "of")
        return ()

    def deep(self, tokens: Iterable[int], depth: int = DEEP) -> tuple[str, ...]:
        """As `of`; inside a phrase that is no actor, its owner or complement."""
        parts = (part for token in tokens for part in self._joined(token))
        return unique(i for part in parts for i in self._inside(part, depth))

    def _joined(self, token: int) -> Iterator[int]:
        """A head and what is coordinated with it; a dateline is set off from who acts ("HAVANA, Cuba - A. met B.")."""
        parts = list(syntax.coordinated(self.parse, token))
        first = self.parse.sentences[self.parse.sentence_of[token]][0]
        if len(parts) < 2 or parts[0] - first > 1 or not self.parse.words[first].isupper():
            return iter(parts)
        dash = next((t for t in range(first, parts[-1]) if self.parse.words[t] in DASHES), None)
        return iter(parts if dash is None else [t for t in parts if t > dash])

    def _inside(self, token: int, depth: int) -> tuple[str, ...]:
        if found := self.cast.heads.get(token) or self._apposed(token) or self.cast.adjectives.get(token):
            return found
        if depth == 0:
            return ()
        return self.owner(token) or self._within(token, depth)

    def _apposed(self, token: int) -> tuple[str, ...]:
        """Who a description is said to be: "the two leaders, Kim and Moon"."""
        for kid in self.parse.children(token, "appos"):
            if found := unique(i for part in syntax.coordinated(self.parse, kid) for i in self.cast.heads.get(part, ())):
                return found
        return ()

    def _within(self, token: int, depth: int) -> tuple[str, ...]:
        lemma = self.parse.lemma[token]
        for prep in self.parse.kids[token]:
            low = self.parse.lower[prep]
            inner = self.parse.dep[prep] in ("prep", "agent") and low in INNER
            if (lemma in DONE_TO and low != "by") or (lemma in TALKED and low == "on"):
                continue
            if inner and (found := self.deep(self.parse.children(prep, "pobj"), depth - 1)):
                return found
        return self._shown_by(token)

    def _shown_by(self, token: int) -> tuple[str, ...]:
        """ "The hospitality shown by Canadians": whose doing a thing is."""
        shown = (k for k in self.parse.children(token, "acl") if self.parse.lemma[k] in SHOWING)
        return unique(i for k in shown for i in self.of(syntax.subjects(self.parse, k)))

    def owner(self, noun: int) -> tuple[str, ...]:
        """Whose it is: the possessor, else the adjectives and names before it ("the North's", "Sino-US", "inter-Korean")."""
        owners = self.parse.children(noun, "poss")
        return self.of(owners) or self.modifiers(noun)

    def modifiers(self, noun: int) -> tuple[str, ...]:
        """The actors among the adjectives and compounds of a noun, also inside "US-led" and "North Korea-US"."""
        return unique(i for kid in self.parse.kids[noun] if kid < noun and self.parse.dep[kid] in MODIFIERS for i in self._modifier(kid))

    def _modifier(self, token: int) -> Iterator[str]:
        yield from self.at(token)
        for kid in self.parse.kids[token]:
            if self.parse.dep[kid] in MODIFIERS or self.parse.dep[kid] == "conj":
                yield from self._modifier(kid)

    def governed(self, token: int, *words: str) -> tuple[str, ...]:
        """The ids that one of these prepositions governs under a token."""
        return unique(i for word in words for i in self.of(syntax.governed(self.parse, token, word)))

    def subjects(self, verb: int) -> tuple[str, ...]:
        """Who does what a verb says."""
        return self.of(syntax.subjects(self.parse, verb))

    def objects(self, verb: int) -> tuple[str, ...]:
        """To whom the verb does it."""
        return self.of(syntax.objects(self.parse, verb))

    def holder(self, noun: int) -> tuple[str, ...]:
        """Who has it: its owner, else the subject of the verb that it is the object or predicate of."""
        if found := self.owner(noun):
            return found
        light = syntax.light_verb(self.parse, noun)
        return self.subjects(light) if light is not None else ()

    def state(self, ident: str) -> str:
        """The state that a person in office or a government acts for, where the article knows it; else the actor itself."""
        player = self.players.get(ident)
        if player is None or player.country is None or player.type not in ("person", "government"):
            return ident
        return self.states.get(player.country, ident)


DONE_TO = frozenset(
    """release extradition freeing surrender resignation removal deportation arrest detention expulsion jailing killing murder beating
    imprisonment execution trial abduction""".split()
)
"""Nouns behind whose "of" stands whom it was done to: who protests against the arrest of a writer protests against no writer."""
TALKED = frozenset(
    "talk meeting summit negotiation discussion conversation consultation dialogue dialog conference call view opinion idea focus".split()
)
"""Nouns behind whose "on" stands what is talked about: "talks on the war between A and B" bring neither to the table."""
SHOWING = frozenset("show give offer provide extend display make take commit cause".split())
DASHES = frozenset({"-", "--", "–", "—", "ndash", "mdash"})
PARTITIVE = frozenset(
    """one both each all some many most two three four five several either neither leaders representatives
    governments presidents""".split()
)


def unique(ids: Iterable[str]) -> tuple[str, ...]:
    """Without repetition, in order."""
    return tuple(dict.fromkeys(ids))


def voices(tokens: int, attributions: tuple[Attribution, ...]) -> list[int | None]:
    """For each token, the index of the narrowest statement whose content holds it; of joint speakers, the first.

    An act by words reports nothing: who backs the sanctions does not tell of them.
    """
    found: list[int | None] = [None] * tokens
    told = [(i, a) for i, a in enumerate(attributions) if a.manner != "act"]
    widest = sorted(told, key=lambda a: (a[1].content[0] - a[1].content[1], -a[0]))
    for index, attribution in widest:
        for first, last in (attribution.content, *attribution.more):
            found[first:last] = [index] * (last - first)
    return found
