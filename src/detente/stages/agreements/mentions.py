"""Where the text speaks of an agreement: the noun, its name, who is party to it, when, and what is said to become of it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from detente.lexicon.pacts import Pacts, Status
from detente.nlp import syntax
from detente.nlp.parse import Parse
from detente.parties import Parties, unique
from detente.records import When
from detente.stages.agreements.days import Days
from detente.stages.agreements.naming import NAMED, Naming

NEGATIONS = frozenset({"no", "without", "neither", "never", "not", "n't", "nor"})


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

    def read(self) -> list[Told]:
        """All mentions, in text order."""
        return [told for noun, kind in self._nouns() if (told := self._told(noun, kind)) is not None]

    def _nouns(self) -> Iterator[tuple[int, str]]:
        parse, table = self.parse, self.pacts.nouns
        skip = -1
        for token in range(len(parse)):
            if token < skip or not (
                found := table.at(parse.lemma, token, parse.right[token] + 3 if token + 3 < len(parse) else len(parse))
            ):
                continue
            skip = found.last
            head = found.last - 1 if parse.tag[found.last - 1][:2] == "NN" else token
            if parse.tag[head][:2] == "NN":
                yield head, found.meanings[0]

    def _told(self, noun: int, kind: str) -> Told | None:
        parse = self.parse
        first, last = self.naming.phrase(noun)
        name = self.naming.name(noun, first)
        proper = any(parse.tag[t] in NAMED and t != noun for t in range(*name) if not self.parties.at(t) or parse.tag[noun] in NAMED)
        proper = (proper and parse.words[noun][0].isupper()) or self.naming.titled(noun, name)
        if not self._speaks_of_one(noun, first, proper):
            return None
        verbs = tuple(self._verbs(noun, name))
        said = tuple((s, t) for t in verbs if (s := self._status(t, noun)))
        loose = (
            parse.lemma[noun] in self.pacts.weak
            and not proper
            and not any(s in ("signed", "broken") or parse.lemma[t] == "reject" for s, t in said)
        )
        if (loose or (parse.tag[noun] == "NNS" and not said and not proper)) and not self.naming.definite(noun):
            return None
        words = self.naming.words(noun, name)
        when = self.days.of_noun(noun) or next(
            (w for s, t in said if s in ("signed", "proposed") and parse.lemma[t] not in LATER and (w := self.days.of_verb(t))), None
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
            clauses=tuple(self._clauses(noun)),
            inherits=any(parse.lemma[t] in self.pacts.follows and parse.child(t, "dobj") == noun for t in verbs),
        )

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
                return
            if parse.is_noun(head):
                yield head
                if parse.lemma[head] not in self.pacts.carriers and parse.lemma[head] not in self.pacts.statuses:
                    return
            at = head

    def _status(self, token: int, noun: int) -> Status | None:
        """What a word says of the agreement: signed, proposed, in force or broken."""
        parse = self.parse
        status = self.pacts.statuses.get(parse.lemma[token])
        if any(parse.lower[k] in ("nearly", "almost", "all") for k in parse.kids[token]):
            return None
        if self._is_dead(token):
            return "broken"
        if status is None:
            return None
        if parse.is_noun(token):
            return "signed" if parse.lemma[token] in ("signatory", "party") else status
        if any(
            parse.lower[t] in NEGATIONS
            for k in parse.kids[token]
            if k < token and parse.dep[k] in ("neg", "nsubj", "advmod", "preconj")
            for t in (k, parse.left[k])
        ):
            return "broken" if status == "in force" and noun != parse.child(token, "nsubj") else None
        object_ = parse.child(token, "dobj") == noun
        if parse.lemma[token] == "make":
            return "signed" if object_ else None
        if object_ and parse.lemma[token] in ("end", "die", "expire", "fall", "enter", "come", "give", "set"):
            return "broken" if parse.lemma[token] == "end" else None
        if (
            parse.lemma[token] in ("fall", "come", "enter", "take")
            and not syntax.governed(parse, token, "apart")
            and parse.lower[min(token + 1, len(parse) - 1)] not in EFFECT
        ):
            return None
        if status in ("signed", "broken") and self._unreal(token):
            return "proposed" if status == "signed" else None
        return status

    def _is_dead(self, verb: int) -> bool:
        parse = self.parse
        return any(self.pacts.dead.at(parse.lower, t, parse.right[verb]) for t in range(verb, min(parse.right[verb], verb + 8)))

    def _unreal(self, verb: int) -> bool:
        """Planned, possible, wanted or only spoken of: no signing that took place."""
        parse = self.parse
        if (factuality := self.days.factuality(verb)) is not None and factuality != "actual":
            return True
        if any(parse.tag[k] in ("MD", "TO") for k in parse.kids[verb]):
            return True
        if parse.tag[verb] == "VBG" and parse.dep[verb] == "pcomp":
            return parse.lower[parse.head[verb]] in ("of", "for", "on", "towards", "toward")
        return parse.dep[verb] == "conj" and parse.child(verb, "nsubj") is None and self._unreal(parse.head[verb])

    def _parties(self, noun: int, verbs: tuple[int, ...], said: tuple[tuple[Status, int], ...]) -> tuple[str, ...]:
        """Who signs, has, or is bound by it; people in office stand for their states."""
        parse, parties = self.parse, self.parties
        found: list[str] = [*parties.governed(noun, "between", "among", "with")]
        if parse.lemma[noun] not in AUTHORED:
            called = {i for k in parse.kids[noun] if parse.tag[k] in NAMED and not self.naming.party(k) for i in parties.at(k)}
            found += [i for i in parties.owner(noun) if i not in called]  # Minsk is no party to the Minsk agreements
        for _, token in said:
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
            elif parse.lemma[token] not in THIRD and (parse.child(token, "nsubj") != noun):
                found += parties.subjects(token)
            found += (
                parties.governed(token, "with", "between", "by") if parse.lemma[token] not in THIRD else parties.governed(token, "between")
            )
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


EFFECT = frozenset({"effect", "force", "into", "apart", "down", "hold", "through", "in", "to"})
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
