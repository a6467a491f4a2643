"""Words for who somebody is: offices, agent nouns, bodies, kinship, honorifics; and what a description says with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

import msgspec

from detente.lexicon.phrases import Found, PhraseTable
from detente.lexicon.shelf import Shelf
from detente.records import ActorType

NounKind: TypeAlias = Literal["office", "agent", "body", "kin", "honorific", "land"]


class Office(msgspec.Struct, frozen=True, gc=False):
    """A row of offices.tsv."""

    office: str
    titles: tuple[str, ...]
    sector: str | None = None
    level: str = "official"
    unique: str | None = None
    """`yes`, or the countries (joined by `|`) in which one person holds it at a time."""
    plural: tuple[str, ...] = ()

    def single(self, of: str) -> bool:
        """Whether one person at a time holds it in a country or body."""
        return self.unique == "yes" or (self.unique is not None and of in self.unique.split("|"))


class AgentNoun(msgspec.Struct, frozen=True, gc=False):
    """A row of agent_nouns.tsv."""

    noun: str
    plural: str | None = None
    type: ActorType = "group"
    sector: str | None = None
    kind: Literal["person", "body", "mass"] = "person"


class TitleSense(msgspec.Struct, frozen=True):
    """A row of title_senses.tsv."""

    office: str
    means: tuple[str, ...]


class KinNoun(msgspec.Struct, frozen=True):
    """A row of kinship.tsv."""

    noun: str
    plural: str | None = None
    sex: str | None = None


class Honorific(msgspec.Struct, frozen=True):
    """A row of honorifics.tsv."""

    title: str
    forms: tuple[str, ...] = ()
    sex: str | None = None
    office: str | None = None


class Noun(msgspec.Struct, frozen=True, gc=False):
    """A word or phrase for an actor. `key` is the office, the body, the noun in the singular, or the kinship."""

    kind: NounKind
    key: str
    plural: bool = False
    type: ActorType = "person"
    sector: str | None = None
    level: str = "other"
    unique: bool = False
    sex: str | None = None


class Titles(msgspec.Struct, frozen=True):
    """All nouns for actors, found by their first word; `offices` by key."""

    nouns: PhraseTable[Noun]
    offices: dict[str, Office]
    means: dict[str, tuple[str, ...]]
    """Office to other offices that its title may mean."""

    def nouns_in(self, words: Sequence[str], first: int, last: int) -> Iterator[Found[Noun]]:
        """The nouns of a stretch of folded words, longest first at each place, not overlapping."""
        at = first
        while at < last:
            found = self.nouns.at(words, at, last)
            if found:
                yield found
            at = found.last if found else at + 1

    def known(self, name: str) -> Noun | None:
        """The first meaning of a whole noun phrase in lower case."""
        found = self.nouns.get(name)
        return found[0] if found else None


class Body(msgspec.Struct, frozen=True):
    """A row of bodies.tsv."""

    body: str
    names: tuple[str, ...]
    type: ActorType = "government"
    sector: str | None = None


def load(shelf: Shelf) -> Titles:
    """Read the word tables; files that are not there are empty. Raises DataError for a bad row."""
    offices = shelf.table("lexicon/offices", Office)
    rows = (
        *_offices(offices),
        *_bodies(shelf.table("lexicon/bodies", Body)),
        *_kin(shelf.table("lexicon/kinship", KinNoun)),
        *_agents(shelf.table("lexicon/agent_nouns", AgentNoun)),
        *_honorifics(shelf.table("lexicon/honorifics", Honorific)),
    )
    return Titles(
        nouns=PhraseTable(rows),
        offices={o.office: o for o in offices},
        means={r.office: r.means for r in shelf.table("lexicon/title_senses", TitleSense)},
    )


def _offices(rows: tuple[Office, ...]) -> Iterator[tuple[str, Noun]]:
    for row in rows:
        one = Noun("office", row.office, sector=row.sector, level=row.level, unique=row.unique == "yes")
        many = Noun("office", row.office, True, "group", row.sector, row.level)
        for title in row.titles:
            yield title, one
        plurals = row.plural or tuple(map(plural, row.titles))
        yield from ((title, many) for title in (*plurals, *map(plural, row.titles)))


def _bodies(rows: tuple[Body, ...]) -> Iterator[tuple[str, Noun]]:
    for row in rows:
        for name in row.names:
            yield name, Noun("body", row.body, type=row.type, sector=row.sector)


def _kin(rows: tuple[KinNoun, ...]) -> Iterator[tuple[str, Noun]]:
    for row in rows:
        yield row.noun, Noun("kin", row.noun, sex=row.sex)
        yield row.plural or plural(row.noun), Noun("kin", row.noun, True, "group")


_COUNTING = frozenset({"both", "two", "three", "all", "the", "each", "either", "other"})


def _agents(rows: tuple[AgentNoun, ...]) -> Iterator[tuple[str, Noun]]:
    for row in rows:
        if row.noun.partition(" ")[0] in _COUNTING:
            continue  # "both sides" is grammar: what a group counts, and whose it is
        if row.kind == "person":
            yield row.noun, Noun("agent", row.noun, type="person", sector=row.sector)
            yield row.plural or plural(row.noun), Noun("agent", row.noun, True, "group", row.sector)
            continue
        kind: NounKind = "land" if row.type == "state" else "body"
        yield row.noun, Noun(kind, row.noun, row.kind == "mass" and row.noun.endswith("s"), row.type, row.sector)
        if row.plural and row.plural != row.noun:
            yield row.plural, Noun(kind, row.noun, True, row.type, row.sector)


def _honorifics(rows: tuple[Honorific, ...]) -> Iterator[tuple[str, Noun]]:
    for row in rows:
        for form in (row.title, *row.forms):
            if not row.office:
                yield form, Noun("honorific", row.title, sex=row.sex)
            else:
                yield form, Noun("office", row.office, sex=row.sex)


def plural(noun: str) -> str:
    """The regular plural of a noun phrase: its last word before "of", "for" or "to" takes it.

    >>> plural("minister of trade"), plural("spy")
    ('ministers of trade', 'spies')
    """
    words = noun.split(" ")
    at = next((i - 1 for i, w in enumerate(words) if i and w in ("of", "for", "to", "in", "general")), len(words) - 1)
    words[at] = _plural(words[at])
    return " ".join(words)


def _plural(word: str) -> str:
    if word.endswith("man") and word not in ("german", "human", "shaman"):
        return word[:-2] + "en"
    if word.endswith("y") and word[-2:-1] not in "aeou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")
