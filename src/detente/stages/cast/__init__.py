"""Cast: who is who. Each cluster of mentions becomes an actor of the article, linked to the gazetteer where that is sure."""

from __future__ import annotations

from typing import Protocol

from detente.lexicon.gazetteer import Gazetteer
from detente.nlp.parse import Parse
from detente.reading import Antecedent, Candidate, Cast, Doubt, Mention, Player
from detente.records import Article
from detente.stages.cast.clusters import Cluster, clusters, identities
from detente.stages.cast.heads import heads
from detente.stages.cast.players import Text, player

__all__ = ["link"]


class Knows(Protocol):
    """The part of the lexicon that is read here."""

    @property
    def gazetteer(self) -> Gazetteer: ...


def link(  # noqa: PLR0913, PLR0917  the fields of a Reading that the stage takes
    article: Article,
    parse: Parse,
    mentions: tuple[Mention, ...],
    candidates: tuple[tuple[Candidate, ...], ...],
    antecedents: tuple[Antecedent | None, ...],
    lexicon: Knows,
) -> tuple[Cast, tuple[Doubt, ...]]:
    """The actors, and for each mention the ids that it stands for; a Doubt for each link that rests on a recalled row alone."""
    gazetteer = lexicon.gazetteer
    found = clusters(parse, mentions, candidates, antecedents)
    identities(found, gazetteer)
    ids = {i: cluster.id for cluster in found for i in cluster.mentions}
    who = tuple(_who(i, antecedents[i], ids, gazetteer) for i in range(len(mentions)))
    own = {c.id for c in found}
    loose = tuple(dict.fromkeys(e for members in who for e in members if e not in own))
    text = Text(article, parse, mentions, gazetteer)
    merged = _by_id(found)
    players = (*(player(c, text) for c in merged), *(_unmentioned(e, gazetteer) for e in loose))
    cast = Cast(
        players=players,
        who=who,
        how=tuple(_how(a, c) for a, c in zip(antecedents, candidates, strict=True)),
        heads=heads(parse, mentions, who),
        adjectives={m.head: w for m, w in zip(mentions, who, strict=True) if m.form == "adjective" and w},
    )
    return cast, tuple(d for c in merged for d in _doubts(c, mentions))


def _by_id(found: list[Cluster]) -> list[Cluster]:
    """One cluster an id: clusters that turned out to be one actor are put together."""
    merged: dict[str, Cluster] = {}
    for cluster in found:
        if (first := merged.get(cluster.id)) is None:
            merged[cluster.id] = cluster
        else:
            first.mentions = sorted((*first.mentions, *cluster.mentions))
            first.told.extend(cluster.told)
    return list(merged.values())


def _who(i: int, antecedent: Antecedent | None, ids: dict[int, str], gazetteer: Gazetteer) -> tuple[str, ...]:
    if i in ids:
        return (ids[i],)
    if antecedent is None:
        return ()
    members = (*(ids[j] for j in antecedent.mentions if j in ids), *(e for e in antecedent.entries if e in gazetteer.entries))
    return tuple(dict.fromkeys(members))


def _how(antecedent: Antecedent | None, candidates: tuple[Candidate, ...]) -> str:
    if antecedent is not None and antecedent.how:
        return antecedent.how
    return candidates[0].how if candidates else "named here"


def _unmentioned(entry: str, gazetteer: Gazetteer) -> Player:
    known = gazetteer.entries[entry]
    return Player(
        known.id, known.name, known.type, known.country, known.sector, knowledge=known.id, why="member of a group that the text names"
    )


def _doubts(cluster: Cluster, mentions: tuple[Mention, ...]) -> list[Doubt]:
    """One for an actor whose every link is an office held by a recalled row."""
    if not cluster.linked or any(c.entry == cluster.id and "recalled" not in c.how for _, c in cluster.told):
        return []
    how = next((c.how for _, c in cluster.told if c.entry == cluster.id), cluster.why)
    if "recalled" not in how or "full name" in how:
        return []
    first = mentions[cluster.mentions[0]]
    return [Doubt("recalled", f"linked to {cluster.id} by a row written from memory alone: {how}", first.first, first.last)]
