"""The event grammar: rules of triggers and argument slots, read from data and indexed by trigger.

A rule says which words make which PLOVER type (Open Event Data Alliance, PLOVER manual, 2024), and where its parties stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from detente.errors import DataError
from detente.lexicon.shelf import Shelf
from detente.records import Code

Words = tuple[str, ...]


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rule. Words are base forms; `@name` stands for a class of `grammar/classes.yaml`.

    `verbs` and `nouns` are triggers: a base form, with particles or prepositions after it ("pull out of") for verbs and
    modifiers before it ("peace talks") for nouns. Slots say where parties stand: `subj obj` of a verb, `poss mod holder`
    of a noun (`holder` is the subject of its light verb), any preposition, `comp` the subject of a clause it governs;
    the first slot of a list that holds an actor gives it, and `a+b` takes both. Conditions: `light` (verbs
    that carry a noun, `*` for any), `object`, `complement`
    (`inf not-inf that ing`), `prep` (needed prepositions and what they may govern), `modifier`; `not_…` forbids. `needs` names
    what must be filled. `yes` and `no` are its tests.
    """

    id: str
    verbs: Words = ()
    nouns: Words = ()
    object: Words = ()
    not_object: Words = ()
    subject: Words = ()
    not_subject: Words = ()
    complement: Words = ()
    not_complement: Words = ()
    complement_verb: Words = ()
    not_complement_verb: Words = ()
    prep: Mapping[str, Words] = {}
    not_prep: Mapping[str, Words] = {}
    modifier: Words = ()
    not_modifier: Words = ()
    light: Words = ()
    actors: Words = ()
    recipients: Words = ()
    symmetric: bool = False
    needs: tuple[
        Literal["actors", "recipients", "two", "object_actor", "no_object_actor", "object_place", "passive", "active", "future"], ...
    ] = ()
    mode: str | None = None
    cameo: str | None = None
    negated: bool = False
    """Fires only under a negation, which it takes up ("does not want talks" is a refusal that happened)."""
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of rules: all of one code."""

    code: Code
    rules: tuple[Rule, ...]


class Classes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Named classes of base forms; a class may name others."""

    classes: dict[str, Words]


class Pattern(msgspec.Struct, frozen=True):
    """A rule made ready for one trigger: its extra words, and its word classes written out."""

    rule: Rule
    code: Code
    extra: Words
    object: frozenset[str]
    not_object: frozenset[str]
    subject: frozenset[str]
    not_subject: frozenset[str]
    complement_verb: frozenset[str]
    prep: tuple[tuple[str, frozenset[str]], ...]
    not_prep: tuple[tuple[str, frozenset[str]], ...]
    modifier: frozenset[str]
    not_modifier: frozenset[str]
    light: frozenset[str]
    weight: int


class Grammar(msgspec.Struct, frozen=True):
    """All patterns, by the base form of their trigger; the most specific first."""

    verbs: dict[str, tuple[Pattern, ...]]
    nouns: dict[str, tuple[Pattern, ...]]
    rules: dict[str, tuple[Code, Rule]]


def load(shelf: Shelf) -> Grammar:
    """The grammar of a shelf. Raises DataError for a class that is not there or an id that stands twice."""
    files = shelf.documents("grammar/rules", RuleFile)
    return compile_rules(((f.code, r) for f in files for r in f.rules), classes(shelf))


def classes(shelf: Shelf) -> dict[str, Words]:
    """The word classes of a shelf; a class that stands in several files has the words of all."""
    found: dict[str, Words] = {}
    for document in shelf.documents("grammar/classes", Classes):
        for name, words in document.classes.items():
            found[name] = found.get(name, ()) + words
    return found


def compile_rules(rules: Iterable[tuple[Code, Rule]], classes: Mapping[str, Words]) -> Grammar:
    """Index rules by trigger. Raises DataError for an unknown class or a second rule of one id."""
    verbs: dict[str, list[Pattern]] = {}
    nouns: dict[str, list[Pattern]] = {}
    known: dict[str, tuple[Code, Rule]] = {}
    for code, rule in rules:
        if rule.id in known:
            raise DataError(f"grammar: two rules are called {rule.id}")
        known[rule.id] = (code, rule)
        for phrase in _written_out(rule.verbs, classes, rule.id):
            head, *extra = phrase.split()
            verbs.setdefault(head, []).append(_pattern(code, rule, tuple(extra), classes))
        for phrase in _written_out(rule.nouns, classes, rule.id):
            *extra, head = phrase.split()
            nouns.setdefault(head, []).append(_pattern(code, rule, tuple(extra), classes))
    return Grammar(verbs=_ranked(verbs), nouns=_ranked(nouns), rules=known)


def _ranked(patterns: dict[str, list[Pattern]]) -> dict[str, tuple[Pattern, ...]]:
    return {word: tuple(sorted(found, key=lambda p: (-p.weight, p.rule.id))) for word, found in patterns.items()}


def _pattern(code: Code, rule: Rule, extra: Words, classes: Mapping[str, Words]) -> Pattern:
    def out(words: Words) -> frozenset[str]:
        return frozenset(_written_out(words, classes, rule.id))

    conditions = (rule.object, rule.subject, rule.complement, rule.complement_verb, rule.prep, rule.modifier)
    return Pattern(
        rule=rule,
        code=code,
        extra=extra,
        object=out(rule.object),
        not_object=out(rule.not_object),
        subject=out(rule.subject),
        not_subject=out(rule.not_subject),
        complement_verb=out(rule.complement_verb),
        prep=tuple((p, out(w)) for p, w in rule.prep.items()),
        not_prep=tuple((p, out(w)) for p, w in rule.not_prep.items()),
        modifier=out(rule.modifier),
        not_modifier=out(rule.not_modifier),
        light=out(rule.light),
        weight=3 * len(extra) + 2 * sum(map(bool, conditions)) + len(rule.needs) + 9 * rule.negated + 2 * ("not-inf" in rule.complement),
    )


def _written_out(words: Words, classes: Mapping[str, Words], where: str) -> Iterable[str]:
    for word in words:
        if not word.startswith("@"):
            yield word
        elif word[1:] in classes:
            yield from _written_out(classes[word[1:]], classes, where)
        else:
            raise DataError(f"grammar: rule {where} names the class {word}, which is not there")
