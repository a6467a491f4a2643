"""Which texts repeat which: an index over sampled 4-grams that finds candidates, and a comparison of two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain

import msgspec
from rapidfuzz.distance import LCSseq

from detente.resolve import grams

MOST = 64
"""How many texts are kept for one 4-gram, the first added: a report in a thousand papers is found by any of the first."""
CANDIDATE = 0.07  # of the sample of either: a paraphrase keeps a tenth of its 4-grams, two reports of one event a fiftieth
_FEWEST = 3  # sampled 4-grams in common: two are a name and a title
LEAD = 50  # words with which a text begins
NAMED = 14
"""Names and numbers that a text must have before their order says anything."""


class Near(msgspec.Struct, frozen=True):
    """A text that shares sampled 4-grams: which part of ours it holds, and which part of its own we hold."""

    id: str
    of_ours: float
    of_theirs: float


class Index:
    """Sketches looked up by what they share. Adding and asking take time in proportion to one text, however many are in it."""

    def __init__(self) -> None:
        self._holders: dict[int, list[int]] = {}
        self._ids: list[str] = []
        self._sizes: list[int] = []

    def add(self, ident: str, sampled: Sequence[int]) -> None:
        """Put a text's sketch in."""
        number = len(self._ids)
        self._ids.append(ident)
        self._sizes.append(len(sampled))
        for gram in sampled:
            holders = self._holders.setdefault(gram, [])
            if len(holders) < MOST:
                holders.append(number)

    def near(self, sampled: Sequence[int]) -> tuple[Near, ...]:
        """Texts that share enough with a sketch to be compared, in the order in which they came.

        A 4-gram that is full says little, unless most of ours are: those of a report in a thousand papers.
        """
        lists = [self._holders.get(gram, ()) for gram in sampled]
        telling = [held for held in lists if len(held) < MOST]
        found = self._sharing(telling)
        if 2 * len(telling) < len(lists):
            for number, share in self._sharing(lists).items():
                if number not in found or max(share) > max(found[number]):
                    found[number] = share
        return tuple(Near(self._ids[n], *found[n]) for n in sorted(found))

    def _sharing(self, lists: Sequence[Sequence[int]]) -> dict[int, tuple[float, float]]:
        """Who stands in enough of some lists, with the part of the lists and of their own sketch."""
        shared = Counter(chain.from_iterable(lists))
        ours, sizes = len(lists), self._sizes
        enough = max(_FEWEST, CANDIDATE * ours)
        return {
            n: (count / ours, count / sizes[n])
            for n, count in shared.items()
            if count >= enough or (count >= _FEWEST and count >= CANDIDATE * sizes[n])
        }


class Shared(msgspec.Struct, frozen=True):
    """What two texts have in common outside quotations: the part of each that stands in the other, and how far the order agrees.

    `order` is that of names and numbers (1: the same ones in the same order); null where a text has too few. `quotes` are the long
    quotations that both have, in the same order, as a part of the shorter list. `lead` is how much of the beginning of either stands in
    the other: of a background that two reports carry none does.
    """

    of_first: float
    of_second: float
    words: int
    order: float | None
    quotes: float
    lead: float


def compare(first: str, second: str) -> Shared:
    """What two texts share."""
    ours, theirs = grams.own_words(first), grams.own_words(second)
    mine, yours = set(grams.grams(ours)), set(grams.grams(theirs))
    both = mine & yours
    return Shared(
        of_first=_covered(ours, both),
        of_second=_covered(theirs, both),
        words=min(len(ours), len(theirs)),
        order=_order(grams.names(grams.without_document(first)), grams.names(grams.without_document(second))),
        quotes=_kept(grams.quotations(first), grams.quotations(second)),
        lead=max(_covered(ours[:LEAD], both), _covered(theirs[:LEAD], both)),
    )


def _covered(said: Sequence[str], both: set[str]) -> float:
    """The part of a text's words that stand in a 4-gram of both: an edited word costs itself, not the four runs around it."""
    if not said:
        return 0.0
    reached = covered = 0
    for at, gram in enumerate(grams.grams(said)):
        if gram in both:
            covered += at + grams.LONG - max(at, reached)
            reached = at + grams.LONG
    return covered / len(said)


def _order(ours: Sequence[str], theirs: Sequence[str]) -> float | None:
    if min(len(ours), len(theirs)) < NAMED:
        return None
    return LCSseq.similarity(ours, theirs) / min(len(ours), len(theirs))


def _kept(ours: Sequence[str], theirs: Sequence[str]) -> float:
    shorter = min(len(ours), len(theirs))
    return LCSseq.similarity(ours, theirs) / shorter if shorter else 0.0
