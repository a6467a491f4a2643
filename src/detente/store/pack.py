"""Records and texts made small. Records share a dictionary that each store carries, so that short ones shrink to a quarter."""

from __future__ import annotations

import zlib

import msgspec

from detente import codec
from detente.records import (
    Actor,
    ActorMention,
    Agreement,
    AnyRecord,
    Article,
    Event,
    Figure,
    Link,
    Position,
    Problem,
    Quote,
    Relation,
    Role,
    Statement,
    When,
    Where,
)

LEVEL = 6


class Packer:
    """Packs records with the dictionary of one store."""

    def __init__(self, dictionary: bytes) -> None:
        self._dictionary = dictionary

    def pack(self, record: AnyRecord) -> bytes:
        """One record, small."""
        squeeze = zlib.compressobj(LEVEL, zdict=self._dictionary)
        return squeeze.compress(codec.encode(record)) + squeeze.flush()

    def unpack(self, data: bytes) -> AnyRecord:
        """The record again. Raises zlib.error or InputError for what is none."""
        return codec.decode(zlib.decompressobj(zdict=self._dictionary).decompress(data))


def squeeze(text: str) -> bytes:
    """A text, small."""
    return zlib.compress(text.encode(), LEVEL)


def unsqueeze(data: bytes) -> str:
    """The text again."""
    return zlib.decompress(data).decode()


def split(article: Article) -> tuple[bytes, bytes]:
    """An article's text and all else of it, each small."""
    return squeeze(article.text), zlib.compress(codec.encode(msgspec.structs.replace(article, text="")), LEVEL)


def joined(body: bytes, rest: bytes) -> Article:
    """The article of `split` again."""
    return msgspec.structs.replace(head(rest), text=unsqueeze(body))


def head(rest: bytes) -> Article:
    """The article without its text."""
    article = codec.decode(zlib.decompress(rest))
    assert isinstance(article, Article)
    return article


def dictionary() -> bytes:
    """What records have in common: the most frequent kinds stand last, where references to them are shortest."""
    return b"\n".join(codec.encode(r) for r in (*_rare(), *_frequent()))


def _rare() -> tuple[AnyRecord, ...]:
    quote = (Quote(0, 10, ""),)
    link = (Link(None, "citing", "according to"), Link(None, "hearsay", "reportedly"), Link(None, "unnamed", "officials said"))
    when = When(None, None, "month", "inherited", "")
    return (
        Problem(id="", article="", stage="dating", code="open-date", message="no day is known from which counts", span=quote[0]),
        Agreement(id="", article="", name="", parties=("state:",), status="in force", evidence=quote, made_by="agreements.named"),
        Relation(id="", article="", type="ties", a="state:", b=None, when=when, chain=link, evidence=quote, made_by="relation."),
        Position(id="", article="", actor="", issue="", issue_key="", stance="against", own=True, evidence=quote, made_by="position.want"),
        Position(id="", article="", actor="", issue="", issue_key="", stance="for", own=False, evidence=quote, made_by="position."),
    )


def _frequent() -> tuple[AnyRecord, ...]:
    quote = Quote(1, 2, "")
    when = When("2018-05-09", "2018-05-09", "day", "relative", "")
    where = Where("", "city", "", "USA", None, 38.9, 77.0, 4140963)
    codes = ("ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "THREATEN", "REJECT", "ACCUSE", "REQUEST", "AID", "SUPPORT", "AGREE", "CONSULT")
    event = Event(
        id="", article="", code="CONSULT", mode="meet", cameo="040", contexts=("diplomatic", "military"), actors=("person:", "state:"),
        recipients=("state:",), symmetric=True, factuality="actual", when=when, where=where, chain=(Link("gov:", "said", "said"),),
        figures=(Figure(1.0, "USD", "", ""),), plover="CONSULT", intensity=1.0, quad=1, evidence=(quote,), made_by="consult.meet",
    )  # fmt: skip
    events = tuple(msgspec.structs.replace(event, code=c, plover=c, where=None, chain=(), figures=()) for c in codes)
    mentions = tuple(ActorMention(1, 2, "", how) for how in ("nearest person that fits", "its words", "surname", "its name"))
    role = Role("President", "USA", "2017-01-20", "2021-01-20", "gazetteer")
    actor = Actor(id="person:", article="", name="", type="government", country="USA", sector="GOV", roles=(role,), mentions=mentions)
    group = Actor(id="#", article="", name="officials", type="group", mentions=mentions, why="full name")
    said = Statement(
        id="", article="", speaker="", cue=quote, content=quote, manner="direct", evidence=(quote, quote), made_by="speech.quote"
    )
    return (*events, event, msgspec.structs.replace(said, manner="indirect", when=when), said, group, actor)
