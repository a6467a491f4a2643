"""Games for the tests.

`EMISSION`: the emission standards of 1994, years of delay (Bueno de Mesquita 1994, p. 78; as in table 1 of Scholz, Calbert & Smith 2011).
"""

from __future__ import annotations

from hypothesis import strategies as st

from detente.weigh.game import Game, Player

EMISSION = Game(
    (
        Player("Netherlands", 4, 0.8, 0.08), Player("Belgium", 7, 0.4, 0.08), Player("Luxembourg", 4, 0.2, 0.03),
        Player("Germany", 4, 0.8, 0.16), Player("France", 10, 0.6, 0.16), Player("Italy", 10, 0.6, 0.16), Player("UK", 10, 0.9, 0.16),
        Player("Ireland", 7, 0.1, 0.05), Player("Denmark", 4, 1.0, 0.05), Player("Greece", 7, 0.7, 0.08),
    ),
    low=4,
    high=10,
)  # fmt: skip


@st.composite
def games(draw: st.DrawFn, least: int = 1) -> Game:
    """Any game on a scale from 0 to 100, degenerate ones among them."""
    numbers = st.floats(0, 1).map(lambda x: round(x, 3))
    rows = draw(st.lists(st.tuples(numbers, numbers, numbers), min_size=least, max_size=7))
    return Game(tuple(Player(f"p{n}", 100 * x, s, c) for n, (x, s, c) in enumerate(rows)), 0, 100)


def turned(game: Game) -> Game:
    """The game with its players in the opposite order."""
    return Game(game.players[::-1], game.low, game.high)


def stretched(game: Game, factor: float, by: float) -> Game:
    """The game in other units: every position times a factor, then shifted."""
    players = tuple(Player(p.name, p.position * factor + by, p.salience, p.influence) for p in game.players)
    low, high = game.low * factor + by, game.high * factor + by
    return Game(players, min(low, *(p.position for p in players)), max(high, *(p.position for p in players)))


def halved(game: Game) -> Game:
    """The game with its first player split in two of half the influence."""
    first, *rest = game.players
    half = first.influence / 2
    return Game(
        (Player("a", first.position, first.salience, half), Player("b", first.position, first.salience, half), *rest), game.low, game.high
    )
