"""Who is whom: one recorded actor for one annotated actor of an article."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from scipy.optimize import linear_sum_assignment

from detente.records import Actor
from eval.gold import GoldActor

_PRONOUNS = {
    *("he", "she", "they", "it", "him", "her", "them", "his", "hers", "their", "theirs", "its"),
    *("i", "me", "my", "we", "us", "our", "you", "your", "who", "which", "whom", "whose"),
}
_OFFICIAL = ("state", "government")


def fold(name: str) -> str:
    """A name without case, accents, possessive, punctuation and leading article."""
    plain = unicodedata.normalize("NFKD", name).casefold().replace("’", "'")
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    words = re.sub(r"\W+", " ", re.sub(r"'s?(?!\w)", " ", plain)).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an", "his", "her", "its", "their") else words)


def pairs(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The pairing of rows with columns of greatest total weight, each used once; pairs without weight are left out."""
    if not weights or not weights[0]:
        return []
    rows, columns = linear_sum_assignment(weights, maximize=True)
    return [(int(i), int(j)) for i, j in zip(rows, columns, strict=True) if weights[i][j] > 0]


def likeness(gold: GoldActor, actor: Actor) -> float:
    """How alike two descriptions of an actor are: by name most, by mentions less, 0 where they cannot be one."""
    if (gold.type == "person") != (actor.type == "person"):
        return 0.0
    if gold.type == actor.type == "state":
        return 5.0 if gold.country and gold.country == actor.country else 0.0
    named = {fold(actor.name), *map(fold, actor.aliases)}
    called = (named | {fold(m.quote) for m in actor.mentions}) - _PRONOUNS - {""}
    known = ({fold(gold.name)} | set(map(fold, gold.mentions))) - _PRONOUNS - {""}
    common = len(known & called) / max(1, len(known | called))
    if fold(gold.name) in named:
        return 4.0 + common
    return common + 2.0 if fold(gold.name) in called else common


class Cast:
    """The actors of one article, as annotated and as recorded."""

    def __init__(self, gold: Sequence[GoldActor], recorded: Sequence[Actor]) -> None:
        self.gold = {actor.id: actor for actor in gold}
        self.recorded = {actor.id: actor for actor in recorded}
        found = pairs([[likeness(g, r) for r in recorded] for g in gold])
        self.named = {recorded[j].id: gold[i].id for i, j in found}

    def same(self, gold: str | None, recorded: str | None) -> bool:
        """Whether a recorded actor is the annotated one. A state stands for its government and the other way round."""
        if gold is None or recorded is None:
            return False
        if self.named.get(recorded) == gold:
            return True
        a, b = self.gold.get(gold), self.recorded.get(recorded)
        if a is None or b is None or a.type not in _OFFICIAL or b.type not in _OFFICIAL:
            return False
        return "state" in (a.type, b.type) and a.country is not None and a.country == b.country

    def common(self, gold: Sequence[str], recorded: Sequence[str]) -> int:
        """How many actors two lists have in common."""
        return len(pairs([[float(self.same(g, r)) for r in recorded] for g in gold]))

    def agreement(self, gold: Sequence[str], recorded: Sequence[str]) -> float:
        """F1 of two lists of actors; 1 where both are empty."""
        both = len(gold) + len(recorded)
        return 2 * self.common(gold, recorded) / both if both else 1.0

    def full_names(self) -> tuple[int, int]:
        """How many annotated persons are recorded under their own full name, of how many."""
        people = [a.id for a in self.gold.values() if a.type == "person"]
        right = [r for r, g in self.named.items() if g in people and fold(self.gold[g].name) == fold(self.recorded[r].name)]
        return len(right), len(people)
