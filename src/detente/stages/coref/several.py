"""Who "they" may be: a group, several named together, a body of people."""

from __future__ import annotations

from detente.stages.coref.scene import Scene

COLLECTIVE = frozenset(
    "police military media statemedia rebels delegation opposition inspectors prosecutor gov group company team court army".split()
)


def together(scene: Scene, j: int) -> tuple[int, ...]:
    """The entities of a mention that stands for several, or of all its coordinated partners; empty where it is one of no number."""
    who = scene.who[j]
    if not who:
        return ()
    if len(who) > 1:
        return tuple(who)
    if joint := _coordinated(scene, j):
        return joint
    entity = scene.entities[who[0]]
    if entity.plural or entity.sort == "body" or (entity.sort == "state" and scene.mentions[j].form != "adjective"):
        return (who[0],)
    return ()


def lean(scene: Scene, members: tuple[int, ...]) -> float:
    """What speaks for "they" being such members at all, in log-odds: hand-set."""
    if len(members) > 1 or scene.entities[members[0]].plural:
        return 0.6
    if _collective(scene, members[0]):
        return 0.0
    return -2.2 if scene.entities[members[0]].sort == "body" else -1.5


def _coordinated(scene: Scene, j: int) -> tuple[int, ...]:
    """All of "X, Y and Z", where the mention is the first of them."""
    at, parse = scene.mentions[j].head, scene.parse
    chain = [j]
    while (at := next((k for k in parse.kids[at] if parse.dep[k] == "conj" and k in scene.at), -1)) >= 0:
        chain.append(scene.at[at])
    if len(chain) == 1:
        return ()
    ids = tuple(dict.fromkeys(n for k in chain if len(scene.who[k] or ()) == 1 for n in scene.who[k] or ()))
    return ids if len(ids) > 1 else ()


def _collective(scene: Scene, number: int) -> bool:
    """Whether a body may be "they": police, troops, media, an armed group; not a committee."""
    entity = scene.entities[number]
    known = scene.gazetteer.entries.get(entity.entry or "")
    if known and known.type in ("armed_group", "media", "party"):
        return True
    return entity.sort == "body" and any(key in COLLECTIVE for key, _ in entity.roles)
