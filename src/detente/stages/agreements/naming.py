"""The noun phrase that speaks of an agreement: its evidence, its name, the words that tell it from others."""

from __future__ import annotations

from detente.lexicon.pacts import Pacts
from detente.nlp.parse import Parse
from detente.parties import Parties
from detente.stages.agreements.days import Days

LONGEST = 150  # characters of evidence
INSIDE = ("of", "on", "for", "against", "over")
SMALL = frozenset({"of", "for", "in", "the", "and", "on", "to", "between"})
ATTACHED = frozenset({"compound", "amod", "nmod", "nummod", "poss", "det", "punct", "case", "advmod", "npadvmod"})
NAMED = frozenset({"NNP", "NNPS"})
DEFINITE = frozenset({"the", "this", "that", "its", "their", "his", "her", "these", "those", "our"})
DETERMINERS = DEFINITE | {"a", "an", "another", "some", "any"}
QUOTES = frozenset({'"', "“", "”", "'", "‘", "’"})
PLAIN = frozenset(
    [
        "new",
        "previous",
        "earlier",
        "late",
        "later",
        "recent",
        "current",
        "existing",
        "first",
        "second",
        "last",
        "old",
        "final",
        "historic",
        "landmark",
        "broad",
        "key",
        "major",
        "such",
        "same",
    ]
)
HERE = frozenset({"here", "there", "today", "on"})
HEADLINE = frozenset({"sign", "signs", "ink", "inks", "agree", "agrees", "reach", "reaches", "seal", "seals", "clinch", "strike"})
"""Verbs that the parser takes for a part of the noun: "Israel and PLO sign accord"."""
TRUCES = frozenset({"truce", "ceasefire", "fire", "cease-fire", "armistice"})


class Naming:
    """Reads noun phrases of a parse."""

    def __init__(self, parse: Parse, parties: Parties, days: Days, pacts: Pacts) -> None:
        self.parse = parse
        self.parties = parties
        self.days = days
        self.pacts = pacts

    def definite(self, noun: int) -> bool:
        """Whether it is spoken of as known."""
        kids = [k for k in self.parse.kids[noun] if k < noun]
        return any(self.parse.lower[k] in DEFINITE or self.parse.dep[k] == "poss" for k in kids)

    def titled(self, noun: int, name: tuple[int, int]) -> bool:
        """ "the Agreement on Peace": capitals in the middle of a sentence, on the noun and after it."""
        parse = self.parse
        if not parse.words[noun][0].isupper() or noun == parse.sentences[parse.sentence_of[noun]][0]:
            return False
        return any(parse.words[t][0].isupper() for t in range(name[0], name[1]) if t != noun and parse.lower[t] != "the")

    def phrase(self, noun: int) -> tuple[int, int]:
        """The evidence: the noun phrase, with the clause on it where that is short."""
        parse = self.parse
        first = parse.left[noun]
        last = noun + 1
        for kid in parse.kids[noun]:
            if kid < noun or parse.dep[kid] in ("punct", "conj", "cc", "appos"):
                continue
            end = parse.right[kid]
            if parse.end[end - 1] - parse.start[first] > LONGEST:
                break
            last = max(last, end)
        while last > noun + 1 and parse.words[last - 1] in ",.;:\"'”’":
            last -= 1
        return first, last

    def name(self, noun: int, first: int) -> tuple[int, int]:
        """From after the article or owner to the end of "of" and "on" phrases that are not clauses or times alone."""
        parse = self.parse
        start = noun
        while (
            start > first
            and parse.dep[start - 1] in ATTACHED
            and parse.lower[start - 1] not in DETERMINERS
            and parse.words[start - 1] not in QUOTES
        ):
            start -= 1
        if (owner := max((parse.right[k] for k in parse.kids[noun] if parse.dep[k] == "poss" and k < noun), default=-1)) > start:
            start = min(owner, noun)
        if parse.lower[noun] in self.pacts.names and parse.tag[noun - 1] in NAMED and not self.parties.at(noun - 1):
            start = self.capitals(noun, start)
        last = noun + 1
        for kid in parse.kids[noun]:
            if kid > noun and parse.dep[kid] == "prep" and self.names(noun, kid) and parse.left[kid] <= last + 1:
                if not any(parse.dep[t] in ("relcl", "acl") for t in range(kid, parse.right[kid])) and parse.right[kid] - last < 12:
                    last = parse.right[kid]
            elif kid > noun:
                break
        while start < noun and parse.lower[start] in HEADLINE:
            start += 1
        end = last
        while end > noun + 1 and (end - 1 in self.days.at or parse.lower[end - 1] in HERE):
            end -= 1
        return start, last if parse.lower[end - 1] == "of" else end  # "the declaration of April 27"

    def capitals(self, noun: int, start: int) -> int:
        """As far left as a name in capitals goes, over the small words inside it."""
        parse, at = self.parse, start
        first = parse.sentences[parse.sentence_of[noun]][0]
        while at > first and ((parse.words[at - 1][0].isupper() and at - 1 != first) or parse.lower[at - 1] in SMALL):
            at -= 1
            if parse.words[at][0].isupper():
                start = at
        return start

    def names(self, noun: int, prep: int) -> bool:
        """A truce is named by its place; a treaty is not ("a peace accord in Jeddah")."""
        word = self.parse.lower[prep]
        return word in INSIDE or (word == "in" and self.parse.lemma[noun] in TRUCES)

    def words(self, noun: int, name: tuple[int, int]) -> frozenset[str]:
        """What tells it from others: the words of its name, without kind, parties and times."""
        parse = self.parse
        return frozenset(
            parse.lemma[t]
            for t in range(*name)
            if t != noun
            and parse.tag[t][:2] in ("NN", "JJ", "CD", "VB")
            and parse.lemma[t] not in PLAIN
            and t not in self.days.at
            and not self.party(t)
        )

    def trim(self, first: int, last: int) -> tuple[int, int]:
        """Without marks at the end."""
        while last > first + 1 and self.parse.words[last - 1] in ",.;:\"'”’":
            last -= 1
        return first, last

    def party(self, token: int) -> bool:
        """An actor by its own name; a city that also stands for a government is a name's own word ("the Minsk agreements")."""
        ids = self.parties.at(token)
        if not ids or self.parse.tag[token] not in NAMED:
            return bool(ids)
        return any(self.parse.lower[token] in self.parties.players[i].name.lower() for i in ids)
