"""How they stand: relations, and the agreements between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from detente.records import Agreement, Relation
from detente.views import dates
from detente.views.ledger import Ledger
from detente.views.report.structs import Row, Section
from detente.views.sources import NARRATOR, source
from detente.views.wording import cut, tidy

_MUTUAL = frozenset({"ties", "allied_with", "rivals_with", "disputes_with", "kin_of"})
_OFFICES = frozenset({"leads", "member_of"})
"""Who holds which office is no news: shown only where all is asked for."""


def relations(ledger: Ledger, *, everything: bool = False) -> Section:
    """What stands between actors, pair by pair."""
    kept = [r for r in ledger.relations if everything or r.type not in _OFFICES]
    kept.sort(key=lambda r: (r.type == "kin_of", r.evidence[0].start))
    groups: dict[tuple[object, ...], list[Relation]] = {}
    for relation in kept:
        groups.setdefault(_key(relation), []).append(relation)
    return Section("standing", "HOW THEY STAND", tuple(_relation(ledger, g) for g in groups.values()), "who says so")


def _key(relation: Relation) -> tuple[object, ...]:
    """What makes relations one row: the same pair standing alike, or several actors in the same words."""
    if relation.b is None:
        return (relation.type, relation.about, relation.evidence[0])
    sides = frozenset({relation.a, relation.b}) if relation.type in _MUTUAL else (relation.a, relation.b)
    return (relation.type, relation.value, relation.factuality, sides)


def pair(ledger: Ledger, relation: Relation) -> str:
    """The two sides: a dash where they stand alike, an arrow from the one to the other."""
    between = " – " if relation.type in _MUTUAL else " → "
    return tidy(ledger.name(relation.a)) + (between + tidy(ledger.name(relation.b)) if relation.b else "")


def kind(relation: Relation, abouts: Iterable[str] = ()) -> str:
    """The kind of a relation in words, with its value and what it is about."""
    words = f"{relation.value} ties" if relation.type == "ties" and relation.value else relation.type.replace("_", " ")
    about = "; ".join(dict.fromkeys(tidy(a) for a in (*abouts, relation.about or "") if a))
    return ("no longer " if relation.factuality == "denied" else "") + words + (f": {about}" if about else "")


def teller(ledger: Ledger, relation: Relation) -> str:
    """Who says so; a side of the relation only where nobody else does."""
    sides = tuple(filter(None, (relation.a, relation.b)))
    told = source(ledger, relation.chain, relation.evidence, but=sides)
    return told or source(ledger, relation.chain, relation.evidence) or NARRATOR


def _relation(ledger: Ledger, group: Sequence[Relation]) -> Row:
    relation = group[0]
    span = relation.evidence[0]
    alone = relation.b is None
    label = tidy(ledger.names(r.a for r in group)) if alone else pair(ledger, relation)
    return Row(
        label=label,
        text=f"{kind(relation, (r.about or '' for r in group))}: “{cut(tidy(span.quote), 90)}”",
        source=teller(ledger, relation),
        lines=ledger.lines(q for r in group for q in r.evidence),
        ids=tuple(r.id for r in group),
        quote=span.quote,
        codes=f"{relation.type} by {relation.made_by}",
    )


def agreements(ledger: Ledger) -> Section:
    """Documents and deals, each once, with the clauses that the text reports."""
    groups: dict[str, list[Agreement]] = {}
    for agreement in ledger.agreements:
        groups.setdefault(agreement.key or agreement.id, []).append(agreement)
    return Section("agreements", "AGREEMENTS", tuple(_agreement(ledger, g) for g in groups.values()), "who says so")


def _agreement(ledger: Ledger, group: list[Agreement]) -> Row:
    shown = max(group, key=lambda a: (len(a.parties), len(a.clauses), len(a.name)))
    dated = next((a for a in group if a.when), shown)
    parties = ledger.names(shown.parties)
    clauses = dict.fromkeys((c.start, c.quote) for a in group for c in a.clauses)
    notes = [Row(label="clause", text=cut(tidy(quote), 150), lines=(ledger.line(start),)) for start, quote in clauses]
    followed = ledger.find(shown.follows) if shown.follows else None
    if isinstance(followed, Agreement):
        notes.append(Row(label="follows", text=tidy(followed.name), lines=ledger.lines(followed.evidence), ids=(followed.id,)))
    return Row(
        label=dates.span(dated.when, ledger.article.published),
        text=f"{tidy(shown.name)} | {shown.status}" + (f" | {parties}" if parties else ""),
        source=source(ledger, shown.chain, shown.evidence) or NARRATOR,
        lines=ledger.lines(q for a in group for q in a.evidence),
        ids=tuple(a.id for a in group),
        quote=shown.evidence[0].quote,
        codes=f"{shown.status} by {shown.made_by}",
        notes=tuple(notes),
    )
