"""To whom an act of words is addressed where its clause does not say: the one other party that the sentence names.

What is found so is inferred, not read in the clause; the words that name the party become evidence of their own.
"""

from __future__ import annotations

from detente.nlp.parse import Parse
from detente.reading import Cast, Player
from detente.records import Code

ADDRESSED: frozenset[Code] = frozenset({"REQUEST", "REJECT", "AGREE", "THREATEN", "CONCEDE"})
LOOK_BACK = 2  # sentences: of those found two sentences before none was right
WHERE = frozenset({"in", "at", "near", "outside", "across", "inside"})
GOING = frozenset({"leave", "visit", "reach", "enter", "tour", "quit", "depart"})
POLITICAL = frozenset({"state", "government"})


class Counterparts:
    """The parties of each sentence, by country; asked for the one that is not the actor's own."""

    def __init__(self, parse: Parse, cast: Cast) -> None:
        self.parse = parse
        self.players = {p.id: p for p in cast.players}
        self.paragraph = _paragraphs(parse)
        self.named: dict[int, list[tuple[int, str]]] = {}
        for token, idents in sorted({**cast.adjectives, **cast.heads}.items()):
            sentence = parse.sentence_of[token]
            self.named.setdefault(sentence, []).extend((token, i) for i in idents)
        self.venues = self._venues()

    def find(self, code: Code, trigger: int, actors: tuple[str, ...], barred: frozenset[str]) -> tuple[str, int] | None:
        """The id of the one other party and the token that names it; None where there is none or more than one.

        The sentence is asked first, then the sentences before it in its paragraph, nearest first: "Hanoi failed … Pyongyang
        had requested relief" is a request to whoever sat there with it.
        """
        if code not in ADDRESSED or not actors:
            return None
        own = {self.seat(a) for a in actors} | {self.seat(b) for b in barred}
        sentence = self.parse.sentence_of[trigger]
        alone = code == "REJECT" and self.parse.tag[trigger][0] == "V"  # what is rejected is mostly a thing, and that of nobody near
        for near in range(sentence, max(-1, sentence - (1 if alone else LOOK_BACK)), -1):
            if self.paragraph[near] != self.paragraph[sentence]:
                return None
            others = self._others(near, actors, own)
            if others:
                return next(iter(others.values())) if len(others) == 1 else None
        return None

    def _others(self, sentence: int, actors: tuple[str, ...], own: set[str]) -> dict[str, tuple[str, int]]:
        others: dict[str, tuple[str, int]] = {}
        for token, ident in self.named.get(sentence, ()):
            player = self.players.get(ident)
            if player is None or player.type not in POLITICAL or player.sector == "MIL" or ident in self.venues:
                continue
            if ident in actors or self.seat(ident) in own or self._stands_apart(token):
                continue
            others.setdefault(self.seat(ident), (ident, token))
        return others

    def _venues(self) -> frozenset[str]:
        """States that the article names only by the town in which something is held: "the summit in Hanoi", "Hanoi failed"."""
        words: dict[str, set[str]] = {}
        for named in self.named.values():
            for token, ident in named:
                words.setdefault(ident, set()).add(self.parse.lower[token])
        held = {self.parse.lower[t] for t in range(1, len(self.parse)) if self.parse.lower[t - 1] in ("in", "at")}
        return frozenset(i for i, said in words.items() if said <= held and self.players[i].name.lower() not in said)

    def _stands_apart(self, token: int) -> bool:
        """ "Met in St. Vincent", "before leaving Peru": such a name says where; "while QATAR said" sets another's doings beside."""
        parse = self.parse
        above = parse.head[token]
        if parse.dep[token] == "nsubj" and any(parse.lower[k] in ("while", "whereas") for k in parse.children(above, "mark")):
            return True
        if parse.dep[token] == "dobj" and parse.lemma[above] in GOING:
            return True
        return parse.dep[token] == "pobj" and parse.lower[above] in WHERE

    def seat(self, ident: str) -> str:
        """The country that an actor belongs to, else the actor itself."""
        player: Player | None = self.players.get(ident)
        return (player.country if player else None) or ident


def _paragraphs(parse: Parse) -> list[int]:
    """The paragraph of each sentence."""
    found: list[int] = []
    number = 0
    for first, _ in parse.sentences:
        while number + 1 < len(parse.paragraphs) and first >= parse.paragraphs[number][1]:
            number += 1
        found.append(number)
    return found
