"""What each input that is left open does to the mean: from one end of its range to the other, all others half-way.

Where no distances are set, the inner anchors are inputs too, half-way meaning evenly spaced: an illustration of what matters, no finding.
"""

from __future__ import annotations

from detente.weigh import sensitivity, setting
from detente.weigh.sensitivity import Open, Swing
from detente.weigh.setting import Edges, Setting


def tornado(game: Setting) -> tuple[Swing, ...]:
    """Swings of all open inputs, the widest first; nothing where all is known or the scale has no length."""
    if game.length <= 0 or not game.seats:
        return ()
    edges = setting.even(game)
    swings = (*sensitivity.tornado(_open(game, edges)), *_distances(game, edges))
    return tuple(sorted((s for s in swings if s.width > 0), key=lambda s: (-s.width, s.name, s.input)))


def _open(game: Setting, edges: Edges) -> list[Open]:
    return [Open(s.name, setting.spread(game, s, edges), s.salience, s.influence) for s in game.seats]


def _distances(game: Setting, edges: Edges) -> list[Swing]:
    """Each inner anchor moved between its neighbours."""
    if game.values is not None:
        return []
    made = []
    for edge in setting.inner(game):
        ends = []
        for place in (edges[edge - 1], edges[edge + 1]):
            moved = tuple(place if n == edge else x for n, x in enumerate(edges))
            ends.append(_mean(game, moved))
        if None not in ends:
            made.append(Swing(f"anchor {game.labels[edge - 1]}", "distance", ends[0] or 0.0, ends[1] or 0.0))
    return made


def _mean(game: Setting, edges: Edges) -> float | None:
    halves = [(o.position.middle, o.salience.middle * o.influence.middle) for o in _open(game, edges)]
    total = sum(w for _, w in halves)
    return sum(x * w for x, w in halves) / total if total > 0 else None
