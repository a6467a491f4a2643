"""Days, months and years, in any mixture and spelling."""

from __future__ import annotations

import re
from datetime import date

from detente.reading import Timex
from detente.stages.times.frame import Frame, make, month_end
from detente.stages.times.scan import Match
from detente.stages.times.units import Basis, build, of_unit

LEAD = frozenset(
    [
        "in",
        "since",
        "by",
        "until",
        "till",
        "of",
        "from",
        "to",
        "between",
        "after",
        "before",
        "during",
        "around",
        "about",
        "circa",
        "c.",
        "ca.",
        "early",
        "late",
        "mid",
        "-",
        "–",
        "(",
        "/",
        "through",
        "throughout",
        "and",
        "or",
        "for",
        "as",
        "approximately",
        "into",
        "year",
        "spring",
        "summer",
        "winter",
        "autumn",
        "fall",
    ]
)
_MONEY = frozenset(
    [
        "$",
        "€",
        "£",
        "¥",
        "us$",
        "a$",
        "c$",
        "hk$",
        "#",
        "no.",
        "nos.",
        "no",
        "flight",
        "route",
        "page",
        "km",
        "m",
        "km2",
        "resolution",
        "resolutions",
        "room",
        "article",
        "section",
    ]
)
_COUNTED = frozenset(["%", "percent", "per", "meters", "km", "people", "troops", "miles", "tons", "tonnes", "or", "more", "-strong"])
_BEFORE_NAMES = frozenset(["theresa", "brian", "mr.", "mrs.", "minister", "'s", "long", "million", "secretary", "pm"])
_ON = frozenset(["on", "from", "to", "until", "by", "since", "till", "before", "after", "between", "of", "through", "and"])
_CLOSING = frozenset(("", *[".", ",", ";", ":", ")", "and", "to", "in", "at", "with", "that", "against", "for", "but"]))


def of_date(frame: Frame, m: Match) -> Timex | None:
    """Year, month and day in any mixture."""
    p = m.parts
    if "e" in p:
        return _before_christ(frame, m)
    if "m" not in p:
        return _year(frame, m) if "y" in p else _nth(frame, m)
    month = int(frame.value(p["m"]))
    day = int(frame.number(p["d"]) or 0) if "d" in p else None
    head = p.get("d", p["m"])
    if len(p) == 1 and not _is_month(frame, m):
        return None
    year = _said_year(frame, m) if "y" in p or "g" in p or "r" in p else frame.infer(month, day, head)
    if (month, day) == (9, 11) and "y" not in p and frame.after(m.last) in ("attacks", "attack", "terrorist", "terror"):
        year = 2001
    basis: Basis = "stated" if "y" in p else "relative"
    if year is None:
        frame.missing += 1
        return build(m, None, precision="day" if day else "month")
    if day is None:
        return build(m, f"{year:04}-{month:02}", (date(year, month, 1), month_end(year, month)), precision="month", basis=basis)
    at = make(year, month, day)
    if at is None:
        return None
    if "p" in p:
        return build(m, f"{at}T{frame.value(p['p'])}", (at, at), kind="time", basis=basis)
    return build(m, at.isoformat(), (at, at), basis=basis)


def _is_month(frame: Frame, m: Match) -> bool:
    """A bare "March" or "May" that is no person, street or verb."""
    word, at = frame.word(m.first), m.first
    if word not in ("march", "may", "mar", "august", "april", "june", "jan", "sep"):
        return True
    parse = frame.parse
    before = parse.tag[at - 1] if at else ""
    if parse.tag[at] == "MD" or frame.before(at) in _BEFORE_NAMES:
        return False
    name = before == "NNP" and frame.before(at) not in frame.calendar.letters
    after = at + 1 < len(parse) and parse.tag[at + 1] == "NNP" and parse.dep[at] == "compound" and word in ("april", "june", "may", "jan")
    return not name and not after and not (word == "may" and frame.after(at + 1) in ("'s", "said", "told", "has", "was", "be"))


def _said_year(frame: Frame, m: Match) -> int | None:
    if "r" in m.parts:
        return frame.published.year + int(frame.value(m.parts["r"])) if frame.published else None
    if "g" in m.parts:
        anchor = frame.anchor()
        return anchor.year if anchor else None
    return int(frame.word(m.parts["y"]))


def _before_christ(frame: Frame, m: Match) -> Timex:
    year = int(frame.number(m.parts["y" if "y" in m.parts else "d"]) or 0)
    tail = f"-{int(frame.value(m.parts['m'])):02}" if "m" in m.parts else ""
    return build(m, f"BC{year:04}{tail}", precision="year", basis="stated")


def _year(frame: Frame, m: Match) -> Timex | None:
    at = m.parts["y"]
    year = int(frame.word(at))
    if not 1 <= year <= 9998 or not is_year(frame, at, year):
        return None
    return build(m, f"{year:04}", (date(year, 1, 1), date(year, 12, 31)), precision="year", basis="stated")


