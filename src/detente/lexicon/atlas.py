"""Places by name: hand-kept places of diplomacy, cities, and territories; and the words that make a name a place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from math import log10

import msgspec

from detente.lexicon.phrases import PhraseTable, fold
from detente.lexicon.shelf import Shelf
from detente.records import Spot as SpotPrecision


class PlaceRow(msgspec.Struct, frozen=True, gc=False):
    """A row of places.tsv; `country` has several values where a place lies in several."""

    name: str
    precision: SpotPrecision = "point"
    names: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    adm1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None


class CityRow(msgspec.Struct, frozen=True, gc=False):
    """A row of cities.tsv (GeoNames, CC BY 4.0)."""

    name: str
    country: str | None = None
    names: tuple[str, ...] = ()
    adm1: str | None = None
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    geonames: int | None = None


class LandRow(msgspec.Struct, frozen=True, gc=False):
    """What places need of a row of territories.tsv."""

    id: str
    name: str
    country: str | None = None
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    kind: str = "state"


class MetonymRow(msgspec.Struct, frozen=True, gc=False):
    """What places need of a row of metonyms.tsv: a palace or building, and the city where it stands."""

    name: str
    kind: str = ""
    where: str | None = None


class WordRow(msgspec.Struct, frozen=True):
    """A row of locatives.tsv."""

    words: tuple[str, ...]
    kind: str
    precision: SpotPrecision = "point"


class Spot(msgspec.Struct, frozen=True, gc=False):
    """A place that a name may mean. Degrees north and east; `weight` orders namesakes: log10 of the people, 6.5 for hand-kept places.

    `land` is true for a country or territory, `hint` for an adjective or people that only tells which country is in play.
    """

    name: str
    precision: SpotPrecision
    country: str | None = None
    adm1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    weight: float = 0.0
    land: bool = False
    hint: bool = False
    capital: bool = False


class Locatives(msgspec.Struct, frozen=True):
    """Prepositions, verbs and nouns that lead to a place (`moves`: verbs whose "to" does), and nouns that end a place's name."""

    preps: frozenset[str]
    motion: frozenset[str]
    act: frozenset[str]
    moves: frozenset[str]
    nouns_to: frozenset[str]
    nouns_of: frozenset[str]
    heads: Mapping[str, SpotPrecision]


class Atlas(msgspec.Struct, frozen=True):
    """The index: `table` finds names in tokens; `nearby` holds single-word city names by country,
    length and first letter, for misspelt ones."""

    table: PhraseTable[Spot]
    nearby: Mapping[tuple[str, int, str], tuple[tuple[str, Spot], ...]]
    words: Locatives

    def misspelt(self, word: str, countries: Collection[str]) -> Spot | None:
        """The one city of these countries whose name is a letter or a swap of neighbours away; None where none or several."""
        folded = fold(word)
        found: dict[str, Spot] = {}
        for country in ("", *sorted(countries)):
            for length in (len(folded) - 1, len(folded), len(folded) + 1):
                for name, spot in self.nearby.get((country, length, folded[:1]), ()):
                    if one_edit(folded, name):
                        found[spot.name] = spot
        best = sorted(found.values(), key=lambda s: (-s.weight, s.name))
        clear = len(best) == 1 or (len(best) > 1 and best[0].weight > best[1].weight + 1)
        return best[0] if clear else None


def one_edit(a: str, b: str) -> bool:
    """Whether two words differ by one letter put in, left out or changed, or by two neighbours swapped.

    >>> one_edit("dailan", "dalian"), one_edit("stepanakaert", "stepanakert"), one_edit("minsk", "pinsk"), one_edit("oslo", "oslo")
    (True, True, True, False)
    """
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    if len(a) == len(b):
        swap = a[i : i + 2] == b[i : i + 2][::-1] and a[i + 2 :] == b[i + 2 :]
        return swap or a[i + 1 :] == b[i + 1 :]
    return a[i + 1 :] == b[i:] if len(a) > len(b) else a[i:] == b[i + 1 :]


