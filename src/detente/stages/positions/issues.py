"""The words of an issue: which words what is wanted or refused takes up, short and without circumstances."""

from __future__ import annotations

from collections.abc import Iterator

from detente.lexicon.stances import Stances
from detente.nlp.parse import Parse
from detente.parties import Parties

BARE = frozenset({"accept", "recognise", "recognize", "sign", "support", "allow", "tolerate", "reject", "abandon", "let", "want", "agree"})
"""Verbs that say nothing without their object."""
SHORT = 7  # tokens of a clause that defines
BACK = 90  # tokens in which a pronoun's matter is looked for
LONGEST = 14  # tokens of an issue: a short phrase, to be compared with others
THANKS = frozenset({"thank", "congratulate", "praise", "honour", "honor", "salute", "commend"})
EMPTY = frozenset(
    "it this that them him her they he she us me so more much all everything anything something nothing one there what".split()
)
LIGHT = frozenset("hold have get see make take do be help continue try seek find give keep put play".split())
WAYS = frozenset({"way", "step", "effort", "measure", "means", "attempt", "decision"})
CUTS = frozenset({"relcl", "advcl", "parataxis", "acl", "cc", "conj"})
TAILS = frozenset("ahead amid without because after before among despite until since during while when if unless -- – — - ; :".split())
MARKS = frozenset({"DT", "``", "''", ",", ":", "TO"})
TELLING = frozenset({"every", "all", "no", "both"})


