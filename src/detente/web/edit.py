"""A person's word taken into a store: judgements and corrections that cite what they speak of, and words that take them back."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from detente.archive.archive import Archive, now
from detente.corpus.cited import cite
from detente.errors import InputError
from detente.records import Actor, AnyRecord, Article, Correction, Event, Judgement, Problem, Run, Verdict
from detente.resolve import reviewing
from detente.resolve.judging import sealed
from detente.store import Store
from detente.web.api.asked import Corrected, Judged, Undone
from detente.web.api.single import Heard

_SPEAKS_OF: tuple[tuple[frozenset[Verdict], type[AnyRecord]], ...] = (
    (frozenset({"same_event", "different_event", "conflict", "no_conflict"}), Event),
    (frozenset({"copy", "not_copy"}), Article),
    (frozenset({"same_actor", "different_actor"}), Actor),
)


def judge(archive: Archive, asked: Judged, author: str) -> Heard:
    """Records judged. Raises InputError for what is not there or of another kind, and for a detail where none belongs."""
    kind = next(kind for verdicts, kind in _SPEAKS_OF if asked.verdict in verdicts)
    if len(set(asked.of)) < len(asked.of):
        raise InputError("of: the same record twice")
    if (asked.about is not None) != (asked.verdict in ("conflict", "no_conflict")):
        raise InputError("about: says on which detail events conflict, and belongs to conflicts only")
    records = [_found(archive.store, ident, kind) for ident in asked.of]
    of = tuple(map(cite, records))
    said = sealed(Judgement(id="", verdict=asked.verdict, of=of, reason=asked.reason, author=author, about=asked.about, when=now()))
    return Heard(said.id, archive.judge(said) > 0)


def correct(archive: Archive, asked: Corrected, author: str) -> Heard:
    """A record corrected. Raises InputError for a record that is not there, a field that it lacks, a value that it cannot hold."""
    record = _found(archive.store, asked.of)
    if isinstance(record, Problem | Run | Judgement | Correction):
        raise InputError(f"a {type(record).__name__.lower()} is not corrected")
    word = reviewing.Word(by=author, because=asked.reason, when=now())
    (said,) = reviewing.correct(record, {asked.field: asked.value}, word)
    return Heard(said.id, archive.correct(said) > 0)


def undo(archive: Archive, asked: Undone, author: str) -> Heard:
    """A word taken back. Raises InputError where there is none of that id, or it is itself one that takes back."""
    word = archive.store.word(asked.id)
    if word is None or word.undoes:
        raise InputError(f"nothing that can be undone has the id {asked.id}")
    if isinstance(word, Judgement):
        judged = sealed(msgspec.structs.replace(word, id="", author=author, reason=asked.reason, when=now(), undoes=word.id))
        return Heard(judged.id, archive.judge(judged) > 0)
    said = sealed(msgspec.structs.replace(word, id="", author=author, reason=asked.reason, when=now(), undoes=word.id))
    return Heard(said.id, archive.correct(said) > 0)


def _found(store: Store, ident: str, kind: type[AnyRecord] | None = None) -> AnyRecord:
    found: Iterable[AnyRecord] = (r for r in store.found(ident) if r.id == ident and (kind is None or isinstance(r, kind)))
    record = next(iter(found), None)
    if record is None:
        raise InputError(f"no {(kind.__name__.lower() if kind else 'record')} {ident}")
    return record
