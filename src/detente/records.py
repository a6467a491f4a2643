"""The vocabulary: every kind of record that Detente writes, and nothing else.

Records are frozen. The JSON Lines format is these types, one object a line, `kind` first.
Offsets are half-open and count code points of `Article.text`, which never changes after ingest.
Days are ISO 8601 strings (`2018-05-09`); a side of an interval that the text leaves open is null.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

Code: TypeAlias = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
ActorType: TypeAlias = Literal["person", "state", "government", "igo", "party", "armed_group", "media", "company", "ngo", "group", "other"]
Factuality: TypeAlias = Literal["actual", "planned", "possible", "denied"]
Certainty: TypeAlias = Literal["certain", "probable", "possible", "unknown"]
Manner: TypeAlias = Literal["direct", "indirect", "mixed", "act"]
Act: TypeAlias = Literal[
    "assert", "deny", "promise", "demand", "refuse", "threaten", "warn", "praise", "accuse",
    "ask", "thank", "apologise", "want", "believe", "support", "oppose",
]  # fmt: skip
Relay: TypeAlias = Literal["said", "quoted", "citing", "document", "hearsay", "unnamed"]
Stance: TypeAlias = Literal["for", "against", "conditional"]
Precision: TypeAlias = Literal["day", "week", "month", "season", "year", "decade"]
Spot: TypeAlias = Literal["point", "city", "region", "country"]
RelationType: TypeAlias = Literal[
    "ties", "supplies", "depends_on", "sanctions", "allied_with", "rivals_with", "disputes_with",
    "leverage_over", "member_of", "party_to", "leads", "kin_of",
]  # fmt: skip

Verdict: TypeAlias = Literal[
    "same_event", "different_event", "copy", "not_copy", "same_actor", "different_actor", "conflict", "no_conflict",
]  # fmt: skip
Detail: TypeAlias = Literal["when", "where", "parties", "figures", "denial"]
Amendable: TypeAlias = Literal["speaker", "actors", "recipients", "status", "code", "when", "delete"]

RESOLVER = "resolve"
"""The author of judgements that the program makes."""


class Record(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag=str.lower):
    """What every record is: a value with an id, written as one JSON object with its `kind` first."""

    id: str


class Quote(msgspec.Struct, frozen=True):
    """Words of the article: half-open code points `start` to `end`, and the words themselves."""

    start: int
    end: int
    quote: str


class Cut(msgspec.Struct, frozen=True):
    """Words that stood in the input and were cut from the text, and why (a word of `ingest`)."""

    words: str
    why: str


class Article(Record, frozen=True, kw_only=True):
    """A text as a reader reads it: headline, then body; page furniture is cut and listed."""

    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    published_basis: Literal["given", "metadata", "url", "text"] | None = None
    language: str = "en"
    text: str
    captions: tuple[Quote, ...] = ()
    furniture: tuple[Cut, ...] = ()
    digest: str
    lines: tuple[int, ...] = ()
    """For each paragraph of `text`, the line of the input file on which it begins (1-based); empty where unknown."""


class Role(msgspec.Struct, frozen=True, rename={"since": "from"}):
    """An office that an actor holds: of what (a country code or an actor id), from and until when, how known."""

    title: str
    of: str | None = None
    since: str | None = None
    until: str | None = None
    basis: Literal["text", "gazetteer"] = "text"


class ActorMention(msgspec.Struct, frozen=True):
    """Words that stand for an actor, and what decided that they do."""

    start: int
    end: int
    quote: str
    how: str


class Actor(Record, frozen=True, kw_only=True):
    """Somebody or something that acts, receives, speaks or signs in one article."""

    article: str
    name: str
    type: ActorType
    country: str | None = None
    sector: str | None = None
    roles: tuple[Role, ...] = ()
    aliases: tuple[str, ...] = ()
    mentions: tuple[ActorMention, ...] = ()
    knowledge: str | None = None
    why: str = ""


class When(msgspec.Struct, frozen=True):
    """First and last day, inclusive; null on a side that the text leaves open. `quote` holds the words it was read from."""

    start: str | None
    end: str | None
    precision: Precision
    basis: Literal["stated", "relative", "inherited"]
    quote: str


class Where(msgspec.Struct, frozen=True):
    """A place named by the text. Degrees north and east, WGS 84; null where only a country or region is meant."""

    name: str
    precision: Spot
    quote: str
    country: str | None = None
    adm1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None


class Link(msgspec.Struct, frozen=True):
    """One holder in the chain of who says so, from the outermost relay inwards: an actor id, how, by which words."""

    holder: str | None
    how: Relay
    cue: str


class Figure(msgspec.Struct, frozen=True):
    """A number that belongs to an event: how many (`low` to `high`, null where open), of what, in which unit."""

    quantity: float
    unit: str | None
    what: str
    quote: str
    low: float | None = None
    high: float | None = None


class Event(Record, frozen=True, kw_only=True):
    """What one actor does, is said to do, plans or wants, to or with another. Codes are PLOVER's (codebook, table 1)."""

    article: str
    code: Code
    mode: str | None = None
    cameo: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    symmetric: bool = False
    factuality: Factuality
    certainty: Certainty = "certain"
    when: When | None = None
    where: Where | None = None
    chain: tuple[Link, ...] = ()
    statement: str | None = None
    condition: str | None = None
    figures: tuple[Figure, ...] = ()
    same_as: str | None = None
    plover: Code
    intensity: float
    quad: int
    evidence: tuple[Quote, ...]
    made_by: str


