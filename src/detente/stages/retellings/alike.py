"""Whether two deeds of one type and the same parties are told of one thing: by the occasion, the object, the subject of the talks."""

from __future__ import annotations

from collections.abc import Mapping

from detente.nlp.parse import Parse
from detente.reading import Deed

_OCCASIONS: Mapping[str, tuple[str, ...]] = {
    "visit": ("visit", "travel", "trip", "tour", "fly", "go", "come", "arrive", "receive", "welcome", "journey", "return", "host"),
    "meeting": ("meet", "meeting", "summit", "sit", "encounter", "see"),
    "talks": (
        "talk",
        "talks",
        "negotiate",
        "negotiation",
        "negotiations",
        "dialogue",
        "consult",
        "consultation",
        "discuss",
        "discussion",
        "round",
    ),
    "call": ("call", "phone", "telephone", "speak", "conversation"),
}
_KIND = {word: kind for kind, words in _OCCASIONS.items() for word in words}
_HOLDING = frozenset(
    ("hold", "have", "pay", "attend", "conduct", "make", "resume", "begin", "start", "open", "plan", "schedule", "arrange", "join")
)
_PAPERS = frozenset(
    ("agreement", "accord", "deal", "pact", "treaty", "document", "text", "declaration", "memorandum", "protocol", "convention")
)
_ABOUT = frozenset(("on", "about", "over", "regarding", "concerning"))
_NAMING = frozenset(("compound", "amod", "nmod", "nummod", "poss"))
_PLAIN = frozenset(
    ("new", "first", "second", "final", "historic", "joint", "formal", "same", "two", "such", "latest", "long", "landmark", "peace")
)


def alike(parse: Parse, a: Deed, b: Deed, *, dated: bool) -> bool:
    """Whether what is told of both can be one deed; `dated` where both have a time, which has been found to agree."""
    if a.code != "CONSULT":
        return not _differ(parse, _object(parse, a.trigger), _object(parse, b.trigger))
    if _topics_apart(parse, a.trigger, b.trigger):
        return False
    return dated or a.factuality == "actual" or occasion(parse, a.trigger) == occasion(parse, b.trigger)


def occasion(parse: Parse, trigger: int) -> str:
    """What kind of meeting a deed is: `visit`, `meeting`, `talks`, `call`, else its word."""
    noun = parse.child(trigger, "dobj") if parse.lemma[trigger] in _HOLDING else None
    word = parse.lemma[noun if noun is not None else trigger]
    return _KIND.get(word, word)


def _object(parse: Parse, trigger: int) -> int | None:
    """What a deed is done to, or what it asks or promises: the head of its object or of its clause."""
    kids = parse.kids[trigger]
    aim = next((k for k in kids if parse.dep[k] in ("xcomp", "ccomp") and k > trigger), None)
    noun = next((k for k in kids if parse.dep[k] in ("dobj", "nsubjpass") and parse.tag[k] in ("NN", "NNS")), None)
    return aim if aim is not None else noun


def _differ(parse: Parse, a: int | None, b: int | None) -> bool:
    """Whether two objects are known and are two things: other words, or papers of other names."""
    if a is None or b is None:
        return False
    one, two = parse.lemma[a], parse.lemma[b]
    if one != two and not {one, two} <= _PAPERS:
        return True
    if parse.is_verb(a):
        return _differ(parse, _object(parse, a), _object(parse, b)) if parse.is_verb(b) else False
    mine, yours = _names(parse, a), _names(parse, b)
    return bool(mine and yours) and not mine & yours


def _names(parse: Parse, noun: int) -> frozenset[str]:
    named = {parse.lower[k] for k in parse.kids[noun] if parse.dep[k] in _NAMING} | _subjects(parse, noun)
    return frozenset(named - _PLAIN)


def _topics_apart(parse: Parse, a: int, b: int) -> bool:
    """ "Talks on trade" and "talks on fisheries"."""
    mine, yours = _of_talks(parse, a), _of_talks(parse, b)
    return bool(mine and yours) and not mine & yours


def _of_talks(parse: Parse, trigger: int) -> frozenset[str]:
    noun = parse.child(trigger, "dobj")
    return frozenset(_subjects(parse, trigger) | (_subjects(parse, noun) if noun is not None else set()))


def _subjects(parse: Parse, head: int) -> set[str]:
    """What "on", "about", "over" behind a word say that it is about; days and parts of the world are no subjects."""
    preps = [k for k in parse.kids[head] if parse.dep[k] == "prep" and parse.lower[k] in _ABOUT]
    nouns = [n for k in preps if (n := parse.child(k, "pobj")) is not None]
    return {parse.lemma[n] for n in nouns if parse.tag[n] in ("NN", "NNS")}
