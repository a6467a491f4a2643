"""Places that the text names: resolved against the atlas, by the countries in play and by size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from detente.lexicon import Lexicon
from detente.lexicon.atlas import Atlas, Spot
from detente.lexicon.phrases import fold
from detente.nlp.parse import Parse
from detente.reading import Cast, Doubt, Mention, Place
from detente.records import Article
from detente.records import Spot as SpotPrecision
from detente.stages.places.again import named_again, pointed_to, unnamed
from detente.stages.places.resolve import choose, in_play, is_place
from detente.stages.places.scan import MONTHS, Name, names, surface, unknown, waters


def find(
    article: Article,
    parse: Parse,
    mentions: Sequence[Mention],
    cast: Cast | None,
    lexicon: Lexicon,
) -> tuple[tuple[Place, ...], tuple[Doubt, ...]]:
    """All places, in text order. A name that stands for its state or its people ("Beijing said") is none."""
    return read(parse, lexicon.atlas, _persons(parse, mentions, cast))


def _persons(parse: Parse, mentions: Sequence[Mention], cast: Cast | None) -> frozenset[int]:
    """Tokens inside names of persons and bodies: no places."""
    if cast is not None and cast.players:
        kinds = {p.id: p.type for p in cast.players}
        inside = [
            m
            for m, who in zip(mentions, cast.who, strict=True)
            if m.form == "name" and any(kinds.get(w) not in ("state", None) for w in who)
        ]
        return frozenset(t for m in inside for t in range(m.first, m.last) if m.last - m.first > 1 or _is_person(m, cast, kinds))
    return frozenset(t for a, b, label in parse.names if label in ("PERSON", "ORG") and b - a > 1 for t in range(a, b))


def _is_person(mention: Mention, cast: Cast, kinds: Mapping[str, str]) -> bool:
    return any(kinds.get(w) == "person" for w in cast.heads.get(mention.head, ()))


def read(parse: Parse, atlas: Atlas, persons: frozenset[int]) -> tuple[tuple[Place, ...], tuple[Doubt, ...]]:
    """`find` for a known atlas; `persons` are tokens that belong to names of persons and bodies."""
    found = list(names(parse, atlas))
    play = in_play(found)
    taken = [False] * len(parse)
    places: list[Place] = []
    for at, name in enumerate(found):
        if name.spots[0].land and (end := waters(parse, atlas.words, name)) is not None and parse.lower[end] not in ("capital", "border"):
            land = name.spots[0]
            places.append(
                Place(name.first, end + 1, end, surface(parse, name.first, end + 1), "region", land.country, how=f"lands: {land.name}")
            )
            continue
        spot = choose(parse, name, found[at + 1] if at + 1 < len(found) else None, play)
        if spot and is_place(parse, atlas.words, name, spot, taken_by=persons, play=play):
            places.append(_place(parse, name, spot))
        if spot is None or spot.land or spot.capital or (places and places[-1].first == name.first):
            taken[name.first : name.last] = [True] * (name.last - name.first)
    more, doubts = _others(parse, atlas, taken, persons, play)
    for place in places + more:
        taken[place.first : place.last] = [True] * (place.last - place.first)
    named = sorted([*places, *more, *unnamed(parse, atlas.words, taken)], key=lambda p: p.first)
    again = [*named_again(parse, atlas.words, named), *pointed_to(parse, named, _dateline(parse, found, play))]
    return tuple(sorted(named + again, key=lambda p: p.first)), tuple(doubts)


def _dateline(parse: Parse, found: Sequence[Name], play: frozenset[str]) -> Place | None:
    """The place in capitals that a report opens with."""
    opening = {a for a, _ in parse.paragraphs[:4]}
    for name in found[:8]:
        if name.first in opening and parse.words[name.first].isupper() and len(parse.words[name.first]) > 3:
            spot = choose(parse, name, None, play)
            return _place(parse, name, spot) if spot and not spot.land else None
    return None


def _place(parse: Parse, name: Name, spot: Spot) -> Place:
    """The place under the name that the text gives it; countries under their usual one."""
    said = surface(parse, name.first, name.last)
    said = spot.name if spot.land or fold(spot.name) in fold(said) else said
    return _at(name.first, name.last, name.head, spot, said=said, how=f"atlas: {spot.name}")


def _at(first: int, last: int, head: int, spot: Spot, *, said: str, how: str) -> Place:  # noqa: PLR0913
    return Place(first, last, head, said, spot.precision, spot.country, spot.adm1, spot.lat, spot.lon, spot.geonames, how)


def _others(
    parse: Parse, atlas: Atlas, taken: Sequence[bool], persons: frozenset[int], play: frozenset[str]
) -> tuple[list[Place], list[Doubt]]:
    """Misspelt cities, and names that only their noun or the parser tells to be places."""
    places: list[Place] = []
    doubts: list[Doubt] = []
    labels = {t: label for a, b, label in parse.names for t in range(a, b)}
    for first, last, head in unknown(parse, atlas.words, taken):
        words = surface(parse, first, last)
        if head in persons and labels.get(head) == "PERSON":
            continue
        single = last - first == 1 and len(words) >= 5 and parse.tag[head] == "NNP" and not words.isupper()
        if single and (spot := atlas.misspelt(words, play)):
            places.append(_at(first, last, head, spot, said=spot.name, how=f"misspelt: {words}"))
            doubts.append(Doubt("misspelt-place", f"{words} is read as {spot.name}", first, last))
        elif parse.lemma[head] in atlas.words.heads:
            places.append(Place(first, last, head, words, atlas.words.heads[parse.lemma[head]], how="noun"))
        elif head not in persons and (precision := _by_label(parse, first, head, labels.get(head))):
            places.append(Place(first, last, head, words, precision, how="parser"))
    return places, doubts


def _by_label(parse: Parse, first: int, head: int, label: str | None) -> SpotPrecision | None:
    """How exact an unknown place is: by the parser's label, or a bare single name "in" or "near" which something happens."""
    if label in ("GPE", "LOC", "FAC"):
        return "city" if label == "GPE" else "region" if label == "LOC" else "point"
    if parse.dep[head] == "pobj" and parse.lower[parse.head[head]] == "of" and parse.tag[head] == "NNP":
        return "city"
    bare = (
        head == first
        and parse.tag[head] == "NNP"
        and parse.lower[head] not in MONTHS
        and not parse.words[head].isupper()
        and len(parse.words[head]) > 3
    )
    lead = parse.lower[parse.head[head]] if parse.dep[head] == "pobj" else ""
    if bare and (
        (label is None and lead == "in")
        or lead in ("near", "outside")
        or (label == "PERSON" and parse.dep[head] == "dobj" and not _again(parse, head))
    ):
        return "city"
    return None


def _again(parse: Parse, token: int) -> bool:
    """Whether the word also stands as a subject: then it is somebody."""
    word = parse.words[token]
    return any(w == word and parse.dep[i] in ("nsubj", "nsubjpass", "poss", "appos") for i, w in enumerate(parse.words))
