"""A large store for measuring: articles read once are told again with other ids, days, outlets, actors and words.

Everything is drawn from one seed, so that two machines measure the same store.
"""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

import msgspec

from detente import reader
from detente.ingest import articles
from detente.records import Actor, AnyRecord, Article, Cited, Event, Judgement
from eval import gold

ROOT = gold.HERE.parent
GAZETTEER = ROOT / "src" / "detente" / "data" / "gazetteer"
FIRST = date(1995, 1, 1)
DAYS = 10_000
OUTLETS = 300
RETOLD = 8
"""One article in so many tells what the one before tells."""

_DAY = re.compile(r'"(?:start|end|published)":"(\d{4}-\d\d-\d\d)')


def base() -> list[list[AnyRecord]]:
    """The examples and our annotated articles, read."""
    pipeline = reader.load()
    found = [a for a in articles([str(ROOT / "examples")], published="2018-05-09") if isinstance(a, Article)]
    for marked in gold.load():
        found.append(Article(id=marked.id, title=marked.id, published=marked.published, text=marked.text, digest=marked.id))
    return [list(pipeline.read(article).all()) for article in found]


class Maker:
    """Gives any number of readings made of a few."""

    def __init__(self, readings: Sequence[Sequence[AnyRecord]]) -> None:
        self._lines = [[msgspec.json.encode(r).decode() for r in records] for records in readings]
        self._articles = [_article(records) for records in readings]
        self._known = [sorted({r.id for r in records if isinstance(r, Actor) and "#" not in r.id}) for records in readings]
        words = " ".join(a.text for a in self._articles).split()
        self._words = sorted({w.strip(".,“”’()").lower() for w in words if w.isalpha()})
        self._pools = {kind: (ids, list(accumulate(1 / n for n in range(1, len(ids) + 1)))) for kind, ids in _pools().items()}
        self._outlets = list(accumulate(1 / n for n in range(1, OUTLETS + 1)))

    def make(self, number: int) -> list[AnyRecord]:
        """The reading of one number, always the same."""
        rng = random.Random(number)
        which = rng.randrange(len(self._lines))
        shift = _days(self._articles[which].published, rng.randrange(DAYS))
        old = self._articles[which].id
        new = f"{number:06x}{rng.getrandbits(40):010x}"
        others = {ident: self._other(ident, rng) for ident in self._known[which]}
        lines = [_line(line, old, new, others, shift) for line in self._lines[which]]
        ids = {r.id: f"{rng.getrandbits(64):016x}" for r in lines if not isinstance(r, Article | Actor)}
        return [self._told(r, ids, rng) for r in lines]

    def _told(self, record: AnyRecord, ids: dict[str, str], rng: random.Random) -> AnyRecord:
        if isinstance(record, Article):
            more = " ".join(rng.choices(self._words, k=60))
            outlet = f"Outlet {rng.choices(range(OUTLETS), cum_weights=self._outlets)[0] + 1}"
            text = f"{record.text}\n\n{more.capitalize()}."
            return msgspec.structs.replace(record, outlet=outlet, text=text, digest=record.id, url=f"https://news.example/{record.id}")
        if isinstance(record, Actor):
            return record
        changed = msgspec.structs.replace(record, id=ids[record.id])
        if isinstance(changed, Event) and changed.same_as:
            return msgspec.structs.replace(changed, same_as=ids[changed.same_as])
        return changed

    def _other(self, ident: str, rng: random.Random) -> str:
        """Somebody else of the same kind; the first of each kind are met most."""
        kind = ident.partition(":")[0]
        if kind not in self._pools:
            return ident
        ids, weights = self._pools[kind]
        return rng.choices(ids, cum_weights=weights)[0]


def retold(before: Sequence[AnyRecord], after: Sequence[AnyRecord]) -> Judgement:
    """The first events of two articles as one."""
    of = tuple(Cited(e.id, e.article, e.code, e.evidence[0].quote) for e in (_event(before), _event(after)))
    return Judgement(id=f"j{after[0].id}", verdict="same_event", of=of, reason="made for measuring")


def readings(maker: Maker, count: int, *, batch: int) -> Iterator[list[list[AnyRecord]]]:
    """Readings in batches."""
    for first in range(0, count, batch):
        yield [maker.make(number) for number in range(first, min(first + batch, count))]


def _event(records: Sequence[AnyRecord]) -> Event:
    return next(r for r in records if isinstance(r, Event))


def _article(records: Sequence[AnyRecord]) -> Article:
    assert isinstance(records[0], Article)
    return records[0]


def _line(line: str, old: str, new: str, others: dict[str, str], shift: int) -> AnyRecord:
    line = line.replace(old, new)
    for known, other in others.items():
        line = line.replace(f'"{known}"', f'"{other}"')
    line = _DAY.sub(lambda m: m[0][:-10] + (date.fromisoformat(m[1]) + timedelta(days=shift)).isoformat(), line)
    record: AnyRecord = msgspec.json.decode(line, type=AnyRecord)
    if isinstance(record, Actor) and record.id in others.values():
        country = record.id[-3:].upper() if record.type == "state" else record.country
        return msgspec.structs.replace(record, name=_named(record.id), country=country)
    return record


def _named(ident: str) -> str:
    return ident.partition(":")[2].replace("-", " ").title()


def _pools() -> dict[str, list[str]]:
    states = _ids(GAZETTEER / "territories.tsv")
    people = [ident for path in sorted((GAZETTEER / "people").glob("*.tsv")) for ident in _ids(path) if ident.startswith("person:")]
    return {"state": [s for s in states if s.startswith("state:")], "person": people}


def _ids(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as stream:
        ids = [row["id"] for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)]
    random.Random(1).shuffle(ids)
    return ids


def _days(published: str | None, day: int) -> int:
    """Days from its own publication to another."""
    return (FIRST + timedelta(days=day) - date.fromisoformat((published or "2018-05-09")[:10])).days
