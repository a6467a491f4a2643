"""Pairs of short articles written by hand: do the program's own records of the two say that they tell one act?

python -m eval.same_event_texts            all sets, and the shares by kind
python -m eval.same_event_texts --show     with the mistakes, and what was read of each

Here the text is read first, so that a mistake of reading counts as one; `eval/same_event.py` asks the resolver alone. A pair is joined
where a judgement makes one event of two that stand in the words asked about: `at`, or the whole text.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from detente import reader
from detente.corpus import Corpus
from detente.records import AnyRecord, Article, Event
from detente.resolve import judge
from detente.resolve.same_event import alike
from detente.resolve.telling import Tellings
from eval.reading import lines

PAIRS = Path(__file__).parent / "same_event_texts.jsonl"


class Text(msgspec.Struct, frozen=True):
    """A short article, and the words of it that are asked about: all, where `at` is empty."""

    published: str
    outlet: str
    text: str
    at: str = ""


class Pair(msgspec.Struct, frozen=True):
    """Two texts and whether they tell one act; what kind of question it is; the set in which it was written."""

    half: str
    same: bool
    kind: str
    a: Text
    b: Text


class Asked(msgspec.Struct, frozen=True):
    """A pair as it was read and judged."""

    pair: Pair
    corpus: Corpus
    told: tuple[tuple[Event, ...], tuple[Event, ...]]
    joined: bool

    @property
    def right(self) -> bool:
        """Whether the judgement is the one that the pair was written for."""
        return self.joined == self.pair.same


def load(path: Path = PAIRS) -> tuple[Pair, ...]:
    """All pairs. Raises msgspec.DecodeError for a line that is none."""
    return tuple(msgspec.json.decode(line, type=Pair) for line in path.read_bytes().splitlines())


def asked(pairs: Sequence[Pair]) -> Iterator[Asked]:
    """Every pair read in one go, and each judged alone."""
    rows = (
        {"id": f"{number}-{side}", "published": text.published, "outlet": text.outlet, "text": text.text}
        for number, pair in enumerate(pairs)
        for side, text in (("a", pair.a), ("b", pair.b))
    )
    read = list(lines(reader.load(), b"".join(msgspec.json.encode(row) + b"\n" for row in rows)))
    for pair, a, b in zip(pairs, read[::2], read[1::2], strict=True):
        yield _judged(pair, [*a, *b])


def _judged(pair: Pair, records: Sequence[AnyRecord]) -> Asked:
    corpus = Corpus(records)
    articles = [r for r in records if isinstance(r, Article)]
    ours, theirs = (tuple(_told(corpus, article, text)) for article, text in zip(articles, (pair.a, pair.b), strict=True))
    one = Corpus([*records, *judge(corpus)]).judged.joined("same_event", "different_event", known=_retold(corpus))
    sets = {one.get(e.id, e.id) for e in ours} & {one.get(e.id, e.id) for e in theirs}
    return Asked(pair, corpus, (ours, theirs), bool(sets))


def _retold(corpus: Corpus) -> Iterator[tuple[str, str]]:
    return ((e.same_as, e.id) for e in corpus.events if e.same_as)


def _told(corpus: Corpus, article: Article, text: Text) -> Iterator[Event]:
    """The events of an article in the words asked about."""
    start = article.text.find(text.at) if text.at else 0
    end = start + len(text.at) if text.at else len(article.text)
    for event in corpus.events:
        if event.article == article.id and any(q.start < end and start < q.end for q in event.evidence):
            yield event


def main() -> None:
    """Print the figures."""
    found = list(asked(load()))
    for half in dict.fromkeys(a.pair.half for a in found):
        some = [a for a in found if a.pair.half == half]
        wrong = [a for a in some if not a.right]
        missed = sum(a.pair.same for a in wrong)
        share = 1 - len(wrong) / len(some)
        print(f"{half}: {share:.3f} right of {len(some)} ({missed} of one event held apart, {len(wrong) - missed} of two joined)")
        print("  " + "  ".join(f"{kind} {n}" for kind, n in Counter(a.pair.kind for a in wrong).items()))
        for a in wrong if "--show" in sys.argv else ():
            _show(a)


def _show(one: Asked) -> None:
    print("  one:" if one.pair.same else "  two:", one.pair.kind)
    for text, events in zip((one.pair.a, one.pair.b), one.told, strict=True):
        print(f"    {text.published} {text.text}")
        for e in events:
            when = f"{e.when.start}/{e.when.end}" if e.when else "-"
            where = f"{e.where.name} {e.where.country}" if e.where else "-"
            print(f"      {e.code} {e.mode or ''} {e.factuality} {e.actors} > {e.recipients} {when} {where} “{e.evidence[0].quote}”")
    tellings = Tellings(one.corpus)
    for x in one.told[0]:
        for y in one.told[1]:
            like = alike(tellings.of(x), tellings.of(y))
            print(f"      = {x.code}/{y.code} {like.same} {like.score:.1f} {like.reason}")


if __name__ == "__main__":
    main()
