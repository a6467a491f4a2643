"""Whether an act happened, is planned, is only possible, or is denied: read from the words above and beside its trigger."""

from __future__ import annotations

from detente.lexicon.governors import Governors
from detente.nlp.parse import Parse
from detente.nlp.syntax import MAX_UP
from detente.stages.events.clause import MODALS, SPEECH, Verdict, empty, own, under

REPORTS = frozenset("fear suspect hint imply suggest warn allege claim agree announce insist".split())
MEASURES = frozenset(
    "round series set string flurry spate batch wave number stage phase leg part start beginning opening resumption date".split()
)
"""What is said of these is said of what they are of: "the next round of talks will take place"."""
PLANNING = frozenset({"plan", "schedule", "slate", "intend"})
"""Verbs that, as the trigger of a deed with its object, only say that it is ahead."""
CANCELLING = frozenset("cancel drop scrap abandon shelve withdraw halt suspend reverse ditch bury freeze stop block veto".split())
"""Verbs that undo even what was decided."""
CLAIMS = frozenset("report claim rumor rumour allegation accusation charge story suggestion speculation news assertion belief fear".split())
PROVING = frozenset({"turn", "prove"})
WORLDS = frozenset("scenario simulation hypothesis wargame nightmare dream fantasy fiction vision".split())
"""What happens in these is imagined."""


def status(parse: Parse, words: Governors, trigger: int, light: int | None, *, reported: bool = False) -> Verdict:
    """The factuality of the act that a trigger names, and the word that decided it (empty for an act that happened).

    In reported speech "would" is the future of what was said, where no condition stands beside it.
    """
    if parse.tag[trigger][0] == "V":
        verdict = _verb(parse, words, trigger)
        if parse.lemma[trigger] in PLANNING:  # "they plan joint exercises"
            verdict = under(("planned", parse.lemma[trigger]), verdict)
    else:
        verdict = under(_noun_own(parse, words, trigger), _noun_above(parse, words, trigger, light))
    return ("planned", verdict[1]) if reported and verdict == ("possible", "would") else verdict


def _verb(parse: Parse, words: Governors, verb: int) -> Verdict:
    verdict: Verdict = ("actual", "")
    for _ in range(MAX_UP):
        verdict = under(verdict, own(parse, words, verb))
        step = _step(parse, words, verb)
        if step is None:
            return verdict
        verb, effect = step
        verdict = under(verdict, effect)
        if parse.is_noun(verb):
            return under(under(verdict, _noun_own(parse, words, verb)), _fate(parse, words, verb))
        if not parse.is_verb(verb):
            return under(verdict, own(parse, words, verb))
    return verdict


def _fate(parse: Parse, words: Governors, noun: int) -> Verdict:
    """What becomes of a plan, a proposal or a report with its content: it is dropped, rejected, denied or false.

    To oppose what has been decided undoes nothing.
    """
    head, dep = parse.head[noun], parse.dep[noun]
    if not parse.is_verb(head):
        return "actual", ""
    if dep in ("dobj", "nsubjpass"):
        settled = words.nouns.get(parse.lemma[noun]) == "planned" and parse.lemma[head] not in CANCELLING
        denied = words.verbs.get(_phrase(parse, head)) == "denied" and not settled
        return ("denied", parse.lemma[head]) if denied else ("actual", "")
    said = _predicate(parse, words, head) if dep == "nsubj" else ("actual", "")
    return said if said[0] == "denied" else ("actual", "")


def _predicate(parse: Parse, words: Governors, copula: int) -> Verdict:
    """What is said of a subject: "is due", "is false", "is to begin", "was a lie", "turned out to be false", "proved untrue"."""
    if parse.lemma[copula] in PROVING:
        below = parse.child(copula, "xcomp", "ccomp")
        if below is not None and parse.lemma[below] == "be":
            return _predicate(parse, words, below)
        said = parse.child(copula, "acomp", "oprd", "attr")
        denied = said is not None and "denied" in (words.adjectives.get(parse.lower[said]), words.nouns.get(parse.lower[said]))
        return ("denied", parse.lower[said]) if denied and said is not None else ("actual", "")
    if parse.lemma[copula] != "be":
        return "actual", ""
    for kid in parse.children(copula, "acomp", "attr", "xcomp", "ccomp"):
        if parse.dep[kid] in ("xcomp", "ccomp"):
            return own(parse, words, kid) if _is_infinitive(parse, kid) else ("actual", "")
        table = words.adjectives if parse.dep[kid] == "acomp" else words.nouns
        if (effect := table.get(parse.lower[kid])) and (parse.dep[kid] == "acomp" or effect == "denied"):
            return effect, parse.lower[kid]
    return "actual", ""


