"""Dumps of ProQuest as text: lines of underscores between documents, "Title:", "Full text:", "Publication date:"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from detente.ingest import piece
from detente.ingest.piece import Document, Layout, Row
from detente.ingest.tables import sentence

_RULE = re.compile(r"^_{20,}$")
_NUMBER = re.compile(r"^Document \d+ of \d+$")
_LABEL = re.compile(r"^([A-Z][A-Za-z /-]{2,40}):(?:\s+|$)(.*)$")
_TAIL = frozenset(
    """subject|location|people|company / organization|company|business indexing term|classification|identifier / keyword|identifiers
title|alternate title|publication title|publication date|publication year|publication info|first page|pages|volume|issue|section
dateline|number of pages|publisher|place of publication|country of publication|publication subject|issn|e-issn|source type|doi
language of publication|document type|document feature|proquest document id|document url|copyright|last updated|database|source
column|credit|links|author|publication frequency|supplement|accession number|source attribution|word count|abstract
illustration caption""".replace("\n", "|").split("|")
)
_SURE = frozenset({"proquest document id", "publication date", "document url", "publication title"})


def _label(text: str) -> tuple[str, str] | None:
    match = _LABEL.match(text)
    return (match[1].lower(), match[2].strip()) if match else None


def _labels(rows: Iterable[Row]) -> set[str]:
    return {label[0] for row in rows if (label := _label(row.words))}


def _told(rows: Sequence[Row]) -> bool:
    """Rules, a "Full text:", and rows that only ProQuest writes; no prose above the first rule or number."""
    at = next((at for at, row in enumerate(rows) if _RULE.match(row.words) or _NUMBER.match(row.words)), None)
    if at is None or any(sentence(row.words) for row in rows[:at]):
        return False
    labels = _labels(rows)
    return "full text" in labels and len(labels & _SURE) > 1


def _cut(rows: Iterable[Row]) -> Iterator[list[Row]]:
    part: list[Row] = []
    for row in rows:
        if part and (_RULE.match(row.words) or (_NUMBER.match(row.words) and not _RULE.match(part[0].words))):
            yield part
            part = []
        part.append(row)
    if part:
        yield part


def _sound(rows: Sequence[Row]) -> bool:
    return len(_labels(rows) & _SURE) > 1


def _parse(rows: Sequence[Row]) -> Document:
    """The labels below the text say more exactly what those above it say; what follows a second rule is the export's."""
    text = next((at for at, row in enumerate(rows) if (label := _label(row.words)) and label[0] == "full text"), len(rows))
    rules = [at for at, row in enumerate(rows) if _RULE.match(row.words)]
    first_row = max((at for at in rules if at < text), default=0)
    second = next((at for at in rules if at > max(text, first_row)), len(rows)) if text < len(rows) else len(rows)
    rows, other = rows[first_row:second], (*rows[:first_row], *rows[second:])
    text = next((at for at, row in enumerate(rows) if (label := _label(row.words)) and label[0] == "full text"), len(rows))
    rest = [Row(row.number, _opened(row.words)) if at == 0 else row for at, row in enumerate(rows[text:])]
    end = piece.tail(rest, lambda words: bool(_RULE.match(words)) or ((label := _label(words)) is not None and label[0] in _TAIL))
    said = {label[0]: label[1] for row in (*rows[:text], *rest[end:]) if (label := _label(row.words)) and label[1]}
    first = next((row for row in rows if row.words and not (_RULE.match(row.words) or _NUMBER.match(row.words))), None)
    label = _label(first.words) if first else None
    head = first.words if first and (label is None or label[0] not in _TAIL | {"full text"}) else None
    outlet = re.split(r"[;,]", said.get("publication title") or said.get("publication info", ""))[0].strip()
    day = piece.day(said.get("publication date", ""))
    cuts = [row for row in (*rows[:text], *rest[end:], *other) if not (row is first and head)]
    return Document(
        title=said.get("title") or head,
        outlet=outlet or None,
        byline=said.get("author"),
        published=day,
        key=said.get("proquest document id"),
        body=piece.bodied(rest[:end]),
        furniture=tuple(piece.cuts(cuts, "database")),
        top=first.number if first else 1,
    )


def _opened(words: str) -> str:
    label = _label(words)
    return label[1] if label else words


LAYOUTS = (Layout("proquest", _told, _cut, _sound, _parse),)
"""The layout of ProQuest."""
