"""Articles and records in few words, for tests of what stands over many articles."""

from __future__ import annotations

from detente.records import Actor, AnyRecord, Article, Cited, Correction, Event, Judgement, Link, Quote, Verdict, When

KIM, XI, TRUMP = "person:kim", "person:xi", "person:trump"


def article(ident: str, *, published: str | None = "2018-05-09", outlet: str | None = None, text: str = "Kim met Xi.") -> Article:
    """An article of a day and an outlet."""
    return Article(id=ident, text=text, digest=ident, title=text, published=published, outlet=outlet)


def actors(ident: str, *ids: str) -> tuple[Actor, ...]:
    """Persons of an article, named by the end of their ids."""
    return tuple(Actor(id=i, article=ident, name=i.rpartition(":")[2].title(), type="person") for i in ids or (KIM, XI))


def event(ident: str, of: str, day: str | None = "2018-05-07", **changes: object) -> Event:
    """A meeting of Kim and Xi in an article on a day, unless said otherwise."""
    values: dict[str, object] = {
        "code": "CONSULT", "plover": "CONSULT", "actors": (KIM,), "recipients": (XI,), "symmetric": True, "factuality": "actual",
        "intensity": 1.0, "quad": 1, "made_by": "test", "evidence": (Quote(0, 11, "Kim met Xi."),),
        "when": When(day, day, "day", "stated", day) if day else None,
    }  # fmt: skip
    return Event(id=ident, article=of, **(values | changes))  # type: ignore[arg-type]


def judged(verdict: Verdict, *ids: str, author: str = "resolve", when: str | None = None, undoes: str | None = None) -> Judgement:
    """A judgement on records named by their ids."""
    cited = tuple(Cited(i, i) for i in ids)
    return Judgement(
        id=f"{verdict}:{'+'.join(ids)}:{author}:{when}", verdict=verdict, of=cited, reason="", author=author, when=when, undoes=undoes
    )


def put_right(ident: str, field: str, value: str | None = None, **changes: str) -> Correction:
    """A correction of one field of a record."""
    values = {"id": f"{ident}.{field}={value}", "reason": "", "author": "ann"} | changes
    return Correction(of=Cited(ident, "a"), field=field, value=value, **values)  # type: ignore[arg-type]


def said_by(holder: str) -> tuple[Link, ...]:
    """A chain of one speaker."""
    return (Link(holder, "said", "said"),)


def telling(ident: str, outlet: str | None, *, published: str = "2018-05-09", **changes: object) -> tuple[AnyRecord, ...]:
    """An article that tells one event, `ident`e."""
    return (article(ident, published=published, outlet=outlet), *actors(ident), event(f"{ident}e", ident, **changes))  # type: ignore[arg-type]
