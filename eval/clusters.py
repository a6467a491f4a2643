"""The same event across annotated articles: pairs that are joined rightly, copies found, conflicts found.

    python -m eval.clusters ../shared/gold/articles          our own records of the articles, read here
    python -m eval.clusters ../shared/gold/articles --gold   the annotated events as records: what the resolver does alone
    … --show                                                 what is joined wrongly, and what is missed

An annotated event is one of ours where the scorer pairs them (`eval/score.py`). Pairs of annotated events of which one was not read at
all count as missed (`all`), and are left out (`read`). Joined pairs in which an event has no annotation are not counted.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

import msgspec

from detente import reader
from detente.corpus import Corpus, Filter
from detente.records import Actor, AnyRecord, Article, Event, Judgement, Quote, When, Where
from detente.resolve import judge
from eval import score
from eval.gold import Gold, GoldActor, Span
from eval.reading import lines
from eval.who import Cast, fold, pairs

Pairs = frozenset[frozenset[str]]


class Cluster(msgspec.Struct, frozen=True):
    """Annotated events that are one."""

    name: str
    events: tuple[str, ...]


class Copies(msgspec.Struct, frozen=True):
    """Two articles of which one copies the other."""

    articles: tuple[str, ...]


class Conflict(msgspec.Struct, frozen=True):
    """A detail in which tellings differ."""

    detail: str
    values: dict[str, str]


class Truth(msgspec.Struct, frozen=True):
    """What is annotated across articles."""

    same_event: tuple[Cluster, ...]
    near_duplicates: tuple[Copies, ...]
    conflicts: tuple[Conflict, ...]

    def pairs(self) -> Pairs:
        """All pairs of annotated events that are one."""
        return frozenset(frozenset(p) for c in self.same_event for p in combinations(c.events, 2))


def golds(folder: Path) -> list[Gold]:
    """The annotated articles of a folder; a day that is none is left out."""
    found = []
    for path in sorted(folder.glob("*.json")):
        if path.name != "clusters.json":
            row = {
                k: v
                for k, v in msgspec.json.decode(path.read_bytes()).items()
                if k in ("id", "title", "published", "text", "actors", "events")
            }
            day = row.get("published") or ""
            row |= {"half": "own", "form": "", "region": "", "published": day if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else ""}
            found.append(msgspec.convert(row, Gold))
    return found


def read(articles: Sequence[Gold]) -> list[AnyRecord]:
    """Our own records of the articles."""
    return [r for records in lines(reader.load(), b"".join(a.line() for a in articles)) for r in records]


def annotated(gold: Gold) -> Iterator[AnyRecord]:
    """The annotation of an article as records: events with parties, days and places, and nothing that is not annotated."""
    yield Article(id=gold.id, title=gold.title, published=gold.published or None, text=gold.text, digest=gold.id)
    ids = {a.id: _known(gold, a) for a in gold.actors}
    for a in gold.actors:
        yield Actor(id=ids[a.id], article=gold.id, name=a.name, type=a.type, country=a.country)
    for e in gold.events:
        span = e.span(gold.text) or Span(0, 1)
        yield Event(
            id=f"{gold.id}#{e.id}",
            article=gold.id,
            code=e.code,
            actors=tuple(ids[a] for a in e.actors),
            recipients=tuple(ids[a] for a in e.recipients),
            symmetric=e.symmetric,
            factuality=e.factuality,
            when=When(e.when[0], e.when[1], "day", "stated", "") if e.when else None,
            where=Where(e.where, "city", e.where) if e.where else None,
            same_as=f"{gold.id}#{e.same_as}" if e.same_as else None,
            plover=e.code,
            intensity=0.0,
            quad=0,
            evidence=(Quote(*span, gold.text[slice(*span)]),),
            made_by="hand",
        )


def _known(gold: Gold, actor: GoldActor) -> str:
    """An actor's id: what a gazetteer would know has one id in all articles."""
    if actor.type == "state" and actor.country:
        return f"state:{actor.country.lower()}"
    named = actor.type in ("person", "igo") and len(fold(actor.name).split()) > 1 and actor.name[0].isupper()
    return f"{actor.type}:{'-'.join(fold(actor.name).split())}" if named else f"{gold.id}#{'-'.join(fold(actor.name).split())}"


def matched(articles: Sequence[Gold], records: Sequence[AnyRecord]) -> dict[str, str]:
    """Our events that are annotated: id to `article#e1`."""
    found: dict[str, str] = {}
    for gold in articles:
        events = [r for r in records if isinstance(r, Event) and r.article == gold.id]
        text = next(r.text for r in records if isinstance(r, Article) and r.id == gold.id)
        cast = Cast(gold.actors, [r for r in records if isinstance(r, Actor) and r.article == gold.id])
        fits = [[score.fit(g, g.span(text), e, cast) for e in events] for g in gold.events]
        found |= {events[j].id: f"{gold.id}#{gold.events[i].id}" for i, j in pairs(fits)}
    return found


