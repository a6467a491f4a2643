"""Which pattern of the grammar a trigger satisfies: its words, and the conditions on what stands around it."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from detente.grammar import Grammar, Pattern
from detente.nlp import syntax as args
from detente.nlp.parse import Parse
from detente.parties import DONE_TO
from detente.stages.events import conditions
from detente.stages.events.parties import Scene

DIRECTED = frozenset(
    {"AID", "MOBILIZE", "ASSAULT", "AGREE", "REJECT", "RETREAT", "SANCTION", "COERCE", "CONCEDE", "REQUEST", "THREATEN", "ACCUSE"}
)
"""Types whose deeds are done to or for somebody: the clause is searched for one where no slot holds it."""
FUTURE = frozenset({"will", "would", "wo", "'ll", "'d", "shall", "can", "could", "ca"})


class Hit(msgspec.Struct, frozen=True):
    """A trigger under a pattern, with its parties; `light` is the verb that carries a noun trigger, `used` the tokens it explains."""

    trigger: int
    pattern: Pattern
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    light: int | None
    used: tuple[int, ...]


def hits(scene: Scene, grammar: Grammar) -> list[Hit]:
    """All triggers of a text under their most specific satisfied pattern, verbs before the nouns that they explain."""
    parse = scene.parse
    found: list[Hit] = []
    used: dict[int, Hit] = {}
    verbs: dict[int, Hit] = {}
    nouns = []
    for token, tag in enumerate(parse.tag):
        if tag[0] == "V":
            if hit := _first(scene, token, grammar.verbs.get(parse.lemma[token], ()), verb=True):
                found.append(hit)
                verbs[token] = hit
                used.update(dict.fromkeys(hit.used, hit))
        elif tag[:2] == "NN" and parse.lemma[token] in grammar.nouns:
            nouns.append(token)
    for token in nouns:
        hit = _first(scene, token, grammar.nouns[parse.lemma[token]], verb=False)
        if hit and not _told_by(used.get(token), hit) and not _same_occasion(scene.parse, hit, verbs):
            found.append(_answered(used.get(token), hit))
    return sorted(found, key=lambda h: h.trigger)


def _told_by(verb: Hit | None, noun: Hit) -> bool:
    """Whether a verb's hit tells the noun too; "accepted Pyongyang's suggestion" does not: the suggestion is somebody else's act."""
    if verb is None:
        return False
    return verb.pattern.code == noun.pattern.code or not noun.actors or bool(set(noun.actors) & set(verb.actors)) or not verb.actors


def _answered(verb: Hit | None, noun: Hit) -> Hit:
    """ "Trump accepted Pyongyang's suggestion": who answers a demand or offer is whom it was made to."""
    if verb is None or noun.recipients or noun.pattern.code not in ("REQUEST", "AGREE", "THREATEN"):
        return noun
    return msgspec.structs.replace(noun, recipients=_without(verb.actors, noun.actors))


def _same_occasion(parse: Parse, hit: Hit, verbs: dict[int, Hit]) -> bool:
    """ "met during a secret meeting", "flew in for talks": one occasion, told by the verb."""
    prep = parse.head[hit.trigger]
    verb = verbs.get(parse.head[prep]) if parse.dep[hit.trigger] == "pobj" else None
    if verb is None or verb.pattern.code != hit.pattern.code:
        return False
    return not hit.actors or set(hit.actors) <= {*verb.actors, *verb.recipients}


def _first(scene: Scene, token: int, patterns: Iterable[Pattern], *, verb: bool) -> Hit | None:
    near = _near(scene.parse, token) if verb else frozenset()
    for pattern in patterns:
        if verb and pattern.extra and pattern.extra[0] not in near:
            continue
        hit = _verb(scene, token, pattern) if verb else _noun(scene, token, pattern)
        if hit is not None and _filled(scene, hit):
            return hit
    return None


def _near(parse: Parse, verb: int) -> frozenset[str]:
    """The words that may be a verb's particle: most phrases are ruled out by them at once."""
    tokens = (*range(verb + 1, min(verb + 3, len(parse))), *(k for k in parse.kids[verb] if k > verb))
    return frozenset(w for t in tokens for w in (parse.lower[t], parse.lemma[t]))


