"""What would have to change for the middle to fall elsewhere: weights and places at which the median turns, what one needs, who gains.

All by the weighted median on steps, so that it holds whatever the distances; by the mean besides where distances are set.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from detente.weigh import compromise, outcome, setting
from detente.weigh.game import Game, Player
from detente.weigh.outcome import Middle
from detente.weigh.place import Place
from detente.weigh.sensitivity import Range
from detente.weigh.setting import Seat, Setting

_ABOVE, _BELOW = 1 + 1e-6, 1 - 1e-6  # just beyond a weight, on either side


class Turn(msgspec.Struct, frozen=True):
    """The middle moves to `low`-`high` when a party has more (or less) than a factor of its weight, or stands elsewhere (`place`)."""

    name: str
    low: int
    high: int
    factor: float | None = None
    more: bool = True
    place: Place | None = None


class Need(msgspec.Struct, frozen=True):
    """What a party needs for the middle to be at a step: `factor` of its weight (None: no weight does it), or by moving alone.

    `mean_factor`: for the mean to be there, where distances are set. `now`: it is there already.
    """

    name: str
    step: int
    now: bool
    factor: float | None
    moving: tuple[Place, ...]
    mean_factor: float | None = None


class Gain(msgspec.Struct, frozen=True):
    """What it is to a party to move while it still wants what it stands for: by how many steps the median comes nearer to that.

    `mean`: by how much the mean does, where distances are set.
    """

    name: str
    place: Place
    steps: int
    mean: float | None = None


def turns(game: Setting) -> tuple[Turn, ...]:
    """For each party the nearest weights, and the places, at which the middle turns; of places those that lead to each other middle."""
    now = outcome.middle(game)
    if now is None or not game.stated:
        return ()
    return tuple(turn for seat in game.seats for turn in (*_by_weight(game, seat, now), *_by_place(game, seat, now)))


def _by_weight(game: Setting, seat: Seat, now: Middle) -> Iterator[Turn]:
    """The nearest weights above and below at which the middle turns."""
    own = seat.weight.low
    if own <= 0:
        return
    critical = sorted(_critical(game, seat))
    for more, weights in ((True, [w for w in critical if w >= own * _BELOW]), (False, [w for w in critical[::-1] if w <= own * _ABOVE])):
        turned = (_turned(game, seat, now, weight, more=more) for weight in weights)
        yield from (t for t in [next((t for t in turned if t), None)] if t)


def _turned(game: Setting, seat: Seat, now: Middle, weight: float, *, more: bool) -> Turn | None:
    """What the middle is just beyond a weight, where it is another than now."""
    after = outcome.middle(weighed(game, seat.name, weight * (_ABOVE if more else _BELOW)))
    if after is None or (after.low, after.high) == (now.low, now.high):
        return None
    return Turn(seat.name, after.low, after.high, factor=weight / seat.weight.low, more=more)


def _critical(game: Setting, seat: Seat) -> set[float]:
    """Weights of a party at which exactly half of all stands on one side of some step; of what lies within steps, at either end."""
    made = set()
    for end in (0, 1):
        rest = [(s.place.steps[end], s.weight.low) for s in game.seats if s.name != seat.name]
        total = sum(weight for _, weight in rest)
        for step in {s.place.steps[end] for s in game.seats}:
            upto = sum(weight for at, weight in rest if at <= step)
            made.add(2 * upto - total if seat.place.steps[end] > step else total - 2 * upto)
    return {w for w in made if w > 0}


def _by_place(game: Setting, seat: Seat, now: Middle) -> Iterator[Turn]:
    """The nearest place for each other middle."""
    seen: set[tuple[int, int]] = set()
    for place in sorted(places(game), key=lambda p: abs(sum(p.steps) - sum(seat.place.steps))):
        after = outcome.middle(moved(game, seat.name, place))
        if after and place != seat.place and (after.low, after.high) not in seen | {(now.low, now.high)}:
            seen.add((after.low, after.high))
            yield Turn(seat.name, after.low, after.high, place=place)


def places(game: Setting) -> tuple[Place, ...]:
    """Every anchor, and the room between two."""
    anchors = range(1, len(game.labels) + 1)
    return (*(Place(n, n) for n in anchors), *(Place(n, n + 1) for n in anchors[:-1]))


def need(game: Setting, name: str, step: int) -> Need:
    """What a party needs to bring the middle to a step, all else as it is."""
    basis = game.footing()
    seat = next(s for s in basis.seats if s.name == name)
    now, own = outcome.middle(basis), seat.weight.low
    tried = sorted(_critical(basis, seat), key=lambda w: abs(w - own)) if own > 0 else []
    factor = next((w / own for w in tried if any(_at(weighed(basis, name, w * past), step) for past in (_ABOVE, _BELOW))), None)
    moving = tuple(p for p in places(basis) if _at(moved(basis, name, p), step))
    return Need(name, step, _is(now, step), factor, moving, _mean_factor(basis, seat, step))


def _is(found: Middle | None, step: int) -> bool:
    return found is not None and found.low == found.high == step


def _at(game: Setting, step: int) -> bool:
    return _is(outcome.middle(game), step)


def _mean_factor(game: Setting, seat: Seat, step: int) -> float | None:
    """By how much the weight must be multiplied for the mean to be at an anchor; None where none does, or no distances are set."""
    played = as_game(game)
    if played is None or game.values is None or step % 2 or seat.weight.low <= 0:
        return None
    weight = compromise.flips(played, seat.name, game.values[step // 2])
    return None if weight is None else weight / seat.weight.low


def gains(game: Setting) -> tuple[Gain, ...]:
    """Who gains by moving alone: for each party the place that brings the middle nearest to what it stands for, where one does."""
    basis = game.footing()
    now, played = outcome.middle(basis), as_game(basis)
    if now is None:
        return ()
    found = []
    for seat in basis.seats:
        tried = [_gain(basis, seat, place, now, played is not None) for place in places(basis) if place != seat.place]
        best = max(tried, key=lambda g: (g.steps, g.mean or 0.0), default=None)
        if best and (best.steps > 0 or (best.mean or 0.0) > 1e-9):
            found.append(best)
    return tuple(found)


def _gain(game: Setting, seat: Seat, place: Place, now: Middle, points: bool) -> Gain:
    after = moved(game, seat.name, place)
    then = outcome.middle(after) or now
    steps = _away(now, seat) - _away(then, seat)
    if not points or place.low != place.high or game.values is None:
        return Gain(seat.name, place, steps)
    wish = game.values[seat.place.low]
    old, new = now.mean or Range(wish, wish), then.mean or Range(wish, wish)
    return Gain(seat.name, place, steps, abs(old.low - wish) - abs(new.low - wish))


def _away(found: Middle, seat: Seat) -> int:
    """Steps from the middle to where a party stands."""
    low, high = seat.place.steps
    return max(found.low - high, low - found.high, 0)


def weighed(game: Setting, name: str, weight: float) -> Setting:
    """The setting with a party of another weight."""
    one = Range(1.0, 1.0)
    seats = tuple(msgspec.structs.replace(s, salience=one, influence=Range(weight, weight)) if s.name == name else s for s in game.seats)
    return msgspec.structs.replace(game, seats=seats)


def moved(game: Setting, name: str, place: Place) -> Setting:
    """The setting with a party elsewhere."""
    return msgspec.structs.replace(game, seats=tuple(msgspec.structs.replace(s, place=place) if s.name == name else s for s in game.seats))


def as_game(game: Setting) -> Game | None:
    """The game of a setting whose places and weights are points on set distances; else None."""
    if not game.placed or not game.stated or game.length <= 0 or not game.seats:
        return None
    edges = setting.even(game)
    players = (Player(s.name, edges[s.place.low], s.salience.low, s.influence.low) for s in game.seats)
    return Game(tuple(players), edges[0], edges[-1])