def load(shelf: Shelf) -> Atlas:
    """Build the index. Raises DataError for a bad file."""
    lands = shelf.table("gazetteer/territories", LandRow)
    capitals = {(land.country, fold(c)) for land in lands for c in land.capitals if land.kind != "former"}
    hand = (*shelf.table("gazetteer/places", PlaceRow), *shelf.table("gazetteer/regions", PlaceRow))
    kept = [(n, s) for r in hand for n, s in _kept(r)]
    cities = [(n, s) for r in shelf.table("gazetteer/cities", CityRow) for n, s in _city(r, capitals)]
    known = {(s.country, fold(n)) for n, s in cities + kept}
    named = {name for _, name in known}
    lone = [
        (c, Spot(land.capitals[0], "city", land.country, weight=6.0, capital=True))
        for land in lands
        for c in land.capitals
        if (land.country, fold(c)) not in known and (land.country or fold(c) not in named)
    ]
    seats = {fold(n): s for n, s in [*lone, *reversed(cities)]}
    homes = _buildings(shelf.table("gazetteer/metonyms", MetonymRow), seats, known)
    names = [*kept, *cities, *lone, *homes, *(p for land in lands for p in _land(land))]
    return Atlas(PhraseTable(names), _nearby([*cities, *lone, *kept]), _locatives(shelf.table("lexicon/locatives", WordRow)))


def _kept(row: PlaceRow) -> Iterable[tuple[str, Spot]]:
    country = row.country[0] if len(row.country) == 1 else None
    spot = Spot(row.name, row.precision, country, row.adm1, row.lat, row.lon, row.geonames, weight=6.5)
    return [(n, spot) for n in dict.fromkeys((row.name, *row.names))]


def _city(row: CityRow, capitals: Collection[tuple[str | None, str]]) -> Iterable[tuple[str, Spot]]:
    names = dict.fromkeys((row.name, *row.names))
    capital = any((row.country, fold(n)) in capitals for n in names) and row.population > 1000
    weight = log10(max(row.population, 1)) + (1.0 if capital else 0.0)
    spot = Spot(row.name, "city", row.country, row.adm1, row.lat, row.lon, row.geonames, weight=weight, capital=capital)
    return [(n, spot) for n in names]


def _buildings(rows: Iterable[MetonymRow], cities: Mapping[str, Spot], known: Collection[tuple[str | None, str]]) -> list[tuple[str, Spot]]:
    """Palaces and offices as points: they are places only where something happens in them, so they count as capitals do."""
    taken = {name for _, name in known}
    found: list[tuple[str, Spot]] = []
    for row in rows:
        if row.kind in ("palace", "building", "compound", "street") and fold(row.name) not in taken:
            city = cities.get(fold(row.where or ""))
            found.append((row.name, Spot(row.name, "point", city.country if city else None, weight=6.0, capital=True)))
    return found


def _land(row: LandRow) -> Iterable[tuple[str, Spot]]:
    precision: SpotPrecision = "country" if row.kind in ("state", "former") else "region"
    spot = Spot(row.name, precision, row.country, weight=8.0, land=True)
    hint = Spot(row.name, precision, row.country, weight=8.0, land=True, hint=True)
    yield from ((n, spot) for n in dict.fromkeys((row.name, *row.names)))
    yield from ((n, hint) for n in dict.fromkeys((*row.adjectives, *row.people)) if n not in (row.name, *row.names))


def _nearby(cities: Iterable[tuple[str, Spot]]) -> dict[tuple[str, int, str], tuple[tuple[str, Spot], ...]]:
    found: dict[tuple[str, int, str], dict[str, Spot]] = {}
    for name, spot in cities:
        if (spot.weight >= 5 or spot.capital) and " " not in name and len(folded := fold(name)) >= 5:
            found.setdefault((spot.country or "", len(folded), folded[0]), {})[folded] = spot
    return {key: tuple(sorted(of.items())) for key, of in found.items()}


def _locatives(rows: Iterable[WordRow]) -> Locatives:
    by: dict[str, set[str]] = {}
    heads: dict[str, SpotPrecision] = {}
    for row in rows:
        by.setdefault(row.kind, set()).update(row.words)
        if row.kind == "head":
            heads.update(dict.fromkeys(row.words, row.precision))
    prep, motion, act, moves, to, of = (frozenset(by.get(k, ())) for k in ("prep", "motion", "act", "verb to", "noun to", "noun of"))
    return Locatives(prep, motion, act, moves, to, of, heads)
