"""Records of several articles made by hand: parties and evidence are found by their words."""

from __future__ import annotations

from collections.abc import Iterable

from detente.corpus import Corpus
from detente.records import (
    Actor,
    ActorMention,
    AnyRecord,
    Article,
    Cited,
    Event,
    Judgement,
    Link,
    Position,
    Quote,
    Statement,
    Verdict,
    When,
    Where,
)

STATES = {"North Korea": "PRK", "South Korea": "KOR", "China": "CHN", "Japan": "JPN"}
OFFICIALS = {"Kim": ("PRK", "Kim Jong-un"), "Moon": ("KOR", "Moon Jae-in")}


def article(ident: str, published: str | None, text: str, **changes: object) -> tuple[AnyRecord, ...]:
    """An article with the actors that its words name: states, and two officials by their last names."""
    values: dict[str, object] = {"title": f"Title {ident}", "outlet": f"Outlet {ident}", **changes}
    made = Article(id=ident, text=text, digest="d", published=published, **values)  # type: ignore[arg-type]
    states = [
        Actor(id=f"state:{code.lower()}", article=ident, name=name, type="state", country=code, mentions=spots(text, name))
        for name, code in STATES.items()
        if name in text
    ]
    people = [
        Actor(
            id=f"person:{short.lower()}", article=ident, name=name, type="person", country=code, sector="GOV", mentions=spots(text, short)
        )
        for short, (code, name) in OFFICIALS.items()
        if short in text
    ]
    return (made, *states, *people)


def spots(text: str, words: str) -> tuple[ActorMention, ...]:
    """All places of some words."""
    found, at = [], text.find(words)
    while at >= 0:
        found.append(ActorMention(at, at + len(words), words, "its name"))
        at = text.find(words, at + 1)
    return tuple(found)


def quote(records: Iterable[AnyRecord], words: str) -> Quote:
    """The first place of some words in the article among records."""
    text = next(r.text for r in records if isinstance(r, Article))
    return Quote(text.index(words), text.index(words) + len(words), words)


def ids(records: Iterable[AnyRecord], words: str) -> tuple[str, ...]:
    """The actors named in some words, in their order."""
    actors = [a for a in records if isinstance(a, Actor)]
    named = [(words.index(m.quote), a.id) for a in actors for m in a.mentions[:1] if m.quote in words]
    return tuple(ident for _, ident in sorted(named))


def event(records: tuple[AnyRecord, ...], ident: str, words: str, **changes: object) -> Event:
    """An event that rests on some words: a talk of the first actor named in them with the others, mutual, unless said otherwise."""
    first = next(r for r in records if isinstance(r, Article))
    who = ids(records, words)
    values: dict[str, object] = {
        "code": "CONSULT", "actors": who[:1], "recipients": who[1:], "symmetric": True, "factuality": "actual", "intensity": 2.5, "quad": 1,
        "evidence": (quote(records, words),), "made_by": "consult.meet", **changes,
    }  # fmt: skip
    values.setdefault("plover", values["code"])
    return Event(id=ident, article=first.id, **values)  # type: ignore[arg-type]


def threat(records: tuple[AnyRecord, ...], ident: str, words: str, **changes: object) -> Event:
    """A threat of the first actor named in some words against the second."""
    return event(records, ident, words, **{"code": "THREATEN", "symmetric": False, "intensity": -4.0, "quad": 3, **changes})


def position(records: tuple[AnyRecord, ...], ident: str, words: str, issue: str, **changes: object) -> Position:
    """A wish for an issue of the first actor named in some words, its own, unless said otherwise."""
    first = next(r for r in records if isinstance(r, Article))
    values: dict[str, object] = {"actor": ids(records, words)[0], "stance": "for", "own": True, "issue_key": issue.lower(), **changes}
    return Position(
        id=ident, article=first.id, issue=issue, evidence=(quote(records, words),), made_by="position.want", **values,  # type: ignore[arg-type]
    )  # fmt: skip


def statement(records: tuple[AnyRecord, ...], ident: str, words: str, cue: str, speaker: str) -> Statement:
    """An indirect statement of somebody."""
    first = next(r for r in records if isinstance(r, Article))
    return Statement(
        id=ident, article=first.id, speaker=speaker, cue=quote(records, cue), content=quote(records, words), manner="indirect",
        chain=(Link(speaker, "said", cue),), evidence=(quote(records, words),), made_by="speech.that",
    )  # fmt: skip


def on(day: str, until: str | None = None, **changes: object) -> When:
    """A stated day, or days."""
    values: dict[str, object] = {"precision": "day", "basis": "stated", "quote": "", **changes}
    return When(day, until or day, **values)  # type: ignore[arg-type]


def judged(verdict: Verdict, *ids: str, ident: str = "j1", about: str | None = None) -> Judgement:
    """The program's word on some records."""
    of = tuple(Cited(i, i.partition("-")[0]) for i in ids)
    return Judgement(id=ident, verdict=verdict, of=of, reason="made by hand", about=about)  # type: ignore[arg-type]


PANMUNJOM = Where("Panmunjom", "point", "Panmunjom", "KOR", lat=37.956, lon=126.677)
TALKS = article("a", "2018-04-28", "North Korea met South Korea at Panmunjom. Kim threatened Japan. China met Japan, Kim said.")
AGAIN = article("b", "2018-05-02", "South Korea met North Korea last week. North Korea threatened South Korea.")
LATER = article("c", "2018-05-30", "North Korea and South Korea were at the games. Moon may meet Kim.")
RECORDS: tuple[AnyRecord, ...] = (
    *TALKS,
    event(TALKS, "a-talk", "North Korea met South Korea", when=on("2018-04-27"), where=PANMUNJOM),
    threat(TALKS, "a-threat", "Kim threatened Japan"),
    event(TALKS, "a-said", "China met Japan", factuality="denied", chain=(Link("person:kim", "said", "said"),)),
    *AGAIN,
    event(AGAIN, "b-talk", "South Korea met North Korea", when=on("2018-04-27", basis="inherited")),
    threat(AGAIN, "b-threat", "North Korea threatened South Korea", when=on("2018-05-01", "2018-05-31")),
    *LATER,
    event(LATER, "c-plan", "Moon may meet Kim", factuality="planned", when=on("2018-09-01", "2018-11-30", precision="season")),
    judged("same_event", "b-talk", "a-talk"),
)
CORPUS = Corpus(RECORDS)
EMPTY = Corpus(())
