"""Days as pages print them: date lines, datelines, time stamps of metadata, and days in addresses.

A day is an ISO 8601 string in the page's own time zone: an offset that is printed is kept, never converted away.
Where a form can be read two ways (09/05/2018) there is no day.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

FIRST_YEAR, LAST_YEAR = 1900, 2100

_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTHS = {name[:length]: at for at, name in enumerate(_NAMES, 1) for length in (3, len(name))} | {"sept": 9}
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_ORDINAL = r"(?:st|nd|rd|th)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"\b(?P<y>(?:19|20)\d\d)(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?!\d)",
        r"\b(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?=T?\d{6}|T|\b)",
        rf"\b(?P<d>\d{{1,2}}){_ORDINAL}(?: of)?[\s,.-]*{_MONTH.format('name')}[\s,.-]*(?P<y>(?:19|20)\d\d)\b",
        rf"\b{_MONTH.format('name')}[\s-]*(?P<d>\d{{1,2}}){_ORDINAL}\b[\s,.-]*(?P<y>(?:19|20)\d\d)\b",
        r"\b(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>(?:19|20)\d\d)\b",
        r"\b(?P<a>\d{1,2})[/-](?P<b>\d{1,2})[/-](?P<y>(?:19|20)\d\d)\b",
    )
)
_TIME = re.compile(
    r"\b\d{1,2}(?:[:.h]\d{2}){1,2}(?:\.\d+)?\s*(?:hrs|h|uhr)?\s*(?:[ap]\.?\s?m\b\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?"
    r"|\b\d{4}\s*(?:hrs|GMT|UTC|Z)\b"
    r"|\bT(?=\d)|(?<=\d)Z\b|[+-]\d{2}:?\d{2}\b",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"\(?\b(?:GMT|UTC|EST|EDT|ET|CST|CDT|CT|MST|MDT|PST|PDT|PT|BST|IST|CET|CEST|EET|EEST|MSK|JST|KST|HKT|SGT|SST"
    r"|PKT|WIB|WITA|AST|ADT|BRT|ART"
    r"|AEST|AEDT|AWST|NZST|NZDT|EAT|CAT|WAT|SAST|TRT|IRST|AZT|AMT|GET|(?:local|moscow|beijing|seoul"
    r"|tokyo) time)\b(?:\s*[+-]\s*\d{1,2}(?::?\d{2})?)?\)?"
)
_DAY_NAME = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?", re.IGNORECASE)
_STAMP = re.compile(
    r"\b(?:(?P<late>(?:last )?(?:updated?|modified|edited|changed|revised))|first (?:published|posted|uploaded)"
    r"|published|publication date|posted|issued|released|created"
    r"|uploaded|added|date(?: of publication)?|print(?:ed)?|filed|archived|article|story|last|time|release date"
    r"|pub(?:lished)? date|updated date|input|publish|"
    r"post|local time|online|edition)\b",
    re.IGNORECASE,
)
_FILLER = re.compile(r"\b(?:on|at|in|by|from|the|of|and|as)\b|[\s|,.:;·•/()\[\]\-–—@>※*]+", re.IGNORECASE)
_DATELINE = re.compile(
    r"^[A-Z][^()\n]{1,60}?\((?P<agency>[A-Z][^()]{1,40})\)\s*(?:[-–—:]|--)"
    r"|^[A-Z][\w .,'’/-]{1,50}?,? [A-Z][a-z]+\.? \d{1,2}\.?\s*/(?P<slash>[A-Z][\w-]{1,20})/"
    r"|^[A-Z][\w .'’-]{1,40}?,? (?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+),? (?:19"
    r"|20)\d\d,? \(?(?P<plain>[A-Z]{2,8})\)? ?[-–—]"
)
_OTHER_ERA = re.compile(r"\b1[34]\d\d[/-]\d{1,2}[/-]\d{1,2}\b")
"""Days of the Islamic and Persian calendars, printed beside ours."""
_URL_DAY = re.compile(r"/(?P<y>(?:19|20)\d\d)(?P<sep>[/-])(?P<m>\d{1,2}|[a-z]{3,9})(?P=sep)(?P<d>\d{1,2})(?=[/._-]|$)", re.IGNORECASE)
_URL_TIGHT = re.compile(r"(?:/|=|-|_|/[A-Z]{2,4})(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>[0-2]\d|3[01])(?=\d{0,9}(?:[/._&?-]|$))")
_CLOCK = re.compile(r"[T ](\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(Z|GMT|UTC|[+-]\d{2}:?\d{2})?", re.IGNORECASE)
_PM = re.compile(r"\d\s*p\.?m", re.IGNORECASE)


class Stamp(NamedTuple):
    """A line that is nothing but a date or time: its day if it prints one, and whether it is of a later change."""

    day: str | None
    late: bool


class Moment(NamedTuple):
    """A time stamp of metadata: its day as written, and the instant (UTC) and offset in minutes where it tells them."""

    day: str
    instant: datetime | None = None
    offset: int | None = None


def day(text: str) -> str | None:
    """The one day that `text` prints with its year, or None: none, several, or one that can be read two ways."""
    found = {iso for form in _FORMS for match in form.finditer(text) if (iso := _iso(match))}
    return found.pop() if len(found) == 1 else None


def stamp(text: str) -> Stamp | None:
    """What a date line says, or None for a line that says anything else besides date, time, zone and "updated"."""
    if len(text) > 160 or not any(char.isdigit() for char in text):
        return None
    rest = text
    dated = False
    for form in _FORMS:
        rest, count = form.subn(" ", rest)
        dated = dated or bool(count)
    rest, timed = _TIME.subn(" ", rest)
    rest = _OTHER_ERA.sub(" ", rest)
    rest = _DAY_NAME.sub(" ", _ZONE.sub(" ", rest))
    rest, labels = _STAMP.subn(" ", rest)
    rest = _FILLER.sub("", rest)
    if not (dated or timed) or not (rest == "" or (labels and rest.isupper() and rest.isalpha() and len(rest) <= 20)):
        return None
    return Stamp(_first_day(text), bool(_late(text)))


def timed_only(text: str) -> bool:
    """Whether a line begins with a clock time: in a live report the time is content."""
    return bool(re.match(r"\d{1,2}[:.h]\d{2}\b|\d{1,2}(?:[:.]\d{2})?\s*[ap]\.?m\b", text, re.IGNORECASE))


def dateline(text: str) -> tuple[str | None, str | None]:
    """Agency and day that a paragraph's dateline names ("SEOUL, May 9 (Yonhap) --"); the day only with its year."""
    match = _DATELINE.match(text)
    if match is None:
        return None, None
    return match["agency"] or match["slash"] or match["plain"], day(match[0])


