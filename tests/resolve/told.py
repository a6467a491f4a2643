"""Articles with one event each, for tests of the resolver."""

from __future__ import annotations

from typing import Literal

from detente.corpus import Corpus
from detente.records import Actor, AnyRecord, Article, Code, Event, Factuality, Figure, Quote, Role, When, Where
from detente.resolve.same_event import Likeness, alike
from detente.resolve.telling import Tellings

COUNTRIES = {"xi": "CHN", "kim": "PRK", "moon": "KOR", "trump": "USA", "pompeo": "USA", "lavrov": "RUS"}


def player(name: str, article: str) -> Actor:
    """ "kim" is a person, "PRK" a state; "#guards" somebody whom the article describes."""
    if name.startswith("#"):
        return Actor(id=f"{article}{name}", article=article, name=name[1:].replace("-", " "), type="group")
    if name.isupper():
        return Actor(id=f"state:{name.lower()}", article=article, name=name, type="state", country=name)
    return Actor(id=f"person:{name}-x", article=article, name=f"{name.title()} X", type="person", country=COUNTRIES[name])


def told(
    ident: str,
    words: str,
    *,
    code: Code = "CONSULT",
    who: str = "kim",
    whom: str = "xi",
    on: str | None = None,
    at: tuple[str, str] | None = None,
    published: str = "2018-05-09",
    status: Factuality = "actual",
    killed: float | None = None,
    outlet: str | None = None,
    text: str | None = None,
) -> tuple[AnyRecord, ...]:
    """An article of one event. `on`: "2018-05-07" or "2018-05-07/2018-05-08"; `at`: a city and its country."""
    actors, recipients = [[player(n, ident) for n in names.split()] for names in (who, whom)]
    start, _, end = (on or "").partition("/")
    event = Event(
        id=f"{ident}-e", article=ident, code=code, factuality=status, plover=code, intensity=0.0, quad=0, made_by="test",
        actors=tuple(a.id for a in actors), recipients=tuple(a.id for a in recipients), evidence=(Quote(0, len(words), words),),
        when=When(start, end or start, "day", "stated", "") if on else None,
        where=Where(at[0], "city", at[0], at[1]) if at else None,
        figures=(Figure(killed, None, "killed", f"{killed:g}"),) if killed else (),
    )  # fmt: skip
    article = Article(id=ident, outlet=outlet or ident, published=published, text=text or words, digest=ident)
    return (article, *actors, *recipients, event)


def compared(a: tuple[AnyRecord, ...], b: tuple[AnyRecord, ...]) -> Likeness:
    """What the rules say of two tellings."""
    corpus = Corpus((*a, *b))
    tellings = Tellings(corpus)
    first, second = corpus.events
    return alike(tellings.of(first), tellings.of(second))


def person(
    article: str, name: str, country: str | None = None, office: str | None = None, kind: Literal["person", "ngo"] = "person"
) -> Actor:
    """Somebody whom only his article knows."""
    roles = (Role(title=office),) if office else ()
    ident = f"{article}#{name.lower().replace(' ', '-')}"
    return Actor(id=ident, article=article, name=name, type=kind, country=country, roles=roles)
