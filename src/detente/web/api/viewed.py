"""Answers made of many events at once: who deals with whom, where, who wants what, what two parties did, what articles belong together."""

from __future__ import annotations

import msgspec

from detente.views.dossier import Dossier
from detente.views.dyad import Dyad
from detente.views.entries import Entry
from detente.views.map import Place
from detente.views.network import Edge, Node
from detente.views.positions import Matrix
from detente.views.sides import Side
from detente.views.story import Stories
from detente.web.api.shared import Bound


class Network(msgspec.Struct, frozen=True):
    """Parties and what passes between each two of them, by quad; `entries` of an edge are asked for by id. `alone` pass between no two."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    alone: int
    bound: Bound


class Map(msgspec.Struct, frozen=True):
    """Places of events, as closely as a text says; see `views.map.Map`. A region or country is itself the place, never a pin."""

    points: tuple[Place, ...]
    regions: tuple[Place, ...]
    countries: tuple[Place, ...]
    placed: int
    unplaced: int
    bound: Bound


class Named(msgspec.Struct, frozen=True):
    """An actor's dossier, from the newest articles that name it. `sides` are the parties of its events."""

    dossier: Dossier
    sides: tuple[Side, ...]
    bound: Bound


class Wanted(msgspec.Struct, frozen=True):
    """Who wants what on which issue, from the newest articles that fit."""

    matrix: Matrix
    bound: Bound


class Between(msgspec.Struct, frozen=True):
    """What passed between two parties, from the newest articles that name either; `entries` of the series by id."""

    dyad: Dyad
    bound: Bound


class Grouped(msgspec.Struct, frozen=True):
    """Articles that tell the same, newest first, from the newest articles that fit."""

    stories: Stories
    sides: tuple[Side, ...]
    bound: Bound


class Entries(msgspec.Struct, frozen=True):
    """Events in full, in the order of time, with their parties; `after` asks for the next page, None where this is the last."""

    entries: tuple[Entry, ...]
    sides: tuple[Side, ...]
    after: str | None = None
