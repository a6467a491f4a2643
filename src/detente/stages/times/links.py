"""What stands around expressions of time: "late", "by", "since", "from … to", "and", and numbers that share a month."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from detente.reading import Timex
from detente.stages.times.frame import Frame, make
from detente.stages.times.units import part_of

_SKIP = frozenset(["the", "about", "around", "roughly", "approximately", "early", "sometime", "very", "just", "only"])
_TO = frozenset(("to", "until", "till", "through", "-", "–", "—", "and"))
_DASH = frozenset(("-", "–", "—"))
_ON = _DASH | {"to", "and", "or", "through", "/"}
_OPENING = frozenset(("starting", "beginning", "effective"))
_LIMIT = frozenset(("by", "before", "until", "till"))


def widen(frame: Frame, timex: Timex) -> Timex:
    """Take in "late", "mid-", "the end of", "early in", "about" before a date, and narrow its days to that part."""
    if timex.type not in ("date", "time"):
        return timex
    words, first, low = frame.parse.lower, timex.first, frame.parse.paragraphs[frame.paragraph][0]
    at = first - 1
    if at >= low and words[at] == "the":
        at -= 1
    if at >= low and words[at] in ("of", "in", "on", "-"):
        at -= 1
    if at < low or words[at] not in frame.calendar.letters:
        return _about(frame, timex, low)
    return _narrow(frame, timex, at, low) if _is_part(frame, at, first) else _about(frame, timex, low)


def _is_part(frame: Frame, at: int, first: int) -> bool:
    """Whether "late", "mid-", "the end of" at a token narrows the date that begins at `first`."""
    part, link = frame.value(at), frame.word(at + 1)
    if part in ("START", "MID", "END"):
        return at == first - 1 or link in ("of", "in", "on", "the", "-")
    if part in ("START0", "END0"):
        return link == "of" or (link == "in" and frame.before(at) == "the")
    return part in ("REST", "ALL") and link in ("of", "in") and frame.word(at) != "course"


def _narrow(frame: Frame, timex: Timex, at: int, low: int) -> Timex:
    words = frame.parse.lower
    if words[at + 1] in ("of",) and frame.value(at) in ("START", "END"):
        return timex
    first = at
    while first - 1 >= low and words[first - 1] in ("the", "very") and (words[first - 1] == "the" or words[first] != "the"):
        first -= 1
    if words[first] == "the" and frame.value(at) in ("START", "MID", "END") and words[at + 1] != "of":
        first = at
    if not timex.start or not timex.end or timex.type == "time":
        return replace(timex, first=first)
    start, end = part_of((date.fromisoformat(timex.start), date.fromisoformat(timex.end)), frame.value(at))
    if frame.value(at) == "REST":
        start = max(start, min(frame.published, end)) if frame.published and frame.published > start else start
    return replace(timex, first=first, start=start.isoformat(), end=end.isoformat())


def _about(frame: Frame, timex: Timex, low: int) -> Timex:
    if timex.first - 1 >= low and frame.word(timex.first - 1) in ("around", "about", "circa", "ca.", "roughly", "approximately"):
        return replace(timex, first=timex.first - 1)
    return timex


def orphans(frame: Frame, found: Sequence[Timex]) -> list[Timex]:
    """Numbers that are days or years only beside a date: "3 and 5 May", "June 3-5", "1995-96"."""
    out: list[Timex] = []
    taken = {t for x in found for t in range(x.first, x.last)}
    for timex in found:
        if timex.type == "date" and timex.start and timex.value and timex.value[0].isdigit():
            out += [x for x in (_before(frame, timex, taken), _after(frame, timex, taken)) if x]
        elif timex.value and timex.value.startswith("BC") and (x := _before(frame, timex, taken)):
            out.append(x)
    return out


def _before(frame: Frame, timex: Timex, taken: set[int]) -> Timex | None:
    """The "3" of "3 to 5 May"; the "499" of "499–493 BC"."""
    at = timex.first - 2
    if frame.before(timex.first) == "the":
        at -= 1
    if frame.before(timex.first, timex.first - at - 1) not in _TO | {"or"} or at < 0 or at in taken or frame.before(at + 1) == "":
        return None
    word, value = frame.word(at), timex.value or ""
    if value.startswith("BC"):
        return replace(timex, first=at, last=at + 1, value=f"BC{int(word):04}") if word.isdigit() and len(word) < 5 else None
    opens = frame.word(timex.first)[:1].isdigit() and timex.precision == "day"
    number = frame.number(at) if word[:1].isdigit() else None
    if not opens or number is None or not 1 <= number <= 31 or frame.before(at) in ("at",):
        return None
    end = date.fromisoformat(str(timex.start))
    day = make(end.year, end.month, int(number))
    first = at - 1 if frame.before(at) == "the" else at
    return replace(timex, first=first, last=at + 1, value=str(day), start=str(day), end=str(day)) if day and day < end else None


def _after(frame: Frame, timex: Timex, taken: set[int]) -> Timex | None:
    """The "5" of "June 3-5", the "96" of "1995-96"."""
    at = timex.last + 1
    joint = frame.after(timex.last)
    if joint not in _ON or at in taken or not frame.after(at)[:1].isdigit():
        return None
    number, word = frame.number(at), frame.word(at)
    start = date.fromisoformat(str(timex.start))
    if timex.precision == "year" and joint in _DASH and len(word) == 2 and number and start.year % 100 < number:
        year = start.year // 100 * 100 + int(number)
        return replace(timex, first=at, last=at + 1, value=str(year), start=f"{year}-01-01", end=f"{year}-12-31")
    if timex.precision != "day" or not frame.word(timex.last - 1)[:1].isdigit() or number is None or not start.day < number <= 31:
        return None
    if joint in ("and", "or") and frame.parse.tag[at] == "CD" and frame.parse.head[at] > at and frame.parse.is_noun(frame.parse.head[at]):
        return None
    day = make(start.year, start.month, int(number))
    return replace(timex, first=at, last=at + 1, value=str(day), start=str(day), end=str(day)) if day else None


def joined(frame: Frame, found: list[Timex]) -> list[Timex]:
    """Give the interval of "from 1998 to 2000", "Monday and Tuesday", "between 3 and 5 May" to both of its ends."""
    words, out = frame.parse.lower, list(found)
    for i in range(len(out) - 1):
        a, b = out[i], out[i + 1]
        gap = words[a.last : b.first]
        if not (a.start and b.end and a.type == "date" == b.type) or len(gap) > 3 or not gap:
            continue
        link, rest = gap[0], gap[1:]
        if any(w not in ("the", "early", "late", "mid", "of", "end", "beginning", "again", "-") for w in rest):
            continue
        if _one_interval(frame, a, b, link) and a.start <= b.end:
            start, end = a.start, b.end
            out[i], out[i + 1] = replace(a, start=start, end=end), replace(b, start=start, end=end)
    return out


def _one_interval(frame: Frame, a: Timex, b: Timex, link: str) -> bool:
    lead = frame.before(a.first)
    if link in ("to", "until", "till", "through"):
        return not frame.puts_off(b.first)
    if link in _DASH:
        return a.precision == b.precision
    if link != "and" or (a.precision != b.precision and lead != "between"):
        return False
    if a.end is None or b.start is None:
        return False
    gap = (date.fromisoformat(str(b.start)) - date.fromisoformat(str(a.end))).days
    return lead == "between" or gap == 1


def lend_years(frame: Frame, found: list[Timex]) -> list[Timex]:
    """A month or day without a year takes it from the date that it is joined to ("between April and June 2009")."""
    words, out = frame.parse.lower, list(found)
    for i in range(len(out) - 2, -1, -1):
        a, b = out[i], out[i + 1]
        gap = words[a.last : b.first]
        alike = a.precision == b.precision or (a.precision == "day" and frame.before(a.first) in ("between", "from"))
        bare = a.basis != "stated" and a.start and a.end and alike
        said = b.basis == "stated" and b.start and b.precision in ("day", "month")
        if bare and said and 1 <= len(gap) <= 2 and gap[0] in _TO | {"or", ","} and re.match(r"\d{4}-\d", a.value or ""):
            out[i] = _with_year(a, b)
    return out


def _with_year(a: Timex, b: Timex) -> Timex:
    year = int(str(b.value)[:4])
    if str(a.value)[4:] > str(b.value)[4:]:
        year -= 1
    start, end = (date.fromisoformat(str(d)) for d in (a.start, a.end))
    moved = make(year, start.month, start.day), make(year, end.month, end.day)
    if moved[0] is None or moved[1] is None:
        return a
    return replace(a, value=f"{year}{str(a.value)[4:]}", start=str(moved[0]), end=str(moved[1]), basis="stated")


def _names(frame: Frame, timex: Timex) -> bool:
    """ "After the November vote" is after the vote: the month is part of its name."""
    parse, last = frame.parse, timex.last - 1
    above = parse.head[last]
    return (
        frame.before(timex.first) == "the"
        and parse.dep[last] in ("compound", "nmod", "amod", "nummod")
        and above == timex.last
        and parse.is_noun(above)
    )


def bounded(frame: Frame, timex: Timex) -> Timex:
    """What "by", "before", "until", "since" and "within" leave open: [day of publication, day], [day, open] or [open, day]."""
    at = timex.first - 1
    words, low = frame.parse.lower, frame.parse.paragraphs[frame.paragraph][0]
    if timex.precision != "day" and _names(frame, timex):
        return timex
    while at > low and words[at] in _SKIP:
        at -= 1
    lead = words[at] if at >= low else ""
    if timex.type == "duration":
        return _length(frame, timex, lead)
    if timex.type not in ("date", "time") or not timex.start or not timex.end or (timex.precision == "day" and timex.start != timex.end):
        return timex
    if lead in _LIMIT:
        return _limited(frame, timex, lead)
    if (
        lead == "since"
        or (lead in _OPENING and _opens(frame, at))
        or (lead == "from" and frame.after(timex.last) in ("on", "onward", "onwards", "forward"))
    ):
        return replace(timex, end=None)
    if lead == "after":
        after = date.fromisoformat(timex.end) + timedelta(timex.precision != "day")
        return replace(timex, start=str(after), end=None)
    return timex


def _opens(frame: Frame, at: int) -> bool:
    """ "Starting Monday", "beginning June 1": a participle that only opens a time, and has no subject of its own."""
    parse = frame.parse
    return parse.tag[at] in ("VBG", "IN") and not any(parse.dep[k] in ("aux", "nsubj", "dobj") for k in parse.kids[at])


def _limited(frame: Frame, timex: Timex, lead: str) -> Timex:
    now, end = frame.published, date.fromisoformat(str(timex.end))
    edge = frame.word(timex.first) in ("the", "end", "month", "year") or timex.value in ("PRESENT_REF",)
    if frame.value(timex.first) == "MID" and timex.precision == "month":
        end -= timedelta(5)
    if lead == "before" and not edge and timex.start:
        end = date.fromisoformat(timex.start) - timedelta(1)
    ahead = now is not None and (end > now or (end == now and frame.looks_ahead(timex.first)))
    return replace(timex, start=str(now) if ahead else None, end=str(end))


def _length(frame: Frame, timex: Timex, lead: str) -> Timex:
    """ "within 48 hours", "in two weeks" of what will be: from the day of publication on."""
    if lead != "within" or frame.published is None or timex.start or not timex.value:
        return timex
    days = _days(timex.value)
    if days is None or not frame.looks_ahead(timex.first):
        return timex
    return replace(timex, start=str(frame.published), end=str(frame.published + timedelta(days)))


def _days(value: str) -> int | None:
    """The days of a TIMEX3 length, rounded up; None where it is vague."""
    unit, number = value[-1], value.strip("PTYMWDHS")
    try:
        count = float(number)
    except ValueError:
        return None
    if value.startswith("PT"):
        return -(-int(count * {"H": 60, "M": 1}.get(unit, 0)) // 1440)
    return round(count * {"Y": 365, "M": 30, "W": 7, "D": 1}.get(unit, 0))


def spoken(frame: Frame, found: list[Timex]) -> list[Timex]:
    """ "Tomorrow" inside quotation marks counts from the day of the speech where the same sentence tells that day outside them."""
    parse, now, out = frame.parse, frame.published, list(found)
    if now is None:
        return out
    for i, timex in enumerate(found):
        if frame.word(timex.first) not in ("tomorrow", "today", "yesterday", "tonight") or not _quoted(frame, timex.first):
            continue
        sentence = parse.sentence_of[timex.first]
        days = [t for t in found if parse.sentence_of[t.first] == sentence and t.type in ("date", "time") and t.start and t.start == t.end]
        told = next((t for t in days if t is not timex and not _quoted(frame, t.first)), None)
        if told and timex.start and timex.value:
            day = date.fromisoformat(timex.start) - (now - date.fromisoformat(str(told.start)))
            out[i] = replace(timex, value=str(day) + timex.value[10:], start=str(day), end=str(day))
    return out


def _quoted(frame: Frame, token: int) -> bool:
    """Whether a token stands in double quotation marks that its paragraph opened."""
    return frame.parse.in_quotes(frame.parse.paragraphs[frame.paragraph][0], token)
