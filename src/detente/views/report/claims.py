"""If … then, and what is said beside: statements that no other part of the report shows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from detente.records import Event, Position, Quote, Statement
from detente.views.ledger import Ledger
from detente.views.report.structs import Row, Section
from detente.views.sources import NARRATOR, per, source
from detente.views.wording import cut, hung, resolved, tidy

Conditional: TypeAlias = Statement | Event | Position
"""A record that may hang on an "if"."""


def conditions(ledger: Ledger) -> Section:
    """What hangs on what, each condition once: the widest words that hold it."""
    held: list[Conditional] = []
    claims: tuple[Conditional, ...] = (*ledger.statements, *ledger.positions, *ledger.events)
    for claim in claims:
        if claim.condition and not any(h.condition == claim.condition and _near(h, claim) for h in held):
            held.append(claim)
    held.sort(key=lambda c: c.evidence[0].start)
    return Section("if", "IF … THEN (claims)", tuple(_claim(ledger, c) for c in held), "who says so")


def _near(a: Conditional, b: Conditional) -> bool:
    return abs(a.evidence[0].start - b.evidence[0].start) < 600


def _claim(ledger: Ledger, claim: Conditional) -> Row:
    condition = tidy(claim.condition or "")
    span = claim.content if isinstance(claim, Statement) else claim.evidence[0]
    words = _without(resolved(ledger, span.start, span.end), condition)
    return Row(
        label=condition,
        text=cut(words, 160),
        source=source(ledger, claim.chain, claim.evidence) or NARRATOR,
        lines=ledger.lines(claim.evidence),
        ids=(claim.id,),
        quote=span.quote,
        codes=f"by {claim.made_by}",
    )


def _hung(condition: str | None) -> tuple[Row, ...]:
    """The condition as a note."""
    if not condition:
        return ()
    word, rest = hung(condition)
    return (Row(label=word, text=rest),)


def _without(words: str, condition: str) -> str:
    """The claim without the words of its condition where they stand at an end of a sentence."""
    at = words.find(condition)
    if at < 0:
        return words
    before, after = words[:at].rstrip(" ,"), words[at + len(condition) :].lstrip(" ,.")
    return before if not after else (after if not before else f"{before} … {after}")


def said(ledger: Ledger, *, shown: frozenset[str], everything: bool = False) -> Section:
    """Statements of which nothing else tells; all of them with `everything`."""
    kept = [s for s in ledger.statements if everything or (s.id not in shown and not _told(ledger, s))]
    return Section("said", "ALL STATEMENTS" if everything else "ALSO SAID", tuple(_statement(ledger, s) for s in _once(kept)))


def _told(ledger: Ledger, statement: Statement) -> bool:
    """Whether positions, events and relations made of a statement's words tell most of it."""
    content = statement.content
    told: set[int] = set()
    for claim in (c for c in ledger.claims() if not isinstance(c, Statement)):
        span = claim.evidence[0]
        inside = content.start <= span.start < content.end
        if inside or (isinstance(claim, Position) and span.start <= content.start < span.end):
            told.update(range(max(span.start, content.start), min(span.end, content.end)))
    return 2 * len(told) >= content.end - content.start


def _once(statements: Iterable[Statement]) -> Iterable[Statement]:
    seen: set[tuple[int, int]] = set()
    for statement in sorted(statements, key=lambda s: (s.content.start, -s.content.end)):
        if (span := (statement.content.start, statement.content.end)) not in seen:
            seen.add(span)
            yield statement


def _statement(ledger: Ledger, statement: Statement) -> Row:
    content = statement.content
    joint = [s.speaker for s in ledger.statements if (s.content, s.cue) == (content, statement.cue) and s.speaker]
    words = worded(ledger, statement, known=joint, longest=200)
    return Row(
        label=tidy(ledger.names(joint)) or "not named",
        text=words if statement.said else f"did not say: {words}",
        mark="“" if words.startswith("“") and words.endswith("”") else "~",
        source=_passed_on(ledger, statement, joint),
        lines=ledger.lines((content,)),
        ids=(statement.id,),
        quote=content.quote,
        codes=f"{statement.act} ({statement.manner}) by {statement.made_by}",
        notes=_hung(statement.condition),
    )


def _passed_on(ledger: Ledger, statement: Statement, joint: list[str]) -> str:
    relay = source(ledger, statement.chain, statement.evidence, but=joint)
    act = "" if statement.act == "assert" else f"{statement.act.removesuffix('y')}{'ies' if statement.act.endswith('y') else 's'}"
    mode = {"actual": "", "future": "yet to be said", "possible": "may have been said"}[statement.mode]
    return ", ".join(filter(None, (act, mode, per(relay))))


def _between_marks(text: str, content: Quote) -> bool:
    """Whether words are printed as a quotation whole ("dismissed his remarks as “ignorant”")."""
    before, after = text[: content.start].rstrip()[-1:], text[content.end :].lstrip(" ,.")[:1]
    return bool(before and after) and before in '“"' and after in '”"'


def worded(ledger: Ledger, statement: Statement, *, known: Iterable[str] = (), longest: int = 2000) -> str:
    """What is said: printed words in quotation marks, else the program's wording with names written out."""
    content = statement.content
    if statement.manner != "direct" and not _between_marks(ledger.article.text, content):
        return cut(resolved(ledger, content.start, content.end, known=known), longest)
    words = tidy(content.quote).strip('“”"')
    kept = cut(words, longest)
    return f"“{kept}”" if kept == words or kept.endswith("…") else f"“{kept} …”"
