"""What points ahead: an office in a headline, whose holder the text names; an unnamed speaker who is the person quoted next; "their" in a
phrase before its sentence.
"""

from __future__ import annotations

from detente.stages.coref.described import EXPERTS
from detente.stages.coref.scene import Scene

TOP = 3
"""Paragraphs among which the headline stands: a caption may come before it."""
HEADS = frozenset({"head", "chief", "commander", "leader", "boss"})


def resolve(scene: Scene) -> None:
    """All that points ahead, once everything else is known."""
    _headline(scene)
    _speakers(scene)
    for i, mention in enumerate(scene.mentions):
        if mention.form == "pronoun" and scene.words[mention.head] == "their" and not scene.who[i]:
            _group_ahead(scene, i)


def _headline(scene: Scene) -> None:
    """ "Army chief warns": the first whom the text names with the same office."""
    parse = scene.parse
    heads = [(first, last) for first, last in parse.paragraphs[:TOP] if parse.words[last - 1] not in (".", "”", '"')]
    for i, mention in enumerate(scene.mentions):
        if len(parse.paragraphs) < 2 or not heads or mention.head >= heads[-1][1]:
            return
        if any(first <= mention.head < last for first, last in heads) and (own := _bare(scene, i)) is not None:
            entity = scene.entities[own]
            if (number := _holder(scene, i, entity.roles[0])) is not None:
                entity.mentions = []
                scene.join(i, number, "inferred: named below with this office")


def _bare(scene: Scene, i: int) -> int | None:
    """The entity of an office without an article that nothing else in the text is yet; None for any other mention."""
    mention, who, tag = scene.mentions[i], scene.who[i], scene.parse.tag
    if mention.form != "nominal" or not who or len(who) != 1 or tag[mention.head] == "NNS":
        return None
    if {tag[mention.first], tag[max(mention.first - 1, 0)]} & {"DT", "PRP$", "POS"}:
        return None
    entity = scene.entities[who[0]]
    return who[0] if entity.mentions == [i] and not entity.names and entity.roles else None


def _holder(scene: Scene, i: int, role: tuple[str, str]) -> int | None:
    """The first person who is named with an office below."""
    for j in range(i + 1, len(scene.mentions)):
        mention, who = scene.mentions[j], scene.who[j]
        if mention.form == "name" and who and len(who) == 1 and scene.entities[who[0]].sort == "person":
            said = {scene.words[t] for t in range(*mention.title)} if mention.title else set[str]()
            if any(_same_office(role, other, said) for other in scene.entities[who[0]].roles):
                return who[0]
    return None


def _same_office(role: tuple[str, str], other: tuple[str, str], said: set[str]) -> bool:
    """Whether two offices are one: of no two countries; an "army chief" is also "the head of the army"."""
    if role[1] and other[1] and role[1] != other[1]:
        return False
    body, _, kind = role[0].rpartition("_")
    return role[0] == other[0] or (kind == "chief" and other[0] in HEADS and body in said)


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
