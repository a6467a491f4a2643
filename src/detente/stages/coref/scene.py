"""The people and bodies of an article as coreference builds them up, and what it knows of each so far."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import msgspec

from detente.lexicon.gazetteer import Gazetteer
from detente.lexicon.phrases import keys
from detente.lexicon.pronouns import Ranker
from detente.nlp.parse import Parse
from detente.reading import Antecedent, Candidate, Mention
from detente.records import Article
from detente.stages.coref.clues import View

SUBJECTS = ("nsubj", "nsubjpass")


class Knows(Protocol):
    """The part of the lexicon that is read here."""

    @property
    def gazetteer(self) -> Gazetteer:
        """Who there is."""
        ...

    @property
    def pronouns(self) -> Ranker:
        """What speaks for an antecedent, and how much."""
        ...


class Entity(msgspec.Struct):
    """One actor of the article so far."""

    sort: str
    """`person`, `state`, `body` or `group` (several people)."""
    entry: str | None = None
    names: list[tuple[str, ...]] = []
    mentions: list[int] = []
    sex: str = ""
    country: str | None = None
    roles: list[tuple[str, str]] = []
    """(office or noun, of what or empty)."""
    past: bool = False
    """Whether only former offices are told."""
    plural: bool = False

    def fits(self, sex: str) -> bool:
        """Whether a pronoun of that sex may stand for it."""
        return self.sex in ("", sex)


class Scene:
    """All that the resolvers share: the article's columns, the entities, and which of them each mention is."""

    def __init__(
        self, article: Article, parse: Parse, mentions: Sequence[Mention], candidates: Sequence[Sequence[Candidate]], lexicon: Knows
    ) -> None:
        self.on = article.published
        self.parse = parse
        self.mentions = mentions
        self.candidates = candidates
        self.gazetteer = lexicon.gazetteer
        self.ranker = lexicon.pronouns
        self.words = keys(parse.words)
        self.entities: list[Entity] = []
        self.who: list[tuple[int, ...] | None] = [None] * len(mentions)
        self.how: list[str] = [""] * len(mentions)
        self.guesses: dict[int, int] = {}
        """Whom an open pronoun would be if one had to say: an entity, or below zero -1 - the token of a thing."""
        self.at: dict[int, int] = {}
        for i, mention in enumerate(mentions):
            self.at.setdefault(mention.head, i)
        self._shares: dict[str, float] | None = None
        self.by_entry: dict[str, int] = {}
        self.paragraph = _paragraphs(parse)
        self.quoted = quoted(parse)
        self.view = View(parse, self.quoted, lexicon.gazetteer.words.say)

    def sentence(self, i: int) -> int:
        """The sentence of a mention."""
        return self.parse.sentence_of[self.mentions[i].head]

    def kinds(self, i: int) -> tuple[str, str, str]:
        """The first description of a mention: kind, key, of what (empty where unknown)."""
        for candidate in self.candidates[i]:
            kind, colon, rest = candidate.entry.partition(":")
            if colon and "@" in rest:
                key, _, of = rest.partition("@")
                return kind, key, of
        return "", "", ""

    def linked(self, i: int) -> Candidate | None:
        """The likeliest thing of the gazetteer that a mention may be."""
        for candidate in self.candidates[i]:
            if "@" not in candidate.entry and not candidate.entry.startswith("name:"):
                return candidate
        return None

    def new(self, i: int, entity: Entity, how: str = "") -> int:
        """A new entity, first named by mention `i`."""
        self.entities.append(entity)
        number = len(self.entities) - 1
        if entity.entry:
            self.by_entry[entity.entry] = number
        entity.mentions = [i]
        self.who[i], self.how[i] = (number,), how
        return number

    def shares(self) -> dict[str, float]:
        """Twice the share of each country in the named mentions of the article; counted once, when all names stand."""
        if self._shares is None:
            counts: dict[str, float] = {}
            for entity in self.entities:
                if entity.country:
                    counts[entity.country] = counts.get(entity.country, 0.0) + len(entity.mentions)
            total = sum(counts.values()) or 1.0
            self._shares = {c: 2 * n / total for c, n in counts.items()}
        return self._shares

    def unnamed(self, entry: str) -> int:
        """The entity of an entry of the gazetteer, made without a mention where it has none yet."""
        if entry not in self.by_entry:
            known = self.gazetteer.entries[entry]
            sort = known.type if known.type in ("person", "state") else "body"
            self.entities.append(Entity(sort, entry, country=known.country, sex=known.sex or ""))
            self.by_entry[entry] = len(self.entities) - 1
        return self.by_entry[entry]

    def join(self, i: int, number: int, how: str) -> None:
        """Mention `i` is an entity that stands already."""
        self.entities[number].mentions.append(i)
        self.who[i], self.how[i] = (number,), how

    def gather(self, i: int, numbers: Sequence[int], how: str) -> None:
        """Mention `i` stands for several entities."""
        self.who[i], self.how[i] = tuple(numbers), how

    def abstain(self, i: int, why: str) -> None:
        """Mention `i` stays open, and why."""
        self.who[i], self.how[i] = (), why

    def antecedents(self) -> tuple[Antecedent | None, ...]:
        """What all of it comes to; None for a name that is the first of its actor."""
        return tuple(self._antecedent(i) for i in range(len(self.mentions)))

    def _antecedent(self, i: int) -> Antecedent | None:
        who = self.who[i] or ()
        roots = tuple(min(e.mentions) for n in who if (e := self.entities[n]).mentions)
        if len(who) != 1 or roots != (i,):
            return Antecedent(roots, self.how[i], tuple(e.entry or "" for n in who if not (e := self.entities[n]).mentions))
        entity = self.entities[who[0]]
        kind, key, of = self.kinds(i)
        if self.mentions[i].form in ("name", "adjective") and (entity.entry or not entity.country or of):
            return None
        return Antecedent(roots, self.how[i], (entity.entry or f"{kind}:{key}@{entity.country or of}",))


def _paragraphs(parse: Parse) -> list[int]:
    return [i for i, (a, b) in enumerate(parse.paragraphs) for _ in range(a, b)]


def quoted(parse: Parse) -> list[bool]:
    """For each token whether it stands in double quotation marks; an open quotation ends with its paragraph."""
    inside = [False] * len(parse)
    for first, last in parse.paragraphs:
        on = False
        for token in range(first, last):
            word = parse.words[token]
            if word in ("“", "``") or (word == '"' and not on):
                on = True
            elif word in ("”", "''", '"'):
                on = False
            else:
                inside[token] = on
    return inside
