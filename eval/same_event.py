"""Pairs of tellings written by hand: does the resolver see which are of one event?

python -m eval.same_event            both halves
python -m eval.same_event --show     the open half's mistakes
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import msgspec

from detente.corpus import Corpus
from detente.records import Actor, ActorType, AnyRecord, Article, Code, Event, Factuality, Figure, Quote, Role, Spot, When, Where
from detente.resolve import judge
from detente.resolve.same_event import Likeness, alike
from detente.resolve.telling import Tellings

PAIRS = Path(__file__).parent / "same_event.jsonl"
_TYPES: dict[str, ActorType] = {
    "person": "person", "state": "state", "gov": "government", "igo": "igo", "armed_group": "armed_group", "party": "party",
}  # fmt: skip


class Place(msgspec.Struct, frozen=True):
    """A place as a telling names it."""

    name: str
    precision: Spot
    country: str | None = None


class Number(msgspec.Struct, frozen=True):
    """How many of what."""

    quantity: float
    what: str


class Side(msgspec.Struct, frozen=True):
    """One telling: its event's fields, and of its article what is compared. An actor is an id, and its country or organisation."""

    published: str
    outlet: str
    code: Code
    factuality: Factuality
    quote: str
    mode: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    when: tuple[str, str] | None = None
    where: Place | None = None
    figures: tuple[Number, ...] = ()


class Pair(msgspec.Struct, frozen=True):
    """Two tellings and whether they are of one event. The `held` half is not looked at while rules are written."""

    half: Literal["open", "held", "later"]
    same: bool
    note: str
    a: Side
    b: Side


def load(path: Path = PAIRS) -> tuple[Pair, ...]:
    """All pairs. Raises msgspec.DecodeError for a line that is none."""
    return tuple(msgspec.json.decode(line, type=Pair) for line in path.read_bytes().splitlines())


def records(side: Side, name: str) -> tuple[AnyRecord, ...]:
    """A telling as an article with one event."""
    article = Article(id=name, outlet=side.outlet, published=side.published, text=side.quote, digest=name)
    players = {text.split()[0]: actor(text, name, side.quote) for text in (*side.actors, *side.recipients)}
    when = When(*side.when, precision=_precision(*side.when), basis="stated", quote="") if side.when else None
    where = Where(side.where.name, side.where.precision, side.where.name, side.where.country) if side.where else None
    event = Event(
        id=f"{name}-event",
        article=name,
        code=side.code,
        mode=side.mode,
        actors=tuple(players[text.split()[0]].id for text in side.actors),
        recipients=tuple(players[text.split()[0]].id for text in side.recipients),
        symmetric=side.code == "CONSULT" and not side.recipients,
        factuality=side.factuality,
        when=when,
        where=where,
        figures=tuple(Figure(f.quantity, None, f.what, f"{f.quantity:g}") for f in side.figures),
        plover=side.code,
        intensity=0.0,
        quad=0,
        evidence=(Quote(0, len(side.quote), side.quote),),
        made_by="hand",
    )
    return (article, *players.values(), event)


def actor(text: str, article: str, quote: str) -> Actor:
    """ "person:xi-jinping CHN", "#wendy-sherman USA", "person:antonio-guterres igo:united-nations"."""
    ident, _, of = text.partition(" ")
    kind = ident.partition(":")[0]
    name = ident.lstrip("#").rpartition(":")[2].replace("-", " ")
    if kind in _TYPES:
        name, type_ = name.title(), _TYPES[kind]
    else:
        name, type_ = (name.title(), _TYPES["person"]) if _named(name.split(), quote) else (name, "group")
    roles = (Role(title="head", of=of),) if of.startswith("igo:") else ()
    return Actor(
        id=f"{article}{ident}" if ident.startswith("#") else ident,
        article=article,
        name=name,
        type=type_,
        country=of if of and not roles else None,
        roles=roles,
    )


def _named(words: Sequence[str], quote: str) -> bool:
    """Whether an id in words is a person's name: a part of it stands in the words with a capital, and it is no group of people."""
    many = len(words) < 2 or words[0].isdigit() or words[-1].endswith("s")
    return not many and any(re.search(rf"\b{word.title()}\b", quote) for word in words if len(word) > 2)


def _precision(start: str, end: str) -> Literal["day", "month", "year"]:
    months = (int(end[:4]) - int(start[:4])) * 12 + int(end[5:7]) - int(start[5:7])
    return "year" if months > 2 else "month" if start[8:] == "01" and int(end[8:]) >= 28 else "day"


def compared(pair: Pair) -> Likeness:
    """What the rules say of two tellings."""
    corpus = Corpus((*records(pair.a, "a"), *records(pair.b, "b")))
    tellings = Tellings(corpus)
    return alike(tellings.of(corpus.events[0]), tellings.of(corpus.events[1]))


def joined(pair: Pair) -> bool:
    """Whether the resolver as a whole makes one event of them."""
    corpus = Corpus((*records(pair.a, "a"), *records(pair.b, "b")))
    return any(j.verdict == "same_event" for j in judge(corpus))


def right(pairs: Sequence[Pair]) -> tuple[float, list[Pair]]:
    """The part that is judged rightly, and those that are not."""
    wrong = [p for p in pairs if joined(p) != p.same]
    return 1 - len(wrong) / len(pairs), wrong


def main() -> None:
    """Print the figures."""
    pairs = load()
    for half in ("open", "held", "later"):
        share, wrong = right([p for p in pairs if p.half == half])
        missed = sum(p.same for p in wrong)
        print(f"{half}: {share:.3f} right ({missed} of one event held apart, {len(wrong) - missed} of two joined)")
        for pair in wrong if "--show" in sys.argv else ():
            found = compared(pair)
            print(
                "  one:" if pair.same else "  two:",
                pair.note,
                pair.a.quote,
                pair.b.quote,
                f"{found.score:.1f} {found.reason}",
                sep="\n    ",
            )


if __name__ == "__main__":
    main()
