"""Which place a name means, and whether it is a place at all where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from detente.lexicon.atlas import Locatives, Spot
from detente.nlp.parse import Parse
from detente.stages.places.scan import Name, particles

MAIN_PART = 0.12
"""A country is in play when it has this share of all names of countries, or is named at least twice."""


def in_play(found: Sequence[Name]) -> frozenset[str]:
    """The countries that the text is about: by names, adjectives and capitals."""
    seen: Counter[str] = Counter()
    for name in found:
        best = max(name.spots, key=lambda s: s.weight)
        if best.country and (best.land or best.capital or best.weight >= 6.5):
            seen[best.country] += 1
    total = sum(seen.values())
    return frozenset(c for c, n in seen.items() if n > 1 or n >= MAIN_PART * total)


def choose(parse: Parse, name: Name, after: Name | None, play: frozenset[str]) -> Spot | None:
    """Which of its namesakes a name is: the one whose country is said behind it, else by the countries in play, else the largest."""
    spots = [s for s in name.spots if not s.hint]
    if not spots:
        return None
    said: set[str | None] = set()
    if after and after.first - name.last <= 1 and (after.first == name.last or parse.words[name.last] in (",", "(")):
        said = {s.country for s in after.spots if s.land or s.precision == "region"}

    def rank(spot: Spot) -> tuple[float, str, int]:
        near = 4.0 * (spot.country in said) + 2.5 * (spot.country in play and spot.country is not None)
        return spot.weight + near, spot.name, spot.geonames or 0

    best = max(spots, key=rank)
    if said and best.country not in said and not best.land:  # "Paris, Texas" is none of the atlas's: the land is known, the spot is not
        return Spot(best.name, best.precision, min(c for c in said if c) if any(said) else None, weight=best.weight)
    return best


def is_place(parse: Parse, words: Locatives, name: Name, spot: Spot, *, taken_by: frozenset[int], play: frozenset[str]) -> bool:  # noqa: PLR0913
    """Whether a name stands for the place itself, not for its state, its people or somebody called so."""
    if name.head in taken_by and not (name.stand == "locative" and spot.weight >= 6 and _alone(parse, name)):
        return False
    if spot.land or spot.capital:
        return name.stand in ("locative", "object", "title") and not _speaks(parse, words, name, land=spot.land)
    if not _alone(parse, name) and spot.weight < 6.5:
        return False
    if spot.precision == "city" and spot.weight < 6.5:
        return _is_city(parse, name, spot, play)
    return True


def _is_city(parse: Parse, name: Name, spot: Spot, play: frozenset[str]) -> bool:
    """A city that no hand kept: only where it stands as a place, or is large and in a country in play."""
    word = parse.lower[name.first]
    if (parse.words[name.first].isupper() and name.last - name.first == 1) or (name.last - name.first == 1 and word in _CALENDAR):
        return False
    if name.stand == "other":
        return spot.country in play and spot.weight >= 5 and parse.dep[name.head] in ("compound", "nmod", "appos", "ROOT", "npadvmod")
    return spot.country in play or spot.weight >= 5.7 or _named(parse, name, ("GPE", "LOC", "FAC"))


def _named(parse: Parse, name: Name, labels: tuple[str, ...]) -> bool:
    """Whether the parser finds a name with one of these labels at the name's head."""
    return any(a <= name.head < b and label in labels for a, b, label in parse.names)


_CALENDAR = frozenset(
    [
        "march",
        "may",
        "august",
        "april",
        "june",
        "sunday",
        "monday",
        "friday",
        "date",
        "reading",
        "mobile",
        "nice",
        "bath",
        "orange",
        "deal",
        "hope",
        "moon",
        "of",
        "man",
        "split",
    ]
)


def _alone(parse: Parse, name: Name) -> bool:
    """Whether the name is no part of a longer one ("Washington Post", "Paris Hilton", "King Salman")."""
    after = name.last
    if particles(parse, after) > after:
        return False
    longer = (
        after < len(parse) and parse.tag[after] in ("NNP", "NNPS") and parse.head[name.head] >= after and parse.dep[name.head] == "compound"
    )
    before = name.first - 1
    within = before >= 0 and parse.tag[before] == "NNP" and name.first <= parse.head[before] < name.last and parse.dep[before] == "compound"
    return not longer and not within


def _speaks(parse: Parse, words: Locatives, name: Name, *, land: bool) -> bool:
    """Whether a state behind a preposition is party, not place: "between Washington and Pyongyang", "sanctions on", "said to"."""
    head = name.head
    for _ in range(24):
        if parse.dep[head] != "conj":
            break
        head = parse.head[head]
    above = parse.head[head]
    if parse.dep[head] != "pobj":
        return False
    word, token = parse.lower[above], parse.head[above]
    while word in ("to", "into") and parse.tag[token] in ("IN", "NNP") and parse.head[token] != token:  # "from Cairo to Riyadh"
        token = parse.head[token]
    governor = parse.lemma[token]
    if word in ("to", "into", "toward", "towards", "onto"):
        return governor not in words.moves | words.nouns_to
    if word == "within" or (word in ("between", "via", "over", "along") and governor in words.moves | words.heads.keys() | _LINKS):
        return False  # "the border between Nepal and India", "flew via Sweden"; but "talks between"
    if word in ("between", "on", "over", "among", "amid", "along", "via", "above", "below"):
        return True
    return (
        (word == "from" and governor not in words.moves | words.nouns_to | _LEAVE)
        or (word == "in" and governor in _TRUST)
        or (word == "at" and land)
    )


_LINKS = frozenset(
    (
        *("area", "border", "boundary", "commute", "find", "flight", "fly", "frontier", "land", "lie", "line", "link", "locate", "pass"),
        *("sandwich", "shoot", "shuttle", "situate", "transit"),
    )
)
_LEAVE = frozenset(
    [
        "remove",
        "leave",
        "expel",
        "evict",
        "oust",
        "drive",
        "evacuate",
        "call",
        "fire",
        "launch",
        "speak",
        "report",
        "escape",
        "defect",
        "emigrate",
        "depart",
        "far",
        "away",
        "withdrawal",
        "pullout",
        "expulsion",
    ]
)
_TRUST = frozenset(["trust", "confidence", "interest", "faith", "belief", "involve", "stake", "disappointed", "disappointment"])
