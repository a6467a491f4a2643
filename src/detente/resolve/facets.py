"""What two tellings say about parties, time, place and words, compared: each speaks for one event, against it, or not at all."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

import msgspec
from rapidfuzz import fuzz

from detente.records import Where
from detente.resolve.people import same_name
from detente.resolve.telling import FINE, MIDDLE, Span, Table, Telling
from detente.resolve.wordings import fold, shown

DIRECTED = frozenset(
    (
        "SUPPORT",
        "AID",
        "CONCEDE",
        "RETREAT",
        "REQUEST",
        "ACCUSE",
        "REJECT",
        "THREATEN",
        "PROTEST",
        "SANCTION",
        "COERCE",
        "MOBILIZE",
        "ASSAULT",
    )
)
"""Types in which it matters who does it to whom."""
MISSPELT = 82  # of 100: Jedda and Jeddah, Aqaba and Al Aqabah; Bagdad and Baghdad, not Amman and Oman
NEAR = 40.0  # km: an airport, a suburb, a palace outside the town
_NAMELESS = frozenset(("kingdom", "the kingdom", "republic", "capital", "the capital", "country", "the country", "border", "region"))
_SMALL = frozenset("of the and in al bin ibn de la von van du".split())
_ARTICLES = ("al ", "el ", "as ", "ad ", "port ", "city of ")


class Facet(msgspec.Struct, frozen=True):
    """What one detail says: `weight` for one event; `apart` where it cannot be one; the words of it."""

    weight: float = 0.0
    words: str = ""
    apart: bool = False


NOTHING = Facet()


def parties(a: Telling, b: Telling) -> Facet:
    """Who acts on whom: states, governments and people of one country count as near, two persons named for one country as others."""
    if two := clash(a.all, b.all):
        return Facet(0.0, two, apart=True)
    if a.event.code in DIRECTED and b.event.code in DIRECTED and not (a.event.symmetric or b.event.symmetric or a.signs or b.signs):
        return _directed(a, b)
    return _together(a.all, b.all)


def clash(a: Table, b: Table) -> str:
    """Two persons for one seat, none of them named by both."""
    for seat in sorted(a.seats & b.seats):
        ours, theirs = a.people.get(seat, frozenset()), b.people.get(seat, frozenset())
        if ours and theirs and not any(same_name(x, y) for x in ours for y in theirs):
            return f"{_list(ours)} and {_list(theirs)} are two"
    return ""


def _together(a: Table, b: Table) -> Facet:
    """All at one table."""
    common = a.seats & b.seats
    least = min(len(a.seats), len(b.seats))
    if not least:
        return _described(a, b)
    if not common or (least >= 2 and len(common) < 2):
        return Facet(0.0, f"{_list(a.seats)} and {_list(b.seats)} are others", apart=True)
    if len(common) < least:
        return Facet(0.4, f"{_list(common)} in both")
    alone = len(common) == 1 and max(len(a.seats), len(b.seats)) > 1
    both = people(a, b)
    weight = 0.5 if alone else 1.0 if len(common) == 1 else 1.5
    return Facet(weight + (0.5 if both else 0.0), f"{_list(both or common)} in both")


def _described(a: Table, b: Table) -> Facet:
    """Only described, on one side at least."""
    if not a.soft or not b.soft or a.seats or b.seats:
        return NOTHING
    shared = len(a.soft & b.soft) / min(len(a.soft), len(b.soft))
    if shared < 0.5:
        return Facet(0.0, "they are described as others", apart=True)
    return Facet(1.2 * shared, f"“{shown(a.described, a.soft & b.soft)}” in both")


def _directed(a: Telling, b: Telling) -> Facet:
    """Who does it, and to whom."""
    doers, targets = _side(a.actors, b.actors), _side(a.recipients, b.recipients)
    if doers.apart or targets.apart:
        return doers if doers.apart else targets
    return Facet(doers.weight + targets.weight, ", ".join(filter(None, (doers.words, targets.words))))


def _side(a: Table, b: Table) -> Facet:
    if not (a.seats or a.soft) or not (b.seats or b.soft):
        return NOTHING
    common = a.seats & b.seats
    if common:
        both = people(a, b)
        return Facet(1.0 + (0.3 if both else 0.0), f"{_list(both or common)} in both")
    if a.seats and b.seats and not _bodies(a, b):
        return Facet(0.0, f"{_list(a.seats)} and {_list(b.seats)} are others", apart=True)
    if a.seats and b.seats:
        return Facet(0.7, f"{_list(a.seats)} and {_list(b.seats)} belong together")
    shared = a.soft & b.soft
    return Facet(0.4, f"“{shown(a.described, shared)}” in both") if shared else Facet(-0.1)


def _bodies(a: Table, b: Table) -> bool:
    """An organisation and its part: the United Nations and the Security Council."""
    return any(
        x != y and (_initials(x) == _first(y) or _initials(y) == _first(x)) for x in a.seats for y in b.seats if x[:4] == y[:4] == "igo:"
    )


def _initials(ident: str) -> str:
    return "".join(word[0] for word in ident.partition(":")[2].split("-") if word)


def _first(ident: str) -> str:
    head, _, rest = ident.partition(":")[2].partition("-")
    return head if rest else ""


def people(a: Table, b: Table) -> frozenset[str]:
    """People of the same country whom both name, as the first names them."""
    found = ((a.people.get(seat, frozenset()), b.people.get(seat, frozenset())) for seat in a.seats & b.seats)
    return frozenset(x for ours, theirs in found for x in ours if x in theirs or any(same_name(x, y) for y in theirs))


def _list(names: frozenset[str]) -> str:
    return ", ".join(sorted(titled(n.partition(":")[2].replace("-", " ")) if ":" in n else titled(n) for n in names))


def titled(name: str) -> str:
    """A folded name as it is written: "King Abdullah of Saudi Arabia"; a country's code stays as it is."""
    return name if name.isupper() else " ".join(w if w in _SMALL and n else w[:1].upper() + w[1:] for n, w in enumerate(name.split()))


