"""`detente network`: who deals with whom, and how."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.cli import shown
from detente.cli.look import Look, viewed

if TYPE_CHECKING:
    from rich.console import RenderableType

    from detente.views.network import Network


@viewed(most=30)
def run(look: Look) -> None:
    """Show parties and what passes between each two of them, by PLOVER's quads."""
    from detente.views import network

    corpus, sides = look.opened()
    made = network.make(corpus, look.asked, sides)
    look.give(made, printed=lambda: _printed(made, look), drawn=lambda only: _drawn(made, only))
    if not made.edges:
        raise shown.nothing("no event between two known parties in these articles")


def _drawn(made: Network, only: str) -> str:
    from detente.views.svg import network

    return network.draw(made, only)


def _printed(made: Network, look: Look) -> Iterator[RenderableType]:
    from rich.text import Text

    from detente.views.network import QUADS, score

    yield shown.title("NETWORK", f"{shown.many(len(made.nodes), 'party')}, {shown.many(len(made.entries), 'event')} between them")
    yield from shown.only(look)
    names = {n.id: n.name for n in made.nodes}
    yield Text()
    parties = shown.grid(None, 7, 12, 8, right=(1, 2, 3))
    parties.add_row(*map(shown.note, ("party", "events", "cooperative", "hostile")))
    for node in made.nodes[: look.most]:
        parties.add_row(Text(node.name), str(node.events), str(node.cooperative or ""), str(node.hostile or ""))
    yield parties
    yield from shown.more(look.most, len(made.nodes))
    yield Text()
    edges = shown.grid(None, 20, 7, 10, right=(2, 3))
    edges.add_row(*map(shown.note, ("between", "what", "events", "intensity")))
    for edge in made.edges[: look.most]:
        planned = f" ({edge.planned} ahead)" if edge.planned else ""
        pair = f"{names[edge.a]} {'–' if edge.mutual else '→'} {names[edge.b]}{planned}" + shown.ids(edge.entries, codes=look.codes)
        edges.add_row(Text(pair), Text(QUADS[edge.quad]), str(edge.events), score(edge.intensity))
    yield edges
    yield from shown.more(look.most, len(made.edges))
    yield Text()
    yield shown.note(f"– both ways, → from the one to the other; intensity: mean of PLOVER's scores, -10 to +10; ahead: not yet "
                     f"reported as happened. {made.alone} more events pass between no two known parties.")  # fmt: skip
