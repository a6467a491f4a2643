"""What stands between the stages: one Reading an article, each field filled once, by one stage.

Spans of these drafts are half-open *token* ranges of the parse (`first`, `last`); only `assemble` turns them into records.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

import msgspec

from detente.nlp.parse import Parse
from detente.records import (
    Act,
    Actor,
    ActorType,
    Agreement,
    AnyRecord,
    Article,
    Certainty,
    Code,
    Event,
    Factuality,
    Figure,
    Manner,
    Position,
    Precision,
    Problem,
    Relation,
    RelationType,
    Role,
    Run,
    Spot,
    Stance,
    Statement,
    When,
    Where,
)

MentionForm: TypeAlias = Literal["name", "nominal", "pronoun", "group", "adjective"]


class Mention(msgspec.Struct, frozen=True):
    """Words that may stand for an actor. `adjective` is a state's or body's name used as a modifier ("US-led", "Chinese oil")."""

    first: int
    last: int
    head: int
    form: MentionForm
    title: tuple[int, int] | None = None
    """Tokens of a title or description that belongs to a name ("US President", "a professor at …")."""


class Candidate(msgspec.Struct, frozen=True):
    """One thing of the gazetteer that a mention may be, and why; higher scores are likelier."""

    entry: str
    score: float
    how: str


class Antecedent(msgspec.Struct, frozen=True):
    """Which earlier or later mentions (indexes) a mention stands for; several for a group; and what decided it."""

    mentions: tuple[int, ...]
    how: str
    entries: tuple[str, ...] = ()
    """What the mention stands for without any other mention: ids of the gazetteer, or descriptions as in `Candidate`."""


class Player(msgspec.Struct, frozen=True):
    """An actor of the article before it is a record. `id` is the gazetteer's, else `#slug`."""

    id: str
    name: str
    type: ActorType
    country: str | None = None
    sector: str | None = None
    roles: tuple[Role, ...] = ()
    aliases: tuple[str, ...] = ()
    knowledge: str | None = None
    why: str = ""


class Cast(msgspec.Struct, frozen=True):
    """Who is who. `who[i]` are the ids that mention `i` stands for (none: open), `how[i]` what decided it.

    `heads` finds the ids by the head token of a mention; adjectives are in `adjectives` instead, by their token.
    `plural` holds the head tokens of mentions that stand for several actors at once.
    """

    players: tuple[Player, ...]
    who: tuple[tuple[str, ...], ...]
    how: tuple[str, ...]
    heads: dict[int, tuple[str, ...]]
    adjectives: dict[int, tuple[str, ...]]


class Timex(msgspec.Struct, frozen=True):
    """An expression of time. `value` is its TIMEX3 value; `start` and `end` are days, null where open or unknown.

    `basis` is `previous` where the expression counts from the event told before it ("a day earlier").
    """

    first: int
    last: int
    type: Literal["date", "time", "duration", "set"]
    value: str | None
    start: str | None
    end: str | None
    precision: Precision
    basis: Literal["stated", "relative", "previous"]
    shift: int = 0
    """Days from the event told before, where `basis` is `previous`."""


class Place(msgspec.Struct, frozen=True):
    """A place named by the text, resolved."""

    first: int
    last: int
    head: int
    name: str
    precision: Spot
    country: str | None = None
    adm1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    how: str = ""


class Source(msgspec.Struct, frozen=True):
    """Who says so, one step of a chain: actor id or null, how, and the token of its cue."""

    holder: str | None
    how: Literal["said", "quoted", "citing", "document", "hearsay", "unnamed"]
    cue: int


class Attribution(msgspec.Struct, frozen=True):
    """Content that the text gives to a speaker. One per speaker; `cue` and `content` are token ranges.

    `commitment` is what the cue lets the article commit to: `factive` (confirmed), `neutral` (said), `doubtful` (claimed,
    reportedly), `denying` (denied).
    """

    cue: tuple[int, int]
    cue_head: int
    content: tuple[int, int]
    speaker: str | None
    manner: Manner
    act: Act
    commitment: Literal["factive", "neutral", "doubtful", "denying"]
    rule: str
    addressees: tuple[str, ...] = ()
    chain: tuple[Source, ...] = ()
    said: bool = True
    mode: Literal["actual", "future", "possible"] = "actual"
    condition: tuple[int, int] | None = None
    more: tuple[tuple[int, int], ...] = ()
    """Further token ranges of a content that its cue or a narrator's words break."""


