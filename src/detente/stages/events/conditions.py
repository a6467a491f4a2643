"""What a pattern asks of the words around its trigger: voice, particles, complement, subject, prepositions, modifiers."""

from __future__ import annotations

from detente.grammar import Pattern
from detente.nlp import syntax as args
from detente.nlp.parse import Parse
from detente.stages.events.parties import Scene


def voice(parse: Parse, verb: int, p: Pattern) -> bool:
    """Whether a verb stands in the voice that is asked for."""
    needs = p.rule.needs
    if "passive" in needs or "active" in needs:
        return args.is_passive(parse, verb) == ("passive" in needs)
    return True


def particles(parse: Parse, verb: int, extra: tuple[str, ...]) -> tuple[int, ...] | None:
    """The tokens of the words that must follow a verb: next to it, or hung on it by the parser."""
    found: list[int] = []
    at = verb
    for word in extra:
        token = _next(parse, at, verb, word)
        if token is None:
            return None
        found.append(token)
        at = token
    return tuple(found)


def _next(parse: Parse, at: int, verb: int, word: str) -> int | None:
    for token in range(at + 1, min(at + 3, len(parse))):
        if parse.lower[token] == word or parse.lemma[token] == word:
            return token
        if parse.tag[token] not in ("RB", "PRP", "DT", "PRP$", "JJ"):
            break
    loose = _PARTICLES if parse.child(verb, "dobj") is not None else _HUNG  # "submit a request to" is not "submit to"
    for kid in (*parse.kids[verb], *(parse.kids[at] if at != verb else ())):
        small = (
            parse.dep[kid] == "ccomp" and parse.lemma[verb] in DECLARING and (word == "persona" or not parse.is_verb(kid))
        )  # "declared the deal NULL and void"
        timed = word in SPANS and parse.lemma[kid] == word and parse.dep[kid] in ("dobj", "npadvmod")
        led = (
            word == "out" == parse.lower[kid] and parse.dep[kid] == "prep" and parse.lemma[verb] in CASTING
        )  # "ordered two men OUT of the country"
        if kid > verb and (timed or led or (parse.lower[kid] == word and (parse.dep[kid] in loose or small))):
            return kid
    return None


DECLARING = frozenset({"declare", "pronounce", "proclaim", "deem", "name", "brand", "label"})
CASTING = frozenset({"order", "throw", "kick"})
SPANS = frozenset({"hour", "day", "week"})
_PARTICLES = frozenset({"prt", "advmod", "acomp", "oprd", "dobj"})
_HUNG = _PARTICLES | {"prep", "agent", "dative"}


def given(parse: Parse, verb: int) -> list[int]:
    """To whom something is given: "gave the ambassador 72 hours"."""
    return parse.children(verb, "dative") if parse.lemma[verb] in ("give", "grant", "allow") else []


def heads_in(parse: Parse, tokens: list[int], words: frozenset[str]) -> tuple[int, ...]:
    """Those of some tokens, and of what is joined to them, that are named by such words."""
    return tuple(t for token in tokens for t in args.coordinated(parse, token) if _named(parse, t, words))


def _named(parse: Parse, token: int, words: frozenset[str]) -> bool:
    """Whether a noun is one of the words, alone or with the word before it ("aid package"), or what it is of ("a series of talks")."""
    if parse.lemma[token] in words or parse.lower[token] in words:
        return True
    if token and (f"{parse.lower[token - 1]} {parse.lemma[token]}" in words or _hyphened(parse, token) in words):
        return True
    preps = parse.children(token, "prep")
    if parse.lemma[token] in MEASURES:
        return any(parse.lemma[noun] in words for prep in preps for noun in parse.children(prep, "pobj"))
    nouns = [n for of in preps if parse.lower[of] == "of" for noun in parse.children(of, "pobj") for n in args.coordinated(parse, noun)]
    return any(f"{parse.lemma[token]} of {kind}" in words for n in nouns for kind in (parse.lemma[n], *_before(parse, n)))


