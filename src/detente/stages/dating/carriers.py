"""The words that carry a deed's time and place: its trigger, what describes it, and what says of it that it takes place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from detente.nlp.parse import Parse
from detente.reading import Attribution, Deed
from detente.stages.dating.reach import Govern

STEPS = 8
_LIGHT = frozenset(
    [
        "hold",
        "have",
        "pay",
        "make",
        "attend",
        "conduct",
        "fight",
        "wage",
        "stage",
        "sign",
        "give",
        "take",
        "launch",
        "open",
        "begin",
        "resume",
        "finish",
        "conclude",
        "do",
        "carry",
        "host",
        "chair",
        "convene",
        "lead",
        "join",
    ]
)
COMMISSIVE = frozenset(
    ["agree", "decide", "vow", "pledge", "promise", "threaten", "offer", "refuse", "decline", "want", "hope", "seek", "intend", "move"]
)
"""Verbs that have a day of their own besides that of what they look to."""

RESOLVING = frozenset({"agree", "decide", "vote", "resolve", "opt"})
"""Verbs whose day is that of what they resolve on, where that is told as done by it ("decided on Thursday to expel")."""


class Scene(msgspec.Struct, frozen=True):
    """What deeds are settled with: the parse, all deeds and attributions, and the words of `dating.tsv`."""

    parse: Parse
    deeds: Sequence[Deed]
    attributions: Sequence[Attribution]
    govern: Govern
    into: frozenset[str] = frozenset()
    """Verbs whose object is where they take place."""
    bars: frozenset[int] = frozenset()
    """Verbs with a vague time of their own ("for years"), to which no other deed lends its day."""
    published: str | None = None
    """The day of publication, which what is told in the simple past does not lie behind."""


def carriers(scene: Scene, trigger: int, *, aim: bool = True) -> Iterator[int]:
    """The trigger, the clauses that describe it, and the verbs that say of it that it takes place, nearest first."""
    parse = scene.parse
    yield trigger
    if parse.is_noun(trigger):
        yield from describing(scene, trigger)
        yield from _saying_of(scene, trigger)
    else:
        yield from complements(scene, trigger, aim=aim)
        yield from _raising(scene, trigger)
        yield from _antecedent(scene, trigger)


def describing(scene: Scene, noun: int) -> Iterator[int]:
    """ "the agreement signed on …", "a summit expected to take place by …"."""
    parse = scene.parse
    for kid in parse.kids[noun]:
        if parse.dep[kid] in ("acl", "relcl") and parse.lemma[kid] in scene.govern["happen"]:
            yield kid
            yield from (k for k in parse.kids[kid] if parse.dep[k] == "xcomp")


def _saying_of(scene: Scene, noun: int) -> Iterator[int]:
    """The verb whose subject or object the noun is, where that verb only says that it takes place."""
    parse, token = scene.parse, noun
    for _ in range(STEPS):
        above, dep = parse.head[token], parse.dep[token]
        if above == token or dep not in ("pobj", "prep", "conj", "compound", "nmod", "appos", "dobj", "nsubj", "nsubjpass", "poss", "attr"):
            return
        if parse.tag[above][0] == "V":
            subject = dep in ("nsubj", "nsubjpass") and parse.lemma[above] not in scene.govern["speech"]
            done = (
                parse.lemma[above] not in scene.govern["mental"] | scene.govern["speech"] | scene.govern["raise"] - scene.govern["happen"]
            )
            if subject or (dep in ("dobj", "attr") and done) or (dep == "prep" and parse.lemma[above] in scene.govern["happen"] and done):
                yield above
                yield from (k for k in parse.kids[above] if parse.dep[k] == "xcomp")
                yield from _raising(scene, above)
            elif dep == "prep" and parse.lower[token] in ("during", "at", "in", "following"):
                yield above
            return
        token = above


def complements(scene: Scene, verb: int, *, aim: bool = True) -> Iterator[int]:
    """ "held talks on Monday", "met during a visit in May", "hopes to receive him this year"; the aim of a promise where asked for."""
    parse = scene.parse
    aimed = scene.govern["raise"] if aim else scene.govern["raise"] - COMMISSIVE
    for kid in parse.kids[verb]:
        dep = parse.dep[kid]
        if (dep in ("dobj", "attr") and parse.lemma[verb] in _LIGHT) or (dep == "xcomp" and parse.lemma[verb] in aimed):
            yield kid
        elif dep in ("nsubj", "nsubjpass") and parse.lemma[verb] in scene.govern["happen"] and parse.lemma[kid] in scene.govern["event"]:
            yield kid
            yield from describing(scene, kid)
        elif dep == "prep" and parse.lower[kid] in ("during", "at", "in", "for", "over", "near"):
            noun = parse.child(kid, "pobj")
            if noun is not None and parse.lemma[noun] in scene.govern["event"]:
                yield noun
                yield from describing(scene, noun) if parse.lower[kid] in ("at", "in") else ()


def _raising(scene: Scene, verb: int) -> Iterator[int]:
    """ "is expected on Monday to meet", "began on Friday to withdraw"."""
    parse, token = scene.parse, verb
    for _ in range(3):
        above = parse.head[token]
        taken = parse.lemma[above] in RESOLVING and any(d.trigger == verb and d.factuality == "actual" for d in scene.deeds)
        if above == token or parse.dep[token] != "xcomp" or not (taken or parse.lemma[above] in scene.govern["raise"] - COMMISSIVE):
            return
        yield above
        token = above


def _antecedent(scene: Scene, verb: int) -> Iterator[int]:
    """The noun that a relative clause or participle describes, and what else describes that noun."""
    parse = scene.parse
    if parse.dep[verb] in ("relcl", "acl") and parse.is_noun(noun := parse.head[verb]) and parse.lemma[noun] in scene.govern["event"]:
        yield noun
        yield from (k for k in describing(scene, noun) if k != verb)
