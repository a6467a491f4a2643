"""Numbers that belong to an act: who was killed or held, what was sent or fired, the sums; each with the words that say so."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from detente.lexicon.figures import Amounts
from detente.nlp.parse import Parse
from detente.nlp.syntax import MAX_UP
from detente.records import Code, Figure
from detente.stages.events import numerals
from detente.stages.events.numerals import Number

BODILY: frozenset[Code] = frozenset({"ASSAULT", "COERCE", "PROTEST"})
"""Acts that bear the casualties which their sentence counts outside their own clause ("20 people died in the attack")."""
MATERIAL: frozenset[Code] = BODILY | {"COOPERATE", "AID", "RETREAT", "SANCTION", "MOBILIZE"}
"""Acts whose counted objects are figures; "invited two ministers" only says whom."""
_PLAIN = frozenset({"dobj", "nsubjpass", "attr", "dative"})
_FATEFUL = frozenset({"dead", "wounded", "injured", "missing", "killed", "arrested", "homeless"})
_COUNTS = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "det", "predet"})
LONGEST = 8  # tokens of a quote


class Counted(msgspec.Struct, frozen=True):
    """A number with the noun that it counts (none in "20 were killed") and the token from which its act is looked for."""

    number: Number
    noun: int | None
    base: int


def of(parse: Parse, acts: Mapping[int, tuple[int, Code]], words: Amounts) -> dict[int, tuple[Figure, ...]]:
    """The figures of each trigger, by trigger. `acts` goes from a trigger, and from the verb that carries a noun trigger, to the
    trigger and its code; only sentences that hold one are read."""
    found: dict[int, list[Figure]] = {}
    for sentence in sorted({parse.sentence_of[t] for t in acts}):
        bounds = parse.sentences[sentence]
        inside = [t for t in acts if bounds[0] <= t < bounds[1]]
        for number in numerals.read(parse, bounds, words):
            counted = _counted(parse, number, words)
            if counted is None:
                continue
            fate = _fate(parse, counted, acts, words)
            trigger = _above(parse, counted, fate, acts, words)
            if trigger is None and fate in ("killed", "wounded", "missing"):
                trigger = _nearest(counted, acts, inside)
            if trigger is not None and (figure := _figure(parse, counted, fate, acts[trigger], words)):
                found.setdefault(trigger, []).append(figure)
    return {trigger: tuple(figures) for trigger, figures in found.items()}


def _counted(parse: Parse, number: Number, words: Amounts) -> Counted | None:
    """The number with its noun; None for dates, ages and what the words never count."""
    base = _head_of(parse, number)
    noun = _noun(parse, number, base)
    if _is_time(parse, number, words) or (noun is not None and parse.lemma[noun] in words.never):
        return None
    if number.currency is None and _is_year(parse, number) and (noun is None or parse.tag[noun] in ("NN", "NNP")):  # "a 2016 ruling"
        return None
    return Counted(number, noun, noun if noun is not None else base)


def _is_year(parse: Parse, number: Number) -> bool:
    return number.last - number.core == 1 and 1900 <= number.value <= 2100 and parse.words[number.core].isdigit()


def _head_of(parse: Parse, number: Number) -> int:
    """The token of the number that hangs on something outside it."""
    for token in range(number.last - 1, number.core - 1, -1):
        if not number.first <= parse.head[token] < number.last:
            return token
    return number.core


def _noun(parse: Parse, number: Number, base: int) -> int | None:
    for of_ in parse.children(base, "prep"):
        if parse.lower[of_] == "of" and of_ >= number.last - 1 and (noun := parse.child(of_, "pobj")) is not None:
            return noun
    head = parse.head[base]
    if parse.dep[base] in _COUNTS and parse.is_noun(head) and head >= number.last:
        return head
    after = number.last
    loose = parse.tag[base][:2] == "CD" and after < len(parse) and parse.tag[after] == "NNS"
    return after if loose and parse.sentence_of[after] == parse.sentence_of[base] else None


def _is_time(parse: Parse, number: Number, words: Amounts) -> bool:
    around = [t for t in (number.core - 1, number.last) if 0 <= t < len(parse)]
    if any(parse.lower[t] in words.never and parse.tag[t][:2] == "NN" for t in around):
        return True
    hyphen = number.last
    return hyphen + 1 < len(parse) and parse.lower[hyphen] == "-" and parse.lemma[hyphen + 1] in words.never


def _fate(parse: Parse, counted: Counted, acts: Mapping[int, tuple[int, Code]], words: Amounts) -> str:
    """What happened to those who are counted: by the word after the number, the noun itself, or the verb above."""
    for token in (counted.number.last, (counted.noun if counted.noun is not None else -2) + 1):
        if 0 <= token < len(parse) and parse.lower[token] in _FATEFUL:
            return words.fates.get(parse.lower[token], words.fates.get(parse.lemma[token], ""))
    if counted.noun is not None and parse.lemma[counted.noun] in ("death", "casualty", "fatality", "injury", "arrest"):
        return words.fates.get(parse.lemma[counted.noun], "")
    for token in (counted.base, *parse.ancestors(counted.base)):
        if (parse.is_verb(token) and parse.dep[token] != "prep") or token in acts:
            lemma, more = parse.lemma[token], _particle(parse, token)
            return words.fates.get(f"{lemma}_{more}") or words.fates.get(more) or words.fates.get(lemma, "")
    return ""


def _particle(parse: Parse, verb: int) -> str:
    return next((parse.lower[k] for k in parse.kids[verb] if k > verb and parse.dep[k] in ("prt", "oprd", "acomp")), "")


def _above(parse: Parse, counted: Counted, fate: str, acts: Mapping[int, tuple[int, Code]], words: Amounts) -> int | None:
    """The trigger that the number stands under, through no verb but those of the same fate."""
    token = counted.base
    for _ in range(2 * MAX_UP):
        if token in acts:
            return acts[token][0]
        through = parse.dep[token] == "prep" or (fate and parse.lemma[token] in words.fates)  # "including five children"
        if parse.head[token] == token or (parse.is_verb(token) and not through):
            return None
        token = parse.head[token]
    return None


def _nearest(counted: Counted, acts: Mapping[int, tuple[int, Code]], inside: list[int]) -> int | None:
    near = [t for t in inside if acts[t][1] in BODILY]
    return acts[min(near, key=lambda t: abs(t - counted.base))][0] if near else None


def _figure(parse: Parse, counted: Counted, fate: str, act: tuple[int, Code], words: Amounts) -> Figure | None:
    number, noun, (trigger, code) = counted.number, counted.noun, act
    lemma = parse.lemma[noun] if noun is not None else ""
    if number.currency:
        return _written(parse, counted, number.currency, _of_what(parse, counted) or "sum")
    if lemma in words.units or (number.last < len(parse) and parse.lower[number.last] == "%"):
        return _written(parse, counted, parse.lower[noun] if noun is not None else "%", _of_what(parse, counted) or "amount")
    if lemma in words.people or (fate and (noun is None or noun == trigger)):
        if not fate and (number.value == 1 or code not in MATERIAL):
            return None
        return _written(parse, counted, parse.lower[noun] if noun is not None and fate else None, fate or parse.lower[noun or trigger])
    plain = noun is not None and parse.dep[noun] in _PLAIN and parse.head[noun] == trigger
    if noun is None or number.value == 1 or code not in MATERIAL or not (lemma in words.things or plain):
        return None
    return _written(parse, counted, None, parse.lower[noun])


def _of_what(parse: Parse, counted: Counted) -> str:
    """ "50 million dollars in aid", "300 tons of rice", "a 10 billion dollar loan", "25 percent tariffs"."""
    start = counted.base
    for prep in parse.children(start, "prep"):
        if parse.lower[prep] in ("in", "of", "worth") and prep > start and (thing := parse.child(prep, "pobj")) is not None:
            return parse.lower[thing]
    head = parse.head[start]
    return parse.lower[head] if parse.dep[start] in ("nmod", "compound", "amod", "nummod") and parse.is_noun(head) else ""


def _written(parse: Parse, counted: Counted, unit: str | None, what: str) -> Figure:
    number, noun = counted.number, counted.noun
    last = noun + 1 if noun is not None and number.last <= noun + 1 <= number.first + LONGEST else number.last
    return Figure(quantity=number.value, unit=unit, what=what, quote=_words(parse, number.first, last), low=number.low, high=number.high)


def _words(parse: Parse, first: int, last: int) -> str:
    """The text of a range of tokens, with the gaps between them."""
    pieces = [parse.words[first]]
    for token in range(first + 1, last):
        pieces += [" " * (parse.start[token] - parse.end[token - 1]), parse.words[token]]
    return "".join(pieces)