class Phrases:
    """A parse with its people and the words that take a stand, asked for issues."""

    def __init__(self, parse: Parse, parties: Parties, stances: Stances) -> None:
        self.parse = parse
        self.parties = parties
        self.stances = stances

    def tells(self, issue: tuple[int, int]) -> bool:
        """Whether an issue says anything: a content word besides pronouns and names of days."""
        parse = self.parse
        if parse.lemma[issue[0]] in self.stances.mute and parse.tag[issue[0]][0] == "V" and parse.lemma[issue[0]] in THANKS:
            return False
        words = [parse.lower[t] for t in range(*issue)]
        if words[-3:] == ["do", "the", "same"] or words[-2:] in (["do", "so"], ["do", "it"], ["do", "that"], ["do", "this"]):
            return False
        if len(words) == 1 and parse.lemma[issue[0]] in BARE:
            return False
        return any(
            parse.tag[t][:2] in ("NN", "VB", "JJ", "CD") and parse.lower[t] not in EMPTY and parse.lemma[t] not in ("do", "be", "have")
            for t in range(*issue)
        )

    def issues(self, trigger: int) -> Iterator[tuple[int, int]]:
        """What a word of will is about, each joined thing alone: clauses, infinitives, objects, what its preposition governs."""
        head = self._head(trigger)
        if head is None:
            return
        yield self.phrase(head)
        for joined in self.parse.children(head, "conj"):
            if (
                self.parse.is_verb(head)
                and self.parse.is_verb(joined)
                and joined > head
                and self.parse.child(joined, "nsubj") is None
                and not self.aside(joined)
            ):
                yield self.phrase(joined)
                yield from (
                    self.phrase(k)
                    for k in self.parse.children(joined, "conj")
                    if self.parse.is_verb(k) and self.parse.child(k, "nsubj") is None
                )

    def aside(self, joined: int) -> bool:
        """Whether a verb is joined to the wrong one: "urges both to show restraint and calls for talks", "insists that … and rejects"."""
        parse, head = self.parse, self.parse.head[joined]
        if parse.dep[joined] != "conj" or parse.tag[joined] not in ("VBZ", "VBD", "VBP") or parse.child(joined, "nsubj") is not None:
            return False
        return parse.tag[head] == "VB" or (parse.dep[head] == "ccomp" and parse.lemma[joined] in self.stances.wills)

    def _head(self, trigger: int) -> int | None:
        parse = self.parse
        clause = parse.child(trigger, "xcomp", "ccomp", "acl") if parse.is_verb(trigger) or parse.tag[trigger][0] in "NJ" else None
        if clause is not None and clause > trigger and (parse.tag[clause] not in ("VBN", "VBD") or parse.dep[clause] == "ccomp"):
            return clause
        thing = self._object(trigger)
        if thing is not None and parse.lower[thing] == "it" and not self.parties.at(thing):
            return next(iter(self.antecedent(thing) or ()), None)
        held = thing is not None and bool(self.parties.at(thing))
        if thing is None or held:
            for prep in parse.kids[trigger]:
                about = parse.lower[prep] in self.stances.about or (held and parse.lower[prep] == "in")
                if prep > trigger and parse.dep[prep] in ("prep", "dative", "prt") and about:
                    noun = parse.child(prep, "pobj", "pcomp")
                    if noun is not None and not self._mere(noun):
                        return self._inner(noun)
        return None if thing is None else self._inner(thing)

    def _object(self, trigger: int) -> int | None:
        parse = self.parse
        thing = parse.child(trigger, "dobj", "nsubjpass", "oprd")
        if thing is None and parse.dep[trigger] in ("relcl", "acl") and parse.is_noun(parse.head[trigger]):
            return parse.head[trigger]
        return thing

    def _inner(self, thing: int) -> int:
        """ "supports its bid to join": what the bid is for."""
        inner = self._head(thing) if self.parse.lemma[thing] in self.stances.nouns else None
        return inner if inner is not None else thing

    def _mere(self, noun: int) -> bool:
        """A day or a place, not a matter ("on Monday")."""
        return self.parse.tag[noun] in ("NNP", "CD") and not self.parties.at(noun)

    def phrase(self, head: int) -> tuple[int, int]:
        """The words of an issue around its head, short and without a light verb, articles and marks at the edges."""
        parse = self.parse
        first, last = parse.left[head], parse.right[head]
        if parse.is_verb(head):
            subject = parse.child(head, "nsubj", "nsubjpass")
            if subject is None or subject > head or parse.tag[subject] == "PRP":
                near = (k for k in parse.kids[head] if k < head and (parse.dep[k] == "neg" or (parse.dep[k] == "advmod" and k == head - 1)))
                first = max(first, min([head, *near]))
            if (
                parse.lemma[head] == "work"
                and (aim := parse.child(head, "xcomp", "advcl")) is not None
                and parse.tag[parse.left[aim]] == "TO"
            ):
                return self.phrase(aim)
            if (
                parse.lemma[head] in LIGHT
                and subject is None
                and (thing := parse.child(head, "dobj", "xcomp")) is not None
                and thing > head
            ):
                if parse.is_noun(thing) and not self._empty(thing) and (aim := self._aim(thing, last)):
                    return self.phrase(thing)[0], aim
                return self.phrase(thing) if not self._empty(thing) else self.trim(first, self._end(head, last))
        if parse.lemma[head] in WAYS and (aim := parse.child(head, "acl", "relcl")) is not None and parse.tag[parse.left[aim]] == "TO":
            return self.phrase(aim)
        return self.trim(first, self._end(head, last))

    def _aim(self, thing: int, last: int) -> int | None:
        """Where "talks to end the war" ends: an aim right behind a noun, short enough to be a part of the issue."""
        parse = self.parse
        if thing + 2 < last and parse.lower[thing + 1] == "to" and parse.is_verb(thing + 2) and last - thing <= LONGEST:
            return self.trim(thing, last)[1]
        return None

    def _empty(self, token: int) -> bool:
        return self.parse.tag[token] in ("PRP", "DT", "WP", "WDT")

    def _end(self, head: int, last: int) -> int:
        parse = self.parse
        for kid in parse.kids[head]:
            if (
                kid > head
                and not self._defines(head, kid)
                and (
                    (parse.dep[kid] in CUTS and not (parse.dep[kid] in ("conj", "cc") and not parse.is_verb(head)))
                    or parse.lower[kid] in TAILS
                )
            ):
                last = min(last, parse.left[kid] if parse.dep[kid] != "cc" else kid)
        for token in range(head + 1, last):
            if parse.lower[token] in ("exchange", "return") and parse.lower[token - 1] == "in":
                last = max(head + 1, token - 1)
                break
            if self._defines(parse.head[token], token):
                break
            if (parse.lower[token] in TAILS and parse.words[token] != "-") or parse.dep[token] in ("relcl", "advcl"):
                last = max(head + 1, parse.left[token] if parse.dep[token] in ("relcl", "advcl") and parse.left[token] > head else token)
                break
        return max(head + 1, last)

    def _defines(self, head: int, clause: int) -> bool:
        """A short clause without which the noun says nothing: "any bill that blocks the deal"."""
        parse = self.parse
        open_ = any(parse.lower[k] in ("any", "every", "all", "those", "whatever") for k in parse.kids[head])
        short = parse.right[clause] - parse.left[clause] <= SHORT and parse.words[parse.left[clause] - 1] != ","
        return open_ and short and parse.dep[clause] == "relcl" and parse.head[clause] == head

    def trim(self, first: int, last: int) -> tuple[int, int]:
        """Short, and without articles and marks at the edges."""
        parse = self.parse
        while first < last - 1 and (
            (parse.tag[first] in MARKS and parse.lower[first] not in TELLING)
            or (parse.lower[first] == "that" and parse.dep[first] == "mark")
        ):
            first += 1
        last = min(last, first + LONGEST)
        while last > first + 1 and (
            parse.tag[last - 1] in (",", ".", ":", "''", "``", "-RRB-", "IN", "TO", "DT", "CC", "POS", "PRP$")
            and parse.tag[last - 1] != "PRP"
        ):
            last -= 1
        return first, last

    def antecedent(self, pronoun: int) -> tuple[int, int] | None:
        """What an "it" that is nobody takes up: the nearest matter before it, a document or plan before all else."""
        parse, low = self.parse, max(0, pronoun - BACK)
        nouns = [t for t in range(pronoun - 1, low - 1, -1) if parse.tag[t] == "NN" and parse.lemma[t] in self.stances.matters]
        head = next((t for t in nouns if not self.parties.at(t)), None)
        return self.phrase(head) if head is not None else None
