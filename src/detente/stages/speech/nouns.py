"""Statements and acts by words that a noun or an adjective makes: "his warning that", "its call for", "is confident that"."""

from __future__ import annotations

from detente.stages.speech import clauses, modality, objects, sides, speakers
from detente.stages.speech.scene import Found, Hit, Piece, Scene
from detente.stages.speech.verbs import manner_of

_FOR = ("for", "of", "to", "on", "in", "about", "over", "against")


def read(scene: Scene, hit: Hit) -> Found | None:
    """What one cue noun makes, or None where it has no content."""
    shape = _clause(scene, hit) or _deed(scene, hit)
    if shape is None:
        return sides.told_before(scene, hit) if "clause" in hit.cue.frames else None
    piece, rule, statement = shape
    if rule in ("noun.clause", "noun.inf"):
        piece = sides.swallowed(scene, hit.token, piece, finite=rule == "noun.clause")
    if statement and _in_cue(scene, hit.token):
        return None
    holders, by_verb = _owner(scene, hit.token)
    clausal = statement and bool(holders)
    return Found(
        cue=(hit.token, hit.last),
        head=hit.token,
        pieces=(piece,),
        speakers=holders,
        manner=manner_of(scene, (piece,)) if clausal else "act",
        act=hit.cue.act,
        commitment=hit.cue.commitment,
        rule=rule,
        addressees=_to_whom(scene, hit.token, holders),
        how="said" if holders else "unnamed",
        said=modality.of(scene, by_verb).said if by_verb is not None else True,
        mode=modality.of(scene, by_verb).mode if by_verb is not None else "actual",
    )


def _in_cue(scene: Scene, noun: int) -> bool:
    """ "Said in a statement that": the clause is the verb's."""
    parse = scene.parse
    prep = parse.head[noun]
    return (
        parse.dep[noun] == "pobj"
        and parse.lower[prep] in ("in", "via", "through", "on", "by")
        and "clause" in _frames(scene, parse.head[prep])
    )


def _frames(scene: Scene, verb: int) -> tuple[str, ...]:
    hit = scene.hits.get(verb)
    return hit.cue.frames if hit is not None else ()


def _clause(scene: Scene, hit: Hit) -> tuple[Piece, str, bool] | None:
    """A that-clause of the noun, or behind "is": "his reply was that …"."""
    if "clause" not in hit.cue.frames:
        return None
    parse = scene.parse
    for kid in parse.kids[hit.token]:
        if kid > hit.token and parse.dep[kid] in ("acl", "ccomp", "relcl", "appos") and _that(scene, parse.left[kid]):
            return clauses_trim(scene, parse.left[kid] + 1, parse.right[kid]), "noun.clause", True
    if parse.lower[hit.last : hit.last + 1] == ("that",) and (parse.tag[hit.last] == "IN" or _no_relative(scene, hit)):
        above = parse.head[hit.last]
        end = parse.right[above] if above > hit.last else hit.last
        piece = clauses_trim(scene, hit.last + 1, end)
        return (piece, "noun.clause", True) if piece[1] - piece[0] > 1 else None
    if (behind := _behind_owner(scene, hit)) is not None:
        return behind, "noun.clause", True
    verb = parse.head[hit.token]
    if parse.dep[hit.token] in ("nsubj", "nsubjpass") and parse.lemma[verb] == "be":
        clause = next((k for k in parse.kids[verb] if k > verb and parse.dep[k] in ("ccomp", "advcl", "attr")), None)
        if clause is not None and _that(scene, parse.left[clause]):
            return clauses_trim(scene, parse.left[clause] + 1, parse.right[clause]), "noun.is", True
    return None


def _behind_owner(scene: Scene, hit: Hit) -> Piece | None:
    """An assertion BY THE ARMY that …: the clause behind whose words they are, of which the noun is no part."""
    parse = scene.parse
    for prep in parse.kids[hit.token]:
        inner = parse.child(prep, "pobj") if parse.lower[prep] in ("by", "from", "of", "in") and prep == hit.last else None
        if inner is None or not (inner in scene.cast.heads or speakers.who(scene, inner)):
            continue
        that = next((t for t in range(inner + 1, min(inner + 8, len(parse))) if parse.lower[t] == "that"), None)
        if that is None or scene.verbal(inner + 1, that):
            return None
        clause = parse.head[that]
        subj = parse.child(clause, "nsubj", "nsubjpass", "expl")
        if clause > that and subj is not None and subj > that:
            return clauses_trim(scene, that + 1, parse.right[clause])
    return None


