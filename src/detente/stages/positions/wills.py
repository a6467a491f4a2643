"""Stands that words of will tell of in anybody's mouth: "wants", "hopes to", "its opposition to", "critical of", "in favour of"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.nlp import syntax
from detente.reading import Stand
from detente.records import Certainty, Stance
from detente.stages.positions.deeds import policy
from detente.stages.positions.scene import FLIP, Scene

TRYING = frozenset({"try", "attempt"})


def read(scene: Scene) -> Iterator[Stand]:
    """The stands of all verbs, nouns and adjectives of will."""
    parse, stances = scene.parse, scene.stances
    for token in range(len(parse)):
        lemma = parse.lemma[token]
        if scene.denied(token):
            continue  # "Iran denied that it wants the bomb" says nothing of what it wants
        if parse.is_verb(token) and lemma in stances.wills:
            yield from _verb(scene, token, stances.wills[lemma])
        elif parse.tag[token][:2] == "NN" and lemma in stances.nouns:
            yield from _noun(scene, token, stances.nouns[lemma])
        elif lemma in stances.adjectives and parse.tag[token] in ("JJ", "VBN", "RB", "IN"):
            yield from _adjective(scene, token, stances.adjectives[lemma])


def _verb(scene: Scene, verb: int, stance: Stance) -> Iterator[Stand]:
    parse = scene.parse
    actors = scene.subjects(verb)
    if not actors or parse.dep[verb] == "amod" or scene.bidden(verb) or scene.silent(verb):
        return
    if any(parse.dep[k] == "neg" or parse.lower[k] == "never" for k in parse.kids[verb]):
        stance = FLIP[stance]
    needed = scene.stances.needs.get(parse.lemma[verb])
    if (needed is not None and not syntax.governed(parse, verb, needed)) or (
        parse.lemma[verb] in TRYING and parse.tag[verb] in ("VBD", "VBN")
    ):
        return
    if parse.lemma[verb] == "need" and parse.child(verb, "dobj") is None:
        return  # what one "needs to do" is a duty
    clause = parse.child(verb, "ccomp")
    if parse.lemma[verb] == "insist" and clause is not None and _states(scene, clause):
        return  # "insists that it is legal" asserts
    certainty: Certainty = "possible" if any(parse.lower[k] in ("may", "might", "could") for k in parse.kids[verb]) else "certain"
    subject = next(iter(syntax.subjects(parse, verb)), verb)
    begin = parse.left[subject] if subject < verb and verb - parse.left[subject] < 20 else verb
    for issue in scene.issues(verb):
        if (parse.lemma[verb] in scene.stances.solid and not policy(scene, issue)) or (
            scene.parties.at(issue[0]) and issue[1] - issue[0] == 1
        ):
            continue
        for actor in actors:
            yield scene.stand(
                (begin, verb + 1), issue, (actor, stance), f"position.will.{parse.lemma[verb]}", scene.within[verb], certainty=certainty
            )


def _states(scene: Scene, clause: int) -> bool:
    """Whether a clause tells how things are, not how they should be."""
    parse = scene.parse
    kids = parse.kids[clause]
    return not any(parse.tag[k] == "MD" for k in kids) and (
        parse.tag[clause] in ("VBZ", "VBD", "VBP") or any(parse.tag[k] in ("VBZ", "VBD", "VBP") and parse.dep[k][:3] == "aux" for k in kids)
    )


def _noun(scene: Scene, noun: int, stance: Stance) -> Iterator[Stand]:
    parse = scene.parse
    owners = parse.children(noun, "poss")
    actors = scene.parties.of(owners) or scene.parties.modifiers(noun)
    if (
        not actors
        and (light := syntax.light_verb(parse, noun)) is not None
        and parse.lemma[light] in ("have", "express", "voice", "make", "reiterate", "repeat", "declare", "reaffirm", "show")
    ):
        actors = scene.parties.subjects(light)
    for issue in scene.issues(noun):
        if parse.dep[noun] == "compound" or (scene.parties.at(issue[0]) and issue[1] - issue[0] == 1):
            continue
        for actor in actors:
            yield scene.stand(
                (parse.left[noun], noun + 1), issue, (actor, stance), f"position.will.{parse.lemma[noun]}", scene.within[noun]
            )


def _adjective(scene: Scene, word: int, stance: Stance) -> Iterator[Stand]:
    """ "is critical of", "remains opposed to", "is ready to", "is in favour of"."""
    parse = scene.parse
    head = parse.head[word]
    if not parse.is_verb(head) or parse.dep[word] not in ("acomp", "oprd", "attr", "prep", "advmod", "ccomp"):
        return
    if any(parse.dep[k] == "neg" for k in parse.kids[head]):
        stance = FLIP[stance]
    actors = scene.parties.subjects(head)
    for issue in scene.issues(word):
        for actor in actors:
            yield scene.stand(
                (min(parse.left[head], word), word + 1), issue, (actor, stance), f"position.will.{parse.lemma[word]}", scene.within[word]
            )
