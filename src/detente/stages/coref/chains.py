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
_PERSONS = {
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), "i"),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), "we"),
    **dict.fromkeys(("you", "your", "yours", "yourself", "yourselves"), "you"),
}


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

    Of open pronouns the best guess is taken. Things are one by the same name or its initials, or by the same noun with a definite
    article and no modifier that the first lacks; "I" and "you" whom nobody knows are one within a paragraph.
    """
    found: dict[int, list[Phrase]] = {}
    taken: set[int] = set()
    for i, mention in enumerate(scene.mentions):
        who = scene.who[i] or (() if i not in scene.guesses else (scene.guesses[i],))
        if len(who) == 1 and who[0] >= 0:
            found.setdefault(who[0], []).append(mentioned(mention))
            taken.update(range(mention.first, mention.last) if mention.form == "name" else (mention.head,))
        for number, phrase in _in_title(scene, mention):
            found.setdefault(number, []).append(phrase)
            taken.add(phrase.head)
    things = _things(scene.parse, taken)
    at = {p.head: chain for chain in things for p in chain}
    for i, guess in scene.guesses.items():
        if guess < 0 and not scene.who[i] and (chain := at.get(-1 - guess)):
            chain.append(mentioned(scene.mentions[i]))
    every = [*found.values(), *things, *_talkers(scene)]
    return [sorted(chain, key=lambda p: p.head) for chain in every if len({p.head for p in chain}) > 1]


def mentioned(mention: Mention) -> Phrase:
    """A mention of an actor as a phrase, with its title."""
    first, last = mention.title or (mention.first, mention.last)
    named = mention.form == "name"
    spans = (min(first, mention.first), max(last, mention.last)) if named else (mention.first, mention.last)
    return Phrase(*spans, mention.head, (), named, True)


def _in_title(scene: Scene, mention: Mention) -> Iterator[tuple[int, Phrase]]:
    """ "US President Donald Trump": the state in a title, where it is an actor of the article."""
    token, last = mention.title or (0, 0)
    while token < last:
        name = scene.gazetteer.names.at(scene.words, token, last) if token not in scene.at else None
        number = next((n for s in name.meanings if (n := scene.by_entry.get(s.entry)) is not None), None) if name else None
        if name and number is not None and scene.entities[number].sort == "state":
            yield number, Phrase(token, name.last, name.last - 1, (), True, True)
        token = name.last if name else token + 1


def _talkers(scene: Scene) -> list[list[Phrase]]:
    """ "I", "we" and "you" that stay open, by paragraph."""
    found: dict[tuple[str, int], list[Phrase]] = {}
    open_ = {m.head for i, m in enumerate(scene.mentions) if m.form == "pronoun" and not scene.who[i]}
    at = {m.head for m in scene.mentions}
    for token, word in enumerate(scene.words):
        if (person := _PERSONS.get(word)) and (token in open_ or token not in at):
            phrase = Phrase(token, token + 1, token, (), False, True)
            found.setdefault((person, scene.paragraph[token]), []).append(phrase)
    return list(found.values())


def _things(parse: Parse, taken: set[int]) -> list[list[Phrase]]:
    """Chains of what is no actor; also those of one phrase."""
    made: list[list[Phrase]] = []
    latest: dict[str, list[list[Phrase]]] = {}
    for phrase in _phrases(parse, taken):
        near = latest.setdefault(phrase.words[-1] if phrase.name else phrase.words[0], [])
        chain = next((c for c in reversed(near) if _again(c, phrase)), None) or latest.get("/" + _short(phrase), [None])[-1]
        if chain is None:
            chain = []
            made.append(chain)
            near.append(chain)
            if phrase.name and len(phrase.words) > 1:
                latest.setdefault("/" + "".join(w[0] for w in phrase.words), []).append(chain)
        chain.append(phrase)
    return made


def _short(phrase: Phrase) -> str:
    """The letters of an acronym ("L.A."), empty where the phrase is none."""
    letters = phrase.words[-1].replace(".", "") if phrase.name and len(phrase.words) == 1 else ""
    return letters if len(letters) < 6 else ""


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
