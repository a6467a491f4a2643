"""Who stands where around a trigger: syntax in, head tokens out."""

from __future__ import annotations

from collections.abc import Iterator

from detente.nlp.parse import Parse

RELATIVES = frozenset({"who", "which", "that", "whom", "whose", "where"})
OBJECT_CONTROL = frozenset(
    """ask urge tell order allow permit enable force compel press push persuade convince invite encourage want expect
    call require request instruct authorize authorise help lead cause get advise beg beseech command direct forbid
    implore pressure prompt remind warn charge appoint elect train see let make""".split()
)
MAX_UP = 6  # clauses are not nested deeper in news; a bound, so that a broken parse costs nothing


def subjects(parse: Parse, verb: int) -> list[int]:
    """Head tokens of who does what the verb says, found through voice, control, conjunction and relative clauses."""
    for _ in range(MAX_UP):
        found, verb_up = _own_subject(parse, verb)
        if found or verb_up is None:
            return found
        verb = verb_up
    return []


def _own_subject(parse: Parse, verb: int) -> tuple[list[int], int | None]:
    """The subject of this very clause; else the verb whose subject it shares, if any."""
    if turned := inverted(parse, verb):
        return [turned[0]], None
    if is_passive(parse, verb):
        return _agents(parse, verb), None
    if (subject := parse.child(verb, "nsubj")) is not None and parse.lower[subject] != "there":
        return _antecedent(parse, verb, subject), None
    if (named := _behind_day(parse, verb)) is not None:
        return [named], None
    return _shared(parse, verb)


WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def _behind_day(parse: Parse, verb: int) -> int | None:
    """ "On Friday Kofi Annan, the secretary general, met A.": the name that the parser takes for the head of the day before it."""
    for prep in parse.children(verb, "prep"):
        name = parse.child(prep, "pobj") if prep < verb and parse.lower[prep] == "on" else None
        if name is not None and parse.tag[name] == "NNP" and prep + 1 < name < verb and parse.lower[prep + 1] in WEEKDAYS:
            return name if parse.head[prep + 1] == name else None
    return None


def inverted(parse: Parse, verb: int) -> tuple[int, int] | None:
    """ "Accompanying Kim was his sister": who does it, and to whom; the parser takes the participle for Kim's adjective."""
    noun = parse.head[verb]
    copula = parse.head[noun]
    if parse.tag[verb] != "VBG" or parse.dep[verb] != "amod" or parse.dep[noun] != "nsubj" or parse.lemma[copula] != "be":
        return None
    attribute = parse.child(copula, "attr")
    first = parse.sentences[parse.sentence_of[verb]][0]
    return (attribute, noun) if attribute is not None and verb == first else None


def _antecedent(parse: Parse, verb: int, subject: int) -> list[int]:
    if parse.lower[subject] in RELATIVES and parse.dep[verb] == "relcl":
        return [parse.head[verb]]
    return [subject]


def _agents(parse: Parse, verb: int) -> list[int]:
    return [kid for by in parse.children(verb, "agent", "prep") if parse.lower[by] == "by" for kid in parse.children(by, "pobj")]


def _shared(parse: Parse, verb: int) -> tuple[list[int], int | None]:
    head, dep = parse.head[verb], parse.dep[verb]
    if head == verb:
        return [], None
    if dep in ("acl", "relcl") and parse.head[head] == head and any(parse.tag[a] == "TO" for a in parse.children(verb, "aux")):
        return [head], None  # the parser's headline "Crown prince to meet Erdogan"
    if dep == "acl" and parse.is_noun(head):
        return ([head], None) if parse.tag[verb] == "VBG" else _holder_of(parse, head)
    if dep == "xcomp" and (controller := _controller(parse, head, verb)) is not None:
        return [controller], None
    if dep == "relcl" and parse.child(verb, "dobj") is not None:
        return [head], None
    if dep == "pcomp":
        return _of_gerund(parse, head)
    if dep in ("conj", "xcomp", "advcl", "ccomp", "dep") and (parse.is_verb(head) or parse.tag[head] in ("JJ", "VBN")):
        return [], head
    if dep == "acomp" and parse.is_verb(head):  # "is due to meet": the subject stands with the copula
        return [], head
    return [], None


def _holder_of(parse: Parse, noun: int) -> tuple[list[int], int | None]:
    """ "its plan to withdraw": the plan's possessor; else the subject of the verb that governs the noun."""
    if (owner := parse.child(noun, "poss")) is not None:
        return [owner], None
    head = parse.head[noun]
    return ([], head) if parse.dep[noun] in ("dobj", "attr") and parse.is_verb(head) else ([], None)


