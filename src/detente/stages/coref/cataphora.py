"""What points ahead: an unnamed speaker who is the person quoted next; "their" in a phrase before its sentence."""

from __future__ import annotations

from detente.stages.coref.described import EXPERTS
from detente.stages.coref.scene import Scene


def resolve(scene: Scene) -> None:
    """All that points ahead, once everything else is known."""
    _speakers(scene)
    for i, mention in enumerate(scene.mentions):
        if mention.form == "pronoun" and scene.words[mention.head] == "their" and not scene.who[i]:
            _group_ahead(scene, i)


def _group_ahead(scene: Scene, i: int) -> None:
    """ "Despite their pledge, conflicts have grown between the two countries": the group that the sentence itself names next."""
    parse, head = scene.parse, scene.mentions[i].head
    first, last = parse.sentences[parse.sentence_of[head]]
    root = next((t for t in range(first, last) if parse.head[t] == t), head)
    if root <= head or parse.head[first] != root or parse.dep[first] != "prep":
        return
    for j in range(i + 1, len(scene.mentions)):
        if scene.mentions[j].head >= last:
            return
        if scene.mentions[j].head > root and len(who := scene.who[j] or ()) > 1:
            scene.gather(i, who, "the ones named in the sentence that the phrase opens")
            return


def _speakers(scene: Scene) -> None:
    """ "an expert said … said Kim Hyun-wook, a professor": the unnamed speaker is the person quoted next."""
    parse = scene.parse
    for i, mention in enumerate(scene.mentions):
        who = scene.who[i]
        if mention.form != "nominal" or not who or len(who) != 1 or scene.words[mention.first] not in ("an", "a", "another", "one"):
            continue
        entity = scene.entities[who[0]]
        speaks = parse.dep[mention.head] == "nsubj" and parse.lemma[parse.head[mention.head]] in scene.gazetteer.words.say
        if not speaks or entity.mentions != [i] or not entity.roles or entity.roles[0][0] not in EXPERTS:
            continue
        if (number := _quoted_next(scene, i, who[0])) is not None:
            entity.mentions = []
            scene.join(i, number, "inferred: the person quoted next")


def _quoted_next(scene: Scene, i: int, own: int) -> int | None:
    """The person first named within the next paragraph or two, as speaker and with a description of that kind."""
    here = scene.paragraph[scene.mentions[i].head]
    office = scene.entities[own].roles[0][0]
    for j in range(i + 1, len(scene.mentions)):
        mention = scene.mentions[j]
        if scene.paragraph[mention.head] - here > 2:
            return None
        if mention.form == "name" and mention.title and (who := scene.who[j]) and scene.entities[who[0]].sort == "person":
            entity = scene.entities[who[0]]
            spoken = scene.parse.lemma[scene.parse.head[mention.head]] in scene.gazetteer.words.say
            if spoken and entity.mentions[0] == j and any(_opinion(scene, r, office) for r, _ in entity.roles):
                return who[0]
            if spoken:
                return None
    return None


def _opinion(scene: Scene, role: str, office: str) -> bool:
    known = scene.gazetteer.titles.offices.get(role)
    return (
        role == office
        or (role in EXPERTS and office in EXPERTS - {"official", "diplomat"})
        or (known is not None and known.level == "expert" and office not in ("official", "diplomat"))
    )
