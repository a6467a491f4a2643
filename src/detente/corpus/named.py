"""Actors found by what a user calls them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from detente.records import Actor

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


def named(actors: Iterable[Actor], name: str) -> tuple[Actor, ...]:
    """The actors of an id or name; else those with all its words in a name; else those that a mention calls so; else the state of a code.

    A state brings the parts of its government.
    """
    known, asked = tuple(actors), fold(name)
    tiers: tuple[Callable[[Actor], bool], ...] = (
        lambda a: asked in {fold(a.id), *map(fold, (a.name, *a.aliases))},
        lambda a: bool(asked) and set(asked.split()) <= set(fold(a.name).split()),
        lambda a: asked in {fold(m.quote) for m in a.mentions if m.quote[:1].isupper()},
        lambda a: a.type == "state" and asked == (a.country or "").casefold(),
    )
    found = next((hits for fits in tiers if (hits := [a for a in known if fits(a)])), [])
    states = {a.country for a in found if a.type == "state" and a.country}
    ids = {a.id for a in found}
    return tuple(a for a in known if a.id in ids or (a.type == "government" and a.country in states))


def fold(name: str) -> str:
    """A name as names are compared: its words, without case, "the" and a possessive."""
    return " ".join(_WORD.findall(name.casefold().replace("’", "'"))).removeprefix("the ").removesuffix("'s")
