"""Pages of records: what was found, what was said."""

from __future__ import annotations

import msgspec

from detente.records import Act, Manner
from detente.store.protocol import Kind
from detente.views.moments import Moment
from detente.views.sides import Side
from detente.web.api.shared import Headline, Piece


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A record that fits, in one line. `status` is an event's, a stance, an act, …; an article's `line` is its title.

    `day` is the time in words; `entry` of an event the id of its page; `snippet` the words of the article that were asked for.
    """

    id: str
    kind: Kind
    article: Headline
    line: str
    status: str | None
    day: str
    source: str
    quote: str
    entry: str | None
    tellings: int
    snippet: tuple[Piece, ...] = ()


class Search(msgspec.Struct, frozen=True):
    """A page of what fits: events in the order of their time, articles in that of publication."""

    kind: Kind
    hits: tuple[Found, ...]
    after: str | None


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """Who said what, when, through whom. `speaker` is an id of a side (None: not named); `quoted`: printed as a quotation.

    `line` are the words with names written out, `how` the chain in words, `quote` the words of the article. `said` false: "did not say".
    """

    id: str
    speaker: str | None
    line: str
    quoted: bool
    act: Act
    manner: Manner
    said: bool
    how: str
    addressees: tuple[str, ...]
    condition: str | None
    moment: Moment
    quote: str
    article: Headline


class Statements(msgspec.Struct, frozen=True):
    """A page of statements in the order of their time, with their speakers."""

    statements: tuple[Statement, ...]
    sides: tuple[Side, ...]
    after: str | None
