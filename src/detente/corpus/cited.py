"""Records cited so that they are found again when their article is read anew: by their words and their code."""

from __future__ import annotations

from detente.records import Actor, Agreement, AnyRecord, Article, Cited, Event, Position, Relation, Statement


def cite(record: AnyRecord) -> Cited:
    """How a judgement or correction speaks of a record: id, article, code and words."""
    article = record.id if isinstance(record, Article) else getattr(record, "article", None) or record.id
    words = quotes(record)
    return Cited(record.id, article, code(record), words[0] if words else None)


def code(record: AnyRecord) -> str | None:
    """What a record is besides its words: an event's code, a statement's act, an actor's type, a stance, a relation's type."""
    match record:
        case Event():
            return record.code
        case Statement():
            return record.act
        case Actor() | Relation():
            return record.type
        case Position():
            return record.stance
    return None


def quotes(record: AnyRecord) -> tuple[str, ...]:
    """All words that a citation may name a record by: what it rests on, or its name or title."""
    match record:
        case Article():
            return (record.title,) if record.title else ()
        case Actor():
            return (record.name, *record.aliases)
        case Statement():
            return tuple(dict.fromkeys((record.content.quote, *(q.quote for q in record.evidence))))
        case Agreement():
            return (record.name, *(q.quote for q in record.evidence))
        case Event() | Position() | Relation():
            return tuple(q.quote for q in record.evidence)
    return ()
