"""PDF (pypdf, extra `documents`): the text of its pages as rows, running heads cut, paragraphs and words joined again."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import IO, TYPE_CHECKING, NamedTuple

import msgspec

from detente.ingest import dates, dumps, sources
from detente.ingest.encoding import NoTextError
from detente.ingest.given import Given, problem
from detente.ingest.tables import Table
from detente.records import Article, Cut, Problem
from detente.text import fold

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

PAGES = 5000
"""How many pages are read of one file."""
EDGE = 2
"""Lines at the top and at the bottom of a page among which running heads stand."""
GAP, INDENT, FITS = 1.45, 0.8, 0.85
"""A new paragraph begins below a gap of so many usual ones, at an indent of so many sizes of the letters, or where the
line before had room for its first word: it was shorter than this share of the usual width."""

_NUMBER = re.compile(r"^(?:page\s+)?\d{1,5}(?:\s*(?:of|/)\s*\d{1,5})?$|^[-–—]\s*\d{1,5}\s*[-–—]$", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_BROKEN = re.compile(r"(\w+)[-\u2010\xad]$")
_FINAL = re.compile(r"[.!?:][\"'”’)\]]*$")
_KEPT = frozenset("ex self vice well non half so all anti pro semi quasi post pre co mid much long short high low".split())
"""First parts of words that keep their hyphen where a line ends with it."""


class Line(NamedTuple):
    """A line of a page: where its first letter stands, in points from the left and the bottom, its size, its words."""

    x: float
    y: float
    size: float
    text: str


def accepts(path: str, head: bytes) -> bool:
    """Whether a file is a PDF."""
    return b"%PDF-" in head[:1024]


def read(stream: IO[bytes], *, given: Given, source: str, table: Table) -> Iterator[Article | Problem]:
    """The article of a PDF, or those of a database's export. NoTextError for one that is locked, broken, or only pictures."""
    try:
        import pypdf
        from pypdf.errors import PyPdfError
    except ImportError:
        yield problem(source, "missing-extra", 'PDF needs pip install "detente[documents]"')
        return
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it has to say of broken files is said below, once and by name
    try:
        reader = pypdf.PdfReader(sources.seekable(stream))
        if reader.is_encrypted and not reader.decrypt(""):
            raise NoTextError("binary", "an encrypted PDF; save it without its password")
        pages, beyond = [_lines(page) for page in reader.pages[:PAGES]], len(reader.pages) - PAGES
        given = msgspec.structs.replace(given, title=given.title or _title(reader, pages), published=given.published or _day(reader))
    except NoTextError:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError, NotImplementedError) as error:
        raise NoTextError("broken", f"a broken PDF: {error}") from error
    if not any(pages):
        raise NoTextError("binary", "a PDF of pictures without text; it needs a reader of letters first")
    yield from _articles(pages, given, source, table)
    if beyond > 0:
        yield problem(source, "too-large", f"read up to page {PAGES}; {beyond} pages were left")


def _articles(pages: list[list[Line]], given: Given, source: str, table: Table) -> Iterator[Article | Problem]:
    heads = _heads(pages)
    rows = _paragraphs([line for page in pages for at, line in enumerate(page) if not _is_head(page, at, heads)])
    cut = [line.text for page in pages for at, line in enumerate(page) if _is_head(page, at, heads)]
    cuts: tuple[Cut, ...] = tuple(Cut(text, "page number" if _NUMBER.match(text) else "running head") for text in dict.fromkeys(cut))
    for item in dumps.of_rows(_words_joined(rows), given=given, source=source, table=table, lined=False):
        yield msgspec.structs.replace(item, furniture=cuts + item.furniture) if isinstance(item, Article) else item
        cuts = ()  # of many articles the first one lists what was cut of the pages


def _lines(page: PageObject) -> list[Line]:
    """The lines of a page in the order in which it was written, which is that of reading; pieces of one line joined."""
    found: list[Line] = []
    fresh = True

    def take(text: str, cm: Sequence[float], tm: Sequence[float], font: object, size: float) -> None:
        nonlocal fresh
        x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        for at, piece in enumerate(text.split("\n")):
            fresh = fresh or at > 0
            if not piece.strip():
                continue
            if found and not fresh:
                found[-1] = found[-1]._replace(text=found[-1].text + piece)
            else:
                found.append(Line(x, y, abs(size * (tm[3] or 1) * (cm[3] or 1)) or 1.0, piece))
            fresh = False

    page.extract_text(visitor_text=take)
    return [line._replace(text=" ".join(line.text.split())) for line in found]


