"""What one actor is to another: "its main ally", "a source of oil", "NATO member Turkey", "a signatory to the armistice"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.lexicon.pacts import Pacts
from detente.lexicon.relations import Frame
from detente.nlp import syntax
from detente.reading import Bond
from detente.stages.relations.scene import Scene

TRADE = frozenset({"trade", "trading", "business", "commercial"})
BLOCS = frozenset({"igo", "party", "armed_group", "ngo"})


def read(scene: Scene, noun: int, frame: Frame, pacts: Pacts) -> Iterator[Bond]:
    """The bonds of a noun for one side as seen from the other."""
    if frame.type == "party_to":
        yield from signatories(scene, noun, frame, pacts)
        return
    if frame.type == "allied_with" and noun and scene.parse.lemma[noun - 1] in TRADE:
        return
    holder, verb = holders(scene, noun)
    if holder == scene.parties.at(noun) and any(i.startswith("#") for i in holder):
        return  # "its allies in Syria": nobody named
    if not holder or (verb is not None and scene.denied(verb)):
        return
    other = tuple(i for i in others(scene, noun, frame) if i not in holder)
    about = None
    if frame.about:
        goods = scene.governed(noun, *frame.about.split()) or scene.parse.children(noun, "compound", "nmod")[-1:]
        about = next(iter(scene.matter(g for g in goods if not scene.parties.at(g))), None)
        if about is None:
            return
        if frame.turned:
            other = scene.parties.deep(goods) or scene.parties.owner(noun)
        other = tuple(i for i in other or _context(scene, noun, holder) if i not in holder)
    if frame.type == "member_of":
        other = tuple(i for i in other if scene.parties.players[i].type in BLOCS)
    past = any(scene.parse.lower[k] in scene.words.former for k in scene.parse.kids[noun]) or (verb is not None and scene.over(verb))
    span = scene.clause(noun, verb) if verb is not None else scene.noun_phrase(noun)
    mutual = frame.type in ("allied_with", "rivals_with")
    if frame.turned:
        holder, other = other, holder
        if not holder:
            return
    for pair in scene.pairs(holder, other) if other or (mutual and scene.parse.tag[noun] in ("NNS", "NNPS")) else ():
        yield scene.bond(frame.type, pair, span, frame, about=about, past=past)


def holders(scene: Scene, noun: int) -> tuple[tuple[str, ...], int | None]:
    """Who has the role, and the verb that says so, if one does."""
    parse, parties = scene.parse, scene.parties
    head, dep = parse.head[noun], parse.dep[noun]
    if dep == "pobj" and parse.lower[head] == "of" and parse.lower[parse.head[head]] in ("one", "some", "among"):
        noun = parse.head[head]
        head, dep = parse.head[noun], parse.dep[noun]
    if dep in ("attr", "oprd", "acomp") and parse.is_verb(head):
        return _subjects(scene, head), head
    if dep == "pobj" and parse.lower[head] == "as" and parse.is_verb(parse.head[head]):
        verb = parse.head[head]
        return parties.of(syntax.objects(parse, verb)), verb
    if dep == "appos":
        return parties.of([head]), None
    if dep in ("compound", "nmod", "amod") and parse.is_noun(head):
        return parties.of([head]), None
    if found := parties.of(parse.children(noun, "appos")):
        return found, None
    return parties.at(noun), None


def _subjects(scene: Scene, verb: int) -> tuple[str, ...]:
    """The subjects of "is"; a "which" is the name right before it, whatever the parser hung its clause on."""
    parse = scene.parse
    subject = parse.child(verb, "nsubj", "nsubjpass")
    if subject is not None and parse.lower[subject] in syntax.RELATIVES and subject > 1:
        before = subject - 2 if parse.words[subject - 1] == "," else subject - 1
        if found := scene.parties.of([before]):
            return found
    return scene.parties.subjects(verb)


def others(scene: Scene, noun: int, frame: Frame) -> tuple[str, ...]:
    """To whom one is that: whose it is, or what its preposition governs."""
    under = scene.parties.of(scene.governed(noun, *frame.of.split()))
    owner = scene.parties.owner(noun)
    if not under and not owner and scene.parse.dep[noun] in ("compound", "nmod"):
        owner = scene.parties.modifiers(scene.parse.head[noun])
    return under or owner


def _context(scene: Scene, noun: int, holder: tuple[str, ...]) -> tuple[str, ...]:
    """To whom a source is one, where the noun does not say: the nearest other side before it in the sentence."""
    first = scene.parse.sentences[scene.parse.sentence_of[noun]][0]
    for token in range(noun - 1, first - 1, -1):
        ids = tuple(i for i in scene.parties.at(token) if i not in holder)
        if ids and any(scene.parties.players[i].type == "state" for i in ids):
            return ids[:1]
    return ()


def signatories(scene: Scene, noun: int, frame: Frame, pacts: Pacts) -> Iterator[Bond]:
    """Who is party to which agreement; a party to a conflict is none."""
    holder, verb = holders(scene, noun)
    for document in scene.governed(noun, "to", "of"):
        if pacts.nouns.at(scene.parse.lemma, document, document + 1) is None:
            continue
        about = next(iter(scene.matter([document])), None)
        span = scene.clause(noun, verb) if verb is not None else scene.noun_phrase(noun)
        for ident in holder if verb is None or not scene.denied(verb) else ():
            yield scene.bond("party_to", (ident, None), span, frame, about=about)
