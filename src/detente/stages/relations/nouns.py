"""Relations that a noun names: "frayed relations with", "rivalry between", "a close ally of", "leverage over", "sanctions against"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.lexicon.pacts import Pacts
from detente.lexicon.relations import Frame, Sense, Value
from detente.nlp import syntax
from detente.reading import Bond
from detente.stages.relations import roles
from detente.stages.relations.scene import Scene

ABOUT = ("over", "about", "on", "concerning", "regarding")
WITH = ("with", "to", "toward", "towards", "against", "vis-a-vis", "and")


def read(scene: Scene, pacts: Pacts) -> Iterator[Bond]:
    """The bonds of all nouns of relations in a text."""
    parse = scene.parse
    skip = -1
    for token in range(len(parse)):
        if token < skip:
            continue
        found = scene.phrases(scene.words.nouns, token, parse.sentences[parse.sentence_of[token]][1])
        if found is None:
            continue
        noun = found.last - 1
        # "Peru's rival Ecuador"
        described = parse.tag[noun] == "JJ" and parse.dep[noun] == "amod" and parse.child(noun, "poss") is not None
        if (parse.tag[noun][:2] != "NN" and not described) or (
            parse.dep[noun] in ("compound", "amod") and parse.is_noun(parse.head[noun]) and found.meanings[0].family != "role"
        ):
            continue
        skip = found.last
        yield from _of(scene, noun, found.meanings, pacts)


def _of(scene: Scene, noun: int, senses: tuple[Sense, ...], pacts: Pacts) -> Iterator[Bond]:
    made = False
    for sense in senses:
        if made:
            return
        for bond in _read(scene, noun, sense, pacts):
            made = True
            yield bond


def _read(scene: Scene, noun: int, sense: Sense, pacts: Pacts) -> Iterator[Bond]:
    if sense.family == "tie":
        yield from ties(scene, noun)
    elif sense.family == "standing" and sense.frame is not None:
        yield from standing(scene, noun, sense.frame)
    elif sense.family == "role" and sense.frame is not None:
        yield from roles.read(scene, noun, sense.frame, pacts)
    elif sense.family == "leverage":
        yield from leverage(scene, noun)
    elif sense.family == "chip":
        yield from chips(scene, noun)
    else:
        yield from sanctions(scene, noun)


def sides(scene: Scene, noun: int, with_: tuple[str, ...] = WITH) -> list[tuple[str, str]]:
    """The two that a noun stands between: "between A and B", "A's … with B", "A-B …", "their …", "A has … with B"."""
    parties = scene.parties
    carrier = scene.carrier(noun)
    both = parties.of(scene.after(noun, carrier, ("between", "among")))
    if len(both) > 1:
        return list(scene.pairs(both, ()))
    other = parties.of(scene.after(noun, carrier, with_[:1])) or parties.of(scene.governed(noun, *with_))
    own = tuple(i for i in parties.owner(noun) if i not in other)
    if (not own and len(other) < 2) or (not own and other):
        light = syntax.light_verb(scene.parse, noun)
        own = tuple(i for i in (parties.subjects(light) if light is not None else ()) if i not in other)
    if not own and other:
        own = tuple(parties.state(i) for i in scene.near(noun, other)[:1])
    return list(scene.pairs(own, other))


def ties(scene: Scene, noun: int) -> Iterator[Bond]:
    """Ties with a word on how they are; without one they tell nothing."""
    found = _value(scene, noun)
    if found is None:
        return
    value, token, verb = found
    past = (verb is not None and scene.over(verb)) or any(scene.parse.lower[k] in scene.words.former for k in scene.parse.kids[noun])
    span = scene.clause(noun, verb) if verb is not None else scene.noun_phrase(noun)
    span = scene.span(*span, token)
    for pair in sides(scene, noun):
        yield scene.bond("ties", pair, span, value=value, past=past)


def _value(scene: Scene, noun: int) -> tuple[Value, int, int | None] | None:
    """How the ties are, the token that says so, and the verb where it is one's business: before the noun, as predicate, as deed."""
    parse = scene.parse
    for token in range(max(parse.sentences[parse.sentence_of[noun]][0], noun - 5), noun):
        if parse.tag[token][:2] in ("JJ", "VB", "NN", "RB") and (
            parse.head[token] in (noun, parse.head[noun]) or parse.right[token] == noun or parse.head[noun] == token
        ):
            if parse.is_verb(token) and parse.tag[token] not in ("VBG", "VBN"):
                continue
            if (hit := scene.phrases(scene.words.values, token, noun)) and hit.last <= noun and not _negated(scene, token):
                return hit.meanings[0], token, None
    verb = parse.head[noun]
    if parse.dep[noun] in ("conj",) and parse.is_noun(verb):
        verb = parse.head[verb]
    if not parse.is_verb(verb) or scene.denied(verb):
        return None
    if parse.dep[noun] in ("nsubj", "nsubjpass"):
        return _predicate(scene, verb)
    if parse.dep[noun] == "dobj" and not scene.unreal(verb) and (hit := scene.phrases(scene.words.values, verb, verb + 3)):
        return hit.meanings[0], verb, verb
    return None


