"""Where a party stands among quoted anchors, told in order only: "at A", "between A and B", "beyond B", "not stated".

Anchors are numbered from 1; *edge* 0 is the end of the scale before the first of them, edge n+1 the end after the last. *Steps* are what
order can tell apart: 2k is at anchor k, 2k+1 between it and the next, or beyond an end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from detente.errors import InputError

NOT_STATED = "not stated"
_FORMS = re.compile(r"(?:at|between|beyond) .+", re.IGNORECASE)


class Place(msgspec.Struct, frozen=True):
    """From which edge to which a party may stand; the same edge twice is at an anchor."""

    low: int
    high: int

    @property
    def steps(self) -> tuple[int, int]:
        """The first and the last step on which this may be."""
        return (2 * self.low, 2 * self.low) if self.low == self.high else (2 * self.low + 1, 2 * self.high - 1)


def read(words: str, anchors: Sequence[str]) -> Place | None:
    """What the words say; None for "not stated". Raises InputError for words that are none of the four, or an anchor that is not there."""
    said = " ".join(words.split())
    if said.lower() == NOT_STATED:
        return None
    kind, _, rest = said.partition(" ")
    kind = kind.lower()
    if not _FORMS.fullmatch(said):
        raise InputError(f'{words!r} is no place: "at A", "between A and B", "beyond B" or "not stated"')
    if kind == "at":
        return Place(*[_anchor(rest, anchors)] * 2)
    return _beyond(rest, anchors) if kind == "beyond" else _between(rest, anchors)


def _anchor(name: str, anchors: Sequence[str]) -> int:
    found = [n for n, known in enumerate(anchors, 1) if known.casefold() == name.strip().casefold()]
    if not found:
        raise InputError(f"no anchor is called {name.strip()!r}; there are: {', '.join(anchors) or 'none'}")
    return found[0]


def _between(rest: str, anchors: Sequence[str]) -> Place:
    names = re.split(r" and ", rest, flags=re.IGNORECASE)
    if len(names) != 2:
        raise InputError(f'"between {rest}" names not two anchors')
    low, high = sorted(_anchor(name, anchors) for name in names)
    if low == high:
        raise InputError(f'"between {rest}" names one anchor twice')
    return Place(low, high)


def _beyond(rest: str, anchors: Sequence[str]) -> Place:
    at, last = _anchor(rest, anchors), len(anchors)
    if last < 2 or at not in (1, last):
        raise InputError(f'"beyond {rest}": only the first and the last of two anchors or more have a beyond')
    return Place(0, 1) if at == 1 else Place(last, last + 1)


def words(step: int, anchors: Sequence[str]) -> str:
    """A step in words: "at A", "between A and B", "beyond B"."""
    at, last = step // 2, len(anchors)
    if step % 2 == 0 and 1 <= at <= last:
        return f"at {anchors[at - 1]}"
    if at < 1:
        return f"beyond {anchors[0]}"
    return f"beyond {anchors[-1]}" if at >= last else f"between {anchors[at - 1]} and {anchors[at]}"


def span(low: int, high: int, anchors: Sequence[str]) -> str:
    """From one step to another in words; what lies between two anchors is told by these."""
    if low == high:
        return words(low, anchors)
    first, last = -(-low // 2) if low % 2 == 0 else low // 2, high // 2 if high % 2 == 0 else high // 2 + 1
    if 1 <= first < last <= len(anchors):
        return f"between {anchors[first - 1]} and {anchors[last - 1]}"
    return f"anywhere from {words(low, anchors)} to {words(high, anchors)}"
