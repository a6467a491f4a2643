"""`detente search`: a page of what a store holds, by words, actors, codes, days, places, outlets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from msgspec import structs

from detente.cli import asked
from detente.cli.shown import nothing
from detente.corpus import Filter

if TYPE_CHECKING:
    from detente.records import When
    from detente.store import Facet, Hit, Page

Kind = Annotated[
    Literal["article", "event", "statement", "position", "relation", "agreement"] | None,
    typer.Option("--kind", help="what to find; else articles, or events where anything is asked of events"),
]
TOP = 6
WIDTH = 100


@asked.narrowed
def run(  # noqa: PLR0913, PLR0917  each option of the command is a parameter
    wanted: Filter,
    store: Annotated[Path, typer.Argument(help="a store")],
    words: Annotated[list[str] | None, typer.Argument(help='words, "whole phrases", beginnings*, -not, OR')] = None,
    kind: Kind = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="records on a page")] = 20,
    after: Annotated[str | None, typer.Option(help="where the page before ended, as it says")] = None,
    json: Annotated[bool, typer.Option("--json", help="the page as one JSON object")] = False,
) -> None:
    """Find articles and records in a store; a page at a time, the oldest first."""
    from detente.store import SqliteStore

    said = " ".join(filter(None, (*(words or ()), wanted.text)))
    wanted = structs.replace(wanted, text=said or None)
    of_events = wanted.actors or wanted.codes or wanted.since or wanted.until or wanted.places or wanted.status
    chosen = kind or ("event" if of_events else "article")
    opened = SqliteStore(store)
    try:
        page = opened.page(chosen, wanted, limit=limit, after=after)
        counts = opened.facets(wanted) if after is None and chosen in ("article", "event") else ()
        unknown = () if page.hits else [name for name in wanted.actors if not opened.newest(Filter(actors=(name,)), limit=1)[0]]
    finally:
        opened.close()
    if json:
        _object(page, counts)
    else:
        for line in _lines(page, counts):
            print(line)
    if not page.hits:
        raise nothing(f"nothing in {store} fits", unknown)


def _object(page: Page, counts: Sequence[Facet]) -> None:
    import sys

    import msgspec

    sys.stdout.buffer.write(msgspec.json.encode({"hits": page.hits, "after": page.after, "counts": counts}) + b"\n")


def _lines(page: Page, counts: Sequence[Facet]) -> Iterator[str]:
    for hit in page.hits:
        yield from _hit(hit)
    if page.after:
        yield f"more: --after {page.after}"
    for kind in ("code", "status", "country", "outlet", "actor"):
        top = [f"{f.value.upper() if kind == 'country' else f.value} {f.count}" for f in counts if f.kind == kind][:TOP]
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
        day = dated(getattr(hit.record, "when", None))
        names = ", ".join(a.name for a in hit.actors)
        status = getattr(hit.record, "factuality", None)
        told = f"told {hit.tellings} times" if hit.tellings > 1 else None
        yield f"{hit.record.id}  {' · '.join(filter(None, (day, code(hit.record), status, names, told)))}"
        yield f"    “{_short(quotes(hit.record)[0])}”"
        yield f"    {article.id}  {where}"
    if hit.snippet:
        yield f"    {hit.snippet}"


def dated(when: When | None) -> str:
    """The day; what is dated less closely in words, so that "in 1997" is no first of January; in brackets what is taken from near."""
    from detente.views.dates import span

    if when is None or when.start is None or when.start != when.end:
        return span(when)
    return f"({when.start})" if when.basis == "inherited" else when.start


def _short(words: str) -> str:
    return words if len(words) <= WIDTH else f"{words[: WIDTH - 1]}…"
