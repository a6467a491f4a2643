"""What a clause says by itself of whether its act happened: moods, negation, conditions, questions, the present for the future."""

from __future__ import annotations

from typing import TypeAlias

from detente.lexicon.governors import Governors
from detente.nlp.parse import Parse
from detente.records import Factuality

MODALS: dict[str, Factuality] = {
    "will": "planned", "'ll": "planned", "shall": "planned", "wo": "planned", "may": "possible", "might": "possible",
    "could": "possible", "can": "possible", "ca": "possible", "should": "possible", "must": "possible", "ought": "possible",
    "would": "possible", "'d": "possible",
}  # fmt: skip
CONDITIONS = frozenset({"if", "unless", "whether", "lest", "provided", "should", "supposing"})
INVERTED = frozenset({"had", "were", "should", "did"})
SPEECH = frozenset(
    """say tell report announce state declare add note confirm claim write reveal disclose explain insist acknowledge argue believe
    think""".split()
)
NOBODY = frozenset({"nobody", "none", "nothing", "neither"})
SCARCELY = frozenset({"hardly", "barely", "scarcely", "not"})
PART_OF = frozenset({"only", "just", "all", "every", "everyone", "everybody", "merely", "always", "even"})
NEVER = frozenset("time circumstance way account mean means case event point condition moment stage".split())
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
SOON = frozenset({"tomorrow", "tonight"})
UNITS = DAYS | frozenset("week month year weekend spring summer autumn fall winter quarter".split())
PAST = frozenset("last every each since until past previous".split())
PRESUMING = frozenset("why how come did has have do does was were is are".split())
"""A question that begins with two of these ("why did", "how has") takes for granted what it asks about; "how many would" does not."""
FAR = 25  # tokens before and behind a verb in which its day is looked for
Verdict: TypeAlias = tuple[Factuality, str]


def under(inner: Verdict, outer: Verdict) -> Verdict:
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


def own(parse: Parse, words: Governors, verb: int) -> Verdict:
    """What the verb's own auxiliaries, negation, adverbs, conditions and its sentence's question mark say."""
    verdict = _moods(parse, words, verb)
    if verdict[0] == "planned" and any(is_condition(parse, k) for k in parse.children(verb, "advcl")):
        verdict = ("possible", "if")
    if verdict[0] == "actual" and is_condition(parse, verb):
        verdict = ("possible", "if")
    if verdict[0] == "actual" and (bare := _headline_future(parse, verb) or _present_future(parse, verb)):
        verdict = ("planned", bare)
    if verdict[0] == "actual" and _asked(parse, verb):
        verdict = ("possible", "?")
    if negation := _negation(parse, words, verb):
        open_still = verdict[0] == "possible" and verdict[1] not in ("can", "ca", "could", "would")
        return verdict if open_still else ("denied", negation)
    return verdict


def _moods(parse: Parse, words: Governors, verb: int) -> Verdict:
    """Of the modal, and of adverbs before the verb."""
    verdict: Verdict = ("actual", "")
    for kid in parse.kids[verb]:
        dep, low = parse.dep[kid], parse.lower[kid]
        if dep in ("aux", "auxpass") and parse.tag[kid] == "MD":
            verdict = _modal(parse, verb, low)
        elif dep in ("advmod", "preconj", "cc") and kid < verb and words.adverbs.get(low, "denied") != "denied":
            verdict = under(verdict, (words.adverbs[low], low))
    return verdict


def _negation(parse: Parse, words: Governors, verb: int) -> str:
    """The word that negates the clause; empty where none does."""
    found = ""
    for kid in parse.kids[verb]:
        dep, low = parse.dep[kid], parse.lower[kid]
        before = dep in ("advmod", "preconj", "cc") and kid < verb
        if (dep == "neg" and not _part_only(parse, kid)) or (before and words.adverbs.get(low) == "denied"):
            found = low
        elif dep == "advmod" and low == "longer" and any(parse.lower[k] == "no" for k in parse.kids[kid]):
            found = "no longer"
        elif dep in ("nsubj", "nsubjpass", "dobj") and empty(parse, kid):
            found = low
        elif dep == "prep" and any(parse.lemma[n] in NEVER and empty(parse, n) for n in parse.children(kid, "pobj")):
            found = "no"
    return found


def _part_only(parse: Parse, negation: int) -> bool:
    """ "Not only", "not all": the rest of the sentence stands."""
    after = negation + 1
    return after < len(parse) and parse.lower[negation] == "not" and parse.lower[after] in PART_OF


