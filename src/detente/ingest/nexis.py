"""Dumps of Nexis: "1 of 250 DOCUMENTS" above each document, or, since Lexis Advance, "End of Document" below it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from detente.ingest import piece
from detente.ingest.piece import Document, Layout, Row
from detente.ingest.tables import sentence

_NUMBER = re.compile(r"^(?:do[ck]ument )?(\d{1,6}) (?:of|von|de|sur) (\d{1,6})(?: do[ck]ument[se]?)?$", re.IGNORECASE)
_LENGTH = re.compile(r"^(?:length|länge|longueur|longitud):\s*[\d,.]+\s*(?:words?|wörter|mots?|palabras)\b", re.IGNORECASE)
_BODY = re.compile(r"^(?:BODY:|Body)\s*$")
_END = re.compile(r"^(?:End of Document|Ende des Dokuments|Fin du document|Fin del documento)$")
_LABEL = re.compile(r"^([A-Za-zÄ][A-Za-zä -]{2,24}):(?:\s+|$)(.*)$")
_ABROAD = {"rubrik": "section", "länge": "length", "longueur": "length", "longitud": "length", "autor": "byline", "auteur": "byline",
           "update": "update-date", "sprache": "language", "langue": "language"}  # fmt: skip
"""Labels of the German, French and Spanish faces, by the English ones."""
_HEAD = frozenset("byline section length dateline highlight headline series source column edition language contact".split())
_TAIL = frozenset(
    """load-date language document-type publication-type type journal-code subject company organization ticker industry
    geographic person country state city graphic graphics url acc-no notes series correction correction-date correction-appended
    distribution transcript pub-type doc-type isbn issn dateline section length byline update-date""".split()
)
_HEADINGS = frozenset({"classification", "graphic", "graphics", "notes", "end of document", "body:", "correction"})
FIRST = 1000
"""Rows among which the first "Body" stands: a cover lists up to a few hundred titles."""
_COVER = re.compile(
    r"^(?:\|.*\||(?:client/matter|search terms|search type|narrowed by|job number|user name):|content type\b|news(?:\t| {2,}))",
    re.IGNORECASE,
)
_BY = re.compile(r"(?i)^by:?\s+")


def _label(text: str) -> tuple[str, str] | None:
    match = _LABEL.match(text)
    if match is None:
        return None
    name = match[1].lower()
    return _ABROAD.get(name, name), match[2].strip()


def _has_length(rows: Sequence[Row]) -> bool:
    return any(_LENGTH.match(row.words) for row in piece.head(rows))


def _told_numbers(rows: Sequence[Row]) -> bool:
    """A number above a head, and no prose before it: an article that shows how a dump looks is none."""
    at = next((at for at, row in enumerate(rows) if _NUMBER.match(row.words)), None)
    if at is None or any(sentence(row.words) for row in rows[:at]):
        return False
    return _has_length(rows[at + 1 :])


def _cut_numbers(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Parted above each number; one among the paragraphs has no head below it, so its part is unsound."""
    part: list[Row] = []
    for row in rows:
        if part and _NUMBER.match(row.words):
            yield part
            part = []
        part.append(row)
    if part:
        yield part


def _sound_numbers(rows: Sequence[Row]) -> bool:
    return bool(rows and _NUMBER.match(rows[0].words)) and _has_length(rows)


def _told_ends(rows: Sequence[Row]) -> bool:
    """A head with its date and length, then "Body"; above it a cover, but no prose that is not the title."""
    top = piece.head(rows, FIRST)
    at = next((at for at, row in enumerate(top) if row.words == "Body"), 0)
    day = next((i for i in range(at - 1, -1, -1) if piece.is_day(top[i].words)), None)
    if day is None or not (any(_LENGTH.match(row.words) for row in top[day:at]) or any(_END.match(row.words) for row in rows)):
        return False
    return not any(sentence(row.words) and not _label(row.words) for i, row in enumerate(top[:day]) if i != day - 2)


def _cut_ends(rows: Iterable[Row]) -> Iterator[list[Row]]:
    part: list[Row] = []
    for row in rows:
        part.append(row)
        if _END.match(row.words):
            yield part
            part = []
    if part:
        yield part


def _sound_ends(rows: Sequence[Row]) -> bool:
    """Whether a part begins with a head: its length or day, then "Body"."""
    top = piece.head(rows, FIRST)
    body = next((at for at, row in enumerate(top) if row.words == "Body"), 0)
    return any(_LENGTH.match(row.words) or piece.is_day(row.words) for row in top[:body])


@dataclass
class _Head:
    """What stands above a body: rows before any label, what the labels say, where it ends; and what is made of them."""

    loose: list[Row] = field(default_factory=list)
    said: dict[str, list[Row]] = field(default_factory=dict)
    end: int = 0
    title: list[Row] = field(default_factory=list)
    more: list[Row] = field(default_factory=list)
    outlet: str | None = None
    day: str | None = None


def _head(rows: Sequence[Row]) -> _Head:
    """The head of a document; it ends at "BODY:", or at the first block after its labels that has none."""
    body = next((at for at, row in enumerate(rows[:FIRST]) if _BODY.match(row.words)), None)
    found = _Head(end=len(rows) if body is None else body + 1)
    current: list[Row] | None = None
    for at, row in enumerate(rows[:body]):
        label = _label(row.words)
        if label and label[0] in _HEAD:
            current = found.said.setdefault(label[0], [])
            current.append(Row(row.number, label[1]))
        elif not row.words:
            current = None
            if not found.said:
                found.loose.append(row)
        elif current is not None:
            current.append(row)
        elif not found.said or piece.rights(row.words) or body is not None:
            found.loose.append(row)
        else:
            found.end = at
            return found
    return found


