"""Who says what: direct, indirect and mixed statements, and acts by words, each with speaker, addressees and chain."""

from __future__ import annotations

from typing import Protocol

from detente.lexicon.speech import Speech
from detente.nlp.parse import Parse
from detente.reading import Attribution, Cast, Doubt, Mention
from detente.records import Article
from detente.stages.speech import blocks, cues, nouns, phrases, verbs
from detente.stages.speech.direct import Linked
from detente.stages.speech.scene import Found, Scene
from detente.stages.speech.weave import weave


class _Lexicon(Protocol):
    @property
    def speech(self) -> Speech: ...


def attribute(
    parse: Parse, mentions: tuple[Mention, ...], cast: Cast, article: Article, lexicon: _Lexicon
) -> tuple[tuple[Attribution, ...], tuple[Doubt, ...]]:
    """All attributions of an article, in the order of their cues; whose speaker is not found has None.

    Manner `act` marks acts by words whose content is a noun phrase or a deed ("backed the sanctions"), and what is thought or
    wanted within another's words: they serve positions and events and are no statements of their own.
    """
    scene = Scene(parse, cast, lexicon.speech)
    hits = cues.verbs(scene)
    linked = Linked(scene, hits)
    found: list[Found] = []
    for token in sorted(linked.verbs):
        if (f := verbs.read(scene, linked, linked.verbs[token])) is not None:
            found.append(f)
    found += [f for hit in cues.nouns(scene) if (f := nouns.read(scene, hit)) is not None]
    found += [f for hit in cues.adjectives(scene) if (f := nouns.read_adjective(scene, hit)) is not None]
    found += phrases.read(scene)
    found, doubts = blocks.add(scene, linked, found)
    return weave(scene, found), doubts
