"""What a sentence must hold so that something could be coded in it: for each trigger, the choices of words that its rules need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from detente.grammar import Grammar, Pattern
from detente.lexicon import Lexicon

OWNERS = frozenset({"of", "'s", "my", "his", "her", "their"})
"""One of these stands by a word of kinship that tells of whom."""
Need: TypeAlias = tuple[frozenset[str], ...]
"""Of each set one base form."""


def needs(lexicon: Lexicon, grammar: Grammar) -> dict[str, tuple[Need, ...]]:
    """From each trigger to what else its rules need, any of which is enough; a trigger alone that needs nothing has one empty need."""
    found: dict[str, set[Need]] = {}
    for index in (grammar.verbs, grammar.nouns):
        for head, patterns in index.items():
            found.setdefault(head, set()).update(_need(p) for p in patterns)
    for word, also in _alone(lexicon):
        *first, head = word.split()
        found.setdefault(head, set()).add((*(frozenset({w}) for w in first), *also))
    return {head: _fewest(options) for head, options in found.items()}


def vocabulary(needs: Mapping[str, Iterable[Need]]) -> set[str]:
    """All base forms that needs speak of."""
    return {*needs, *(word for options in needs.values() for need in options for choice in need for word in choice)}


def _need(p: Pattern) -> Need:
    sets = (p.object, p.subject, p.complement_verb, p.modifier, p.light, *(frozenset({w}) for w in p.extra))
    nouns = [choice for prep, nouns in p.prep for choice in (frozenset({prep}), nouns)]
    return tuple(choice for choice in (*sets, *nouns) if choice and "*" not in choice)


def _alone(lexicon: Lexicon) -> Iterator[tuple[str, Need]]:
    """Words that make a position, an agreement or a relation, and what else these need."""
    stances, relations, pacts = lexicon.stances, lexicon.relations, lexicon.pacts
    for word in (*stances.wills, *stances.nouns, *stances.adjectives):
        yield word, (frozenset({stances.needs[word]}),) if word in stances.needs else ()
    for phrase, _ in pacts.nouns.phrases():
        yield phrase, (frozenset(pacts.statuses),) if phrase in pacts.weak else ()
    for phrase, _ in (*relations.nouns.phrases(), *relations.adjectives.phrases()):
        yield phrase, ()
    for verb in relations.verbs:
        yield verb, ()
    for phrase, meanings in lexicon.gazetteer.titles.nouns.phrases():
        if any(noun.kind == "kin" for noun in meanings):
            yield phrase, (OWNERS,)


def _fewest(options: set[Need]) -> tuple[Need, ...]:
    return ((),) if () in options else tuple(options)