def time(a: Span | None, b: Span | None) -> Facet:
    """Days told, or where they are not told those about the publication."""
    if a is None or b is None:
        return Facet(0.0, "no day known")
    if not a.told and not b.told:
        return _untold(a, b)
    gap = max((a.first - b.last).days, (b.first - a.last).days)
    if gap > 0:
        return _gap(a, b, gap)
    longer = max(a.days, b.days)
    if not (a.told and b.told):
        told, other = (a, b) if a.told else (b, a)
        late = (other.last - told.last).days
        return Facet(
            1.9 if late <= 5 and told.days <= FINE else 1.0 if told.days <= MIDDLE else 0.3, f"{days(told)} fits the day of the article"
        )
    if longer <= FINE:
        return Facet(3.0, f"{days(a)} and {days(b)} agree" if days(a) != days(b) else f"both on {days(a)}")
    if abs((a.first - b.first).days) <= 31 and abs((a.last - b.last).days) <= 31 and min(a.days, b.days) > FINE:
        return Facet(2.0 if longer <= MIDDLE else 2.6, f"both within {days(a)}")
    return Facet(
        1.6 if longer <= MIDDLE else 0.8 if longer <= 400 else 0.2,
        f"{days(min(a, b, key=lambda s: s.days))} lies in {days(max(a, b, key=lambda s: s.days))}",
    )


def _untold(a: Span, b: Span) -> Facet:
    apart = max(abs((a.last - b.last).days), abs((a.first - b.first).days))
    if apart > 6:
        return Facet(0.0, f"told without a day {apart} days apart", apart=apart > 10)
    near = "on one day" if apart == 0 else "a day apart" if apart == 1 else f"within {apart} days"
    return Facet(1.5 if apart <= 1 else 1.1 if apart <= 3 else 0.6, f"told {near}")


def _gap(a: Span, b: Span, gap: int) -> Facet:
    """Days that do not meet; one day may be a mistake of one of them."""
    fine = a.told and b.told and max(a.days, b.days) <= FINE
    apart = gap > 1 or not fine
    return Facet(0.3 if gap == 1 else 0.0, f"{days(a)} and {days(b)} {'do not meet' if apart else 'lie a day apart'}", apart=apart)


def days(span: Span) -> str:
    """A time in ISO 8601: one day, or the first and the last."""
    return span.first.isoformat() if span.first == span.last else f"{span.first.isoformat()} to {span.last.isoformat()}"


def place(a: Where | None, b: Where | None) -> Facet:
    """The same place, one within the other, or two that cannot both be."""
    if a is None or b is None or not (_named(a) and _named(b)):
        return NOTHING
    if same_place(a, b):
        return Facet(1.5 if a.precision in ("city", "point") else 0.8 if a.precision == "region" else 0.5, f"both in {a.name}")
    if not compatible(a, b):
        return Facet(-1.0, f"{a.name} and {b.name} are two places", apart=True)
    inner, outer = (a, b) if _FINENESS[a.precision] >= _FINENESS[b.precision] else (b, a)
    return Facet(0.7, f"{inner.name} may lie in {outer.name}")


_FINENESS = {"country": 0, "region": 1, "city": 2, "point": 3}


def same_place(a: Where, b: Where) -> bool:
    """One place under one name, or under two spellings of it."""
    if a.geonames is not None and a.geonames == b.geonames:
        return True
    if a.country and b.country and a.country != b.country:
        return False
    if a.precision == b.precision == "country":
        return a.country == b.country if a.country and b.country else fold(a.name) == fold(b.name)
    return (
        _spelt(a.name) == _spelt(b.name)
        or fuzz.ratio(_spelt(a.name), _spelt(b.name)) >= MISSPELT
        or (a.precision == b.precision and (km := distance(a, b)) is not None and km < 5)
    )


def _named(where: Where) -> bool:
    """Whether it is a name, not "the Kingdom" or "the capital"."""
    return fold(where.name) not in _NAMELESS


def _spelt(name: str) -> str:
    words = fold(name)
    for article in _ARTICLES:
        words = words.removeprefix(article)
    return words


def compatible(a: Where, b: Where) -> bool:
    """Whether an act can have been at both: one within the other, or near it. Regions and unknown buildings are given the benefit."""
    if same_place(a, b) or not (_named(a) and _named(b)):
        return True
    if a.country and b.country and a.country != b.country:
        return False
    if a.precision == b.precision and a.precision in ("city", "country"):
        km = distance(a, b)
        return km is not None and km < NEAR and a.precision == "city"
    km = distance(a, b)
    points = {a.precision, b.precision} <= {"city", "point"}
    return not (points and km is not None and km >= 2 * NEAR)


def distance(a: Where, b: Where) -> float | None:
    """Kilometres between two places; None where either has no coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    north, south, east = radians(a.lat), radians(b.lat), radians(a.lon - b.lon)
    half = sin((north - south) / 2) ** 2 + cos(north) * cos(south) * sin(east / 2) ** 2
    return 12742 * asin(sqrt(half))


def words(a: Telling, b: Telling) -> Facet:
    """What is told, beyond who and when: the part of the shorter that the other has too."""
    if not a.stems or not b.stems:
        return NOTHING
    return Facet(len(a.stems & b.stems) / min(len(a.stems), len(b.stems)))
