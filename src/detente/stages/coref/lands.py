"""Nouns for states: "the country", "his country", "the kingdom", "the Islamic republic"."""

from __future__ import annotations

from detente.stages.coref.described import definite, in_play, several
from detente.stages.coref.scene import Entity, Scene

NEAR = 3  # sentences within which "the country" looks for its state


def state(scene: Scene, i: int, key: str, owner: int | None) -> None:
    """ "the country", "his country", "the kingdom"."""
    if owner is not None and scene.entities[owner].country:
        join_state(scene, i, scene.entities[owner].country or "", "country of its owner")
        return
    if not definite(scene, i):
        scene.new(i, Entity("group", None, [scene.words[scene.mentions[i].first : scene.mentions[i].last]], plural=True))
        return
    if country := _formally(scene, key):
        join_state(scene, i, country, f"the {key} in play")
        return
    if several(scene, i):
        scene.abstain(i, "which states stays open")
        return
    here, acting = scene.sentence(i), subjects_of(scene, i)
    for number in recent(scene, i):
        entity = scene.entities[number]
        if number in acting and scene.parse.dep[scene.mentions[i].head] != "nsubj":
            continue  # "Washington restored sanctions on the country's oil": another country's
        if here - max((scene.sentence(j) for j in entity.mentions if j < i), default=here) > NEAR:
            break
        if entity.sort == "state" and _kind_fits(scene, entity, key):
            scene.join(i, number, f"the {key} named last")
            return
    country = _formally(scene, key) or _kingdom(scene, key) or (in_play(scene, i) if key in ("country", "nation", "homeland") else "")
    if country:
        join_state(scene, i, country, f"the {key} in play")
    else:
        scene.abstain(i, f"no {key} named near")


def subjects_of(scene: Scene, i: int) -> tuple[int, ...]:
    """Who is the subject of the nearest verb over a mention, in its own clause."""
    head, parse = scene.mentions[i].head, scene.parse
    for verb in parse.ancestors(head):
        if parse.tag[verb][:1] == "V":
            kids = [k for k in parse.kids[verb] if parse.dep[k] == "nsubj" and k < head and k in scene.at]
            return tuple(n for k in kids for n in scene.who[scene.at[k]] or ())
    return ()


def _kind_fits(scene: Scene, entity: Entity, key: str) -> bool:
    return key not in ("kingdom", "monarchy", "emirate") or (entity.country or "") in scene.gazetteer.kingdoms


def _formally(scene: Scene, key: str) -> str:
    """ "the Islamic republic": the one state in play whose full name says so."""
    if " " not in key:
        return ""
    found = {e.country for e in scene.entities if e.country and key in scene.gazetteer.formal.get(e.country, "")}
    return found.pop() if len(found) == 1 else ""


def _kingdom(scene: Scene, key: str) -> str:
    if key not in ("kingdom", "monarchy"):
        return ""
    found = {e.country for e in scene.entities if e.country and e.country in scene.gazetteer.kingdoms}
    return found.pop() if len(found) == 1 else ""


def join_state(scene: Scene, i: int, country: str, how: str) -> None:
    """Join a mention to the state of a country."""
    entry = scene.gazetteer.states.get(country)
    if entry is None:
        scene.abstain(i, "its country has no row")
    else:
        scene.join(i, scene.unnamed(entry), how)


def recent(scene: Scene, i: int) -> list[int]:
    """Entities named before a mention, the latest first."""
    seen: dict[int, None] = {}
    for j in range(i - 1, max(-1, i - 40), -1):
        for number in scene.who[j] or ():
            if scene.mentions[j].form != "adjective":
                seen.setdefault(number)
    return list(seen)
