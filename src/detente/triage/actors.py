"""Words that name somebody political: states, bodies, armed groups, people of the gazetteer, offices, and nouns for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntFlag

from detente.lexicon import Lexicon
from detente.lexicon.entries import Sense as Meaning
from detente.lexicon.titles import Noun
from detente.triage.forms import Haystack

PUBLIC = frozenset({"state", "government", "igo", "party", "armed_group"})
SECTORS = frozenset({"GOV", "MIL", "IGO", "PTY", "LEG", "REB", "SPY", "COP", "JUD"})
IN = frozenset("in at near around across throughout outside inside".split())
"""Before a country or capital: a place, which does nothing there."""
NONE, SOFT, FIRM = range(3)
"""How surely a word names somebody political."""


class Sense(IntFlag):
    """How a word must be printed and where it must not stand to name somebody, and whether that may be anybody."""

    ANY = 0
    CAPITAL = 1
    SHOUTED = 2
    LAND = 4
    SURNAME = 8
    TITLED = 16
    MAYBE = 32


@dataclass(slots=True)
class Word:
    """A word or phrase of the automaton: the base forms that it may be of, and how it may name somebody."""

    bases: set[str] = field(default_factory=set)
    senses: set[Sense] = field(default_factory=set)


def words(lexicon: Lexicon) -> dict[str, Word]:
    """All words that may name somebody political."""
    found: dict[str, Word] = {}
    for phrase, sense in (*_names(lexicon), *_surnames(lexicon), *_nouns(lexicon)):
        found.setdefault(phrase, Word()).senses.add(sense)
    return found


def weight(word: Word, hay: Haystack, start: int, end: int) -> int:
    """How surely the word, as printed there, names somebody political."""
    fit = [SOFT if sense & Sense.MAYBE else FIRM for sense in word.senses if _fits(sense, hay, start, end)]
    return max(fit, default=NONE)


def _fits(sense: Sense, hay: Haystack, start: int, end: int) -> bool:
    printed = hay.plain[start:end].removeprefix("the ")
    if sense & Sense.SHOUTED:
        return printed.isupper()
    if sense & Sense.CAPITAL and not printed[:1].isupper():
        return False
    if sense & Sense.LAND and hay.before(start).lower() in IN:
        return False
    if sense & Sense.TITLED:
        return hay.before(start) in TITLES
    return not sense & Sense.SURNAME or not hay.before(start)[:1].isupper()


PRONOUNS = ("he", "she", "it", "they", "we", "who")
TITLES = frozenset("Mr Mrs Ms Dr Mr. Mrs. Ms. Dr. Sir Dame Lord Lady Sheikh".split())


def _names(lexicon: Lexicon) -> Iterator[tuple[str, Sense]]:
    entries = lexicon.gazetteer.entries
    for phrase, meanings in lexicon.gazetteer.names.phrases():
        for meaning in meanings:
            entry = entries.get(meaning.entry)
            if entry is None or entry.type in PUBLIC or (entry.type == "person" and " " in phrase):
                yield phrase, _case(meaning, meanings)
            elif entry.type != "person":
                yield phrase, _case(meaning, meanings) | Sense.MAYBE
    for word in lexicon.gazetteer.siblings:
        yield word, Sense.CAPITAL


def _case(meaning: Meaning, meanings: tuple[Meaning, ...]) -> Sense:
    if meaning.shouted:
        return Sense.SHOUTED
    if meaning.lower:
        return Sense.ANY
    if any(m.kind in ("adjective", "prefix") for m in meanings):
        return Sense.CAPITAL | Sense.MAYBE
    land = meaning.kind in ("name", "capital") and meaning.entry.startswith(("state:", "territory:", "region:", "gov:"))
    return Sense.CAPITAL | Sense.LAND if land else Sense.CAPITAL


def _surnames(lexicon: Lexicon) -> Iterator[tuple[str, Sense]]:
    """Those of people who led a state, a government or a world body; of all others only after "Mr" or the like."""
    for surname in lexicon.gazetteer.surnames:
        yield surname.replace("-", " "), Sense.CAPITAL | Sense.TITLED
    for surname in lexicon.gazetteer.leaders:
        yield surname.replace("-", " "), Sense.CAPITAL | Sense.SURNAME


def _nouns(lexicon: Lexicon) -> Iterator[tuple[str, Sense]]:
    everyday = lexicon.everyday.nouns
    for phrase, meanings in lexicon.gazetteer.titles.nouns.phrases():
        firm = phrase not in everyday and any(_public(noun) for noun in meanings)
        yield phrase, Sense.ANY if firm else Sense.MAYBE
    for phrase in {form for word in lexicon.everyday.politics for form in (word, word + "s")} - everyday:
        yield phrase, Sense.ANY
    for pronoun in PRONOUNS:
        yield pronoun, Sense.MAYBE


def _public(noun: Noun) -> bool:
    return noun.type in PUBLIC or noun.sector in SECTORS