def _verb(scene: Scene, verb: int, p: Pattern) -> Hit | None:
    parse = scene.parse
    extra = conditions.particles(parse, verb, p.extra) if p.extra else ()
    if extra is None or (p.rule.negated and not _withheld(parse, verb)):
        return None
    if not (conditions.voice(parse, verb, p) and conditions.complement(parse, verb, p)):
        return None
    objects = args.objects(parse, verb) if p.object or p.not_object or p.modifier or p.not_modifier else []
    named = conditions.heads_in(parse, [*objects, *conditions.given(parse, verb)], p.object) if p.object else ()
    if (p.object and not named) or (p.not_object and conditions.heads_in(parse, objects, p.not_object)):
        return None
    if (p.modifier or p.not_modifier) and not any(conditions.modifiers(parse, o, p) for o in named or objects):  # of its object
        return None
    if not (conditions.subject(scene, verb, p) and conditions.preps(parse, verb, p)):
        return None
    actors = scene.first(verb, p.rule.actors or ("subj",), None)
    recipients = _without(scene.first(verb, _fallback(p, _recipient_slots(parse, verb, p), actors), None), actors)
    if not recipients and (p.rule.mode == "visit" or p.code in ("ASSAULT", "MOBILIZE")):
        recipients = _without(scene.visited(verb, p.rule.recipients or ("obj",)), actors)
    if not recipients and actors and p.code in DIRECTED and not (p.code == "AGREE" and len(actors) > 1):
        recipients = scene.around(verb, actors)
    if not actors and parse.dep[verb] == "amod" and parse.head[verb] > verb:  # prenominal: "jailed politicians" describes them
        return None
    return Hit(verb, p, actors, recipients, None, (*extra, *named))


def _recipient_slots(parse: Parse, verb: int, p: Pattern) -> tuple[str, ...]:
    """A rule's own slots; who demands "the release OF three men" demands it of others."""
    slots = p.rule.recipients or ("obj",)
    freed = p.code == "REQUEST" and any(parse.lemma[o] in DONE_TO for o in args.objects(parse, verb))
    return tuple(s for s in slots if s != "of") if freed else slots


def _fallback(p: Pattern, slots: tuple[str, ...], actors: tuple[str, ...]) -> tuple[str, ...]:
    """A rule's slots, then the complement: whom a demand wants to act, whom a promised deed would concern.

    Joint actors agree with one another; whom their common plan names is no addressee.
    """
    if p.code == "REQUEST":
        return (*slots, "comp", "inner")
    return slots if p.code == "AGREE" and len(actors) > 1 else (*slots, "inner")


def _noun(scene: Scene, noun: int, p: Pattern) -> Hit | None:
    parse = scene.parse
    if (p.extra and not conditions.modified(parse, noun, p.extra)) or (p.code in BY_FORCE and _is_name(parse, noun)):
        return None
    if (p.modifier or p.not_modifier) and not conditions.modifiers(parse, noun, p):
        return None
    light = args.light_verb(parse, noun)
    if light is None and p.code == "CONSULT" and parse.dep[noun] == "nsubj" and parse.lemma[parse.head[noun]] in scene.carry:
        light = parse.head[noun]  # "talks took place between A and B"
    if p.light and (light is None or ("*" not in p.light and parse.lemma[light] not in p.light)):
        return None
    if light is not None and not p.light and parse.lemma[light] not in scene.carry:
        light = light if _said_there(parse, noun, p) else None  # "dominated the talks" says nothing of who holds them
    if not conditions.preps(parse, noun, p):
        return None
    actors = scene.first(noun, p.rule.actors or ("poss", "between", "of", "by", "mod", "holder"), light)
    recipients = _without(scene.first(noun, _fallback(p, p.rule.recipients or ("with",), actors), light), actors)
    return Hit(noun, p, actors, recipients, light, ())


def _said_there(parse: Parse, noun: int, p: Pattern) -> bool:
    """ "In a phone call with A., B. said": who acts in a conversation with somebody is who holds it."""
    above = parse.head[noun]
    indefinite = any(parse.lower[k] in ("a", "an", "his", "her", "another") for k in parse.kids[noun] if k < noun)
    return (
        p.rule.symmetric
        and p.code == "CONSULT"
        and indefinite
        and parse.dep[noun] == "pobj"
        and parse.lower[above] in ("in", "during", "at")
        and bool(args.governed(parse, noun, "with"))
    )


