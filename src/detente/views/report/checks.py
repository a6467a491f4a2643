"""What to check first, and what was looked for and not found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from detente.records import Actor, Event, Position, Problem
from detente.views.ledger import Claim, Ledger, joined
from detente.views.report import wants
from detente.views.report.structs import Row, Section
from detente.views.sources import source
from detente.views.wording import cut, resolved, tidy

_MANY = 3
"""Problems of one code up to which each has its own line."""
_UNNAMED = frozenset({"hearsay", "unnamed"})


def first(ledger: Ledger) -> Section:
    """What a careful reader looks at before trusting the rest."""
    rows = [*_undated(ledger), *_headline(ledger), *_anonymous(ledger), *_problems(ledger), *_inferred(ledger)]
    return Section("check", "CHECK FIRST", tuple(rows))


def _undated(ledger: Ledger) -> Iterable[Row]:
    """No day of publication: how many expressions of time stay open."""
    if ledger.article.published is None:
        told = next((p for p in ledger.problems if p.code == "no-date"), None)
        count = f": {tidy(told.message)}" if told else ""
        text = f"NO DAY OF PUBLICATION{count}; these stay unresolved. Give it: --published YYYY-MM-DD"
        yield Row(text=text, mark="!", ids=(told.id,) if told else ())


def _headline(ledger: Ledger) -> Iterable[Row]:
    """What the headline says plainly and the text gives to somebody else."""
    plain_claims: tuple[Position | Event, ...] = (*ledger.positions, *ledger.events)
    for bold in plain_claims:
        if not ledger.in_title(bold.evidence[0].start) or bold.chain:
            continue
        told = [c for c in _body(ledger, bold) if c.chain and not _self_told(c)]
        plain = [c for c in _body(ledger, bold) if not c.chain]
        if told and not plain:
            speakers = (source(ledger, c.chain, c.evidence, but=_parties(c)).removesuffix(" (inferred)") for c in told)
            names = joined(list(dict.fromkeys(filter(None, speakers))))
            span = bold.evidence[0]
            lines = ledger.lines((span, *(q for c in told for q in c.evidence)))
            words = cut(resolved(ledger, span.start, span.end), 70)
            yield Row(text=f"the headline states as fact what the text gives to {names}: {words}", mark="!", lines=lines, ids=(bold.id,))


def _parties(claim: Claim) -> tuple[str, ...]:
    return (claim.actor,) if isinstance(claim, Position) else claim.actors if isinstance(claim, Event) else ()


def _self_told(claim: Claim) -> bool:
    return {link.holder for link in claim.chain} <= set(_parties(claim))


def _body(ledger: Ledger, bold: Position | Event) -> list[Position | Event]:
    """Records below the headline that tell the same."""
    if isinstance(bold, Position):
        alike = [p for p in ledger.positions if (p.actor, p.stance) == (bold.actor, bold.stance)]
        return [p for p in alike if not ledger.in_title(p.evidence[0].start) and _shares(ledger, bold, p)]
    root = ledger.root(bold)
    return [e for e in ledger.events if ledger.root(e) == root and not ledger.in_title(e.evidence[0].start)]


def _shares(ledger: Ledger, a: Position, b: Position) -> bool:
    return len(wants.words(ledger, a) & wants.words(ledger, b)) > 1


def _anonymous(ledger: Ledger) -> Iterable[Row]:
    """Claims that hang on a word like "reportedly", once for each place of it."""
    seen: set[tuple[str, int]] = set()
    for claim in ledger.claims():
        link = next((k for k in claim.chain if k.holder is None and k.how in _UNNAMED), None)
        if link is None or (place := (link.cue.lower(), ledger.paragraph(claim.evidence[0].start))) in seen:
            continue
        seen.add(place)
        words = cut(resolved(ledger, claim.evidence[0].start, claim.evidence[0].end), 60)
        yield Row(text=f"“{tidy(link.cue)}”, no source named: {words}", mark="!", lines=ledger.lines(claim.evidence[:1]), ids=(claim.id,))


def _problems(ledger: Ledger) -> Iterable[Row]:
    """What the stages found uncertain; many of one kind make one line."""
    groups: dict[str, list[Problem]] = defaultdict(list)
    for problem in ledger.problems:
        if problem.code != "no-date":
            groups[problem.code].append(problem)
    for code, found in groups.items():
        if len(found) <= _MANY:
            yield from (_problem(ledger, p) for p in found)
        else:
            spans = [p.span for p in found if p.span]
            words = ", ".join(dict.fromkeys(tidy(s.quote) for s in spans))
            text = f"{len(found)} times {code.replace('-', ' ')}" + (f": {cut(words, 140)}" if words else "")
            yield Row(text=text, mark="!", lines=ledger.lines(spans), ids=tuple(p.id for p in found))


def _problem(ledger: Ledger, problem: Problem) -> Row:
    words = f"“{cut(tidy(problem.span.quote), 50)}”: " if problem.span and problem.span.quote not in problem.message else ""
    lines = ledger.lines((problem.span,)) if problem.span else ()
    return Row(text=words + tidy(problem.message), mark="!", lines=lines, ids=(problem.id,), codes=f"{problem.stage} {problem.code}")


def _inferred(ledger: Ledger) -> Iterable[Row]:
    """Descriptions that the program read as somebody named elsewhere."""
    for actor in ledger.actors.values():
        for mention in actor.mentions:
            if mention.how.startswith("inferred"):
                text = f"“{tidy(mention.quote)}” read as {tidy(actor.name)} ({mention.how})"
                yield Row(text=text, mark="=", lines=(ledger.line(mention.start),), ids=(actor.id,))


def missing(ledger: Ledger) -> Section:
    """Whose words the article does not hold, of those it is about."""
    heard = {s.speaker for s in ledger.statements if s.said and s.mode == "actual"}
    speakers = [a for s in heard if s and (a := ledger.actors.get(s))]
    voices = {a.country for a in speakers if a.type != "person" or _official(a)}
    people = [a for a in ledger.actors.values() if a.type == "person" and a.id not in heard and _official(a) and _central(ledger, a)]
    states = [a for a in ledger.actors.values() if a.type == "state" and a.country not in voices and _central(ledger, a)]
    rows = []
    if people:
        rows.append(Row(text="any words of " + _or(people), ids=tuple(a.id for a in people)))
    if states:
        rows.append(Row(text="anybody who speaks for " + _or(states), ids=tuple(a.id for a in states)))
    return Section("missing", "NOT FOUND IN THIS ARTICLE", tuple(rows))


def _official(actor: Actor | None) -> bool:
    """Whether somebody holds, or is known to have held, an office."""
    return actor is not None and actor.type == "person" and (actor.country is not None or actor.knowledge is not None)


def _central(ledger: Ledger, actor: Actor) -> bool:
    """Whether an actor acts or receives in some event, and is named more than once."""
    parties = (p for e in ledger.events for p in (*e.actors, *e.recipients))
    return len(actor.mentions) > 1 and actor.id in parties


def _or(actors: list[Actor]) -> str:
    names = [tidy(a.name) for a in actors]
    return " or ".join(p for p in (", ".join(names[:-1]), names[-1]) if p)
