"""Who passes somebody's words on: "Xinhua quoted Kim as saying", "reported, citing the ministry", "a statement carried by KCNA"."""

from __future__ import annotations

import msgspec

from detente.reading import Source
from detente.stages.speech import passives, speakers
from detente.stages.speech.scene import Hit, Scene

_NAMELESS = frozenset(("people", "person", "persons", "members", "insiders", "figures", "investigators", "authorities"))


class Relay(msgspec.Struct, frozen=True):
    """Somebody is quoted as saying: who (head token), and who quotes them."""

    speaker: int | None
    sources: tuple[Source, ...]


def quoted(scene: Scene, verb: int) -> Relay | None:
    """Xinhua quoted Kim as saying; Kim was quoted (by Xinhua) as saying."""
    parse = scene.parse
    prep = parse.head[verb]
    having = parse.tag[verb] == "VBN" and any(parse.lower[k] == "having" for k in parse.kids[verb])
    if not (parse.tag[verb] == "VBG" or having) or parse.lower[prep] != "as" or verb - prep > 4:
        return None
    quote = parse.head[prep]
    if parse.lower[quote] not in scene.words.relays:
        above = parse.head[quote]
        if parse.lower[above] not in scene.words.relays:
            return None
        quote = above
    if passives.is_passive(scene, quote):
        holders = passives.agent(scene, quote) or passives.agent(scene, verb)
        said_by = speakers.subject(scene, quote)
    else:
        holders = speakers.who(scene, speakers.subject(scene, quote))
        said_by = parse.child(quote, "dobj")
    return Relay(said_by, tuple(Source(h, "quoted", quote) for h in holders) or (Source(None, "quoted", quote),))


def is_frame(scene: Scene, hit: Hit) -> bool:
    """ "Citing the ministry" and "cited Kim as saying" only hand on another cue's words."""
    parse = scene.parse
    if hit.cue.words != "cite":
        return False
    return parse.tag[hit.token] == "VBG" or any(
        parse.lower[t] == "as" for t in range(hit.token, min(hit.token + 12, parse.right[hit.token]))
    )


class Cited(msgspec.Struct, frozen=True):
    """Whom or what a speaker cites: its head token, the actors behind it, and whether it is a document."""

    token: int
    source: int
    holders: tuple[str, ...]
    document: bool


def cited(scene: Scene, verb: int) -> Cited | None:
    """Xinhua reported, CITING THE MINISTRY: the participle and whom it names, where that is somebody or a document."""
    parse = scene.parse
    first, last = scene.section(verb)
    for at in range(first, last):
        if parse.lower[at] not in ("citing", "quoting") or parse.tag[at] != "VBG":
            continue
        if not (parse.head[at] == verb or 0 < at - verb <= 3 or _between(scene, verb, at)):
            continue
        source = parse.child(at, "dobj")
        if source is None:
            continue
        holders, document = speakers.who(scene, source), speakers.is_document(scene, source)
        if holders or document or parse.lower[source] in scene.words.lists["headline"] or parse.lower[source] in _NAMELESS:
            return Cited(at, source, holders or speakers.authors(scene, source), document)
    return None


def _between(scene: Scene, verb: int, at: int) -> bool:
    """Reported on Friday, CITING …, that: no other cue stands between the verb and the participle behind a comma."""
    parse = scene.parse
    return verb < at and parse.lower[at - 1] == "," and not any(t in scene.hits or parse.lower[t] == "that" for t in range(verb + 1, at))


def is_medium(scene: Scene, ids: tuple[str, ...]) -> bool:
    """Whether all are media: they pass words on, where others speak for themselves."""
    return bool(ids) and all(scene.people.get(i) == "media" for i in ids)


def briefed(scene: Scene, noun: int) -> tuple[Source, ...]:
    """A diplomat BRIEFED BY THE MINISTRY: from whom a source has what it says."""
    parse = scene.parse
    for kid in parse.kids[noun]:
        if parse.dep[kid] in ("acl", "relcl") and parse.tag[kid] in ("VBN", "VBD") and parse.lemma[kid] in scene.words.lists["informed"]:
            by = passives.agent(scene, kid) or _far_agent(scene, kid)
            return tuple(Source(h, "hearsay", kid) for h in by)
    return ()


def _far_agent(scene: Scene, verb: int) -> tuple[str, ...]:
    """Informed of the talks BY QATAR: an agent that the parse hung on a noun in between."""
    parse = scene.parse
    for at in range(verb + 1, parse.right[verb]):
        if parse.lower[at] == "by" and (inner := parse.child(at, "pobj")) is not None:
            return speakers.who(scene, inner)
    return ()


def carried(scene: Scene, verb: int) -> tuple[Source, ...]:
    """A statement "carried by KCNA": the relay of a cue verb's document."""
    parse = scene.parse
    for prep in parse.kids[verb]:
        if parse.lower[prep] not in ("in", "via", "through", "on"):
            continue
        noun = parse.child(prep, "pobj")
        for kid in parse.kids[noun] if noun is not None else ():
            if (
                parse.dep[kid] in ("acl", "relcl")
                and parse.lemma[kid] in scene.words.lists["passed_on"]
                and (by := passives.agent(scene, kid) or _aired(scene, kid))
            ):
                return tuple(Source(h, "quoted", kid) for h in by)
    return ()


def _aired(scene: Scene, verb: int) -> tuple[str, ...]:
    """Remarks broadcast ON STATE TELEVISION: a medium behind "on", "in", "through"."""
    parse = scene.parse
    for prep in parse.kids[verb]:
        if prep > verb and parse.lower[prep] in ("on", "in", "by", "through", "via", "over"):
            ids = speakers.who(scene, parse.child(prep, "pobj"))
            if is_medium(scene, ids):
                return ids
    return ()


def hearsay(scene: Scene, verb: int) -> tuple[Source, ...]:
    """ "Reportedly said": somebody who is not named passes it on."""
    adverb = next((k for k in scene.parse.kids[verb] if scene.parse.lower[k] in scene.words.adverbs), None)
    return () if adverb is None else (Source(None, "hearsay", adverb),)
