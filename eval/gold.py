"""The annotated articles of `eval/articles`: what a careful reader finds in each (GUIDELINES.md says how)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from detente.records import ActorType, Code, Factuality, Manner, RelationType, Stance

HERE = Path(__file__).parent
ARTICLES = HERE / "articles"
Days = tuple[str | None, str | None]


class Span(NamedTuple):
    """Half-open code points of a text."""

    start: int
    end: int

    def shared(self, other: Span) -> int:
        """How many code points two spans have in common."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def likeness(self, other: Span) -> float:
        """What both have over what either has; 0 where they do not touch."""
        both = self.shared(other)
        return both / (self.end - self.start + other.end - other.start - both) if both else 0.0


class GoldActor(msgspec.Struct, frozen=True):
    """Somebody who acts, receives, speaks or signs; `mentions` are the strings that stand for him."""

    id: str
    name: str
    type: ActorType
    country: str | None = None
    mentions: tuple[str, ...] = ()
    role: str | None = None


class Quoted(msgspec.Struct, frozen=True, kw_only=True):
    """Words of the text; `occurrence` counts from 0 where they stand there more than once."""

    quote: str
    occurrence: int = 0

    def span(self, text: str) -> Span | None:
        """Where the words stand in a text, or None where they do not."""
        at = -1
        for _ in range(self.occurrence + 1):
            at = text.find(self.quote, at + 1)
            if at < 0:
                return None
        return Span(at, at + len(self.quote))


class GoldEvent(Quoted, frozen=True, kw_only=True):
    """A deed, planned deed, possible deed or denied deed. `optional`: two careful readers may differ on it."""

    id: str
    code: Code
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    symmetric: bool = False
    factuality: Factuality
    when: Days | None = None
    where: str | None = None
    sources: tuple[str, ...] = ()
    same_as: str | None = None
    optional: bool = False


class GoldStatement(Quoted, frozen=True, kw_only=True):
    """What is attributed to a speaker; `via` are those who relayed it, outermost first."""

    id: str
    speaker: str | None
    cue: str
    manner: Manner
    via: tuple[str, ...] = ()
    addressee: str | None = None
    optional: bool = False


class GoldPosition(Quoted, frozen=True, kw_only=True):
    """What an actor wants or opposes, and who says so."""

    actor: str
    issue: str
    stance: Stance
    held_by: tuple[str, ...] = ()


class GoldAgreement(Quoted, frozen=True, kw_only=True):
    """A document or deal between parties."""

    name: str
    parties: tuple[str, ...] = ()
    when: Days | None = None
    status: Literal["signed", "in force", "proposed", "broken"]


class GoldRelation(Quoted, frozen=True, kw_only=True):
    """What stands between actors. Only the plainest are annotated, so only recall is read from them."""

    type: RelationType
    a: str
    b: str | None = None
    value: str | None = None
    about: str | None = None
    held_by: tuple[str, ...] = ()
    past: bool = False


class Gold(msgspec.Struct, frozen=True, kw_only=True):
    """One annotated article. `own` articles may be looked at while rules are written; `held` ones may not."""

    id: str
    half: Literal["own", "held"]
    form: str
    region: str
    published: str
    text: str
    title: str | None = None
    actors: tuple[GoldActor, ...]
    events: tuple[GoldEvent, ...] = ()
    statements: tuple[GoldStatement, ...] = ()
    positions: tuple[GoldPosition, ...] = ()
    agreements: tuple[GoldAgreement, ...] = ()
    relations: tuple[GoldRelation, ...] = ()

    def line(self) -> bytes:
        """The article as a line of input: what a reader of it has, and nothing of the annotation."""
        row = {"id": self.id, "title": self.title, "published": self.published, "text": self.text}
        return json.dumps({k: v for k, v in row.items() if v}, ensure_ascii=False).encode() + b"\n"

    def quoted(self) -> Iterable[Quoted]:
        """Everything annotated that quotes the text."""
        return (*self.events, *self.statements, *self.positions, *self.agreements, *self.relations)


def load(folder: Path = ARTICLES) -> list[Gold]:
    """All annotated articles of a folder, sorted by name. Raises msgspec.DecodeError for one that is not of this form."""
    return [msgspec.json.decode(path.read_bytes(), type=Gold) for path in sorted(folder.glob("*.json"))]


def fingerprint(folder: Path, *endings: str) -> str:
    """A hash over names and bytes of all files below a folder, of these endings where any are given."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts and (not endings or path.suffix in endings):
            total.update(path.relative_to(folder).as_posix().encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:16]
