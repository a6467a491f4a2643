"""Dates that count from the day of publication or from the date told before."""

from __future__ import annotations

from datetime import date, timedelta

from detente.reading import Timex
from detente.records import Precision
from detente.stages.times.frame import Frame
from detente.stages.times.scan import Match
from detente.stages.times.shifts import closes
from detente.stages.times.units import SEASONS, Basis, build, move, of_unit, part_of, season_span, unit_span, unit_value

_TOLD = frozenset(("previous", "preceding", "prior", "following", "subsequent", "ensuing"))


def of_rel(frame: Frame, m: Match) -> Timex | None:
    """ "last week", "next June", "this spring", "the following year", "last night"."""
    p = m.parts
    word = frame.word(p["r"])
    told = word in _TOLD or (word == "next" and frame.word(m.first) == "the")
    anchor = frame.anchor() if told else frame.published
    step = int(frame.value(p["r"]))
    if "p" in p:
        return _part(frame, m, anchor, step)
    if "u" in p:
        return _unit(frame, m, anchor, step)
    if anchor is None:
        frame.missing += 1
        return build(m, None, precision="day" if "w" in p else "month" if "m" in p else "season")
    basis: Basis = "previous" if told else "relative"
    if "w" in p:
        day = _weekday(frame, p["w"], anchor, step)
        return build(m, day.isoformat(), (day, day), basis=basis)
    if "m" in p:
        month = int(frame.value(p["m"]))
        year = anchor.year + (1 if step > 0 and month <= anchor.month else -1 if step < 0 and month >= anchor.month else 0)
        return of_unit(frame, m, date(year, month, 1), "M", basis)
    return _season(frame, m, anchor, step)


def _weekday(frame: Frame, token: int, anchor: date, step: int) -> date:
    ahead = (int(frame.value(token)) - anchor.isoweekday()) % 7
    if step == 0:
        day = frame.weekday(int(frame.value(token)), token)
        return day or anchor
    return anchor + timedelta(ahead or 7) if step > 0 else anchor - timedelta((7 - ahead) % 7 or 7)


def _season(frame: Frame, m: Match, anchor: date, step: int) -> Timex:
    season = frame.value(m.parts["s"])
    month = SEASONS[season]
    year = anchor.year - (month == 12 and anchor.month <= 2)
    start, end = season_span(year, season)
    year += (1 if step > 0 and start <= anchor else 0) - (1 if step < 0 and end >= anchor else 0)
    return build(m, f"{year}-{season}", season_span(year, season), precision="season")


def _unit(frame: Frame, m: Match, anchor: date | None, step: int) -> Timex | None:
    unit, word = frame.value(m.parts["u"]), frame.word(m.parts["r"])
    told = word in _TOLD or (word == "next" and frame.word(m.first) == "the")
    if unit.startswith("T") or (unit == "D" and word in ("this", "current")):
        return None
    if word == "past" and frame.word(m.first) != "this":
        return None
    if anchor is None:
        return of_unit(frame, m, None, unit, "previous" if told else "relative", step)
    if unit == "D" and word in ("last", "final"):
        return None
    day = move(anchor, unit, step)
    if unit == "WE" and step <= 0 and not told:
        day = anchor - timedelta(_weekends(frame, m, anchor, step))
    found = of_unit(frame, m, day, unit, "previous" if told else "relative", step if told else 0)
    return _clipped(frame, found, m) if step == 0 and unit in ("W", "M", "Y", "Q") else found


def _weekends(frame: Frame, m: Match, anchor: date, step: int) -> int:
    """How many days back "last weekend" or a past "this weekend" counts from the weekend of the same week."""
    during = anchor.weekday() > 4
    return 7 if step < 0 or (not during and frame.tense(m.parts["u"]) == "past") else 0


def _clipped(frame: Frame, timex: Timex, m: Match) -> Timex:
    """ "this week" of what has been ends with the day of publication; of what will be, begins with it."""
    now = frame.published
    if now is None or timex.start is None or timex.end is None:
        return timex
    ahead = frame.looks_ahead(m.parts["u"])
    span = (now, date.fromisoformat(timex.end)) if ahead else (date.fromisoformat(timex.start), now)
    return build(m, timex.value, span, precision=timex.precision)


def _part(frame: Frame, m: Match, anchor: date | None, step: int) -> Timex:
    part = frame.value(m.parts["p"])
    told = frame.word(m.first) in ("the", "next", "following")
    if told:
        anchor = frame.anchor()
    if anchor is None:
        frame.missing += 1
        return build(m, None, kind="time")
    day = anchor + timedelta(step)
    return build(m, f"{day}T{part}", (day, day), kind="time", basis="previous" if told else "relative", shift=step if told else 0)


