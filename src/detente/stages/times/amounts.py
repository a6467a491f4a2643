"""Lengths of time, repetitions, clock times, and parts of days."""

from __future__ import annotations

import re
from datetime import date, timedelta

from msgspec.structs import replace

from detente.reading import Timex
from detente.stages.times.frame import Frame, add_months, make
from detente.stages.times.scan import Match
from detente.stages.times.shifts import amount, duration_value, opening
from detente.stages.times.units import PRECISION, build, unit_span

_FOR = frozenset(
    [
        "for",
        "in",
        "within",
        "after",
        "than",
        "over",
        "about",
        "nearly",
        "almost",
        "under",
        "around",
        "least",
        "most",
        "some",
        "only",
        "just",
        "lasted",
        "lasting",
        "take",
        "takes",
        "took",
        "spent",
        "every",
        "roughly",
        "approximately",
        "before",
        "last",
        "until",
    ]
)


def of_duration(frame: Frame, m: Match) -> Timex | None:
    """ "two and a half years", "27-year", "a few days", "more than a week"; ages are none."""
    p = m.parts
    at = p.get("u", m.last - 1)
    unit = frame.value(at)
    after = frame.after(m.last)
    if after == "old" or (after in ("-", "of") and frame.after(m.last + 1) in ("old", "age", "olds")):
        return None
    if frame.word(m.last - 1) in ("quarters",) and "-" in frame.parse.lower[m.first : m.last]:
        return None
    lone = "n" in p and frame.word(p["n"]) in ("a", "an") and frame.value(p["n"] + 1) not in ("X", "2")
    if (lone and not _measures(frame, m, unit)) or (unit == "Q" and amount(frame, p) is None):
        return None
    if "n" not in p and "f" not in p and frame.word(m.last - 1) != "long":
        return None
    first = opening(frame, m.first, p.get("n", p.get("f", at)))
    return build(replace(m, first=first), duration_value(unit, amount(frame, p)), kind="duration", precision=PRECISION.get(unit, "day"))


def _measures(frame: Frame, m: Match, unit: str) -> bool:
    """A bare "a week" is a length only after words that measure; "a second" almost never."""
    lead, after = frame.before(m.parts["n"]), frame.after(m.last)
    if frame.word(m.last - 1).endswith("s") or (after == "-" and frame.after(m.last + 1) == "long"):
        return False
    if m.first < m.parts["n"] and lead in _FOR:
        return True
    if unit in ("TS", "Q"):
        return False
    return (lead in _FOR and after not in ("when", "that", "of")) or (after in ("after", "before") and unit in ("D", "W", "M", "Y"))


def of_bare(frame: Frame, m: Match) -> Timex | None:
    """ "in minutes", "for decades", "weeks of"."""
    at = m.parts["u"]
    lead = frame.before(m.first)
    if lead == "the" and frame.before(m.first, 2) in ("over", "through", "down") and frame.word(at) in ("years", "decades", "centuries"):
        return build(m, duration_value(frame.value(at), None), kind="duration")
    if lead not in ("in", "for", "within", "over", "after", "of", "just", "took", "takes", "take", "lasted", "last", "spent", "mere"):
        return None
    return build(m, duration_value(frame.value(at), None), kind="duration")


def of_often(frame: Frame, m: Match) -> Timex | None:
    """ "daily", "annual", "weekly"; no newspaper's name."""
    at = m.parts["v"]
    parse = frame.parse
    if parse.words[at][0].isupper() and parse.tag[at].startswith("NNP") and frame.before(at) != "":
        return None
    return build(m, frame.value(at), kind="set")


def of_every(frame: Frame, m: Match) -> Timex | None:
    """ "every day", "each Monday", "twice a week", "on Mondays", "per month"."""
    p = m.parts
    if "w" in p:
        return build(m, f"XXXX-WXX-{frame.value(p['w'])}", kind="set")
    if "m" in p:
        return build(m, f"XXXX-{int(frame.value(p['m'])):02}", kind="set")
    if "s" in p or "p" in p:
        return build(m, f"XXXX-{frame.value(p['s'])}" if "s" in p else f"XXXX-XX-XXT{frame.value(p['p'])}", kind="set")
    at = p.get("u", m.last - 1)
    count = frame.number(p["n"]) if "n" in p and frame.word(m.first) in ("every", "each") else frame.number(p["o"]) if "o" in p else 1
    return build(m, duration_value(frame.value(at), count), kind="set")


def of_rate(frame: Frame, m: Match) -> Timex | None:
    """ "15 a year", "$3 million a day"."""
    at = m.first - 1
    parse = frame.parse
    if at < 0 or frame.before(m.first) == "" or frame.value(m.parts["u"]) in ("TS", "Q"):
        return None
    counted = parse.tag[at] == "CD" or (parse.tag[at] == "NNS" and any(parse.tag[k] == "CD" for k in parse.kids[at]))
    if not counted or frame.after(m.last) in ("ago", "later", "earlier", "before", "after"):
        return None
    return build(m, duration_value(frame.value(m.parts["u"]), 1), kind="set")


def of_clock(frame: Frame, m: Match) -> Timex | None:
    """ "5:30 p.m.", "18:00 UTC", "0800 GMT", "12:00 UTC Monday": of the day told in the sentence, else of the day of publication."""
    p = m.parts
    found = re.match(r"(\d{1,2})[:.]?(\d\d)?\s*(a|p)?", frame.word(p["c"]))
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if m.last - m.first == 1 and "." in frame.word(p["c"]) and found[3] is None:
        return None
    half = found[3] or (frame.word(p["h"])[:1] if "h" in p else "")
    hour += 12 if half == "p" and hour < 12 else -12 if half == "a" and hour == 12 else 0
    zone = "Z" if "z" in p and frame.value(p["z"]) == "0" else ""
    day = _day_of_clock(frame, m)
    if day is None:
        frame.missing += 1
        return build(m, f"XXXX-XX-XXT{hour:02}:{minute:02}{zone}", kind="time")
    known = _told(frame, m)
    return build(m, f"{day}T{hour:02}:{minute:02}{zone}", (day, day) if known else (None, None), kind="time")


