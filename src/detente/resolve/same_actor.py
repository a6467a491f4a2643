"""Whether two actors that only their articles know are one: the same name, or one name spelt in two ways, and nothing against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations

import msgspec
from rapidfuzz.distance import Levenshtein

from detente.records import Actor
from detente.resolve.telling import is_named
from detente.resolve.wordings import fold

_LETTERS = str.maketrans({"y": "i", "j": "i", "w": "v", "q": "k", "c": "k", "o": "u", "h": None, "e": "a"})
"""Letters that transcriptions of one name take for one another."""
_TITLES = frozenset("mr mrs ms dr sir sheikh prince princess king queen general gen col colonel lt capt captain major president".split())
_EDITS = 2  # letters of a whole name that may differ beyond transcription, where country and office agree
_PARTS = 4
_PLAIN = frozenset(
    "minister deputy former foreign prime president spokesman spokeswoman official officer leader head chief of the and".split()
)


class Same(msgspec.Struct, frozen=True):
    """Two actors of two articles that are one, and by what it is seen."""

    new: Actor
    old: Actor
    reason: str


class Actors:
    """Local actors met so far, looked up by the parts of their names."""

    def __init__(self) -> None:
        self._at: dict[str, list[Actor]] = {}

    def add(self, actors: Iterable[Actor]) -> Iterator[Same]:
        """Take in the actors of one article; yields for each the one it is found to be, of those of earlier articles."""
        new = [a for a in actors if "#" in a.id and is_name(a)]
        for actor in new:
            met = {o.id: o for key in _keys(actor) for o in self._at.get(key, ()) if o.article != actor.article}
            if found := next((s for o in met.values() if (s := same(actor, o))), None):
                yield found
        self.know(new)

    def know(self, actors: Iterable[Actor]) -> None:
        """Take in actors that were judged before, gazetteer ones too: a local name may be a spelling of theirs."""
        for actor in actors:
            if is_name(actor):
                for key in _keys(actor):
                    self._at.setdefault(key, []).append(actor)


def is_name(actor: Actor) -> bool:
    """Whether an actor has a name of its own: "Wu Dawei", "Saudi Press Agency"; not "protesters", "a Western diplomat"."""
    words = [w for w in actor.name.split() if w.lower() not in ("of", "the", "for", "and", "al", "bin", "de", "in")]
    return is_named(actor) if actor.type == "person" else len(words) > 1 and all(w[:1].isupper() or w[:1].isdigit() for w in words)


def same(a: Actor, b: Actor) -> Same | None:
    """Two actors compared; None where they are two, or where it cannot be told."""
    if a.type != b.type or (a.country and b.country and a.country != b.country):
        return None
    ours, theirs = _names(a), _names(b)
    if ours & theirs:
        name = sorted(ours & theirs)[0]
        if a.type != "person":
            return Same(a, b, f"both are called “{name}”")
        return Same(a, b, f"one name, “{name}”{_also(a, b)}") if _agree(a, b) or (len(name.split()) > 1 and not _differ(a, b)) else None
    if a.type == "person" and _agree(a, b) and (pair := next(((x, y) for x in sorted(ours) for y in sorted(theirs) if spelt(x, y)), None)):
        return Same(a, b, f"“{pair[0]}” and “{pair[1]}” are spellings of one name{_also(a, b)}")
    return None


def _names(actor: Actor) -> frozenset[str]:
    """Whole names, folded, without titles; a surname alone is no name."""
    names = (" ".join(w for w in fold(n).split() if w not in _TITLES) for n in (actor.name, *actor.aliases))
    return frozenset(n for n in names if len(n.split()) > 1)


def _offices(actor: Actor) -> frozenset[str]:
    return frozenset(w for r in actor.roles for w in fold(r.title).split())


def _agree(a: Actor, b: Actor) -> bool:
    """Whether country, and where both have one the office, agree."""
    return bool(a.country) and a.country == b.country and not _differ(a, b)


def _differ(a: Actor, b: Actor) -> bool:
    """Whether both hold offices, and none of the same kind."""
    ours, theirs = _offices(a), _offices(b)
    return bool(ours and theirs) and not (ours & theirs)


def _also(a: Actor, b: Actor) -> str:
    country = a.country if a.country == b.country else None
    office = next((r.title for r in a.roles if _offices(b) & set(fold(r.title).split()) - _PLAIN), None)
    return "".join(f", {word}" for word in (country, office) if word)


def spelt(x: str, y: str) -> bool:
    """Whether two names are transcriptions of one: the same number of parts, in any order, each alike in sound."""
    ours, theirs = [*map(sound, x.split())], [*map(sound, y.split())]
    if len(ours) != len(theirs) or len(ours) > _PARTS:
        return False
    return any(_alike(ours, turned) for turned in permutations(theirs))


def _alike(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """A letter may differ in a long part; a short one must be the same, or Kim Jong-il were Kim Jong-un."""
    edits = [(Levenshtein.distance(m, n), min(len(m), len(n))) for m, n in zip(ours, theirs, strict=True)]
    return sum(e for e, _ in edits) <= _EDITS and all(e <= (0 if length <= 3 else 1) for e, length in edits)


def sound(word: str) -> str:
    """A part of a name as it sounds, roughly: doubled letters once, letters that are taken for one another as one."""
    plain = word.translate(_LETTERS) or word
    return "".join(c for before, c in zip(" " + plain, plain, strict=False) if c != before)


def _keys(actor: Actor) -> frozenset[str]:
    """The parts of its names, as they sound: two spellings share one at least."""
    return frozenset(sound(word)[:4] for name in _names(actor) for word in name.split())
