"""Short stories of some articles each, read and judged: which tellings are one event, which articles copy, what conflicts, who was first.

    python -m eval.stories [--show]

Words of the articles are marked with the event that they tell (`A`, `B`); a pair of marks in two articles is one where events that stand
there are. Every other judgement between two articles of a story is listed with --show.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import msgspec

from detente import reader
from detente.corpus import Corpus, Filter, Told
from detente.records import AnyRecord, Detail, Judgement
from detente.resolve import judge
from eval.clusters import Pairs, f1
from eval.reading import lines

STORIES = Path(__file__).parent / "stories.jsonl"


class Source(msgspec.Struct, frozen=True):
    """An article of a story."""

    id: str
    published: str
    outlet: str
    text: str
    byline: str = ""


class Mark(msgspec.Struct, frozen=True):
    """Words of an article, and the event of the story that they tell."""

    event: str
    article: str
    words: str


class Disputed(msgspec.Struct, frozen=True):
    """An event of which the articles give two values of a detail."""

    about: Detail
    event: str


class First(msgspec.Struct, frozen=True):
    """The article that told an event first."""

    event: str
    article: str


class Number(msgspec.Struct, frozen=True):
    """How many `outlets` or `origins` an event has."""

    what: str
    event: str
    count: int


class Story(msgspec.Struct, frozen=True):
    """Articles and what is true of them. What is not listed as a copy or a conflict is none."""

    name: str
    articles: tuple[Source, ...]
    marks: tuple[Mark, ...]
    copies: tuple[tuple[str, str], ...]
    conflicts: tuple[Disputed, ...]
    firsts: tuple[First, ...]
    counts: tuple[Number, ...]


class Judged(msgspec.Struct, frozen=True):
    """A story as it was read and judged; `at` holds the events that stand in each mark."""

    story: Story
    corpus: Corpus
    judgements: tuple[Judgement, ...]
    told: tuple[Told, ...]
    at: tuple[frozenset[str], ...]

    def of(self, event: str) -> list[Told]:
        """The events of ours that have a telling in the marks of one of the story's."""
        ids = {i for mark, at in zip(self.story.marks, self.at, strict=True) if mark.event == event for i in at}
        return [t for t in self.told if ids & {e.id for e in t.tellings}]


def load(path: Path = STORIES) -> tuple[Story, ...]:
    """All stories. Raises msgspec.DecodeError for a line that is none."""
    return tuple(msgspec.json.decode(line, type=Story) for line in path.read_bytes().splitlines())


def judged(stories: tuple[Story, ...]) -> Iterator[Judged]:
    """Every story, read together with the others and judged alone."""
    rows = [msgspec.json.encode(a) + b"\n" for s in stories for a in s.articles]
    read = lines(reader.load(), b"".join(rows))
    for story in stories:
        records: list[AnyRecord] = [r for _ in story.articles for r in next(read)]
        found = judge(Corpus(records))
        corpus = Corpus([*records, *found])
        yield Judged(story, corpus, found, tuple(corpus.told(Filter(everything=True))), tuple(_at(corpus, m) for m in story.marks))


def _at(corpus: Corpus, mark: Mark) -> frozenset[str]:
    start = corpus.articles[mark.article].text.index(mark.words)
    end = start + len(mark.words)
    events = [e for e in corpus.events if e.article == mark.article and any(q.start < end and start < q.end for q in e.evidence)]
    begin = [e for e in events if start <= e.evidence[0].start]
    return frozenset(e.id for e in begin or events)


def pairs(one: Judged) -> tuple[Pairs, Pairs, Pairs]:
    """Pairs of marks in two articles: found to be one event, written as one, and of these the ones read at all."""
    cluster = {e.id: t.id for t in one.told for e in t.tellings}
    found, wanted, there = set(), set(), set()
    for (x, ours), (y, theirs) in combinations(zip(one.story.marks, one.at, strict=True), 2):
        if x.article == y.article:
            continue
        pair = frozenset((f"{x.article}#{x.event}", f"{y.article}#{y.event}"))
        if {cluster[i] for i in ours} & {cluster[i] for i in theirs}:
            found.add(pair)
        if x.event == y.event:
            wanted.add(pair)
            if ours and theirs:
                there.add(pair)
    return frozenset(found), frozenset(wanted), frozenset(there)


def faults(one: Judged) -> Iterator[str]:
    """Copies, conflicts, first tellers and counts that are not as written."""
    copies = {(j.of[0].id, j.of[1].id) for j in one.judgements if j.verdict == "copy"}
    yield from (f"copy missed: {c}" for c in set(one.story.copies) - copies)
    yield from (f"copy found: {c}" for c in copies - set(one.story.copies))
    wanted = {(c.about, c.event) for c in one.story.conflicts}
    conflicts = {(j.about, e) for e in {m.event for m in one.story.marks} for t in one.of(e) for j in t.conflicts}
    yield from (f"conflict missed: {c}" for c in wanted - conflicts)
    yield from (f"conflict found: {c}" for c in conflicts - wanted)
    for first in one.story.firsts:
        if (got := {t.first.id for t in one.of(first.event) if len(t.tellings) > 1}) != {first.article}:
            yield f"first of {first.event}: {got}"
    for number in one.story.counts:
        counted = {t.outlets if number.what == "outlets" else t.origins for t in one.of(number.event)}
        if {len(names) for names in counted} != {number.count}:
            yield f"{number.what} of {number.event}: {counted}"


def main() -> None:
    """Print the figures."""
    all_found: Pairs = frozenset()
    all_wanted: Pairs = frozenset()
    all_there: Pairs = frozenset()
    for one in judged(load()):
        found, wanted, there = pairs(one)
        all_found, all_wanted, all_there = all_found | found, all_wanted | wanted, all_there | there
        print(one.story.name)
        for fault in faults(one):
            print("  ", fault)
        if "--show" in sys.argv:
            _show(one, found - wanted, there - found, wanted - there)
    for name, wanted in (("all", all_wanted), ("read", all_there)):
        p, r, f = f1(all_found, wanted)
        print(f"{name}: P {p:.3f}  R {r:.3f}  F1 {f:.3f}  ({len(wanted)} pairs)")


def _show(one: Judged, extra: Pairs, apart: Pairs, unread: Pairs) -> None:
    for what, some in (("joined", extra), ("held apart", apart), ("not read", unread)):
        for pair in sorted(map(sorted, some)):
            print("  ", what, *pair)
    marked = {i for at in one.at for i in at}
    for j in one.judgements:
        away = " (elsewhere)" if j.verdict == "same_event" and not {c.id for c in j.of} & marked else ""
        print("    ", j.verdict, j.about or "", [c.quote[:60] if c.quote else c.id for c in j.of], j.reason, away)


if __name__ == "__main__":
    main()
