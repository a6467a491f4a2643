"""The options by which commands over many articles are narrowed; the same words everywhere."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Annotated

import msgspec
import typer

from detente.corpus import Filter
from detente.errors import InputError

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

_OPTIONS = (
    ("actor", Actors, None), ("code", Codes, None), ("since", Since, None), ("until", Until, None), ("place", Places, None),
    ("outlet", Outlets, None), ("status", Status, None), ("text", Text, None), ("published_since", PublishedSince, None),
    ("published_until", PublishedUntil, None), ("added_since", AddedSince, None), ("everything", Everything, False),
)  # fmt: skip


def narrowed(command: Callable[..., None]) -> Callable[..., None]:
    """The command with all options that narrow in place of its last parameter, `asked: Filter`, which is made of them."""
    own = list(inspect.signature(command, eval_str=True).parameters.values())[:-1]
    options = [inspect.Parameter(n, inspect.Parameter.KEYWORD_ONLY, default=d, annotation=kind) for n, kind, d in _OPTIONS]

    def called(**given: object) -> None:
        names = {p.name for p in own}
        command(**{k: v for k, v in given.items() if k in names}, asked=_filter({k: v for k, v in given.items() if k not in names}))

    called.__doc__ = command.__doc__
    called.__annotations__ = {}
    called.__signature__ = inspect.Signature(  # type: ignore[attr-defined]  # typer reads options from it
        [*(p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in own), *options]
    )
    return called


def _filter(given: dict[str, object]) -> Filter:
    """The conditions of the options. Raises InputError for a day that is none."""
    names = {"actor": "actors", "code": "codes", "place": "places", "outlet": "outlets"}
    for name in ("since", "until", "published_since", "published_until"):
        if given[name] is not None and day(str(given[name])) is None:
            raise InputError(f"--{name.replace('_', '-')} takes a day (YYYY-MM-DD), not {given[name]!r}")
    if given["added_since"] is not None and day(str(given["added_since"])[:10]) is None:
        raise InputError(f"--added-since takes a day or a time (YYYY-MM-DDThh:mm), not {given['added_since']!r}")
    values = {names.get(k, k): [getattr(x, "value", x) for x in v] if isinstance(v, list) else v for k, v in given.items() if v is not None}
    return msgspec.convert(values, Filter)


def day(text: str) -> date | None:
    """The day of a whole ISO 8601 date; None for what is none."""
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
