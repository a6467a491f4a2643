"""Cues without a word of saying: "For Tehran, the missiles are …", "That was the message from X", "X's message was clear: …"."""

from __future__ import annotations

from detente.stages.speech import speakers
from detente.stages.speech.scene import COMMAS, FINITE, Found, Hit, Piece, Scene

_ANAPHORS = frozenset(("that", "this", "such", "so", "these"))
_JUDGING = frozenset(("be", "mean", "remain", "represent", "seem", "amount", "constitute", "matter", "count"))
_HOLDERS = frozenset(("person", "state", "government", "igo", "party", "armed_group", "group", "ngo"))
_OWNING = ("from", "of", "by", "in", "out")
_LONGEST = 12


def read(scene: Scene, at: int) -> Found | None:
    """For X, …; to X, …; as far as X is concerned, …: a judgement that holds for X."""
    parse = scene.parse
    first, last = scene.sentence(at)
    if parse.lower[at] == "as":
        return _concerned(scene, at, last)
    noun = parse.child(at, "pobj")
    if noun is None or noun - at > _LONGEST:
        return None
    end = max(parse.right[noun], noun + 1)
    if at != first:
        return _inserted(scene, at, noun, end) if parse.lower[at - 1] == "," and parse.lower[end : end + 1] == (",",) else None
    if end >= last or parse.lower[end] not in COMMAS:
        end = next((t for t in range(noun + 1, min(noun + _LONGEST, last)) if parse.lower[t] == ","), last)
    if end >= last or any(parse.tag[t] in FINITE for t in range(at, end)):
        return None
    return _judgement(scene, (at, end), _whose(scene, noun), (scene.trim(end + 1, last),))


def _inserted(scene: Scene, at: int, noun: int, end: int) -> Found | None:
    """The annexation, FOR KYIV, is void."""
    first, last = scene.section(at)
    if any(scene.parse.tag[t] in FINITE for t in range(first, at)) or scene.parse.lower[at] != "for":
        return None
    return _judgement(scene, (at, end), _whose(scene, noun), (scene.trim(end + 1, last), scene.trim(first, at)))


def _whose(scene: Scene, noun: int) -> tuple[str, ...] | None:
    """The actors behind the preposition; nobody for "many in Brussels"; None where it is no holder of a view."""
    ids = speakers.who(scene, noun)
    if not ids:
        return () if scene.parse.lower[noun] in ("many", "some", "most", "few", "others") else None
    return ids if all(scene.people.get(i) in _HOLDERS for i in ids) else None


def _judgement(scene: Scene, extent: Piece, holders: tuple[str, ...] | None, pieces: tuple[Piece, ...]) -> Found | None:
    """What is so for the holder: a clause in the present or of what cannot be, whose verb judges; to the holder, any clause."""
    parse = scene.parse
    piece = pieces[0]
    if holders is None or piece[1] - piece[0] < 3 or not scene.verbal(*piece):
        return None
    verb = next(t for t in range(*piece) if parse.tag[t] in FINITE)
    modal = parse.lower[verb] in ("can", "ca", "must")
    judging = parse.lemma[verb] in _JUDGING or parse.lower[verb] in ("is", "are", "was", "were", "has", "have") or modal
    past = parse.tag[verb] == "VBD" and parse.lower[extent[0]] == "for"
    if not judging or past or any(t in scene.hits and scene.hits[t].cue.act == "assert" for t in range(*piece)):
        return None
    return _found(extent, pieces, holders, "side")


def _concerned(scene: Scene, at: int, last: int) -> Found | None:
    """As far as X is concerned, …"""
    parse = scene.parse
    if parse.lower[at : at + 3] not in (("as", "far", "as"), ("so", "far", "as")):
        return None
    end = next((t for t in range(at + 4, min(at + _LONGEST + 4, last)) if parse.lower[t] == "concerned"), None)
    if end is None or end + 2 >= last:
        return None
    holder = next((t for t in range(end - 1, at + 2, -1) if t in scene.cast.heads), None)
    ids = speakers.who(scene, holder)
    piece = scene.trim(end + 1, last)
    return _found((at, end + 1), (piece,), ids, "side") if ids and piece[1] > piece[0] else None


