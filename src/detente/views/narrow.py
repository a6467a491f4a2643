"""One article narrowed to what one actor said, wants and did, or to what was said about one issue.

`keep` leaves out of an article's records what was not asked for; `make` shows what is left, statements first: by speaker, newest
first, each with its chain in plain words ("Kim Jong-un, as quoted by Xinhua, to Xi Jinping").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec

from detente.corpus.named import named
from detente.records import Actor, AnyRecord, Article, Event, Position, Problem, Relation, Run, Statement
from detente.views import dates, report
from detente.views.cards import Card, deal
from detente.views.ledger import Claim, Ledger, evidence
from detente.views.report import Report, Row, Section, claims
from detente.views.wording import tidy

_HOW = {
    "quoted": "as quoted by", "citing": "as cited by", "said": "as told by", "document": "in", "hearsay": "as heard by",
    "unnamed": "through",
}  # fmt: skip
_NOBODY = {"document": "in a document", "hearsay": "no source named", "unnamed": "no source named"}
_SECTIONS = (
    ("own", "positions", "WANTS"),
    ("happened", "events", "DID, PLANS OR REFUSED"),
    ("standing", "relations", "HOW THEY STAND"),
    ("agreements", "agreements", "AGREEMENTS"),
)


class Asked(msgspec.Struct, frozen=True):
    """What is asked for: an actor by name, id or mention; an issue in words. `key` makes the stems and shared keys of an issue."""

    by: str | None = None
    about: str | None = None
    key: Callable[[str], str] = str.lower


def keep(records: Iterable[AnyRecord], asked: Asked) -> tuple[AnyRecord, ...]:
    """The article, its actors and the records that were asked for; nothing else, and no claim where nobody or nothing fits."""
    ledger = Ledger(records)
    who = actors(ledger, asked.by) if asked.by else frozenset()
    issue = frozenset(asked.key(asked.about).split()) if asked.about else frozenset()

    def wanted(record: AnyRecord) -> bool:
        if isinstance(record, Article | Actor):
            return True
        if isinstance(record, Problem | Run):
            return False
        by = not asked.by or bool(who & _of(record))
        return by and (not asked.about or _about(record, issue, asked.key))

    return tuple(r for r in ledger.records if wanted(r))


def actors(ledger: Ledger, name: str) -> frozenset[str]:
    """Ids of the actors that a name or an id means; a state brings the parts of its government."""
    return frozenset(a.id for a in named(ledger.actors.values(), name))


def _of(claim: AnyRecord) -> frozenset[str | None]:
    """Whose a record is: who said, wants, did, is party; not who is only told of it."""
    if isinstance(claim, Statement):
        return frozenset({claim.speaker})
    if isinstance(claim, Position):
        return frozenset({claim.actor})
    if isinstance(claim, Event):
        return frozenset((*claim.actors, *(claim.recipients if claim.symmetric else ())))
    if isinstance(claim, Relation):
        return frozenset({claim.a, claim.b} - {None})
    return frozenset(getattr(claim, "parties", ()))


def _about(claim: AnyRecord, issue: frozenset[str], key: Callable[[str], str]) -> bool:
    """Whether all keys of the issue are in the words of a record; of a position, in its issue."""
    if isinstance(claim, Position) and issue <= set(claim.issue_key.split()):
        return True
    words = " ".join(q.quote for q in evidence(claim))
    return bool(issue) and issue <= set(key(words).split())


def make(records: Iterable[AnyRecord], kept: Iterable[AnyRecord]) -> Report:
    """The report of what `keep` left of an article's records; empty where nothing is left."""
    ledger = Ledger(records)
    ids = {r.id for r in kept}
    whole = report.make(ledger.records)
    cards = [c for c in deal(ledger) if ids.intersection(c.ids)]
    sections = (said(ledger, [s for s in ledger.statements if s.id in ids]), *(_section(cards, *names) for names in _SECTIONS))
    shown = tuple(s for s in sections if s.rows)
    counts = ", ".join(f"{len(s.rows)} in {s.title.lower()}" for s in shown)
    return msgspec.structs.replace(whole, sections=shown, counts=counts or "nothing of that in this article")


def _section(cards: Iterable[Card], key: str, layer: str, title: str) -> Section:
    rows = tuple(
        Row(
            text=c.line if layer == "positions" or c.status == "happened" else f"{c.line} ({c.status})",
            label=c.label,
            source=c.source,
            lines=c.lines,
            ids=c.ids,
            quote=next((q.quote for q in c.quotes), ""),
        )
        for c in cards
        if c.layer == layer
    )
    return Section(key, title, rows, "who says so")


def said(ledger: Ledger, statements: Sequence[Statement]) -> Section:
    """Statements by speaker, the speaker of the newest first, and of each the newest first; undated ones in the order of the text."""
    by_speaker: dict[str | None, list[Statement]] = {}
    for statement in sorted(statements, key=lambda s: (_day(s), -s.content.start), reverse=True):
        by_speaker.setdefault(statement.speaker, []).append(statement)
    rows = [_row(ledger, s, first=i == 0) for group in by_speaker.values() for i, s in enumerate(group)]
    return Section("said", "SAID", tuple(rows), "how it got here")


def _day(statement: Statement) -> str:
    when = statement.when
    return (when.end or when.start if when else None) or ""


def _row(ledger: Ledger, statement: Statement, *, first: bool) -> Row:
    words = claims.worded(ledger, statement, longest=200)
    day = f"{dates.span(statement.when, ledger.article.published)}: " if statement.when else ""
    speaker = tidy(ledger.name(statement.speaker)) if statement.speaker else "not named"
    return Row(
        label=speaker if first else "",
        text=day + (words if statement.said else f"did not say: {words}"),
        mark="“" if words.startswith("“") else "~",
        source=told(ledger, statement),
        lines=ledger.lines((statement.content,)),
        ids=(statement.id,),
        quote=statement.content.quote,
        codes=f"{statement.act} by {statement.made_by}",
    )


def told(ledger: Ledger, claim: Claim) -> str:
    """The chain in plain words, from the speaker outwards, then to whom: "Kim Jong-un, as quoted by Xinhua, to Xi Jinping"."""
    speaker = claim.speaker if isinstance(claim, Statement) else None
    links = [link for link in reversed(claim.chain) if link.holder is None or link.holder != speaker]
    steps = [tidy(ledger.name(speaker)) if speaker else "not named"] if isinstance(claim, Statement) else []
    for link in links:
        if link.holder:
            steps.append(f"{_HOW[link.how]} {tidy(ledger.name(link.holder))}")
        elif link.how in _NOBODY:
            steps.append(f"{_NOBODY[link.how]} (“{tidy(link.cue)}”)")
    if isinstance(claim, Statement) and claim.addressees:
        steps.append(f"to {tidy(ledger.names(claim.addressees))}")
    return ", ".join(dict.fromkeys(steps))