def _negated(scene: Scene, token: int) -> bool:
    return token > 0 and scene.parse.lower[token - 1] in ("not", "no", "less", "never", "n't")


def _predicate(scene: Scene, verb: int) -> tuple[Value, int, int] | None:
    parse = scene.parse
    if (hit := scene.phrases(scene.words.values, verb, parse.right[verb])) and parse.lemma[verb] not in ("be", "have", "do"):
        return hit.meanings[0], hit.last - 1, verb
    if parse.lemma[verb] not in scene.words.copulas:
        return None
    for token in range(verb + 1, min(parse.right[verb], verb + 8)):
        if parse.words[token] == "," or parse.dep[token] in ("mark", "relcl"):
            return None
        if (hit := scene.phrases(scene.words.values, token, parse.right[verb])) and not _negated(scene, token):
            return hit.meanings[0], hit.last - 1, verb
    return None


def standing(scene: Scene, noun: int, frame: Frame) -> Iterator[Bond]:
    """A noun that says itself how two stand, and over what."""
    parse = scene.parse
    if any(parse.lower[k] in ("no", "any") for k in parse.kids[noun]):
        return
    carrier = scene.carrier(noun)
    about = scene.matter(_things(scene, scene.after(noun, carrier, ABOUT))) if frame.type in ("disputes_with", "rivals_with") else ()
    found = _nested(scene, noun) or sides(scene, noun, ("with", "toward", "towards", "against", "to"))
    span = scene.clause(noun, carrier) if carrier is not None and parse.dep[noun] in ("nsubj", "nsubjpass") else scene.noun_phrase(noun)
    past = carrier is not None and scene.over(carrier)
    for pair in found:
        for matter in about or (None,):
            yield scene.bond(frame.type, pair, span, frame, about=matter, past=past)