def _step(parse: Parse, words: Governors, verb: int) -> tuple[int, Verdict] | None:
    """The word that governs the clause, and what it does to it; None where the clause stands for itself."""
    head, dep = parse.head[verb], parse.dep[verb]
    if head == verb or dep == "parataxis" or any(parse.lower[k] == "whether" for k in parse.children(verb, "mark")):
        return None  # what is asked stays open, whoever answers or does not
    if dep == "ccomp" and verb < head and ";" in parse.words[verb:head]:
        return None  # "they asked for his release; the minister dismissed it": two sentences in one
    if dep == "conj":
        return (head, ("actual", "")) if _shares_mood(parse, verb, head) else None
    low = parse.lemma[head]
    if dep in ("xcomp", "ccomp"):
        return head, _governed(parse, words, verb, head, low)
    if dep == "advcl":
        return (head, ("possible", "to")) if _is_infinitive(parse, verb) else None
    if dep in ("acl", "relcl"):
        return _of_noun(parse, words, verb, head)
    if dep == "pcomp":
        return _prepositional(parse, words, head)
    return None


def _shares_mood(parse: Parse, verb: int, head: int) -> bool:
    """Whether a verb shares the mood of the one before: "may speak and sign"; not "may speak … and vowed", nor with its own subject."""
    if not parse.is_verb(head) or parse.child(verb, "nsubj") is not None or _has_modal(parse, verb):
        return False
    return not (parse.tag[verb] in ("VBD", "VBZ") and _has_modal(parse, head))


def _of_noun(parse: Parse, words: Governors, verb: int, noun: int) -> tuple[int, Verdict] | None:
    """ "A plan to send", "time for X to send", "reports that X sent", "a scenario in which X sends"; a mere relative stands for itself."""
    low = parse.lemma[noun]
    if _is_infinitive(parse, verb):
        if parse.head[noun] == noun and low not in words.nouns:  # the parser's headline "Kim to meet Xi"
            return noun, ("planned", "to")
        return noun, (words.nouns.get(low, "possible"), low)
    if low in WORLDS:
        return noun, ("possible", low)
    return (noun, (words.nouns.get(low, "actual"), low)) if _is_content(parse, verb, low in CLAIMS) else None


def _is_content(parse: Parse, verb: int, claim: bool) -> bool:
    """Whether a clause says what the noun holds ("reports that X sent arms"); the parser often takes it for a relative clause."""
    if parse.dep[verb] == "acl":
        return any(parse.lower[k] == "that" for k in parse.children(verb, "mark"))
    subject = parse.child(verb, "nsubj", "nsubjpass")
    return claim and subject is not None and any(parse.lower[k] == "that" and k < subject for k in parse.kids[verb])


def _has_modal(parse: Parse, verb: int) -> bool:
    return any(parse.tag[a] == "MD" for a in parse.children(verb, "aux"))


JUDGED = frozenset({"wrong", "incorrect"})
""" "Wrong that they met" denies it; "wrong to meet" judges what was done."""


def _governed(parse: Parse, words: Governors, verb: int, head: int, lemma: str) -> Verdict:
    phrase = _phrase(parse, head)
    if parse.tag[head] == "MD":
        return MODALS.get(parse.lower[head], "possible"), parse.lower[head]
    if parse.dep[verb] == "ccomp" and lemma in SPEECH:
        return ("possible", "to") if _is_infinitive(parse, verb) and parse.child(verb, "nsubj") is None else ("actual", "")
    if (
        parse.dep[verb] == "ccomp"
        and not _is_infinitive(parse, verb)
        and parse.tag[verb] in ("VBD", "VBZ", "VBP", "VBN")
        and lemma in REPORTS
    ):
        return "actual", ""
    effect = words.verbs.get(phrase) or words.verbs.get(lemma) or words.adjectives.get(parse.lower[head])
    if effect and not (parse.lower[head] in JUDGED and _is_infinitive(parse, verb)):
        return effect, phrase
    if lemma == "be" and (said := parse.child(head, "acomp")) is not None and (told := words.adjectives.get(parse.lower[said])):
        return told, parse.lower[said]  # "it is false that"
    if lemma == "have" and _is_infinitive(parse, verb):
        return ("denied", "yet to") if any(parse.lower[k] == "yet" for k in parse.kids[head]) else ("possible", "have to")
    return "actual", ""


def _is_infinitive(parse: Parse, verb: int) -> bool:
    return any(parse.tag[a] == "TO" for a in parse.children(verb, "aux"))


