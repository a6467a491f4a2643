"""Which states and bodies a name or modifier may be."""

from __future__ import annotations

from collections.abc import Sequence

from detente.lexicon.entries import Sense
from detente.lexicon.gazetteer import Gazetteer
from detente.nlp.parse import Parse
from detente.reading import Candidate, Mention

_SCORES = {"name": 0.95, "adjective": 0.95, "people": 0.9, "prefix": 0.9, "metonym": 0.85, "capital": 0.8}


def states(parse: Parse, words: Sequence[str], mention: Mention, known: tuple[Sense, ...], gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """The states, organisations and metonyms of that name; those that stand only in capitals elsewhere are left out."""
    if not known and (words[mention.first] == "the"):
        known = gazetteer.names.get(" ".join(words[mention.first + 1 : mention.last]))
    if not known and mention.last - mention.first == 1:
        known = gazetteer.halved(words, mention.first)
    printed = parse.words[mention.first]
    found: dict[str, Candidate] = {}
    for sense in known:
        if sense.entry.startswith("person:") or (sense.shouted and not printed.isupper()):
            continue
        score = _SCORES[sense.kind] - (0.05 if sense.entry.startswith("territory:") else 0.0)
        if sense.kind == "capital" and not sense.entry.startswith("state:"):
            score += 0.02  # "Brussels" is rather the Union than Belgium
        if sense.entry not in found or found[sense.entry].score < score:
            known_as = any(s.entry == sense.entry and s.kind == "metonym" for s in known)  # "the Kremlin" is nobody else's
            found[sense.entry] = Candidate(sense.entry, score, _HOW["metonym" if known_as else sense.kind])
    if any(s.entry.startswith("person:") for s in known) and mention.title:
        return ()
    return tuple(sorted(found.values(), key=lambda c: -c.score))


_HOW = {
    "name": "its name", "adjective": "adjective of the state", "people": "its people", "prefix": "combining form",
    "metonym": "stands for it", "capital": "its capital stands for it",
}  # fmt: skip


def unnamed(words: Sequence[str], mention: Mention, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """ "Korea", "inter-Korean", "Congo" alone: all states that share the word."""
    word = words[mention.last - 1]
    return tuple(Candidate(s, 0.5, "shares the name") for s in gazetteer.siblings.get(word, ()))
