"""Questions to a case: who joins or leaves, stands together, moves, cares more or can do more; each gives a changed issue.

What is asked on the command line has the status `analyst`: it is the user's word, not the texts'.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from detente.errors import InputError
from detente.weigh import place
from detente.weigh.case import Amount, Issue, Party, Stand

ASKER = "asked"
"""The author of what a question supposes."""
Change = Callable[[Issue], Issue]


class Scenario(msgspec.Struct, frozen=True):
    """A question in words, and what it makes of an issue."""

    title: str
    change: Change


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """All questions of a run, each as the user wrote it: see docs/weigh.md for the forms."""

    join: tuple[str, ...] = ()
    leave: tuple[str, ...] = ()
    bloc: tuple[str, ...] = ()
    shift: tuple[str, ...] = ()
    salience: tuple[str, ...] = ()
    influence: tuple[str, ...] = ()
    compare: tuple[str, ...] = ()


def read(asked: Asked) -> tuple[Scenario, ...]:
    """A scenario a question, and all but the comparisons together where there are several. Raises InputError for what cannot be read."""
    single = [
        *map(join, asked.join),
        *map(leave, asked.leave),
        *map(bloc, asked.bloc),
        *map(shift, asked.shift),
        *(amount("salience", a) for a in asked.salience),
        *(amount("influence", a) for a in asked.influence),
    ]
    together = [Scenario("all of these together", _chain([s.change for s in single]))] if len(single) > 1 else []
    return (*single, *together, *map(compare, asked.compare))


def _chain(changes: list[Change]) -> Change:
    def all_of(issue: Issue) -> Issue:
        for change in changes:
            issue = change(issue)
        return issue

    return all_of


def join(words: str) -> Scenario:
    """ "China at B" or "China between A and B": it takes part, placed there."""
    name, at = _placed(words)
    return Scenario(f"{name} joins, {at}", lambda issue: _moved(issue, name, at, new=True))


def leave(name: str) -> Scenario:
    """A party goes."""
    return Scenario(f"without {name}", lambda issue: _without(issue, name))


def bloc(words: str) -> Scenario:
    """ "A,B at X": these stand together there."""
    names, at = _placed(words)
    members = [n.strip() for n in names.split(",") if n.strip()]

    def together(issue: Issue) -> Issue:
        for name in members:
            issue = _moved(issue, name, at)
        return issue

    return Scenario(f"{', '.join(members)} together {at}", together)


def shift(words: str) -> Scenario:
    """ "X to B", or "X between A and B": one moves."""
    if (found := re.fullmatch(r"(.+?) to (.+)", words.strip())) and not re.search(r" (?:at|between|beyond) ", words):
        name, at = found[1].strip(), f"at {found[2].strip()}"
    else:
        name, at = _placed(words.replace(" to at ", " at "))
    return Scenario(f"{name} moves {at}", lambda issue: _moved(issue, name, at))


def amount(key: str, words: str) -> Scenario:
    """ "X=60" or "X=60-80": how much it cares, or can do."""
    found = re.fullmatch(r"(.+?)\s*=\s*(\d+(?:\.\d+)?)(?:\s*-\s*(\d+(?:\.\d+)?))?", words.strip())
    if not found:
        raise InputError(f'--{key} {words!r}: "X=60" or "X=60-80"')
    name, low, high = found[1].strip(), float(found[2]), float(found[3] or found[2])
    if low > high or (key == "salience" and high > 100):
        raise InputError(f"--{key} {words!r}: from low to high{', 0 to 100' if key == 'salience' else ''}")
    told = f"{low:g}" if low == high else f"{low:g} to {high:g}"
    made = Amount(low=low, high=high, status="analyst", author=ASKER)
    return Scenario(f"{key} of {name} {told}", lambda issue: _with(issue, name, lambda p: _set(p, key, made)))


def compare(words: str) -> Scenario:
    """ "without X", "without X, Y", or "with X at B"."""
    kind, _, rest = words.strip().partition(" ")
    if kind.lower() == "without" and rest:
        names = [n.strip() for n in rest.split(",") if n.strip()]
        return Scenario(f"without {', '.join(names)}", _chain([leave(n).change for n in names]))
    if kind.lower() == "with" and rest:
        return msgspec.structs.replace(join(rest), title=f"with {rest}")
    raise InputError(f'--compare {words!r}: "without X" or "with X at B"')


def _placed(words: str) -> tuple[str, str]:
    """The name and the place of "X at B"."""
    found = re.fullmatch(r"(.+?)\s+((?:at|between|beyond) .+)", words.strip(), re.IGNORECASE)
    if not found:
        raise InputError(f'{words!r}: "X at B", "X between A and B" or "X beyond B"')
    return found[1].strip(), found[2].strip()


def named(issue: Issue, name: str) -> Party | None:
    """The party of a name, whatever its case."""
    return next((p for p in issue.parties if p.name.casefold() == name.casefold()), None)


def _known(issue: Issue, name: str) -> Party:
    found = named(issue, name)
    if found is None:
        raise InputError(f"no party is called {name!r}: {', '.join(p.name for p in issue.parties)}")
    return found


def _moved(issue: Issue, name: str, at: str, *, new: bool = False) -> Issue:
    place.read(at, issue.labels)
    stand = Stand(at=at, status="analyst", author=ASKER)
    if new and named(issue, name) is None:
        return msgspec.structs.replace(issue, parties=(*issue.parties, Party(name=name, position=stand)))
    return _with(issue, name, lambda p: msgspec.structs.replace(p, position=stand))


def _without(issue: Issue, name: str) -> Issue:
    gone = _known(issue, name)
    return msgspec.structs.replace(issue, parties=tuple(p for p in issue.parties if p is not gone))


def _with(issue: Issue, name: str, change: Callable[[Party], Party]) -> Issue:
    found = _known(issue, name)
    return msgspec.structs.replace(issue, parties=tuple(change(p) if p is found else p for p in issue.parties))


def _set(party: Party, key: str, made: Amount) -> Party:
    return msgspec.structs.replace(party, **{key: made})
