"""Cues that are no verbs: "according to", "in his view", "reportedly"."""

from __future__ import annotations

from detente.stages.speech import clauses, cues, relays, sides, speakers
from detente.stages.speech.scene import COMMAS, FINITE, Found, Hit, Piece, Scene
from detente.stages.speech.verbs import manner_of

_STANDING = frozenset(("be", "remain", "stay", "come", "speak", "argue", "vote"))


def read(scene: Scene) -> list[Found]:
    """All cues of these kinds, in order."""
    lower, adverbs, starts = scene.parse.lower, scene.words.adverbs, scene.words.phrases
    stances = scene.words.stances
    owners = frozenset(a for a, _ in scene.words.owners)
    found: list[Found | None] = []
    for at, word in enumerate(lower):
        if word in starts and (hit := cues.phrase_at(scene, at)):
            found.append(_according(scene, hit))
        if word in adverbs:
            found.append(_hearsay(scene, at))
        if word in stances:
            found.append(_stance(scene, at))
        if word in owners:
            found.append(_in_view(scene, at))
        if word in ("for", "to", "as"):
            found.append(sides.read(scene, at))
    return [f for f in found if f is not None]


def _according(scene: Scene, hit: Hit) -> Found | None:
    parse = scene.parse
    noun = parse.child(hit.last - 1, "pobj", "pcomp")
    if noun is None:
        noun = next((t for t in range(hit.last, min(hit.last + 8, len(parse))) if parse.is_noun(t) and parse.dep[t] != "compound"), None)
    if noun is None:
        return None
    extent = hit.token, _phrase_end(scene, noun)
    pieces = _rest(scene, extent)
    if not pieces:
        return None
    holders = speakers.who(scene, noun)
    if hit.cue.words == "per" and not (holders and parse.tag[hit.last][:3] in ("NNP", "DT")):
        return None
    document = speakers.is_document(scene, noun)
    return Found(
        cue=(hit.token, hit.last) if holders else (hit.token, min(noun + 1, extent[1])),
        head=hit.token,
        pieces=pieces,
        speakers=holders,
        manner=manner_of(scene, pieces),
        act=hit.cue.act,
        commitment=hit.cue.commitment,
        rule="phrase",
        how="document" if document else "said" if holders else "unnamed",
        below=relays.briefed(scene, noun),
    )


def _phrase_end(scene: Scene, noun: int) -> int:
    """The end of the phrase's noun; what the parse took for its apposition, but has a verb of its own, is the content."""
    parse = scene.parse
    end = max(parse.right[noun], noun + 1)
    if end < len(parse) and parse.tag[end] in FINITE:
        for at in range(noun + 1, end):
            if parse.lower[at] == "," and parse.head[at] == noun:
                return at
    return end


def _rest(scene: Scene, extent: Piece) -> tuple[Piece, ...]:
    """The sentence without the phrase: what follows it where it stands first, else the longer side first."""
    parse = scene.parse
    at, end = extent
    first, last = scene.sentence(at)
    first = _clause_begin(scene, at, first)
    if any(scene.verbal(t, t + 1) or parse.is_noun(t) for t in range(first, at)):
        right = (end + 1, last) if end < last and parse.lower[end] in COMMAS and not _narrates(scene, end + 1) else (end, end)
        return clauses.longest_first(scene, [scene.trim(first, at), scene.trim(*right)])
    if end < last and parse.lower[end] == ":" and (quoted := _quoted_from(scene, end + 1)):
        return (quoted,)
    piece = scene.trim(end, last)
    return (piece,) if piece[1] > piece[0] else ()


def _quoted_from(scene: Scene, at: int) -> Piece | None:
    return next((scene.trim(q.first, q.last) for q in scene.quotes if q.open == at), None)


def _clause_begin(scene: Scene, at: int, first: int) -> int:
    """Behind a semicolon, or behind another cue's "that", begins what the phrase is about."""
    parse = scene.parse
    for i in range(at - 1, first, -1):
        if parse.lower[i] == ";":
            return i + 1
    return first


def _narrates(scene: Scene, at: int) -> bool:
    parse = scene.parse
    return at < len(parse) and (
        parse.tag[at] == "VBG" or parse.lower[at] in ("as", "while", "who", "which", "but", "although", "though", "citing", "quoting")
    )


def _stance(scene: Scene, at: int) -> Found | None:
    """Is AGAINST THE PLAN; are IN FAVOUR OF talks."""
    parse = scene.parse
    verb = parse.head[at]
    if parse.lemma[verb] not in _STANDING or parse.dep[at] not in ("prep", "acomp"):
        return None
    for rest, cue in scene.words.stances[parse.lower[at]]:
        last = at + 1 + len(rest)
        if parse.lower[at + 1 : last] != rest:
            continue
        piece = scene.trim(last, parse.right[at])
        holders = speakers.who(scene, speakers.subject(scene, verb))
        if piece[1] > piece[0] and holders:
            return Found((at, last), at, (piece,), holders, "act", cue.act, cue.commitment, "stance")
    return None


def _hearsay(scene: Scene, at: int) -> Found | None:
    """Reportedly …: nobody is named; where it colours a cue verb, that cue is doubtful instead."""
    parse = scene.parse
    verb = parse.head[at]
    if not parse.is_verb(verb) or (parse.lower[verb] in scene.words.verbs and parse.child(verb, "ccomp") is not None):
        return None
    piece = scene.trim(max(parse.left[verb], scene.sentence(verb)[0]), parse.right[verb])
    if parse.dep[verb] in ("amod", "acl") or piece[1] - piece[0] < 3:
        return None
    return Found(
        cue=(at, at + 1),
        head=at,
        pieces=(piece,),
        speakers=(),
        manner=manner_of(scene, (piece,)),
        act="assert",
        commitment="doubtful",
        rule="adverb",
        how="hearsay",
    )


def _in_view(scene: Scene, at: int) -> Found | None:
    """In X's view, …"""
    parse = scene.parse
    noun = parse.child(at, "pobj")
    if noun is None or (owner := parse.child(noun, "poss")) is None or at + 1 > owner:
        return None
    cue = scene.words.owners.get((parse.lower[at], parse.lower[noun]))
    if cue is None or not (holders := speakers.who(scene, owner)):
        return None
    pieces = _rest(scene, (at, parse.right[noun]))
    if not pieces or not any(scene.verbal(*p) for p in pieces):
        return None
    return Found(
        cue=(at, noun + 1),
        head=noun,
        pieces=pieces,
        speakers=holders,
        manner=manner_of(scene, pieces),
        act="assert",
        commitment="neutral",
        rule="phrase.owner",
    )