def _no_relative(scene: Scene, hit: Hit) -> bool:
    """ "A warning that the deal would collapse", which the parse took for "a warning that somebody issued"."""
    parse = scene.parse
    verb = parse.head[hit.last]
    subj = parse.child(verb, "nsubj", "nsubjpass")
    own = subj is not None and subj > hit.last and parse.dep[hit.last] == "dobj"
    return hit.cue.act in ("warn", "threaten", "deny", "believe", "accuse") and own and parse.lemma[verb] not in scene.words.lists["light"]


def _that(scene: Scene, at: int) -> bool:
    return scene.parse.lower[at] == "that" and scene.parse.tag[at] == "IN"


def clauses_trim(scene: Scene, first: int, last: int) -> Piece:
    """The clause without a narrator's afterthought."""
    return scene.trim(first, clauses.cut(scene, first, first, last))


def _deed(scene: Scene, hit: Hit) -> tuple[Piece, str, bool] | None:
    """An infinitive or a prepositional phrase: an act by words."""
    parse = scene.parse
    takes = objects.takes
    if takes(hit.cue, "inf") and (kid := objects.infinitive(scene, hit.token)) is not None:
        return scene.trim(objects.to_of(scene, kid), parse.right[kid]), "noun.inf", False
    for kid in parse.kids[hit.token]:
        word = parse.lower[kid]
        if kid > hit.token and word in _FOR and parse.dep[kid] == "prep" and takes(hit.cue, word) and not _is_owner(scene, kid):
            return scene.trim(kid + 1, parse.right[kid]), f"noun.{word}", False
    return None


def _is_owner(scene: Scene, prep: int) -> bool:
    """The "of" of "the demand of Iran" names whose demand it is."""
    parse = scene.parse
    inner = parse.child(prep, "pobj")
    return parse.lower[prep] == "of" and inner is not None and parse.child(parse.head[prep], "poss") is None and inner in scene.cast.heads


def _owner(scene: Scene, noun: int) -> tuple[tuple[str, ...], int | None]:
    """Whose words they are, and the verb that utters them ("issued a warning that")."""
    parse = scene.parse
    verb = parse.head[noun]
    if ids := speakers.authors(scene, noun):
        return ids, None
    if parse.dep[noun] in ("dobj", "attr") and (parse.lemma[verb] == "have" or parse.lemma[verb] in scene.words.lists["light"]):
        return speakers.who(scene, speakers.subject(scene, verb)), verb
    if parse.dep[noun] == "pobj" and parse.lower[verb] in ("with", "in") and parse.is_verb(parse.head[verb]):
        return speakers.who(scene, speakers.subject(scene, parse.head[verb])), None
    return (), None


def _to_whom(scene: Scene, noun: int, holders: tuple[str, ...]) -> tuple[str, ...]:
    parse = scene.parse
    found: list[str] = []
    for kid in parse.kids[noun]:
        if parse.lower[kid] == "to" and parse.dep[kid] == "prep" and (inner := parse.child(kid, "pobj")) is not None:
            found += speakers.who(scene, inner)
    return tuple(i for i in found if i not in holders)


def read_adjective(scene: Scene, hit: Hit) -> Found | None:
    """Is confident that …; is ready to …"""
    parse = scene.parse
    verb = parse.head[hit.token] if parse.dep[hit.token] in ("acomp", "oprd") else hit.token
    subj = speakers.subject(scene, verb)
    if subj is None or not (holders := speakers.who(scene, subj)):
        return None
    if (piece := clauses.behind(scene, hit.token, hit.last)) and "clause" in hit.cue.frames:
        rule, manner = "adjective.clause", manner_of(scene, (piece,))
    elif (shape := objects.shape(scene, hit)) is not None:
        piece, rule, manner = shape.piece, f"adjective.{shape.frame}", "act"
    else:
        return None
    mood = modality.of(scene, verb)
    if subj is not None and parse.lower[subj] in ("i", "we"):
        manner = "act"
    return Found(
        cue=(hit.token, hit.last),
        head=hit.token,
        pieces=(piece,),
        speakers=holders,
        manner=manner,
        act=hit.cue.act,
        commitment=hit.cue.commitment if mood.said else "denying",
        rule=rule,
        mode=mood.mode,
    )
