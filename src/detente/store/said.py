"""What people and the resolver said of records: kept as said, and bound to the records that stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

import msgspec

from detente import codec
from detente.corpus.cited import code, quotes
from detente.records import RESOLVER, AnyRecord, Article, Cited, Correction, Judgement
from detente.store.db import Db, Value, listed

Word = TypeVar("Word", Judgement, Correction)

BY_PEOPLE = f"author != '{RESOLVER}'"
COPIES = ("copy", "not_copy")
WHOLE = "NOT EXISTS (SELECT 1 FROM cites AS open WHERE open.said = said.row AND open.bound = 0)"


class Joined(NamedTuple):
    """Actors and events of which it was said that they are one with others, or are not."""

    actors: frozenset[str]
    events: frozenset[str]


def put(db: Db, word: Judgement | Correction, *, added: str) -> bool:
    """Keep a word; whether it is new. What it cites is bound to the records that are there. What a person undid is not judged again."""
    if db.one("SELECT 1 FROM said WHERE id = ?", word.id) or _undone(db, word):
        return False
    kind, verb = ("judgement", word.verdict) if isinstance(word, Judgement) else ("correction", word.field)
    row = db.do(
        "INSERT INTO said (id, kind, verb, author, undoes, added, data) VALUES (?, ?, ?, ?, ?, ?, ?)",
        word.id, kind, verb, word.author, word.undoes, added, codec.encode(word).decode(),
    )  # fmt: skip
    for place, cited in enumerate(_cited(word)):
        source = db.one("SELECT source FROM article WHERE id = ?", cited.article)
        bound = _is_there(db, cited.article, cited.id)
        db.do(
            "INSERT INTO cites VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            row, place, source or cited.article, cited.code, cited.quote, cited.id, cited.article, int(bound),
        )  # fmt: skip
    return True


def _undone(db: Db, word: Judgement | Correction) -> bool:
    """Whether it is the program's, and a person undid the same that was made when an article was read before."""
    if not isinstance(word, Judgement) or word.author != RESOLVER:
        return False
    rows = db.all(
        "SELECT row, data FROM said WHERE row IN (SELECT said FROM cites WHERE id = ?1) AND verb = ?2 AND author != ?3 "
        "AND undoes IS NOT NULL AND undoes NOT IN (SELECT id FROM said WHERE author != ?3) "
        "AND id NOT IN (SELECT undoes FROM said WHERE undoes IS NOT NULL)",
        word.of[0].id, word.verdict, RESOLVER,
    )  # fmt: skip
    of = {cited.id for cited in word.of}
    return any(said.about == word.about and {cited.id for cited in said.of} == of for said in bound(db, Judgement, rows))


def _cited(word: Judgement | Correction) -> tuple[Cited, ...]:
    return word.of if isinstance(word, Judgement) else (word.of,)


def _is_there(db: Db, article: str, ident: str) -> bool:
    if ident == article:
        return bool(db.one("SELECT 1 FROM article WHERE id = ?", ident))
    return bool(
        db.one("SELECT 1 FROM record JOIN article ON article.row = record.article WHERE record.id = ? AND article.id = ?", ident, article)
    )


def unbind(db: Db, article: str) -> Joined:
    """An article goes away: what people said of it waits, what the resolver said is forgotten. Who and what may be another now."""
    joined = _joined(db, db.column("SELECT DISTINCT said FROM cites WHERE article = ?", article))
    db.do("DELETE FROM said WHERE author = ? AND row IN (SELECT said FROM cites WHERE article = ?)", RESOLVER, article)
    db.do("UPDATE cites SET bound = 0 WHERE article = ?", article)
    return joined


def rebind(db: Db, source: str, records: Sequence[AnyRecord]) -> Joined:
    """An article came in: bind to it what was said of it before, by id, else by words and code. Who and what may be another now."""
    waiting = db.all(
        "SELECT said, place, id, article, code, quote FROM cites WHERE bound = 0 AND (source = ? OR article = ?)", source, records[0].id
    )
    for row, place, ident, article, kind, quote in waiting:
        found = _again(records, Cited(str(ident), str(article), kind, quote))  # type: ignore[arg-type]
        if found is not None:
            db.do(
                "UPDATE cites SET id = ?, article = ?, source = ?, bound = 1 WHERE said = ? AND place = ?",
                found.id, records[0].id, source, row, place,
            )  # fmt: skip
    return _joined(db, (row for row, *_ in waiting))


