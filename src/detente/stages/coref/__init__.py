"""Coreference: which mentions of an article stand for one actor or for several, and what decided it."""

from __future__ import annotations

from detente.nlp.parse import Parse
from detente.reading import Antecedent, Candidate, Doubt, Mention
from detente.records import Article
from detente.stages.coref import cataphora, copulas, groups, named, nominals, pronouns
from detente.stages.coref.quotes import speakers
from detente.stages.coref.scene import Knows, Scene

__all__ = ["resolve"]


def resolve(
    article: Article, parse: Parse, mentions: tuple[Mention, ...], candidates: tuple[tuple[Candidate, ...], ...], lexicon: Knows
) -> tuple[tuple[Antecedent | None, ...], tuple[Doubt, ...]]:
    """For each mention its antecedents; None where it is the first of its actor, empty where it stays open."""
    return resolved(Scene(article, parse, mentions, candidates, lexicon)).antecedents(), ()


def resolved(scene: Scene) -> Scene:
    """A scene in which every mention has its entities, or is open: names first, then what refers to them."""
    named.resolve(scene)
    nominals_and_pronouns(scene)
    return scene


def nominals_and_pronouns(scene: Scene) -> None:
    """The mentions without a name, in text order; a pronoun that opens a description comes before it."""
    cued = speakers(scene)
    told: dict[str, tuple[int, ...]] = {}
    order = sorted(
        range(len(scene.mentions)),
        key=lambda i: (scene.mentions[i].head if scene.mentions[i].form != "pronoun" else scene.mentions[i].first, i),
    )
    late = [i for i in order if scene.words[scene.mentions[i].first] in pronouns.FIRST]  # "my government": who speaks may be told after
    for i in (*(j for j in order if j not in set(late)), *late):
        if scene.who[i] is not None:
            continue
        form = scene.mentions[i].form
        if form == "pronoun":
            pronouns.resolve(scene, i, cued)
        elif form == "group":
            groups.resolve(scene, i, told)
        elif not groups.again(scene, i, told) and not copulas.link(scene, i):
            nominals.resolve(scene, i)
            if len(members := scene.who[i] or ()) > 1:
                told[scene.entities[members[0]].sort] = told[""] = members
    cataphora.resolve(scene)
    named.countries(scene)
