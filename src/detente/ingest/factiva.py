"""Dumps of Factiva: an accession number ends each document; above it field codes, or a headline, "512 words" and a date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from detente.ingest import piece
from detente.ingest.piece import Document, Layout, Row
from detente.ingest.tables import sentence, words

_CODES = "SE HD BY CR WC PD ET SN SC ED PG VOL LA CY LP TD CT RF ART CO IN NS RE IPC IPD PUB AN".split()
_ORDER = {code: at for at, code in enumerate(_CODES)}
_BODY = _ORDER["TD"]
_CODE = re.compile(r"^([A-Z]{2,3})(?:[ \t\xa0]+|$)(.*)$")
_SURE = re.compile(r"^([A-Z]{2,3})(?:\t|[ \xa0]{2,}|$)|^(AN) Do[ck]ument")
_NUMBER = re.compile(r"^(?:AN\s+)?Do[ck]umento? ([A-Z][A-Z0-9]{2,9}(?:19|20)\d{6}[0-9a-z]{6,12})$")
_COUNT = re.compile(r"^(?:WC\s+)?[\d,.]+ (?:words|Wörter|mots|palabras|parole|palavras|woorden)$")
_HEADLINE = re.compile(r"^HD(?:\s|$)")
_CLOCK = re.compile(r"^\d{1,2}:\d{2}(?: ?[AP]M)?(?: GMT)?$", re.IGNORECASE)
_LANGUAGE = re.compile(
    r"^(?:English|Englisch|Anglais|Inglés|Inglese|Inglês|Engels|French|German|Spanish|Chinese|Japanese|Russian|Arabic|Korean|Italian|Portuguese)$"
)
_FACTIVA = re.compile(r"\bFactiva,? (?:Inc|Limited)|^Search Summary$", re.IGNORECASE)
_BY = re.compile(r"(?i)^(?:by|von|par|por):?\s+")
_SURNAME = re.compile(r"^[A-Z][\w’'-]+, [A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)?$")
ABOVE = 4
"""Rows that stand above "512 words": section, headline, byline, credit."""


def _begins(rows: Sequence[Row]) -> int | None:
    """Where, among the first rows, a document's head shows: its HD, or a count of words over a date."""
    top = piece.head(rows)
    for at, row in enumerate(top):
        if _HEADLINE.match(row.words) and any(_COUNT.match(other.words) or other.words == "WC" for other in top[at:]):
            return at
        below = top[at + 1 : at + 9]
        if _COUNT.match(row.words) and (
            any(piece.is_day(other.words) for other in below[:1]) or any(piece.rights(other.words) for other in below)
        ):
            return at
    return None


def _headed(rows: Sequence[Row]) -> int | None:
    """Where a head shows that has no prose above it, but for a headline that reads as a sentence."""
    at = _begins(rows)
    above = piece.head(rows)[:at]
    prose = [i for i, row in enumerate(above) if sentence(row.words)]
    return None if at is None or len(prose) > 1 or any(i < at - 2 for i in prose) else at


def _told(rows: Sequence[Row]) -> bool:
    """A head, below it prose, and a copyright, codes or an accession number: more than an article about Factiva shows."""
    at = _headed(rows)
    if at is None:
        return False
    top = piece.head(rows)
    end = next((i for i, row in enumerate(rows) if _NUMBER.match(row.words)), len(rows))
    marked = end < len(rows) or _HEADLINE.match(top[at].words) or any(piece.rights(row.words) for row in top[at : at + 10])
    return bool(marked) and any(sentence(row.words) for row in piece.head(rows[:end], end)[at + 1 :])


def _cut(rows: Iterable[Row]) -> Iterator[list[Row]]:
    part: list[Row] = []
    for row in rows:
        part.append(row)
        if _NUMBER.match(row.words):
            yield part
            part = []
    if part:
        yield part


def _sound(rows: Sequence[Row]) -> bool:
    return _headed(rows) is not None


def _parse(rows: Sequence[Row]) -> Document:
    """The document; what follows its number (a summary of the search, further rows of the export) is furniture."""
    end = max((at for at, row in enumerate(rows) if _NUMBER.match(row.words)), default=len(rows) - 1)
    own = [row for row in rows[: end + 1] if not _FACTIVA.search(row.words)]
    key = _NUMBER.match(own[-1].words)
    coded = any(_HEADLINE.match(row.words) for row in piece.head(own))
    found = _parse_coded(own) if coded else _parse_plain(own[:-1] if key else own)
    rest = [row for row in rows if _FACTIVA.search(row.words)] + list(rows[end + 1 :])
    cuts = tuple(piece.cuts([*([own[-1]] if key and not coded else []), *rest], "database"))
    return Document(
        title=found.title,
        outlet=found.outlet,
        byline=_BY.sub("", found.byline) if found.byline else None,
        published=found.published,
        key=key[1] if key else None,
        body=found.body,
        furniture=found.furniture + cuts,
        top=found.top,
    )


