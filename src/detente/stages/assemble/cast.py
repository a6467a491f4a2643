"""Actors: who acts, receives, speaks, signs or is spoken of by name."""

from __future__ import annotations

from detente.reading import Cast, Mention, Player
from detente.records import Actor, ActorMention, Quote
from detente.stages.assemble.words import Words

BESIDE = "described beside its name"
_PREPOSITIONS = ("IN", "TO")


def actors(words: Words, mentions: tuple[Mention, ...], cast: Cast) -> tuple[Actor, ...]:
    """One record an actor, in the order of first mention."""
    seen: dict[str, list[ActorMention]] = {p.id: [] for p in cast.players}
    for mention, idents, how in zip(mentions, cast.who, cast.how, strict=True):
        span = words.quote(mention.first, mention.last)
        here = [ActorMention(span.start, span.end, span.quote, how)]
        if len(idents) == 1 and (beside := _beside(words, mention)):
            here.append(ActorMention(beside.start, beside.end, beside.quote, BESIDE))
        for ident in idents:
            seen[ident].extend(sorted(here, key=lambda m: m.start))
    made = [_actor(words, player, tuple(seen[player.id])) for player in cast.players if seen[player.id]]
    return tuple(sorted(made, key=lambda a: (a.mentions[0].start, a.id)))


def _beside(words: Words, mention: Mention) -> Quote | None:
    """The description that a comma parts from a name ("Mike Pompeo, US secretary of state"): it stands for the same actor."""
    if mention.title is None or mention.title[1] == mention.first or words.parse.tag[mention.title[0]] in _PREPOSITIONS:
        return None
    return words.quote(*mention.title)


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
