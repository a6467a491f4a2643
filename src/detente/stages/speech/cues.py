"""Where the text has a cue: verbs in any form, nouns, adjectives, adverbs, phrases, by the first word of each."""

from __future__ import annotations

from collections.abc import Iterator

from detente.lexicon.speech import Table
from detente.stages.speech.scene import Hit, Scene

_GAP = 3


def verbs(scene: Scene) -> list[Hit]:
    """All cue verbs, in order."""
    table, lower = scene.words.verbs, scene.parse.lower
    hits = []
    for at, word in enumerate(lower):
        if word in table and _is_verb(scene, at) and (hit := _longest(scene, table, at)):
            hits.append(hit)
    return hits


def nouns(scene: Scene) -> Iterator[Hit]:
    """All cue nouns, in order."""
    table, parse = scene.words.nouns, scene.parse
    for at, word in enumerate(parse.lower):
        if word in table and (parse.is_noun(at) or _after_owner(scene, at)):
            for rest, cue in table[word]:
                if not rest:
                    yield Hit(at, at + 1, cue)


def adjectives(scene: Scene) -> Iterator[Hit]:
    """Adjectives of attitude as predicates ("is confident that")."""
    table, parse = scene.words.adjectives, scene.parse
    for at, word in enumerate(parse.lower):
        if word in table and parse.tag[at] in ("JJ", "VBN", "VBD") and parse.dep[at] in ("acomp", "ROOT", "conj", "ccomp", "xcomp", "oprd"):
            yield Hit(at, at + 1, table[word][0][1])


def phrase_at(scene: Scene, at: int) -> Hit | None:
    """The prepositional cue that begins at a token ("according to")."""
    table = scene.words.phrases
    if scene.parse.lower[at] not in table:
        return None
    return _longest(scene, table, at)


def _longest(scene: Scene, table: Table, at: int) -> Hit | None:
    lower = scene.parse.lower
    for rest, cue in table[lower[at]]:
        if not rest:
            return Hit(at, at + 1, cue)
        if lower[at + 1 : at + 1 + len(rest)] == rest:
            return Hit(at, at + 1 + len(rest), cue)
        if len(rest) == 1 and cue.part == "verb" and (particle := _apart(scene, at, rest[0])):
            return Hit(at, particle + 1, cue)
    return None


def _apart(scene: Scene, at: int, particle: str) -> int | None:
    """A particle up to three words on, one short object between ("pointed it out"), or an adverb ("called again for")."""
    parse = scene.parse
    for kid in parse.kids[at]:
        if at < kid <= at + _GAP and parse.lower[kid] == particle and parse.dep[kid] in ("prt", "prep"):
            return kid if all(parse.tag[i] in ("RB", "PRP") for i in range(at + 1, kid)) else None
    return None


def _is_verb(scene: Scene, at: int) -> bool:
    parse = scene.parse
    tag, dep = parse.tag[at], parse.dep[at]
    if tag[0] == "V":
        return dep not in ("amod", "compound", "det", "prep") and not _after_owner(scene, at)
    if tag in ("NNS", "NN", "NNP", "NNPS", "JJ") and not _after_owner(scene, at):
        kids = [parse.dep[k] for k in parse.kids[at]]
        return "nsubj" in kids or "ccomp" in kids
    return False


def _after_owner(scene: Scene, at: int) -> bool:
    """Right behind "his", "the", "North's" stands a noun, whatever its tag."""
    return (
        at > 0
        and scene.parse.tag[at - 1] in ("PRP$", "POS", "DT")
        and scene.parse.tag[at] not in ("VBG", "VBD")
        and scene.parse.dep[at - 1] in ("poss", "case", "det")
    )
