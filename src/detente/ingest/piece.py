"""One document of a news database's dump: its rows, the labels among them, and what they say beside the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from detente.ingest import dates
from detente.ingest.lines import WIDEST
from detente.records import Cut

HEAD = 60
"""Rows that are not blank among which the head of a document must show."""
WRAPPED = 8
"""Rows on which a label's words may go on."""

NARROWEST, BROADEST = 50, 100
"""Characters between which databases wrap."""

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY_ROW = re.compile(
    rf"^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?P<range>\s*[-–/]\s*(?:{_MONTH}\s+)?\d{{1,2}})?,?\s+\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}}|(?:{_MONTH}|spring|summer|autumn|fall|winter),?\s+\d{{4}}"
    r"|\d{4}-\d\d-\d\d)(?=$|[\s,;(])",
    re.IGNORECASE,
)
_MONTHS = {
    "jan": "januar jänner janvier enero gennaio janeiro januari",
    "feb": "februar février febrero febbraio fevereiro februari",
    "mar": "märz mars marzo março maart",
    "apr": "april avril abril aprile",
    "may": "mai mayo maggio maio mei",
    "jun": "juni juin junio giugno junho",
    "jul": "juli juillet julio luglio julho",
    "aug": "august août agosto augustus",
    "sep": "september septembre septiembre settembre setembro",
    "oct": "oktober octobre octubre ottobre outubro",
    "nov": "november novembre noviembre novembro",
    "dec": "dezember décembre diciembre dicembre dezembro december",
}
"""Months as faces of databases in German, French, Spanish, Italian, Portuguese and Dutch print them, by the English ones."""
_ENGLISH = {name: month for month, names in _MONTHS.items() for name in names.split()}
_ABROAD = re.compile(
    rf"^(?:[^\W\d]+(?:-feira)?,?\s+)?(\d{{1,2}})(?:\.|er|º)?\s+(?:de\s+)?({'|'.join(_ENGLISH)})"
    r"\s+(?:de\s+)?(\d{4})(?=$|[\s,;(])",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"^(?:copyright\s*(?:©|\(c\))?,?\s*(?:19|20)\d\d\b|(?:copyright\s*)?(?:©|\(c\)\s)|.{0,100}\b"
    r"(?:all rights? reserved|alle rechte vorbehalten|tous droits réservés|(?:todos los derechos|todos os direitos) reservados)\.?$)",
    re.IGNORECASE,
)
_PAGE = re.compile(r"^(?:page )?\d+ of \d+(?:\s*(?:©|\(c\)).*)?$|^link to image$", re.IGNORECASE)


class Row(NamedTuple):
    """A row of the dump and its number in the file (1-based)."""

    number: int
    text: str

    @property
    def words(self) -> str:
        """The row without space around it."""
        return self.text.strip(" \t\r\n\xa0\u200b\ufeff\x0c")


class Document(msgspec.Struct, frozen=True):
    """What a layout read of one document. `key` is the database's own number of it; `body` what the outlet printed."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    key: str | None = None
    url: str | None = None
    body: tuple[Row, ...] = ()
    furniture: tuple[Cut, ...] = ()
    top: int = 1
    """The number of the row on which the title stands."""


class Layout(NamedTuple):
    """A way in which a database writes many documents into one file.

    `told` asks the first rows; `cut` parts all rows at every place that looks like a border, `sound` tells which parts begin
    a document (the others belong to the one before), `parse` reads one.
    """

    name: str
    told: Callable[[Sequence[Row]], bool]
    cut: Callable[[Iterable[Row]], Iterator[list[Row]]]
    sound: Callable[[Sequence[Row]], bool]
    parse: Callable[[Sequence[Row]], Document]


def head(rows: Sequence[Row], most: int = HEAD) -> list[Row]:
    """The first rows that are not blank."""
    found: list[Row] = []
    for row in rows:
        if row.words:
            found.append(row)
            if len(found) == most:
                break
    return found


def is_day(text: str) -> bool:
    """Whether a row begins as a written-out date of an issue, be it a day, a month or a season."""
    return len(text) <= 80 and bool(_DAY_ROW.match(text) or _ABROAD.match(text))


def day(text: str) -> str | None:
    """The day that such a row prints; None for a month, a season, or the days of a week."""
    if abroad := _ABROAD.match(text):
        return dates.day(f"{abroad[1]} {_ENGLISH[abroad[2].lower()]} {abroad[3]}")
    match = _DAY_ROW.match(text)
    return dates.day(match[0]) if match and not match["range"] else None


def rights(text: str) -> bool:
    """Whether a row is of copyright, or a page number of the export."""
    return len(text) <= 200 and bool(_RIGHTS.match(text) or _PAGE.match(text))


def is_page(text: str) -> bool:
    """Whether a row is a page number of the export."""
    return bool(_PAGE.match(text))


def without_heads(rows: Sequence[Row], title: str | None) -> list[Row]:
    """A body without the title that stands again below each page number."""
    kept: list[Row] = []
    paged = False
    for row in rows:
        if not (paged and row.words and row.words == title):
            kept.append(row)
        paged = is_page(row.words) or (paged and not row.words)
    return kept


def tail(rows: Sequence[Row], labelled: Callable[[str], bool]) -> int:
    """Where the last rows begin that are all the database's own: labels, the rows on which they go on, and blanks."""
    cut, pending = len(rows), 0
    for at in range(len(rows) - 1, -1, -1):
        words = rows[at].words
        if not words:
            if pending:
                break
        elif labelled(words) or rights(words):
            cut, pending = at, 0
        else:
            pending += 1
            if pending > WRAPPED or len(words) > WIDEST:
                break
    return cut


def bodied(rows: Sequence[Row], *, wrapped: bool = True) -> tuple[Row, ...]:
    """The paragraphs of a body: where it may be `wrapped`, a row that the next word did not fit on goes on in the next row."""
    lengths = [len(row.words) for row in rows if row.words and not rights(row.words)]
    width = max(lengths, default=0)
    wrapped = wrapped and NARROWEST <= width <= BROADEST
    joined: list[Row] = []
    last: str | None = None
    for row in rows:
        if not row.words:
            last = None
        elif rights(row.words):
            continue
        elif wrapped and last and _goes_on(last, row, width):
            joined[-1] = Row(joined[-1].number, f"{joined[-1].text} {row.words}")
            last = row.words
        else:
            joined.append(Row(row.number, row.words))
            last = row.words
    return tuple(joined)


def _goes_on(last: str, row: Row, width: int) -> bool:
    if row.text[:1] == "\t":
        return False
    forced = len(last) + 1 + len(row.words.split()[0]) > 0.85 * width
    return forced or (row.words[0].islower() and last[-1].isalnum())


def cuts(rows: Iterable[Row], why: str) -> Iterator[Cut]:
    """Rows that are cut, one Cut each; those of copyright say so."""
    for row in rows:
        if row.words:
            yield Cut(row.words, "page number" if _PAGE.match(row.words) else "copyright" if rights(row.words) else why)


def joined(rows: Iterable[Row]) -> str | None:
    """The words of rows as one line, or None."""
    return " ".join(" ".join(row.words for row in rows).split()) or None