def _prepositional(parse: Parse, words: Governors, prep: int) -> tuple[int, Verdict] | None:
    low = parse.lower[prep]
    if words.prepositions.get(low) == "denied":
        return parse.head[prep], ("denied", low)
    head = parse.head[prep]
    lemma = parse.lemma[head]
    if effect := words.prepositions.get(f"{parse.lower[head]} {low}"):
        return head, (effect, f"{parse.lower[head]} {low}")
    if parse.is_verb(head):
        if lemma == "accuse" or (low in ("of", "for", "after", "since", "by", "in") and words.verbs.get(lemma) == "possible"):
            return head, ("actual", "")
        return head, (words.verbs.get(lemma, "actual") if low in ("from", "of", "on", "to", "about") else "actual", lemma)
    return head, (words.nouns.get(lemma, "actual"), lemma)


def _noun_own(parse: Parse, words: Governors, noun: int) -> Verdict:
    """What a noun's modifiers, determiner and participles say: "planned talks", "no talks", "a summit expected to take place"."""
    if empty(parse, noun):
        return "denied", "no"
    for kid in parse.kids[noun]:
        low, dep = parse.lower[kid], parse.dep[kid]
        if dep in ("amod", "nmod", "advmod") and (effect := words.adjectives.get(low)):
            return effect, low
        if parse.lemma[kid] in MOVED and _still_on(parse, words, noun):
            continue
        if dep in ("acl", "relcl") and kid > noun and (verdict := _tail(parse, words, kid))[0] != "actual":
            return verdict
    return "actual", ""


MOVED = frozenset({"postpone", "delay", "reschedule", "defer", "adjourn"})


def _still_on(parse: Parse, words: Governors, noun: int) -> bool:
    """ "The talks, postponed from Tuesday, will take place on Friday": what is put off and told to take place takes place."""
    verb = parse.head[noun]
    return parse.dep[noun] in ("nsubj", "nsubjpass") and (parse.lemma[verb] in words.happen or parse.lemma[verb] in words.carry)


def _tail(parse: Parse, words: Governors, verb: int) -> Verdict:
    if parse.tag[verb] == "VBN" and (effect := words.adjectives.get(parse.lower[verb]) or words.verbs.get(parse.lemma[verb])):
        return effect, parse.lower[verb]
    return own(parse, words, verb) if parse.dep[verb] == "relcl" and parse.lemma[verb] in words.happen else ("actual", "")


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
        return under((effect, parse.lemma[head]), verdict)
    lemma = parse.lemma[head]
    if dep in ("nsubj", "nsubjpass") and verdict[0] == "possible" and _is_any(parse, noun):
        return verdict  # "an attack would set off a war", but "the attack could lead to one"
    carried = lemma in words.carry or lemma in words.happen or lemma == "be"
    if dep == "nsubj" and (raised := _raised(parse, words, head))[0] != "actual":
        return under(raised, verdict)
    return verdict if dep in ("dobj", "nsubjpass", "nsubj", "attr") and (carried or verdict[0] == "planned") else ("actual", "")


def _is_any(parse: Parse, noun: int) -> bool:
    """Whether the noun speaks of one that is not known yet: "a strike", "any strike"."""
    return any(parse.lower[k] in ("a", "an", "any", "another") for k in parse.kids[noun] if k < noun)


def _raised(parse: Parse, words: Governors, verb: int) -> Verdict:
    """ "The talks are due", "the talks failed to take place": said of the subject over the verb's head."""
    if (found := _predicate(parse, words, verb))[0] != "actual":
        return found
    effect = words.verbs.get(parse.lemma[verb])
    if effect and any(parse.lemma[k] in words.happen for k in parse.children(verb, "xcomp")):
        return effect, parse.lemma[verb]
    return "actual", ""


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
            return under((above, lemma) if above else ("actual", ""), _verb(parse, words, head))
        return (words.nouns[lemma], lemma) if lemma in words.nouns else ("actual", "")
    if low == "of" and parse.lemma[head] in MEASURES:
        return under(_noun_own(parse, words, head), _noun_above(parse, words, head, None))
    if low in ("of", "to", "on", "in", "from", "about", "with", "at", "against") and head != prep:
        lemma = parse.lemma[head]
        if parse.is_verb(head):
            effect = words.verbs.get(_phrase(parse, head)) if low in ("to", "on", "from", "for") else None
            return under((effect, lemma) if effect else ("actual", ""), _verb(parse, words, head))
        if low in ("of", "to", "for") and (effect := words.nouns.get(lemma)):
            return effect, lemma
    return "actual", ""
