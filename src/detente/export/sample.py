"""Checking by hand: a sheet of records drawn at random, and what a filled sheet says of precision."""

from __future__ import annotations

import codecs
import csv
import heapq
import io
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import IO, TypeAlias

import msgspec

from detente import codec
from detente.corpus import Told
from detente.errors import InputError
from detente.export.cells import harmless, line
from detente.export.evidence import said_by
from detente.export.format import Given, Setting
from detente.export.wording import STATUS, caption, days, names
from detente.records import Article, Event
from detente.text import paragraphs

ASPECTS = ("event", "code", "actors", "recipients", "date", "place", "status", "said by")
"""What is judged of each record; `event` is whether the words tell such an event at all."""
GIVEN = (
    "number", "record", "stratum", "claim", "code told", "actors told", "recipients told", "date told", "place told", "status told",
    "said by told", "quote", "context", "article", "outlet", "published", "url",
)  # fmt: skip
RIGHT, WRONG = frozenset({"right", "r", "yes", "y", "1", "true"}), frozenset({"wrong", "w", "no", "n", "0", "false"})
UNJUDGED = ("", "-")
SHOWN = 20
"""Wrong cells that are named."""
Z = 1.959963984540054
"""The normal deviate of a two-sided interval of 95 %."""


class Score(msgspec.Struct, frozen=True):
    """How many of the judged are right: the share, and its Wilson interval of 95 %. Null where nothing was judged."""

    aspect: str
    right: int
    judged: int
    share: float | None
    low: float | None
    high: float | None


_Lot: TypeAlias = tuple[int, str, tuple[str, ...]]
"""A record that may be drawn: its hash turned round, so that the first of a heap is the one to give up; its id, its cells."""


class Drawn(msgspec.Struct, frozen=True):
    """The records of a sheet, in the order drawn, each as the cells of `GIVEN` but the number; and of how many they were drawn."""

    rows: tuple[tuple[str, ...], ...]
    total: int


def draw(given: Given, count: int, seed: int, *, by_code: bool = False) -> Drawn:
    """`count` events at random; all of them where there are fewer. No more than these are kept in memory.

    By code: each code has its share of the sheet (largest remainders), so that no code is missed by chance and the shares of the whole
    stay true. The same seed and events give the same draw, on any machine and from any source: events are ordered by a hash of seed and id.
    """
    sizes: Counter[str] = Counter()
    kept: dict[str, list[_Lot]] = {}
    for one, here in given.told():
        group = one.event.code if by_code else ""
        sizes[group] += 1
        lots = kept.setdefault(group, [])
        lot = -int(codec.digest("sample", seed, one.id), 16)
        if len(lots) < count:
            heapq.heappush(lots, (lot, one.id, tuple(_cells(one, here))))
        elif lot > lots[0][0]:
            heapq.heapreplace(lots, (lot, one.id, tuple(_cells(one, here))))
    shares = _shares(sizes, min(count, sizes.total()))
    drawn = [lot for group, lots in kept.items() for lot in heapq.nlargest(shares[group], lots)]
    return Drawn(tuple(cells for *_, cells in sorted(drawn, reverse=True)), sizes.total())


def _shares(sizes: Counter[str], count: int) -> dict[str, int]:
    total = sum(sizes.values()) or 1
    exact = {code: Fraction(size * count, total) for code, size in sizes.items()}
    shares = {code: math.floor(share) for code, share in exact.items()}
    most = sorted(exact, key=lambda code: (shares[code] - exact[code], code))
    for code in most[: count - sum(shares.values())]:
        shares[code] += 1
    return shares


def sheet(drawn: Drawn, out: IO[bytes]) -> None:
    """The sheet as CSV with a mark for Excel: what the program says, the words in their context, a column to fill in for each aspect."""
    out.write(codecs.BOM_UTF8)
    table = csv.writer(codecs.getwriter("utf-8")(out), lineterminator="\r\n")
    table.writerow([*GIVEN, *ASPECTS, "note"])
    for number, row in enumerate(drawn.rows, 1):
        cells = [str(number), *row, *[""] * len(ASPECTS), ""]
        table.writerow([harmless(line(cell)) for cell in cells])


