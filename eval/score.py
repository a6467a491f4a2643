"""Scores the records of an article against its annotation.

A record is found where its words and the annotated words share half of the shorter, and the record does not quote far more
than was asked for; an event also needs the code, a statement half of the union. Records and annotations are paired one to
one, for the greatest total. What is optional costs nothing, found or missed. Everything is counted, so that the figures of
several articles are those of their sum.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from detente.records import Actor, Agreement, AnyRecord, Article, Event, Position, Quote, Relation, Statement
from eval.gold import Gold, GoldEvent, GoldStatement, Quoted, Span
from eval.who import Cast, fold, pairs

LONGEST = 160
"""Code points that evidence may always have, however short the annotated words are."""

Count = Counter[tuple[str, str]]
Figures = dict[str, float | None]
TALLIES = ("event_span", "event_code", "event_who", "sources", "statement", "statement_speaker", "agreement")
SHARES = ("no_invented_when", "no_invented_where", "person_names", "when", "where", "via", "position_recall", "relation_recall")


def count(gold: Gold, records: Iterable[AnyRecord]) -> Count:
    """What was found, missed and extra in the records of one article, by measure."""
    found = list(records)
    text = next((r.text for r in found if isinstance(r, Article)), gold.text)
    cast = Cast(gold.actors, [r for r in found if isinstance(r, Actor)])
    right, of = cast.full_names()
    total = Count({("person_names", "right"): right, ("person_names", "of"): of})
    total += _events(gold.events, [r for r in found if isinstance(r, Event)], text, cast)
    total += _statements(gold.statements, [r for r in found if isinstance(r, Statement)], text, cast)
    agreements = [_first(r.evidence) for r in found if isinstance(r, Agreement)]
    total += _tally("agreement", _words(gold.agreements, agreements, text), len(gold.agreements), len(agreements))
    positions = [_first(r.evidence) for r in found if isinstance(r, Position)]
    total += _share("position_recall", _words(gold.positions, positions, text), len(gold.positions))
    return total + _relations(gold, [r for r in found if isinstance(r, Relation)], text, cast)


def figures(counts: Count) -> Figures:
    """The figures of what was counted; None where there was nothing to count."""
    out: Figures = {f"{name}_f1": _f1(counts, name) for name in TALLIES}
    kinds = [name for name, outcome in counts if name.startswith("factuality.") and outcome != "extra"]
    scores = [f1 for name in sorted(set(kinds)) if (f1 := _f1(counts, name)) is not None]
    out["factuality_f1"] = sum(scores) / len(scores) if scores else None
    for name in SHARES:
        of = counts[name, "of"]
        out[name] = counts[name, "right"] / of if of else None
    return out


def close(gold: Span | None, words: Span) -> bool:
    """Whether a record's words are the annotated ones: half of the shorter shared, and not far longer."""
    if gold is None or words.end - words.start > max(3 * (gold.end - gold.start), LONGEST):
        return False
    shorter = min(gold.end - gold.start, words.end - words.start)
    return 0 < shorter <= 2 * gold.shared(words)


def _f1(counts: Count, name: str) -> float | None:
    found, extra, missed = (counts[name, outcome] for outcome in ("found", "extra", "missed"))
    return 2 * found / (2 * found + extra + missed) if found + extra + missed else None


def _tally(name: str, found: int, wanted: int, made: int) -> Count:
    """`wanted` were annotated, `made` recorded, `found` of both are one."""
    return Count({(name, "found"): found, (name, "missed"): wanted - found, (name, "extra"): made - found})


def _share(name: str, right: int, of: int) -> Count:
    return Count({(name, "right"): right, (name, "of"): of})


def _first(evidence: Sequence[Quote]) -> Span:
    return Span(evidence[0].start, evidence[0].end)


def _words(gold: Sequence[Quoted], made: Sequence[Span], text: str) -> int:
    """How many annotations have a record on their words."""
    return len(pairs([[float(close(g.span(text), words)) for words in made] for g in gold]))


def fit(gold: GoldEvent, span: Span | None, event: Event, cast: Cast) -> float:
    """How well an event fits an annotation: words, actors and code; 0 where the words are others."""
    words = _first(event.evidence)
    if span is None or not close(span, words):
        return 0.0
    who = cast.agreement(gold.actors + gold.recipients, event.actors + event.recipients)
    return 1 + who + span.likeness(words) / 2 + (gold.code == event.code) / 2 - 0.4 * gold.optional


