"""`detente map`: where events take place, as closely as the texts say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from detente.cli import shown
from detente.cli.asked import narrowed
from detente.corpus import Filter

if TYPE_CHECKING:
    from rich.console import RenderableType

    from detente.views.map import Map, Place


@narrowed
def run(  # noqa: PLR0913, PLR0917  each option of the command is a parameter
    path: shown.Records,
    fold: shown.Fold = None,
    json: shown.Json = False,
    svg: shown.Svg = None,
    most: shown.Most = 30,
    asked: Filter = Filter(),  # noqa: B008  frozen
) -> None:
    """Show places and their events: points and cities, regions, and countries where a text says no more."""
    from detente.views import map as places

    corpus, sides = shown.opened(path, fold)
    made = places.make(corpus, asked, sides)
    shown.Give(json, svg).out(made, printed=lambda: _printed(made, most), drawn=lambda: _drawn(made))
    if not made.placed:
        raise shown.nothing("no event with a place in these articles")


def _drawn(made: Map) -> str:
    from detente.lexicon import Shelf, world
    from detente.views.svg import map as pictures

    return pictures.draw(made, world.load(Shelf()))


def _printed(made: Map, most: int) -> Iterator[RenderableType]:
    yield shown.title("MAP", f"{shown.many(made.placed, 'event')} with a place; of {made.unplaced} more no text says where")
    yield from _part(made, "POINTS AND CITIES", made.points, most)
    yield from _part(made, "REGIONS, AND PLACES WITHOUT A POINT", made.regions, most)
    yield from _part(made, "COUNTRIES (a text says no more than the country)", made.countries, most)


def _part(made: Map, title: str, places: Sequence[Place], most: int) -> Iterator[RenderableType]:
    from rich.text import Text

    from detente.views.map import at
    from detente.views.wording import cut

    if not places:
        return
    yield Text()
    yield shown.title(title, str(len(places)))
    table = shown.grid(24, 15, None, 6, right=(3,))
    for place in places[:most]:
        name = place.name + (f", {place.country}" if place.country and place.precision != "country" else "")
        where = (
            f"{abs(place.lat):.2f}{'NS'[place.lat < 0]} {abs(place.lon):.2f}{'EW'[place.lon < 0]}"
            if place.lat is not None and place.lon is not None
            else ""
        )
        lately = at(made.entries, place)[-1]
        table.add_row(Text(name, style="bold"), Text(where, style="dim"), Text(f"{lately.day}: {cut(lately.line, 60)}"), str(place.events))
    yield table
    yield from shown.more(most, len(places))