def joined(corpus: Corpus, named: Mapping[str, str]) -> Pairs:
    """Pairs of annotated events that the corpus counts as one."""
    sets = ([named[e.id] for e in told.tellings if e.id in named] for told in corpus.told(Filter(everything=True)))
    return frozenset(frozenset(p) for ids in sets for p in combinations(ids, 2))


def across(pair: Iterable[str]) -> bool:
    """Whether two events are of two articles; what is one within an article is scored elsewhere."""
    return len({ident.partition("#")[0] for ident in pair}) == 2


def f1(found: Pairs, wanted: Pairs) -> tuple[float, float, float]:
    """Precision, recall, F1."""
    right = len(found & wanted)
    p, r = right / len(found) if found else 1.0, right / len(wanted) if wanted else 1.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


class Measured(msgspec.Struct, frozen=True):
    """What is joined, written as one, and of this read at all; the judgements, and our events by their annotation."""

    found: Pairs
    wanted: Pairs
    there: Pairs
    truth: Truth
    corpus: Corpus
    judgements: tuple[Judgement, ...]
    named: Mapping[str, str]

    def copies(self) -> float:
        """The part of the copies that is found."""
        return sum(_copied(self.judgements, c) for c in self.truth.near_duplicates) / len(self.truth.near_duplicates)

    def conflicts(self) -> float:
        """The part of the conflicts that is found."""
        return sum(_disputed(self.judgements, c, self.named) for c in self.truth.conflicts) / len(self.truth.conflicts)


def measure(folder: Path, *, gold: bool = False) -> Measured:
    """Judge the articles of a folder: with our own records of them, or with the annotated events as records."""
    truth = msgspec.json.decode((folder / "clusters.json").read_bytes(), type=Truth)
    articles = golds(folder)
    records = [r for a in articles for r in annotated(a)] if gold else read(articles)
    judgements = judge(Corpus(records))
    corpus = Corpus([*records, *judgements])
    named = {e.id: e.id for e in corpus.events} if gold else matched(articles, records)
    wanted = truth.pairs()
    found = frozenset(p for p in joined(corpus, named) if across(p) or p in wanted)
    there = frozenset(p for p in wanted if p <= set(named.values()))
    return Measured(found, wanted, there, truth, corpus, judgements, named)


def main() -> None:
    """Print the figures."""
    made = measure(Path(sys.argv[1]), gold="--gold" in sys.argv)
    for name, wanted in (("all", made.wanted), ("read", made.there)):
        p, r, f = f1(made.found, wanted)
        print(f"{name + ':':5} P {p:.3f}  R {r:.3f}  F1 {f:.3f}  ({len(wanted)} pairs)")
    print(f"false merges among the Wikinews articles: {merges(made.corpus)}")
    for copies in made.truth.near_duplicates:
        print(f"copy {' '.join(copies.articles)}: {'found' if _copied(made.judgements, copies) else 'missed'}")
    for conflict in made.truth.conflicts:
        print(f"conflict {conflict.detail}: {'found' if _disputed(made.judgements, conflict, made.named) else 'missed'}")
    print(f"judgements: {dict(Counter(j.verdict for j in made.judgements))}")
    if "--show" in sys.argv:
        _show(made.corpus, made.found - made.wanted, made.wanted - made.found, made.named)


def merges(corpus: Corpus) -> int:
    """Real-world events with tellings in two of the Wikinews articles, of which no two tell the same."""
    return sum(len([a for a in told.articles if a.id.startswith("wikinews")]) > 1 for told in corpus.told(Filter(everything=True)))


def _copied(judgements: Sequence[Judgement], copies: Copies) -> bool:
    return any(j.verdict == "copy" and {c.id for c in j.of} == set(copies.articles) for j in judgements)


def _disputed(judgements: Sequence[Judgement], conflict: Conflict, named: Mapping[str, str]) -> bool:
    """Whether two of the tellings are found to differ in the detail."""
    found = (j for j in judgements if j.verdict == "conflict" and j.about == conflict.detail)
    return any({named.get(c.id) for c in j.of} <= set(conflict.values) for j in found)


def _show(corpus: Corpus, extra: Pairs, missed: Pairs, named: Mapping[str, str]) -> None:
    words = {named[e.id]: e.evidence[0].quote[:90] for e in corpus.events if e.id in named}
    for mark, some in (("+", extra), ("-", missed)):
        for pair in sorted(map(sorted, some)):
            print(mark, *(f"\n    {i}: {words.get(i, '(not read)')}" for i in pair))


if __name__ == "__main__":
    main()
