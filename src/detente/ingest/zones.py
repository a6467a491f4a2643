"""Which lines of a page are furniture, given where on the page they stand: above, among or below the prose."""

from __future__ import annotations

from detente.ingest import credits, dates
from detente.ingest.sheet import FURNITURE, Sheet
from detente.ingest.tables import words
from detente.text import fold

LIST = 12
"""Lines that a list of other stories may have between paragraphs of the article."""
ITEM = 25
"""Words that one item of such a list may have."""
HEADLINE = 4
"""Words from which a line below a list above the prose may be the headline."""
TAIL = frozenset(
    {
        "tags",
        "other stories",
        "comments",
        "copyright",
        "subscribe",
        "share bar",
        "related story",
        "menu",
        "after the end",
    }
)
"""Kinds of furniture after which, below the prose, a line that is no sentence is more of the page."""
NEAR = frozenset({"timestamp", "contact", "agency credit", "credit", "byline", "share bar", "menu", "subscribe"})
"""Kinds of furniture beside which a bare name below a headline is the writer's."""
AFTER = 0.35
"""Share of the prose that may follow a line that ends a page (comments, the author's life)."""
LIVE = 3
"""Clock times at the beginning of lines from which a page is a live report, whose times are content."""


def cut(sheet: Sheet, title: str | None) -> None:
    """Judge every line by the tables and by its form, then cut where its place allows."""
    for at in range(len(sheet.lines)):
        _judge(sheet, at, title)
    if credits.foreign("".join(line.text for line in sheet.lines)):
        sheet.marks = {at: match for at, match in sheet.marks.items() if match.why != "other script"}
    _page_end(sheet)
    sheet.measure(live := _is_live(sheet))
    for at, match in sheet.marks.items():
        stays = match.why == "timestamp" and live and sheet.first - 1 <= at <= sheet.last + 1
        if at not in sheet.why and sheet.fits(at, match.where) and not stays:
            _take(sheet, at, match.why)
    for at in sorted(at for at, match in sheet.marks.items() if match.run == "list" and at in sheet.why):
        _list(sheet, at)
    _tail(sheet)


def _judge(sheet: Sheet, at: int, title: str | None) -> None:
    text = sheet.text(at)
    if at in sheet.captions or at in sheet.why or len(text) > FURNITURE or (title and fold(text) == fold(title)):
        return
    match = sheet.table.match(text) or credits.judge(text, sheet.table)
    if match:
        sheet.marks[at] = match


def _is_live(sheet: Sheet) -> bool:
    """Whether times or days lead so many lines between prose that they are content: a live report, a chronology."""
    prose = sheet.prose()
    among = range(prose[0] - 1, prose[-1]) if prose else range(0)
    return sum(dates.timed_only(sheet.text(at)) or _bare_day(sheet, at) for at in among if at >= 0) >= LIVE


def _bare_day(sheet: Sheet, at: int) -> bool:
    return at in sheet.marks and sheet.marks[at].why == "timestamp" and dates.day(sheet.text(at)) is not None


def _take(sheet: Sheet, at: int, why: str) -> None:
    credits.note(sheet, at, why)
    sheet.cut(at, why)


def _page_end(sheet: Sheet) -> None:
    """Cut all that follows a line after which nothing of an article comes, if little prose does."""
    prose = sheet.prose()
    sizes = {at: len(words(sheet.text(at))) for at in prose}
    for at in sorted(at for at, match in sheet.marks.items() if match.run == "end"):
        before, after = sum(sizes[i] for i in prose if i < at), sum(sizes[i] for i in prose if i > at)
        weak = sheet.marks[at].where == "any"
        if before >= 40 and after <= (0 if weak else AFTER * before):
            for i in range(at, len(sheet.lines)):
                if i not in sheet.why:
                    _take(sheet, i, sheet.marks[i].why if i in sheet.marks else "after the end")
            return


def _list(sheet: Sheet, head: int) -> None:
    """Cut the lines of a list of other stories that stand below its heading."""
    if _teasers(sheet, head):
        return
    tail, top, taken = head > sheet.last, head < sheet.first, 0
    for at in range(head + 1, len(sheet.lines)):
        if at in sheet.why:
            continue
        line = sheet.lines[at]
        ends = sheet.prosaic(at) or at in sheet.captions or len(words(line.text)) > ITEM
        if ends or (top and len(words(line.text)) >= HEADLINE and not line.text[:1].isdigit()):
            return
        if not tail and (taken >= LIST or not _belongs(sheet, at, head)):
            return
        _take(sheet, at, "other stories")
        taken += 1


def _belongs(sheet: Sheet, at: int, head: int) -> bool:
    """Whether a line above the last prose still belongs to the list: no blank line parts it, or it is numbered."""
    line = sheet.lines[at]
    return not line.gap or (line.text[:1].isdigit() and at <= head + 6)


def _teasers(sheet: Sheet, head: int) -> bool:
    """Cut a list whose items are a title and a sentence each, down to the end of the page."""
    rest = [at for at in range(head + 1, len(sheet.lines)) if at not in sheet.why]
    prose = [at for at in rest if sheet.prosaic(at)]
    titled = [at for at in prose if at - 1 in rest and not sheet.prosaic(at - 1) and len(words(sheet.text(at - 1))) >= 3]
    before = [at for at in sheet.prose() if at < head]
    if len(prose) < 2 or titled != prose or len(prose) > len(before) or any(len(words(sheet.text(at))) > 45 for at in prose):
        return False
    for at in rest:
        _take(sheet, at, "other stories")
    sheet.measure()
    return True


def _tail(sheet: Sheet) -> None:
    """Below the prose, cut what stands after a list, comments or the like and is no sentence."""
    below = [at for at in range(sheet.last + 1, len(sheet.lines)) if sheet.last >= 0]
    begun = next((at for at in below if sheet.why.get(at) in TAIL), None)
    for at in below:
        if begun is not None and at > begun and at not in sheet.why and at not in sheet.captions and not sheet.prosaic(at):
            _take(sheet, at, "page tail")


def names(sheet: Sheet) -> None:
    """Cut what its neighbours give away: a writer's name or office below the headline, a credit below a caption."""
    for at in range(1, len(sheet.lines)):
        if at in sheet.why or at in sheet.captions:
            continue
        mark, text = sheet.marks.get(at), sheet.text(at)
        if mark and mark.why in ("agency credit", "credit") and at - 1 in sheet.captions:
            sheet.cut(at, "credit")
        elif sheet.headline is not None and sheet.headline < at < sheet.first:
            beside = {sheet.why.get(at - 1), sheet.why.get(at + 1)} & NEAR
            bare = text.split(" (")[0].split(" |")[0].strip()
            name = credits.named(text) if credits.office(text) else bare if beside and credits.is_name(bare) else None
            if name is not None:
                sheet.byline = sheet.byline or name or None
                sheet.cut(at, "byline")
