"""Records made by hand, for tests of what people see: spans are found by their words."""

from __future__ import annotations

from detente.records import (
    Actor,
    ActorMention,
    AnyRecord,
    Article,
    Event,
    Link,
    Position,
    Quote,
    Role,
    Statement,
    When,
)

TEXT = (
    "North seeks a bigger role for China\n\n"
    "The Chinese Foreign Ministry confirmed that Kim met President Xi Jinping in Dalian on Monday, where he praised the talks. "
    "The North wants China to play a larger role, experts said.\n\n"
    "Kim’s meeting with Xi ended early. The US will not accept a larger role for China, Mike Pompeo said. "
    "“Without China, the talks will fail,” he said."
)
ARTICLE = Article(id="art", text=TEXT, digest="d", title="North seeks a bigger role for China", published="2018-05-09", lines=(3, 5, 7))


def quote(words: str, nth: int = 0, text: str = TEXT) -> Quote:
    """The nth place of some words."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Quote(at, at + len(words), words)


def mention(words: str, how: str = "its name", nth: int = 0, within: str = "") -> ActorMention:
    """A mention of the nth place of some words, or of their place within others."""
    found = quote(words, nth)
    if within:
        start = quote(within).start + within.rindex(words)
        return ActorMention(start, start + len(words), words, how)
    return ActorMention(found.start, found.end, found.quote, how)


KIM = Actor(
    id="person:kim", article="art", name="Kim Jong-un", type="person", country="PRK", knowledge="person:kim", sector="GOV",
    mentions=(mention("Kim"), mention("he", "nearest person that fits", within="where he praised"), mention("Kim", nth=1)), why="full name",
)  # fmt: skip
XI = Actor(
    id="person:xi", article="art", name="Xi Jinping", type="person", country="CHN", knowledge="person:xi", sector="GOV",
    roles=(Role("President", "CHN"),),
    mentions=(mention("Xi Jinping"), mention("Xi", within="with Xi")),
)  # fmt: skip
NORTH = Actor(
    id="state:prk", article="art", name="North Korea", type="state", country="PRK", mentions=(mention("North"), mention("The North"))
)
CHINA = Actor(
    id="state:chn", article="art", name="China", type="state", country="CHN",
    mentions=tuple(mention("China", nth=n) for n in (0, 1, 2, 3)), aliases=("Beijing",),
)  # fmt: skip
USA = Actor(id="state:usa", article="art", name="United States", type="state", country="USA", mentions=(mention("US"),))
POMPEO = Actor(
    id="person:pompeo", article="art", name="Mike Pompeo", type="person", country="USA", sector="GOV", knowledge="person:pompeo",
    mentions=(mention("Mike Pompeo"),),
)  # fmt: skip
MINISTRY = Actor(
    id="gov:mfa", article="art", name="Chinese Foreign Ministry", type="government", country="CHN",
    mentions=(mention("Chinese Foreign Ministry"),),
)  # fmt: skip
EXPERTS = Actor(id="art#experts", article="art", name="experts", type="group", mentions=(mention("experts", "its words"),))
ACTORS = (KIM, XI, NORTH, CHINA, USA, POMPEO, MINISTRY, EXPERTS)
MONDAY = When("2018-05-07", "2018-05-07", "day", "relative", "Monday")


def event(ident: str, words: str, **changes: object) -> Event:
    """A meeting of Kim and Xi that rests on some words, unless said otherwise."""
    values: dict[str, object] = {
        "code": "CONSULT", "plover": "CONSULT", "actors": ("person:kim",), "recipients": ("person:xi",), "symmetric": True,
        "factuality": "actual", "intensity": 1.0, "quad": 1, "made_by": "consult.meet", "evidence": (quote(words),),
    }  # fmt: skip
    return Event(id=ident, article="art", **{**values, **changes})  # type: ignore[arg-type]


def position(ident: str, words: str, issue: str, **changes: object) -> Position:
    """The North's wish that rests on some words, unless said otherwise."""
    values: dict[str, object] = {
        "actor": "state:prk",
        "stance": "for",
        "own": False,
        "issue_key": issue.lower(),
        "made_by": "position.want",
    }
    return Position(id=ident, article="art", issue=issue, evidence=(quote(words),), **{**values, **changes})  # type: ignore[arg-type]


def statement(ident: str, words: str, cue: str, **changes: object) -> Statement:
    """A direct statement of Pompeo that rests on some words, unless said otherwise."""
    content = quote(words)
    at = TEXT.index(cue, content.end)
    said = Quote(at, at + len(cue), cue)
    values: dict[str, object] = {
        "speaker": "person:pompeo", "manner": "direct", "chain": (Link("person:pompeo", "said", cue),),
        "evidence": (content, said), "made_by": "speech.quote",
    }  # fmt: skip
    return Statement(id=ident, article="art", content=content, cue=said, **{**values, **changes})  # type: ignore[arg-type]


MET = event(
    "e1", "Kim met President Xi Jinping in Dalian on Monday, where he praised the talks", when=MONDAY,
    chain=(Link("gov:mfa", "said", "confirmed"),),
)  # fmt: skip
RETOLD = event("e2", "Kim’s meeting with Xi", made_by="consult.meeting-noun", same_as="e1", when=MONDAY)
WANTS = position(
    "p1", "The North wants China to play a larger role", "China to play a larger role", chain=(Link("art#experts", "said", "said"),)
)
TITLE = position("p2", "North seeks a bigger role for China", "a bigger role for China")
REFUSES = position(
    "p3", "The US will not accept a larger role for China", "a larger role for China", actor="state:usa", stance="against",
    chain=(Link("person:pompeo", "said", "said"),),
)  # fmt: skip
SAYS = statement("s1", "Without China, the talks will fail", "said", condition="Without China")
RECORDS: tuple[AnyRecord, ...] = (ARTICLE, *ACTORS, MET, RETOLD, SAYS, WANTS, TITLE, REFUSES)
