"""The tense of a clause, as far as it tells whether a day lies behind or ahead."""

from __future__ import annotations

from typing import Literal, TypeAlias

from detente.nlp.parse import Parse

Tense: TypeAlias = Literal["past", "future", "present"]
_AHEAD = frozenset(
    [
        "expect",
        "schedule",
        "plan",
        "set",
        "due",
        "slate",
        "intend",
        "hope",
        "aim",
        "prepare",
        "decide",
        "agree",
        "vow",
        "promise",
        "pledge",
        "order",
        "ask",
        "urge",
        "demand",
        "need",
        "threaten",
        "propose",
        "seek",
        "invite",
        "want",
        "try",
        "be",
        "have",
        "go",
    ]
)
_COMING = frozenset(["will", "shall", "'ll", "wo", "should", "may", "might", "can", "ca", "must"])
_TIMETABLE = frozenset(
    [
        "begin",
        "start",
        "open",
        "arrive",
        "leave",
        "depart",
        "expire",
        "convene",
        "resume",
        "plan",
        "intend",
        "hope",
        "want",
        "aim",
        "expect",
        "face",
        "need",
        "wait",
        "await",
    ]
)
_ARRANGED = frozenset(("expect", "schedule", "slate", "plan", "set", "due"))
_UPCOMING = frozenset(("upcoming", "planned", "scheduled", "forthcoming", "proposed", "due", "expected", "slated"))


def tense(parse: Parse, token: int) -> Tense:
    """The tense of the clause that a token stands in: of the nearest verb above it, unless a noun on the way is called upcoming."""
    for at in (token, *parse.ancestors(token)):
        if parse.tag[at][0] == "V" or parse.tag[at] == "MD":
            return _of_verb(parse, at, 0)
        if parse.lower[at] in ("due", "upcoming", "likely"):
            return "future"
        if parse.is_noun(at) and any(parse.lower[k] in _UPCOMING for k in parse.kids[at]):
            return "future"
    return "past"


def simple_past(parse: Parse, verb: int) -> bool:
    """Whether a verb tells what happened then ("met", "was shot"), not what has or had happened, nor what is or may be."""
    helpers = {parse.lower[k] for k in parse.kids[verb] if parse.dep[k] in ("aux", "auxpass") and k < verb}
    if parse.tag[verb] == "VBD":
        return not helpers & {"had", "have", "has"}
    return parse.tag[verb] == "VBN" and bool(helpers & {"was", "were"}) and not helpers & {"had", "have", "has", "been"}


def _of_verb(parse: Parse, verb: int, depth: int) -> Tense:
    helpers = [k for k in parse.kids[verb] if parse.dep[k] in ("aux", "auxpass") and k < verb]
    words = {parse.lower[k] for k in helpers}
    if parse.tag[verb] == "VBD" and "would" not in words:
        return "past"
    if words & _COMING and "have" not in words:
        return "future"
    if words & {"has", "have", "had", "'ve", "was", "were", "did"} or parse.tag[verb] == "VBD":
        return "past" if not (parse.lemma[verb] in _ARRANGED and parse.tag[verb] == "VBN") else "future"
    if "would" in words:
        return "future"
    if parse.tag[verb] in ("VBZ", "VBP"):
        return _of_present(parse, verb)
    if words & {"is", "are", "'s", "'re", "am"}:
        return "future" if parse.tag[verb] == "VBG" or parse.lemma[verb] in _ARRANGED else "present"
    if parse.tag[verb] == "VBN" and parse.lemma[verb] in _ARRANGED:
        return "future"
    if parse.head[verb] == verb or depth > 4:
        return "future" if parse.tag[verb] == "VB" else "past"
    return _of_infinitive(parse, verb, depth)


def _of_present(parse: Parse, verb: int) -> Tense:
    """A present looks ahead in a timetable ("the trial opens on Monday") and before an infinitive ("are to meet")."""
    to_come = parse.lemma[verb] == "be" and any(parse.dep[k] == "xcomp" and parse.tag[k] == "VB" for k in parse.kids[verb])
    due = any(parse.lower[k] in _UPCOMING for k in parse.kids[verb])
    to_come = to_come or (parse.lemma[verb] == "be" and not any(parse.dep[k] == "advcl" for k in parse.kids[verb]))
    return "future" if to_come or due or parse.lemma[verb] in _TIMETABLE else "present"


def _of_infinitive(parse: Parse, verb: int, depth: int) -> Tense:
    """An infinitive looks ahead where the verb above does ("expects to"), else it is of that verb's time ("was to", "began to")."""
    above = parse.head[verb]
    if not parse.is_verb(above):
        return "future" if parse.tag[verb] == "VB" else "past"
    if parse.tag[verb] == "VB" and parse.lemma[above] in _AHEAD - {"try", "be", "have", "go", "need"}:
        return "future"
    outer = _of_verb(parse, above, depth + 1)
    if parse.tag[verb] == "VB" and outer == "present" and parse.lemma[above] in _AHEAD:
        return "future"
    return outer
