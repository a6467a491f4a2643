"""From the lines of a page to what a reader calls the article, and the list of all that was cut and why."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from detente.ingest import captions, credits, heads, zones
from detente.ingest.lines import Line
from detente.ingest.sheet import Sheet
from detente.ingest.tables import Table, words
from detente.records import Cut
from detente.text import fold

REPEAT = 12
"""Words from which a paragraph that is printed again elsewhere is a copy, not a refrain."""
MOST = 500
"""Lines of a text beyond which repeated stretches are not looked for: it is a book, and each is compared with all."""
PULLED, PULLED_MOST = 6, 40
"""Words of a line that repeats a stretch of a paragraph in large type."""


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph of the article: its words, the input line on which it begins, whether it is a caption."""

    text: str
    number: int
    caption: bool = False


class Page(msgspec.Struct, frozen=True):
    """A cleaned page: paragraphs in order, the headline among them if there is one, and what the furniture told.

    `day` is the day a date line or dateline prints; `headed` tells whether the paragraphs hold the title.
    """

    paragraphs: tuple[Paragraph, ...]
    furniture: tuple[Cut, ...]
    title: str | None = None
    headed: bool = False
    byline: str | None = None
    outlet: str | None = None
    day: str | None = None


def clean(lines: list[Line], table: Table, *, title: str | None = None, known: Iterable[int] = ()) -> Page:
    """Clean the lines of a page. `known` are indexes of lines that are captions by their markup."""
    sheet = Sheet(list(lines), table, captions=set(known))
    captions.find(sheet)
    zones.cut(sheet, title)
    heads.settle(sheet, title)
    zones.names(sheet)
    _copies(sheet)
    credits.endings(sheet)
    return _page(sheet)


def _copies(sheet: Sheet) -> None:
    """Cut paragraphs printed again, and sentences of the text repeated in large type."""
    seen: dict[str, int] = {}
    for at in sheet.kept():
        form = fold(sheet.text(at))
        if form in seen and (len(words(form)) >= REPEAT or seen[form] in sheet.captions):
            sheet.cut(at, "printed twice")
        seen.setdefault(form, at)
    if len(sheet.lines) > MOST:
        return
    forms = {at: fold(sheet.text(at)).replace('"', "") for at in sheet.kept()}
    for at, form in forms.items():
        bare = form.strip("'.… ")
        pulled = PULLED <= len(words(bare)) <= PULLED_MOST and at not in (sheet.headline, *sheet.captions)
        if pulled and any(bare in other and len(other) > len(form) + 20 for i, other in forms.items() if i != at):
            sheet.cut(at, "pull quote")


def _page(sheet: Sheet) -> Page:
    kept = sheet.kept()
    cuts = [(at, Cut(sheet.text(at), why)) for at, why in sheet.why.items()] + sheet.trims
    return Page(
        paragraphs=tuple(Paragraph(sheet.text(at), sheet.lines[at].number, at in sheet.captions) for at in kept),
        furniture=tuple(cut for _, cut in sorted(cuts, key=lambda entry: entry[0])),
        title=sheet.title,
        headed=sheet.headline is not None,
        byline=sheet.byline,
        outlet=sheet.outlet or sheet.agency,
        day=_day(sheet),
    )


def _day(sheet: Sheet) -> str | None:
    """The day of publication that the page prints: one that is not marked as an update comes first."""
    days = [stamp for stamp in sheet.stamps if stamp.day]
    return next((stamp.day for stamp in sorted(days, key=lambda stamp: stamp.late)), None)
