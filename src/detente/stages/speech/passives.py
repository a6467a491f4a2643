"""Cues in the passive: hearsay ("is believed to"), judgements ("was hailed as … by"), what one was told."""

from __future__ import annotations

from detente.lexicon.speech import Commitment
from detente.stages.speech import asides, clauses, modality, objects, speakers
from detente.stages.speech.scene import Found, Hit, Piece, Scene

_TOLD = frozenset(("tell", "inform", "notify", "remind", "assure", "advise", "warn", "brief"))
_HEARSAY = frozenset(("assert", "believe"))


def is_passive(scene: Scene, verb: int) -> bool:
    """Whether the verb has a passive auxiliary or subject, or is a bare participle behind its noun."""
    parse = scene.parse
    kids = [parse.dep[k] for k in parse.kids[verb]]
    if "auxpass" in kids or "nsubjpass" in kids:
        return True
    if parse.tag[verb] not in ("VBN", "VBD") or "nsubj" in kids:
        return False
    if parse.dep[verb] == "conj" and "aux" not in kids:
        return parse.tag[verb] == "VBN" and is_passive(scene, parse.head[verb])
    bare = parse.dep[verb] == "acl" and "aux" not in kids and "ccomp" not in kids
    return parse.tag[verb] == "VBN" and ("agent" in kids or bare)


def agent(scene: Scene, verb: int) -> tuple[str, ...]:
    """The actors behind "by"."""
    parse = scene.parse
    return speakers.who(scene, agent_head(scene, verb)) if parse.kids[verb] else ()


def agent_head(scene: Scene, verb: int) -> int | None:
    """The noun behind "by"."""
    parse = scene.parse
    for kid in parse.kids[verb]:
        if parse.lower[kid] == "by" and parse.dep[kid] in ("agent", "prep") and (inner := parse.child(kid, "pobj")) is not None:
            return inner
    return None


def read(scene: Scene, hit: Hit, quotes: tuple[Piece, ...]) -> Found | None:
    """What a passive cue makes, or None."""
    if hit.cue.words == "cite":
        return None  # "was cited by X as saying" is a relay
    parse = scene.parse
    if (
        parse.dep[hit.token] == "acl"
        and parse.lemma[hit.token] in scene.words.lists["passed_on"]
        and speakers.is_word(scene, parse.head[hit.token])
    ):
        return None  # "remarks broadcast on state television that" hands on another cue's words
    by = agent_head(scene, hit.token)
    if by is None and parse.lower[hit.token] in scene.words.adjectives and parse.dep[hit.token] in ("ROOT", "ccomp", "conj"):
        return None  # "is convinced that": a state of mind
    patient = speakers.subject(scene, hit.token)
    pieces, rule = (quotes, "passive.quote") if quotes else _content(scene, hit, patient, by)
    if not pieces:
        return None
    mood = modality.of(scene, hit.token)
    told = hit.cue.words in _TOLD and rule != "passive.patient"
    holders = speakers.who(scene, by)
    statement = (
        _is_statement(hit, rule, by)
        and (holders or rule != "passive.inf")
        and bool(quotes or by is not None or hit.cue.act == "believe" or rule not in ("passive.as", "passive.inf"))
    )
    return Found(
        cue=(hit.token, hit.last),
        head=hit.token,
        pieces=pieces,
        speakers=holders,
        manner=("direct" if quotes else "indirect") if statement else "act",
        act=hit.cue.act,
        commitment=_commitment(hit, holders),
        rule=rule,
        addressees=speakers.who(scene, patient) if told else (),
        how="said" if holders else "unnamed" if by is not None or told else "hearsay",
        said=mood.said,
        mode=mood.mode,
    )


def _commitment(hit: Hit, holders: tuple[str, ...]) -> Commitment:
    neutral = hit.cue.commitment == "neutral"
    return (
        "doubtful"
        if neutral and not holders and hit.cue.words in ("say", "rumour", "rumor", "think", "believe", "suspect")
        else hit.cue.commitment
    )


