"""Where a text may speak of time: letters for tokens, and the patterns of the calendar over them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from detente.lexicon.calendar import MORE, OTHER, Calendar
from detente.nlp.parse import Parse

_ISLAND = re.compile(f"[^{OTHER}]+")
_NTH = re.compile(r"(\d+)(?:st|nd|rd|th)")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])[:.][0-5]\d(am|pm|a\.m\.?|p\.m\.?|z)?|(?:1[0-2]|0?\d)(am|pm)|(?:[01]\d|2[0-4]):?[0-5]\dhrs?")
_ISO = re.compile(r"\d{4}-[01]\d(?:-[0-3]\d)?")
_SLASH = re.compile(r"\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})")
_DECADE = re.compile(r"(?:mid-|early-|late-)?'?(?:1[0-9]|20)?\d0'?s")
_SPANS = re.compile(r"(1\d{3}|20\d\d)[–/-](\d{4}|\d{2})")


class Match(msgspec.Struct, frozen=True):
    """A pattern that fits tokens `first` to `last` (half-open): its normaliser's name, and the token of each named part."""

    how: str
    first: int
    last: int
    parts: dict[str, int]


def matches(parse: Parse, calendar: Calendar) -> Iterator[list[Match]]:
    """At each place where patterns fit, all that fit, the longest first; the reader skips what he took."""
    for a, b in parse.paragraphs:
        text = letters(parse, calendar, a, b)
        if calendar.spark.search(text):
            for island in _ISLAND.finditer(text):
                if calendar.spark.search(text, island.start(), island.end()):
                    yield from _islanders(text, calendar, island, a)


def _islanders(text: str, calendar: Calendar, island: re.Match[str], base: int) -> Iterator[list[Match]]:
    for at in range(island.start(), island.end()):
        found = [(m.end(), how, m) for how, pattern in calendar.rules.get(text[at], ()) if (m := pattern.match(text, at))]
        if found:
            found.sort(key=lambda f: -f[0])
            yield [Match(how, base + at, base + end, _parts(m, base)) for end, how, m in found]


def _parts(match: re.Match[str], base: int) -> dict[str, int]:
    out: dict[str, int] = {}
    for name in match.re.groupindex:
        if match[name]:
            out.setdefault(name[0], base + match.start(name))
    return out


def letters(parse: Parse, calendar: Calendar, first: int, last: int) -> str:
    """One letter a token: which words of time it may be (`calendar.letters`), `_` where it is none."""
    get, demands, phrases, lower = calendar.letters.get, calendar.demands, calendar.phrases, parse.lower
    out: list[str] = []
    token = first
    while token < last:
        word = lower[token]
        if word in phrases and (found := _phrase(parse, calendar, token, last)):
            letter, length = found
            out.append(letter + MORE * (length - 1))
            token += length
            continue
        letter = get(word) or (
            _shape(word, calendar) if word[0] in "0123456789'" or word.startswith(("mid-", "early-", "late-")) else OTHER
        )
        if word in demands and not _meets(parse, token, demands[word]):
            letter = OTHER
        out.append(letter)
        token += 1
    return "".join(out)


def _phrase(parse: Parse, calendar: Calendar, token: int, last: int) -> tuple[str, int] | None:
    if parse.words[token].islower() and parse.lower[token] not in ("pandemic", "colonial", "apartheid", "orthodox", "global"):
        return None
    for words, letter in calendar.phrases[parse.lower[token]]:
        if token + len(words) <= last and parse.lower[token : token + len(words)] == words:
            return letter, len(words)
    return None


def _meets(parse: Parse, token: int, demand: tuple[tuple[str, ...], bool]) -> bool:
    tags, cased = demand
    if cased and not parse.words[token][0].isupper():
        return False
    return not tags or parse.tag[token].startswith(tags)


def _shape(word: str, calendar: Calendar) -> str:
    kind = ("Int",) if word.replace(",", "").isdigit() and "," in word else _number(word) if word.isdecimal() else _written(word)
    return calendar.shapes[kind] if kind else OTHER


def _number(word: str) -> tuple[str, ...]:
    n, digits = int(word), len(word)
    if digits == 4:
        clock = n // 100 <= 24 and n % 100 < 60
        if word[0] == "0":
            return ("Hhmm",) if clock else ("Int",)
        if 1000 <= n <= 2100:
            return ("Int", "Year", "Hhmm", "Old") if clock else ("Int", "Year", "Old")
        return ("Int", "Hhmm", "Old") if clock else ("Int", "Old")
    if digits > 4 or n == 0:
        return ("Int",)
    if n <= 31:
        return ("Int", "Mday", "Hour") if n <= 24 else ("Int", "Mday")
    return ("Int", "Old") if digits == 3 else ("Int",)


def _written(word: str) -> tuple[str, ...] | None:
    if m := _NTH.fullmatch(word):
        return ("Nth", "Mday", "Ord") if 0 < int(m[1]) <= 31 else ("Nth", "Ord")
    if m := _CLOCK.fullmatch(word):
        return ("Clock", "Half12") if m[1] or m[2] else ("Clock",)
    if re.fullmatch(r"mid-[12]\d{3}", word):
        return ("Midyear",)
    if _DECADE.fullmatch(word):
        return ("Decade",)
    if re.fullmatch(r"'\d\d", word):
        return ("Short",)
    if _SPANS.fullmatch(word):
        return ("Spans",)
    return ("Iso",) if _ISO.fullmatch(word) else ("Slash",) if _SLASH.fullmatch(word) else None
