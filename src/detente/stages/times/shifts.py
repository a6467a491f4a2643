"""Distances in time: "two years ago", "the next day", "the past week"; and what is only past, present or to come."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from detente.reading import Timex
from detente.stages.times.frame import Frame
from detente.stages.times.scan import Match
from detente.stages.times.units import build, move, of_unit

_CLOSING = frozenset(
    ("", *[".", ",", ";", ":", ")", "and", "but", "or", "in", "at", "on", "by", "to", "with", "from", "-", "–", "—", "”", '"', "''"])
)
_GOING_ON = frozenset(["VBD", "VBZ", "VBP", "MD", "IN", "CC", "TO"])


def of_shift(frame: Frame, m: Match) -> Timex | None:
    """ "the day before", "the next day", "the following week", "the year previous"."""
    p = m.parts
    unit, word = frame.value(p["u"]), frame.word(p["k"])
    if unit.startswith("T"):
        return None
    if word in ("before", "after") and p["k"] == m.last - 1 and not closes(frame, m.last):
        return None
    step = 1 if frame.value(p["k"]) == "1" else -1
    if word == "next" and frame.word(m.first) == "next" and unit != "D":
        return of_unit(frame, m, move(frame.published, unit, 1) if frame.published else None, unit, "relative")
    if unit in ("D", "W") and (coarse := _coarse(frame, m)):
        return coarse
    anchor = frame.anchor()
    day = move(anchor, unit, step) if anchor else None
    days = step * {"D": 1, "W": 7}.get(unit, 0)
    return of_unit(frame, m, day, unit, "previous", days)


def closes(frame: Frame, after: int) -> bool:
    """Whether nothing that "before" or "after" could govern follows."""
    word = frame.after(after)
    if word in _CLOSING:
        return True
    return frame.parse.tag[after] in _GOING_ON and word not in ("that", "when")


def _coarse(frame: Frame, m: Match) -> Timex | None:
    """Days counted from a month or year that the text told: no more is known than that month or year."""
    focus = frame.counted_from()
    unit = {"month": "M", "season": "Q", "year": "Y", "decade": "DE"}.get(focus.precision) if focus else None
    return of_unit(frame, m, focus.day, unit, "previous") if focus and unit else None


def of_ago(frame: Frame, m: Match) -> Timex | None:
    """ "two years ago", "three days later", "a week earlier", "a month from now"."""
    p = m.parts
    word = frame.word(p["k"]) if "k" in p else "now"
    unit = frame.value(p["u"])
    if (word in ("before", "after", "previously", "beforehand") and not closes(frame, m.last)) or frame.after(m.last) == "than":
        return None
    count = amount(frame, p)
    ahead = word in ("later", "after", "hence", "now", "afterwards", "afterward", "thereafter")
    told = word not in ("ago", "now", "hence") and "x" not in p
    anchor = frame.anchor() if told else frame.published
    m = replace(m, first=opening(frame, m.first, p["n"])) if "n" in p else m
    if unit.startswith("T"):
        if told and (coarse := _coarse(frame, m)):
            return coarse
        return _hours(frame, m, anchor, told)
    if count is None:
        value = {"ago": "PAST_REF", "now": "FUTURE_REF"}.get(word)
        return build(m, value, precision="year", basis="previous" if told else "relative")
    if told and unit in ("D", "W", "F") and (coarse := _coarse(frame, m)):
        return coarse
    step = count if ahead else -count
    day = move(anchor, unit, step) if anchor else None
    fine = {"F": "W", "DE": "Y", "CE": "Y", "WE": "W"}.get(unit, unit)
    days = round(step * {"D": 1, "W": 7, "F": 14}.get(unit, 0))
    return of_unit(frame, m, day, fine, "previous" if told else "relative", days if told else 0)


def _hours(frame: Frame, m: Match, anchor: date | None, told: bool) -> Timex:
    frame.missing += anchor is None
    return build(m, anchor.isoformat() if anchor else None, (anchor, anchor), kind="time", basis="previous" if told else "relative")


_ABOUT = frozenset(
    [
        "about",
        "around",
        "nearly",
        "almost",
        "roughly",
        "approximately",
        "some",
        "only",
        "just",
        "barely",
        "merely",
        "mere",
        "exactly",
        "another",
        "estimated",
    ]
)
_PAIRS = frozenset((("at", "least"), ("at", "most"), ("more", "than"), ("less", "than"), ("fewer", "than"), ("up", "to")))


def opening(frame: Frame, first: int, number: int) -> int:
    """Where "about", "more than", "over" before a number begin to belong to it."""
    for at in range(first, number):
        word = frame.word(at)
        if word in _ABOUT or (word, frame.word(at + 1)) in _PAIRS:
            return at
        if word in ("over", "under") and frame.before(at) in ("in", "for", "of", "after", "by", "lasting", "lasted", "just", "took", "to"):
            return at
    return number


def amount(frame: Frame, p: dict[str, int]) -> float | None:
    """How many: "two and a half", "twenty-five", "a"; None where vague."""
    if "n" not in p:
        return 0.5 if "f" in p else None
    count = frame.number(p["n"])
    after = frame.value(p["n"] + 1)
    if frame.word(p["n"]) in ("a", "an") and after in ("X", "2"):
        return None if after == "X" else 2.0
    if count is not None and "j" in p:
        count += frame.number(p["j"]) or 0
    return count + 0.5 if count is not None and "f" in p else count


def of_span(frame: Frame, m: Match) -> Timex | None:
    """ "the past nine days", "the next few months", "the last two years", "recent months"."""
    p = m.parts
    word, at = frame.word(p["k"]), p.get("v", p.get("u", m.last - 1))
    unit = frame.value(at)
    count = amount(frame, p) if "n" in p else (1.0 if "u" in p else None)
    if "n" not in p and "u" not in p and frame.after(m.last) == "of":
        return None
    value = duration_value(unit, count)
    now = frame.anchor() if word in ("following", "subsequent", "ensuing") else frame.published
    if word == "recent":
        return build(m, value, (None, now), kind="duration", precision="month")
    if now is None or unit.startswith("T"):
        return build(m, value, kind="duration")
    ahead = word not in ("last", "past", "previous", "preceding", "prior")
    far = move(now, unit, (count or 0) * (1 if ahead else -1)) if count else None
    span = (now, far) if ahead else (far, now)
    return build(m, value, span, kind="duration", precision="month")


def duration_value(unit: str, count: float | None) -> str:
    """The TIMEX3 value of a length of time."""
    factor, letter = {"DE": (10, "Y"), "CE": (100, "Y"), "F": (2, "W"), "WE": (1, "WE")}.get(unit, (1, unit))
    if count is None:
        return {"DE": "PXDE", "CE": "PXCE", "F": "PXW"}.get(unit, f"PTX{unit[1:]}" if unit[:1] == "T" else f"PX{unit}")
    number = f"{count * factor:g}"
    return f"PT{number}{letter[1:]}" if letter.startswith("T") else f"P{number}{letter}"


def of_ref(frame: Frame, m: Match) -> Timex | None:
    """ "now", "recently", "the future", "present-day"."""
    last = frame.word(m.last - 1)
    if "v" not in m.parts:
        return _loose_ref(frame, m, last)
    at = m.parts["v"]
    word, value = frame.word(at), frame.value(at)
    lead = frame.before(at)
    if word in ("last", "past"):
        if not (word == "past" and lead == "the" and frame.parse.tag[at][:2] == "NN"):
            return None
        value = "PAST_REF"
    if word in ("present", "modern") and last != "day" and not (lead == "the" and last in ("time", "present")):
        return None
    if word == "current":
        value = "PRESENT_REF"
    if word == "recently" and lead == "as":
        return None
    now = frame.published
    span = {"PAST_REF": (None, now), "PRESENT_REF": (now, now), "FUTURE_REF": (now, None)}.get(value, (None, None))
    if word in ("past", "future", "formerly", "present", "modern") or value == "PRESENT_REF":
        span = (None, None)
    return build(m, value, span, precision="month" if value == "PAST_REF" else "day")


def _loose_ref(frame: Frame, m: Match, last: str) -> Timex | None:
    if last == "term":
        return build(m, "FUTURE_REF", precision="year")
    if last == "being":
        return build(m, "PRESENT_REF", precision="month")
    if frame.word(m.first) == "this" and frame.before(m.first) in ("to", "from"):
        return build(m, "PRESENT_REF")
    if last == "date" and frame.before(m.first) == "to":
        return build(m, "PRESENT_REF")
    return None