def _hyphened(parse: Parse, token: int) -> str:
    """A noun with the word that a hyphen ties to it, as two words: "white-list"."""
    return f"{parse.lower[token - 2]} {parse.lemma[token]}" if token > 1 and parse.words[token - 1] == "-" else ""


def _before(parse: Parse, noun: int) -> list[str]:
    """The words that describe a noun before it: "favoured" of "favoured trading partners"."""
    return [parse.lower[k] for k in parse.kids[noun] if k < noun and parse.dep[k] in ("amod", "compound", "nmod")]


MEASURES = frozenset(
    """series round set package number kind type form lot range piece day week hour ten dozen score hundred thousand
    million billion ton tonne barrel group batch team wave couple handful majority part half third rest remainder bunch host
    array spate string flurry barrage amount""".split()
)


def complement(parse: Parse, verb: int, p: Pattern) -> bool:
    """Whether the clause behind a verb is of the kind that is asked for, and of none that is barred."""
    wanted, barred = p.rule.complement, p.rule.not_complement
    if not (wanted or barred or p.complement_verb or p.rule.not_complement_verb):
        return True
    kinds = {}
    for kid in parse.kids[verb]:
        if kid > verb and (kind := _clause_kind(parse, kid)):
            kinds[kind] = kid
            if kind == "inf" and parse.child(kid, "neg") is not None:
                kinds["not-inf"] = kid
    if wanted and not any(k in kinds for k in wanted):
        return False
    if any(k in kinds and parse.dep[kinds[k]] != "advcl" for k in barred):  # a purpose is no complement
        return False
    if any(parse.lemma[kid] in p.rule.not_complement_verb and parse.dep[kid] != "advcl" for kid in kinds.values()):
        return False
    return not p.complement_verb or any(parse.lemma[kid] in p.complement_verb for kid in kinds.values())


def _clause_kind(parse: Parse, kid: int) -> str | None:
    if parse.dep[kid] not in ("ccomp", "xcomp", "advcl", "pcomp") or not parse.is_verb(kid):
        return None
    if any(parse.tag[a] == "TO" for a in parse.children(kid, "aux")):
        return "inf"
    if parse.tag[kid] == "VBG" and parse.child(kid, "nsubj") is None:
        return "ing"
    return "that" if parse.dep[kid] == "ccomp" else None


SHARED = frozenset({"league", "union", "club", "association", "bank", "fund", "federation"})
"""Words that a body of states has in common with a bank, a club or a championship."""


def subject(scene: Scene, verb: int, p: Pattern) -> bool:
    """Whether the subject of a verb is named by the words that are asked for, and by none that is barred."""
    if not p.subject and not p.not_subject:
        return True
    parse = scene.parse
    heads = args.subjects(parse, verb)
    if not p.subject:
        heads = [h for h in heads if parse.tag[h] != "NNP" or parse.lower[h] not in SHARED or not scene.is_public(h)]
    if p.subject and not heads_in(parse, heads, p.subject):
        return False
    return not (p.not_subject and heads_in(parse, heads, p.not_subject))


def preps(parse: Parse, trigger: int, p: Pattern) -> bool:
    """Whether what stands behind the prepositions of a trigger is named by the words that are asked for."""
    for word, nouns in p.prep:
        heads = args.governed(parse, trigger, word)
        if not heads or (nouns and not heads_in(parse, heads, nouns)):
            return False
    for word, nouns in p.not_prep:
        heads = args.governed(parse, trigger, word)
        if heads and (not nouns or heads_in(parse, heads, nouns)):
            return False
    return True


def modified(parse: Parse, noun: int, extra: tuple[str, ...]) -> bool:
    """Whether further words of a trigger stand shortly before its noun."""
    before = parse.lower[max(0, noun - 4) : noun]
    return all(word in before for word in extra)


def modifiers(parse: Parse, noun: int, p: Pattern) -> bool:
    """Whether a noun has one of the modifiers that are asked for, and none that is barred."""
    words = {w for k in parse.kids[noun] if k < noun for w in (parse.lower[k], parse.lemma[k])}
    return not (p.modifier and not words & p.modifier) and not words & p.not_modifier
