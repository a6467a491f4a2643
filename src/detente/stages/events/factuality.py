"""Whether an act happened, is planned, is only possible, or is denied: read from the words above and beside its trigger."""

from __future__ import annotations

from detente.lexicon.governors import Governors
from detente.nlp.parse import Parse
from detente.nlp.syntax import MAX_UP
from detente.records import Factuality

MODALS: dict[str, Factuality] = {
    "will": "planned", "'ll": "planned", "shall": "planned", "wo": "planned", "may": "possible", "might": "possible", "could": "possible",
    "can": "possible", "ca": "possible", "should": "possible", "must": "possible", "ought": "possible", "would": "possible", "'d": "possible",
}  # fmt: skip
CONDITIONS = frozenset({"if", "unless", "whether", "lest", "provided", "should", "supposing"})
SPEECH = frozenset(
    """say tell report announce state declare add note confirm claim write reveal disclose explain insist acknowledge
    argue believe think""".split()
)
Verdict = tuple[Factuality, str]


def status(parse: Parse, words: Governors, trigger: int, light: int | None, *, reported: bool = False) -> Verdict:
    """The factuality of the act that a trigger names, and the word that decided it (empty for an act that happened).

    In reported speech "would" is the future of what was said, where no condition stands beside it.
    """
    if parse.tag[trigger][0] == "V":
        verdict = _verb(parse, words, trigger)
    else:
        verdict = _under(_noun_own(parse, words, trigger), _noun_above(parse, words, trigger, light))
    return ("planned", verdict[1]) if reported and verdict == ("possible", "would") else verdict


def _under(inner: Verdict, outer: Verdict) -> Verdict:
    """What becomes of an act of one status when the words above it have another."""
    if outer[0] == "actual":
        return inner
    if inner[0] == "actual":
        return outer
    if outer[0] == "denied":
        return ("actual", outer[1]) if inner[0] == "denied" else outer
    if outer[0] == "possible":
        return outer
    return inner


def _verb(parse: Parse, words: Governors, verb: int) -> Verdict:
    verdict: Verdict = ("actual", "")
    for _ in range(MAX_UP):
        verdict = _under(verdict, _clause(parse, words, verb))
        step = _step(parse, words, verb)
        if step is None:
            return verdict
        verb, effect = step
        verdict = _under(verdict, effect)
        if not parse.is_verb(verb):
            return _under(verdict, _noun_own(parse, words, verb)) if parse.is_noun(verb) else _under(verdict, _clause(parse, words, verb))
    return verdict


def _clause(parse: Parse, words: Governors, verb: int) -> Verdict:
    """What the verb's own auxiliaries, negation, adverbs and conditions say."""
    verdict: Verdict = ("actual", "")
    negation = ""
    for kid in parse.kids[verb]:
        dep, low = parse.dep[kid], parse.lower[kid]
        if dep in ("aux", "auxpass") and parse.tag[kid] == "MD":
            verdict = _modal(parse, verb, low)
        elif dep == "neg":
            negation = low
        elif dep in ("advmod", "preconj", "cc") and low in words.adverbs and kid < verb:
            effect = words.adverbs[low]
            if effect == "denied":
                negation = low
            else:
                verdict = _under(verdict, (effect, low))
        elif dep in ("nsubj", "nsubjpass", "dobj") and _empty(parse, kid):
            negation = low
        elif dep == "advcl" and kid != verb and verdict[0] == "planned" and _is_condition(parse, kid):
            verdict = ("possible", "if")
    if verdict[0] == "actual" and _is_condition(parse, verb):
        verdict = ("possible", "if")
    if verdict[0] == "actual" and (bare := _headline_future(parse, verb)):
        verdict = ("planned", bare)
    if negation:
        return (
            ("denied", negation) if verdict[0] != "possible" or verdict[1] in ("can", "ca", "could", "would") else ("possible", verdict[1])
        )
    return verdict