def _joined(db: Db, words: Iterable[Value]) -> Joined:
    rows = db.all(
        "SELECT verb LIKE '%_actor', cites.id FROM said JOIN cites ON cites.said = said.row "
        "WHERE said.row IN (SELECT value FROM json_each(?)) AND (verb LIKE '%_actor' OR verb LIKE '%_event')",
        msgspec.json.encode(list(words)).decode(),
    )
    return Joined(frozenset(str(i) for actor, i in rows if actor), frozenset(str(i) for actor, i in rows if not actor))


def _again(records: Sequence[AnyRecord], cited: Cited) -> AnyRecord | None:
    if cited.id == cited.article:
        return records[0]
    by_id = next((r for r in records if r.id == cited.id and not isinstance(r, Article)), None)
    if by_id or not cited.quote:
        return by_id
    return next((r for r in records[1:] if code(r) == cited.code and cited.quote in quotes(r)), None)


def judgements(db: Db, records: Iterable[str], verdicts: Sequence[str] = ("same_event", "different_event")) -> list[Judgement]:
    """Judgements that cite one of these records, with the ids that these have now, in the order in which they were said.

    Those that were undone are among them, and what undid them: which stand, `Judged` knows.
    """
    return _read(db, Judgement, records, verdicts)


def copies(db: Db, articles: Iterable[str]) -> list[Judgement]:
    """Judgements on whether these articles copy, and whether those do that they copy, through any number of others.

    Of a report that a thousand papers print, a thousand say that they have it from there: asked for is what cites the copy first.
    """
    found: dict[str, Judgement] = {}
    known, new = set[str](), set(articles)
    while new:
        known |= new
        words = _read(db, Judgement, new, COPIES, first="AND place = 0")
        found |= {word.id: word for word in words}
        new = {cited.id for word in words for cited in word.of[1:]} - known
    return list(found.values())


def corrections(db: Db, records: Iterable[str]) -> list[Correction]:
    """Corrections of these records, in the order in which they were said; undone ones are among them, and what undid them."""
    return _read(db, Correction, records)


def _read(db: Db, kind: type[Word], records: Iterable[str], verbs: Sequence[str] = (), *, first: str = "") -> list[Word]:
    rows = db.all(
        f"WITH asked AS (SELECT said FROM cites WHERE id IN (SELECT value FROM json_each(?1)) {first}) "
        "SELECT row, data FROM said WHERE row IN (SELECT said FROM asked "
        "UNION SELECT undo.row FROM asked JOIN said ON said.row = asked.said JOIN said AS undo ON undo.undoes = said.id) "
        f"AND {WHOLE} AND kind = ?2 AND (?3 = '[]' OR verb IN (SELECT value FROM json_each(?3))) ORDER BY row",
        listed(records), kind.__name__.lower(), listed(verbs),
    )  # fmt: skip
    return bound(db, kind, rows)


def everything(db: Db) -> list[Judgement | Correction]:
    """All that was said and is bound, undone or not."""
    rows = "SELECT row, data FROM said WHERE kind = ? AND " + WHOLE + " ORDER BY row"
    return [*bound(db, Judgement, db.all(rows, "judgement")), *bound(db, Correction, db.all(rows, "correction"))]


def bound(db: Db, kind: type[Word], rows: Iterable[tuple[Value, ...]]) -> list[Word]:
    """Words as said, citing records by the ids that these have now."""
    words = {int(row): msgspec.json.decode(data, type=kind) for row, data in rows}  # type: ignore[arg-type]
    of: dict[int, list[Cited]] = {}
    for row, *cited in db.all(
        "SELECT said, id, article, code, quote FROM cites WHERE said IN (SELECT value FROM json_each(?)) ORDER BY said, place",
        listed(words),
    ):
        of.setdefault(int(row), []).append(Cited(*cited))  # type: ignore[arg-type]
    return [_with(word, of.get(row, ())) for row, word in words.items()]


def _with(word: Word, of: Sequence[Cited]) -> Word:
    if isinstance(word, Judgement):
        return msgspec.structs.replace(word, of=tuple(of))
    return msgspec.structs.replace(word, of=of[0])


def unbound(db: Db) -> list[Judgement | Correction]:
    """What was said of records that are no longer found."""
    rows = db.all(f"SELECT kind, data FROM said WHERE undoes IS NULL AND NOT {WHOLE} ORDER BY row")
    kinds = {"judgement": Judgement, "correction": Correction}
    return [msgspec.json.decode(str(data), type=kinds[str(kind)]) for kind, data in rows]
