"""A person's word on what the program judged and read: what waits for it, and the records that it is kept as."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import TypeAlias, TypeVar

import msgspec

from detente.corpus import Corpus, corrected
from detente.corpus.cited import cite
from detente.errors import InputError
from detente.records import (
    RESOLVER,
    Actor,
    Agreement,
    Amendable,
    Article,
    Correction,
    Event,
    Judgement,
    Position,
    Relation,
    Statement,
    Verdict,
)
from detente.resolve.judging import sealed
from detente.resolve.telling import day

AnyFound: TypeAlias = Article | Actor | Event | Statement | Position | Relation | Agreement
T = TypeVar("T")
OPPOSITE: Mapping[Verdict, Verdict] = {
    "same_event": "different_event", "copy": "not_copy", "same_actor": "different_actor", "conflict": "no_conflict",
    "different_event": "same_event", "not_copy": "copy", "different_actor": "same_actor", "no_conflict": "conflict",
}  # fmt: skip
_BY_ID = frozenset(("speaker", "actors", "recipients"))
FEWEST = 4  # letters of an id that may stand for all of it


class Word(msgspec.Struct, frozen=True):
    """Who says something, why, and at what time (ISO 8601)."""

    by: str
    because: str
    when: str


def waiting(corpus: Corpus) -> Iterator[Judgement]:
    """The program's judgements that stand and on which no person has spoken, in their order."""
    said = {(frozenset(c.id for c in j.of), _about(j)) for j in corpus.judged.standing if j.author != RESOLVER}
    for judgement in corpus.judged.standing:
        if judgement.author == RESOLVER and (frozenset(c.id for c in judgement.of), _about(judgement)) not in said:
            yield judgement


def _about(judgement: Judgement) -> tuple[str, str | None]:
    return (min(judgement.verdict, OPPOSITE[judgement.verdict]), judgement.about)


def standing(corpus: Corpus, ident: str) -> Judgement:
    """The judgement of an id, or of its beginning. Raises InputError where there is none, or more than one."""
    found = {j.id: j for j in corpus.judged.standing if j.id == ident or (len(ident) >= FEWEST and j.id.startswith(ident))}
    return _only([*found.values()], "judgement", ident)


def confirm(judgement: Judgement, word: Word) -> Judgement:
    """A person says the same."""
    return _said(judgement, word, verdict=judgement.verdict)


def turn(judgement: Judgement, word: Word) -> Judgement:
    """A person says the opposite: kept also when articles are judged anew."""
    return _said(judgement, word, verdict=OPPOSITE[judgement.verdict])


def spoken(corpus: Corpus, ident: str) -> Judgement | Correction:
    """What stands under an id, or its beginning: a judgement, or a person's correction. Raises InputError where that is not one word."""
    made = [word for word in corpus.given if isinstance(word, Correction)]
    undone = {word.undoes for word in made if word.undoes}
    every: tuple[Judgement | Correction, ...] = (*corpus.judged.standing, *(w for w in made if not w.undoes and w.id not in undone))
    found = {w.id: w for w in every if w.id == ident or (len(ident) >= FEWEST and w.id.startswith(ident))}
    return _only([*found.values()], "judgement or correction", ident)


def undo(said: Judgement | Correction, word: Word) -> Judgement | Correction:
    """A judgement or correction no longer stands, and nothing is said in its place."""
    back = msgspec.structs.replace(said, id="", reason=word.because, author=word.by, when=word.when, undoes=said.id)
    if isinstance(back, Judgement):
        return sealed(back)
    return sealed(back)


def _said(judgement: Judgement, word: Word, *, verdict: Verdict) -> Judgement:
    return sealed(
        msgspec.structs.replace(judgement, id="", verdict=verdict, reason=word.because, author=word.by, when=word.when, undoes=None)
    )


def same(a: AnyFound, b: AnyFound, word: Word) -> Judgement:
    """A person says that two events or two actors are one, or that the first article copies the second. Raises InputError for others."""
    return _pair(a, b, word, {Event: "same_event", Actor: "same_actor", Article: "copy"})


def apart(a: AnyFound, b: AnyFound, word: Word) -> Judgement:
    """A person holds two events, actors or articles apart. Raises InputError for others."""
    return _pair(a, b, word, {Event: "different_event", Actor: "different_actor", Article: "not_copy"})


def _pair(a: AnyFound, b: AnyFound, word: Word, verdicts: Mapping[type, Verdict]) -> Judgement:
    verdict = verdicts.get(type(a))
    if verdict is None or type(a) is not type(b) or a.id == b.id:
        raise InputError(f"{a.id} and {b.id} are not two events, two actors or two articles")
    return sealed(Judgement(id="", verdict=verdict, of=(cite(a), cite(b)), reason=word.because, author=word.by, when=word.when))


def correct(
    record: AnyFound, changes: Mapping[Amendable, str | None], word: Word, *, actors: Container[str] | None = None
) -> tuple[Correction, ...]:
    """A person's corrections of one record; `actors` are the ids that are known, where they are.

    Raises InputError for a field that it lacks or a value that the field cannot hold.
    """
    made = []
    for field, value in changes.items():
        said = Correction(id="", of=cite(record), field=field, value=value, reason=word.because, author=word.by, when=word.when)
        if field == "when" and value:
            _days(value)
        if field in _BY_ID and (strange := [part for part in (value or "").split() if not re.search(r"\w[:#]\S", part)]):
            raise InputError(f"{strange[0]!r} is no actor's id")
        if field in _BY_ID and actors is not None and (unknown := [part for part in (value or "").split() if part not in actors]):
            raise InputError(f"no actor {unknown[0]} in these articles; `detente show` prints their ids")
        if field != "delete":
            corrected.amend(record, said)
        made.append(sealed(said))
    return tuple(made)


def _days(value: str) -> None:
    """Raises InputError for what is no day and no days FROM/UNTIL, one of which may be open, in this order."""
    parts = [part for part in value.split("/", 1) if part]
    if not parts or not all(len(part) == len("2018-05-07") and day(part) for part in parts):
        raise InputError(f"{value!r} is no day, and no days FROM/UNTIL")
    if parts != sorted(parts):
        raise InputError(f"{value!r} ends before it begins")


def found(corpus: Corpus, ident: str) -> AnyFound:
    """The record of an id, or of its beginning. Raises InputError where there is none, or more than one.

    An actor known in several articles is the one of the first of them.
    """
    every: Sequence[AnyFound] = (
        *corpus.articles.values(), *corpus.events, *corpus.statements, *corpus.positions, *corpus.relations, *corpus.agreements,
        *{a.id: a for a in reversed(corpus.actors.values())}.values(),
    )  # fmt: skip
    exact = [r for r in every if r.id == ident]
    return _only(exact or [r for r in every if len(ident) >= FEWEST and r.id.startswith(ident)], "record", ident)


def _only(found: Sequence[T], what: str, ident: str) -> T:
    if len(found) != 1:
        raise InputError(f"no {what} {ident}" if not found else f"{len(found)} {what}s begin with {ident}")
    return found[0]
