"""Whether a cue was really uttered: negated, refused, still to come, or only possible."""

from __future__ import annotations

import msgspec

from detente.stages.speech.scene import Mode, Scene

_FUTURE = frozenset(("will", "'ll", "shall", "wo", "would", "'d"))
_POSSIBLE = frozenset(("may", "might", "could", "can", "ca", "should", "must", "ought"))
_NEGATIVE = frozenset(("not", "n't", "never", "no", "neither", "nor", "hardly", "barely"))


class Modality(msgspec.Struct, frozen=True):
    """`said` is false where the words were not uttered; `refused` where their speaker would not utter them."""

    said: bool = True
    refused: bool = False
    mode: Mode = "actual"


PLAIN = Modality()


def of(scene: Scene, verb: int) -> Modality:
    """The modality of a cue verb, from its own auxiliaries and from the verbs that govern it."""
    said, refused, mode = _own(scene, verb)
    parse = scene.parse
    at = verb
    for _ in range(4):
        if parse.dep[at] == "conj" and not any(parse.dep[k] in ("nsubj", "aux", "neg") for k in parse.kids[at]):
            if _tensed_behind_bare(scene, at):
                break
            at = parse.head[at]
            s, r, m = _own(scene, at)
            said, refused, mode = said and s, refused or r, mode if m == "actual" else m
            continue
        if parse.dep[at] not in ("xcomp", "advcl", "ccomp") or parse.tag[at] != "VB" or parse.head[at] == at:
            break
        at = parse.head[at]
        word = parse.lemma[at] if parse.is_verb(at) else parse.lower[at]
        lists = scene.words.lists
        if (word in ("have", "be") and "yet" in parse.lower[at:verb]) or word in lists["refusing"]:
            said, refused = False, True
        elif word in lists["future"] or word == "be":
            mode = "future" if mode == "actual" else mode
        elif word in lists["hedged"]:
            mode = "possible"
        s, r, m = _own(scene, at)
        said, refused = said and s, refused or r
        mode = m if m != "actual" and mode == "actual" else mode
    return Modality(said, refused, mode) if (said, refused, mode) != (True, False, "actual") else PLAIN


def _tensed_behind_bare(scene: Scene, verb: int) -> bool:
    """He might speak to Xi and VOWED …: a tensed verb shares no auxiliary with the bare one that the parse joined it to."""
    parse = scene.parse
    return parse.tag[verb] in ("VBD", "VBZ") and parse.tag[parse.head[verb]] == "VB"


def _own(scene: Scene, verb: int) -> tuple[bool, bool, Mode]:
    parse = scene.parse
    said, would = True, False
    mode: Mode = "actual"
    for kid in parse.kids[verb]:
        if kid > verb:
            break
        word = parse.lower[kid]
        if parse.dep[kid] in ("neg", "advmod", "preconj") and word in _NEGATIVE:
            said = False
        elif parse.dep[kid] == "aux" and parse.tag[kid] == "MD":
            mode = "future" if word in _FUTURE else "possible" if word in _POSSIBLE else mode
            would = word in ("would", "wo", "will", "could")
    return said, not said and would, mode