def _things(scene: Scene, heads: list[int]) -> list[int]:
    """What stands under "over" and "about" and is no actor itself (a territory may be disputed)."""
    return [h for h in heads if scene.parse.lower[h] not in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")]


def _nested(scene: Scene, noun: int) -> list[tuple[str, str]]:
    """ "a rapprochement in North Korea's relations with the South": the sides of the inner noun."""
    parse = scene.parse
    for inner in scene.governed(noun, "in", "of"):
        hit = scene.phrases(scene.words.nouns, inner, inner + 1)
        if hit and hit.meanings[0].family == "tie" and parse.tag[inner][:2] == "NN" and (found := sides(scene, inner)):
            return found
    return []


def leverage(scene: Scene, noun: int) -> Iterator[Bond]:
    """Whose power it is and over whom; "influence" alone tells nothing."""
    parse, parties = scene.parse, scene.parties
    light = syntax.light_verb(parse, noun)
    wields = light is not None and parse.lemma[light] in scene.words.wielding
    own = parties.owner(noun) or (parties.subjects(light) if light is not None and wields else ())
    under = scene.governed(noun, *scene.words.over) or (scene.governed(light, "over") if light is not None and wields else [])
    over = tuple(i for i in parties.of(under) if i not in own)
    alone = parse.lemma[noun] in scene.words.alone or any(
        scene.phrases(scene.words.nouns, t, noun + 1)
        for t in (noun - 1,)
        if t >= 0 and parse.lemma[t] + " " + parse.lemma[noun] in scene.words.alone
    )
    if not own or len(own) > 1 or (not over and not alone) or (light is not None and scene.denied(light)):
        return
    about = next(iter(scene.matter(h for h in under if not parties.at(h))), None)
    span = scene.clause(noun, light) if light is not None and wields and not parties.owner(noun) else scene.noun_phrase(noun)
    for b in over or (None,):
        yield scene.bond("leverage_over", (own[0], b), span, about=about)


def chips(scene: Scene, noun: int) -> Iterator[Bond]:
    """ "X, a bargaining chip in A's deals with B", "A sees X as one of its chips": A's power over B, by X."""
    parse, parties = scene.parse, scene.parties
    thing = _thing(scene, noun)
    own = parties.owner(noun) or parties.deep(scene.governed(noun, "in", "of", "for"))[:1] or scene.near(noun, parties.of(thing))
    own = tuple(i for i in own if i not in parties.of(thing))[:1]
    if not own:
        return
    end = parse.sentences[parse.sentence_of[noun]][1]
    against = (t for p in range(noun + 1, min(end, noun + 10)) if parse.lower[p] in ("with", "against") for t in parse.children(p, "pobj"))
    other = next((i for t in against for i in parties.of([t]) if i not in own), None)
    about = next(iter(scene.text(t, t + 1) if parse.left[t] == t else scene.text(parse.left[t], t + 1) for t in thing), None)
    span = scene.span(*scene.noun_phrase(noun), *thing)
    yield scene.bond("leverage_over", (own[0], other), span, about=about)


def _thing(scene: Scene, noun: int) -> list[int]:
    """What the chip is: what it stands in apposition to or after a dash, the subject of "is", the object of "sees … as"."""
    parse = scene.parse
    head, dep = parse.head[noun], parse.dep[noun]
    if dep == "pobj" and parse.lower[head] == "of" and parse.lower[parse.head[head]] == "one":
        noun = parse.head[head]
        head, dep = parse.head[noun], parse.dep[noun]
    if dep == "attr":
        return syntax.subjects(parse, head)
    if dep == "pobj" and parse.lower[head] == "as" and parse.is_verb(parse.head[head]):
        return syntax.objects(parse, parse.head[head])
    mark = parse.left[noun] - 1
    if mark > 0 and parse.words[mark] in ("--", "–", "—", ",", "-") and scene.parties.at(mark - 1):
        return [mark - 1]
    return [head] if dep == "appos" else []


def sanctions(scene: Scene, noun: int) -> Iterator[Bond]:
    """Who sanctions whom, for what; where nobody imposes them they tell of no relation."""
    parse, parties = scene.parse, scene.parties
    rounds = parse.head[parse.head[noun]] if parse.dep[noun] == "pobj" and parse.lower[parse.head[noun]] == "of" else noun
    carrier = scene.carrier(rounds if parse.is_noun(rounds) else noun)
    imposes = (
        carrier is not None
        and parse.lemma[carrier] in scene.words.imposing
        and not (scene.unreal(carrier) or scene.hedged(carrier) or scene.denied(carrier))
    )
    under = scene.governed(noun, *scene.words.against) or (
        scene.governed(carrier, "on", "against") if carrier is not None and imposes else []
    )
    target = parties.of(under)
    own = tuple(i for i in parties.owner(noun) if i not in target)
    clause = next((k for k in parse.kids[noun] if parse.dep[k] in ("acl", "relcl") and parse.lemma[k] in scene.words.imposing), None)
    if clause is not None:
        own = own or parties.subjects(clause)
        target = target or parties.of(scene.governed(clause, "on", "against"))
    if not own and carrier is not None and imposes:
        own = parties.subjects(carrier)
    about = next(iter(scene.matter(scene.after(noun, carrier, ("over", "for")))), None)
    span = scene.noun_phrase(noun)
    for pair in scene.pairs(own, target) if own and target else ():
        yield scene.bond("sanctions", pair, span, about=about)
