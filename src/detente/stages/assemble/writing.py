"""All records of one article, put together."""

from __future__ import annotations

import msgspec

from detente.lexicon import Lexicon
from detente.nlp.parse import Parse
from detente.reading import Attribution, Bond, Cast, Deed, Doubt, Mention, Pact, Records, Retelling, Setting, Stand
from detente.records import Article, Event
from detente.stages.assemble import cast as players
from detente.stages.assemble import deeds as doings
from detente.stages.assemble import said
from detente.stages.assemble.words import Words


def write(  # noqa: PLR0913  the one place where all drafts of an article come together
    *,
    article: Article,
    parse: Parse,
    mentions: tuple[Mention, ...],
    cast: Cast,
    attributions: tuple[Attribution, ...],
    heard: tuple[Setting, ...],
    deeds: tuple[Deed, ...],
    retellings: tuple[Retelling, ...],
    stands: tuple[Stand, ...],
    pacts: tuple[Pact, ...],
    bonds: tuple[Bond, ...],
    lexicon: Lexicon,
) -> tuple[Records, tuple[Doubt, ...]]:
    """The records of an article, every id made and every span quoted."""
    words = Words(article, parse, lexicon.issues)
    statements, ids = said.statements(words, attributions, heard)
    events = doings.events(words, lexicon.ontology, deeds, attributions, retellings)
    records = Records(
        actors=players.actors(words, mentions, cast),
        events=tuple(_inside(e, d, ids) for e, d in zip(events, deeds, strict=True)),
        statements=statements,
        positions=said.positions(words, stands, attributions, heard, ids),
        relations=said.relations(words, bonds, attributions),
        agreements=said.agreements(words, pacts, attributions),
    )
    return records, ()


def _inside(event: Event, deed: Deed, statement_ids: dict[int, str]) -> Event:
    """The event with the id of the statement that it lies in."""
    ident = statement_ids.get(deed.attribution) if deed.attribution is not None else None
    return msgspec.structs.replace(event, statement=ident) if ident else event