def _controller(parse: Parse, head: int, verb: int) -> int | None:
    target = parse.child(head, "dobj", "dative")
    if target is None and is_passive(parse, head):
        return parse.child(head, "nsubjpass")
    if target is not None and target < verb and parse.lemma[head] in OBJECT_CONTROL:
        return target
    if parse.lemma[head] in OBJECT_CONTROL:
        for prep in parse.children(head, "prep"):
            if parse.lower[prep] in ("on", "upon", "to") and prep < verb:
                return parse.child(prep, "pobj")
    return None


CHARGING = frozenset({"accuse", "suspect", "convict", "acquit", "absolve", "clear"})


def _of_gerund(parse: Parse, prep: int) -> tuple[list[int], int | None]:
    """ "accused X of doing", "stopped X from doing": X; "by doing": the clause's own subject; "talks on doing": nobody."""
    head = parse.head[prep]
    if parse.lower[prep] == "of" and parse.dep[head] in ("dobj", "nsubjpass") and parse.lemma[parse.head[head]] in CHARGING:
        return [head], None  # "accused the police of killing two men": the parser hangs "of" on the police
    if not parse.is_verb(head):
        return _holder_of(parse, head) if parse.is_noun(head) else ([], None)
    if parse.lower[prep] in ("of", "from", "for", "into"):
        if is_passive(parse, head) and (target := parse.child(head, "nsubjpass")) is not None:
            return [target], None
        if (target := parse.child(head, "dobj")) is not None:
            return [target], None
    return [], head


def is_passive(parse: Parse, verb: int) -> bool:
    """Whether the verb is passive, or a past participle that modifies a noun."""
    if parse.child(verb, "auxpass", "nsubjpass", "agent") is not None:
        return True
    tag, dep = parse.tag[verb], parse.dep[verb]
    if tag in ("VBD", "VBN") and dep == "ROOT" and parse.lemma[verb] in NEEDS_OBJECT and _is_headline(parse, verb):
        return parse.child(verb, "dobj", "ccomp", "aux") is None
    if tag != "VBN" or any(parse.lemma[a] == "have" for a in parse.children(verb, "aux")):
        return False
    if dep in ("acl", "amod"):
        return True
    head = parse.head[verb]
    return dep == "conj" and head != verb and parse.is_verb(head) and parse.child(verb, "nsubj", "dobj") is None and is_passive(parse, head)


NEEDS_OBJECT = frozenset(
    """arrest detain jail imprison kill wound injure release free charge indict convict sentence acquit execute assassinate murder
    elect reelect re-elect appoint name sack oust expel deport ban bomb shoot kidnap abduct seize lift sign approve cancel postpone
    suspend impose""".split()
)


def _is_headline(parse: Parse, token: int) -> bool:
    """Whether the sentence has no full stop: there "Pinochet arrested" leaves out "was"."""
    last = parse.sentences[parse.sentence_of[token]][1] - 1
    return parse.words[last] not in (".", "!", "?", "”", '"', "’", "'", "…")


def objects(parse: Parse, verb: int) -> list[int]:
    """Head tokens of what the verb is done to, found through voice, participles and relative clauses."""
    if turned := inverted(parse, verb):
        return [turned[1]]
    if is_passive(parse, verb):
        return _passive_objects(parse, verb)
    found = parse.child(verb, "dobj")
    if found is not None and parse.lower[found] not in RELATIVES:
        return [found]
    if parse.tag[verb] == "VBZ" and parse.dep[verb] in ("nmod", "amod", "compound") and parse.head[verb] > verb:
        return [parse.head[verb]]  # a headline: "North Korea fires ballistic missile"
    if parse.dep[verb] == "relcl" and (found is not None or _lacks_object(parse, verb)):
        return [parse.head[verb]]
    return []


def _passive_objects(parse: Parse, verb: int) -> list[int]:
    subject = parse.child(verb, "nsubjpass", "nsubj")
    if subject is not None:
        return _antecedent(parse, verb, subject)
    if parse.dep[verb] in ("acl", "amod"):
        noun = parse.head[verb]
        return [parse.head[noun] if parse.dep[verb] == "amod" and parse.dep[noun] == "compound" else noun]  # "jailed journalist A. B."
    if parse.dep[verb] == "conj" and parse.head[verb] != verb:
        return _passive_objects(parse, parse.head[verb])
    if parse.dep[verb] == "xcomp" or (parse.dep[verb] == "advcl" and parse.tag[verb] == "VBN" and parse.child(verb, "mark") is None):
        return subjects(parse, parse.head[verb])  # "Accused of cheating, Beijing demanded an apology"
    return []


def _lacks_object(parse: Parse, verb: int) -> bool:
    """A relative clause with its own subject, no object and no relative pronoun in another role."""
    subject = parse.child(verb, "nsubj")
    if subject is None or parse.lower[subject] in RELATIVES:
        return False
    if parse.child(verb, "mark", "xcomp", "ccomp") is not None:  # "a report that they agreed to lease it" lacks nothing
        return False
    return not any(parse.lower[k] in ("where", "when", "why") for k in parse.kids[verb])


