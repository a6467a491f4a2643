"""What may be asked, noun by noun: every field is a parameter of the address, with the words of the command line."""

from __future__ import annotations

from datetime import date
from typing import Annotated, TypeAlias

import msgspec
from msgspec import Meta

from detente.corpus import Filter
from detente.errors import InputError
from detente.records import Amendable, Detail, Factuality, Verdict
from detente.store.protocol import Kind
from detente.views.steps import Step

Name: TypeAlias = Annotated[str, Meta(min_length=1, max_length=300)]
Names: TypeAlias = Annotated[tuple[Name, ...], Meta(max_length=12)]
Day: TypeAlias = Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\d$")]
Ids: TypeAlias = Annotated[tuple[Name, ...], Meta(min_length=1, max_length=200)]
Reason: TypeAlias = Annotated[str, Meta(max_length=2000)]
PAGE = 50
MOST = 200
"""Rows of a page: unless asked for, and at most."""
Rows: TypeAlias = Annotated[int, Meta(ge=1, le=MOST)]


class Question(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Anything that is asked."""


class Narrowed(Question, frozen=True, kw_only=True, rename={"everything": "all"}):
    """The conditions of `Filter`, under the names of the command line."""

    actor: Names = ()
    code: Names = ()
    since: Day | None = None
    until: Day | None = None
    place: Names = ()
    outlet: Names = ()
    status: Annotated[tuple[Factuality, ...], Meta(max_length=4)] = ()
    text: Annotated[str, Meta(max_length=500)] | None = None
    published_since: Day | None = None
    published_until: Day | None = None
    added_since: Annotated[str, Meta(max_length=40)] | None = None
    everything: bool = False

    def __post_init__(self) -> None:
        for name in ("since", "until", "published_since", "published_until"):
            _day(name, getattr(self, name))

    @property
    def filter(self) -> Filter:
        """The same as a filter. Words of nothing but space ask for nothing."""
        return Filter(
            text=self.text if self.text and self.text.strip() else None,
            actors=self.actor,
            codes=self.code,
            since=self.since,
            until=self.until,
            places=self.place,
            outlets=self.outlet,
            status=self.status,
            published_since=self.published_since,
            published_until=self.published_until,
            added_since=self.added_since,
            everything=self.everything,
        )


def _day(name: str, day: str | None) -> None:
    try:
        if day is not None:
            date.fromisoformat(day)
    except ValueError as error:
        raise InputError(f"{name}: {day!r} is no day") from error


class Stepped(Narrowed, frozen=True, kw_only=True):
    """Over time; without a step the finest that shows it well."""

    step: Step | None = None


class Paged(Narrowed, frozen=True, kw_only=True):
    """Page by page: `after` is where the page before ended, as it says."""

    limit: Rows = PAGE
    after: Annotated[str, Meta(max_length=400)] | None = None


class Sought(Paged, frozen=True, kw_only=True):
    """A page of records of one kind."""

    kind: Kind = "article"


class Stated(Paged, frozen=True, kw_only=True):
    """Statements, about an issue in words if one is given: all its words, by their stems, are in what is said."""

    about: Name | None = None


class Issued(Narrowed, frozen=True, kw_only=True):
    """Positions, on an issue in words if one is given."""

    about: Name | None = None


class Paired(Narrowed, frozen=True, kw_only=True):
    """What passes between two parties, by name or id; `directed`: only from the first to the second."""

    a: Name
    b: Name
    step: Step = "month"
    directed: bool = False


class Renewed(Narrowed, frozen=True, kw_only=True):
    """Stories; what was published on or after a day is marked as new."""

    new_since: Day | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        _day("new_since", self.new_since)


class Someone(Narrowed, frozen=True, kw_only=True):
    """An actor, by name or id."""

    id: Name


class One(Question, frozen=True, kw_only=True):
    """One record or article, by id."""

    id: Name


class Several(Question, frozen=True, kw_only=True):
    """Some events, by the ids of any of their tellings."""

    id: Ids


class Exported(Narrowed, frozen=True, kw_only=True):
    """A file of what fits, in a format of `detente formats`."""

    to: Name


class Judged(Question, frozen=True, kw_only=True):
    """A person's word on records: that events are one or are not (`of`: ids of events), that an article copies another, …"""

    verdict: Verdict
    of: Annotated[tuple[Name, ...], Meta(min_length=2, max_length=50)]
    reason: Reason = ""
    about: Detail | None = None


class Corrected(Question, frozen=True, kw_only=True):
    """A person's word on one record: a field and what it ought to hold (see `Correction`)."""

    of: Name
    field: Amendable
    value: Annotated[str, Meta(max_length=2000)] | None = None
    reason: Reason = ""


class Undone(Question, frozen=True, kw_only=True):
    """A judgement or correction that no longer stands, by its id."""

    id: Name
    reason: Reason = ""