BY_FORCE = frozenset({"PROTEST", "MOBILIZE", "COERCE", "ASSAULT"})


def _is_name(parse: Parse, noun: int) -> bool:
    """ "the Korean War", "in March": a name is no event; in a headline all words are capitals, its verbs too."""
    if parse.tag[noun][:3] != "NNP" or not parse.words[noun][0].isupper():
        return False
    first, last = parse.sentences[parse.sentence_of[noun]]
    return any(parse.tag[t][0] == "V" and parse.words[t].islower() for t in range(first, last))


def _filled(scene: Scene, hit: Hit) -> bool:
    needs = hit.pattern.rule.needs
    actors, recipients = hit.actors, hit.recipients
    if (
        (not actors and not recipients and not _counted(scene.parse, hit) and not _placed(scene, hit))
        or ("actors" in needs and not actors)
        or ("recipients" in needs and not recipients and not _goes_abroad(scene, hit))
    ):
        return False
    if "two" in needs and len({*actors, *recipients}) < 2 and not _goes_abroad(scene, hit):
        return False
    if "future" in needs and not any(scene.parse.lower[k] in FUTURE for k in scene.parse.children(hit.trigger, "aux")):
        return False
    if "object_place" in needs and not any(o in scene.spots for o in args.objects(scene.parse, hit.trigger)):
        return False
    if "object_actor" in needs or "no_object_actor" in needs:
        direct = any(t in scene.cast.heads for o in args.objects(scene.parse, hit.trigger) for t in args.coordinated(scene.parse, o))
        return direct == ("object_actor" in needs)
    return True


def _goes_abroad(scene: Scene, hit: Hit) -> bool:
    """A visit whose host the text does not name, only the place."""
    rule = hit.pattern.rule
    return rule.mode == "visit" and not hit.recipients and scene.abroad(hit.trigger, rule.recipients or ("obj",), hit.actors)


def _withheld(parse: Parse, verb: int) -> bool:
    """Whether a negation is a stand that is taken: not what only "has not" been done yet, nor what is asked ("why does X not accept")."""
    if not negated(parse, verb):
        return False
    helpers = [k for k in parse.children(verb, "aux") if parse.tag[k] in ("VBZ", "VBP")]
    asked = any(parse.lower[k] in ("do", "does") and (s := parse.child(verb, "nsubj")) is not None and k < s for k in helpers)
    return not asked and not any(parse.lemma[k] == "have" for k in helpers)


def negated(parse: Parse, verb: int) -> bool:
    """Whether the clause of the verb is negated, by adverb, or by a "no" on its subject or object."""
    for kid in parse.kids[verb]:
        if parse.dep[kid] == "neg" or (parse.lower[kid] in ("never", "neither", "nor", "hardly") and kid < verb):
            return True
        if parse.dep[kid] in ("dobj", "nsubj", "nsubjpass") and any(parse.lower[k] in ("no", "neither", "little") for k in parse.kids[kid]):
            return True
    head = parse.head[verb]
    return parse.dep[verb] == "xcomp" and parse.lemma[head] in ("do", "have", "go", "be") and head != verb and negated(parse, head)


def _placed(scene: Scene, hit: Hit) -> bool:
    """ "Drones struck a refinery near Samara", "thousands marched in Minsk": force and protest told with their place alone."""
    if hit.pattern.code not in ("ASSAULT", "PROTEST") or hit.light is not None or scene.parse.tag[hit.trigger][0] != "V":
        return False
    return bool(args.subjects(scene.parse, hit.trigger)) and scene.placed(hit.trigger)


def _counted(parse: Parse, hit: Hit) -> bool:
    """ "More than 500 were arrested": victims whom the text only counts; "a curfew was imposed" concerns all who are there."""
    if hit.pattern.rule.mode == "curfew":
        return parse.tag[hit.trigger][0] == "V"
    if hit.pattern.code == "PROTEST":  # "a demonstration against the deportation of refugees": of whom and against whom is not told
        return any(parse.lemma[n] in DONE_TO for n in args.governed(parse, hit.trigger, "against"))
    if hit.pattern.code not in ("ASSAULT", "COERCE") or hit.light is not None or parse.tag[hit.trigger][0] != "V":
        return False
    return any(parse.tag[o] == "CD" for o in args.objects(parse, hit.trigger))


def _without(ids: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(i for i in ids if i not in others)