def _events(gold: Sequence[GoldEvent], made: Sequence[Event], text: str, cast: Cast) -> Count:
    spans = [g.span(text) for g in gold]
    fits = [[fit(g, span, e, cast) for e in made] for g, span in zip(gold, spans, strict=True)]
    coded = [[w * (g.code == e.code) for w, e in zip(row, made, strict=True)] for row, g in zip(fits, gold, strict=True)]
    wanted = sum(not g.optional for g in gold)
    total = Count()
    for name, weights in (("event_span", fits), ("event_code", coded)):
        found = pairs(weights)
        firm = [(gold[i], made[j]) for i, j in found if not gold[i].optional]
        total += _tally(name, len(firm), wanted, len(made) - (len(found) - len(firm)))
        if name == "event_code":
            good = sum(_right_actors(g, e, cast) for g, e in firm)
            total += _tally("event_who", good, wanted, len(made) - (len(found) - len(firm)))
            for g, e in firm:
                total += _details(g, e, cast)
    return total


def _right_actors(gold: GoldEvent, event: Event, cast: Cast) -> bool:
    """Whether all actors are right, and on the right side where the deed has sides."""
    if gold.symmetric:
        return cast.agreement(gold.actors + gold.recipients, event.actors + event.recipients) == 1
    return cast.agreement(gold.actors, event.actors) == 1 == cast.agreement(gold.recipients, event.recipients)


def _details(gold: GoldEvent, event: Event, cast: Cast) -> Count:
    """Of an event that was found: whether it happened, who says so, when and where."""
    told = [link.holder for link in event.chain if link.holder]
    total = _tally("sources", cast.common(gold.sources, told), len(gold.sources), len(told))
    if gold.factuality == event.factuality:
        total["factuality." + gold.factuality, "found"] += 1
    else:
        total["factuality." + gold.factuality, "missed"] += 1
        total["factuality." + event.factuality, "extra"] += 1
    return total + _when(gold, event) + _where(gold, event)


def _when(gold: GoldEvent, event: Event) -> Count:
    """A retelling may leave its day to the first telling."""
    days = (event.when.start, event.when.end) if event.when else None
    if gold.when is None:
        return _share("no_invented_when", days is None or days == (None, None), 1)
    return Count() if gold.same_as and days is None else _share("when", gold.when == days, 1)


def _where(gold: GoldEvent, event: Event) -> Count:
    name = fold(event.where.name) if event.where else ""
    if gold.where is None:
        return _share("no_invented_where", not name, 1)
    wanted = fold(gold.where)
    return Count() if gold.same_as and not name else _share("where", bool(name) and (name in wanted or wanted in name), 1)


def _statements(gold: Sequence[GoldStatement], made: Sequence[Statement], text: str, cast: Cast) -> Count:
    weights = [[_alike(g, g.span(text), s, cast) for s in made] for g in gold]
    found = [(gold[i], made[j]) for i, j in pairs(weights)]
    firm = [(g, s) for g, s in found if not g.optional]
    wanted, counted = sum(not g.optional for g in gold), len(made) - (len(found) - len(firm))
    right = sum(cast.same(g.speaker, s.speaker) for g, s in firm)
    relayed = [cast.agreement(g.via, [link.holder for link in s.chain if link.holder][:-1]) == 1 for g, s in found if g.via]
    total = _tally("statement", len(firm), wanted, counted) + _tally("statement_speaker", right, wanted, counted)
    return total + _share("via", sum(relayed), len(relayed))


def _alike(gold: GoldStatement, span: Span | None, made: Statement, cast: Cast) -> float:
    both = span.likeness(Span(made.content.start, made.content.end)) if span else 0.0
    return 1 + both + cast.same(gold.speaker, made.speaker) if both >= 0.5 else 0.0


def _relations(gold: Gold, made: Sequence[Relation], text: str, cast: Cast) -> Count:
    """Recall alone: type, words and both ends."""
    fits = [
        [
            float(
                g.type == r.type
                and close(g.span(text), _first(r.evidence))
                and cast.same(g.a, r.a)
                and (g.b is None or cast.same(g.b, r.b))
            )
            for r in made
        ]
        for g in gold.relations
    ]
    return _share("relation_recall", len(pairs(fits)), len(gold.relations))