def _content(scene: Scene, hit: Hit, patient: int | None, by: int | None) -> tuple[tuple[Piece, ...], str]:
    parse = scene.parse
    if "clause" in hit.cue.frames and (piece := clauses.behind(scene, hit.token, hit.last)) and (_infinitive_of(scene, hit.token) is None):
        return (piece,), "passive.clause"
    subject = _patient(scene, hit.token, patient)
    if (kid := _infinitive_of(scene, hit.token)) is not None:
        piece = scene.trim(objects.to_of(scene, kid), parse.right[kid])
        if hit.cue.words in scene.words.lists["future"]:
            return (), ""
        if "clause" in hit.cue.frames and hit.cue.act in _HEARSAY and "inf" not in hit.cue.frames:
            return clauses.longest_first(scene, [subject, piece]), "passive.raising"
        return ((piece,), "passive.inf") if objects.takes(hit.cue, "oinf") or "inf" in hit.cue.frames else ((), "")
    if (shape := _judged(scene, hit)) is not None:
        return clauses.longest_first(scene, [subject, shape]), "passive.as"
    side = asides.cue_clause(scene, hit.token, hit.last, patient)
    if (
        side
        and "clause" in hit.cue.frames
        and patient is not None
        and hit.cue.act == "assert"
        and parse.lower[patient] in ("it", "he", "she", "they")
        and (around := asides.around(scene, side))
    ):
        return around, "passive.around"
    if by is not None and patient is not None and objects.takes(hit.cue, "np") and subject[1] > subject[0]:
        return (subject,), "passive.patient"
    return (), ""


def _patient(scene: Scene, verb: int, patient: int | None) -> Piece:
    """The words of a passive's subject, without what follows it and without an earlier clause of the sentence."""
    parse = scene.parse
    if patient is None or patient > verb:
        return 0, 0
    end = min(parse.right[patient], verb)
    if parse.dep[verb] in ("relcl", "acl") and parse.head[verb] == patient:
        end = min(end, parse.left[verb])
    return scene.trim(max(parse.left[patient], scene.section(verb)[0]), end)


def _infinitive_of(scene: Scene, verb: int) -> int | None:
    return objects.infinitive(scene, verb)


def _judged(scene: Scene, hit: Hit) -> Piece | None:
    """Was seen AS a sign …; was called A TRAITOR."""
    parse = scene.parse
    if not (objects.takes(hit.cue, "as") or objects.takes(hit.cue, "small")):
        return None
    for kid in parse.kids[hit.token]:
        if kid > hit.token and (parse.dep[kid] == "oprd" or (parse.lower[kid] == "as" and parse.dep[kid] in ("prep", "mark", "advmod"))):
            return _short(scene, kid if parse.dep[kid] != "oprd" else parse.left[kid] - 1, parse.right[kid])
    return None


def _short(scene: Scene, kid: int, last: int) -> Piece:
    """A judgement without the relative clauses and adverbials that trail it."""
    parse = scene.parse
    for at in range(kid + 2, last):
        if parse.lower[at] in (",", "by") or (
            parse.lower[at] in ("amid", "after", "since", "during", "in")
            and parse.tag[at] == "IN"
            and parse.lower[at + 1 : at + 2] == ("recent",)
        ):
            return scene.trim(kid + 1, at)
    return scene.trim(kid + 1, last)


def _is_statement(hit: Hit, rule: str, by: int | None) -> bool:
    if rule in ("passive.clause", "passive.around", "passive.quote", "passive.raising"):
        return True
    if rule == "passive.as":
        return True
    return rule == "passive.patient" and by is not None and "np" in hit.cue.frames


def asked_aside(scene: Scene, verb: int) -> bool:
    """ "Asked whether …, he said": the asking has no speaker in the text."""
    parse = scene.parse
    if parse.lower[verb] not in ("asked", "pressed", "questioned", "quizzed", "challenged", "told", "queried"):
        return False
    first, _ = parse.sentences[parse.sentence_of[verb]]
    kids = parse.kids[verb]
    if any(parse.dep[k] in ("agent", "aux", "auxpass") for k in kids) or any(parse.dep[k] == "nsubj" and k >= verb - 1 for k in kids):
        return False
    if verb == first or parse.lower[verb - 1] in ("when", "if", "-", "—", "–"):
        return True
    return (
        parse.lower[verb - 1] == ","
        and parse.lower[verb + 1 : verb + 2] != (",",)
        and "," not in parse.lower[max(first, verb - 12) : verb - 1]
    )
