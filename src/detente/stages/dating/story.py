"""How a story goes on: a speaker who is still speaking, a clause that sets the day of the next, a visit to come and what it is for."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from detente.nlp.parse import Parse
from detente.nlp.tense import simple_past, tense
from detente.reading import Deed
from detente.records import When, Where
from detente.stages.dating.carriers import Scene
from detente.stages.dating.reach import clause

VERBAL = frozenset(("AGREE", "REQUEST", "THREATEN", "REJECT", "ACCUSE", "SUPPORT", "CONCEDE"))
"""Deeds that are done by saying."""
_EXCHANGED = frozenset(("AGREE", "REQUEST", "THREATEN"))
"""What those who meet say to one another then; praise and refusals may follow on another day."""
_SEALING = frozenset(("sign", "initial", "conclude", "ink", "seal"))
"""Verbal deeds that one sees happen."""
_WITNESSING = frozenset(("attend", "host", "witness", "watch", "oversee", "chair", "broker", "mediate"))
_OCCASIONS = frozenset(("ceremony", "signing", "meeting", "talk", "talks", "summit", "event", "conference", "session", "dinner", "banquet"))
_HE = frozenset(("he", "she", "they", "it"))


class Line(msgspec.Struct, frozen=True):
    """A dated clause: its verb, who speaks in it (null for one that no deed and no statement tells of), its day and place."""

    token: int
    speaker: str | None
    when: When
    where: Where | None
    ahead: bool = False
    """Whether it is still to come."""


def continues(scene: Scene, deed: Deed, lines: Sequence[Line], paragraph: Sequence[int]) -> Line | None:
    """The dated saying that a verbal deed belongs to: the last by the same speaker, in this paragraph or the one before it."""
    if deed.code not in VERBAL or deed.factuality != "actual" or len(deed.actors) != 1 or not _spoken(scene, deed):
        return None
    for line in reversed(lines):
        if paragraph[deed.trigger] - paragraph[line.token] > 1:
            return None
        if line.token < deed.trigger and line.speaker == deed.actors[0]:
            return line
    return None


def _spoken(scene: Scene, deed: Deed) -> bool:
    """Told as said then: in the simple past or with "would not" of the main line, or reported of its own speaker."""
    parse = scene.parse
    verb = clause(parse, deed.trigger)
    index = deed.own if deed.own is not None else deed.attribution
    if index is not None and 0 <= index < len(scene.attributions) and scene.attributions[index].cue_head != deed.trigger:
        told = scene.attributions[index]
        return told.speaker == deed.actors[0] and simple_past(parse, told.cue_head) and tense(parse, verb) != "past"
    would = any(parse.lower[k] == "would" for k in parse.kids[verb] if parse.tag[k] == "MD")
    return verb == deed.trigger and parse.dep[verb] in ("ROOT", "conj") and (simple_past(parse, verb) or would)


def follows_line(scene: Scene, deed: Deed, lines: Sequence[Line], paragraph: Sequence[int]) -> Line | None:
    """The dated clause just before a deed that one sees happen, both told in the past ("On Thursday he got his deal. They signed …")."""
    parse = scene.parse
    if deed.factuality != "actual" or not visible(parse, deed) or not simple_past(parse, deed.trigger) or parse.dep[deed.trigger] != "ROOT":
        return None
    here = parse.sentence_of[deed.trigger]
    for line in reversed(lines):
        if parse.sentence_of[line.token] < here - 1 or paragraph[line.token] != paragraph[deed.trigger]:
            return None
        if parse.sentence_of[line.token] == here - 1 and not line.ahead:
            return line if line.speaker is None else None
    return None


def visible(parse: Parse, deed: Deed) -> bool:
    """Whether one sees it happen: meeting, force, protest, or the signing of a paper."""
    seals = deed.code in ("SUPPORT", "AGREE") and parse.lemma[deed.trigger] in _SEALING
    return seals or deed.code in ("CONSULT", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST")


def gathers(parse: Parse, deed: Deed) -> bool:
    """Whether a post of a live page tells of those whom the page is about: they come, meet or reach an accord; not by telephone."""
    word = parse.lemma[deed.trigger]
    far = any(
        parse.lower[parse.head[k]] in ("by", "over", "on")
        for k in range(parse.left[deed.trigger], parse.right[deed.trigger])
        if parse.lower[k] in _LINES
    )
    noun = parse.child(deed.trigger, "dobj")
    accord = deed.code in ("SUPPORT", "AGREE") and word in _SEALING | {"reach", "clinch", "strike"} and noun is not None
    return (accord or (deed.code == "CONSULT" and word not in ("call", "phone", "telephone", "speak"))) and not far


_LINES = frozenset(("phone", "telephone", "video", "videolink", "letter"))


def exchanged(deed: Deed, parties: frozenset[str], code: str) -> bool:
    """Whether a verbal deed passes between those who are meeting: "he invited him", "they promised"."""
    people = {*deed.actors, *deed.recipients}
    return code == "CONSULT" and deed.code in _EXCHANGED and bool(deed.recipients) and people <= parties


def witness(scene: Scene, deed: Deed) -> bool:
    """Whether the deed's subject is called one who was there ("Clinton, who hosted the ceremony, praised them")."""
    parse = scene.parse
    subject = parse.child(clause(parse, deed.trigger), "nsubj")
    if subject is not None and parse.lower[subject] in ("he", "she") and (last := parse.sentence_of[deed.trigger] - 1) >= 0:
        root = next((t for t in range(*parse.sentences[last]) if parse.head[t] == t), 0)
        return parse.lemma[root] == "attend" and simple_past(parse, root)
    for kid in parse.kids[subject] if subject is not None else ():
        if parse.dep[kid] == "relcl" and parse.lemma[kid] in _WITNESSING and simple_past(parse, kid):
            noun = parse.child(kid, "dobj")
            named = noun is not None and parse.lemma[noun] in _OCCASIONS and any(parse.lower[k] == "the" for k in parse.kids[noun])
            if noun is None or named:
                return True
    return False


def looks_on(parse: Parse, deed: Deed) -> bool:
    """Whether a deed is being there ("attended the talks")."""
    return parse.lemma[deed.trigger] in _WITNESSING


def to_come(scene: Scene, deed: Deed, lines: Sequence[Line]) -> Line | None:
    """The dated plan in the sentence before that a further plan is part of: "He is due on Nov. 19. He will also ask for …"."""
    parse = scene.parse
    verb = clause(parse, deed.trigger)
    ahead = any(parse.lower[k] in ("will", "shall", "'ll") for k in parse.kids[verb] if parse.dep[k] == "aux")
    subject = parse.child(verb, "nsubj")
    if deed.factuality != "planned" or deed.code == "AGREE" or not ahead or parse.dep[verb] != "ROOT" or subject is None:
        return None
    here = parse.sentence_of[verb]
    found = [line for line in lines if parse.sentence_of[line.token] == here - 1 and line.ahead]
    days = {(line.when.start, line.when.end) for line in found}
    return found[-1] if len(days) == 1 and parse.lower[subject] in _HE else None