def _modal(parse: Parse, verb: int, word: str) -> Verdict:
    """ "would" in reported speech of the past is the future; elsewhere it is hypothetical."""
    if word in ("would", "'d"):
        if any(_is_condition(parse, k) for k in parse.children(verb, "advcl")):
            return "possible", "if"
        reported = parse.dep[verb] == "ccomp" and parse.lemma[parse.head[verb]] in SPEECH
        return ("planned" if reported else "possible"), "would"
    return MODALS.get(word, "possible"), word


def _empty(parse: Parse, noun: int) -> bool:
    """ "no talks", "neither side", "nobody"."""
    return parse.lower[noun] in ("nobody", "none", "nothing", "neither") or any(
        parse.lower[k] in ("no", "neither") and parse.dep[k] in ("det", "preconj", "neg") for k in parse.kids[noun]
    )


def _is_condition(parse: Parse, verb: int) -> bool:
    return any(parse.lower[k] in CONDITIONS for k in parse.children(verb, "mark", "aux") if k < verb and parse.dep[k] == "mark")


def _headline_future(parse: Parse, verb: int) -> str:
    """ "Trump to meet Kim", "is to meet", "was to have met"."""
    if parse.tag[verb] != "VB" or not any(parse.tag[a] == "TO" for a in parse.children(verb, "aux")):
        return ""
    head = parse.head[verb]
    if head == verb and parse.child(verb, "nsubj", "nsubjpass") is not None:
        return "to"
    return "is to" if parse.lemma[head] == "be" and parse.dep[verb] in ("xcomp", "ccomp") and parse.child(head, "acomp") is None else ""


def _step(parse: Parse, words: Governors, verb: int) -> tuple[int, Verdict] | None:
    """The word that governs the clause, and what it does to it; None where the clause stands for itself."""
    head, dep = parse.head[verb], parse.dep[verb]
    if head == verb or dep in ("relcl", "parataxis"):
        return None
    if dep == "conj":
        return (
            (head, ("actual", "")) if parse.is_verb(head) and parse.child(verb, "nsubj") is None and not _has_modal(parse, verb) else None
        )
    low = parse.lemma[head]
    if dep in ("xcomp", "ccomp"):
        return head, _governed(parse, words, verb, head, low)
    if dep == "advcl":
        return (head, ("possible", "to")) if _is_purpose(parse, verb) else None
    if dep == "acl":
        return (head, (words.nouns.get(low, "possible"), low)) if _is_infinitive(parse, verb) else None
    if dep == "pcomp":
        return _prepositional(parse, words, head)
    return None


def _has_modal(parse: Parse, verb: int) -> bool:
    return any(parse.tag[a] == "MD" for a in parse.children(verb, "aux"))


def _governed(parse: Parse, words: Governors, verb: int, head: int, lemma: str) -> Verdict:
    particle = next((parse.lower[k] for k in parse.kids[head] if parse.dep[k] == "prt"), "")
    phrase = f"{lemma} {particle}" if particle else lemma
    if parse.dep[verb] == "ccomp" and lemma in SPEECH:
        return "actual", ""
    if (
        parse.dep[verb] == "ccomp"
        and not _is_infinitive(parse, verb)
        and parse.tag[verb] in ("VBD", "VBZ", "VBP", "VBN")
        and lemma in REPORTS
    ):
        return "actual", ""
    effect = words.verbs.get(phrase) or words.verbs.get(lemma) or words.adjectives.get(parse.lower[head])
    if effect:
        return effect, phrase
    if lemma == "have" and _is_infinitive(parse, verb):
        return ("denied", "yet to") if any(parse.lower[k] == "yet" for k in parse.kids[head]) else ("possible", "have to")
    return "actual", ""


REPORTS = frozenset("fear suspect hint imply suggest warn allege claim propose agree announce insist".split()) - {"propose"}


def _is_infinitive(parse: Parse, verb: int) -> bool:
    return any(parse.tag[a] == "TO" for a in parse.children(verb, "aux"))


def _is_purpose(parse: Parse, verb: int) -> bool:
    return _is_infinitive(parse, verb)


