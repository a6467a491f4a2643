"""`detente dyad`: what passed between two parties, week by week."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from detente.cli import shown
from detente.cli.look import Look, viewed

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from detente.views.dyad import Dyad, Point

First = Annotated[str, typer.Argument(help="a party, by name or id")]
Second = Annotated[str, typer.Argument(help="the other party")]
By = Annotated[Literal["day", "week", "month"], typer.Option("--by", help="steps of time")]
_HEADS = {"day": "day", "week": "week of", "month": "month"}
Csv = Annotated[bool, typer.Option("--csv", help="the series as CSV for R and spreadsheets, a row a step; unknown is empty")]
Directed = Annotated[bool, typer.Option("--directed", help="only from the first to the second, and what is mutual")]


@viewed()
def run(  # noqa: PLR0913, PLR0917  each option of the command is a parameter
    look: Look,
    first: First,
    second: Second,
    by: By = "week",
    directed: Directed = False,
    csv: Csv = False,
) -> None:
    """Show a pair's series: PLOVER's intensity, counts by quad, and how much was written; zero is told apart from not covered."""
    from detente.views import dyad

    corpus, sides = look.opened()
    made = dyad.make(corpus, look.asked, sides, dyad.Asked(first, second, by, directed))
    if csv:
        _csv(made)
    else:
        look.give(made, printed=lambda: _printed(made, look), drawn=lambda only: _drawn(made, only))
    if not made.points and not made.entries:
        raise shown.nothing("no article with a day names either")


def _csv(made: Dyad) -> None:
    """The series as a table; weeks also by their ISO number."""
    from csv import writer

    table = writer(sys.stdout, lineterminator="\n")
    quads = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
    table.writerow([*"a b directed start end iso_week covered articles both outlets events undated".split(), *quads, "intensity", "mean"])
    for point in made.points:
        counts = [getattr(point.quads, q) if point.quads else None for q in quads]
        year, week, _ = date.fromisoformat(point.start).isocalendar()
        table.writerow((
            made.a.id, made.b.id, str(made.directed).upper(), point.start, point.end, f"{year}-W{week:02}" if made.step == "week" else None,
            str(point.covered).upper(), point.articles, point.both, point.outlets, point.events, point.undated, *counts,
            point.intensity, point.mean,
        ))  # fmt: skip


def _drawn(made: Dyad, only: str) -> str:
    from detente.views.svg import dyad

    return dyad.draw(made, only)


def _printed(made: Dyad, look: Look) -> Iterator[RenderableType]:
    from rich.text import Text

    pair = f"{made.a.name} {'→' if made.directed else '–'} {made.b.name}"
    yield shown.title(pair, f"by {made.step}; {shown.many(made.events, 'event')} reported as happened")
    yield from shown.only(look, events=False)
    yield Text()
    table = shown.grid(None, 11, 6, 6, 6, 6, 6, 8, 7, right=range(1, 9))  # what is left holds "to 24 Sept 2007"
    heads = (_HEADS[made.step], "intensity", "talk +", "deed +", "talk -", "deed -", "events", "articles", "outlets")
    table.add_row(*map(shown.note, heads))
    for point, until in _gaps(made.points):
        table.add_row(*_cells(point, f"to {_label(until)}" if until else _label(point)))
    yield table
    yield Text()
    if look.codes:
        found = {i for p in made.points for i in p.entries}
        yield shown.title("EVENTS", "in the series")
        yield shown.events((e for e in made.entries if e.id in found), codes=True)
        yield Text()
    yield shown.note(" ".join(_notes(made, look.fold is not None)))


def _label(point: Point) -> str:
    return point.label.removeprefix("week of ")


def _gaps(points: tuple[Point, ...]) -> Iterator[tuple[Point, Point | None]]:
    """Points to print; of three or more steps without any article the first, and then how far the rest goes."""
    at = 0
    while at < len(points):
        end = at
        while end < len(points) and not points[end].covered and not points[end].articles:
            end += 1
        yield points[at], None
        if end - at > 2:
            yield points[at + 1], points[end - 1]
        at = end if end - at > 2 else at + 1


def _cells(point: Point, label: str) -> list[Text | str]:
    from rich.text import Text

    from detente.views.network import score

    written = [str(point.articles), str(point.outlets)]
    if point.quads is None:
        return [Text(label, style="dim"), Text("not covered", style="yellow"), *[""] * 5, *written]
    quads = point.quads
    counts = (quads.verbal_cooperation, quads.material_cooperation, quads.verbal_conflict, quads.material_conflict)
    style = "green" if (point.intensity or 0) > 0 else "red" if point.intensity else ""
    total = (
        Text(score(point.intensity or 0), style=style) if point.events else Text("no day", style="yellow") if point.undated else Text("0")
    )
    events = f"{point.events}" + (f" +{point.undated}" if point.undated else "")
    return [Text(label), total, *(str(c) if c else "·" for c in counts), events, *written]


def _notes(made: Dyad, folded: bool) -> Iterator[str]:
    yield "intensity: sum of PLOVER's scores of what is reported as happened. articles, outlets: published then and"
    yield "naming either. 0: an article names both and tells no event. not covered: none names both; nothing is known."
    if any(p.undated for p in made.points):
        yield "+1: so many more are told then without a day, and counted nowhere; no day: only such."
    apart = ((made.wider, f"dated less closely than a {made.step}"), (made.undated, "without a day"), (made.outside, "before or after"))
    if found := [f"{n} {words}" for n, words in apart if n]:
        yield f"not in the series: {', '.join(found)}."
    if made.ahead:
        yield f"{made.ahead} more planned, not counted."
    if not folded:
        yield "Leaders and officials count for themselves; --fold states counts them as their state."
