"""The options by which commands over many articles are narrowed; the same words everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from detente.records import Factuality

Actors = Annotated[list[str] | None, typer.Option("--actor", help="a party, by name or id; several: all of them")]
Codes = Annotated[list[str] | None, typer.Option("--code", help="a PLOVER type or mode, or the beginning of a CAMEO code; several: any")]
Since = Annotated[str | None, typer.Option("--since", help="events on or after this day (YYYY-MM-DD)")]
Until = Annotated[str | None, typer.Option("--until", help="events on or before this day")]
Places = Annotated[list[str] | None, typer.Option("--place", help="a place's name or a country's ISO code; several: any")]
Outlets = Annotated[list[str] | None, typer.Option("--outlet", help="told by this outlet; several: any")]
Status = Annotated[
    list[str] | None,
    typer.Option("--status", help="actual, planned, possible or denied; several: any; else actual and planned"),
]
Text = Annotated[str | None, typer.Option("--text", help="words in the article")]
PublishedSince = Annotated[str | None, typer.Option("--published-since", help="published on or after this day")]
PublishedUntil = Annotated[str | None, typer.Option("--published-until", help="published on or before this day")]
AddedSince = Annotated[str | None, typer.Option("--added-since", help="added to the store since this day or time")]
Everything = Annotated[bool, typer.Option("--all", help="possible and denied events too, and every retelling")]


def statuses(given: list[str] | None) -> tuple[Factuality, ...]:
    """The statuses of `--status`. Raises InputError for another word."""
    import msgspec

    from detente.errors import InputError
    from detente.records import Factuality

    try:
        return msgspec.convert(given or [], tuple[Factuality, ...])
    except msgspec.ValidationError as error:
        raise InputError(f"--status: {', '.join(given or [])} is not actual, planned, possible or denied") from error
