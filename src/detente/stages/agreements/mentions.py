"""Where the text speaks of an agreement: the noun, its name, who is party to it, when, and what is said to become of it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from detente.lexicon.pacts import Pacts, Status
from detente.lexicon.phrases import Found
from detente.nlp import syntax
from detente.nlp.parse import Parse
from detente.parties import Parties, unique
from detente.records import When
from detente.stages.agreements import signers
from detente.stages.agreements.days import Days
from detente.stages.agreements.naming import NAMED, Naming
from detente.stages.agreements.standing import Standing


class Told(msgspec.Struct, frozen=True):
    """One mention. `said` holds (status, token) pairs; `bare` is a definite noun that adds nothing ("the deal")."""

    noun: int
    first: int
    last: int
    kind: str
    words: frozenset[str]
    parties: tuple[str, ...]
    said: tuple[tuple[Status, int], ...]
    name: tuple[int, int]
    when: When | None = None
    proper: bool = False
    definite: bool = False
    older: bool = False
    bare: bool = False
    loose: bool = False
    """A document that only takes up one spoken of before."""
    headline: bool = False
    clauses: tuple[tuple[int, int], ...] = ()
    inherits: bool = False
    """The object of a verb by which another agreement takes it up."""

    @property
    def weight(self) -> int:
        """How much it tells: for choosing the mention that stands as evidence."""
        return 3 * bool(self.when) + 2 * len(self.parties[:2]) + 3 * self.proper + len(self.words) + bool(self.said) - 2 * self.bare


class Reader:
    """Reads every mention of an agreement in a parse."""

    def __init__(self, parse: Parse, parties: Parties, days: Days, pacts: Pacts) -> None:
        self.parse = parse
        self.parties = parties
        self.days = days
        self.pacts = pacts
        self.naming = Naming(parse, parties, days, pacts)
        self.standing = Standing(parse, days, pacts)

    def read(self) -> list[Told]:
        """All mentions, in text order."""
        return [told for noun, found in self._nouns() if (told := self._told(noun, found)) is not None]

    def _nouns(self) -> Iterator[tuple[int, Found[str]]]:
        """The head of each noun of documents, with the phrase that it is of; of "memorandum of understanding" the memorandum."""
        parse, table = self.parse, self.pacts.nouns
        skip = -1
        for token in range(len(parse)):
            if token < skip or not (
                found := table.at(parse.lemma, token, parse.right[token] + 3 if token + 3 < len(parse) else len(parse))
            ):
                continue
            skip = found.last
            inside = range(token, found.last)
            of = token + 1 < found.last and parse.lower[token + 1] == "of" and parse.head[token] not in inside
            head = token if of or parse.tag[found.last - 1][:2] != "NN" else found.last - 1
            if parse.tag[head][:2] == "NN":
                yield head, found

    def _told(self, noun: int, found: Found[str]) -> Told | None:
        parse, kind = self.parse, found.meanings[0]
        first, last = self.naming.phrase(noun)
        first, last = min(first, found.first), max(last, found.last)
        name = self.naming.name(noun, first)
        name = min(name[0], found.first), max(name[1], found.last)
        proper = any(parse.tag[t] in NAMED and t != noun for t in range(*name) if not self.parties.at(t) or parse.tag[noun] in NAMED)
        proper = (proper and parse.words[noun][0].isupper()) or self.naming.titled(noun, name)
        if not self._speaks_of_one(noun, first, proper):
            return None
        verbs = tuple(self._verbs(noun, name))
        said = tuple((s, t) for t in verbs if (s := self.standing.of(t, noun)))
        loose = (
            (parse.lemma[noun] if found.last - found.first == 1 else " ".join(parse.lemma[found.first : found.last])) in self.pacts.weak
            and not proper
            and not any(s in ("signed", "broken") or parse.lemma[t] in ("reject", "sign", "initial") for s, t in said)
        )
        if (loose or (parse.tag[noun] == "NNS" and not said and not proper)) and not self.naming.definite(noun):
            return None
        words = self.naming.words(noun, name)
        when = self.days.of_noun(noun) or next(
            (w for s, t in said if s in ("signed", "proposed") and self._makes(t, noun) and (w := self.days.of_verb(t))), None
        )
        parties = self._parties(noun, verbs, said)
        definite = self.naming.definite(noun)
        return Told(
            noun=noun,
            first=first,
            last=last,
            kind=kind,
            words=words,
            parties=parties,
            said=said,
            name=name,
            when=when,
            proper=proper,
            definite=definite,
            older=bool(words & OLDER),
            bare=loose or (definite and not proper and not words and not self.days.of_noun(noun)),
            loose=loose,
            headline=self.days.in_headline(noun),
            clauses=tuple(self._clauses(noun)),
            inherits=any(parse.lemma[t] in self.pacts.follows and parse.child(t, "dobj") == noun for t in verbs),
        )

    def _makes(self, verb: int, noun: int) -> bool:
        """Whether a word of signing is done to it: what was agreed *in* it, and a later ratification, are of another day."""
        parse = self.parse
        if parse.lemma[verb] in LATER:
            return False
        return parse.dep[noun] != "pobj" or parse.lower[parse.head[noun]] not in ("in", "under", "by", "through", "with", "after", "since")

    def _speaks_of_one(self, noun: int, first: int, proper: bool) -> bool:
        """Not a modifier of another noun, not what there is none of, not business."""
        parse = self.parse
        if parse.dep[noun] in ("compound", "amod", "nmod") and not proper and parse.is_noun(parse.head[noun]) and parse.head[noun] > noun:
            return False
        if any(parse.lower[t] in ("no", "any", "without", "neither", "such", "every") for t in range(max(0, first - 1), noun)):
            return False
        if any(parse.lemma[t] in self.pacts.not_modifier for t in range(first, noun)):
            return False
        head = parse.head[noun]
        if parse.dep[noun] == "pobj" and parse.lower[head] == "in" and not self.naming.definite(noun) and parse.left[noun] == noun:
            return False  # "in agreement"
        verb = syntax.light_verb(parse, noun)
        if verb is not None and parse.dep[verb] == "xcomp" and parse.lemma[parse.head[verb]] in ("fail", "unable", "refuse", "decline"):
            return False
        if verb is None or not self._negated(verb) or self._held(verb):
            return True
        return parse.dep[noun] == "nsubjpass" and self.pacts.statuses.get(parse.lemma[verb]) != "signed"

    def _held(self, verb: int) -> bool:
        """What is not honoured is an agreement all the same; what is not signed or replaced is none."""
        return self.pacts.statuses.get(self.parse.lemma[verb]) in ("in force", "broken")

    def _negated(self, verb: int) -> bool:
        return any(self.parse.dep[k] == "neg" for k in self.parse.kids[verb])

    def _verbs(self, noun: int, name: tuple[int, int]) -> Iterator[int]:
        """The verbs and nouns that say what is done to it: over carriers, in clauses on it, and "it is dead"."""
        parse = self.parse
        for kid in parse.kids[noun]:
            if parse.dep[kid] in ("relcl", "acl") or (parse.dep[kid] == "amod" and parse.tag[kid][:2] == "VB"):
                yield kid
        at = noun
        while (
            name[0] <= parse.head[at] < name[1] and parse.head[at] != at
        ):  # the noun may end a name: "the Broad Relationship of … agreement"
            at = parse.head[at]
        for _ in range(5):
            head = parse.head[at]
            if head == at:
                return
            if parse.dep[at] == "conj" and not parse.is_verb(at):
                at = head
                continue
            if parse.is_verb(head):
                yield head
                if parse.dep[at] in ("nsubj", "nsubjpass"):
                    yield from (
                        k for k in parse.children(head, "conj") if parse.is_verb(k) and parse.child(k, "nsubj", "nsubjpass") is None
                    )
                return
            if parse.is_noun(head):
                yield head
                if parse.lemma[head] not in self.pacts.carriers and parse.lemma[head] not in self.pacts.statuses:
                    return
            at = head

    def _parties(self, noun: int, verbs: tuple[int, ...], said: tuple[tuple[Status, int], ...]) -> tuple[str, ...]:
        """Who signs, has, or is bound by it; people in office stand for their states."""
        parse, parties = self.parse, self.parties
        found: list[str] = [*parties.governed(noun, "between", "among", "with")]
        if parse.lemma[noun] not in AUTHORED:
            called = {i for k in parse.kids[noun] if parse.tag[k] in NAMED and not self.naming.party(k) for i in parties.at(k)}
            found += [i for i in parties.owner(noun) if i not in called]  # Minsk is no party to the Minsk agreements
        for _, token in said:
            if parse.is_noun(token) and (light := syntax.light_verb(parse, token)) is not None and self._negated(light):
                continue  # "was not a party to the deal"
            if parse.is_noun(token):
                if parse.lemma[token] in (
                    "signatory",
                    "party",
                    "signing",
                    "violation",
                    "breach",
                    "withdrawal",
                    "exit",
                    "proposal",
                    "talk",
                    "negotiation",
                ):
                    found += parties.holder(token)
            elif parse.lemma[token] not in THIRD and parse.child(token, "nsubj") != noun and not syntax.is_passive(parse, token):
                found += parties.subjects(token)
                found += (i for subject in syntax.subjects(parse, token) for i in signers.beside(parse, parties, subject))
            found += parties.governed(token, "with", "between") if parse.lemma[token] not in THIRD else parties.governed(token, "between")
            found += signers.listed(parse, parties, token) if parse.lemma[token] not in THIRD else ()
        for token in verbs:
            if parse.is_verb(token) and parse.dep[token] in ("relcl", "acl") and parse.lemma[token] in self.pacts.agree:
                found += parties.subjects(token)
        ids = self._acting(unique(found))
        return tuple(i for i in ids if self.parties.players[i].type in PARTY_TYPES)

    def _acting(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """For whom they sign: their states; but two of one state sign for themselves (a president and a rebel)."""
        states = [self.parties.state(i) for i in ids]
        return unique(i if s != i and states.count(s) > 1 else s for i, s in zip(ids, states, strict=True))

    def _clauses(self, noun: int) -> Iterator[tuple[int, int]]:
        """What the text says it says: a clause on it, what it calls for, what was agreed in it."""
        parse, pacts = self.parse, self.pacts
        for kid in parse.kids[noun]:
            if parse.dep[kid] != "relcl":
                continue
            if parse.lemma[kid] in pacts.agree and (inner := parse.child(kid, "xcomp", "ccomp")) is not None:
                yield self.naming.trim(parse.left[inner], parse.right[inner])
            elif (
                parse.lemma[kid] in pacts.stipulate
                and parse.child(kid, "nsubj") is not None
                and parse.lower[parse.child(kid, "nsubj") or 0] in ("which", "that")
            ):
                yield self.naming.trim(kid, parse.right[kid])
        head = parse.head[noun]
        if parse.dep[noun] == "nsubj" and parse.lemma[head] in pacts.stipulate and head > noun:
            yield self.naming.trim(head, parse.right[head])
        if parse.dep[noun] == "pobj" and parse.lower[head] in ("in", "under", "by") and parse.is_verb(parse.head[head]):
            verb = parse.head[head]
            if parse.lemma[verb] in pacts.agree and (inner := parse.child(verb, "xcomp", "ccomp")) is not None:
                yield self.naming.trim(parse.left[inner], parse.right[inner])
            elif parse.lower[head] == "under" and head < verb:
                yield self.naming.trim(noun + 1 if parse.words[noun + 1] != "," else noun + 2, parse.right[verb])


OLDER = frozenset({"previous", "earlier", "old", "older", "original", "existing"})
AUTHORED = frozenset(
    {"draft", "text", "document", "plan", "roadmap", "framework", "formula", "blueprint", "paper", "proposal", "statement", "resolution"}
)
THIRD = frozenset(
    {
        "broker",
        "mediate",
        "announce",
        "unveil",
        "endorse",
        "welcome",
        "suggest",
        "table",
        "float",
        "reject",
        "oppose",
        "promote",
        "save",
        "push",
    }
)
LATER = frozenset(
    {
        "ratify",
        "ratification",
        "approve",
        "endorse",
        "accede",
        "accession",
        "welcome",
        "announce",
        "renew",
        "extend",
        "hope",
        "want",
        "seek",
    }
)
PARTY_TYPES = frozenset({"state", "igo", "armed_group", "party", "government", "group", "person", "other"})
