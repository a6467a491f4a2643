"""Two that face each other: "the parties", "both sides" of a government and those who fight or talk with it."""

from __future__ import annotations

from collections.abc import Iterator

from detente.stages.coref.scene import SUBJECTS, Scene

REACH = 3  # sentences back
AGAINST = frozenset({"with", "against"})
BODIES = ("state", "body", "group")


def facing(scene: Scene, i: int) -> list[int]:
    """The last two of whom one is no state, named together ("the government and the Front") or against each other, before mention `i`."""
    here = scene.sentence(i)
    for j in range(i - 1, -1, -1):
        if here - scene.sentence(j) > REACH:
            return []
        for other in _across(scene, j):
            pair = [other, *(scene.who[j] or ())]
            if _opposed(scene, pair):
                return pair
    return []


def _across(scene: Scene, j: int) -> Iterator[int]:
    """Who stands beside a mention: the one that it is coordinated with, the subject that deals "with" it."""
    parse, head = scene.parse, scene.mentions[j].head
    above = parse.head[head]
    if parse.dep[head] == "conj" and parse.dep[above] != "conj":
        yield from _one(scene, above)
    elif parse.dep[head] == "pobj" and parse.lower[above] in AGAINST:
        for verb in parse.ancestors(above):
            for kid in parse.kids[verb]:
                if parse.dep[kid] in SUBJECTS and kid < head:
                    yield from _one(scene, kid)


def _one(scene: Scene, token: int) -> tuple[int, ...]:
    who = scene.who[scene.at[token]] if token in scene.at else None
    return who if who and len(who) == 1 else ()


def _opposed(scene: Scene, pair: list[int]) -> bool:
    """Two of which one at least is a body: of two countries, or one of those that fight or talk with governments."""
    if len(set(pair)) != 2:
        return False
    one, other = (scene.entities[n] for n in pair)
    if one.sort not in BODIES or other.sort not in BODIES:
        return False
    abroad = one.country != other.country and {one.sort, other.sort} == {"state", "body"}
    return abroad or any(_contending(scene, n) for n in pair)


def _contending(scene: Scene, number: int) -> bool:
    """Whether an actor is an armed group, a movement or a front, or the government of a state that has one against it."""
    entity = scene.entities[number]
    known = scene.gazetteer.entries.get(entity.entry or "")
    if known:
        return known.type in ("armed_group", "party")
    words = {w for name in entity.names for w in name} | {key for key, _ in entity.roles}
    return bool(words & CONTENDERS)


CONTENDERS = frozenset(
    """rebels rebel front movement movements guerrillas guerrilla insurgents militants separatists fighters militia militias army opposition
    liberation union alliance coalition junta council""".split()
)
