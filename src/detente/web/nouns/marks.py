"""Real-world events as marks, and who their parties are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from detente.corpus import Filter
from detente.corpus.told import BETTER
from detente.records import Event
from detente.store import Store
from detente.store.protocol import Glimpse
from detente.views.entries import mutual, place, time
from detente.views.sides import Side
from detente.views.wording import tidy
from detente.web.api.shared import Bound, Mark

MOST = 10_000
"""Events that one answer may show."""


class Sides:
    """Actors of many articles as sides; of each its name in the first article that names it, which for a known one is its own."""

    def __init__(self, store: Store, actors: Iterable[str]) -> None:
        known = store.known_as(actors)
        self._of: Mapping[str, str] = {ident: actor.id for ident, actor in known}
        self._sides = {a.id: Side(a.id, tidy(a.name), a.type, a.country) for _, a in known}

    def of(self, actor: str) -> str:
        """The id of the side that an actor is."""
        return self._of.get(actor, actor)

    def all(self, actors: Iterable[str]) -> tuple[str, ...]:
        """The sides of several actors, each once, in order."""
        return tuple(dict.fromkeys(map(self.of, actors)))

    def side(self, ident: str) -> Side:
        """A side by its id."""
        return self._sides.get(ident) or Side(ident, tidy(ident), "other")


def marks(store: Store, asked: Filter, *, limit: int = MOST) -> tuple[tuple[Mark, ...], Sides]:
    """Marks of what fits, of more than `limit` those that are latest, and their sides."""
    glimpses = store.glimpses(asked, limit=limit)
    shown = [(g, sorted(g.tellings, key=_rank)) for g in glimpses]
    sides = Sides(store, {a for _, told in shown for a in (*told[0].actors, *told[0].recipients)})
    return tuple(_mark(g, told, sides) for g, told in shown), sides


def _rank(event: Event) -> tuple[int, bool]:
    """Which telling stands for all (see `corpus.Told`)."""
    return (BETTER[event.factuality], bool(event.same_as))


def _mark(glimpse: Glimpse, ranked: Sequence[Event], sides: Sides) -> Mark:
    event = ranked[0]
    others = (event, *(e for e in glimpse.tellings if e is not event))
    return Mark(
        id=glimpse.id,
        article=event.article,
        status=event.factuality,
        code=event.plover,
        mode=event.mode,
        quad=event.quad,
        intensity=event.intensity,
        actors=sides.all(event.actors),
        recipients=sides.all(event.recipients),
        mutual=mutual(event),
        when=time(others),
        where=place(others),
        outlets=glimpse.outlets,
        tellings=len(ranked),
        denied=sum(e.factuality == "denied" != event.factuality for e in ranked),
    )


def bound(store: Store, asked: Filter, shown: int, *, limit: int = MOST) -> Bound:
    """How many events of how many are shown."""
    return Bound("events", shown, shown if shown < limit else sum(d.count for d in store.spread(asked)))
