"""`detente search`: a page of what a store holds, by words, actors, codes, days, places, outlets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from detente.cli import asked
from detente.cli.shown import nothing

if TYPE_CHECKING:
    from detente.corpus import Filter
    from detente.store import Facet, Hit, Page

Kind = Annotated[
    Literal["article", "event", "statement", "position", "relation", "agreement"] | None,
    typer.Option("--kind", help="what to find; else articles, or events where anything is asked of events"),
]
Status = Annotated[list[str] | None, typer.Option("--status", help="actual, planned, possible or denied; several: any")]
TOP = 6
WIDTH = 100


def run(  # noqa: PLR0913, PLR0917  each option of the command is a parameter
    store: Annotated[Path, typer.Argument(help="a store")],
    words: Annotated[list[str] | None, typer.Argument(help='words, "whole phrases", beginnings*, -not, OR')] = None,
    kind: Kind = None,
    actor: asked.Actors = None,
    code: asked.Codes = None,
    since: asked.Since = None,
    until: asked.Until = None,
    place: asked.Places = None,
    outlet: asked.Outlets = None,
    status: Status = None,
    published_since: asked.PublishedSince = None,
    published_until: asked.PublishedUntil = None,
    added_since: asked.AddedSince = None,
    everything: asked.Everything = False,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="records on a page")] = 20,
    after: Annotated[str | None, typer.Option(help="where the page before ended, as it says")] = None,
    json: Annotated[bool, typer.Option("--json", help="the page as one JSON object")] = False,
) -> None:
    """Find articles and records in a store; a page at a time, the oldest first."""
    from detente.store import SqliteStore

    wanted = _filter(
        text=" ".join(words) if words else None, actors=actor or (), codes=code or (), since=since, until=until, places=place or (),
        outlets=outlet or (), status=status or (), published_since=published_since, published_until=published_until,
        added_since=added_since, everything=everything,
    )  # fmt: skip
    opened = SqliteStore(store)
    try:
        chosen = kind or ("event" if actor or code or since or until or place or status else "article")
        page = opened.page(chosen, wanted, limit=limit, after=after)
        counts = opened.facets(wanted) if after is None and chosen in ("article", "event") else ()
    finally:
        opened.close()
    if json:
        _object(page, counts)
    else:
        for line in _lines(page, counts):
            print(line)
    if not page.hits:
        raise nothing(f"nothing in {store} fits")


def _filter(**values: object) -> Filter:
    """The conditions. Raises InputError for a status or day that is none."""
    from datetime import date

    import msgspec

    from detente.corpus import Filter
    from detente.errors import InputError

    for name in ("since", "until", "published_since", "published_until", "added_since"):
        try:
            if values[name] is not None:
                date.fromisoformat(str(values[name])[:10] if name == "added_since" else str(values[name]))
        except ValueError as error:
            raise InputError(f"--{name.replace('_', '-')}: {values[name]!r} is no day: write it like 2018-05-09") from error
    try:
        return msgspec.convert(values, Filter)
    except msgspec.ValidationError as error:
        raise InputError(f"--status: {error}") from error


def _object(page: Page, counts: Sequence[Facet]) -> None:
    import sys

    import msgspec

    sys.stdout.buffer.write(msgspec.json.encode({"hits": page.hits, "after": page.after, "counts": counts}) + b"\n")


def _lines(page: Page, counts: Sequence[Facet]) -> Iterator[str]:
    for hit in page.hits:
        yield from _hit(hit)
    if page.after:
        yield f"more: --after {page.after}"
    for kind in ("code", "status", "country", "outlet"):
        top = [f"{f.value} {f.count}" for f in counts if f.kind == kind][:TOP]
        if top:
            yield f"{kind}: {', '.join(top)}"


def _hit(hit: Hit) -> Iterator[str]:
    """An article in a line; of a record its day, what it is, who, its words, where it stands."""
    from detente.corpus.cited import code, quotes
    from detente.records import Article

    article = hit.article
    where = " · ".join(filter(None, (article.published or "no day", article.outlet, article.title)))
    if isinstance(hit.record, Article):
        yield f"{article.id}  {where}"
    else:
        when = getattr(hit.record, "when", None)
        day = (when.start or when.end) if when else None
        names = ", ".join(a.name for a in hit.actors)
        status = getattr(hit.record, "factuality", None)
        told = f"told {hit.tellings} times" if hit.tellings > 1 else None
        yield f"{hit.record.id}  {' · '.join(filter(None, (day or 'no day', code(hit.record), status, names, told)))}"
        yield f"    “{_short(quotes(hit.record)[0])}”"
        yield f"    {article.id}  {where}"
    if hit.snippet:
        yield f"    {hit.snippet}"


def _short(words: str) -> str:
    return words if len(words) <= WIDTH else f"{words[: WIDTH - 1]}…"
