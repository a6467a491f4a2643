"""Expressions of time: dates, times, durations and sets, with TIMEX3 values and the days that they mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from detente.lexicon import Lexicon
from detente.lexicon.calendar import Calendar
from detente.nlp.parse import Parse
from detente.reading import Doubt, Timex
from detente.records import Article
from detente.stages.times import amounts, dates, links, periods, relative, shifts
from detente.stages.times.frame import Frame
from detente.stages.times.scan import Match, matches

Normaliser = Callable[[Frame, Match], Timex | None]


def find(article: Article, parse: Parse, lexicon: Lexicon) -> tuple[tuple[Timex, ...], tuple[Doubt, ...]]:
    """All expressions of time, in text order, read against `article.published`.

    An expression that counts from a day of publication which is not known has neither value nor days; one Doubt
    `no-date` says how many there are.
    """
    return read(parse, lexicon.calendar, day_of(article.published))


def day_of(published: str | None) -> date | None:
    """The day of an ISO date or date with time, as written there (its own time zone); None where there is none."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def read(parse: Parse, calendar: Calendar, published: date | None) -> tuple[tuple[Timex, ...], tuple[Doubt, ...]]:
    """`find` for a known calendar and day."""
    frame, how = Frame(parse, calendar, published), _normalisers()
    found: list[Timex] = []
    taken = 0
    for options in matches(parse, calendar):
        if options[0].first < taken:
            continue
        while frame.paragraph + 1 < len(parse.paragraphs) and parse.paragraphs[frame.paragraph][1] <= options[0].first:
            frame.paragraph += 1
        frame.at = options[0].first
        frame.sentence = parse.sentence_of[options[0].first]
        timex = _first(frame, how, options)
        if timex is not None:
            wide = links.widen(frame, timex)
            timex = wide if wide.first >= taken else timex
            frame.see(timex)
            taken = timex.last
            found.append(timex)
    found = _settle(parse, frame, found)
    return tuple(found), _doubts(frame, published)


def _first(frame: Frame, how: Mapping[str, Normaliser], options: list[Match]) -> Timex | None:
    for match in options:
        if (timex := how[match.how](frame, match)) is not None:
            return timex
    return None


def _settle(parse: Parse, frame: Frame, found: list[Timex]) -> list[Timex]:
    """Second pass, a paragraph at a time: ranges, shared months and years, open sides."""
    out: list[Timex] = []
    at = 0
    for number, (_, last) in enumerate(parse.paragraphs):
        frame.paragraph = number
        here: list[Timex] = []
        while at < len(found) and found[at].first < last:
            here.append(found[at])
            at += 1
        if here:
            here = sorted([*here, *links.orphans(frame, here)], key=lambda t: t.first)
            here = [links.bounded(frame, t) for t in links.lend_years(frame, here)]
            here = links.spoken(frame, links.joined(frame, here))
            out += here
    return out


def _doubts(frame: Frame, published: date | None) -> tuple[Doubt, ...]:
    if published is not None or not frame.missing:
        return ()
    many = "expression counts" if frame.missing == 1 else "expressions count"
    return (Doubt("no-date", f"{frame.missing} {many} from the day of publication, which is not known"),)


def _normalisers() -> Mapping[str, Normaliser]:
    return {
        "date": dates.of_date, "short": dates.of_short, "weekday": dates.of_weekday, "iso": dates.of_iso,
        "isoapart": dates.of_iso_apart,
        "mid": dates.of_mid, "slash": dates.of_slash,
        "season": periods.of_season, "quarter": periods.of_quarter, "half": periods.of_half, "decade": periods.of_decade,
        "century": periods.of_century, "years": dates.of_spans, "feast": periods.of_feast, "era": periods.of_era,
        "rel": relative.of_rel, "within": relative.of_within, "deictic": relative.of_deictic, "that": relative.of_that,
        "thattime": relative.of_thattime, "theunit": relative.of_theunit, "shift": shifts.of_shift, "ago": shifts.of_ago,
        "span": shifts.of_span, "ref": shifts.of_ref,
        "duration": amounts.of_duration, "bare": amounts.of_bare, "often": amounts.of_often, "every": amounts.of_every,
        "rate": amounts.of_rate, "clock": amounts.of_clock, "partof": amounts.of_partof, "noon": amounts.of_noon,
        "part": amounts.of_part, "nthof": amounts.of_nth,
    }  # fmt: skip
