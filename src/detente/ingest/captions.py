"""Captions: lines printed twice, lines that say who stands where, lines that end in a photographer's credit."""

from __future__ import annotations

import re

from detente.ingest.sheet import FURNITURE, Sheet
from detente.ingest.tables import Table, sentence, words
from detente.records import Cut
from detente.text import fold

TWICE = "caption printed twice"
CREDIT = 110
"""Characters at the end of a line in which a credit is looked for."""
LONGEST = 60
"""Words; a longer line is a paragraph, whatever it holds."""

_SIDE = r"(?:(?:front|back|far|second|third|fourth|top|bottom|center|centre|upper|lower)[ -](?:row )?)*(?:from )?(?:the )?"
_PLACED = re.compile(
    rf"\((?:{_SIDE}(?:left|right|centre|center|[LRC](?=[),; ])|[2-9](?:nd|rd|th) [LR]\b)"
    r"(?: (?:to|from) (?:the )?(?:left"
    rf"|right))?|pictured|front|back|rear)\b[^)]{{0,20}}\)"
    rf"|, {_SIDE}(?:left|right|center|centre)(?: front| back)?, |, (?:second|third|fourth|[2-5](?:nd|rd"
    rf"|th)) from (?:the )?(?:left|right)\b"
    r"|, [LRC], (?=[a-z])|\((?:from )?left to right\)|\b(?:from left|from right|left to right"
    r"|clockwise from)\b[:,]?|\bpictured (?:here|above|below|left|right|in)\b",
)
_SEEN = re.compile(
    r"^(?:in this (?:file |undated |handout |combination |combo )?(?:photo|picture|image|photograph|frame"
    r"|screen ?grab|video grab)"
    r"|(?:a |an )?(?:file|handout|undated|combination|combo|satellite|archive)[ -](?:photo|picture|image"
    r"|photograph)\b|file ?-|file photo|combo|from left)",
    re.IGNORECASE,
)
_AGENCY_PHOTO = re.compile(
    r"(?:\((?P<paren>[^()]{2,70})\)|\[(?P<square>[^\[\]]{2,70})\]"
    r"|(?:(?<!\w)(?:Photo(?:graph)?|PHOTO|Picture|Image|Pic|Photo credit|Photo Credit|Credit|Source)s?"
    r"|[,.|] (?:image|photo|picture|credit))\s*(?:by\b|BY\b|from\b|FROM\b|courtesy of\b|[:/]|\.{3}|…)\s*"
    r"(?P<label>[A-Z]\S*.{0,70}?)"
    r"|(?P<slash>(?:[A-Z][\w.'’-]+ )*[A-Z][\w.'’-]*(?: ?[/|] ?[A-Z][\w .'’-]*)+)"
    r"|(?:/|\| |— |– |- )(?P<bare>[A-Z][\w -]{1,30})(?: photo| images)?)\.?$",
)
_PHOTO_WORD = re.compile(r"\b(?:photo|getty|file|handout|pool|images?|picture|epa|shutterstock|reuters|afp|ap|credit)\b", re.IGNORECASE)
_COPYRIGHT = re.compile(r"^Image (?:copyright|source)s?[,:]?\s+(?P<holder>.{2,60}?)\s+Image caption[,:]?\s+(?=\S)")


def find(sheet: Sheet) -> None:
    """Mark the captions of the page, and cut what stands around or repeats them."""
    for at in range(len(sheet.lines)):
        _unlabel(sheet, at)
    for at in range(len(sheet.lines)):
        if at not in sheet.captions and is_caption(sheet.text(at), sheet.table):
            sheet.captions.add(at)
    _twice(sheet)
    body = sheet.prose()
    for at in sorted(sheet.captions):
        if body and at > body[-1] and _agency_only(sheet, at):
            sheet.captions.discard(at)


def is_caption(text: str, table: Table) -> bool:
    """Whether one line, seen alone, is the caption of a picture."""
    count = len(words(text)) if len(text) <= FURNITURE else 0
    if not 4 <= count <= LONGEST:
        return False
    if _SEEN.match(text) or (count <= 45 and _PLACED.search(text)):
        return text[:1] not in '"“' and (sentence(text) or credited(text, table) or count >= 6)
    return credited(text, table)


def credited(text: str, table: Table) -> bool:
    """Whether a line ends in the credit of a picture: an agency in brackets, "Photo: …", "Name/Agency"."""
    match = _AGENCY_PHOTO.search(text, max(0, len(text) - CREDIT))
    if match is None or len(words(text[: match.start()])) < 4:
        return False
    if match["label"]:
        return bool(re.search(r"[.!?)\]\"”'’]\s*$", text[: match.start()])) or len(words(match["label"])) <= 6
    inner = match["paren"] or match["square"] or match["slash"] or match["bare"] or ""
    named = any(fold(part) in table.agencies for part in re.split(r"\s*[/|,;:]\s*|\s+via\s+|\s+[-–—]\s+", inner))
    if match["slash"] or match["bare"]:
        return named and bool(re.search(r"[.!?)\]\"”]\s*$|\d{4},?\s*$", text[: match.start()]))
    if len(words(text)) > 45:
        return False
    return named or bool(_PHOTO_WORD.search(inner) and len(words(inner)) <= 10)


def _unlabel(sheet: Sheet, at: int) -> None:
    """Cut "Image caption" and the like before a caption."""
    text = sheet.text(at)
    if len(text) > FURNITURE:
        return
    if match := _COPYRIGHT.match(text):
        sheet.trim(at, text[match.end() :], Cut(match[0].strip(), "caption label"))
        sheet.captions.add(at)
        return
    folded = fold(text)
    label = next((label for label in sheet.table.captions if folded.startswith(label)), None)
    rest = text[len(label) :].lstrip(" :,|-–—/") if label else ""
    marked = label is not None and (text[len(label) :].lstrip()[:1] in ":,|-–—/" or label.endswith(" caption"))
    if label and marked and len(words(rest)) >= 5 and len(words(text)) <= LONGEST and len(folded) == len(text):
        sheet.trim(at, rest, Cut(text[: len(text) - len(rest)].strip(), "caption label"))
        sheet.captions.add(at)


def _twice(sheet: Sheet) -> None:
    """Of a line printed twice in a row the first copy is a caption if it reads as one; the second is furniture."""
    before, form = 0, ""
    for at in range(len(sheet.lines)):
        text = sheet.text(at)
        if (now := fold(text)) != form or len(words(text)) < 3:
            before, form = at, now
            continue
        reads = before in sheet.captions or (sentence(text) and len(words(text)) <= LONGEST)
        if reads:
            sheet.captions.add(before)
        sheet.cut(at, TWICE if reads else "printed twice")


def _agency_only(sheet: Sheet, at: int) -> bool:
    """Whether a last paragraph looks like a caption only because the story is credited at its end ("... (Yonhap)")."""
    text = sheet.text(at)
    twice = at + 1 in sheet.why and sheet.why[at + 1] == TWICE
    return not twice and not _PLACED.search(text) and not _SEEN.match(text) and _is_story(sheet, at)


def _is_story(sheet: Sheet, at: int) -> bool:
    """Whether the line follows the body with nothing cut between, as its last paragraph."""
    body = sheet.prose()
    return bool(body) and all(i in sheet.why or i in sheet.captions for i in range(body[-1] + 1, at))
