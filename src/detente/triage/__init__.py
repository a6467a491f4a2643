"""Triage: whether a text can hold an event between political actors, told from its words alone, before it is parsed.

An Aho-Corasick automaton finds all words of interest in one pass. A sentence tells of politics where it names an actor together with all
the words that some rule of the grammar, or some word of will, needs. Words that stand in every kind of text (`lexicon/triage.yaml`) need
two actors that are surely political. Order and syntax are not looked at: what is in doubt is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import ahocorasick_rs
import msgspec

from detente.grammar import Grammar
from detente.lexicon import Lexicon
from detente.triage import actors, triggers
from detente.triage.actors import FIRM, SOFT, Word
from detente.triage.forms import Forms, Haystack, passages

NOBODY = "no political actor is named"
NOTHING = "no sentence names political actors and what a rule could code"
ENOUGH = 2
"""Actors that are surely political, in one sentence, so that everyday words may tell what passes between them."""
SHORT = 50
"""Words. What is shorter is read wherever it names anybody or tells something: a brief is soon parsed."""


class Sentence(msgspec.Struct):
    """What was found in a sentence: base forms, how many actors that are surely political, and whether there may be others."""

    bases: set[str]
    firm: int = 0
    soft: bool = False
    last: int = 0
    """End of the last actor's name: a name inside another is no second actor."""

    def count(self, weight: int, start: int, end: int) -> None:
        """Take note of a word of some weight."""
        if weight == FIRM and start >= self.last - 1:
            self.firm += 1
            self.last = end
        elif weight == SOFT:
            self.soft = True


class Triage:
    """The automaton and what its words mean; built once, in about a second, and used for any number of texts.

    `irregular` are the forms of irregular verbs and nouns by their base form.
    """

    def __init__(self, lexicon: Lexicon, grammar: Grammar, irregular: Mapping[str, Sequence[str]]) -> None:
        forms = Forms(irregular)
        self.needs = triggers.needs(lexicon, grammar)
        self.everyday = lexicon.everyday.triggers
        words = actors.words(lexicon)
        for base in triggers.vocabulary(self.needs):
            for form in forms.of(base):
                words.setdefault(form, Word()).bases.add(base)
        self.words = tuple(words.values())
        self.automaton = ahocorasick_rs.AhoCorasick([f" {w} " for w in words], store_patterns=False)

    def reason(self, text: str) -> str | None:
        """Why a text need not be read; None where it must be."""
        brief = len(text.split(maxsplit=SHORT)) <= SHORT
        named = False
        for passage in passages(text):
            for sentence in self._sentences(Haystack.of(passage)):
                if self._political(sentence, brief):
                    return None
                named = named or bool(sentence.firm or sentence.soft)
        return NOTHING if named else NOBODY

    def _sentences(self, hay: Haystack) -> Iterator[Sentence]:
        """Each sentence with a word of interest."""
        at, found = 0, Sentence(set())
        for number, start, end in self.automaton.find_matches_as_indexes(hay.folded, overlapping=True):
            if start >= hay.ends[at]:
                yield found
                found = Sentence(set())
                while start >= hay.ends[at]:
                    at += 1
            word = self.words[number]
            found.bases |= word.bases
            if word.senses:
                found.count(actors.weight(word, hay, start + 1, end - 1), start, end)
        yield found

    def _political(self, sentence: Sentence, brief: bool) -> bool:
        if brief:
            return bool(sentence.firm or sentence.soft) or self._tells(sentence, frozenset())
        if not sentence.firm and not sentence.soft:
            return False
        return self._tells(sentence, frozenset() if sentence.firm >= ENOUGH else self.everyday)

    def _tells(self, sentence: Sentence, without: frozenset[str]) -> bool:
        """Whether the sentence holds all that some rule needs, some triggers left aside."""
        heads = (sentence.bases & self.needs.keys()) - without
        return any(all(not choice.isdisjoint(sentence.bases) for choice in need) for head in heads for need in self.needs[head])
