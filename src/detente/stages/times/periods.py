"""Seasons, quarters, halves, decades, centuries, feasts and eras."""

from __future__ import annotations

import re
from datetime import date

from msgspec.structs import replace

from detente.reading import Timex
from detente.stages.times.frame import Frame
from detente.stages.times.scan import Match
from detente.stages.times.units import SEASONS, build, of_unit, part_of, season_span, unit_span


def of_season(frame: Frame, m: Match) -> Timex | None:
    """Spring 2018, the winter, the spring of next year."""
    p, season = m.parts, frame.value(m.parts["s"])
    if "e" in p:
        return build(m, f"BC{int(frame.word(p['y'])):04}-{season}", precision="season", basis="stated")
    if len(p) == 1 and not _is_season(frame, m):
        return None
    if (
        len(p) == 1
        and p["s"] > m.first
        and m.last < len(frame.parse)
        and frame.parse.words[p["s"]][0].isupper()
        and frame.parse.tag[m.last] == "NNP"
    ):
        m = replace(m, first=p["s"])
    year, basis = _season_year(frame, m, season)
    if year is None:
        frame.missing += 1
        return build(m, None, precision="season")
    return build(m, f"{year:04}-{season}", season_span(year, season), precision="season", basis="stated" if basis else "relative")


def _is_season(frame: Frame, m: Match) -> bool:
    at, parse = m.parts["s"], frame.parse
    before, after = frame.before(m.first), frame.after(m.last)
    if frame.word(at) == "fall":
        return before in ("in", "this", "last", "next", "early", "late", "during", "by") and after not in ("of", "in", "from")
    named = parse.words[at][0].isupper() and at and parse.tag[at - 1].startswith(("NNP", "JJ")) and parse.words[at - 1][0].isupper()
    if named and before not in frame.calendar.letters and not (at + 1 < len(parse) and parse.tag[at + 1] == "NNP"):
        return False
    return after not in ("of",) or (frame.word(m.first) == "the" and frame.word(at) != "spring")


def _season_year(frame: Frame, m: Match, season: str) -> tuple[int | None, bool]:
    p = m.parts
    if "y" in p:
        return int(frame.word(p["y"])), True
    anchor = frame.published
    if "r" in p:
        return (anchor.year + int(frame.value(p["r"])) if anchor else None), False
    if (told := frame.told_year()) is not None:
        return told, False
    if anchor is None:
        return None, False
    month = SEASONS[season]
    year = anchor.year - 1 if month == 12 and anchor.month <= 2 else anchor.year
    start, end = season_span(year, season)
    if frame.looks_ahead(p["s"]):
        return (year if end >= anchor else year + 1), False
    return (year if start <= anchor else year - 1), False


def of_quarter(frame: Frame, m: Match) -> Timex | None:
    """ "the third quarter of this year", "Q2 2018", "the fourth quarter"."""
    p, number = m.parts, int(frame.number(m.parts["o"]) or 0)
    if not 1 <= number <= 4:
        return None if number != -1 else _quarter(frame, m, 4, "y" in p)
    return _quarter(frame, m, number, "y" in p)


def _quarter(frame: Frame, m: Match, number: int, stated: bool) -> Timex | None:
    p, now = m.parts, frame.published
    if "q" in p and frame.word(p["q"]) == "quarters":
        return None
    if stated:
        year: int | None = int(frame.word(p["y"]))
    elif now is None:
        year = frame.told_year()
    elif "r" in p:
        year = now.year + int(frame.value(p["r"]))
    else:
        ahead, here = frame.looks_ahead(p["o"]), (now.month + 2) // 3
        year = now.year + (1 if ahead and number < here else -1 if not ahead and number >= here else 0)
    if year is None:
        frame.missing += 1
        return build(m, None, precision="season")
    return of_unit(frame, m, date(year, number * 3 - 2, 1), "Q", "stated" if stated else "relative")


def of_half(frame: Frame, m: Match) -> Timex | None:
    """ "the first half of 2008"."""
    p, number = m.parts, int(frame.number(m.parts["o"]) or 0)
    anchor = frame.published if "r" in p else frame.anchor()
    if ("y" not in p and anchor is None) or number not in (1, 2):
        return None
    year = int(frame.word(p["y"])) if "y" in p else (anchor.year if anchor else 0) + int(frame.value(p["r"]) or 0 if "r" in p else 0)
    span = (date(year, 1, 1), date(year, 6, 30)) if number == 1 else (date(year, 7, 1), date(year, 12, 31))
    return build(m, f"{year}-H{number}", span, precision="season", basis="stated" if "y" in p else "relative")


