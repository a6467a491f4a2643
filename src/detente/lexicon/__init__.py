"""All knowledge of words and the world, read once: the index objects that stages look things up in."""

from __future__ import annotations

import msgspec

from detente.lexicon import (
    atlas,
    calendar,
    contexts,
    everyday,
    figures,
    gazetteer,
    governors,
    issues,
    offstage,
    ontology,
    pacts,
    pronouns,
    relations,
    speech,
    stances,
)
from detente.lexicon.atlas import Atlas
from detente.lexicon.calendar import Calendar
from detente.lexicon.contexts import Contexts
from detente.lexicon.everyday import Everyday
from detente.lexicon.figures import Amounts
from detente.lexicon.gazetteer import Gazetteer
from detente.lexicon.governors import Governors
from detente.lexicon.issues import Issues
from detente.lexicon.offstage import Offstage
from detente.lexicon.ontology import Ontology
from detente.lexicon.pacts import Pacts
from detente.lexicon.pronouns import Ranker
from detente.lexicon.relations import Relations
from detente.lexicon.shelf import Shelf
from detente.lexicon.speech import Speech
from detente.lexicon.stances import Stances


class Lexicon(msgspec.Struct, frozen=True):
    """One index a field. `hash` is that of all data files behind them."""

    hash: str
    ontology: Ontology
    gazetteer: Gazetteer
    atlas: Atlas
    calendar: Calendar
    speech: Speech
    governors: Governors
    offstage: Offstage
    stances: Stances
    pacts: Pacts
    relations: Relations
    contexts: Contexts
    figures: Amounts
    issues: Issues
    pronouns: Ranker
    everyday: Everyday


def load(shelf: Shelf) -> Lexicon:
    """The lexicon of a shelf: our data files, and the user's folders over them. Raises DataError for a bad file."""
    return Lexicon(
        hash=shelf.hash,
        ontology=ontology.load(shelf),
        gazetteer=gazetteer.load(shelf),
        atlas=atlas.load(shelf),
        calendar=calendar.load(shelf),
        speech=speech.load(shelf),
        governors=governors.load(shelf),
        offstage=offstage.load(shelf),
        stances=stances.load(shelf),
        pacts=pacts.load(shelf),
        relations=relations.load(shelf),
        contexts=contexts.load(shelf),
        figures=figures.load(shelf),
        issues=issues.load(shelf),
        pronouns=pronouns.load(shelf),
        everyday=everyday.load(shelf),
    )


__all__ = ["Lexicon", "Shelf", "load"]
