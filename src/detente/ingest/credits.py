"""Lines that say who wrote, sent or owns a text: bylines, addresses, agency credits; date lines and rows of menus."""

from __future__ import annotations

import re

from detente.ingest import dates
from detente.ingest.sheet import Sheet
from detente.ingest.tables import Match, Table, sentence, words
from detente.records import Cut
from detente.text import fold

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_HANDLE = re.compile(r"(?<!\w)@\w{2,}")
_BY = re.compile(
    r"^\(?(?:By|BY|by:?|(?:Written|Reported|Posted|Authored) by|Author:|Reporter:|By:"
    r"|(?:Story|Words|Analysis|Commentary|Opinion|Text|Report|Column|Essay|Review|Interview"
    r"|Article|Editorial) by)\s+(?=\S)"
)
_CONNECT = frozenset(
    [
        "and",
        "in",
        "at",
        "for",
        "with",
        "the",
        "of",
        "de",
        "da",
        "di",
        "du",
        "del",
        "della",
        "der",
        "van",
        "von",
        "den",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ibn",
        "ben",
        "abu",
        "y",
        "e",
        "o",
        "dos",
        "das",
        "do",
        "ter",
        "ten",
        "af",
        "av",
        "zu",
        "&",
    ]
)
_NOT_NAMES = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "late",
        "early",
        "mid",
        "midday",
        "noon",
        "law",
        "contrast",
        "comparison",
        "far",
        "then",
        "now",
        "all",
    ]
)
_CELLS = re.compile(r"\s*[|•·›»●■]\s*|\t+|\s{2,}|\s+/\s+|\s+>\s+")
_SPLIT = re.compile(r"\s*[|•·›»●■]\s*|\s+[-–—]\s+|\t+|\s{2,}|\s+/\s+|\s+>\s+")
_ROLE = re.compile(
    r"\b(?:staff|writer|reporter|correspondent|editor|columnist|contributor|bureau|desk|newsroom|agencies|agency"
    r"|news|diplomatic|political|chief|analyst)\b",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\s*(?:\((?P<paren>[^()]{2,60})\)|\[(?P<square>[^\[\]]{2,60})\]|(?<=[.!?\"”’'])\s*(?:[-–—]+"
    r"|/+)\s*(?P<dash>[A-Z][\w /.,&-]{1,40}?))[./]*$"
)
_OFFICE = r"(?:writer|reporter|correspondent|editor|columnist|contributor|producer|journalist)s?"
_OFFICE_BEFORE = re.compile(rf"^(?:[a-z]+ ){{0,4}}{_OFFICE},? (?=[A-Z])")
_OFFICE_END = re.compile(rf"(?i)[\s,|–—-]*(?:\b[\w-]+ ){{0,3}}\b{_OFFICE}(?: (?:in|at|for) [A-Z].*)?$")
_LETTERS = re.compile(r"[^\W\d_]")
_FOREIGN = re.compile(r"[\u0370-\u1cff\u2c00-\u2dff\u2e80-\ua6ff\ua800-\uab2f\uab70-\ufaff\ufb1d-\ufdff\ufe70-\ufeff\uff66-\uffdc]")
ROW = 300
"""Characters; a longer line is no row of pieces."""
STRAY = 60
"""Characters; a longer line in another script is only cut above or below the body."""


def judge(text: str, table: Table) -> Match | None:
    """Why a line is a byline, address, agency, date, row of a menu or in another script; None for anything else."""
    parts = [part for part in _SPLIT.split(text) if part] if len(text) <= ROW else []
    if len(parts) > 1 and len(words(text)) <= 40 and not sentence(text):
        verdicts = [_judge_part(part, table) for part in parts]
        if all(verdicts):
            return next((v for v in verdicts if v and v.why == "byline"), verdicts[0])
        if _is_dated(parts, verdicts):
            return Match("timestamp", "edge")
        if _is_row([part for part in _CELLS.split(text) if part], text):
            return Match("menu", "edge")
    return _own(text, table)


def _judge_part(part: str, table: Table) -> Match | None:
    return table.match(part) or _own(part, table)


def _own(text: str, table: Table) -> Match | None:
    if byline(text):
        return Match("byline", "any" if _EMAIL.search(text) else "edge")
    if is_contact(text):
        return Match("contact", "any" if _EMAIL.search(text) else "edge")
    if found := dates.stamp(text):
        return Match("timestamp", "any" if found.late or fold(text).startswith(("publi", "posted")) else "edge")
    if _agency(text.strip("()[]/—–- ."), table):
        return Match("agency credit", "edge")
    return _script(text)


def byline(text: str) -> str | None:
    """The writers that a byline names ("By A and B in C (a@b.c)"), or None for any other line."""
    bare = re.sub(r"\(\s*\)|<\s*>|\[\s*\]", "", _HANDLE.sub("", _EMAIL.sub("", text))).strip(" ,;|/()<>–—-:")
    match = _BY.match(bare)
    if match is None:
        mailed = _EMAIL.search(text) and 2 <= len(bare.split()) <= 5 and len(text.split()) <= 8
        return bare if mailed and _are_names(bare) and not is_label(bare) else None
    named = _OFFICE_BEFORE.sub("", bare[match.end() :])
    first = re.split(r"\s*[|•·]\s*", named)[0]
    return first if len(named.split()) <= 16 and _are_names(first) else None


def is_label(text: str) -> bool:
    """Whether a few words name an office, not a person ("News Desk")."""
    return bool(_ROLE.search(text))


def office(text: str) -> bool:
    """Whether a short line ends in what a writer is ("Observer staff reporter")."""
    return len(text.split()) <= 8 and bool(_OFFICE_END.search(text)) and not text.endswith((".", "?", "!"))


def named(text: str) -> str:
    """The name before an office ("Harriet Coles Diplomatic editor"), or nothing."""
    found = text.split()[:2]
    return " ".join(found) if len(text.split()) > 3 and is_name(" ".join(found)) else ""


def is_name(text: str) -> bool:
    """Whether a line is nothing but two to four words that may be a person's name, or several such."""
    parts = [part.split() for part in re.split(r",\s*|\s+and\s+", text)]
    plain = all(re.fullmatch(r"[^\W\d_][\w.'’-]*", word) and word[0].isupper() for part in parts for word in part)
    return all(2 <= len(part) <= 4 for part in parts) and plain and not text.isupper() and not is_label(text)


def _are_names(text: str) -> bool:
    found = [word.strip(",.;:()") for word in text.split()]
    named = [word for word in found if word and word.lower() not in _CONNECT and not _ROLE.fullmatch(word)]
    if not named or named[0].lower() in _NOT_NAMES or re.search(r"[a-z]{3}\.$|[!?\"“”]", text):
        return False
    return all(word[0].isupper() or not word[0].isascii() for word in named)


def is_contact(text: str) -> bool:
    """Whether a line is hardly more than addresses: e-mail or a handle, with a few words around."""
    mails, handles = len(_EMAIL.findall(text)), len(_HANDLE.findall(text))
    rest = words(_HANDLE.sub(" ", _EMAIL.sub(" ", text)))
    if mails:
        return len(rest) <= 8 and not sentence(text)
    return bool(handles) and len(rest) <= 2 * handles and len(rest) <= 6


def _is_dated(parts: list[str], verdicts: list[Match | None]) -> bool:
    """Whether a part is a day and the others are names, desks or places ("Serkan Polat | 14.03.2024")."""
    dated = any((found := dates.stamp(part)) and found.day for part in parts)
    others = [part for part, verdict in zip(parts, verdicts, strict=True) if verdict is None]
    return dated and all(len(part.split()) <= 4 and part[0].isupper() and part[-1:] not in ".?!" for part in others)


def _is_row(parts: list[str], text: str) -> bool:
    """Whether short pieces side by side are a menu: three or more, or a trail that begins at home."""
    short = all(len(words(part)) <= 4 and not part.endswith((".", ",", ";")) for part in parts)
    trail = fold(parts[0]) in ("home", "homepage", "news", "menu", "main") and len(parts) >= 2
    return short and (trail or len(parts) >= 3) and any(_LETTERS.search(part) for part in parts) and not sentence(text)


def foreign(text: str) -> bool:
    """Whether most letters of a text belong to another script than ours."""
    return len(_FOREIGN.findall(text)) > 0.5 * len(_LETTERS.findall(text))


def _script(text: str) -> Match | None:
    if not foreign(text):
        return None
    return Match("other script", "any" if len(text) <= STRAY else "edge")


def _agency(text: str, table: Table) -> str | None:
    """The agency that a few words name, alone or with others ("Yonhap", "AFP/AP", "Reuters, AFP"), or None."""
    parts = [part for part in re.split(r"\s*[/,&]\s*|\s+and\s+|\s+with\s+", text) if part]
    named = bool(parts) and all(fold(part) in table.agencies for part in parts) and text[:1].isupper()
    return text if named else None


def note(sheet: Sheet, at: int, why: str) -> None:
    """Keep what a cut line told: writers, agency, day."""
    text = sheet.text(at)
    for part in [text, *_SPLIT.split(text)]:
        if sheet.byline is None and why == "byline":
            sheet.byline = byline(part)
        if sheet.agency is None and why in ("agency credit", "byline"):
            sheet.agency = _agency(part.strip("()[]/—–- ."), sheet.table)
        if found := dates.stamp(part):
            sheet.stamps.append(found)
        elif sheet.byline is None and why == "timestamp" and " " in part and is_name(part):
            sheet.byline = part
    if why == "copyright" and sheet.outlet is None:
        sheet.outlet = owner(text)
    if why in ("credit", "timestamp", "copyright") and not dates.stamp(text) and re.match(r"(?i)source|published", text):
        sheet.stamps.extend([dates.Stamp(day, False)] if (day := dates.day(text)) else [])


def owner(text: str) -> str | None:
    """The owner that a copyright line names ("© 2017 The Capital Post. All rights reserved."), or None."""
    match = re.match(
        r"(?i)(?:copyright\s*)?(?:©|\(c\)"
        r"|copyright)\s*(?:copyright\s*)?(?:\d{4}(?:\s*[-–]\s*\d{2,4})?)?,?\s*(?:by\s+)?(?P<who>[^.|,©]{3,50})",
        text,
    )
    who = re.split(r"(?i)\s*\b(?:all rights|ltd|limited|inc|llc|plc|gmbh|co\b|corp)", match["who"])[0].strip(" -–—") if match else ""
    return who if who[:1].isupper() and 1 <= len(words(who)) <= 6 and not any(char.isdigit() for char in who) else None


def endings(sheet: Sheet) -> None:
    """Cut the agency's credit from the end of the last paragraph, and read the agency of a dateline."""
    body = [at for at in sheet.kept() if at not in sheet.captions and is_body(sheet, at)]
    if not body:
        return
    last, text = body[-1], sheet.text(body[-1])
    match = _CREDIT.search(text)
    if match and len(words(text[: match.start()])) >= 5:
        inner = (match["paren"] or match["square"] or match["dash"]).strip(" .")
        if _agency(inner, sheet.table) or re.fullmatch(
            r"(?i)end|ends|with inputs from .*|with agenc\w+( inputs)?|.* (?:with|and) agencies", inner
        ):
            sheet.trim(last, text[: match.start()], Cut(match[0].strip(), "agency credit"))
            sheet.agency = sheet.agency or _agency(inner, sheet.table)
    for at in body[:2]:
        agency, day = dates.dateline(sheet.text(at))
        sheet.agency = agency or sheet.agency
        sheet.stamps.extend([dates.Stamp(day, False)] if day else [])


def is_body(sheet: Sheet, at: int) -> bool:
    """Whether a kept line belongs to the body and is long enough to carry a dateline or a credit."""
    return at != sheet.headline and len(words(sheet.text(at))) >= 6
