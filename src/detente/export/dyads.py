"""Events as pairs of a source and a target, which the formats of CAMEO know only."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations, product

import msgspec

from detente import codec
from detente.corpus import Told
from detente.export.format import Setting
from detente.lexicon.exchange import Basis, Deed, Exchange
from detente.records import Actor
from detente.views.entries import mutual


class Dyad(msgspec.Struct, frozen=True):
    """One row: who, to whom, which CAMEO code and where that comes from. `number` is stable, unique and below 2^52."""

    source: Actor | None
    target: Actor | None
    deed: Deed
    basis: Basis
    number: int


def dyads(told: Told, setting: Setting) -> Iterator[Dyad]:
    """All pairs of an event: each actor with each recipient; of what several do with one another (a meeting, an agreement of two) everybody
    with everybody, both ways, as CAMEO codes it.

    Nobody is paired with himself, under whatever name, and no pair stands twice.
    """
    deed, basis = setting.exchange.cameo(told.event)
    seen: set[int] = set()
    pairs = _mutual(told) if mutual(told.event) else ()
    for source, target in pairs or product(told.actors or (None,), told.recipients or (None,)):
        number = _number(told, source, target, setting)
        if number in seen or _same(source, target, setting):
            continue
        seen.add(number)
        turned = source in told.recipients and target in told.actors and source not in told.actors
        code = setting.exchange.turned(deed) if turned else deed
        yield Dyad(source, target, code, basis, number)


def _mutual(told: Told) -> tuple[tuple[Actor, Actor], ...]:
    parties = tuple({a.id: a for a in (*told.actors, *told.recipients)}.values())
    return tuple(permutations(parties, 2))


def _same(source: Actor | None, target: Actor | None, setting: Setting) -> bool:
    """Whether two sides are one actor, or both are nobody."""
    if source is None or target is None:
        return source is target
    return setting.corpus.identity(source.id) == setting.corpus.identity(target.id)


def _number(told: Told, source: Actor | None, target: Actor | None, setting: Setting) -> int:
    identity = setting.corpus.identity
    ends = (identity(a.id) if a else "" for a in (source, target))
    return int(codec.digest("dyad", told.id, *ends)[:13], 16)


class ActorCode(msgspec.Struct, frozen=True):
    """CAMEO's code of an actor, in its parts: country, known group, agent; empty where CAMEO has none."""

    country: str = ""
    group: str = ""
    agent: str = ""

    @property
    def whole(self) -> str:
        """The parts as one code: "PRKGOV", "IGOUNO"."""
        begin = self.country or (self.agent if self.agent in ("IGO", "NGO", "MNC") else "")
        agent = "" if begin == self.agent else self.agent
        return begin + self.group + agent


def coded(actor: Actor | None, exchange: Exchange) -> ActorCode:
    """An actor in CAMEO's codes. A state as a whole has no agent code; IGO, NGO and REB stand for who has no sector."""
    if actor is None:
        return ActorCode()
    kinds = {"igo": "IGO", "ngo": "NGO", "armed_group": "REB", "party": "PTY", "media": "MED", "company": "BUS", "government": "GOV"}
    agent = "" if actor.type == "state" else exchange.agent(actor.sector) or kinds.get(actor.type, "")
    if actor.type in ("igo", "ngo"):
        agent = kinds[actor.type]
    return ActorCode(exchange.country(actor.country).cameo or "", exchange.groups.get(actor.id, ""), agent)
