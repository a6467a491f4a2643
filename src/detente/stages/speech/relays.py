"""Who passes somebody's words on: "Xinhua quoted Kim as saying", "reported, citing the ministry", "a statement carried by KCNA"."""

from __future__ import annotations

import msgspec

from detente.reading import Source
from detente.stages.speech import passives, speakers
from detente.stages.speech.scene import Hit, Scene


class Relay(msgspec.Struct, frozen=True):
    """Somebody is quoted as saying: who (head token), and who quotes them."""

    speaker: int | None
    sources: tuple[Source, ...]


def quoted(scene: Scene, verb: int) -> Relay | None:
    """Xinhua quoted Kim as saying; Kim was quoted (by Xinhua) as saying."""
    parse = scene.parse
    prep = parse.head[verb]
    if parse.tag[verb] != "VBG" or parse.lower[prep] != "as" or verb - prep > 3:
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


def cited(scene: Scene, verb: int) -> tuple[int, int] | None:
    """Xinhua reported, CITING THE MINISTRY: the participle and whom it names, where that is somebody."""
    parse = scene.parse
    first, last = scene.section(verb)
    for at in range(first, last):
        if parse.lower[at] in ("citing", "quoting") and parse.tag[at] == "VBG" and (parse.head[at] == verb or 0 < at - verb <= 3):
            source = parse.child(at, "dobj")
            if source is not None and (speakers.who(scene, source) or parse.lower[source] in scene.words.lists["headline"]):
                return at, source
    return None


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
                and (by := passives.agent(scene, kid))
            ):
                return tuple(Source(h, "quoted", kid) for h in by)
    return ()
