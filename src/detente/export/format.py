"""What a format is: a name, a writer, and what it is able to say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Protocol

import msgspec

from detente.corpus import Corpus, Told
from detente.corpus.source import Around
from detente.export.about import About
from detente.export.files import Files
from detente.lexicon.exchange import Exchange
from detente.lexicon.ontology import Ontology
from detente.records import AnyRecord


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """What writers look things up in. `corpus`: the records around the events at hand; before the first event there are none."""

    corpus: Corpus
    exchange: Exchange
    ontology: Ontology
    about: About


class Given(Protocol):
    """What a writer is given: it goes once through the events, or through the records, and keeps no more of them than it needs."""

    @property
    def about(self) -> About:
        """The origin of the export."""
        ...

    def told(self) -> Iterator[tuple[Told, Setting]]:
        """Real-world events in the order of time, each with what it is looked up in."""
        ...

    def records(self) -> Iterator[AnyRecord]:
        """The records behind them."""
        ...


class Write(Protocol):
    """Writes what is given in a format."""

    def __call__(self, given: Given, files: Files, /) -> None:
        """Write all of it."""
        ...


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """One format. `status`: it can say planned, possible and denied. `undated`: it can hold an event without any day.

    `names_origin`: version, data and citation stand in the file itself; else `NAME.README.txt` says them. `evidence`: it has room
    for the words; else `NAME.evidence.jsonl` has them. `around`: what must be known around
    an event to write it. `unit`: what is counted of an export.
    """

    name: str
    what: str
    write: Write
    status: bool = True
    undated: bool = True
    names_origin: bool = False
    evidence: bool = True
    around: Around = "told"
    unit: Literal["event", "article"] = "event"