def governed(parse: Parse, token: int, word: str) -> list[int]:
    """Heads that a preposition on the token governs: its own, and one that the parser hung on its object or particle."""
    found = _governed_by(parse, token, word)
    if found:
        return found
    for kid in parse.kids[token]:
        if word in ("to", "of") and parse.lower[kid] in COMPOUND:
            continue
        if (kid > token and parse.dep[kid] in ("dobj", "prt", "advmod", "attr", "acomp", "oprd", "prep")) or parse.dep[kid] == "nsubjpass":
            found += _governed_by(parse, kid, word)
    if word in ("with", "by") and not found:  # "took a stroll on the beach with Xi", "the bombing of the embassy by Hezbollah"
        found = [n for p in parse.children(token, "prep") for noun in parse.children(p, "pobj") for n in _governed_by(parse, noun, word)]
    return found


COMPOUND = frozenset("according due owing prior thanks because contrary regardless irrespective".split())
"""First words of prepositions of two words: in "according to the spokesman" nothing is done to him."""


def _governed_by(parse: Parse, token: int, word: str) -> list[int]:
    return [
        noun
        for prep in parse.kids[token]
        if parse.lower[prep] == word and parse.dep[prep] in ("prep", "agent", "dative", "prt", "advmod")
        for noun in parse.kids[prep]
        if parse.dep[noun] in ("pobj", "pcomp")
    ]


def coordinated(parse: Parse, token: int) -> Iterator[int]:
    """The token, what is coordinated with it, and what "including" or "along with" adds."""
    if (paired := _paired(parse, token)) is not None:
        yield paired
    yield token
    for kid in parse.kids[token]:
        dep = parse.dep[kid]
        if (dep == "conj" and not parse.is_verb(kid)) or (dep == "appos" and _serial(parse, token, kid)):
            yield from coordinated(parse, kid)
        elif dep == "appos" and parse.tag[token] in ("NN", "NNP") and parse.tag[kid] == "NNP":
            yield from (t for other in _second_party(parse, kid) for t in coordinated(parse, other))
        elif dep == "prep" and parse.lower[kid] in ADDING:
            for noun in parse.children(kid, "pobj"):
                yield from coordinated(parse, noun)


def _second_party(parse: Parse, name: int) -> Iterator[int]:
    """ "Peru's president, A. F., and his counterpart, J. M., met": the second, whom the parser hangs on the first one's name."""
    for kid in parse.children(name, "conj"):
        named = parse.tag[kid] == "NNP" or any(parse.tag[k] == "NNP" for k in parse.children(kid, "appos"))
        if named and not parse.is_verb(kid):
            yield kid


def _serial(parse: Parse, noun: int, apposed: int) -> bool:
    """ "The US, Russia and Switzerland": a list of names whose second the parser takes for a description of the first."""
    if parse.tag[noun] != "NNP" or parse.tag[apposed] != "NNP":
        return False
    return any(parse.tag[k] == "NNP" for k in parse.children(apposed, "conj"))


ADDING = frozenset({"including", "alongside"})
LOOSE = frozenset({"npadvmod", "nmod", "dep", "nsubj", "appos", "amod", "compound", "advmod"})
"""What the parser makes of the first name of a headline's pair."""


def _paired(parse: Parse, token: int) -> int | None:
    """The name before the comma that stands for "and" in a headline: "Japan, Philippines sign pact"; its verb is plural."""
    if parse.dep[token] != "nsubj" or parse.tag[token][:2] != "NN" or parse.tag[parse.head[token]] not in ("VBP", "VB"):
        return None
    comma = token - 1
    while comma > 0 and parse.head[comma] == token and parse.dep[comma] in ("compound", "amod"):
        comma -= 1
    name = comma - 1
    if name < 0 or parse.words[comma] != "," or not all(parse.words[t][0].isupper() for t in range(comma + 1, token + 1)):
        return None
    alone = parse.left[name] == parse.sentences[parse.sentence_of[token]][0] and parse.sentence_of[name] == parse.sentence_of[token]
    return name if alone and parse.dep[name] in LOOSE and parse.words[name][0].isupper() and parse.is_noun(name) else None


def light_verb(parse: Parse, noun: int) -> int | None:
    """The verb whose object (or passive subject) the noun is: "held talks", "talks were held", "engaged in talks"."""
    head, dep = parse.head[noun], parse.dep[noun]
    if dep == "conj" and parse.is_noun(head):
        return light_verb(parse, head)
    if dep in ("dobj", "nsubjpass", "attr") and parse.is_verb(head):
        return head
    if dep == "pobj" and parse.dep[head] in ("prep", "agent") and parse.is_verb(parse.head[head]):
        return parse.head[head]
    return None
