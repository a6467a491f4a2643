"""`detente network`: who deals with whom, and how."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.cli import shown
from detente.cli.asked import narrowed
from detente.corpus import Filter

if TYPE_CHECKING:
    from rich.console import RenderableType

    from detente.views.network import Network


@narrowed
def run(  # noqa: PLR0913, PLR0917  each option of the command is a parameter
    path: shown.Records,
    fold: shown.Fold = None,
    json: shown.Json = False,
    svg: shown.Svg = None,
    most: shown.Most = 30,
    asked: Filter = Filter(),  # noqa: B008  frozen
) -> None:
    """Show parties and what passes between each two of them, by PLOVER's quads."""
    from detente.views import network

    corpus, sides = shown.opened(path, fold)
    made = network.make(corpus, asked, sides)
    shown.Give(json, svg).out(made, printed=lambda: _printed(made, most), drawn=lambda: _drawn(made))
    if not made.edges:
        raise shown.nothing("no event between two known parties in these articles")


def _drawn(made: Network) -> str:
    from detente.views.svg import network

    return network.draw(made)


def _printed(made: Network, most: int) -> Iterator[RenderableType]:
    from rich.text import Text

    from detente.views.network import QUADS

    window = f"from {made.since or 'the first'} to {made.until or 'the last'}" if made.since or made.until else "at any time"
    yield shown.title("NETWORK", f"{shown.many(len(made.nodes), 'party')}, {shown.many(len(made.entries), 'event')} between them {window}")
    names = {n.id: n.name for n in made.nodes}
    yield Text()
    parties = shown.grid(None, 7, 12, 8, right=(1, 2, 3))
    parties.add_row(*map(shown.note, ("party", "events", "cooperative", "hostile")))
    for node in made.nodes[:most]:
        parties.add_row(Text(node.name), str(node.events), str(node.cooperative or ""), str(node.hostile or ""))
    yield parties
    yield from shown.more(most, len(made.nodes))
    yield Text()
    edges = shown.grid(None, 20, 7, 10, right=(2, 3))
    edges.add_row(*map(shown.note, ("between", "what", "events", "intensity")))
    for edge in made.edges[:most]:
        planned = f" ({edge.planned} ahead)" if edge.planned else ""
        pair = f"{names[edge.a]} {'–' if edge.mutual else '→'} {names[edge.b]}{planned}"
        edges.add_row(Text(pair), Text(QUADS[edge.quad]), str(edge.events), f"{edge.intensity:+.1f}")
    yield edges
    yield from shown.more(most, len(made.edges))
    yield Text()
    yield shown.note(f"– both ways, → from the one to the other; intensity: mean of PLOVER's scores, -10 to +10; ahead: not yet "
                     f"reported as happened. {made.alone} more events pass between no two known parties.")  # fmt: skip
