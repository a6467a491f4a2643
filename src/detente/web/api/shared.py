"""What several answers are made of."""

from __future__ import annotations

import msgspec

from detente.views.deeds import Deed


class Bound(msgspec.Struct, frozen=True):
    """How much of what fits is in an answer: `shown` of `total` (None: more than are counted); `what` they are (events, articles)."""

    what: str
    shown: int
    total: int | None


class Headline(msgspec.Struct, frozen=True):
    """An article in one line. `title` is its title, else the beginning of its text; `outlet` says so where none is stated."""

    id: str
    title: str
    outlet: str
    published: str | None
    url: str | None = None


class Piece(msgspec.Struct, frozen=True):
    """Some words of a snippet; `hit` where they are what was asked for."""

    text: str
    hit: bool = False


class Mark(Deed, frozen=True, kw_only=True):
    """A real-world event as a mark on a time line or map, without its words: these are asked for by id (`/api/entries`).

    `outlets` counts those that tell it and were not found to copy one another, `denied` the tellings that deny it while others do not.
    """

    outlets: int
    tellings: int
    denied: int = 0