def _key(line: Line) -> tuple[int, str]:
    """Where a running head stands and what it says, all numbers alike."""
    return round(line.y / 2), _DIGITS.sub("#", fold(line.text))


def _edges(page: list[Line]) -> set[int]:
    """The indexes of the uppermost and lowest lines of a page."""
    order = sorted(range(len(page)), key=lambda at: -page[at].y)
    return {*order[:EDGE], *order[-EDGE:]} if len(page) > 2 * EDGE else set()


def _heads(pages: list[list[Line]]) -> frozenset[tuple[int, str]]:
    """What stands at the edge of at least half of the pages, and of two, at one height."""
    counts = Counter(key for page in pages for key in {_key(page[at]) for at in _edges(page)})
    return frozenset(key for key, count in counts.items() if count >= max(2, len(pages) / 2))


def _is_head(page: list[Line], at: int, heads: frozenset[tuple[int, str]]) -> bool:
    return at in _edges(page) and (_key(page[at]) in heads or bool(_NUMBER.match(page[at].text)))


def _paragraphs(lines: list[Line]) -> list[list[str]]:
    """The lines of each paragraph."""
    widths = sorted(len(line.text) for line in lines)
    width = widths[int(0.9 * len(widths))] if widths else 0
    steps = Counter(round(a.y - b.y, 1) for a, b in pairwise(lines) if a.y > b.y)
    step = steps.most_common(1)[0][0] if steps else 0.0
    found: list[list[str]] = []
    for at, line in enumerate(lines):
        if at and _goes_on(lines[at - 1], line, width, step):
            found[-1].append(line.text)
        else:
            found.append([line.text])
    return found


def _goes_on(before: Line, line: Line, width: int, step: float) -> bool:
    """Whether a line goes on with the paragraph of the line before."""
    if abs(before.size - line.size) > 0.1 * before.size:
        return False
    if before.text.endswith("-") and before.text[-2:-1].isalpha() and line.text[0].islower():
        return True
    roomy = len(before.text) + 1 + len(line.text.split()[0]) < FITS * width
    down = before.y - line.y
    if down < 0 or down > 10 * max(step, 1.0):  # the next column or page
        return not roomy and not _FINAL.search(before.text)
    if down > GAP * step or line.x - before.x > INDENT * line.size:
        return False
    return not roomy


def _words_joined(paragraphs: list[list[str]]) -> Iterator[str]:
    """Each paragraph as one row; a word that a line end broke is whole again, as the rest of the text writes it."""
    seen = frozenset(word for lines in paragraphs for line in lines for word in re.findall(r"\w+(?:-\w+)*", line.casefold()))
    for lines in paragraphs:
        row = lines[0]
        for line in lines[1:]:
            broken = _BROKEN.search(row)
            if broken and line[0].isalpha():
                first, second = broken[1], re.match(r"\w+", line)
                kept = _hyphened(first, second[0] if second else "", seen)
                row = (row if kept else row[:-1]) + line
            else:
                row = f"{row} {line}"
        yield row


def _hyphened(first: str, second: str, seen: frozenset[str]) -> bool:
    """Whether the hyphen belongs to the word: "cease-fire" where the text has it so, or both its parts as words."""
    one, two = f"{first}{second}".casefold(), f"{first}-{second}".casefold()
    if two in seen or one in seen:
        return two in seen
    return second[:1].isupper() or first.casefold() in _KEPT or first.isdigit()


def _title(reader: PdfReader, pages: list[list[Line]]) -> str | None:
    """The title of the file's properties, if its first page prints it: else it is often the name of a template."""
    title = (reader.metadata.title or "").strip() if reader.metadata else ""
    first = fold(" ".join(line.text for page in pages[:1] for line in page))
    return title if title and fold(title) in first else None


def _day(reader: PdfReader) -> str | None:
    """The day of publication that its XMP states. The day on which the file was made is none: pages are printed later."""
    xmp = reader.xmp_metadata
    found = re.search(r"<prism:publicationDate>([^<]+)<", xmp.stream.get_data().decode("utf-8", "replace")) if xmp else None
    moment = dates.moment(found[1]) if found else None
    return moment.day if moment else None
