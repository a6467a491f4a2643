"""Predicates: "the man who initialled it was Hashim Thaci", "Dacic became his spokesman": subject and predicate are one."""

from __future__ import annotations

from detente.stages.coref.scene import SUBJECTS, Scene

VERBS = frozenset({"be", "become", "remain"})


def subject_of(scene: Scene, i: int) -> int | None:
    """The mention that a predicate mention is said of."""
    head, parse = scene.mentions[i].head, scene.parse
    verb = parse.head[head]
    if parse.dep[head] not in ("attr", "oprd") or parse.lemma[verb] not in VERBS or parse.child(verb, "neg") is not None:
        return None
    return next((scene.at[k] for k in parse.kids[verb] if parse.dep[k] in SUBJECTS and k in scene.at), None)


def predicate_of(scene: Scene, i: int) -> int | None:
    """The name that a description is said to be."""
    head, parse = scene.mentions[i].head, scene.parse
    verb = parse.head[head]
    if parse.dep[head] not in SUBJECTS or parse.lemma[verb] != "be" or parse.child(verb, "neg") is not None:
        return None
    return next((scene.at[k] for k in parse.kids[verb] if parse.dep[k] == "attr" and k in scene.at), None)


def _apposed(scene: Scene, i: int) -> int | None:
    """The name that a description between commas is said of: "Murad, member of the delegation, said"."""
    head, parse = scene.mentions[i].head, scene.parse
    if parse.dep[head] != "appos" or scene.words[scene.mentions[i].first - 1] != ",":
        return None
    j = next((k for k in range(i - 1, -1, -1) if scene.mentions[k].first <= parse.head[head] < scene.mentions[k].last), None)
    return j if j is not None and scene.mentions[j].form == "name" and scene.mentions[j].last <= scene.mentions[i].first else None


def link(scene: Scene, i: int) -> bool:
    """Join a person's description to its subject, or to the name that it is; whether it was done."""
    kind, key, of = scene.kinds(i)
    if kind not in ("office", "agent", "kin", "former") or scene.parse.tag[scene.mentions[i].head] in ("NNS", "NNPS"):
        return False
    for j in (subject_of(scene, i), predicate_of(scene, i), _apposed(scene, i)):
        who = scene.who[j] if j is not None else None
        if who and len(who) == 1 and scene.entities[who[0]].sort == "person" and not scene.entities[who[0]].plural:
            scene.join(i, who[0], "the text says that it is")
            if kind != "kin":
                scene.entities[who[0]].roles.append((key, of))
            return True
    return False
