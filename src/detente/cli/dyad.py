"""`detente dyad`: what passed between two parties, week by week."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from detente.cli import shown
from detente.cli.asked import narrowed
from detente.corpus import Filter

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from detente.views.dyad import Dyad, Point

First = Annotated[str, typer.Argument(help="a party, by name or id")]
Second = Annotated[str, typer.Argument(help="the other party")]
By = Annotated[Literal["day", "week", "month"], typer.Option("--by", help="steps of time")]
_HEADS = {"day": "day", "week": "week of", "month": "month"}
Directed = Annotated[bool, typer.Option("--directed", help="only from the first to the second, and what is mutual")]


@narrowed
def run(  # noqa: PLR0913, PLR0917  each option of the command is a parameter
    path: shown.Records,
    first: First,
    second: Second,
    by: By = "week",
    directed: Directed = False,
    fold: shown.Fold = None,
    json: shown.Json = False,
    svg: shown.Svg = None,
    asked: Filter = Filter(),  # noqa: B008  frozen
) -> None:
    """Show a pair's series: PLOVER's intensity, counts by quad, and how much was written; zero is told apart from not covered."""
    from detente.views import dyad

    corpus, sides = shown.opened(path, fold)
    made = dyad.make(corpus, asked, sides, dyad.Asked(first, second, by, directed))
    shown.Give(json, svg).out(made, printed=lambda: _printed(made, fold is not None), drawn=lambda: _drawn(made))
    if not made.points and not made.entries:
        raise shown.nothing("no article with a day names either")


def _drawn(made: Dyad) -> str:
    from detente.views.svg import dyad

    return dyad.draw(made)


def _printed(made: Dyad, folded: bool) -> Iterator[RenderableType]:
    from rich.text import Text

    pair = f"{made.a.name} {'→' if made.directed else '–'} {made.b.name}"
    yield shown.title(pair, f"by {made.step}; {shown.many(made.events, 'event')} reported as happened")
    yield Text()
    table = shown.grid(None, 11, 6, 6, 6, 6, 6, 8, 7, right=range(1, 9))
    heads = (_HEADS[made.step], "intensity", "talk +", "deed +", "talk -", "deed -", "events", "articles", "outlets")
    table.add_row(*map(shown.note, heads))
    for point, until in _gaps(made.points):
        table.add_row(*_cells(point, f"… to {_label(until)}" if until else _label(point)))
    yield table
    yield Text()
    yield shown.note(" ".join(_notes(made, folded)))


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

    written = [str(point.articles), str(point.outlets)]
    if point.quads is None:
        return [Text(label, style="dim"), Text("not covered", style="yellow"), *[""] * 5, *written]
    quads = point.quads
    counts = (quads.verbal_cooperation, quads.material_cooperation, quads.verbal_conflict, quads.material_conflict)
    style = "green" if (point.intensity or 0) > 0 else "red" if point.intensity else ""
    shown_counts = [str(c) if c else "·" for c in counts]
    return [
        Text(label),
        Text(f"{point.intensity:+.1f}" if point.events else "0", style=style),
        *shown_counts,
        str(point.events),
        *written,
    ]


def _notes(made: Dyad, folded: bool) -> Iterator[str]:
    yield "intensity: sum of PLOVER's scores of what is reported as happened. articles, outlets: published then and"
    yield "naming either. 0: an article names both and tells no event. not covered: none names both; nothing is known."
    apart = ((made.wider, f"dated less closely than a {made.step}"), (made.undated, "without a day"), (made.outside, "before or after"))
    if found := [f"{n} {words}" for n, words in apart if n]:
        yield f"not in the series: {', '.join(found)}."
    if made.ahead:
        yield f"{made.ahead} more planned, not counted."
    if not folded:
        yield "Leaders and officials count for themselves; --fold states counts them as their state."
