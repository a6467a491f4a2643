"""The report of one article: what to check first, what is reported as happened, who wants what, how they stand.

Honest in words: "reported as happened", never "true"; "denied by", never "false"; "not found in this article". Quotation
marks stand only around printed words; everything else is the program's wording of them, with names written out.
"""

from __future__ import annotations

from collections.abc import Iterable

from detente.records import AnyRecord, Article
from detente.views import dates
from detente.views.ledger import Ledger
from detente.views.report import checks, claims, happenings, standing, wants
from detente.views.report.structs import Mark, Report, Row, Section
from detente.views.sources import outlet
from detente.views.wording import tidy

__all__ = ["Mark", "Report", "Row", "Section", "make"]

_BASIS = {
    "given": "given by you; none in the file",
    "metadata": "from the page's metadata",
    "url": "from the address",
    "text": "from the text",
}


def make(records: Iterable[AnyRecord], *, everything: bool = False) -> Report:
    """The report of one article's records. With `everything` every retelling, statement and office is shown.

    Raises ValueError where the records hold no article or more than one.
    """
    ledger = Ledger(records)
    attitudes = frozenset() if everything else _attitudes(ledger)
    conditions = claims.conditions(ledger)
    shown = frozenset(i for r in conditions.rows for i in r.ids)
    sections = (
        checks.first(ledger),
        happenings.happened(ledger, everything=everything, without=attitudes),
        happenings.ahead(ledger, everything=everything, without=attitudes),
        happenings.denied(ledger, everything=everything),
        wants.own(ledger),
        wants.others(ledger),
        wants.contrasts(ledger),
        conditions,
        claims.said(ledger, shown=shown, everything=everything),
        standing.relations(ledger, everything=everything),
        standing.agreements(ledger),
        checks.missing(ledger),
    )
    return _report(ledger, tuple(s for s in sections if s.rows))


def _report(ledger: Ledger, sections: tuple[Section, ...]) -> Report:
    article = ledger.article
    return Report(
        article=article.id,
        title=tidy(article.title or article.text.split("\n", 1)[0]),
        byline=tidy(article.byline or ""),
        outlet=outlet(article),
        published=dates.full(article.published),
        dated=_dated(article, ledger.by_lines),
        sections=sections,
        unit="line of the input" if ledger.by_lines else "paragraph of the article",
        counts=_counts(ledger),
    )


def _dated(article: Article, by_lines: bool) -> str:
    if article.published is None:
        return "no day of publication in the file, and none given"
    if article.published_basis == "given" and not by_lines:  # of a page, a row or an object: the record does not say which
        return "given by you, or by a field of the file"
    return _BASIS.get(article.published_basis or "", "source of the day not stated")


def _counts(ledger: Ledger) -> str:
    kinds = (
        (len(ledger.actors), "actor"),
        (len(ledger.clusters()), "event"),
        (len(ledger.statements), "statement"),
        (len(ledger.positions), "position"),
        (len(ledger.relations), "relation"),
        (len(ledger.agreements), "agreement"),
    )
    return ", ".join(f"{n} {word}{'' if n == 1 else 's'}" for n, word in kinds)


def _attitudes(ledger: Ledger) -> frozenset[str]:
    """Events that only say what others think an actor wants: the positions made of the same words show them."""
    places = {(p.evidence[0].start, p.made_by.removeprefix("position.")) for p in ledger.positions if not p.own}
    return frozenset(
        e.id for e in ledger.events if e.code in {"REQUEST", "REJECT", "SUPPORT"} and (e.evidence[0].start, e.made_by) in places
    )
