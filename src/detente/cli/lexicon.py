"""`detente lexicon`: newer rows for your own folder of data files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Keep data files of your own, laid over ours.", no_args_is_help=True)


@app.callback()
def group() -> None:
    """Keep data files of your own, laid over ours."""


@app.command("update")
def update(
    file: Annotated[Path, typer.Argument(help="answer of the Wikidata query service, in JSON (the query is in docs/gazetteer.md)")],
    into: Annotated[Path, typer.Option(help="your folder; give it to `detente read --lexicon`")],
) -> None:
    """Write people and dated offices of a Wikidata query result into your folder, in the forms of our tables."""
    from detente.lexicon import Shelf, gazetteer, wikidata

    shelf = Shelf()
    rows = wikidata.newer(wikidata.read(file), shelf, gazetteer.load(shelf))
    for written in wikidata.write(rows, into):
        print(written)
    print(f"{len(rows.roles)} offices, {len(rows.people)} new people, {len(rows.left_out)} left out")
    for reason in rows.left_out:
        print(f"left out: {reason}", file=sys.stderr)