def _labelled(text: str) -> bool:
    match = _SURE.match(text)
    return match is not None and _ORDER.get(match[1] or match[2], -1) > _BODY


def _parse_coded(rows: Sequence[Row]) -> Document:
    """The fields in their fixed order: a code out of order is a word of the text."""
    text = next((at for at, row in enumerate(rows) if (match := _CODE.match(row.words)) and match[1] in ("LP", "TD")), 0)
    end = text + piece.tail(rows[text:], _labelled)
    said: dict[str, list[Row]] = {}
    at, current = -1, "SE"
    cuts: list[Row] = []
    for row in rows[:end]:
        match = _CODE.match(row.words)
        if match and at < _ORDER.get(match[1], -1) <= _BODY:
            at, current = _ORDER[match[1]], match[1]
            said.setdefault(current, []).append(Row(row.number, match[2]))
        elif said:
            said[current].append(row)
        else:
            cuts.append(row)
        if current not in ("HD", "LP", "TD"):
            cuts.append(row)
    title = [row for row in said.get("HD", []) if row.words]
    day = piece.joined(said.get("PD", []))
    return Document(
        title=piece.joined(title),
        outlet=piece.joined(said.get("SN", [])),
        byline=piece.joined(said.get("BY", [])),
        published=piece.day(day) if day else None,
        body=(*piece.bodied(said.get("LP", [])), *piece.bodied(said.get("TD", []))),
        furniture=tuple(piece.cuts([*dict.fromkeys(cuts), *rows[end:]], "database")),
        top=title[0].number if title else 1,
    )


def _parse_plain(rows: Sequence[Row]) -> Document:
    """Section, headline, byline; words, date, time, outlet, its code, pages, language, copyright; then the text."""
    count = next((at for at, row in enumerate(rows) if _COUNT.match(row.words)), 0)
    end = _head_end(rows, count)
    said = [row for row in rows[count + 1 : end] if row.words]
    dated = bool(said) and piece.is_day(said[0].words)
    outlet = next((row.words for row in said[1 if dated else 0 :] if not _CLOCK.match(row.words)), None)
    title, byline = _above([row for row in rows[:count] if row.words][-ABOVE:])
    cut = [row for row in rows[:end] if row is not title]
    return Document(
        title=title.words if title else None,
        outlet=outlet,
        byline=byline,
        published=piece.day(said[0].words) if dated else None,
        body=piece.bodied(rows[end:]),
        furniture=tuple(piece.cuts(cut, "database")),
        top=title.number if title else 1,
    )


def _head_end(rows: Sequence[Row], count: int) -> int:
    """Behind the copyright, which may take several rows; without one behind the language."""
    within = range(count + 1, min(count + 2 * ABOVE + 12, len(rows)))
    last = next((at for at in within if piece.rights(rows[at].words)), None)
    if last is None:
        return next((at + 1 for at in within if _LANGUAGE.match(rows[at].words)), count + 1)
    while last + 1 < len(rows) and (piece.rights(rows[last + 1].words) or rows[last + 1].words.lower().endswith("reserved.")):
        last += 1
    return last + 1


def _above(rows: Sequence[Row]) -> tuple[Row | None, str | None]:
    """Headline and byline of the rows above the count of words."""
    if not rows:
        return None, None
    named = next((at for at in range(1, len(rows)) if _BY.match(rows[at].words)), None)
    if named is None and len(rows) > 1 and _SURNAME.match(rows[-1].words):
        named = len(rows) - 1
    if named is None and len(rows) > 1 and _is_names(rows[-1].words) and len(words(rows[-2].words)) > 3:
        named = len(rows) - 1
    title = rows[named - 1 if named else -1]
    return title, rows[named].words if named else None


def _is_names(text: str) -> bool:
    """Whether a row may be nothing but names: two to eight words, all with capitals, no digit."""
    found = words(text)
    small = {"and", "in", "de", "van", "von", "bin", "al", "of"}
    return 2 <= len(found) <= 8 and not any(c.isdigit() for c in text) and all(word[0].isupper() or word in small for word in found)


LAYOUTS = (Layout("factiva", _told, _cut, _sound, _parse),)
"""The layout, with field codes or without."""
