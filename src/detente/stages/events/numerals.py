"""Numbers in the text: what tokens say how many, exactly, at least or at most."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from detente.lexicon.figures import Amounts
from detente.nlp.parse import Parse

_WRITTEN = re.compile(r"^([^\d.,\w]|[a-z]{1,3}\$)?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(k|m|bn|tn)?$")
_SPAN = re.compile(r"^(\d[\d,]*)[-–](\d[\d,]*)$")
_BETWEEN = frozenset({"to", "-", "–", "or"})
LOOK_BACK = 3  # words of a phrase such as "no fewer than"


class Number(msgspec.Struct, frozen=True):
    """A number as it stands: half-open tokens with what qualifies it, and the tokens of the number itself. `low` and `high`
    are null on an open side, both for a rough number; `value` is the number named, the lower end of a range."""

    first: int
    core: int
    last: int
    value: float
    low: float | None
    high: float | None
    currency: str | None = None


def read(parse: Parse, sentence: tuple[int, int], words: Amounts) -> Iterator[Number]:
    """The numbers of a sentence in text order."""
    token, end = sentence
    while token < end:
        found = _number(parse, token, end, words) if _begins(parse, token, words) else None
        if found is None:
            token += 1
        else:
            yield found
            token = found.last


def _begins(parse: Parse, token: int, words: Amounts) -> bool:
    low = parse.lower[token]
    if parse.tag[token] == "CD" or low in words.plurals or low[0].isdigit():
        return True
    return low in ("a", "half") and token + 1 < len(parse) and parse.lower[token + 1] in (*words.scales, "a")


def _number(parse: Parse, token: int, end: int, words: Amounts) -> Number | None:
    if span := _SPAN.match(parse.lower[token]):
        low, high = (float(n.replace(",", "")) for n in span.groups())
        return _qualified(parse, (token, token + 1), (low, low, high), words) if low < high else None
    value, last, currency = _value(parse, token, end, words)
    if value is None:
        return None
    if parse.lower[token] in words.plurals:
        return _qualified(parse, (token, last), (value, value, None), words)
    if last + 1 < end and parse.lower[last] in _joints(parse, token):
        top, beyond, other = _value(parse, last + 1 + _marked(parse, last + 1, words), end, words)
        if top is not None and top > value and _said_one_way(parse, token, last):
            scale = _shared_scale(value, top)
            return _qualified(parse, (token, beyond), (value * scale, value * scale, top), words, currency or other)
    return _qualified(parse, (token, last), (value, value, value), words, currency)


def _joints(parse: Parse, token: int) -> frozenset[str]:
    before = token - 1 if token and parse.lower[token - 1].isalpha() else token - 2  # "between $2 million and $3 million"
    return frozenset({"and"}) if before >= 0 and parse.lower[before] == "between" else _BETWEEN


def _marked(parse: Parse, token: int, words: Amounts) -> int:
    """One where a currency's sign stands before the second number of a range."""
    return int(token < len(parse) and parse.lower[token] in words.currencies and not parse.lower[token].isalpha())


def _said_one_way(parse: Parse, token: int, last: int) -> bool:
    """ "from 10 to 25" is a change, no range; "20 or 30" is one."""
    return not (token and parse.lower[token - 1] == "from" and parse.lower[last] == "to")


def _shared_scale(value: float, top: float) -> float:
    """In "20 to 30 million" the scale is said once."""
    for scale in (1e9, 1e6, 1e3):
        if top >= scale and value < scale and top / scale > value:
            return scale
    return 1.0


def _value(parse: Parse, token: int, end: int, words: Amounts) -> tuple[float | None, int, str | None]:
    """What the words from a token on come to, the token after them, and a currency that is part of the word."""
    sums = _Sums()
    at = token
    while at < end and _add(parse, at, token, sums, words):
        at += 1
        if at < end and _filler(parse, at, end, words):
            at += 1
    amount = sums.total + sums.part
    return (amount if amount else None), at, sums.currency