def _cells(told: Told, setting: Setting) -> Iterator[str]:
    event = told.event
    article = setting.corpus.articles[event.article]
    yield from (event.id, event.code, caption(told, setting.ontology), "/".join(p for p in (event.code, event.mode) if p))
    yield from (names(told.actors), names(told.recipients), days(event.when))
    yield event.where.name if event.where else ""
    yield STATUS[event.factuality]
    yield ", quoting ".join(said_by(event, setting.corpus)) or "the article itself"
    yield " … ".join(q.quote for q in event.evidence)
    yield context(event, article)
    yield from (article.title or article.id, article.outlet or "", article.published or "", article.url or "")


def context(event: Event, article: Article) -> str:
    """The paragraph of the words, with the words in brackets, and the paragraph before it."""
    span, spans = event.evidence[0], paragraphs(article.text)
    at = next((n for n, (start, end) in enumerate(spans) if start <= span.start < end), 0)
    start = spans[max(at - 1, 0)][0] if spans else 0
    end = max(spans[at][1] if spans else len(article.text), span.end)
    return f"{article.text[start : span.start]}[[{span.quote}]]{article.text[span.end : end]}"


def score(data: bytes) -> tuple[Score, ...]:
    """What a filled sheet says: a score an aspect, last one for records of which every judged aspect is right.

    Right is `right`, `r`, `yes`, `y`, `1` or `true`, wrong the opposite; an empty cell or `-` is not judged. Commas, semicolons or tabs
    stand between cells, as spreadsheets save them. Raises InputError that names every cell with another word, and for a file that is no
    such sheet.
    """
    rows = _rows(data)
    marks = [(number, row, aspect, _mark(row[aspect])) for number, row in enumerate(rows, 2) for aspect in ASPECTS]
    bad = [f"row {number}{_record(row)}, {a}: {row[a]!r}" for number, row, a, mark in marks if mark not in (*RIGHT, *WRONG, *UNJUDGED)]
    if bad:
        more = f"; and {len(bad) - SHOWN} more" if len(bad) > SHOWN else ""
        raise InputError(f"neither right nor wrong, nor empty: {'; '.join(bad[:SHOWN])}{more}")
    judged = [{a: mark in RIGHT for n, _, a, mark in marks if n == number and mark not in UNJUDGED} for number in range(2, len(rows) + 2)]
    scores = [wilson(a, [row[a] for row in judged if a in row]) for a in ASPECTS]
    return (*scores, wilson("all", [all(row.values()) for row in judged if row]))


def _rows(data: bytes) -> list[dict[str, str]]:
    """The rows of a sheet; other columns than those that are judged may be damaged. Raises InputError for what is none."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")  # as Excel saves plain CSV; the words to score are ASCII
    head = text.partition("\n")[0]
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count)))
    except csv.Error as error:
        raise InputError(f"not a sheet: {error}") from error
    if not rows or any(aspect not in rows[0] for aspect in ASPECTS):
        raise InputError(f"not a sheet: it needs the columns {', '.join(ASPECTS)}, and a row")
    return rows


def _mark(cell: str | None) -> str:
    return (cell or "").strip().lstrip("'").lower()


def _record(row: dict[str, str]) -> str:
    """Which record a row is of: rows may have been sorted."""
    return f" (number {row['number']})" if row.get("number") else ""


def wilson(aspect: str, verdicts: Sequence[bool]) -> Score:
    """A share with Wilson's score interval (E. B. Wilson 1927), which holds near 0 and 1 and for few."""
    right, count = sum(verdicts), len(verdicts)
    if not count:
        return Score(aspect, 0, 0, None, None, None)
    share = right / count
    middle = share + Z * Z / (2 * count)
    width = Z * math.sqrt(share * (1 - share) / count + Z * Z / (4 * count * count))
    whole = 1 + Z * Z / count
    return Score(aspect, right, count, share, max(0.0, (middle - width) / whole), min(1.0, (middle + width) / whole))
