"""The headline: which line it is, what stands above it, and the marks that desks put at its ends."""

from __future__ import annotations

import re

from detente.ingest.sheet import FURNITURE, Sheet
from detente.ingest.tables import Table, key, words
from detente.records import Cut
from detente.text import compact, fold

DEPTH = 15
"""Kept lines among which a given title is looked for."""
SHORTEST, LONGEST = 4, 30
"""Words of a headline that no title confirms."""

_CLOSED = re.compile(r"[.;:,][\"'”’)\]]*$")
_SERIAL = re.compile(
    r"(?i)(?:\d+(?:st|nd|rd|th)\s+)?(?:lead|ld|urgent|update|updated|writethru|add|correction|corrected|2nd|roundup"
    r"|recap|photo|photos|with photo)s?(?:[ -]?\d+)?"
)
_LEADING = (
    re.compile(r"^[\[【](?P<mark>[^\]】]{2,40})[\]】]\s*(?=\S)"),
    re.compile(r"^\((?P<serial>[^)]{2,30})\)\s*(?=\S)"),
    re.compile(
        r"^(?:UPDATE|WRAPUP|WRAP-UP|REFILE|RPT|CORRECTED|CORRECTED-UPDATE|RPT-UPDATE"
        r"|RECAP)(?:[ -]?\d+)?\s*-\s*(?:(?:UPDATE|EXCLUSIVE|ANALYSIS)(?: \d+)?-)?\s*(?=\S)"
    ),
    re.compile(r"^(?P<word>[A-Za-z][\w&' .-]{1,24}?)\s*(?:[:|]|\s[-–—]\s)\s*(?=\S)"),
    re.compile(
        r"^(?P<tight>[A-Z][A-Z -]{3,20}|Exclusive|Factbox|Explainer|Timeline|Insight|Analysis|Newsmaker"
        r"|Breakingviews)-(?=[A-Z\d‘'\"“])"
    ),
)
_TRAILING = (
    re.compile(r"\s*[\[(](?P<serial>[^\])]{2,30})[\])]$"),
    re.compile(
        r"\s+[-–—|]\s+(?P<word>live|live updates|as it happened|video|photos|in pictures|analysis|opinion|explainer"
        r"|exclusive)$",
        re.IGNORECASE,
    ),
)


def settle(sheet: Sheet, title: str | None) -> None:
    """Find the headline, cut the site's name above it and the marks at its ends, and cut its later printings."""
    above = [at for at in sheet.kept() if at < max(sheet.first, 0) and at not in sheet.captions]
    bare = strip(title, sheet.table)[0] if title else None
    sheet.headline = _given(sheet, bare) if bare else _found(sheet, above)
    if sheet.headline is not None:
        _above(sheet, [at for at in above if at < (sheet.headline or 0)])
        text, cuts = strip(sheet.text(sheet.headline), sheet.table)
        for words_cut in cuts:
            sheet.trim(sheet.headline, text, Cut(words_cut, "kicker"))
    sheet.title = bare or (sheet.text(sheet.headline) if sheet.headline is not None else None)
    for at in sheet.kept():
        if sheet.headline is not None and at > sheet.headline and fold(sheet.text(at)) == fold(sheet.text(sheet.headline)):
            sheet.cut(at, "headline printed twice")


def strip(title: str, table: Table) -> tuple[str, list[str]]:
    """A headline without its kickers and update marks, and those."""
    cuts: list[str] = []
    text = title.strip()
    for _ in range(3):
        before = text
        for form in (*_LEADING, *_TRAILING):
            match = form.search(text)
            rest = (text[: match.start()] + text[match.end() :]).strip() if match else ""
            if match and len(words(rest)) >= 2 and _is_mark(match, table):
                cuts.append(match[0].strip())
                text = rest
        if text == before:
            break
    return text, cuts


def _is_mark(match: re.Match[str], table: Table) -> bool:
    part = match.groupdict()
    if serial := part.get("serial"):
        return bool(_SERIAL.fullmatch(serial.strip())) or key(serial) in table.kickers
    if word := part.get("word") or part.get("tight"):
        return key(word) in table.kickers or bool(_SERIAL.fullmatch(word.strip()))
    return True


def _given(sheet: Sheet, title: str) -> int | None:
    """The line among the first that prints a given title, whole or with a mark before or after it."""
    wanted = fold(title)
    for at in sheet.kept()[:DEPTH]:
        line = fold(strip(sheet.text(at), sheet.table)[0])
        near = len(words(line)) <= 2 * len(words(title)) + 3
        if line == wanted or (near and wanted in line) or (near and line in wanted and len(words(line)) >= 4):
            return at
    return None


def _found(sheet: Sheet, above: list[int]) -> int | None:
    """The first line above the prose that reads as a headline; a short one only where it stands alone."""
    good = [at for at in above if SHORTEST <= len(words(sheet.text(at))) <= LONGEST and _may_head(sheet.text(at))]
    if good or sheet.last < 0:
        return good[0] if good and sheet.last >= 0 else None
    alone = [at for at in above if not _CLOSED.search(sheet.text(at))]
    return alone[0] if len(alone) == 1 and len(words(sheet.text(alone[0]))) >= 2 else None


def _may_head(text: str) -> bool:
    """Whether a line may be a headline: no full stop, and more words than numbers."""
    if len(text) > FURNITURE:
        return False
    return not _CLOSED.search(text) and sum(word[0].isdigit() for word in words(text)) < 0.5 * len(words(text))


def _above(sheet: Sheet, lines: list[int]) -> None:
    """Cut the site's name, and short labels where other furniture shows that the head of the page was copied too."""
    dirty = any(at < (sheet.headline or 0) for at in sheet.why)
    for at in lines:
        text = sheet.text(at)
        found = [fold(word) for word in text.split()]
        if len(found) > 6 or _CLOSED.search(text) or text.endswith(("?", "!")):
            continue
        if any(word in sheet.table.mastheads for word in (found[0], found[-1])) and _capitals(text):
            sheet.outlet = sheet.outlet or (text if _elsewhere(sheet, at) else None)
            sheet.cut(at, "site name")
        elif dirty and len(found) <= 3 and not sheet.text(sheet.headline or 0)[:1].islower():
            sheet.cut(at, "kicker")


def _elsewhere(sheet: Sheet, at: int) -> bool:
    """Whether another line names the site too (a credit, an address): one that stands alone may be a menu."""
    name = compact(sheet.text(at)).removeprefix("the")
    return any(name in compact(line.text) for i, line in enumerate(sheet.lines) if i != at)


def _capitals(text: str) -> bool:
    return all(word[0].isupper() or word in ("of", "the", "and", "de", "&") or not word[0].isalpha() for word in text.split())
