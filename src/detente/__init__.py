"""Detente reads the news of diplomacy and keeps the record.

`read` and `read_text` give a `Reading`: actors, events, statements, positions, relations and agreements, each with its words.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.reader import load, read, read_many, read_text
    from detente.reading import Reading
    from detente.records import Actor, Article, Event, Position, Statement

__all__ = ["Actor", "Article", "Event", "Position", "Reading", "Statement", "load", "read", "read_many", "read_text"]

_WHERE = dict.fromkeys(("Actor", "Article", "Event", "Position", "Statement"), "detente.records") | {
    "Reading": "detente.reading",
    **dict.fromkeys(("load", "read", "read_many", "read_text"), "detente.reader"),
}


def __getattr__(name: str) -> object:
    """The public names, each loaded when first asked for: importing `detente` loads no parser."""
    if name not in _WHERE:
        raise AttributeError(f"module 'detente' has no attribute {name!r}")
    return getattr(import_module(_WHERE[name]), name)
