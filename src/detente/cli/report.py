"""`detente report`: the explorer as a folder to publish or to mail."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

HOUR = 3600.0


def run(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="a store, or records of `detente read --json`")],
    output: Annotated[Path, typer.Option("--output", "-o", help="the folder to write")],
    articles: Annotated[int, typer.Option(min=1, max=20_000, help="so many, the newest")] = 2_000,
    texts: Annotated[bool, typer.Option("--texts", help="whole texts, not only the words that records rest on")] = False,
    case: Annotated[list[Path] | None, typer.Option(help="a case of `detente weigh`, to be weighed beside it; several")] = None,
) -> None:
    """Write the pages of `detente serve` as a folder that needs no server and no network."""
    from detente.web import report
    from detente.web.explorer import Explorer

    explorer = Explorer(path, cases=case or ())
    try:
        asked = report.Asked(articles=articles, texts=texts, key=explorer.key, countries=explorer.countries, cases=explorer.cases)
        made = explorer.ask(lambda store: report.write(store, output, asked), seconds=HOUR)
    finally:
        explorer.close()
    print(f"{made.page}: {made.articles} articles, {made.size / 1e6:.1f} MB", flush=True)
    if made.left_out:
        print(f"detente: {made.left_out} older articles left out; --articles takes more", file=sys.stderr)
