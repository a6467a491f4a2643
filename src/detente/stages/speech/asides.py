"""Cues that stand beside their content: "…, the ministry said, …": the range of the cue clause, and what lies around it."""

from __future__ import annotations

from detente.stages.speech.clauses import cut, longest_first
from detente.stages.speech.scene import COMMAS, FINITE, Piece, Scene


def cue_clause(scene: Scene, verb: int, last: int, subj: int | None) -> Piece | None:
    """The range of a parenthetical cue ("…, the ministry said, …"), or None where it does not stand between commas."""
    parse = scene.parse
    first_of, end_of = scene.section(verb)
    begin = _left_edge(scene, verb, subj)
    end = last
    if subj is not None and subj > verb:
        end = max(last, _right_edge(scene, subj, end_of))
    end = _adverbials(scene, end, end_of)
    if begin > first_of and not _fenced(scene, begin - 1):
        return None
    if end < end_of and parse.lower[end] not in COMMAS and parse.lower[end] not in (".", ";", ":", "?", "!") and end not in scene.marked:
        return None
    return begin, end


def _left_edge(scene: Scene, verb: int, subj: int | None) -> int:
    parse = scene.parse
    begin = verb
    if subj is not None and subj < verb:
        begin = _np_begin(scene, subj)
    else:
        while begin > 0 and parse.head[begin - 1] == verb and parse.dep[begin - 1] in ("aux", "auxpass", "advmod", "neg"):
            begin -= 1
    return begin - 1 if begin > 0 and parse.lower[begin - 1] == "as" else begin


def _np_begin(scene: Scene, subj: int) -> int:
    """The first token of a subject's phrase; a swallowed clause before it is left out."""
    parse = scene.parse
    first = parse.left[subj]
    kids = [k for k in parse.kids[subj] if k < subj]
    if any(parse.dep[k] in ("ccomp", "advcl", "relcl", "parataxis") for k in kids):
        first = min([k for k in kids if parse.dep[k] in ("det", "amod", "compound", "poss", "nummod")], default=subj)
        first = min(first, parse.left[first])
    return first


def _right_edge(scene: Scene, subj: int, end_of: int) -> int:
    return min(scene.parse.right[subj], end_of)


def _adverbials(scene: Scene, at: int, end_of: int) -> int:
    """Past what may follow a cue inside its clause: adverbs, addressees, prepositional phrases, up to the next comma or stop."""
    parse = scene.parse
    start = at
    while at < end_of and parse.lower[at] not in COMMAS and parse.lower[at] not in (".", ";", ":", "?", "!") and at not in scene.marked:
        if parse.tag[at] in FINITE and at - start > 0 and parse.dep[at] != "relcl":
            return start
        at += 1
    return at


def _fenced(scene: Scene, at: int) -> bool:
    word = scene.parse.lower[at]
    return word in COMMAS or word in ("?", "!", ":", ";", "(") or at in scene.marked


def around(scene: Scene, clause: Piece) -> tuple[Piece, ...]:
    """What a parenthetical cue gives to its speaker: the longer side of its sentence first."""
    begin, end = clause
    first_of, end_of = scene.section(begin)
    left = scene.trim(first_of, begin)
    right = scene.trim(*_right_side(scene, end, end_of)) if _goes_on(scene, left, end) else (end, end)
    sides = [s for s in (left, right) if s[1] - s[0] >= 1]
    if not sides or not any(scene.verbal(*s) for s in sides):
        return ()
    if left[1] <= left[0] and scene.parse.lower[begin] != "as":
        return ()
    if end < end_of and scene.parse.lower[end] == ":":
        return tuple(sides)
    return longest_first(scene, sides)


def _goes_on(scene: Scene, left: Piece, end: int) -> bool:
    """Whether the content goes on behind the cue: the part before is no whole clause, or "and" joins another."""
    parse = scene.parse
    if end >= len(parse) or parse.lower[end] == ":" or parse.lower[end + 1 : end + 2] in (("and",), ("but",), ("or",)):
        return True
    if left[1] <= left[0] or not scene.verbal(*left):
        return True
    root = next((t for t in range(*left) if parse.tag[t] in FINITE and parse.dep[t] not in ("relcl", "acl")), None)
    if parse.tag[left[0]] in ("IN", "WRB") and parse.lower[left[0]] in scene.words.lists["subordinate"]:
        return True
    return root is None or parse.tag[left[0]][0] == "W"


def _right_side(scene: Scene, end: int, end_of: int) -> Piece:
    """Behind the cue clause: content that goes on, but no narrator's "as …", "highlighting …"."""
    parse = scene.parse
    if end >= end_of or parse.lower[end] not in (*COMMAS, ":"):
        return end, end
    word = end + 1
    if word >= end_of:
        return end, end
    lower, tag = parse.lower[word], parse.tag[word]
    if tag == "VBG" or (lower in scene.words.lists["narrator"] and not (lower in ("and", "but") and scene.verbal(word, end_of))):
        return end, end
    return word, cut(scene, end, word, end_of)