def is_year(frame: Frame, at: int, year: int) -> bool:
    """Whether a number is a year and no count: by what stands before it and by the noun that it counts."""
    parse = frame.parse
    before, after = frame.before(at), frame.after(at + 1)
    if before in _MONEY or after in _COUNTED:
        return before in ("in", "since", "(") and after == "or"
    if after in frame.calendar.letters and after[-1:] == "s" and frame.value(at + 1) in ("Y", "M", "W", "D", "TH", "TM", "TS"):
        return False
    head = parse.head[at]
    counts = parse.dep[at] == "nummod" and head > at and parse.tag[head] in ("NNS",)
    owned = any(parse.tag[k] in ("DT", "PRP$", "POS") or parse.dep[k] == "poss" for k in parse.kids[head]) if counts else True
    if before in LEAD or before == "":
        return (1000 <= year <= 2100) and (owned or before in ("in", "since", "(", ""))
    return 1850 <= year <= 2050 and owned and parse.tag[at] == "CD"


def _nth(frame: Frame, m: Match) -> Timex | None:
    """ "the 27th": a day of the current or the told month, where no noun follows."""
    at = m.parts["d"]
    if "w" not in m.parts and not _stands_alone(frame, at, m.last):
        return None
    day = int(frame.number(at) or 0)
    anchor = frame.focus.day if frame.focus and frame.told_year() else frame.published
    if anchor is None:
        frame.missing += 1
        return build(m, None)
    step = 0 if frame.told_year() or "g" in m.parts else _month_step(frame, anchor, day, at)
    month = anchor.month - 1 + step
    found = make(anchor.year + month // 12, month % 12 + 1, day)
    return build(m, found.isoformat(), (found, found)) if found else None


def _month_step(frame: Frame, anchor: date, day: int, at: int) -> int:
    ahead = frame.looks_ahead(at)
    return (1 if day < anchor.day else 0) if ahead else (-1 if day > anchor.day else 0)


def _stands_alone(frame: Frame, at: int, after: int) -> bool:
    parse = frame.parse
    if frame.before(at, 2) not in _ON:
        return False
    return frame.after(after) in _CLOSING or parse.tag[after][:1] in "VIMWR"


def of_weekday(frame: Frame, m: Match) -> Timex:
    """A weekday, with a part of the day where one is named."""
    found = frame.weekday(int(frame.value(m.parts["w"])), m.parts["w"])
    if found is None:
        frame.missing += 1
        return build(m, None)
    if "p" in m.parts:
        return build(m, f"{found}T{frame.value(m.parts['p'])}", (found, found), kind="time")
    return build(m, found.isoformat(), (found, found))


def of_iso(frame: Frame, m: Match) -> Timex | None:
    """ "2018-05-09", "2018-05"."""
    parts = [int(x) for x in frame.word(m.parts["v"]).split("-")]
    if len(parts) == 2:
        return of_unit(frame, m, make(parts[0], parts[1], 1), "M", "stated") if 1900 <= parts[0] <= 2100 and 0 < parts[1] <= 12 else None
    found = make(*parts)
    return build(m, found.isoformat(), (found, found), basis="stated") if found else None


def of_slash(frame: Frame, m: Match) -> Timex | None:
    """ "7/8/07": month first, unless that cannot be; day first with points."""
    word = frame.word(m.parts["v"])
    a, b, year = (int(x) for x in re.split(r"[/.]", word))
    year += 0 if year > 99 else 1900 if year > 60 else 2000
    found = (make(year, b, a) if "." in word else make(year, a, b)) or make(year, b, a)
    return build(m, found.isoformat(), (found, found), basis="stated") if found else None


def of_short(frame: Frame, m: Match) -> Timex | None:
    """ "'82" after a preposition."""
    if frame.before(m.first) not in ("in", "since", "of", "by", "until", "from", "summer", "spring"):
        return None
    year = int(frame.word(m.first)[1:])
    year += 1900 if year > 35 else 2000
    return of_unit(frame, m, date(year, 1, 1), "Y", "stated")


def of_spans(frame: Frame, m: Match) -> Timex | None:
    """ "1876–1910" written as one word."""
    first, last = re.split(r"[–/-]", frame.word(m.first))
    a, b = int(first), int(last if len(last) == 4 else first[:2] + last)
    if not a < b <= 2100:
        return None
    return build(m, f"{a}/{b}", (date(a, 1, 1), date(b, 12, 31)), precision="year", basis="stated")


def of_iso_apart(frame: Frame, m: Match) -> Timex | None:
    """ "2018-05-09" in five tokens."""
    numbers = [frame.number(m.parts[k]) or 0 for k in ("y", "o", "d")]
    found = make(*(int(n) for n in numbers))
    return build(m, found.isoformat(), (found, found), basis="stated") if found else None


def of_mid(frame: Frame, m: Match) -> Timex | None:
    """ "mid-2011" in one token."""
    year = int(frame.word(m.first)[-4:])
    return build(m, f"{year}", (date(year, 5, 1), date(year, 8, 31)), precision="month", basis="stated")
