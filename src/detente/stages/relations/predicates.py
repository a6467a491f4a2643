"""Relations that a verb or an adjective says: "depends on", "vies with", "is at odds with", "gets its oil from"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.lexicon.relations import Frame
from detente.nlp import syntax
from detente.reading import Bond
from detente.stages.relations.roles import BLOCS
from detente.stages.relations.scene import Scene

BOTH = frozenset({"rivals_with", "disputes_with", "allied_with", "ties"})
LANDS = frozenset(
    "island territory region land sea water area border strip enclave peninsula archipelago plateau province reef atoll".split()
)
DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "ground", "basis", "side", "eve"])
NO_GOODS = frozenset(
    {
        "call",
        "letter",
        "message",
        "visit",
        "support",
        "warning",
        "answer",
        "reply",
        "reports",
        "report",
        "information",
        "word",
        "sense",
        "news",
        "permission",
        "approval",
    }
)


def read(scene: Scene) -> Iterator[Bond]:
    """The bonds of all predicates in a text."""
    parse = scene.parse
    for token in range(len(parse)):
        if parse.is_verb(token) and (frames := scene.words.verbs.get(parse.lemma[token])):
            yield from (bond for frame in frames for bond in _verb(scene, token, frame))
        elif found := scene.phrases(scene.words.adjectives, token, parse.sentences[parse.sentence_of[token]][1]):
            yield from _adjective(scene, (found.first, found.last), found.meanings[0])


def _verb(scene: Scene, verb: int, frame: Frame) -> Iterator[Bond]:
    parse, parties = scene.parse, scene.parties
    if scene.denied(verb) or scene.unreal(verb):
        return
    if frame.thing:
        yield from _claimed(scene, verb, frame)
        return
    own, other = _own(scene, verb), parties.of(_slot(scene, verb, frame.other))
    if frame.type == "leads":
        yield from _led(scene, verb, (own, other))
        return
    other = other or tuple(i for i in _whose(scene, verb, frame) if i not in own)
    about = _about(scene, verb, frame, own + other)
    if frame.type == "supplies" and (about is None or not own or not other):
        return
    if frame.type == "member_of":
        other = tuple(i for i in other if parties.players[i].type in BLOCS)
    if frame.type != "supplies" and not other and not (frame.type in BOTH and len(own) > 1 and (about or frame.type == "rivals_with")):
        return
    if frame.type == "disputes_with" and about is None and parse.lemma[verb] in ("clash", "spar", "argue"):
        return
    if frame.turned:
        own, other = other, own
    span = _span(scene, verb)
    for pair in scene.pairs(own, other) if own else ():
        yield scene.bond(frame.type, pair, span, frame, about=about, past=scene.over(verb))


def _own(scene: Scene, verb: int) -> tuple[str, ...]:
    """Who does it; of a description that stands for nobody, whom it is put beside ("its main partner, China, supplies …")."""
    if found := scene.parties.subjects(verb):
        return found
    return scene.parties.of(k for s in syntax.subjects(scene.parse, verb) for k in scene.parse.children(s, "appos"))


def _whose(scene: Scene, verb: int, frame: Frame) -> tuple[str, ...]:
    """The other side as owner: of the goods ("supplies most of its weapons"), of what one depends on, of the description of the subject."""
    parse, parties = scene.parse, scene.parties
    if frame.type == "depends_on":
        return parties.owner(next(iter(scene.governed(verb, *frame.other.split())), verb))
    if frame.type != "supplies" or frame.turned:
        return ()
    goods = syntax.objects(parse, verb)
    for thing in (*goods, *(n for g in goods for n in syntax.governed(parse, g, "of"))):
        if found := parties.of(parse.children(thing, "poss")):
            return found
    pointing = any(parse.lower[g] in ("it", "them") for g in goods)
    return tuple(i for s in syntax.subjects(parse, verb) for i in parties.of(parse.children(s, "poss"))) if pointing else ()


def _claimed(scene: Scene, verb: int, frame: Frame) -> Iterator[Bond]:
    """ "The islands are claimed by both countries", "Sudan and South Sudan dispute Abyei": land that two claim."""
    own = scene.parties.subjects(verb)
    lands = [o for o in syntax.objects(scene.parse, verb) if scene.parse.tag[o][:3] == "NNP" or scene.parse.lemma[o] in LANDS]
    about = next(iter(scene.matter(lands)), None)
    for pair in scene.pairs(own, ()) if about and len(own) > 1 else ():
        yield scene.bond(frame.type, pair, _span(scene, verb), frame, about=about)


def _led(scene: Scene, verb: int, sides: tuple[tuple[str, ...], tuple[str, ...]]) -> Iterator[Bond]:
    """A person at the head of a state or body; in a past tense no longer."""
    players = scene.parties.players
    who = [i for i in sides[0] if players[i].type == "person"]
    what = [i for i in sides[1] if players[i].type in BLOCS or players[i].type in ("state", "government")]
    if len(who) == 1 and len(what) == 1:
        past = scene.parse.tag[verb] == "VBD" or scene.over(verb)
        yield scene.bond("leads", (who[0], what[0]), _span(scene, verb), past=past)


def _slot(scene: Scene, verb: int, names: str) -> list[int]:
    for name in names.split():
        found = syntax.objects(scene.parse, verb) if name == "obj" else scene.governed(verb, name)
        if name == "to":
            found = found or scene.parse.children(verb, "dative")
        if found and scene.parties.of(found):
            return found
    return []


def _about(scene: Scene, verb: int, frame: Frame, sides: tuple[str, ...]) -> str | None:
    parse = scene.parse
    for name in frame.about.split():
        found = syntax.objects(parse, verb) if name == "obj" else scene.governed(verb, name)
        for head in found:
            if (
                not set(scene.parties.of([head])) & set(sides)
                and parse.tag[head] in ("NN", "NNS", "NNP")
                and parse.lemma[head] not in NO_GOODS | DAYS
            ):
                return next(iter(scene.matter([head])), None)
    return None


def _span(scene: Scene, verb: int) -> tuple[int, int]:
    parse = scene.parse
    first, last = verb, verb + 1
    for kid in parse.kids[verb]:
        if parse.dep[kid] in ("nsubj", "nsubjpass") and kid < verb:
            first = parse.left[kid] if verb - parse.left[kid] < 15 else kid
        elif kid > verb and parse.dep[kid] in ("prep", "dobj", "dative", "acomp", "attr", "prt") and parse.right[kid] - first < 30:
            last = max(last, parse.right[kid])
    return scene.trim(first, last)


def _adjective(scene: Scene, span: tuple[int, int], frame: Frame) -> Iterator[Bond]:
    """A word or idiom after "is", or on a noun, with the other side under its preposition."""
    parse, parties = scene.parse, scene.parties
    inside = range(*span)
    top = next((t for t in inside if parse.head[t] not in inside or parse.head[t] == t), span[0])
    head = parse.head[top]
    if parse.tag[top] == "VBD" or parse.tag[top] == "VB":
        return
    heads = [h for t in (*inside, head) for h in scene.governed(t, *frame.other.split())] if frame.other else []
    heads = [h for h in heads if h >= span[1]]
    other = parties.of(heads)
    verb = head if parse.is_verb(head) else top if parse.is_verb(top) else None
    own = parties.subjects(verb) if verb is not None else parties.of([head])
    own = tuple(i for i in own if i not in other)
    if (verb is not None and (scene.denied(verb) or scene.unreal(verb))) or not own:
        return
    about = (
        scene.matter([h for t in (*inside, head) for h in scene.governed(t, *frame.about.split()) if h >= span[1]]) if frame.about else ()
    )
    if (frame.type not in BOTH and not other) or (not other and len(own) < 2):
        return
    evidence = scene.span(min(span[0], parse.left[top]), max(span[1], parse.right[top] if parse.right[top] - span[1] < 15 else span[1]))
    if verb is not None and (subject := parse.child(verb, "nsubj", "nsubjpass")) is not None:
        evidence = scene.span(*evidence, parse.left[subject])
    for pair in scene.pairs(own, other):
        yield scene.bond(frame.type, pair, evidence, frame, about=next(iter(about), None), past=verb is not None and scene.over(verb))