def _blocks(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows parted at blank ones, those of copyright left out."""
    parted = [list(block) for filled, block in groupby(rows, key=lambda row: bool(row.words)) if filled]
    return [kept for block in parted if (kept := [row for row in block if not piece.rights(row.words)])]


def _parse_numbers(rows: Sequence[Row]) -> Document:
    """Outlet, date, title, labels, body, labels, copyright; in older dumps the copyright first and HEADLINE last."""
    start = next((at + 1 for at, row in enumerate(rows) if _NUMBER.match(row.words)), 0)
    top = _head(rows[start:])
    blocks = _blocks(top.loose)
    at = next((i for i, block in enumerate(blocks) if any(piece.is_day(row.words) for row in block)), None)
    if at is not None:
        within = next(i for i, row in enumerate(blocks[at]) if piece.is_day(row.words))
        before = blocks[at][:within] or (blocks[at - 1] if at else [])
        top.outlet = before[0].words if before else None
        top.day = piece.day(blocks[at][within].words)
        blocks = blocks[at + 1 :]
    elif len(blocks) > 1:
        top.outlet = blocks.pop(0)[0].words
    top.title = top.said.get("headline") or (blocks.pop(0) if blocks else [])
    top.more = [row for block in blocks for row in block]
    return _document(rows[start:], top, above=rows[:start])


def _parse_ends(rows: Sequence[Row]) -> Document:
    """Title, outlet, date, copyright, labels, "Body", the text, "Classification" and labels."""
    body = next((at for at, row in enumerate(rows) if _BODY.match(row.words)), 0)
    start = _after_cover(rows[:body])
    top = _head(rows[start:])
    loose = [row for row in top.loose if row.words and not piece.rights(row.words)]
    at = next((i for i in range(len(loose) - 1, -1, -1) if piece.is_day(loose[i].words)), None)
    if at is not None:
        top.outlet = loose[at - 1].words if at > 1 else None
        top.day = piece.day(loose[at].words)
        loose = loose[: max(at - 1, 1)] if at else []
    top.title = _last_block(rows, loose)
    return _document(rows[start:], top, above=rows[:start], wrapped=False)


def _after_cover(rows: Sequence[Row]) -> int:
    """Where the first document begins behind the cover, which lists titles and how they were searched for."""
    return max((at + 1 for at, row in enumerate(rows) if _COVER.match(row.words)), default=0)


def _last_block(rows: Sequence[Row], title: list[Row]) -> list[Row]:
    """Of the rows above the outlet, those of the title: the last ones without a blank row between."""
    numbers = {row.number for row in title}
    blocks = _blocks([row for row in rows if not row.words or row.number in numbers])
    return blocks[-1] if blocks else []


def _document(rows: Sequence[Row], top: _Head, *, above: Sequence[Row], wrapped: bool = True) -> Document:
    """The document of its parts; what is neither title, text nor standfirst is listed as cut."""
    rest = rows[top.end :]
    end = _tail(rest)
    highlight = top.said.get("highlight", [])
    title = piece.joined(top.title)
    body = piece.without_heads(rest[:end], title)
    kept = {row.number for row in (*top.title, *top.more, *highlight)}
    byline = piece.joined(top.said.get("byline", []))
    link = next((label[1] for row in rest[end:] if (label := _label(row.words)) and label[0] == "url"), "")
    standfirst = [Row(block[0].number, words) for block in (top.more, highlight) if (words := piece.joined(block))]
    heads = (row for row in rest[:end] if row not in body)
    cuts = (*above, *(row for row in rows[: top.end] if row.number not in kept), *heads, *rest[end:])
    return Document(
        title=title,
        outlet=top.outlet,
        byline=_BY.sub("", byline) if byline else None,
        published=top.day,
        url=link if re.match(r"https?://[^/\s]+/\S+$", link) else None,
        body=(*standfirst, *piece.bodied(body, wrapped=wrapped)),
        furniture=tuple(piece.cuts(cuts, "database")),
        top=top.title[0].number if top.title else rows[0].number,
    )


def _own(words: str) -> bool:
    """Whether a row below a body is the database's own."""
    label = _label(words)
    return words.lower() in _HEADINGS or bool(_END.match(words)) or (label is not None and label[0] in _TAIL)


def _tail(rows: Sequence[Row]) -> int:
    """Where the database's own rows begin below a body."""
    end = piece.tail(rows, _own)
    marked = [at for at, row in enumerate(rows) if row.words in ("Classification", "Graphic")]
    for at in reversed(marked):
        if at < end and (rows[at].words == "Classification" or sum(1 for row in rows[at:end] if row.words) <= 2 * piece.WRAPPED):
            end = at
    return end


LAYOUTS = (
    Layout("nexis", _told_numbers, _cut_numbers, _sound_numbers, _parse_numbers),
    Layout("nexis", _told_ends, _cut_ends, _sound_ends, _parse_ends),
)
"""Both layouts, the older first."""
