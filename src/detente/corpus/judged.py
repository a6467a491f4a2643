"""Judgements folded: which events are one, which articles copy which, which actors are the same, what conflicts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from detente.records import RESOLVER, Detail, Judgement, Verdict

_Key: TypeAlias = tuple[Verdict, Detail | None, frozenset[str]]


class Judged:
    """The judgements that stand, a person's before the program's, and what follows from them.

    A person's word on a pair wins over the program's, and a later word of a person over an earlier one. Two records that a person
    holds apart are never joined, not even through a third.
    """

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        said = tuple(judgements)
        self.ids = frozenset(j.id for j in said)
        undone = {j.undoes for j in said if j.undoes}
        again = _undone(said) if undone else frozenset[_Key]()
        standing = (j for j in said if not j.undoes and j.id not in undone and not (j.author == RESOLVER and _key(j) in again))
        self.standing = tuple(sorted(standing, key=_order))

    def joined(self, yes: Verdict, no: Verdict, *, known: Iterable[tuple[str, str]] = ()) -> dict[str, str]:
        """For each record that is one with another, the first record of its set; `known` are pairs that need no judgement.

        A judgement names what is new first, and what it was compared with then: a set that others join keeps its first record.
        """
        words = self._words(yes, no)
        apart = [pair for pair, (verdict, _) in words.items() if verdict == no]
        sets = Sets(apart)
        for a, b in known:
            sets.join(a, b)
        for (new, old), (verdict, _) in words.items():
            if verdict == yes:
                sets.join(old, new)
        return sets.firsts()

    def originals(self) -> dict[str, str]:
        """For each article found to be a copy, the article at the beginning of the copying."""
        words = self._words("copy", "not_copy")
        source = {a: b for (a, b), (verdict, _) in words.items() if verdict == "copy"}
        return {copy: _origin(copy, source) for copy in source}

    def conflicts(self) -> Iterator[Judgement]:
        """The conflicts that stand."""
        settled = {(frozenset(c.id for c in j.of), j.about) for j in self.standing if j.verdict == "no_conflict"}
        for judgement in self.standing:
            if judgement.verdict == "conflict" and (frozenset(c.id for c in judgement.of), judgement.about) not in settled:
                yield judgement

    def _words(self, yes: Verdict, no: Verdict) -> dict[tuple[str, str], tuple[Verdict, bool]]:
        """The last word on each pair of records, and whether a person said it; in the order in which they were first spoken of."""
        found: dict[tuple[str, str], tuple[Verdict, bool]] = {}
        for judgement in self.standing:
            if judgement.verdict not in (yes, no):
                continue
            person = judgement.author != RESOLVER
            ids = [c.id for c in judgement.of]
            for other in ids[1:]:
                pair = (ids[0], other)
                if yes != "copy" and pair[::-1] in found:
                    pair = pair[::-1]
                if person or pair not in found or not found[pair][1]:
                    found[pair] = (judgement.verdict, person)
        return found


def _undone(said: Sequence[Judgement]) -> frozenset[_Key]:
    """Judgements of the program that a person undid: made anew, with another reason, they do not stand either."""
    people = {j.id for j in said if j.author != RESOLVER}
    undone = {j.undoes for j in said if j.undoes}
    return frozenset(_key(j) for j in said if j.id in people and j.undoes and j.undoes not in people and j.id not in undone)


def _key(judgement: Judgement) -> _Key:
    return (judgement.verdict, judgement.about, frozenset(c.id for c in judgement.of))


def _order(judgement: Judgement) -> tuple[bool, str]:
    """People first, each in the order of time; the program's words in the order in which they were handed over."""
    return (judgement.author == RESOLVER, judgement.when or "")


def _origin(copy: str, source: dict[str, str]) -> str:
    seen = {copy}
    while (before := source.get(copy)) and before not in seen:
        seen.add(before)
        copy = before
    return copy


class Sets:
    """Disjoint sets of ids in which the pairs `apart` never meet."""

    def __init__(self, apart: Iterable[tuple[str, str]] = ()) -> None:
        self._members: dict[str, list[str]] = {}
        self._first: dict[str, str] = {}
        self._apart: dict[str, set[str]] = {}
        for a, b in apart:
            self._apart.setdefault(a, set()).add(b)
            self._apart.setdefault(b, set()).add(a)

    def join(self, a: str, b: str) -> None:
        """Make one set of the two sets, named as the one is, unless they hold a pair that is apart.

        An actor that only its article knows (`#`) gives no name to one that all articles know.
        """
        first, second = sorted((self._first.get(a, a), self._first.get(b, b)), key=lambda ident: "#" in ident)
        if first == second:
            return
        ours, theirs = self._members.get(first, [first]), self._members.get(second, [second])
        if any(self._apart.get(member, set()).intersection(ours) for member in theirs):
            return
        self._members[first] = ours + theirs
        self._members.pop(second, None)
        for member in self._members[first]:
            self._first[member] = first

    def firsts(self) -> dict[str, str]:
        """Every member of a set of two or more, with the first of it."""
        return dict(self._first)
