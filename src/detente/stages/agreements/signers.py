"""Who signs, in long lists: "by Moon Jae-in, President of the Republic of Korea, and Kim Jong Un, Chairman of …"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.nlp.parse import Parse
from detente.parties import Parties, unique

JOINS = frozenset({"by", "and", ",", ";", "with", "or", "between"})
SIGNING = frozenset({"sign", "initial", "conclude", "ink", "countersign", "seal", "negotiate", "agree"})
BODIES = frozenset({"armed_group", "party", "igo", "state", "government"})
INNER = frozenset("the 's minister president leader bin bint al el ul - ibn von van de da di dos".split())
"""Small words between an item's first word and the head of its name."""
FAR = 60  # tokens of a list of signatories
STOPS = frozenset({"as", "while", "after", "before", "in", "on", "at", "when", "which", "under", "witnessed", "during"})
"""Words in whose phrase or clause nobody signs."""


def listed(parse: Parse, parties: Parties, verb: int) -> tuple[str, ...]:
    """Everybody whom "signed by" names, each for the state or body that its own description gives; none where there is no "by"."""
    plain = parties.governed(verb, "by")
    if parse.lemma[verb] not in SIGNING:
        return plain
    end = parse.sentences[parse.sentence_of[verb]][1]
    by = next((t for t in range(verb + 1, min(end, verb + 25)) if parse.lower[t] == "by"), None)
    if by is None or any(parse.is_verb(t) and parse.tag[t] in ("VBD", "VBZ", "VBP") for t in range(verb + 1, by)):
        return plain
    names = list(_names(parse, parties, by, end))
    edges = [*(t for t, _ in names), _close(parse, by, end)]
    stands = {ident: _for(parties, (ident, token, edges[i + 1])) for i, (token, ident) in enumerate(names)}
    return unique((*(stands.get(i, i) for i in plain), *stands.values()))


def _names(parse: Parse, parties: Parties, by: int, end: int) -> Iterator[tuple[int, str]]:
    """The items of the list: persons that begin after "by", "and" or a comma."""
    for token in range(by + 1, _close(parse, by, end)):
        ids = parties.cast.heads.get(token, ())
        if len(ids) != 1 or parties.players[ids[0]].type != "person" or not _name(parse, token):
            continue
        if _before(parse, token) in JOINS:
            yield token, ids[0]


def _name(parse: Parse, token: int) -> bool:
    """Whether a head is of a name, also of one that ends in small letters ("Jae-in")."""
    return parse.tag[token] in ("NNP", "NNPS") or (token > 1 and parse.words[token - 1] == "-" and parse.words[token - 2][0].isupper())


def _before(parse: Parse, token: int) -> str:
    """The word before a name and its titles."""
    at = token
    while at > 0 and (parse.words[at - 1][0].isupper() or parse.tag[at - 1][:2] == "JJ" or parse.lower[at - 1] in INNER):
        at -= 1
    return parse.lower[at - 1] if at else ""


def _close(parse: Parse, by: int, end: int) -> int:
    """Where the list ends: at a finite verb of another clause, or a word that begins a circumstance."""
    for token in range(by + 1, min(end, by + FAR)):
        if parse.tag[token] in ("VBD", "VBZ", "VBP", "MD") or (parse.lower[token] in STOPS and parse.tag[token][:2] != "NN"):
            return token
    return min(end, by + FAR)


def _for(parties: Parties, item: tuple[str, int, int]) -> str:
    """For whom somebody signs: the body or state that the words after his name give ("a spokesman for the TPLF"), else his state."""
    ident, token, end = item
    for at in range(token + 1, end):
        for other in (*parties.cast.heads.get(at, ()), *parties.cast.adjectives.get(at, ())):
            if parties.players[other].type in BODIES or (other != ident and parties.state(other) != other):
                return parties.state(other)
    return parties.state(ident)


def beside(parse: Parse, parties: Parties, subject: int) -> tuple[str, ...]:
    """Who stands beside "the government of Ethiopia" and was hung on the state: "and the Tigray People's Liberation Front"."""
    named = (k for noun in parse.children(subject, "conj") if not parties.at(noun) for k in parse.children(noun, "appos"))
    found = [i for k in named for i in parties.at(k)]  # "and his rival, Riek Machar"
    for prep in parse.children(subject, "prep"):
        for noun in parse.children(prep, "pobj") if parse.lower[prep] == "of" else ():
            found += (i for k in parse.children(noun, "conj") for i in parties.at(k) if parse.lower[parse.left[k]] == "the")
    return tuple(i for i in found if parties.players[i].type in ("armed_group", "party", "igo", "person"))
