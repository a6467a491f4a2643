"""Places that the text names again or only points to: "the enclave", "there", "here", "the border with Chad", "the president's office"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from detente.lexicon.atlas import Locatives
from detente.nlp.parse import Parse
from detente.reading import Place
from detente.records import Spot as SpotPrecision
from detente.stages.places.scan import stand, surface

NEAR = 4
"""Sentences back to which "the town" may point."""
_KINDS: Mapping[str, SpotPrecision] = {
    "town": "city", "city": "city", "village": "city", "enclave": "region",
    "island": "region", "peninsula": "region", "province": "region", "strip": "region",
}  # fmt: skip
_SEATS = frozenset(("palace", "office", "residence", "headquarters", "mansion", "guesthouse", "villa", "compound", "lodge"))
_RULERS = frozenset(
    (
        *(
            "president",
            "presidential",
            "minister",
            "ministry",
            "ministerial",
            "royal",
            "king",
            "queen",
            "emir",
            "sultan",
            "government",
            "state",
        ),
        *("prime", "governor", "chancellor", "premier", "cabinet", "parliament", "embassy", "ambassador", "imperial", "papal"),
    )
)
_EDGES = frozenset(("border", "frontier", "boundary"))


def named_again(parse: Parse, words: Locatives, named: Sequence[Place]) -> list[Place]:
    """ "The town", "the enclave": the last place of that kind (at any distance, where the text has but one), where the noun has no name."""
    out: list[Place] = []
    at = 0
    last: dict[str, Place] = {}
    several: dict[str, set[str]] = {}
    for token, word in enumerate(parse.lower):
        while at < len(named) and named[at].first < token:
            kind = "city" if named[at].precision == "point" else named[at].precision
            last[kind] = named[at]
            several.setdefault(kind, set()).add(named[at].name)
            at += 1
        if word in _KINDS and token and parse.lower[token - 1] in ("the", "that", "this") and (place := last.get(_KINDS[word])):
            close = parse.sentence_of[token] - parse.sentence_of[place.first] <= NEAR or len(several[_KINDS[word]]) == 1
            if close and stand(parse, words, token) != "other" and not _has_name(parse, token):
                out.append(replace(place, first=token - 1, last=token + 1, head=token, how=f"the same: {place.name}"))
    return out


def _has_name(parse: Parse, noun: int) -> bool:
    return any(parse.dep[k] in ("prep", "appos", "relcl", "compound", "amod") for k in parse.kids[noun])


def pointed_to(parse: Parse, named: Sequence[Place], dateline: Place | None) -> Iterator[Place]:
    """ "There": the place named last, in this sentence or the one before; "here" outside quotations: that of the dateline."""
    at = 0
    for token, word in enumerate(parse.lower):
        while at < len(named) and named[at].first < token:
            at += 1
        if word not in ("here", "there") or parse.dep[token] not in ("advmod", "pcomp", "pobj"):
            continue
        if word == "there" and at:
            place = named[at - 1]
            here = parse.sentence_of[token]
            before = at > 1 and parse.sentence_of[named[at - 2].first] >= here - 1 and named[at - 2].name != place.name
            if here - parse.sentence_of[place.first] <= 1 and _start(parse, token) <= place.first and not before:
                yield replace(place, first=token, last=token + 1, head=token, how=f"there: {place.name}")
        elif word == "here" and dateline is not None and not parse.in_quotes(_start(parse, token), token):
            yield replace(dateline, first=token, last=token + 1, head=token, how=f"dateline: {dateline.name}")


def _start(parse: Parse, token: int) -> int:
    """The first token of the paragraph that a token stands in."""
    return max(a for a, _ in parse.paragraphs if a <= token)


def unnamed(parse: Parse, words: Locatives, taken: Sequence[bool]) -> Iterator[Place]:
    """Places by description: "the border with Tunisia" (a region), "the president's office", "the royal palace" (points), without pins."""
    for token, word in enumerate(parse.lower):
        if word in _EDGES and (end := _neighbour(parse, token)) and stand(parse, words, token) != "other":
            yield Place(token, end, token, " ".join(parse.words[token:end]), "region", how="described")
        elif word in _SEATS and not taken[token] and (first := _ruler(parse, token)) is not None and _stands(parse, token):
            yield Place(first, token + 1, token, surface(parse, first, token + 1), "point", how="described")


def _neighbour(parse: Parse, token: int) -> int | None:
    """The end of "with Tunisia" behind a border; None where no such name follows."""
    if token + 2 >= len(parse) or parse.lower[token + 1] != "with" or parse.tag[token + 2] not in ("NNP", "NNPS"):
        return None
    end = token + 3
    while end < len(parse) and parse.tag[end] == "NNP" and parse.head[end - 1] == end:
        end += 1
    return end


def _ruler(parse: Parse, token: int) -> int | None:
    """The first token of "president's", "royal" before a palace or office, the article left out."""
    first = token
    while (
        first
        and parse.lower[first - 1] not in ("the", "a", "an", "his", "her", "their", "its")
        and token - first < 4
        and _part(parse, first - 1)
    ):
        first -= 1
    return first if first < token and any(parse.lemma[t] in _RULERS for t in range(first, token)) else None


def _part(parse: Parse, token: int) -> bool:
    return parse.dep[token] in ("poss", "case", "compound", "amod", "nmod") and not parse.words[token][0].isupper()


def _stands(parse: Parse, token: int) -> bool:
    """Behind a preposition of place, also as "the steps of"."""
    above = parse.head[token]
    if parse.dep[token] == "pobj" and parse.lower[above] == "of" and parse.lemma[parse.head[above]] in STEPS:
        token = parse.head[above]
        above = parse.head[token]
    return parse.dep[token] == "pobj" and parse.lower[above] in ("at", "in", "on", "outside", "inside", "near")


STEPS = frozenset(("step", "gate", "lawn", "ground", "grounds", "garden", "gardens", "entrance", "courtyard"))
"""Parts of a building where something may take place."""
