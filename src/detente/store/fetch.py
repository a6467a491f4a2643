"""Records out of the store: corpora closed under what was judged, so that what is counted of a part is right in the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from detente.corpus import Corpus, Filter, Known
from detente.corpus.source import Around
from detente.records import Actor, AnyRecord, Article, Correction, Event, Judgement, Run, Statement
from detente.store import asked as asks
from detente.store import clusters, identities, near, pack, said
from detente.store.db import Db, listed
from detente.store.protocol import Near, Neighbours


def rows(db: Db, asked: Filter) -> list[int]:
    """Rows of `told` that fit, in the order of their own time."""
    where, values = asks.read(db, asked).whole()
    return list(map(int, db.column(f"SELECT told.row FROM told WHERE {where} ORDER BY day, last, id", *values)))


def of_told(db: Db, told: Sequence[int], around: Around = "told") -> Corpus:
    """The real-world events of these rows with all tellings, their articles and parties, what was said of them, and what is needed around
    them; what else their articles tell is there without its tellings elsewhere."""
    found = db.all(
        "SELECT event.article, event.row, data FROM event JOIN record ON record.row = event.row "
        "WHERE told IN (SELECT value FROM json_each(?)) ORDER BY event.row",
        listed(told),
    )
    events = {int(row): db.packer.unpack(data) for _, row, data in found}  # type: ignore[arg-type]
    inside = {int(article) for article, *_ in found}  # type: ignore[arg-type]
    others = _records(db, _beside_told(db, inside, events, around) - events.keys())
    parties = [] if around == "articles" else _parties(db, [*events.values(), *others.values()])
    records = [*parties, *(record for _, record in sorted((events | others).items()))]
    written = articles(db, inside)
    ids_of = {kind: {r.id for r in records if isinstance(r, kind)} for kind in (Actor, Event, Statement)}
    spoken = words(db, ids_of[Event], written, ids_of[Actor])
    amended = said.corrections(db, ids_of[Actor] | ids_of[Statement])
    return Corpus([*written, *records, *spoken, *amended], known=_known(db, records))


def _beside_told(db: Db, articles: set[int], events: Mapping[int, AnyRecord], around: Around) -> set[int]:
    """Rows of the records that are needed around events of these articles."""
    if around == "told":
        return set()
    if around == "articles":
        sql = "SELECT row FROM record WHERE article IN (SELECT value FROM json_each(?)) AND kind IN ('actor', 'event', 'statement')"
        return set(map(int, db.column(sql, listed(articles))))
    statements = {e.statement for e in events.values() if isinstance(e, Event) and e.statement}
    planned = [row for row, e in events.items() if isinstance(e, Event) and e.factuality == "planned"]
    found = db.column(
        "SELECT row FROM record WHERE article IN (SELECT value FROM json_each(?)) AND kind = 'statement' "
        "AND id IN (SELECT value FROM json_each(?)) "
        "UNION SELECT other.row FROM event JOIN event AS other ON other.article = event.article "
        "WHERE event.row IN (SELECT value FROM json_each(?))",
        listed(articles), listed(statements), listed(planned),
    )  # fmt: skip
    return set(map(int, found))


def _records(db: Db, rows: Iterable[int]) -> dict[int, AnyRecord]:
    found = db.all("SELECT row, data FROM record WHERE row IN (SELECT value FROM json_each(?))", listed(rows))
    return {int(row): db.packer.unpack(data) for row, data in found}  # type: ignore[arg-type]


def _parties(db: Db, records: Iterable[AnyRecord]) -> list[AnyRecord]:
    """The actors of events, each of the article of its event."""
    events = {r.id: r for r in records if isinstance(r, Event)}
    wanted = {(e.article, a) for e in events.values() for a in (*e.actors, *e.recipients, *(c.holder for c in e.chain if c.holder))}
    for correction in said.corrections(db, events):
        if correction.field in ("actors", "recipients"):
            wanted |= {(events[correction.of.id].article, a) for a in (correction.value or "").split()}
    data = db.column(
        "SELECT data FROM json_each(?) AS asked JOIN article ON article.id = asked.value ->> 0 "
        "JOIN record ON record.article = article.row AND record.kind = 'actor' AND record.id = asked.value ->> 1 ORDER BY record.row",
        msgspec.json.encode(sorted(wanted)).decode(),
    )
    return [db.packer.unpack(d) for d in data]  # type: ignore[arg-type]


def articles(db: Db, rows: Iterable[int]) -> list[Article]:
    """Articles, and those that they copy."""
    wanted = set(rows)
    new = wanted
    while new:
        copied = db.column(
            "SELECT original.row FROM article JOIN cites ON cites.id = article.id AND cites.place = 0 JOIN said ON said.row = cites.said "
            "JOIN cites AS other ON other.said = cites.said AND other.place > 0 JOIN article AS original ON original.id = other.id "
            "WHERE said.verb = 'copy' AND article.row IN (SELECT value FROM json_each(?))",
            listed(new),
        )
        new = set(map(int, copied)) - wanted
        wanted |= new
    found = db.all("SELECT body, rest FROM article WHERE row IN (SELECT value FROM json_each(?))", listed(wanted))
    return [pack.joined(body, rest) for body, rest in found]  # type: ignore[arg-type]


def words(db: Db, events: set[str], articles: Iterable[Article], actors: set[str]) -> Iterator[Judgement | Correction]:
    """What stands of what was said of events, of articles, those that they copy among them, and of actors."""
    yield from said.judgements(db, clusters.closure(db, events))
    yield from said.judgements(db, events, ("conflict", "no_conflict"))
    yield from said.copies(db, (a.id for a in articles))
    yield from said.judgements(db, identities.closure(db, actors), identities.VERBS)
    yield from said.corrections(db, events)


def _named(db: Db, articles: Iterable[int]) -> set[str]:
    """Ids of articles."""
    return set(db.column("SELECT id FROM article WHERE row IN (SELECT value FROM json_each(?))", listed(articles)))


def corpus(db: Db, asked: Filter | None = None) -> Corpus:
    """Everything, or all records of the articles that fit, with the real-world events that any of them tells.

    Where the filter asks anything of events, an article fits that tells one which fits.
    """
    if asked is None or asked == Filter(everything=True):
        return Corpus(_everything(db), added=_added(db))
    return _closed(db, _fitting(db, asked))


def only(db: Db, articles: Iterable[str]) -> Corpus:
    """These articles with all their records, and of others what tells the same events."""
    return _closed(db, set(map(int, db.column("SELECT row FROM article WHERE id IN (SELECT value FROM json_each(?))", listed(articles)))))


def _closed(db: Db, inside: set[int]) -> Corpus:
    told = db.column(
        "SELECT DISTINCT told FROM event WHERE told IS NOT NULL AND article IN (SELECT value FROM json_each(?))",
        listed(inside),
    )
    whole = _whole(db, inside)
    records = [*runs(db), *whole, *_beside(db, set(map(int, told)), inside, whole)]
    return Corpus(records, added=_added(db, inside), known=_known(db, records))


def _fitting(db: Db, asked: Filter) -> set[int]:
    if asked.asks_events:
        told = listed(rows(db, asked))
        return set(map(int, db.column("SELECT DISTINCT article FROM event WHERE told IN (SELECT value FROM json_each(?))", told)))
    where, values = asks.article(db, asked)
    return set(map(int, db.column(f"SELECT row FROM article WHERE {' AND '.join(['1 = 1', *where])}", *values)))


def _whole(db: Db, articles: set[int]) -> list[AnyRecord]:
    data = db.column(
        "SELECT data FROM record WHERE article IN (SELECT value FROM json_each(?)) AND kind != 'event' ORDER BY row",
        listed(articles),
    )
    return [db.packer.unpack(d) for d in data]  # type: ignore[arg-type]


def _beside(db: Db, told: set[int], inside: set[int], whole: Iterable[AnyRecord]) -> Iterator[AnyRecord]:
    """The events of the articles, and of others those that tell the same; `whole` are all other records of the articles."""
    found = db.all(
        "SELECT event.article, data FROM event JOIN record ON record.row = event.row WHERE told IN (SELECT value FROM json_each(?)) "
        "ORDER BY event.row",
        listed(told),
    )
    everywhere = inside | {int(row) for row, _ in found}  # type: ignore[arg-type]
    events = [db.packer.unpack(data) for _, data in found]  # type: ignore[arg-type]
    written = articles(db, everywhere)
    yield from written
    parties = _parties(db, (event for (row, _), event in zip(found, events, strict=True) if row not in inside))
    yield from parties
    yield from events
    yield from words(db, {e.id for e in events}, written, {a.id for a in (*whole, *parties) if isinstance(a, Actor)})
    others = db.column(
        "SELECT id FROM record WHERE article IN (SELECT value FROM json_each(?)) AND kind NOT IN ('event', 'actor')",
        listed(inside),
    )
    yield from said.corrections(db, others)


def _everything(db: Db) -> Iterator[AnyRecord]:
    yield from runs(db)
    rows = db.all("SELECT row, body, rest FROM article ORDER BY row")
    for row, body, rest in rows:
        yield pack.joined(body, rest)  # type: ignore[arg-type]
        for data in db.column("SELECT data FROM record WHERE article = ? ORDER BY row", row):
            yield db.packer.unpack(data)  # type: ignore[arg-type]
    yield from said.everything(db)


def _added(db: Db, articles: set[int] | None = None) -> dict[str, str]:
    """When each article came in; of these, or of all."""
    if articles is None:
        return dict(db.all("SELECT id, added FROM article"))  # type: ignore[arg-type]
    asked = listed(articles)
    return dict(db.all("SELECT id, added FROM article WHERE row IN (SELECT value FROM json_each(?))", asked))  # type: ignore[arg-type]


def runs(db: Db) -> list[Run]:
    """The runs that read into the store."""
    return [msgspec.json.decode(data, type=Run) for data in db.column("SELECT data FROM run ORDER BY added, id")]


def neighbours(db: Db, ident: str, found_by: Near) -> Neighbours:
    """An article whole, and of those that may copy it or tell the same the events and actors; with what is one of them."""
    row = db.one("SELECT row FROM article WHERE id = ?", ident)
    own = int(row)  # type: ignore[arg-type]
    copies = near.copies(db, own, found_by.sketch)
    inside = {own, *copies, *near.telling(db, own, found_by.asked)}
    data = db.all(
        "SELECT id, data FROM record WHERE article IN (SELECT value FROM json_each(?1)) "
        "AND (article = ?2 OR kind IN ('actor', 'event')) ORDER BY row",
        listed(inside), own,
    )  # fmt: skip
    records = [db.packer.unpack(blob) for _, blob in data]  # type: ignore[arg-type]
    events = {r.id for r in records if isinstance(r, Event)}
    copied, amended = said.copies(db, _named(db, inside)), said.corrections(db, events)
    corpus = Corpus([*articles(db, inside), *records, *copied, *amended], known=_known(db, records))
    return Neighbours(corpus, frozenset(_named(db, copies)))


def _known(db: Db, records: Sequence[AnyRecord]) -> Known:
    """What is one in the whole store of events and actors among these, and of all actors that are one with them."""
    events = db.all(
        "SELECT event.id, told.id FROM event JOIN told ON told.row = event.told "
        "WHERE event.id IN (SELECT value FROM json_each(?)) AND told.id != event.id",
        listed(r.id for r in records if isinstance(r, Event)),
    )
    identities = db.all(
        "SELECT id, identity FROM who WHERE identity IN (SELECT identity FROM who WHERE id IN (SELECT value FROM json_each(?))) "
        "AND id != identity",
        listed(r.id for r in records if isinstance(r, Actor)),
    )
    return Known(dict(events), dict(identities))  # type: ignore[arg-type]
