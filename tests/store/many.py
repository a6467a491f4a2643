"""Readings made by hand, for tests of stores: small articles, each with what two states and a minister did."""

from __future__ import annotations

from detente.records import (
    Actor,
    ActorMention,
    Amendable,
    AnyRecord,
    Article,
    Cited,
    Correction,
    Event,
    Judgement,
    Link,
    Quote,
    Relation,
    Run,
    Statement,
    When,
    Where,
)

RUN = Run(id="run1", program="detente 0.1.0", data="d", model="m")
LATER = Run(id="run2", program="detente 0.2.0", data="d", model="m")
TEXT = "Ministers of Iran and Oman met in Muscat. They will meet again. “Talks go on,” {name} said."


def reading(ident: str, day: str | None = "2020-03-02", **said: str) -> list[AnyRecord]:
    """An article of one day: a meeting on it, a planned one, and a statement of its minister (`name`)."""
    name = said.get("name", "Badr Busaidi")
    text = said.get("text") or TEXT.format(name=name)
    article = Article(
        id=ident, url=said.get("url"), outlet=said.get("outlet"), title=said.get("title", "Talks"), published=day, text=text, digest=ident
    )
    met = event(ident, "met", text, when=When(day, day, "day", "stated", "") if day else None)
    again = event(ident, "will meet", text, factuality="planned", code="CONSULT", plover="AGREE")
    return [article, *cast(ident, name, text), met, again, statement(ident, name, text), ties(ident)]


def cast(article: str, name: str, text: str) -> list[Actor]:
    """Two states, and a minister known to this article only."""
    return [
        Actor(id="state:irn", article=article, name="Iran", type="state", country="IRN", mentions=(mention("Iran", text),)),
        Actor(id="state:omn", article=article, name="Oman", type="state", country="OMN", aliases=("Sultanate of Oman",)),
        Actor(id=f"{article}#minister", article=article, name=name, type="person", country="OMN", mentions=(mention(name, text),)),
        Actor(id="gov:mfa-oman", article=article, name="Omani Foreign Ministry", type="government", country="OMN"),
    ]


def mention(words: str, text: str) -> ActorMention:
    at = max(text.find(words), 0)
    return ActorMention(at, at + len(words), words, "its name")


def event(article: str, words: str, text: str, **changes: object) -> Event:
    at = max(text.find(words), 0)
    values: dict[str, object] = {
        "code": "CONSULT", "plover": "CONSULT", "mode": "meet", "cameo": "040", "actors": ("state:irn",), "recipients": ("state:omn",),
        "symmetric": True, "factuality": "actual", "intensity": 1.0, "quad": 1, "made_by": "consult.meet",
        "where": Where("Muscat", "city", "Muscat", "OMN"), "evidence": (Quote(at, at + len(words), words),),
        "chain": (Link(f"{article}#minister", "said", "said"),),
    }  # fmt: skip
    return Event(id=f"{article}-{words}", article=article, **{**values, **changes})  # type: ignore[arg-type]


def statement(article: str, name: str, text: str) -> Statement:
    words = Quote(0, 10, "Talks go on")
    return Statement(
        id=f"{article}-said",
        article=article,
        speaker=f"{article}#minister",
        cue=words,
        content=words,
        manner="direct",
        evidence=(words,),
        made_by="s",
    )


def cited(ident: str) -> Cited:
    """An event of an article, as `event` names it."""
    article, _, words = ident.rpartition("-")
    return Cited(ident, article, "CONSULT", words)


def same(*idents: str, author: str = "ann", verdict: str = "same_event", ident: str = "", undoes: str | None = None) -> Judgement:
    of = tuple(map(cited, idents))
    return Judgement(id=ident or "-".join((verdict, *idents)), verdict=verdict, of=of, reason="r", author=author, undoes=undoes)  # type: ignore[arg-type]


def put_right(ident: str, field: Amendable, value: str | None = None, *, name: str = "", undoes: str | None = None) -> Correction:
    made = name or f"{field} {ident}"
    return Correction(id=made, of=cited(ident), field=field, value=value, reason="r", author="ann", undoes=undoes)


def ties(article: str) -> Relation:
    words = Quote(0, 4, "Iran")
    return Relation(id=f"{article}-ties", article=article, type="ties", a="state:irn", b="state:omn", evidence=(words,), made_by="r")