def _modal(parse: Parse, verb: int, word: str) -> Verdict:
    """ "would" in reported speech of the past is the future; elsewhere it is hypothetical."""
    if word in ("would", "'d"):
        if any(is_condition(parse, k) for k in parse.children(verb, "advcl")):
            return "possible", "if"
        reported = parse.dep[verb] == "ccomp" and parse.lemma[parse.head[verb]] in SPEECH
        return ("planned" if reported else "possible"), "would"
    return MODALS.get(word, "possible"), word


def empty(parse: Parse, noun: int) -> bool:
    """ "No talks", "neither side", "nobody", "hardly any aid", "not a single soldier"."""
    if parse.lower[noun] in NOBODY:
        return True
    for kid in parse.kids[noun]:
        low, dep = parse.lower[kid], parse.dep[kid]
        if low in ("no", "neither") and dep in ("det", "preconj", "neg"):
            return True
        if kid < noun and low in SCARCELY and dep in ("advmod", "neg") and not _part_only(parse, kid):
            return True
    return any(parse.lower[k] in SCARCELY and parse.lower[d] == "any" for d in parse.children(noun, "det") for k in parse.kids[d])


def is_condition(parse: Parse, verb: int) -> bool:
    """ "If Iran attacks", and inverted: "should Iran attack", "had Iran attacked", "were Iran to attack"."""
    if any(parse.lower[k] in CONDITIONS for k in parse.children(verb, "mark") if k < verb):
        return True
    return _inverted(parse, verb)


def _inverted(parse: Parse, verb: int) -> bool:
    first = parse.left[verb]
    if parse.lower[first] not in INVERTED or (first == verb and parse.lower[verb] != "were") or _is_question(parse, verb):
        return False
    subject = parse.child(verb, "nsubj", "nsubjpass")
    auxiliary = first == verb or (parse.head[first] == verb and parse.dep[first] in ("aux", "auxpass"))
    return subject is not None and first < subject and auxiliary


def _is_question(parse: Parse, verb: int) -> bool:
    first, last = parse.sentences[parse.sentence_of[verb]]
    return "?" in parse.words[max(first, last - 2) : last]


def _asked(parse: Parse, verb: int) -> bool:
    """Whether the verb is the main verb of a direct question that leaves open whether it is so."""
    if not _is_question(parse, verb) or parse.head[verb] != verb:
        return False
    first = parse.sentences[parse.sentence_of[verb]][0]
    return not (parse.lower[first] in ("why", "how") and parse.lower[first + 1] in PRESUMING)


def _headline_future(parse: Parse, verb: int) -> str:
    """ "Trump to meet Kim", "is to meet", "was to have met"."""
    if parse.tag[verb] != "VB":
        return ""
    to = next((a for a in parse.children(verb, "aux") if parse.tag[a] == "TO"), None)
    if to is None:
        return ""
    head = parse.head[verb]
    if head == verb and any(k < to and (parse.is_noun(k) or parse.dep[k] in ("nsubj", "nsubjpass")) for k in parse.kids[verb]):
        return "to"
    return "is to" if parse.lemma[head] == "be" and parse.dep[verb] in ("xcomp", "ccomp") and parse.child(head, "acomp") is None else ""


def _present_future(parse: Parse, verb: int) -> str:
    """The day ahead on which somebody "visits" or "is meeting" another: tomorrow, next week, on a weekday."""
    tag = parse.tag[verb]
    if tag == "VBG":
        if not any(parse.tag[a] in ("VBZ", "VBP") and parse.lemma[a] == "be" for a in parse.children(verb, "aux")):
            return ""
    elif tag not in ("VBZ", "VBP"):
        return ""
    for token in range(max(parse.left[verb], verb - FAR), min(parse.right[verb], verb + FAR)):
        if _is_ahead(parse, token) and _verb_above(parse, token) == verb:
            return parse.lower[token]
    return ""


def _is_ahead(parse: Parse, token: int) -> bool:
    low = parse.lower[token]
    before = parse.lower[token - 1] if token else ""
    if low in SOON:
        return True
    if low in UNITS and before == "next":
        return True
    return low in DAYS and before not in PAST and not (token and before == "of")


def _verb_above(parse: Parse, token: int) -> int:
    for above in parse.ancestors(token):
        if parse.is_verb(above):
            return above
    return token