def told_before(scene: Scene, hit: Hit) -> Found | None:
    """That was THE MESSAGE FROM X: the sentence before, or what stands before the colon; X's message was clear: what follows it."""
    parse = scene.parse
    verb = parse.head[hit.token]
    judged = parse.lemma[verb] == "be" or any(parse.lemma[k] == "be" for k in parse.children(verb, "aux"))  # "was damning"
    if not judged or parse.dep[hit.token] not in ("attr", "nsubj"):
        return None
    first, last = parse.sentences[parse.sentence_of[hit.token]]
    holders = _source(scene, hit.token)
    if not holders:
        return None
    subject = next((t for t in range(verb - 1, first - 1, -1) if parse.lower[t] in _ANAPHORS), None)
    pieces: tuple[Piece, ...]
    if parse.dep[hit.token] == "nsubj":
        colon = next((t for t in range(verb + 1, min(verb + 7, last - 2)) if parse.lower[t] == ":"), None)
        pieces = (scene.trim(colon + 1, last),) if colon is not None else ()
    else:
        pieces = _previous(scene, subject, first) if subject is not None and subject == verb - 1 else ()
    if not pieces or pieces[0][1] - pieces[0][0] < 2:
        return None
    return _found((hit.token, hit.last), pieces, holders, "noun.told", act=hit.cue.act)


def _previous(scene: Scene, subject: int, first: int) -> tuple[Piece, ...]:
    parse = scene.parse
    if subject > first and parse.lower[subject - 1] in (":", ",", *COMMAS):
        return (scene.trim(first, subject - 1),)
    if subject != first or parse.sentence_of[first] == 0:
        return ()
    return (scene.trim(*parse.sentences[parse.sentence_of[first] - 1]),)


def _source(scene: Scene, noun: int) -> tuple[str, ...]:
    """Whose message it is: by its own phrase, or by one that the parse hung on "is"."""
    parse = scene.parse
    if ids := speakers.authors(scene, noun):
        return ids
    for kid in (*parse.kids[noun], *parse.kids[parse.head[noun]]):
        if kid > noun and parse.lower[kid] in _OWNING and (ids := speakers.who(scene, parse.child(kid, "pobj"))):
            return ids
    return ()


def _found(extent: Piece, pieces: tuple[Piece, ...], holders: tuple[str, ...], rule: str, *, act: str = "believe") -> Found:
    return Found(
        cue=extent,
        head=extent[0],
        pieces=tuple(p for p in pieces if p[1] > p[0]),
        speakers=holders,
        manner="indirect",
        act=act,  # type: ignore[arg-type]
        commitment="neutral",
        rule=rule,
        how="said" if holders else "unnamed",
    )


def swallowed(scene: Scene, noun: int, piece: Piece, *, finite: bool) -> Piece:
    """A noun's content without the sentence's main verb, where the parse took that into it ("reluctance to admit Albania HAS COST it").

    So where the noun opens its sentence and no finite verb stands outside its content. `finite`: the content has a finite verb of its own.
    """
    parse = scene.parse
    first, last = scene.section(noun)
    if scene.verbal(first, noun) or scene.verbal(piece[1], last):
        return piece
    verbs = [t for t in range(*piece) if parse.tag[t] in FINITE and not _relative(scene, t, piece[0])]
    verbs = verbs[1:] if finite else verbs
    return scene.trim(piece[0], verbs[0]) if verbs else piece


def _relative(scene: Scene, verb: int, begin: int) -> bool:
    """Whether a verb belongs to a clause that a word between opens ("who", "that", "because")."""
    parse = scene.parse
    return any(parse.tag[t] in ("WDT", "WP", "WRB") or parse.dep[t] == "mark" for t in range(max(begin, verb - 6), verb))