class Statement(Record, frozen=True, kw_only=True):
    """What the article attributes to somebody as said, written, confirmed, believed, denied or reported."""

    article: str
    speaker: str | None
    cue: Quote
    content: Quote
    manner: Manner
    act: Act = "assert"
    addressees: tuple[str, ...] = ()
    chain: tuple[Link, ...] = ()
    said: bool = True
    mode: Literal["actual", "future", "possible"] = "actual"
    condition: str | None = None
    when: When | None = None
    evidence: tuple[Quote, ...]
    made_by: str


class Position(Record, frozen=True, kw_only=True):
    """What an actor wants, favours, opposes or makes conditional: its own words or act, or said of it by another."""

    article: str
    actor: str
    issue: str
    issue_key: str
    when: When | None = None
    stance: Stance
    own: bool
    certainty: Certainty = "certain"
    chain: tuple[Link, ...] = ()
    condition: str | None = None
    statement: str | None = None
    evidence: tuple[Quote, ...]
    made_by: str


class Relation(Record, frozen=True, kw_only=True):
    """What stands between actors, where an event is what passes. `factuality` is `denied` where it no longer holds."""

    article: str
    type: RelationType
    a: str
    b: str | None
    value: Literal["close", "improving", "normal", "strained", "hostile"] | None = None
    about: str | None = None
    factuality: Factuality = "actual"
    key: str = ""
    when: When | None = None
    chain: tuple[Link, ...] = ()
    evidence: tuple[Quote, ...]
    made_by: str


class Agreement(Record, frozen=True, kw_only=True):
    """A named or described document or deal between parties, and the clauses that the text reports."""

    article: str
    name: str
    parties: tuple[str, ...]
    when: When | None = None
    status: Literal["signed", "in force", "proposed", "broken"]
    clauses: tuple[Quote, ...] = ()
    follows: str | None = None
    key: str = ""
    chain: tuple[Link, ...] = ()
    evidence: tuple[Quote, ...]
    made_by: str


class Problem(Record, frozen=True, kw_only=True):
    """What the text made uncertain, or what an input failed at; never an exception."""

    article: str | None = None
    stage: str
    code: str
    message: str
    span: Quote | None = None


class Run(Record, frozen=True, kw_only=True):
    """The first line of any output: which program, data and model read the articles, with which options.

    `data` is a hash of all data files, a user's own included; `parse` one of how the parser read a fixed text, so that two machines
    with the same hash parse alike.
    """

    program: str
    data: str
    model: str
    parse: str | None = None
    options: dict[str, str] = {}
    when: str | None = None


class Cited(msgspec.Struct, frozen=True):
    """A record that a judgement or correction speaks of, with what it is found by again when its article is read anew.

    `id` is the record's (of an article, the article's; of an actor, the actor's); `code` an event's code, a statement's act, an actor's
    type; `quote` the words it rests on, or its name or title.
    """

    id: str
    article: str
    code: str | None = None
    quote: str | None = None


class Judgement(Record, frozen=True, kw_only=True):
    """The resolver's or a person's word on records of several articles; what is merged is merged only by these, and can be undone.

    `copy`: the first article copies the second. `conflict`: the events do not agree `about` the named detail. With `undoes`, the
    judgement of that id no longer stands, and nothing else is said.
    """

    verdict: Verdict
    of: tuple[Cited, ...]
    reason: str
    author: str = RESOLVER
    about: Detail | None = None
    when: str | None = None
    undoes: str | None = None


class Correction(Record, frozen=True, kw_only=True):
    """A person's word on one record: a field and what it ought to hold, or that the record be deleted.

    `value` is an actor's id (`speaker`), ids joined by spaces (`actors`, `recipients`), a factuality (`status`), a code, or days
    `from/until` (`when`); null where nothing is known. With `undoes`, the correction of that id no longer stands.
    """

    of: Cited
    field: Amendable
    value: str | None = None
    reason: str
    author: str
    when: str | None = None
    undoes: str | None = None


AnyRecord: TypeAlias = Run | Article | Actor | Event | Statement | Position | Relation | Agreement | Problem | Judgement | Correction
