"""Corrections applied: records as people put them right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

import msgspec

from detente.errors import InputError
from detente.records import AnyRecord, Code, Correction, Event, Factuality, Statement, When

FIELDS = {
    Event: frozenset({"actors", "recipients", "status", "code", "when", "delete"}),
    Statement: frozenset({"speaker", "when", "delete"}),
}
"""What may be corrected of an event and of a statement; any other record may only be deleted."""
_CHOICES = {"status": get_args(Factuality), "code": get_args(Code)}


def apply(records: Iterable[AnyRecord], corrections: Iterable[Correction]) -> tuple[AnyRecord, ...]:
    """The records, each as the corrections that stand leave it; the later word wins. What is counted of an event follows."""
    said = tuple(corrections)
    undone = {c.undoes for c in said if c.undoes}
    by_record: dict[str, list[Correction]] = {}
    for correction in sorted(said, key=lambda c: c.when or ""):
        if not correction.undoes and correction.id not in undone:
            by_record.setdefault(correction.of.id, []).append(correction)
    kept = (_amended(record, by_record.get(record.id, ())) for record in records)
    return tuple(record for record in kept if record is not None)


def _amended(given: AnyRecord, corrections: Iterable[Correction]) -> AnyRecord | None:
    record = given
    for correction in corrections:
        if correction.field == "delete":
            return None
        record = amend(record, correction)
    return _settled(given, record) if isinstance(given, Event) and isinstance(record, Event) else record


def _settled(given: Event, event: Event) -> Event:
    """The counted type, score and quad as they follow from a corrected code or status; a new code has no mode and no CAMEO code."""
    if (given.code, given.factuality) == (event.code, event.factuality):
        return event
    from detente.lexicon import Shelf, ontology  # noqa: PLC0415  whoever only asks, corrects nothing, shall not wait for it

    if given.code != event.code:
        event = msgspec.structs.replace(event, mode=None, cameo=None)
    return ontology.load(Shelf()).settled(event)


def amend(record: AnyRecord, correction: Correction) -> AnyRecord:
    """One record with one field put right. Raises InputError for a field that this kind of record lacks, or a value that it cannot hold."""
    if correction.field not in FIELDS.get(type(record), frozenset()):
        raise InputError(f"{type(record).__name__.lower()} {record.id} has no {correction.field} to correct")
    name, value = _change(correction)
    changed = msgspec.structs.replace(record, **{name: value})
    try:
        return msgspec.convert(msgspec.to_builtins(changed), type(record))
    except msgspec.ValidationError as error:
        choices = f"; it is one of {', '.join(_CHOICES[correction.field])}" if correction.field in _CHOICES else ""
        raise InputError(f"{correction.value!r} is no {correction.field}{choices}") from error


def _change(correction: Correction) -> tuple[str, object]:
    value = correction.value
    if correction.field in ("actors", "recipients"):
        return correction.field, tuple((value or "").split())
    if correction.field == "status":
        return "factuality", value
    if correction.field == "when":
        start, _, end = (value or "").partition("/")
        return "when", When(start or None, end or start or None, "day", "stated", "") if value else None
    return correction.field, value