class _Sums:
    """A number in the making: what is multiplied out, and what still waits for its scale."""

    def __init__(self) -> None:
        self.total = 0.0
        self.part = 0.0
        self.currency: str | None = None


def _add(parse: Parse, at: int, token: int, sums: _Sums, words: Amounts) -> bool:
    """Take one more word into the number; False where it is no part of it."""
    low = parse.lower[at]
    piece, sign = _piece(low, words)
    if piece is not None:
        if sums.part and not (sums.part >= 20 and sums.part % 10 == 0 and piece < 10) and not (sums.part % 100 == 0 and piece < 100):
            return False
        sums.part, sums.currency = sums.part + piece, sign or sums.currency
        return not (sums.total and sums.part >= 1000)
    if low in ("a", "half"):
        sums.part = 0.5 if low == "half" else sums.part or 1.0
        return at == token or parse.lower[at - 1] == "half"
    if low in words.plurals:
        before = sums.total or 1.0
        sums.total = words.plurals[low] if at == token else before * words.scales.get(low[:-1], 1.0)
        return at == token or parse.lower[at - 1] == "of"
    return low in words.scales and (at > token or low == "dozen") and _scaled(low, sums, words)


def _scaled(low: str, sums: _Sums, words: Amounts) -> bool:
    """ "two hundred" still waits for its thousand; the other scales are multiplied out."""
    times = words.scales[low]
    if low == "hundred":
        sums.part = (sums.part or 1.0) * times
    else:
        sums.total, sums.part = sums.total + (sums.part or 1.0) * times, 0.0
    return True


def _filler(parse: Parse, at: int, end: int, words: Amounts) -> bool:
    """The hyphen of "twenty-five", the "and" of "two hundred and six", the "of" of "tens of thousands"."""
    low, before, after = parse.lower[at], parse.lower[at - 1], parse.lower[at + 1] if at + 1 < end else ""
    if low == "-":
        return before in words.numbers and 0 < words.numbers.get(after, 0) < 10
    if low == "and":
        return before in ("hundred", "thousand") and after in words.numbers
    return low == "of" and before in words.plurals and after in words.plurals


def _piece(low: str, words: Amounts) -> tuple[float | None, str | None]:
    if (known := words.numbers.get(low)) is not None:
        return known, None
    if low == "half":
        return 0.5, None
    if not (written := _WRITTEN.match(low)):
        return None, None
    sign, whole, rest, scale = written.groups()
    value = float(whole.replace(",", "") + (rest or "")) * (words.scales.get(scale, 1000.0) if scale else 1.0)
    return value, words.currencies.get(sign or "")


def _qualified(
    parse: Parse, core: tuple[int, int], amounts: tuple[float, float | None, float | None], words: Amounts, currency: str | None = None
) -> Number:
    first, last = core
    value, low, high = amounts
    if first and not parse.lower[first - 1].isalpha() and (sign := words.currencies.get(parse.lower[first - 1])):
        first, currency = first - 1, sign
    if last < len(parse) and (name := words.currencies.get(parse.lemma[last])) and not currency:
        last, currency = last + 1, name
    begin, side = _before(parse, first, words)
    if begin and high is not None and high != low and parse.lower[begin - 1] == "between":
        begin -= 1
    last, after = _after(parse, last, words)
    side = after or side
    if side == "least":
        high = None
    elif side == "most":
        low, high = None, high if high is not None else value
    elif side == "about" and low == high:
        low = high = None
    return Number(begin, core[0], last, value, low, high, currency)


def _before(parse: Parse, first: int, words: Amounts) -> tuple[int, str]:
    for length in range(LOOK_BACK, 0, -1):
        begin = first - length
        if begin >= 0 and (side := words.before.get(parse.lower[begin:first])):
            return begin, side
    return first, ""


def _after(parse: Parse, last: int, words: Amounts) -> tuple[int, str]:
    side = words.after.get(parse.lower[last : last + 2])
    return (last + 2, side) if side else (last, "")
