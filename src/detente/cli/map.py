"""`detente map`: where events take place, as closely as the texts say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from detente.cli import shown
from detente.cli.look import Look, viewed

if TYPE_CHECKING:
    from rich.console import RenderableType

    from detente.views.map import Map, Place


@viewed(most=30)
def run(look: Look) -> None:
    """Show places and their events: points and cities, regions, and countries where a text says no more."""
    from detente.views import map as places

    corpus, sides = look.opened()
    made = places.make(corpus, look.asked, sides)
    look.give(made, printed=lambda: _printed(made, look), drawn=lambda only: _drawn(made, only))
    if not made.placed:
        raise look.nothing("no event with a place in these articles", sides)


def _drawn(made: Map, only: str) -> str:
    from detente.lexicon import Shelf, world
    from detente.views.svg import map as pictures

    return pictures.draw(made, world.load(Shelf()), only)


def _printed(made: Map, look: Look) -> Iterator[RenderableType]:
    yield shown.title("MAP", f"{shown.many(made.placed, 'event')} with a place; of {made.unplaced} more no text says where")
    yield from shown.only(look)
    yield from _part(made, "POINTS AND CITIES", made.points, look)
    yield from _part(made, "REGIONS, AND PLACES WITHOUT A POINT", made.regions, look)
    yield from _part(made, "COUNTRIES (a text says no more than the country)", made.countries, look)


def _part(made: Map, title: str, places: Sequence[Place], look: Look) -> Iterator[RenderableType]:
    from rich.text import Text

    from detente.views.map import at
    from detente.views.wording import cut

    if not places:
        return
    yield Text()
    yield shown.title(title, str(len(places)))
    table = shown.grid(24, 15, None, 6, right=(3,))
    for place in places[: look.most]:
        name = place.name + (f", {place.country}" if place.country and place.precision != "country" else "")
        where = (
            f"{abs(place.lat):.2f}{'NS'[place.lat < 0]} {abs(place.lon):.2f}{'EW'[place.lon < 0]}"
            if place.lat is not None and place.lon is not None
            else ""
        )
        lately = at(made.entries, place)[-1]
        words = f"{lately.day}: {cut(lately.line, 60)}" + shown.ids(place.entries, codes=look.codes)
        table.add_row(Text(name, style="bold"), Text(where, style="dim"), Text(words), str(place.events))
    yield table
    yield from shown.more(look.most, len(places))
