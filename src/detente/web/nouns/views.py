"""What views make of many events: of marks where places and parties are enough, of the newest articles where words are needed."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from detente.store import Store
from detente.views import dossier, dyad, positions, story
from detente.views.map import places
from detente.views.network import tied
from detente.web.api.asked import Issued, Narrowed, Paired, Renewed, Someone
from detente.web.api.viewed import Between, Grouped, Map, Named, Network, Wanted
from detente.web.nouns import marks
from detente.web.nouns.part import ARTICLES, inside, newest


def get_network(store: Store, asked: Narrowed) -> Network:
    """Parties, and what passes between them."""
    found, sides = marks.marks(store, asked.filter)
    nodes, edges, alone = tied(found, sides.side)
    return Network(nodes, edges, alone, marks.bound(store, asked.filter, len(found)))


def get_map(store: Store, asked: Narrowed) -> Map:
    """Places of events."""
    found, _ = marks.marks(store, asked.filter)
    placed = sum(m.where is not None for m in found)
    return Map(*places(found), placed, len(found) - placed, marks.bound(store, asked.filter, len(found)))


def get_actor(store: Store, asked: Someone, *, most: int = ARTICLES) -> Named | None:
    """A dossier; None where no article names such an actor. Raises InputError where the name may be several actors."""
    wanted = asked.filter
    part, bound = newest(store, msgspec.structs.replace(wanted, actors=(asked.id, *wanted.actors)), limit=most)
    if not part.corpus.who(asked.id):
        return None
    made = dossier.make(part.corpus, asked.id, inside(wanted), part.sides)
    others = [s.other for s in made.standing if s.other] + [m.other for m in made.met]
    sides = {s.id: s for s in (*part.named(made.events), *others)}
    return Named(made, tuple(sides.values()), bound)


def get_positions(store: Store, asked: Issued, *, key: Callable[[str], str] = str.lower, most: int = ARTICLES) -> Wanted:
    """Who wants what on which issue."""
    part, bound = newest(store, asked.filter, limit=most)
    which = positions.Asked(asked.about, key)
    return Wanted(positions.make(part.corpus, inside(asked.filter), part.sides, which), bound)


def get_dyad(store: Store, asked: Paired) -> Between:
    """What passed between two parties. Raises InputError where one of them is nobody, or both are the same."""
    wanted = asked.filter
    both = msgspec.structs.replace(wanted, actors=(asked.a, asked.b, *wanted.actors))
    part, bound = newest(store, both)
    made = dyad.make(part.corpus, inside(wanted), part.sides, dyad.Asked(asked.a, asked.b, asked.step, asked.directed))
    return Between(made, bound)


def get_stories(store: Store, asked: Renewed, *, most: int = ARTICLES) -> Grouped:
    """Articles that tell the same."""
    part, bound = newest(store, asked.filter, limit=most)
    made = story.make(part.corpus, inside(asked.filter), part.sides, new_since=asked.new_since)
    sides = {s.id: s for one in made.stories for s in (*one.parties, *part.named(one.events))}
    return Grouped(made, tuple(sides.values()), bound)
