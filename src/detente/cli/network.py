"""`detente network`: who deals with whom, and how."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from detente.cli import shown
from detente.cli.look import Look, viewed
from detente.errors import InputError

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

    from detente.views.network import Edge, Network, Node, Windows

By = Annotated[Literal["week", "month", "quarter", "year"] | None, typer.Option("--by", help="a network for each step of time")]
Csv = Annotated[bool, typer.Option("--csv", help="the edges as CSV for R and spreadsheets, a row an edge")]
BRIEF = 5  # edges of each window


@viewed(most=30)
def run(look: Look, by: By = None, csv: Csv = False) -> None:
    """Show parties and what passes between each two of them, by PLOVER's quads; all at once, or step by step."""
    from detente.views import network

    if by and look.svg:
        raise InputError("a picture shows one network: name its days with --since and --until, not --by")
    corpus, sides = look.opened()
    if by:
        series = network.windows(corpus, look.asked, sides, by)
        found = [((w.start, w.end), w.edges) for w in series.windows]
        _give(look, series, found, csv=csv)
    else:
        made = network.make(corpus, look.asked, sides)
        found = [((made.since or "", made.until or ""), made.edges)]
        _give(look, made, found, csv=csv)
    if not any(edges for _, edges in found):
        raise look.nothing("no event between two known parties in these articles", sides)


def _give(look: Look, made: Network | Windows, found: Iterable[tuple[tuple[str, str], Sequence[Edge]]], *, csv: bool) -> None:
    from detente.views.network import Network

    if csv:
        _csv(found)
    elif isinstance(made, Network):
        look.give(made, printed=lambda: _printed(made, look), drawn=lambda only: _drawn(made, only))
    else:
        look.give(made, printed=lambda: _series(made, look))


def _csv(found: Iterable[tuple[tuple[str, str], Sequence[Edge]]]) -> None:
    """Edges as a table: from when to when, from whom to whom, or between both."""
    from csv import writer

    table = writer(sys.stdout, lineterminator="\n")
    table.writerow("start end a b mutual quad events planned intensity".split())
    for days, edges in found:
        table.writerows((*days, e.a, e.b, str(e.mutual).upper(), e.quad, e.events, e.planned, e.intensity) for e in edges)


def _drawn(made: Network, only: str) -> str:
    from detente.views.svg import network

    return network.draw(made, only)


def _printed(made: Network, look: Look) -> Iterator[RenderableType]:
    from rich.text import Text

    yield shown.title("NETWORK", f"{shown.many(len(made.nodes), 'party')}, {shown.many(len(made.entries), 'event')} between them")
    yield from shown.only(look)
    yield Text()
    parties = shown.grid(None, 7, 12, 8, right=(1, 2, 3))
    parties.add_row(*map(shown.note, ("party", "events", "cooperative", "hostile")))
    for node in made.nodes[: look.most]:
        parties.add_row(Text(node.name), str(node.events), str(node.cooperative or ""), str(node.hostile or ""))
    yield parties
    yield from shown.more(look.most, len(made.nodes))
    yield Text()
    yield _edges(made.edges[: look.most], made.nodes, look)
    yield from shown.more(look.most, len(made.edges))
    yield Text()
    yield shown.note(f"{_SIGNS} {shown.many(made.alone, 'more event')} between no two known parties.")


_SIGNS = "– both ways, → from the one to the other; intensity: mean of PLOVER's scores, -10 to +10; ahead: not yet reported as happened."


def _edges(edges: Sequence[Edge], nodes: Iterable[Node], look: Look) -> Table:
    from rich.text import Text

    from detente.views.network import QUADS, score

    names = {n.id: n.name for n in nodes}
    table = shown.grid(None, 20, 7, 10, right=(2, 3))
    table.add_row(*map(shown.note, ("between", "what", "events", "intensity")))
    for edge in edges:
        planned = f" ({edge.planned} ahead)" if edge.planned else ""
        pair = f"{names[edge.a]} {'–' if edge.mutual else '→'} {names[edge.b]}{planned}" + shown.ids(edge.entries, codes=look.codes)
        table.add_row(Text(pair), Text(QUADS[edge.quad]), str(edge.events), score(edge.intensity))
    return table


def _series(made: Windows, look: Look) -> Iterator[RenderableType]:
    from rich.text import Text

    windows = [w for w in made.windows if w.edges]
    yield shown.title("NETWORK", f"{shown.many(len(windows), made.step)} with events between two known parties")
    yield from shown.only(look)
    for window in windows[: look.most]:
        yield Text()
        events = len({i for e in window.edges for i in e.entries})
        yield shown.title(window.label, f"{shown.many(len(window.nodes), 'party')}, {shown.many(events, 'event')}")
        yield _edges(window.edges[:BRIEF], window.nodes, look)
        if len(window.edges) > BRIEF:
            yield shown.note(f"   and {len(window.edges) - BRIEF} more; --csv and --json have all")
    yield from shown.more(look.most, len(windows))
    yield Text()
    yield shown.note(f"{_SIGNS} In no {made.step}: {made.wider} dated less closely, {made.undated} without a day.")
