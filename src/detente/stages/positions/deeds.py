"""Stands that deeds are: a demand, a promise, a refusal, backing of a policy."""

from __future__ import annotations

from collections.abc import Iterator

from detente.nlp import syntax
from detente.reading import Deed, Stand
from detente.records import Certainty, Factuality, Stance
from detente.stages.positions.scene import Scene

NEAR = 10  # tokens between a subject and a verb that shares it


def read(scene: Scene, deeds: tuple[Deed, ...]) -> Iterator[Stand]:
    """One stand an actor of every deed that takes one."""
    for deed in deeds:
        stance = _stance(scene, deed)
        if stance is None:
            continue
        if deed.condition and deed.factuality == "possible":
            stance = "conditional"
        for issue in _issues(scene, deed):
            for actor in deed.actors:
                yield scene.stand(
                    (_begin(scene, deed), deed.trigger + 1),
                    issue,
                    (actor, stance),
                    f"position.{deed.rule}",
                    deed.attribution,
                    certainty=_certainty(deed.factuality),
                    condition=deed.condition,
                )


def _begin(scene: Scene, deed: Deed) -> int:
    """Where the evidence begins: at the subject, also where a joined verb shares it."""
    subject = next(iter(syntax.subjects(scene.parse, deed.trigger)), deed.first)
    first = scene.parse.left[subject]
    near = first < deed.first and deed.trigger - first <= NEAR
    return first if near and scene.parse.sentence_of[first] == scene.parse.sentence_of[deed.first] else deed.first


def _stance(scene: Scene, deed: Deed) -> Stance | None:
    """The stance that a deed takes, if any: none where it is denied, a charge against its doer, or told in passing of an agreement."""
    lemma = scene.parse.lemma[deed.trigger]
    if (deed.factuality == "denied" and deed.code != "REJECT") or (lemma in scene.stances.mute and lemma != "welcome"):
        return None
    if all(scene.parties.players[i].sector == "JUD" for i in deed.actors):
        return None  # a court rules and takes no side
    if deed.attribution is not None and scene.attributions[deed.attribution].act in ("accuse", "deny"):
        return None
    if deed.code == "AGREE" and scene.parse.dep[deed.trigger] in ("relcl", "acl"):
        return None
    stance = scene.stances.rules.get(deed.rule.split("+")[0]) or scene.stances.deeds.get(deed.code)
    if (negated := scene.negated(deed.trigger)) and opposing(scene, _word(scene, deed.trigger)):
        return "for"  # "is not opposed to"
    if negated and deed.code in ("AGREE", "SUPPORT") and stance == "for":
        return "against"  # "will neither accept nor recognise"
    return None if stance == "none" else stance


def _issues(scene: Scene, deed: Deed) -> Iterator[tuple[int, int]]:
    """What a deed is about: for "will inherit", "will never recognise", the deed itself; else what its word governs."""
    parse, trigger = scene.parse, _word(scene, deed.trigger)
    if scene.silent(trigger):
        return
    thing = parse.child(trigger, "dobj")
    if thing is not None and parse.lower[thing] == "it" and not scene.parties.at(thing) and deed.code in ("SUPPORT", "REJECT", "ACCUSE"):
        yield from filter(None, (scene.antecedent(thing),))
        return
    itself = (deed.code == "REJECT" and any(parse.dep[k] == "neg" for k in parse.kids[trigger])) or deed.rule.startswith("agree.vow")
    if itself and parse.is_verb(trigger) and parse.lemma[trigger] not in scene.stances.wills and not opposing(scene, trigger):
        yield trigger, max(trigger + 1, scene.phrase(trigger)[1])
        return
    for issue in scene.issues(trigger):
        if deed.code in ("SUPPORT", "ACCUSE", "REJECT") and not policy(scene, issue):
            continue
        if parse.lemma[trigger] == "welcome" and not any(parse.lemma[t] in scene.stances.matters for t in range(*issue)):
            continue
        if not (deed.code == "REQUEST" and _asks(scene, trigger, issue)):
            yield issue


def _word(scene: Scene, trigger: int) -> int:
    """The word that tells: of "was not opposed", the adjective."""
    said = scene.parse.child(trigger, "acomp", "attr") if scene.parse.lemma[trigger] == "be" else None
    return trigger if said is None else said


def opposing(scene: Scene, trigger: int) -> bool:
    """Whether a word itself says that one is against."""
    lemma, words = scene.parse.lemma[trigger], scene.stances
    return "against" in (words.wills.get(lemma), words.adjectives.get(lemma), words.adjectives.get(scene.parse.lower[trigger]))


def policy(scene: Scene, issue: tuple[int, int]) -> bool:
    """Whether the head of an issue is a common noun or a clause, not somebody, and not what somebody said."""
    parse = scene.parse
    if any(parse.lower[k] == "what" for t in range(*issue) for k in parse.kids[t] if k < issue[0]):
        return False  # "what he called a trick"
    head = next((t for t in range(*issue) if not issue[0] <= parse.head[t] < issue[1] or parse.head[t] == t), issue[0])
    return (
        (parse.tag[head] in ("NN", "NNS", "NNP", "NNPS", "VBG", "VB") or parse.is_verb(head))
        and not scene.parties.at(head)
        and parse.lemma[head] not in scene.stances.said | scene.stances.blows
    )


def _asks(scene: Scene, trigger: int, issue: tuple[int, int]) -> bool:
    """A question or a mere telling, not a demand: "asked how", "told reporters that"."""
    parse = scene.parse
    if any(parse.lower[t] in ASKING for t in range(trigger + 1, issue[0] + 1)):
        return True
    return parse.lemma[trigger] == "tell" and parse.child(trigger, "ccomp") is not None and parse.child(trigger, "xcomp") is None


ASKING = frozenset({"whether", "if", "how", "why", "who", "what", "when", "where"})


def _certainty(factuality: Factuality) -> Certainty:
    return "possible" if factuality == "possible" else "certain"
