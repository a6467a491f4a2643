"""What a format is: a name, a writer, and what it is able to say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

import msgspec

from detente.corpus import Corpus, Told
from detente.export.about import About
from detente.export.files import Files
from detente.lexicon.exchange import Exchange
from detente.lexicon.ontology import Ontology


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """What writers look things up in. `bom`: begin text with the mark by which Excel knows UTF-8."""

    corpus: Corpus
    exchange: Exchange
    ontology: Ontology
    about: About
    bom: bool = False


Write: TypeAlias = Callable[[Iterable[Told], Files, Setting], None]


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """One format. `status`: it can say planned, possible and denied. `undated`: it can hold an event without any day.

    `names_origin`: version, data and citation stand in the file itself; else `NAME.README.txt` says them. `evidence`: it has room
    for the words; else `NAME.evidence.jsonl` has them.
    """

    name: str
    what: str
    write: Write
    status: bool = True
    undated: bool = True
    names_origin: bool = False
    evidence: bool = True
