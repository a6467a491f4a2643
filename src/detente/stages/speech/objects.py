"""Content that is no finite clause: what somebody is to do, is accused of, is called; a noun phrase; an act."""

from __future__ import annotations

import msgspec

from detente.lexicon.speech import Cue
from detente.stages.speech.scene import Hit, Piece, Scene

_PREPOSITIONS = ("for", "on", "to", "in", "about", "over", "against", "of")
_LONGEST_NP = 40
_SHORTEST_NP = 4


class Shape(msgspec.Struct, frozen=True):
    """A content by its frame; `quoted` where only its words in quotation marks are meant."""

    frame: str
    piece: Piece
    statement: bool


def shape(scene: Scene, hit: Hit) -> Shape | None:
    """The first frame of the cue that its dependents fill, the more clause-like first."""
    if "against" in hit.cue.acts and (piece := _prep(scene, hit.token, "against")):
        return Shape("against", piece, False)  # warned Beijing AGAINST ARMING RUSSIA
    for frame, find in (("oinf", _oinf), ("inf", _inf), ("as", _as), ("small", _small), ("of", _of), ("gerund", _gerund), ("np", _np)):
        if takes(hit.cue, frame) and (piece := find(scene, hit)) and piece[1] > piece[0]:
            return _judged(scene, hit.cue, frame, piece)
    for frame in _PREPOSITIONS:
        if frame in hit.cue.acts and (piece := _prep(scene, hit.token, frame)):
            return Shape(frame, piece, False)
    return None


def takes(cue: Cue, frame: str) -> bool:
    """Whether the cue can have a content of this frame, as a statement or as an act."""
    return frame in cue.frames or frame in cue.acts or (frame == "oinf" and "inf" in cue.acts and "oinf" not in cue.acts)


def _judged(scene: Scene, cue: Cue, frame: str, piece: Piece) -> Shape | None:
    """A judgement or praise in the speaker's own quoted words is a statement of these words."""
    if (
        frame in ("as", "small", "np")
        and cue.act in ("praise", "deny", "accuse", "assert", "oppose", "refuse")
        and (words := _quoted(scene, piece, 2 if frame == "np" else 1))
    ):
        return Shape(frame, words, True)
    if frame == "np" and piece[1] - piece[0] == 1 and scene.parse.tag[piece[0]] in ("PRP", "DT", "WP", "WDT"):
        return None
    return Shape(frame, piece, frame in cue.frames and not (frame == "np" and _empty(scene, cue, piece)))


def _quoted(scene: Scene, piece: Piece, shortest: int) -> Piece | None:
    for q in scene.quotes_in(*piece):
        if q.close <= piece[1] and q.last - q.first >= shortest:
            rest = piece[1] - piece[0] - (q.last - q.first)
            return (q.first, q.last) if rest <= 8 else None
    return None


def _empty(scene: Scene, cue: Cue, piece: Piece) -> bool:
    """A pronoun alone says nothing, nor does a bare noun unless it is claimed."""
    if cue.commitment != "doubtful" and piece[1] - piece[0] < _SHORTEST_NP:
        return True
    return piece[1] - piece[0] == 1 and scene.parse.tag[piece[0]] in ("PRP", "DT", "WP", "WDT", "CD")


def infinitive(scene: Scene, verb: int) -> int | None:
    """The verb of the to-infinitive that depends on a verb or noun."""
    parse = scene.parse
    for kid in parse.kids[verb]:
        if kid > verb and parse.dep[kid] in ("xcomp", "ccomp", "advcl", "acl") and any(parse.tag[k] == "TO" for k in parse.kids[kid]):
            return kid
    return None


def to_of(scene: Scene, infinitive: int) -> int:
    """The "to" of an infinitive, or the "not" before it."""
    parse = scene.parse
    to = next(k for k in parse.kids[infinitive] if parse.tag[k] == "TO")
    return to - 1 if to > 0 and parse.lower[to - 1] in ("not", "never") else to


def _oinf(scene: Scene, hit: Hit) -> Piece | None:
    """Urge somebody TO DO: the infinitive, where there is somebody."""
    kid = infinitive(scene, hit.token)
    if kid is None:
        below = _object(scene, hit.token)
        kid = infinitive(scene, below) if below is not None else None
    if kid is None or not _somebody(scene, hit.token, kid):
        return None
    return scene.trim(to_of(scene, kid), scene.parse.right[kid])


def _object(scene: Scene, verb: int) -> int | None:
    parse = scene.parse
    for kid in parse.kids[verb]:
        if kid > verb and parse.dep[kid] in ("dobj", "dative"):
            return kid
        if (
            kid > verb
            and parse.dep[kid] == "prep"
            and (inner := parse.child(kid, "pobj")) is not None
            and parse.lower[kid] in ("on", "upon", "to", "with", "of", "for")
        ):
            return inner
    return None


def _somebody(scene: Scene, verb: int, infinitive: int) -> bool:
    parse = scene.parse
    subj = parse.child(infinitive, "nsubj")
    return (subj is not None and subj > verb) or ((o := _object(scene, verb)) is not None and o < infinitive)


def _inf(scene: Scene, hit: Hit) -> Piece | None:
    kid = infinitive(scene, hit.token)
    if kid is None:
        return None
    return scene.trim(to_of(scene, kid), scene.parse.right[kid])


