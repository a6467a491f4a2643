"""Every record as a card: its plain line, status, who says so, day, place, rule and why, and the words it rests on.

A page prints cards beside the article, `explain` prints one with more about its rule. Retellings are one card.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

import msgspec

from detente.records import Actor, Agreement, Event, Position, Problem, Quote, Relation, Role, Statement, When, Where
from detente.views import dates
from detente.views.ledger import Claim, Ledger, evidence
from detente.views.report import claims, happenings, standing, wants
from detente.views.sources import NARRATOR, inferred, source
from detente.views.wording import phrase, resolved, stance, tidy

Layer: TypeAlias = Literal["events", "statements", "positions", "relations", "agreements", "actors", "problems"]
LAYERS: tuple[Layer, ...] = ("events", "statements", "positions", "relations", "agreements", "actors", "problems")
_CERTAIN = {"certain": "stated plainly", "probable": "by the word of a source", "possible": "only possible", "unknown": "open"}
_BASIS = {
    "stated": "said by the text",
    "relative": "counted from the day of publication",
    "inherited": "not said in this sentence, taken from near it (inferred)",
}


class Fact(msgspec.Struct, frozen=True):
    """One thing known of a record: what, and in words."""

    term: str
    text: str


class Card(msgspec.Struct, frozen=True):
    """A record, or all tellings of one event, as people read it.

    `status` is how it stands (happened, planned, possible, denied; for, against, conditional; …); `quotes` are all words it rests on.
    """

    id: str
    layer: Layer
    line: str
    status: str
    source: str
    label: str
    lines: tuple[int, ...]
    quotes: tuple[Quote, ...]
    facts: tuple[Fact, ...]
    ids: tuple[str, ...]


def deal(ledger: Ledger) -> tuple[Card, ...]:
    """All cards of an article, layer by layer, each in the order of its first words."""
    cards: list[Card] = []
    for cluster in ledger.clusters():
        cards.append(of_event(ledger, cluster))
    cards += [of_statement(ledger, s) for s in ledger.statements]
    cards += [of_position(ledger, p) for p in ledger.positions]
    cards += [of_relation(ledger, r) for r in ledger.relations]
    cards += [of_agreement(ledger, a) for a in ledger.agreements]
    cards += [of_actor(ledger, a) for a in ledger.actors.values()]
    cards += [of_problem(ledger, p) for p in ledger.problems]
    return tuple(sorted(cards, key=lambda c: (LAYERS.index(c.layer), c.quotes[0].start if c.quotes else 0)))


def of_event(ledger: Ledger, cluster: Sequence[Event]) -> Card:
    """An event with all its tellings; the fullest gives the line."""
    shown = happenings.best(ledger, cluster)
    first = cluster[0]
    dated = next((e for e in (shown, *cluster) if e.when and e.when.basis != "inherited"), shown)
    placed = next((e for e in (shown, *cluster) if e.where), shown)
    return Card(
        id=first.id,
        layer="events",
        line=phrase(ledger, shown),
        status={"actual": "happened"}.get(first.factuality, first.factuality),
        source=source(ledger, shown.chain, shown.evidence) or NARRATOR,
        label=dates.span(dated.when, ledger.article.published) if dated.when else "",
        lines=ledger.lines(q for e in cluster for q in e.evidence[:1]),
        quotes=tuple(sorted({q for e in cluster for q in e.evidence}, key=lambda q: (q.start, q.end))),
        facts=tuple(_event_facts(ledger, shown, dated.when, placed.where)),
        ids=tuple(e.id for e in cluster),
    )


def _event_facts(ledger: Ledger, event: Event, when: When | None, where: Where | None) -> Iterator[Fact]:
    yield Fact("who", _parties(ledger, event))
    yield from _told(ledger, event)
    yield Fact("certainty", _CERTAIN[event.certainty])
    if event.condition:
        yield Fact("if", tidy(event.condition))
    if when:
        yield Fact("date", dated(ledger, when))
    if where:
        yield Fact("place", placed(where))
    for figure in event.figures:
        yield Fact("figure", tidy(figure.quote))
    yield Fact("code", happenings.codes(event).split(" by ")[0] + (f", counted as {event.plover}" if event.plover != event.code else ""))
    yield Fact("rule", event.made_by)


def _parties(ledger: Ledger, event: Event) -> str:
    actors, recipients = ledger.names(event.actors) or "not said", ledger.names(event.recipients)
    return tidy(actors + (f"{' with ' if event.symmetric else ' → '}{recipients}" if recipients else ""))


def dated(ledger: Ledger, when: When) -> str:
    """A day or interval with where it comes from."""
    words = dates.span(msgspec.structs.replace(when, basis="stated"))
    basis = _BASIS[when.basis]
    if when.basis == "relative" and ledger.article.published:
        basis += f", {dates.full(ledger.article.published)}"
    return f"{words} (“{tidy(when.quote)}”: {basis})" if when.quote else f"{words} ({basis})"


def placed(where: Where) -> str:
    """A place with what kind it is, and its printed spelling where that differs."""
    read = f"“{tidy(where.quote)}” read as " if where.quote != where.name else ""
    point = f"; {abs(where.lat):.2f}° {'NS'[where.lat < 0]}, {abs(where.lon):.2f}° {'EW'[where.lon < 0]}" if where.lat and where.lon else ""
    country = f", {where.country}" if where.country and where.precision != "country" else ""
    return f"{read}{tidy(where.name)}{country} ({where.precision}{point})"


def _told(ledger: Ledger, claim: Claim) -> Iterator[Fact]:
    """Who says so; nobody but the article where the chain is empty."""
    told = source(ledger, claim.chain, evidence(claim)) or NARRATOR
    cues = ", ".join(dict.fromkeys(f"“{tidy(link.cue)}”" for link in claim.chain))
    yield Fact("says so", f"{told} ({cues})" if cues else told)


def of_statement(ledger: Ledger, statement: Statement) -> Card:
    """A statement: printed words in quotation marks, all else reworded with names written out."""
    speaker = ledger.name(statement.speaker) if statement.speaker else "not named"
    facts = [Fact("speaker", tidy(speaker)), *_told(ledger, statement), Fact("words", statement.manner), Fact("act", statement.act)]
    if statement.speaker and inferred(ledger, statement.speaker, statement.evidence):
        facts.append(Fact("inferred", "the name stands elsewhere in the article"))
    if statement.addressees:
        facts.append(Fact("to", tidy(ledger.names(statement.addressees))))
    if statement.condition:
        facts.append(Fact("if", tidy(statement.condition)))
    mode = {"actual": "said", "future": "to be said", "possible": "perhaps said"}[statement.mode]
    face = _Face(claims.worded(ledger, statement), mode if statement.said else "not said", tidy(speaker))
    return _card(ledger, statement, face, (*facts, Fact("rule", statement.made_by)))


def of_position(ledger: Ledger, position: Position) -> Card:
    """What an actor wants, and whether it says so itself."""
    own = wants.is_own(ledger, position)
    facts = [Fact("issue", tidy(position.issue)), *_told(ledger, position)]
    facts.append(Fact("own", "in the actor's own words or act" if own else "said of the actor by another"))
    facts.append(Fact("certainty", _CERTAIN[position.certainty]))
    if position.condition:
        facts.append(Fact("if", tidy(position.condition)))
    facts.append(Fact("rule", position.made_by))
    face = _Face(stance(ledger, position), position.stance, tidy(ledger.name(position.actor)))
    return _card(ledger, position, face, tuple(facts))


def of_relation(ledger: Ledger, relation: Relation) -> Card:
    """What stands between two actors."""
    facts = (Fact("kind", standing.kind(relation)), *_told(ledger, relation))
    if relation.when:
        facts += (Fact("date", dated(ledger, relation.when)),)
    words = resolved(ledger, relation.evidence[0].start, relation.evidence[0].end)
    status = "no longer" if relation.factuality == "denied" else relation.value or relation.type.replace("_", " ")
    face = _Face(words, status, standing.pair(ledger, relation))
    return _card(ledger, relation, face, (*facts, Fact("rule", relation.made_by)))


def of_agreement(ledger: Ledger, agreement: Agreement) -> Card:
    """A document or deal with its clauses."""
    facts = [Fact("parties", tidy(ledger.names(agreement.parties)) or "not said"), *_told(ledger, agreement)]
    if agreement.when:
        facts.append(Fact("date", dated(ledger, agreement.when)))
    facts += [Fact("clause", tidy(c.quote)) for c in agreement.clauses]
    facts.append(Fact("rule", agreement.made_by))
    label = dates.span(agreement.when, ledger.article.published) if agreement.when else ""
    return _card(ledger, agreement, _Face(tidy(agreement.name), agreement.status, label), tuple(facts))


class _Face(NamedTuple):
    """What a folded card shows: its line, how it stands, and whose or of when it is."""

    line: str
    status: str
    label: str


def _card(ledger: Ledger, record: Claim, face: _Face, facts: tuple[Fact, ...]) -> Card:
    layer: Layer = next(n for n, kind in _KINDS if isinstance(record, kind))
    return Card(
        id=record.id,
        layer=layer,
        line=face.line,
        status=face.status,
        source=source(ledger, record.chain, evidence(record)) or NARRATOR,
        label=face.label,
        lines=ledger.lines(evidence(record)),
        quotes=evidence(record),
        facts=facts,
        ids=(record.id,),
    )


_KINDS: tuple[tuple[Layer, type[Claim]], ...] = (
    ("statements", Statement),
    ("positions", Position),
    ("relations", Relation),
    ("agreements", Agreement),
)


def of_actor(ledger: Ledger, actor: Actor) -> Card:
    """Somebody or something that acts, with how each of its mentions was resolved."""
    facts = [Fact("country", actor.country)] if actor.country else []
    facts += [Fact("role", _role(ledger, r)) for r in actor.roles]
    if actor.aliases:
        facts.append(Fact("also", ", ".join(map(tidy, actor.aliases))))
    facts.append(Fact("why", tidy(actor.why)))
    facts += [Fact("mentions", f"{', '.join(words)}: {how}") for how, words in hows(actor)]
    return Card(
        id=actor.id,
        layer="actors",
        line=tidy(actor.name),
        status=actor.type.replace("_", " "),
        source="",
        label="",
        lines=ledger.lines(evidence(actor)),
        quotes=evidence(actor),
        facts=tuple(facts),
        ids=(actor.id,),
    )


def _role(ledger: Ledger, role: Role) -> str:
    years = f", {role.since or '?'} to {role.until or 'now, as far as known'}" if role.since or role.until else ""
    of = f" ({tidy(ledger.name(role.of) if ':' in role.of else role.of)})" if role.of else ""
    return f"{tidy(role.title)}{of}{years}, {'said by the text' if role.basis == 'text' else 'known beside the text'}"


def hows(actor: Actor) -> Iterable[tuple[str, Sequence[str]]]:
    """The mentions of an actor by what decided them: each wording once, with how often."""
    found: dict[str, dict[str, int]] = {}
    for mention in actor.mentions:
        words = found.setdefault(tidy(mention.how) or "by its words", {})
        words[tidy(mention.quote)] = words.get(tidy(mention.quote), 0) + 1
    return [(how, [f"“{w}”" + (f" ×{n}" if n > 1 else "") for w, n in words.items()]) for how, words in found.items()]


def of_problem(ledger: Ledger, problem: Problem) -> Card:
    """What the text made uncertain."""
    return Card(
        id=problem.id,
        layer="problems",
        line=tidy(problem.message),
        status="check",
        source="",
        label="",
        lines=ledger.lines(evidence(problem)),
        quotes=evidence(problem),
        facts=(Fact("stage", problem.stage), Fact("code", problem.code)),
        ids=(problem.id,),
    )
