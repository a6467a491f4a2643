"""Names of places in a parse, before it is decided which place each one is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

import msgspec

from detente.lexicon.atlas import Atlas, Locatives, Spot
from detente.lexicon.phrases import keys
from detente.nlp.parse import Parse

Stand: TypeAlias = Literal["locative", "object", "title", "other"]


class Name(msgspec.Struct, frozen=True):
    """A name at tokens `first` to `last` with the places it may mean, and how it stands in its clause."""

    first: int
    last: int
    head: int
    spots: tuple[Spot, ...]
    stand: Stand


def names(parse: Parse, atlas: Atlas) -> Iterator[Name]:
    """All names of the atlas in the text, in order; an adjective ("Chinese") has only hints."""
    words = [w if w.isascii() and w[-1] != "." else keys((w,))[0] for w in parse.lower]
    table, capital = atlas.table, [w[0].isupper() for w in parse.words]
    token, size = 0, len(words)
    ends = [0] * size
    for a, b in parse.sentences:
        ends[a:b] = [b] * (b - a)
    while token < size:
        if capital[token] and (found := table.at(words, token, ends[token])):
            if _proper(parse, found.first, found.last):
                head = _head(parse, found.first, found.last)
                yield Name(found.first, found.last, head, found.meanings, stand(parse, atlas.words, head))
            token = found.last
        else:
            token += 1


def _proper(parse: Parse, first: int, last: int) -> bool:
    """A single word at the begin of a sentence must be tagged a name; "US" and "us" differ."""
    if last - first > 1:
        return True
    tag = parse.tag[first]
    return tag.startswith(("NNP", "JJ", "NNS")) or first != parse.sentences[parse.sentence_of[first]][0]


def _head(parse: Parse, first: int, last: int) -> int:
    """The token of a span whose head lies outside it, else its last word."""
    for token in range(last - 1, first - 1, -1):
        if not first <= parse.head[token] < last:
            return token
    return last - 1


def stand(parse: Parse, words: Locatives, head: int) -> Stand:
    """How a name stands: behind a preposition of place, as the object of a verb or noun that leads to a place, or otherwise."""
    head = _outer(parse, head)
    dep, above = parse.dep[head], parse.head[head]
    if dep == "compound" and above > head and words.heads.get(parse.lemma[above]) == "point" and not parse.words[above][0].isupper():
        return stand(parse, words, above)  # "bombed Asmara airport", "at Moscow airport"
    if dep == "pobj":
        if parse.lower[above] in words.preps:
            return "locative"
        if parse.lower[above] == "of" and parse.lemma[parse.head[above]] in words.nouns_of | _PARTS | words.heads.keys():
            return "object"
    if _described(parse, words, head):
        return "title"
    if dep in ("dobj", "nsubjpass", "attr") and parse.lemma[above] in words.motion | words.act:
        return "object"
    before = parse.lower[head - 1] if head else ""
    if (
        dep in ("npadvmod", "appos", "dep", "nmod", "compound", "ROOT", "conj")
        and before in words.preps
        and before not in ("between", "on", "over")
    ):
        return "locative"
    if dep == "appos" and parse.dep[above] == "pobj" and parse.lower[parse.head[above]] in words.preps:
        return "locative"
    return "other"


def _described(parse: Parse, words: Locatives, head: int) -> bool:
    """ "Suriname is a small country in …", "Iran's Golestan province", "the Chile border", "the Haiti earthquake": the land itself."""
    dep, above = parse.dep[head], parse.head[head]
    noun = parse.lemma[above]
    if dep in ("poss", "compound", "nmod") and above > head:
        return noun in _OF_LAND or (dep == "poss" and words.heads.get(noun) in ("region", "city"))
    if dep != "nsubj" or noun != "be":
        return False
    whats = [k for k in parse.kids[above] if parse.dep[k] == "attr"]
    lands = (words.heads.keys() | _PARTS | {"country"}) - {"state", "party"}
    return any(parse.lemma[k] in lands and len(parse.kids[k]) > 1 for k in whats)


_OF_LAND = frozenset(
    (
        *("airport", "airspace", "border", "census", "climate", "coast", "coastline", "cyclone", "drought", "earthquake", "flood"),
        *(
            "forest",
            "geography",
            "interior",
            "landscape",
            "mountain",
            "population",
            "port",
            "quake",
            "railway",
            "river",
            "shore",
            "skyline",
            "soil",
        ),
        *("suburb", "temperature", "tsunami", "weather", "wildlife"),
    )
)
_PARTS = frozenset(
    [
        "north",
        "south",
        "east",
        "west",
        "center",
        "centre",
        "heart",
        "outskirts",
        "city",
        "town",
        "port",
        "capital",
        "province",
        "region",
        "village",
        "island",
        "coast",
        "shore",
        "streets",
        "border",
        "side",
        "part",
        "parts",
        "suburbs",
        "area",
        "areas",
        "vicinity",
        "edge",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "state",
        "middle",
        "district",
    ]
)


def surface(parse: Parse, first: int, last: int) -> str:
    """The words of a span as printed, with its spaces made single."""
    out = parse.words[first]
    for token in range(first + 1, last):
        out += (" " if parse.start[token] > parse.end[token - 1] else "") + parse.words[token]
    return out


def _outer(parse: Parse, head: int) -> int:
    """The first of a coordination ("to Yerevan and Baku"): it carries the preposition."""
    inner = head
    for _ in range(24):
        if parse.dep[head] != "conj":
            break
        head = parse.head[head]
    return inner if parse.lower[head] in MONTHS and head != inner else head


MONTHS = frozenset(
    ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
)
"""What a name is never joined to ("in December and Eritrea accepted": a misread clause)."""


def unknown(parse: Parse, words: Locatives, taken: Sequence[bool]) -> Iterator[tuple[int, int, int]]:
    """Capitalised names that stand as places and that the atlas does not know: (first, last, head)."""
    for token, dep in enumerate(parse.dep):
        if dep not in ("pobj", "dobj", "conj") or taken[token] or parse.tag[token][:2] != "NN" or not _placed(parse, words, token):
            continue
        named = parse.words[token][0].isupper() and parse.tag[token] == "NNP"
        ends = parse.lemma[token] in words.heads and token and parse.tag[token - 1] in ("NNP", "NNPS") and parse.head[token - 1] == token
        if named or ends:
            first = token
            while (
                first
                and parse.head[first - 1] == token
                and parse.dep[first - 1] in ("compound", "nmod", "amod", "punct")
                and _capital(parse, first - 1)
            ):
                first -= 1
            last = particles(parse, token + 1)
            if not any(taken[first:last]):
                yield first, last, token


_PARTICLES = frozenset(["do", "de", "da", "del", "du", "della", "dos", "das", "la"])


def particles(parse: Parse, last: int) -> int:
    """The end of a name that goes on with "do", "de", "al-" … ("Palacio do Planalto")."""
    while last + 1 < len(parse) and parse.lower[last] in _PARTICLES and _capital(parse, last + 1):
        last += 2
    return last


def _capital(parse: Parse, token: int) -> bool:
    return parse.words[token][0].isupper() or parse.words[token] == "-"


def _placed(parse: Parse, words: Locatives, token: int) -> bool:
    """Behind a preposition of place, or "city of"; or attacked."""
    token = _outer(parse, token)
    above = parse.head[token]
    if parse.dep[token] == "dobj":
        return parse.lemma[above] in words.act
    if parse.dep[token] != "pobj":
        return False
    word = parse.lower[above]
    return word in words.preps or (word == "of" and parse.lemma[parse.head[above]] in words.heads)


def waters(parse: Parse, words: Locatives, name: Name) -> int | None:
    """The head of "Japanese territorial waters", "Congo's territory": a state's name with a noun for its lands or seas."""
    token = name.last + (name.last < len(parse) and parse.lower[name.last] in ("'s", "'"))
    for _ in range(2):
        if token < len(parse) and parse.lower[token] in _LANDS:
            return token if stand(parse, words, token) != "other" else None
        token += 1
        if token > len(parse) or parse.lower[token - 1] not in _WHICH:
            return None
    return None


_WHICH = frozenset(["territorial", "internal", "home", "northern", "southern", "eastern", "western"])
_LANDS = frozenset(("waters", "territory", "airspace", "soil", "coast", "border", "capital", "mainland"))
