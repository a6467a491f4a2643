"""A case: one or more issues of a negotiation, as an analyst keeps them in a file, every cell with what it rests on.

Anchors are quotations in an order, parties are placed among them in order; numbers are only what an analyst or a named series gives.
Unknown is a status, never a number. What one party says of another is a claim, not the other's position.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from detente.weigh import place
from detente.weigh.place import Place

Status: TypeAlias = Literal["quoted", "inferred", "external", "analyst", "unknown"]
Order: TypeAlias = Literal["proposed", "confirmed"]
CANNOT = "cannot be placed from these texts"
PROGRAM = "detente"
"""The author of what the program proposes."""


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An article that evidence is from."""

    id: str
    title: str = ""
    outlet: str = ""
    published: str = ""


class Evidence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of an article: half-open code points of its text, who says them, in which way, and the record that they are from."""

    id: str
    article: str
    start: int
    end: int
    quote: str
    by: str = ""
    how: str = ""
    record: str = ""


class Cell(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What stands behind every entry: how it is known, who entered it and when, a note, ids of evidence."""

    status: Status = "unknown"
    author: str = ""
    when: str = ""
    note: str = ""
    evidence: tuple[str, ...] = ()


class Stand(Cell, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where a party stands: "at A", "between A and B", "beyond B" or "not stated"."""

    at: str = place.NOT_STATED


class Amount(Cell, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A number or a range that an analyst or a named series gives; neither where nothing is known. Salience and influence: 0 to 100."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    source: str = ""
    year: int | None = None


class Attention(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How often the texts name a party: attention of the media, which is neither salience nor influence."""

    mentions: int
    articles: int


class Party(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One side: where it stands on the issue, how much the issue matters to it, how much it can do; who spoke for it."""

    name: str
    position: Stand = Stand()
    salience: Amount = Amount()
    influence: Amount = Amount()
    media_attention: Attention | None = None
    speakers: tuple[str, ...] = ()


class Anchor(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A mark of the scale: words of an article. `value`: where it lies, in units of the analyst, where he sets distances."""

    id: str
    words: str
    evidence: tuple[str, ...] = ()
    value: float | None = None
    note: str = ""


class Claim(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What one says of another's stand: kept as claimed, never as the other's position."""

    by: str
    about: str
    words: str
    evidence: tuple[str, ...] = ()


class Disagreement(Cell, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What holds without agreement: a place on the scale; `cost`: what a breakdown costs each, in units of the scale (0 to 100 without)."""

    at: str
    cost: float = 0.0


class Votes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many votes a party has."""

    party: str
    votes: int


class Rule(Cell, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How a decision is made, where there is a rule: a quota of votes, or unanimity where no quota stands."""

    quota: int | None = None
    votes: tuple[Votes, ...] = ()


class Issue(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    rename={"anchors": "anchor", "parties": "party", "claims": "claim"},
):
    """One thing that is negotiated. `order`: whether an analyst confirmed the order of the anchors. `low`, `high`: ends beyond them."""

    name: str
    words: tuple[str, ...] = ()
    order: Order = "proposed"
    note: str = ""
    unit: str = ""
    low: float | None = None
    high: float | None = None
    anchors: tuple[Anchor, ...] = ()
    parties: tuple[Party, ...] = ()
    claims: tuple[Claim, ...] = ()
    disagreement: Disagreement | None = None
    rule: Rule | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """The anchors' ids in their order."""
        return tuple(a.id for a in self.anchors)

    def place(self, party: Party) -> Place | None:
        """Where a party stands; None where no text says it."""
        return self.place_of(party.position.at)

    def place_of(self, words: str) -> Place | None:
        """What words say of a place on this scale. Raises InputError where they say none."""
        return place.read(words, self.labels)


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename={"articles": "article", "issues": "issue"}):
    """A file of one or more issues with the articles and words that they rest on."""

    title: str = ""
    made_by: str = ""
    note: str = ""
    articles: tuple[Text, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    issues: tuple[Issue, ...] = ()

    def cited(self, idents: tuple[str, ...]) -> tuple[Evidence, ...]:
        """The evidence of some ids, in the order of these."""
        known = {e.id: e for e in self.evidence}
        return tuple(known[i] for i in idents if i in known)
