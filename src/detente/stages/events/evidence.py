"""The words that an event rests on: its clause or noun phrase, without what only hangs on to it."""

from __future__ import annotations

from detente.nlp.parse import Parse
from detente.nlp.syntax import coordinated, inverted

LONGEST = 150  # characters: a quote to be read at a glance
_OUTSIDE = frozenset({"relcl", "advcl", "parataxis", "conj", "cc", "punct", "mark", "ccomp"})


def of_verb(parse: Parse, verb: int, extra: tuple[int, ...]) -> tuple[int, int]:
    """From the subject (where it stands before the verb, in the sentence) to the end of the verb's own complements."""
    if turned := inverted(parse, verb):
        return verb, _edge(parse, turned[0], parse.start[verb])
    first, last = verb, verb + 1
    for token in extra:
        first, last = min(first, token), max(last, token + 1)
    for kid in parse.kids[verb]:
        if parse.dep[kid] in ("nsubj", "nsubjpass", "aux", "auxpass", "neg", "csubj") and kid < verb:
            first = min(first, _left(parse, kid), *coordinated(parse, kid))
    if parse.dep[verb] in ("acl", "relcl") and parse.is_noun(parse.head[verb]):
        first = min(first, _left(parse, parse.head[verb]))
    elif first == verb or parse.dep[verb] == "conj":
        first = min(first, _shared_left(parse, verb))
    return first, _right(parse, verb, last, first)


def _left(parse: Parse, noun: int) -> int:
    return parse.left[noun]


def _shared_left(parse: Parse, verb: int) -> int:
    """A conjoined verb or an infinitive begins where it begins: its subject stands in another clause."""
    for kid in parse.kids[verb]:
        if kid < verb and parse.tag[kid] == "TO":
            return kid
    return verb


def _right(parse: Parse, verb: int, last: int, first: int) -> int:
    begin = parse.start[first]
    for kid in parse.kids[verb]:
        if kid < verb or (parse.dep[kid] in _OUTSIDE and not _complement(parse, kid)):
            continue
        end = _edge(parse, kid, begin)
        last = max(last, end)
    return last


def _complement(parse: Parse, kid: int) -> bool:
    return parse.dep[kid] == "ccomp"


def _edge(parse: Parse, kid: int, begin: int) -> int:
    """As far right into a complement as the quote stays short, first without, at need only to its head."""
    last = parse.right[kid]
    for inner in parse.kids[kid]:
        if inner > kid and parse.dep[inner] in ("relcl", "advcl", "parataxis"):
            last = min(last, parse.left[inner])
            break
    while last > kid + 1 and parse.end[last - 1] - begin > LONGEST:
        last -= 1
    while last > kid + 1 and (parse.dep[last - 1] in ("punct", "cc", "det", "prep", "mark", "aux") or parse.words[last - 1] in ",;:"):
        last -= 1
    return last if parse.end[last - 1] - begin <= LONGEST else kid + 1


def of_noun(parse: Parse, noun: int, light: int | None) -> tuple[int, int]:
    """The noun phrase without relative clauses; from its light verb's subject on, where that carries it."""
    first, last = parse.left[noun], noun + 1
    begin = parse.start[first]
    for kid in parse.kids[noun]:
        if kid > noun and parse.dep[kid] in ("prep", "acl", "appos", "nummod"):
            last = max(last, _edge(parse, kid, begin))
        elif kid > noun and parse.dep[kid] == "relcl":
            break
    if light is None:
        return first, last
    start, end = of_verb(parse, light, (noun,))
    return min(start, first), max(end, last) if parse.end[max(end, last) - 1] - parse.start[min(start, first)] <= LONGEST else end
