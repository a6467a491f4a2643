"""Answers about a whole store: what is in it, how many events have which values, when they are."""

from __future__ import annotations

import msgspec

from detente.views.dyad import Quads
from detente.views.sides import Side
from detente.views.steps import Step
from detente.web.api.shared import Bound, Mark


class Kinds(msgspec.Struct, frozen=True):
    """How many there are of each; events are real-world events as counted, `told` all tellings of any."""

    articles: int
    events: int
    told: int
    statements: int
    positions: int
    relations: int
    agreements: int


class Written(msgspec.Struct, frozen=True):
    """A format in which records can be exported, and what it is."""

    name: str
    what: str


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """The store: its name, the program that shows it, how much is in it, first and last day of publication.

    `edit`: judgements may be made. `texts`: whole texts are there. `report`: a static folder, made of the newest
    articles; `left_out` counts those that are not in it. `cases`: names of cases to weigh.
    """

    name: str
    program: str
    edit: bool
    texts: bool
    report: bool
    left_out: int
    counts: Kinds
    published: tuple[str, str] | None
    formats: tuple[Written, ...]
    cases: tuple[str, ...] = ()


class Value(msgspec.Struct, frozen=True):
    """A value, how it is called, and how many events have it."""

    value: str
    name: str
    count: int


class Facets(msgspec.Struct, frozen=True, kw_only=True):
    """How many real-world events that fit have which values, the most frequent first, months in their order.

    `value` is what goes into the filter, `name` what people read.
    """

    events: int
    actors: tuple[Value, ...]
    codes: tuple[Value, ...]
    quads: tuple[Value, ...]
    statuses: tuple[Value, ...]
    countries: tuple[Value, ...]
    outlets: tuple[Value, ...]
    months: tuple[Value, ...]


class Bar(msgspec.Struct, frozen=True):
    """The events that begin in one step of time, by quad; `planned` of them are planned."""

    start: str
    end: str
    label: str
    quads: Quads
    planned: int


class Histogram(msgspec.Struct, frozen=True):
    """Events by time and quad, exact however many there are. Steps without an event are left out; `undated` events are in none.

    Unless days were asked for, what lies far before or after nearly all the rest is counted (`earlier`, `later`) and has no bar.
    """

    step: Step
    bars: tuple[Bar, ...]
    events: int
    undated: int
    earlier: int = 0
    later: int = 0


class Story(msgspec.Struct, frozen=True):
    """The story page: `histogram` of all time (whatever `since` and `until` say), `marks` of the window in the order of time.

    `sides` are all parties of the marks; `undated` of the marks stand last.
    """

    histogram: Histogram
    marks: tuple[Mark, ...]
    sides: tuple[Side, ...]
    bound: Bound
