"""What a title or description says: which offices, bodies or nouns, of which state or body, and whether they are past."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from detente.lexicon.entries import Sense
from detente.lexicon.gazetteer import Gazetteer
from detente.lexicon.phrases import Found
from detente.lexicon.titles import Noun


class Described(msgspec.Struct, frozen=True):
    """A description, read: its nouns (the head last), of what (country codes or ids of bodies, in text order), past or not."""

    nouns: tuple[Noun, ...] = ()
    of: tuple[str, ...] = ()
    former: bool = False

    @property
    def personal(self) -> bool:
        """Whether it is a description of a person."""
        return bool(self.nouns) and self.nouns[-1].kind in ("office", "kin", "agent", "honorific")

    def pairs(self) -> Iterator[tuple[Noun, str | None]]:
        """The head nouns, each with what it is of: its first owner."""
        for noun in self.nouns[-1:]:
            yield noun, self.of[0] if self.of else None

    def entries(self) -> Iterator[str]:
        """Its words as entries: `office:foreign_minister@PRK`; a past office has `former` for its kind; one for each owner of several."""
        noun = self.nouns[-1] if self.nouns else None
        if noun and noun.plural and len(self.of) > 1:
            yield from (f"{noun.kind}:{noun.key}@{of}" for of in self.of)
            return
        for noun, of in self.pairs():
            kind = "former" if self.former and noun.kind == "office" else noun.kind
            yield f"{kind}:{noun.key}@{of or ''}"


class Text(msgspec.Struct, frozen=True):
    """The article's words, folded and as printed, beside the gazetteer."""

    words: Sequence[str]
    printed: Sequence[str]
    gazetteer: Gazetteer
    played: frozenset[str] = frozenset()
    """Countries that the article speaks of."""

    def at_home(self, entry: str) -> bool:
        """Whether a party or a body of a state may be meant: the article speaks of its country. True for all else."""
        known = self.gazetteer.entries.get(entry)
        if known is None or known.country is None or not entry.startswith(("party:", "gov:")):
            return True
        return known.country in self.played


def describe(text: Text, first: int, last: int) -> Described:
    """Read the words of a description."""
    words, gazetteer = text.words, text.gazetteer
    head = _head(words, first, last)
    nouns: list[Noun] = []
    of: list[str] = []
    topics: list[str] = []
    former = False
    at = first
    while at < last:
        if words[at] == "the":
            at += 1
            continue
        name = gazetteer.names.at(words, at, last)
        noun = gazetteer.titles.nouns.at(words, at, last)
        if name and (noun is None or noun.last < name.last):
            name = _shorter(gazetteer, words, name, last)
        if noun and (name is None or noun.last >= name.last):
            if noun.first < head or not nouns:
                nouns.append(_best(noun.meanings))
                if name and name.last < noun.last and text.printed[at][0].isupper():  # "UN" of "UN secretary-general"
                    inner = next((o for m in name.meanings if (o := _owner(gazetteer, m.entry))), None)
                    of.extend([inner] if inner and inner not in of else [])
            at = noun.last
        elif half := (gazetteer.halved(words, at) if text.printed[at][0].isupper() else ()):
            of.extend(o for s in half if (o := _owner(gazetteer, s.entry)) and o not in of)
            at += 1
        elif name and text.printed[at][0].isupper():
            owner = next((o for s in name.meanings if text.at_home(s.entry) and (o := _owner(gazetteer, s.entry))), None)
            topic = name.first < head and any(s.kind == "name" for s in name.meanings) and words[name.last : name.last + 1] != ("'s",)
            if owner and owner not in of:
                (topics if topic else of).append(owner)
            at = name.last
        elif words[at] in gazetteer.plain and text.printed[at][0].isupper() and at >= head:
            of.append(gazetteer.entries[gazetteer.plain[words[at]]].country or "")
            at += 1
        else:
            former = former or words[at] in gazetteer.words.former
            at += 1
    if not (nouns and nouns[-1].level == "expert"):
        of = [*topics, *of]  # "a North Korea expert" is of no state, "the US secretary" is
    return Described(tuple(nouns), tuple(of), former)


def _shorter(gazetteer: Gazetteer, words: Sequence[str], name: Found[Sense], last: int) -> Found[Sense]:
    """The name without the words that begin an office: "Pakistani" of "Pakistani army chief", "US" of "US Treasury secretary"."""
    for token in range(name.first + 1, name.last):
        noun = gazetteer.titles.nouns.at(words, token, last)
        if noun and noun.last > name.last and noun.meanings[0].kind == "office":
            return gazetteer.names.at(words, name.first, token) or name
    return name


def _best(meanings: tuple[Noun, ...]) -> Noun:
    return min(meanings, key=lambda n: ("office", "body", "kin", "agent", "land", "honorific").index(n.kind))


def _head(words: Sequence[str], first: int, last: int) -> int:
    """Where the description's own noun phrase ends: at its first preposition that belongs to no noun."""
    return next(
        (t for t in range(first + 1, last) if words[t] in ("of", "for", "to", "at", "in", "on", "from", "with", "who", "convicted")), last
    )


def _owner(gazetteer: Gazetteer, entry: str) -> str | None:
    known = gazetteer.entries.get(entry)
    if known is None or known.type == "person":
        return None
    if known.type == "state":
        return known.country or entry
    return entry
