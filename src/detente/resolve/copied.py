"""Which article copies which, and by what it is seen."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from detente.records import Article, Judgement
from detente.resolve.copies import Shared, compare
from detente.resolve.judging import judged
from detente.resolve.telling import day

PART = 0.4
"""So much of an article in another's words makes it a copy: a spliced one has half, two reports with one background a third."""
APART = 0.5  # where neither begins as the other does, so that it may be a background: two reports with a long one have less
LED = 0.4  # of the beginning of one in the other
BEGUN, ORDERED = 0.3, 0.6  # enough where it begins as the other does and has most names and numbers in its order
LATER = 0.7  # after some days: a series of reports carries its background on
SOON = 3  # days within which a report is reprinted
HELD = 0.8  # of a report that stands in a longer one, of which it is at least
OF_LONGER = 0.25
IN_ORDER = 0.72
"""Of the names and numbers of a text in the order of another: a paraphrase keeps four in five, another report a half."""
REWORDED = 0.08  # of the words in common runs, beside that order
FEWEST = 25  # words outside quotations
_AGENCY = re.compile(r"\(([A-Z][^()\n]{1,40})\)|^By ([^\n]{2,60})$", re.MULTILINE)
_HEAD = 600  # characters in which a credit stands; it also stands at the end


class Copied(msgspec.Struct, frozen=True):
    """An article found to copy another; `part` of it is the other's, of which it holds `held`."""

    copy: Article
    original: Article
    part: float
    held: float
    reason: str


def between(a: Article, b: Article) -> Copied | None:
    """Whether one of two articles copies the other, and which."""
    copy, original, why = _turned(a, b)
    shared = compare(copy.text, original.text)
    how = _how(copy, original, shared)
    return Copied(copy, original, shared.of_first, shared.of_second, f"{how}; {why}") if how else None


def asked(a: Article, b: Article) -> float:
    """The part of one text that must stand in the other: less where they were published within some days."""
    return PART if _days(a, b) <= SOON else LATER


def judgement(found: Copied) -> Judgement:
    """The same as a judgement: the copy first."""
    return judged("copy", (found.copy, found.original), found.reason)


def best(found: Iterable[Copied]) -> Copied | None:
    """Of several originals of one copy that of which it has most; of equals the earliest."""
    return min(found, key=lambda c: (-round(c.part, 1), c.original.published or "9999", c.original.id), default=None)


def _how(copy: Article, original: Article, shared: Shared) -> str | None:
    """In which way a text is another's, with the shares; None where it is not."""
    if shared.words < FEWEST:
        return _short(copy, original)
    apart = _days(copy, original)
    shares = f"{shared.of_first:.0%} of it stands in {_called(original)}, of which it holds {shared.of_second:.0%}"
    least = asked(copy, original)
    begun = shared.lead >= LED
    if begun and apart <= SOON and (shared.order or 0.0) >= ORDERED:
        least = BEGUN
    if shared.of_first >= (least if begun else max(least, APART)):
        return shares
    if apart <= SOON and shared.of_second >= HELD and shared.of_first >= OF_LONGER:
        return f"it holds {shared.of_second:.0%} of {_called(original)}"
    if apart <= SOON and min(shared.of_first, shared.of_second) >= REWORDED and _reworded(shared):
        return f"reworded: {shared.order or 1:.0%} of names and numbers in the order of {_called(original)}, and {shares}"
    return None


def _reworded(shared: Shared) -> bool:
    return (shared.order or 0.0) >= IN_ORDER and (shared.quotes == 0 or shared.quotes >= 0.5)


def _short(copy: Article, original: Article) -> str | None:
    """A few lines are a copy only where they are the same lines."""
    same = " ".join(copy.text.split()).casefold() == " ".join(original.text.split()).casefold()
    return f"the same words as {_called(original)}" if same and copy.text.strip() else None


def _turned(a: Article, b: Article) -> tuple[Article, Article, str]:
    """The copy, the original, and by what they are told apart: a credit, else the day, else the length."""
    for copy, original in ((a, b), (b, a)):
        if original.outlet and credits(copy, original.outlet) and not (copy.outlet and credits(original, copy.outlet)):
            return copy, original, f"it credits {original.outlet}"
    if a.published and b.published and a.published != b.published:
        copy, original = (a, b) if a.published > b.published else (b, a)
        return copy, original, f"published {copy.published}, after {original.published}"
    copy, original = sorted((a, b), key=lambda x: (len(x.text), x.id))
    return copy, original, "the shorter of two of one day"


def credits(article: Article, outlet: str) -> bool:
    """Whether an article that is not this outlet's own names it as where it comes from: byline, dateline, "told Meridian Wire"."""
    if _same(article.outlet, outlet):
        return False
    if _same(article.byline, outlet) or re.search(rf"\btold {re.escape(outlet)}\b", article.text, re.IGNORECASE):
        return True
    ends = article.text[:_HEAD] + "\n" + article.text[-_HEAD:]
    return any(_same(name, outlet) for match in _AGENCY.finditer(ends) for name in match.groups())


def _same(name: str | None, outlet: str) -> bool:
    return bool(name) and outlet.casefold() in (name or "").casefold()


def _days(a: Article, b: Article) -> int:
    """Days between two publications; none where one is unknown."""
    first, second = day(a.published), day(b.published)
    return abs((first - second).days) if first and second else 0


def _called(article: Article) -> str:
    """An article as a reason names it."""
    return " ".join(filter(None, (article.outlet, article.published, f"“{article.title}”" if article.title else article.id)))
