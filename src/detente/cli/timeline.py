"""`detente timeline`: what happened, is planned or denied, in order of time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from detente.cli import shown
from detente.cli.asked import narrowed
from detente.corpus import Filter

if TYPE_CHECKING:
    from rich.console import RenderableType

    from detente.views.timeline import Timeline

Zoom = Annotated[
    Literal["day", "week", "month", "quarter", "year", "decade"] | None, typer.Option("--zoom", help="steps of time; else as fits")
]
Lanes = Annotated[Literal["actor", "dyad"], typer.Option("--lanes", help="a lane for each party, or for each two of them")]


@narrowed
def run(  # noqa: PLR0913, PLR0917  each option of the command is a parameter
    path: shown.Records,
    zoom: Zoom = None,
    lanes: Lanes = "actor",
    fold: shown.Fold = None,
    json: shown.Json = False,
    svg: shown.Svg = None,
    most: shown.Most = 200,
    asked: Filter = Filter(),  # noqa: B008  frozen
) -> None:
    """Show real-world events in order of time, each once, with who says so and how many tell it."""
    from detente.views import timeline

    corpus, sides = shown.opened(path, fold)
    made = timeline.make(corpus, asked, sides, step=zoom, by=lanes)
    shown.Give(json, svg).out(made, printed=lambda: _printed(made, most), drawn=lambda: _drawn(made))
    if not made.entries and not made.undated:
        raise shown.nothing("no such event in these articles")


def _drawn(made: Timeline) -> str:
    from detente.views.svg import timeline

    return timeline.draw(made)


def _printed(made: Timeline, most: int) -> Iterator[RenderableType]:
    from rich.text import Text

    found = {e.id: e for e in made.entries}
    yield shown.title("TIMELINE", f"{shown.many(len(found), 'event')} with a day, {len(made.undated)} without; by {made.step}")
    left = most
    for bucket in made.buckets:
        if left <= 0:
            break
        yield Text()
        wider = f", {bucket.wider} of them dated less closely" if bucket.wider else ""
        yield shown.title(bucket.label, f"{bucket.events}{wider}")
        yield shown.events(found[i] for i in bucket.entries[:left])
        left -= bucket.events
    yield from shown.more(most, len(found))
    if made.undated:
        yield Text()
        yield shown.title("UNDATED", "no text gives a day")
        yield shown.events(made.undated[:most])
        yield from shown.more(most, len(made.undated))
    if made.lanes:
        yield Text()
        yield from _lanes(made)
    yield shown.note("who says so on the right; (day): not said in the sentence, taken from near it; each event once")


def _lanes(made: Timeline) -> Iterator[RenderableType]:
    yield shown.title("LANES", f"{len(made.lanes)}, by {made.lanes_by}")
    table = shown.grid(None, 8, right=(1,))
    for lane in made.lanes[:10]:
        table.add_row(lane.name, str(len(lane.entries)))
    yield table
    yield from shown.more(10, len(made.lanes))
