"""Chains of all noun phrases, also of things that are no actors: for measuring coreference, and for who wants to see them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from detente.nlp.parse import Parse
from detente.reading import Mention
from detente.stages.coref.scene import Scene

_DEFINITE = frozenset("the this that these those its their his her".split())
_MODIFIERS = frozenset(("amod", "compound", "nmod", "nummod", "poss"))
_NAMES = ("NNP", "NNPS")


class Phrase(msgspec.Struct, frozen=True):
    """A noun phrase: its tokens, its head, and the words that it is told again by."""

    first: int
    last: int
    head: int
    words: tuple[str, ...]
    """For a name its words; for a common noun its base form, then its modifiers."""
    name: bool
    definite: bool


def chains(scene: Scene) -> list[list[Phrase]]:
    """The phrases of a resolved scene that are one actor or one thing, two or more to a chain, in text order.

    Of open pronouns the best guess is taken. Things are one by the same name, or by the same noun with a definite article and no
    modifier that the first lacks.
    """
    found: dict[int, list[Phrase]] = {}
    taken: set[int] = set()
    for i, mention in enumerate(scene.mentions):
        who = scene.who[i] or (() if i not in scene.guesses else (scene.guesses[i],))
        if len(who) == 1 and who[0] >= 0:
            found.setdefault(who[0], []).append(mentioned(mention))
            taken.update(range(mention.first, mention.last) if mention.form == "name" else (mention.head,))
    things = _things(scene.parse, taken)
    at = {p.head: chain for chain in things for p in chain}
    for i, guess in scene.guesses.items():
        if guess < 0 and not scene.who[i] and (chain := at.get(-1 - guess)):
            chain.append(mentioned(scene.mentions[i]))
    every = [*found.values(), *things]
    return [sorted(chain, key=lambda p: p.head) for chain in every if len({p.head for p in chain}) > 1]


def mentioned(mention: Mention) -> Phrase:
    """A mention of an actor as a phrase."""
    return Phrase(mention.first, mention.last, mention.head, (), mention.form == "name", True)


def _things(parse: Parse, taken: set[int]) -> list[list[Phrase]]:
    """Chains of what is no actor; also those of one phrase."""
    made: list[list[Phrase]] = []
    latest: dict[str, list[list[Phrase]]] = {}
    for phrase in _phrases(parse, taken):
        near = latest.setdefault(phrase.words[-1] if phrase.name else phrase.words[0], [])
        chain = next((c for c in reversed(near) if _again(c, phrase)), None)
        if chain is None:
            chain = []
            made.append(chain)
            near.append(chain)
        chain.append(phrase)
    return made


def _again(chain: Sequence[Phrase], phrase: Phrase) -> bool:
    """Whether a phrase tells the thing of a chain again."""
    first = chain[0]
    if phrase.name or first.name:
        return phrase.name and first.name and (phrase.words == first.words or set(phrase.words) < set(first.words))
    return phrase.definite and set(phrase.words) <= {w for p in chain for w in p.words}


def _phrases(parse: Parse, taken: set[int]) -> Iterator[Phrase]:
    for head, tag in enumerate(parse.tag):
        if tag[:2] != "NN" or head in taken:
            continue
        name = tag in _NAMES
        inside = parse.dep[head] in ("compound", "nmod")
        if inside and (not name or parse.tag[parse.head[head]] in _NAMES):
            continue
        parts = [k for k in parse.kids[head] if k < head and parse.dep[k] in _MODIFIERS]
        first = min((k for k in parse.kids[head] if k < head and parse.dep[k] in (*_MODIFIERS, "det")), default=head)
        start = parse.left[first] if first != head else head
        if name:
            words = tuple(parse.lower[t] for t in range(start, head + 1) if parse.tag[t] in _NAMES)
        else:
            words = (parse.lemma[head] + "/" + tag, *(parse.lower[k] for k in parts))
        yield Phrase(start, head + 1, head, words, name, parse.lower[start] in _DEFINITE or parse.tag[start] == "PRP$")
