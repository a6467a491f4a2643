"""The options by which commands over many articles are narrowed; the same words everywhere."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from typing import Annotated, NamedTuple, get_args

import msgspec
import typer

from detente.corpus import Filter
from detente.errors import InputError
from detente.records import Code

Actors = Annotated[list[str] | None, typer.Option("--actor", help="a party, by name or id; several: all of them")]
Codes = Annotated[list[str] | None, typer.Option("--code", help="a PLOVER type or mode, or the beginning of a CAMEO code; several: any")]
Since = Annotated[str | None, typer.Option("--since", help="events on or after this day (YYYY-MM-DD)")]
Until = Annotated[str | None, typer.Option("--until", help="events on or before this day")]
Places = Annotated[list[str] | None, typer.Option("--place", help="a place's name or a country's ISO code; several: any")]
Outlets = Annotated[list[str] | None, typer.Option("--outlet", help="told by this outlet; several: any")]


class Standing(StrEnum):
    """How an event may stand; typer takes no list of literals."""

    actual = "actual"
    planned = "planned"
    possible = "possible"
    denied = "denied"


Status = Annotated[
    list[Standing] | None,
    typer.Option("--status", help="actual, planned, possible or denied; several: any; else actual and planned"),
]
Text = Annotated[str | None, typer.Option("--text", help="words in the article, as in `detente search`")]
PublishedSince = Annotated[str | None, typer.Option("--published-since", help="published on or after this day")]
PublishedUntil = Annotated[str | None, typer.Option("--published-until", help="published on or before this day")]
AddedSince = Annotated[str | None, typer.Option("--added-since", help="added to the store since this day or time (of a store only)")]
Everything = Annotated[bool, typer.Option("--all", help="possible and denied events too, and every retelling")]


class Option(NamedTuple):
    """An option of a command: the name of its parameter, what typer is told of it, and its value where it is not given."""

    name: str
    kind: object
    value: object = inspect.Parameter.empty


NARROWING = (
    Option("actor", Actors, None), Option("code", Codes, None), Option("since", Since, None), Option("until", Until, None),
    Option("place", Places, None), Option("outlet", Outlets, None), Option("status", Status, None), Option("text", Text, None),
    Option("published_since", PublishedSince, None), Option("published_until", PublishedUntil, None),
    Option("added_since", AddedSince, None), Option("everything", Everything, False),
)  # fmt: skip


def gathered(
    command: Callable[..., None], make: Callable[[dict[str, object]], object], options: Sequence[Option], *, first: Sequence[Option] = ()
) -> Callable[..., None]:
    """The command with options that several commands share in place of its first parameter, which `make` makes of their values.

    `first` stand before the command's own parameters, `options` behind them.
    """
    own = list(inspect.signature(command, eval_str=True).parameters.values())[1:]
    shared = frozenset(option.name for option in (*first, *options))

    def called(**given: object) -> None:
        command(make({k: v for k, v in given.items() if k in shared}), **{k: v for k, v in given.items() if k not in shared})

    called.__name__, called.__doc__ = command.__name__, command.__doc__
    called.__annotations__ = {}
    called.__signature__ = inspect.Signature(  # type: ignore[attr-defined]  # typer reads options from it
        [*map(_parameter, first), *(p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in own), *map(_parameter, options)]
    )
    return called


def _parameter(option: Option) -> inspect.Parameter:
    return inspect.Parameter(option.name, inspect.Parameter.KEYWORD_ONLY, default=option.value, annotation=option.kind)


def narrowed(command: Callable[..., None]) -> Callable[..., None]:
    """The command with all options that narrow in place of its first parameter, `asked: Filter`, which is made of them."""
    return gathered(command, wanted, NARROWING)


def wanted(given: dict[str, object]) -> Filter:
    """The conditions of the options. Raises InputError for a day or a code that is none."""
    names = {"actor": "actors", "code": "codes", "place": "places", "outlet": "outlets"}
    for name in ("since", "until", "published_since", "published_until"):
        if given[name] is not None and day(str(given[name])) is None:
            raise InputError(f"--{name.replace('_', '-')} takes a day (YYYY-MM-DD), not {given[name]!r}")
    if given["added_since"] is not None and day(str(given["added_since"])[:10]) is None:
        raise InputError(f"--added-since takes a day or a time (YYYY-MM-DDThh:mm), not {given['added_since']!r}")
    _codes(given["code"])
    values = {names.get(k, k): [getattr(x, "value", x) for x in v] if isinstance(v, list) else v for k, v in given.items() if v is not None}
    return msgspec.convert(values, Filter)


def _codes(asked: object) -> None:
    """Raises InputError for what is no type or mode of PLOVER and does not look like a code of CAMEO."""
    strange = [c for c in asked if c.upper() not in get_args(Code) and not c.isdigit()] if isinstance(asked, list) else []
    if strange:
        from detente.lexicon import Shelf, ontology

        modes = {mode for kind in ontology.load(Shelf()).types.values() for mode in kind.modes}
        if unknown := [code for code in strange if code.casefold() not in modes]:
            raise InputError(
                f"--code takes a type or mode of PLOVER or digits of CAMEO, not {unknown[0]!r}; types: {', '.join(get_args(Code))}"
            )


def day(text: str) -> date | None:
    """The day of a whole ISO 8601 date; None for what is none."""
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