def _told(frame: Frame, m: Match) -> bool:
    """Whether the text gives the day of a clock time; the day of publication alone is none."""
    focus = frame.focus
    return bool({"w", "x", "d"} & m.parts.keys()) or (focus is not None and focus.precision == "day" and focus.paragraph == frame.paragraph)


def _day_of_clock(frame: Frame, m: Match) -> date | None:
    p = m.parts
    if "w" in p:
        return frame.weekday(int(frame.value(p["w"])), p["w"])
    if "x" in p:
        return frame.published + timedelta(int(frame.value(p["x"]))) if frame.published else None
    if "d" in p:
        return _named_day(frame, p)
    if frame.focus and frame.focus.precision == "day" and frame.focus.paragraph == frame.paragraph:
        return frame.focus.day
    return frame.published


def _named_day(frame: Frame, p: dict[str, int]) -> date | None:
    month, day = int(frame.value(p["m"])), int(frame.number(p["d"]) or 0)
    year = int(frame.word(p["y"])) if "y" in p else frame.infer(month, day, p["d"])
    return make(year, month, day) if year else None


def of_partof(frame: Frame, m: Match) -> Timex | None:
    """ "the night of May 13", "noon on Monday", "the morning of yesterday"."""
    day, part = _day_of_clock(frame, m), frame.value(m.parts["p"])
    if day is None:
        frame.missing += 1
        return build(m, None, kind="time")
    return build(m, f"{day}T{part}", (day, day), kind="time", basis="stated" if "y" in m.parts else "relative")


def of_noon(frame: Frame, m: Match) -> Timex | None:
    """ "at noon"."""
    if frame.before(m.first) not in ("at", "by", "before", "after", "until", "around", "from", "since", "of", "to"):
        return None
    return _of_the_day(frame, m)


def of_part(frame: Frame, m: Match) -> Timex | None:
    """ "in the morning", "at night", "that evening": of the day told before."""
    lead, after = frame.before(m.first), frame.after(m.last)
    if after == "of" or lead not in ("in", "during", "at", "by", "until", "through", "into", "on", "over"):
        return None
    return _of_the_day(frame, m)


def _of_the_day(frame: Frame, m: Match) -> Timex:
    day = _day_of_clock(frame, m)
    part = frame.value(m.parts["p"])
    if day is None:
        return build(m, f"XXXX-XX-XXT{part}", kind="time")
    return build(m, f"{day}T{part}", (day, day) if _told(frame, m) else (None, None), kind="time")


def of_nth(frame: Frame, m: Match) -> Timex | None:
    """ "the first week of May", "the last two months of 2018", "the second day of 1999"."""
    p = m.parts
    whole = _whole(frame, p)
    at = p.get("u", m.last - 1)
    unit = frame.value(at) if "u" in p else "M"
    if whole is None:
        frame.missing += 1
        return build(m, None, precision="week")
    nth = int(frame.number(p["o"]) or 0) if "o" in p else int(frame.value(p["r"]))
    count = int(frame.number(p["n"]) or 1) if "n" in p else 1
    units = next((frame.value(t) for t in range(m.first, m.last) if frame.value(t) in ("D", "W", "M", "Y", "Q")), unit)
    span = _run(whole, units, nth, count)
    value = _run_value(span, units, count)
    return build(m, value, span, kind="duration" if count > 1 else "date", precision="week" if units == "W" else "month")


def _whole(frame: Frame, p: dict[str, int]) -> tuple[date, date] | None:
    """The month or year that a part is taken of."""
    if "m" in p:
        month = int(frame.value(p["m"]))
        year = int(frame.word(p["y"])) if "y" in p else frame.infer(month, None, p["m"])
        return unit_span(date(year, month, 1), "M") if year else None
    if "y" in p:
        return unit_span(date(int(frame.word(p["y"])), 1, 1), "Y")
    unit = frame.value(p["g"]) if "g" in p else "Y"
    anchor = frame.published if "r" in p else frame.anchor()
    if anchor is None:
        return None
    step = int(frame.value(p["r"]) or 0) if "r" in p and p["r"] > p.get("o", -1) else 0
    return unit_span(add_months(anchor, step * (12 if unit == "Y" else 1)), unit)


def _run(whole: tuple[date, date], unit: str, nth: int, count: int) -> tuple[date, date]:
    start, end = whole
    if unit in ("M", "Q"):
        size = count * (3 if unit == "Q" else 1)
        first = add_months(start, (nth - 1) * size) if nth > 0 else add_months(end.replace(day=1), 1 - size)
        return first, add_months(first, size) - timedelta(1)
    days = count * (7 if unit == "W" else 1)
    first = start + timedelta((nth - 1) * days) if nth > 0 else end - timedelta(days - 1)
    return first, min(first + timedelta(days - 1), end)


def _run_value(span: tuple[date, date], unit: str, count: int) -> str:
    if count > 1:
        return duration_value(unit, count)
    if unit == "M":
        return span[0].strftime("%Y-%m")
    if unit == "W":
        year, week, _ = (span[0] + timedelta(3)).isocalendar()
        return f"{year}-W{week:02}"
    return span[0].isoformat()