class Deed(msgspec.Struct, frozen=True):
    """An event before it is dated and written down. `first` to `last` are the tokens of its evidence."""

    trigger: int
    first: int
    last: int
    code: Code
    rule: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    symmetric: bool = False
    mode: str | None = None
    cameo: str | None = None
    factuality: Factuality = "actual"
    why: str = ""
    """What decided the factuality."""
    certainty: Certainty = "certain"
    attribution: int | None = None
    """Index of the innermost attribution whose content holds the trigger."""
    own: int | None = None
    """Index of the attribution that this deed itself is (a promise, a demand): its speech act."""
    condition: tuple[int, int] | None = None
    figures: tuple[Figure, ...] = ()
    contexts: tuple[str, ...] = ()
    host: int | None = None
    """Index of the deed under whose trigger this one stands (the promise that a visit is the object of)."""
    inferred: int | None = None
    """The token by which a party was inferred that the deed's own clause does not name: its name, or the deed told before."""


class Setting(msgspec.Struct, frozen=True):
    """When and where a deed took place, as read for its own clause."""

    when: When | None = None
    where: Where | None = None


class Retelling(msgspec.Struct, frozen=True):
    """The index of the deed that a deed retells, or None; and the setting after all tellings were put together."""

    of: int | None
    setting: Setting


class Stand(msgspec.Struct, frozen=True):
    """A position before it is a record: tokens of its evidence and of its issue."""

    first: int
    last: int
    issue: tuple[int, int]
    actor: str
    stance: Stance
    own: bool
    rule: str
    certainty: Certainty = "certain"
    attribution: int | None = None
    condition: tuple[int, int] | None = None
    without: tuple[int, int] | None = None
    """Tokens inside the issue that are no part of it: the "should not" that the stance tells."""


class Bond(msgspec.Struct, frozen=True):
    """A relation before it is a record."""

    first: int
    last: int
    type: RelationType
    a: str
    b: str | None
    rule: str
    value: Literal["close", "improving", "normal", "strained", "hostile"] | None = None
    about: str | None = None
    past: bool = False
    factuality: Factuality = "actual"
    """`possible` under a "could" or "might"; what no longer holds is `past` instead."""
    attribution: int | None = None


class Pact(msgspec.Struct, frozen=True):
    """An agreement before it is a record."""

    first: int
    last: int
    name: str
    parties: tuple[str, ...]
    status: Literal["signed", "in force", "proposed", "broken"]
    rule: str
    when: When | None = None
    clauses: tuple[tuple[int, int], ...] = ()
    follows: int | None = None
    attribution: int | None = None


class Records(msgspec.Struct, frozen=True):
    """What `assemble` writes down of one article."""

    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    relations: tuple[Relation, ...] = ()
    agreements: tuple[Agreement, ...] = ()


class Doubt(msgspec.Struct, frozen=True):
    """What a stage found uncertain, before it is a `Problem`: code, message, and the tokens it speaks of."""

    code: str
    message: str
    first: int | None = None
    last: int | None = None


class Reading(msgspec.Struct, frozen=True):
    """One article as it is read: each field below `parse` is filled once, by the stage of its name, and never changed."""

    run: Run
    article: Article
    parse: Parse
    mentions: tuple[Mention, ...] = ()
    candidates: tuple[tuple[Candidate, ...], ...] = ()
    antecedents: tuple[Antecedent | None, ...] = ()
    cast: Cast = Cast((), (), (), {}, {})
    times: tuple[Timex, ...] = ()
    places: tuple[Place, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    deeds: tuple[Deed, ...] = ()
    settings: tuple[Setting, ...] = ()
    heard: tuple[Setting, ...] = ()
    retellings: tuple[Retelling, ...] = ()
    stands: tuple[Stand, ...] = ()
    pacts: tuple[Pact, ...] = ()
    bonds: tuple[Bond, ...] = ()
    records: Records = Records()
    problems: tuple[Problem, ...] = ()

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Who acts, receives, speaks or signs."""
        return self.records.actors

    @property
    def events(self) -> tuple[Event, ...]:
        """What they do to one another, retellings included (`same_as` says of which)."""
        return self.records.events

    @property
    def statements(self) -> tuple[Statement, ...]:
        """What is attributed to whom."""
        return self.records.statements

    @property
    def positions(self) -> tuple[Position, ...]:
        """Who wants what."""
        return self.records.positions

    @property
    def relations(self) -> tuple[Relation, ...]:
        """What stands between them."""
        return self.records.relations

    @property
    def agreements(self) -> tuple[Agreement, ...]:
        """Documents and deals."""
        return self.records.agreements

    def all(self) -> Iterator[AnyRecord]:
        """Every record in the order in which they are written: the article first, its problems last."""
        yield self.article
        yield from self.actors
        yield from self.events
        yield from self.statements
        yield from self.positions
        yield from self.relations
        yield from self.agreements
        yield from self.problems
