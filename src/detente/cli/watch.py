"""`detente watch`: feeds read again and again into a store."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.shown import many

if TYPE_CHECKING:
    from detente.ingest.watch import Feed, Watch
    from detente.records import Article


def run(  # noqa: PLR0913, PLR0917  each option of the command is a parameter
    feeds: Annotated[Path, typer.Argument(help="a file of feeds (TOML)")],
    store: Annotated[Path, typer.Option(help="the store; the file is made when it is not there")],
    once: Annotated[bool, typer.Option("--once", help="one round over the feeds that are due, then stop")] = False,
    country: Annotated[str | None, typer.Option(help="only feeds of this country")] = None,
    language: Annotated[str | None, typer.Option(help="only feeds of this language")] = None,
    agent: Annotated[str | None, typer.Option(help="name under which to fetch")] = None,
    private: Annotated[bool, typer.Option("--allow-private", help="also fetch from this machine and inner networks")] = False,
    lexicon: Annotated[list[Path] | None, typer.Option(help="folder of your own data files, laid over ours")] = None,
) -> None:
    """Read feeds into a store again and again, each when it is due; only what is new is added. Stop it at any moment."""
    from detente import reader
    from detente.archive import archive, resolver
    from detente.archive.feeds import StoreState
    from detente.ingest import watch
    from detente.ingest.answer import AGENT, Limits
    from detente.ingest.fetch import Fetcher
    from detente.ingest.online import Web

    told = watch.load(feeds, country=country, language=language)
    limits = Limits(private=private, agent=agent or AGENT)
    kept = archive.opened(store, reader.load(*(lexicon or ())), resolver.standard())
    try:
        watched = watch.Watch(Fetcher(Web(limits), limits), StoreState(kept.store))
        failed = follow(told, watched, lambda article: kept.add(article) != "unchanged", once=once)
    except KeyboardInterrupt:
        if once:
            raise
        failed = 0
        print("detente: stopped; what was read is in the store", file=sys.stderr)
    finally:
        kept.close()
    if failed:
        raise typer.Exit(1)


def follow(
    feeds: Sequence[Feed], watch: Watch, add: Callable[[Article], bool], *, once: bool = False, sleep: Callable[[float], None] = time.sleep
) -> int:
    """Add what is new, round after round, or in one round with `once`; how many failed in the last.

    `add` tells whether the article was not there yet; when it returns, the article has to be safe. Each new one is named on the
    standard output, each failure on the standard error.
    """
    from detente.records import Problem

    while True:
        failed = 0
        if once and (left := watch.wait(feeds)) > 0:
            print(f"detente: no feed is due; the next one is in {many(max(1, round(left / 60)), 'minute')}", file=sys.stderr)
        for found in watch.round(feeds):
            if isinstance(found, Problem):
                failed += 1
                print(f"detente: {found.message} ({found.code})", file=sys.stderr)
            elif add(found):
                print(f"{found.published or 'no day    '}  {found.outlet or '-'}: {found.title or found.url}", flush=True)
        if once:
            return failed
        sleep(max(1.0, watch.wait(feeds)))