def of_within(frame: Frame, m: Match) -> Timex | None:
    """ "later this month", "earlier in the week", "early next year", "late last week", "later that year"."""
    p, where = m.parts, frame.word(m.parts["q"])
    if "x" in p:
        day = frame.published
        return of_unit(frame, m, day + timedelta(int(frame.value(p["x"]))) if day else None, "D", "relative")
    told = "t" in p or ("r" not in p and not (frame.published and frame.told_year() is None))
    near = frame.near_day() if "u" in p and frame.value(p["u"]) == "D" and "r" not in p else None
    anchor = near or (frame.anchor() if told else frame.published)
    if anchor is None:
        frame.missing += 1
        return build(m, None, precision="month")
    value, span = _target(frame, p, anchor)
    coarse = told and frame.focus is not None and frame.focus.precision != "day"
    if where in ("later", "earlier") and not coarse:
        span = (max(anchor, span[0]), span[1]) if where == "later" else (span[0], max(span[0], anchor))
    elif not coarse:
        span = part_of(span, frame.value(p["q"]))
    unit = frame.value(p["u"]) if "u" in p else "D" if "p" in p else "M"
    precision: Precision = "day" if unit == "D" else "week" if unit in ("W", "WE") else "month"
    return build(m, value, span, kind="time" if "p" in p else "date", precision=precision, basis="previous" if told else "relative")


def _target(frame: Frame, p: dict[str, int], anchor: date) -> tuple[str, tuple[date, date]]:
    step = int(frame.value(p["r"]) or 0) if "r" in p else 0
    if "u" in p:
        day = move(anchor, frame.value(p["u"]), step)
        return unit_value(day, frame.value(p["u"])), unit_span(day, frame.value(p["u"]))
    if "p" in p:
        return f"{anchor}T{frame.value(p['p'])}", (anchor, anchor)
    season = frame.value(p["s"])
    return f"{anchor.year + step}-{season}", season_span(anchor.year + step, season)


def of_deictic(frame: Frame, m: Match) -> Timex | None:
    """ "yesterday", "tomorrow night", "tonight", "the day after tomorrow"."""
    p, now = m.parts, frame.published
    if now is None:
        frame.missing += 1
        return build(m, None)
    day = now + timedelta(int(frame.value(p["x"])) if "x" in p else 0)
    if "k" in p:
        day += timedelta(1 if frame.value(p["k"]) == "1" else -1)
    if "p" in p:
        return build(m, f"{day}T{frame.value(p['p'])}", (day, day), kind="time")
    return build(m, day.isoformat(), (day, day))


def of_that(frame: Frame, m: Match) -> Timex | None:
    """ "that day", "the same month", "that night": the date told before, as coarse as the word."""
    p, focus = m.parts, frame.focus
    if frame.after(m.last) in ("that", "when") or ("u" in p and frame.value(p["u"]).startswith("T")):
        return None
    anchor = focus.day if focus else frame.published
    if anchor is None:
        return build(m, None, basis="previous")
    if "p" in p:
        return build(m, f"{anchor}T{frame.value(p['p'])}", (anchor, anchor), kind="time", basis="previous")
    if "s" in p:
        season = frame.value(p["s"])
        return build(m, f"{anchor.year}-{season}", season_span(anchor.year, season), precision="season", basis="previous")
    return of_unit(frame, m, anchor, frame.value(p["u"]), "previous")


_TIMELY = frozenset(["at", "by", "around", "during", "from", "since", "until", "about", "over", "in", "to", "throughout", "for"])


def of_thattime(frame: Frame, m: Match) -> Timex | None:
    """ "at that time", "by this point": a past that the story is in."""
    lead = frame.before(m.first)
    word = frame.word(m.first) if frame.word(m.first + 1) != "same" else "same"
    if (word in ("this", "the") and lead not in _TIMELY) or (word == "the" and not closes(frame, m.last)):
        return None
    return build(m, "PAST_REF", precision="year", basis="previous")


_THROUGH = frozenset(["of", "for", "during", "in", "over", "end", "ended", "ending", "finish", "on", "throughout", "by"])


def of_theunit(frame: Frame, m: Match) -> Timex | None:
    """ "(to end) the day", "the week", "month's end", "the financial year"."""
    p = m.parts
    at = p.get("u", m.first)
    unit = frame.value(at) if "u" in p else "Y"
    if unit not in ("D", "W", "M", "Y", "WE") or frame.after(m.last) in ("of", "when", "that", "in", "before", "after", "to", "-", "for"):
        return None
    parse = frame.parse
    if parse.dep[at] in ("compound", "nsubj", "nmod", "amod") and "q" not in p:
        return None
    lead = frame.before(m.first)
    if unit in ("D", "Y", "M", "W") and lead not in _THROUGH and "q" not in p:
        return None
    focus = frame.focus
    near = focus is not None and focus.paragraph >= frame.paragraph - 1 and focus.precision == "day"
    told = (unit == "D" and near and not (frame.published and focus and (frame.published - focus.day).days > 60)) or frame.told_year()
    timex = of_unit(frame, m, frame.anchor() if told else frame.published, unit, "relative")
    if "q" in p and timex.start and timex.end:
        span = part_of((date.fromisoformat(timex.start), date.fromisoformat(timex.end)), "END0")
        return build(m, timex.value, span, precision="month")
    return timex
