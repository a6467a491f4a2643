"""Actors: who acts, receives, speaks, signs or is spoken of by name."""

from __future__ import annotations

from detente.reading import Cast, Mention, Player
from detente.records import Actor, ActorMention
from detente.stages.assemble.words import Words


def actors(words: Words, mentions: tuple[Mention, ...], cast: Cast) -> tuple[Actor, ...]:
    """One record an actor, in the order of first mention."""
    seen: dict[str, list[ActorMention]] = {p.id: [] for p in cast.players}
    for mention, idents, how in zip(mentions, cast.who, cast.how, strict=True):
        span = words.quote(mention.first, mention.last)
        for ident in idents:
            seen[ident].append(ActorMention(span.start, span.end, span.quote, how))
    made = [_actor(words, player, tuple(seen[player.id])) for player in cast.players if seen[player.id]]
    return tuple(sorted(made, key=lambda a: (a.mentions[0].start, a.id)))


def _actor(words: Words, player: Player, mentions: tuple[ActorMention, ...]) -> Actor:
    return Actor(
        id=words.actor(player.id),
        article=words.article.id,
        name=player.name,
        type=player.type,
        country=player.country,
        sector=player.sector,
        roles=player.roles,
        aliases=player.aliases,
        mentions=mentions,
        knowledge=player.knowledge,
        why=player.why,
    )
