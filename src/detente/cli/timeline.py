"""`detente timeline`: what happened, is planned or denied, in order of time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from detente.cli import shown
from detente.cli.look import Look, viewed

if TYPE_CHECKING:
    from rich.console import RenderableType

    from detente.views.timeline import Timeline

Zoom = Annotated[
    Literal["day", "week", "month", "quarter", "year", "decade"] | None, typer.Option("--zoom", help="steps of time; else as fits")
]
Lanes = Annotated[Literal["actor", "dyad"], typer.Option("--lanes", help="a lane for each party, or for each two of them")]


@viewed(most=200)
def run(
    look: Look,
    zoom: Zoom = None,
    lanes: Lanes = "actor",
) -> None:
    """Show real-world events in order of time, each once, with who says so and how many tell it."""
    from detente.views import timeline

    corpus, sides = look.opened()
    made = timeline.make(corpus, look.asked, sides, step=zoom, by=lanes)
    look.give(made, printed=lambda: _printed(made, look), drawn=lambda only: _drawn(made, only))
    if not made.entries and not made.undated:
        raise look.nothing("no such event in these articles", sides)


def _drawn(made: Timeline, only: str) -> str:
    from detente.views.svg import timeline

    return timeline.draw(made, only)


def _printed(made: Timeline, look: Look) -> Iterator[RenderableType]:
    from rich.text import Text

    found = {e.id: e for e in made.entries}
    yield shown.title("TIMELINE", f"{shown.many(len(found), 'event')} with a day, {len(made.undated)} without; by {made.step}")
    yield from shown.only(look)
    left = look.most
    for bucket in made.buckets:
        if left <= 0:
            break
        yield Text()
        wider = f", {bucket.wider} of them dated less closely" if bucket.wider else ""
        yield shown.title(bucket.label, f"{bucket.events}{wider}")
        yield shown.events((found[i] for i in bucket.entries[:left]), codes=look.codes)
        left -= bucket.events
    yield from shown.more(look.most, len(found))
    if made.undated:
        yield Text()
        yield shown.title("UNDATED", "no text gives a day")
        yield shown.events(made.undated[: look.most], codes=look.codes)
        yield from shown.more(look.most, len(made.undated))
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