def of_decade(frame: Frame, m: Match) -> Timex | None:
    """ "the mid-1990s", "the 70s"."""
    digits = re.sub(r"\D", "", frame.word(m.parts["v"]))
    if "e" in m.parts:
        return build(m, f"BC{digits[:-1]:>03}", precision="decade", basis="stated")
    if len(digits) == 2 and frame.before(m.parts["v"]) not in ("the", "early", "late", "mid", "-", "and", "'"):
        return None
    year = int(digits) if len(digits) == 4 else 1900 + int(digits)
    if len(digits) not in (2, 4) or not 1000 <= year <= 2100:
        return None
    span = (date(year, 1, 1), date(year + 9, 12, 31))
    part = frame.value(m.parts["q"])[:3] if "q" in m.parts else frame.calendar.values.get(frame.word(m.parts["v"]).split("-")[0], "")[:3]
    if part:
        a, b = {"STA": (0, 3), "MID": (4, 6), "END": (7, 9)}[part]
        span = (date(year + a, 1, 1), date(year + b, 12, 31))
    return build(m, str(year)[:3], span, precision="decade", basis="stated")


def of_century(frame: Frame, m: Match) -> Timex | None:
    """ "the nineteenth century"."""
    number = int(frame.number(m.parts["o"]) or 0)
    if frame.word(m.last - 1 - ("e" in m.parts)) not in ("century", "centuries") or not 1 <= number <= 25:
        return None
    if "e" in m.parts:
        return build(m, f"BC{number - 1:02}", precision="decade", basis="stated")
    span = unit_span(date(number * 100 - 50, 1, 1), "CE")
    if "q" in m.parts:
        span = part_of(span, frame.value(m.parts["q"]))
    return build(m, f"{number - 1:02}", span, precision="decade", basis="stated")


def of_feast(frame: Frame, m: Match) -> Timex | None:
    """Christmas, Easter, Ramadan, the Olympics: of the year said or the one that the tense means."""
    p = m.parts
    end = p["f"] + 1
    while end < m.last and frame.word(end) not in ("of",) and not frame.word(end).isdigit():
        end += 1
    name = " ".join(frame.parse.lower[p["f"] : end]).replace(" 's", "'s").replace(" - ", "-")
    span = frame.calendar.feast(name, int(frame.word(p["y"]))) if "y" in p else _feast_near(frame, name, p)
    if span is None:
        frame.missing += frame.published is None
        return None if frame.published else build(m, None)
    value = span[0].isoformat() if span[0] == span[1] else f"{span[0]}/{span[1]}"
    return build(m, value, span, basis="stated" if "y" in p else "relative")


def _feast_near(frame: Frame, name: str, parts: dict[str, int]) -> tuple[date, date] | None:
    told, now = frame.told_year(), frame.published
    if told and not (now and frame.looks_ahead(parts["f"])):
        return frame.calendar.feast(name, told)
    if now is None:
        return None
    found = [s for y in range(now.year - 5, now.year + 5) if (s := frame.calendar.feast(name, y))]
    begun = [s for s in found if s[0] <= now]
    ahead = [s for s in found if s[1] >= now]
    forward = (parts.get("r") is not None and int(frame.value(parts["r"]) or 0) > 0) or frame.looks_ahead(parts["f"])
    return (ahead[0] if ahead else None) if forward else (begun[-1] if begun else None)


WHILE = frozenset({"during", "throughout", "under"})
"""What stands before an age that is told as a time; "in" only before the words of `SPANS`: one fights "in the Vietnam War"."""
SPANS = frozenset({"era", "period", "times", "years", "ages"})


def of_era(frame: Frame, m: Match) -> Timex | None:
    """ "during the Cold War", "under the Shah"."""
    if frame.before(m.first) not in WHILE and not (frame.before(m.first) == "in" and frame.parse.lower[m.last - 1] in SPANS):
        return None
    start = m.parts["f"]
    span = frame.calendar.eras.get(" ".join(frame.parse.lower[start : m.last]).replace(" 's", "'s").replace(" - ", "-"))
    return build(m, f"{span[0]}/{span[1]}", span, precision="year", basis="stated") if span else None