def of_url(url: str) -> str | None:
    """The day that stands in an address (`/2018/05/09/`, `/20180509000123`), or None."""
    for form in (_URL_DAY, _URL_TIGHT):
        match = form.search(url)
        if match:
            month = match["m"]
            number = int(month) if month.isdigit() else _MONTHS.get(month.lower(), 0)
            return _valid(int(match["y"]), number, int(match["d"]))
    return None


def moment(text: str) -> Moment | None:
    """A time stamp as metadata writes it (ISO 8601 and looser forms)."""
    first = _first_day(text)
    if first is None:
        return None
    clock = _CLOCK.search(text)
    if clock is None or clock[4] is None:
        return Moment(first)
    offset = _offset(clock[4])
    hour = int(clock[1]) + (12 if _PM.search(text) and int(clock[1]) < 12 else 0)
    if hour > 23 or int(clock[2]) > 59:
        return Moment(first)
    local = datetime.fromisoformat(first) + timedelta(hours=hour, minutes=int(clock[2]))
    return Moment(first, local - timedelta(minutes=offset), offset)


def local(moments: list[Moment]) -> str | None:
    """The day of the first moment in the page's own zone: another's for the same instant if only that has an offset."""
    if not moments:
        return None
    first = moments[0]
    if first.instant is None or first.offset:
        return first.day
    own = (m.day for m in moments[1:] if m.offset and m.instant and abs(m.instant - first.instant) < timedelta(minutes=1))
    return next(own, first.day)


def _late(text: str) -> re.Match[str] | None:
    """The mark of a later change, unless the line also tells when it was published."""
    marks = list(_STAMP.finditer(text))
    return next((m for m in marks if m["late"]), None) if marks and marks[0]["late"] else None


def _first_day(text: str) -> str | None:
    found = [(match.start(), iso) for form in _FORMS for match in form.finditer(text) if (iso := _iso(match))]
    return min(found)[1] if found else None


def _iso(match: re.Match[str]) -> str | None:
    part = match.groupdict()
    if part.get("a"):
        first, second = int(part["a"]), int(part["b"])
        if first > 12 >= second or first == second:
            return _valid(int(part["y"]), second, first)
        return _valid(int(part["y"]), first, second) if second > 12 >= first else None
    month = _MONTHS.get(part["name"].lower()[:3], 0) if part.get("name") else int(part["m"])
    return _valid(int(part["y"]), month, int(part["d"]))


def _valid(year: int, month: int, of_month: int) -> str | None:
    try:
        return date(year, month, of_month).isoformat() if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def _offset(zone: str) -> int:
    if zone.upper() in ("Z", "GMT", "UTC"):
        return 0
    minutes = int(zone[1:3]) * 60 + int(zone[-2:])
    return -minutes if zone[0] == "-" else minutes


Basis = Literal["given", "metadata", "url", "text"]
