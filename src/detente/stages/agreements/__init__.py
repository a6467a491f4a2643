"""Agreements: named and described treaties, deals, ceasefires and declarations, with parties, day, status and reported clauses."""

from __future__ import annotations

from detente.lexicon import Lexicon
from detente.nlp.parse import Parse
from detente.parties import Parties, voices
from detente.reading import Attribution, Cast, Deed, Doubt, Pact, Retelling, Timex
from detente.records import Article
from detente.stages.agreements import merge
from detente.stages.agreements.days import Days
from detente.stages.agreements.mentions import Reader


def find(  # noqa: PLR0913  the fields that it reads
    *,
    article: Article,
    parse: Parse,
    cast: Cast,
    times: tuple[Timex, ...],
    attributions: tuple[Attribution, ...],
    deeds: tuple[Deed, ...],
    retellings: tuple[Retelling, ...],
    lexicon: Lexicon,
) -> tuple[tuple[Pact, ...], tuple[Doubt, ...]]:
    """One pact an agreement, in text order, save that what another follows stands before it."""
    days = Days(article, parse, times, deeds, retellings)
    reader = Reader(parse, Parties(parse, cast), days, lexicon.pacts)
    found = merge.gather(reader.read())
    within = voices(len(parse), attributions) if found else []
    return merge.write(article, parse, found, within), ()