def _prepositional(parse: Parse, words: Governors, prep: int) -> tuple[int, Verdict] | None:
    low = parse.lower[prep]
    if words.prepositions.get(low) == "denied":
        return parse.head[prep], ("denied", low)
    head = parse.head[prep]
    lemma = parse.lemma[head]
    if parse.is_verb(head):
        if lemma == "accuse" or (low in ("of", "for", "after", "since", "by", "in") and words.verbs.get(lemma) == "possible"):
            return head, ("actual", "")
        return head, (words.verbs.get(lemma, "actual") if low in ("from", "of", "on", "to", "about") else "actual", lemma)
    return head, (words.nouns.get(lemma, "actual"), lemma)


def _noun_own(parse: Parse, words: Governors, noun: int) -> Verdict:
    """What a noun's modifiers, determiner and participles say: "planned talks", "no talks", "a summit expected to take place"."""
    for kid in parse.kids[noun]:
        low, dep = parse.lower[kid], parse.dep[kid]
        if dep in ("amod", "nmod", "advmod") and (effect := words.adjectives.get(low)):
            return effect, low
        if dep in ("det", "neg") and low in ("no", "neither"):
            return "denied", low
        if dep in ("acl", "relcl") and kid > noun and (verdict := _tail(parse, words, kid))[0] != "actual":
            return verdict
    return "actual", ""


def _tail(parse: Parse, words: Governors, verb: int) -> Verdict:
    if parse.tag[verb] == "VBN" and (effect := words.adjectives.get(parse.lower[verb]) or words.verbs.get(parse.lemma[verb])):
        return effect, parse.lower[verb]
    return _clause(parse, words, verb) if parse.dep[verb] == "relcl" and parse.lemma[verb] in words.happen else ("actual", "")


def _noun_above(parse: Parse, words: Governors, noun: int, light: int | None) -> Verdict:
    head, dep = parse.head[noun], parse.dep[noun]
    if dep == "conj" and parse.is_noun(head):
        return _noun_above(parse, words, head, light)
    if dep == "pobj":
        return _noun_under_prep(parse, words, head)
    if not parse.is_verb(head):
        return "actual", ""
    verdict = _verb(parse, words, head)
    effect = words.verbs.get(_phrase(parse, head))
    if dep in ("dobj", "nsubjpass") and effect:
        return _under((effect, parse.lemma[head]), verdict)
    lemma = parse.lemma[head]
    carried = lemma in words.carry or lemma in words.happen or lemma == "be"
    return verdict if dep in ("dobj", "nsubjpass", "nsubj", "attr") and (carried or verdict[0] == "planned") else ("actual", "")


def _phrase(parse: Parse, verb: int) -> str:
    particle = next((parse.lower[k] for k in parse.kids[verb] if parse.dep[k] == "prt"), "")
    return f"{parse.lemma[verb]} {particle}" if particle else parse.lemma[verb]


def _noun_under_prep(parse: Parse, words: Governors, prep: int) -> Verdict:
    low, head = parse.lower[prep], parse.head[prep]
    phrase = f"{parse.lower[head]} {low}" if parse.lower[head] in ("ahead", "instead", "short", "rather") else low
    if effect := words.prepositions.get(phrase):
        if effect != "possible":
            return effect, phrase
        lemma = parse.lemma[head]
        if parse.is_verb(head):
            above = words.verbs.get(lemma)
            return _under((above, lemma) if above else ("actual", ""), _verb(parse, words, head))
        return (words.nouns[lemma], lemma) if lemma in words.nouns else ("actual", "")
    if low in ("of", "to", "on", "in", "from", "about", "with", "at", "against") and head != prep:
        lemma = parse.lemma[head]
        if parse.is_verb(head):
            effect = words.verbs.get(_phrase(parse, head)) if low in ("to", "on", "from", "for") else None
            return _under((effect, lemma) if effect else ("actual", ""), _verb(parse, words, head))
        if low in ("of", "to", "for") and (effect := words.nouns.get(lemma)):
            return effect, lemma
    return "actual", ""