def _as(scene: Scene, hit: Hit) -> Piece | None:
    """Criticised the vote AS …: object and judgement."""
    parse = scene.parse
    for kid in parse.kids[hit.token]:
        if kid > hit.token and parse.lower[kid] == "as" and parse.dep[kid] in ("prep", "mark", "advmod"):
            thing = parse.child(hit.token, "dobj")
            first = parse.left[thing] if thing is not None and thing > hit.token else kid + 1
            return scene.trim(first, parse.right[kid])
    thing = parse.child(hit.token, "dobj")
    if thing is not None:
        for kid in parse.kids[thing]:
            if parse.lower[kid] == "as" and kid > thing:
                return scene.trim(parse.left[thing], parse.right[kid])
    return None


def _small(scene: Scene, hit: Hit) -> Piece | None:
    """Called it A KIDNAPPING: object and predicate."""
    parse = scene.parse
    verb = hit.token
    for kid in parse.kids[verb]:
        if kid <= verb:
            continue
        if parse.dep[kid] == "oprd":
            thing = parse.child(verb, "dobj")
            if thing is None and parse.tag[kid][:3] == "NNP":
                return None  # a body called so
            first = parse.left[thing] if thing is not None and thing > verb else parse.left[kid]
            return scene.trim(min(first, parse.left[kid]), parse.right[kid])
        if parse.dep[kid] in ("ccomp", "xcomp") and parse.left[kid] >= hit.last and not _nonfinite(scene, kid):
            return scene.trim(parse.left[kid], parse.right[kid])
    things = parse.children(verb, "dobj", "dative", "attr")
    if len(things) > 1 and things[0] > verb:
        return scene.trim(parse.left[things[0]], parse.right[things[-1]])
    return None


def _nonfinite(scene: Scene, kid: int) -> bool:
    parse = scene.parse
    return parse.tag[kid] in ("VBG", "VB") and parse.child(kid, "nsubj") is None


def _of(scene: Scene, hit: Hit) -> Piece | None:
    """Accused him OF …: the accused and the deed."""
    parse = scene.parse
    thing = parse.child(hit.token, "dobj")
    for above in (hit.token, thing):
        for kid in parse.kids[above] if above is not None else ():
            if (
                kid > hit.token
                and parse.lower[kid] in ("of", "for", "with")
                and parse.lower[kid] == ("of" if "of" in hit.cue.frames else parse.lower[kid])
            ):
                first = parse.left[thing] if thing is not None and hit.token < thing < kid else kid + 1
                return scene.trim(first, _onward(scene, hit.token, parse.right[kid]))
    return None


def _onward(scene: Scene, verb: int, end: int) -> int:
    """Past a participle phrase that the parse hung elsewhere ("of holding soldiers CAPTURED in a clash")."""
    parse = scene.parse
    last = scene.section(verb)[1]
    if end < last and parse.tag[end] == "VBN":
        return next((t for t in range(end, last) if parse.lower[t] in (",", ".", ":")), last)
    return end


def _gerund(scene: Scene, hit: Hit) -> Piece | None:
    parse = scene.parse
    for kid in parse.kids[hit.token]:
        having = any(parse.lower[k] == "having" for k in parse.kids[kid])
        if kid > hit.token and (parse.tag[kid] == "VBG" or having) and parse.dep[kid] in ("xcomp", "ccomp", "pcomp", "dobj"):
            return scene.trim(parse.left[kid] if parse.left[kid] >= hit.last else kid, parse.right[kid])
        if kid > hit.token and parse.dep[kid] == "prep" and (inner := parse.child(kid, "pcomp")) is not None:
            return scene.trim(parse.left[inner], parse.right[inner])
    return None


def _np(scene: Scene, hit: Hit) -> Piece | None:
    parse = scene.parse
    for kid in parse.kids[hit.token]:
        if kid >= hit.last and parse.dep[kid] in ("dobj", "attr"):
            if hit.cue.act == "deny" and parse.child(hit.token, "dative") is not None:
                return None  # denied them entry
            return scene.trim(parse.left[kid], min(_with_phrases(scene, hit.token, kid), parse.left[kid] + _LONGEST_NP))
    if hit.last - hit.token > 1:
        for kid in parse.kids[hit.last - 1]:
            if kid >= hit.last and parse.dep[kid] == "pobj":
                return scene.trim(parse.left[kid], min(_with_phrases(scene, hit.token, kid), parse.left[kid] + _LONGEST_NP))
    return None


def _with_phrases(scene: Scene, verb: int, noun: int) -> int:
    """The end of an object together with the phrases behind it that the parse gave to the verb ("claims victory in the run-off")."""
    parse = scene.parse
    end = parse.right[noun]
    for kid in parse.kids[verb]:
        inner = parse.child(kid, "pobj") if kid == end and parse.dep[kid] == "prep" else None
        if (
            inner is not None
            and parse.lower[kid] in ("in", "of", "for", "over", "against", "between", "about")
            and not (scene.words.lists["times"] | scene.words.lists["occasions"]) & {parse.lower[inner]}
        ):
            end = parse.right[kid]
    return end


def _prep(scene: Scene, verb: int, word: str) -> Piece | None:
    parse = scene.parse
    for kid in parse.kids[verb]:
        if kid > verb and parse.lower[kid] == word and parse.dep[kid] in ("prep", "dative", "prt"):
            return scene.trim(kid + 1, min(parse.right[kid], kid + _LONGEST_NP))
    return None
