"""An event in a few plain words of ours, for captions and for sheets that people check."""

from __future__ import annotations

from collections.abc import Sequence

from detente.corpus import Told
from detente.lexicon.ontology import Ontology
from detente.records import Actor, Code, Factuality, When

STATUS: dict[Factuality, str] = {"actual": "reported as happened", "planned": "planned", "possible": "only possible", "denied": "denied"}

_TO: dict[Code, str] = {
    "AGREE": "with",
    "COOPERATE": "with",
    "CONCEDE": "to",
    "RETREAT": "towards",
    "PROTEST": "against",
    "MOBILIZE": "against",
}
"""What stands between the verb of a type and to whom it is done, where English wants a word there."""


def names(actors: Sequence[Actor]) -> str:
    """Names as English joins them."""
    words = [a.name for a in actors]
    return " and ".join(p for p in (", ".join(words[:-1]), words[-1]) if p) if words else ""


def caption(told: Told, ontology: Ontology) -> str:
    """ "Kim Jong-un met Xi Jinping"; the status stands before it where it is not reported as happened."""
    event = told.event
    to = (_TO.get(event.code), names(told.recipients)) if told.recipients else ()
    said = " ".join(filter(None, (names(told.actors) or "somebody unnamed", ontology.types[event.code].verb, *to)))
    return said if event.factuality == "actual" else f"{STATUS[event.factuality]}: {said}"


def days(when: When | None) -> str:
    """ "2018-05-07", "2018-05-01 to 2018-05-31 (month)"; empty where nothing is known."""
    if when is None or (when.start is None and when.end is None):
        return ""
    if when.start == when.end:
        return when.start or ""
    return f"{when.start or 'open'} to {when.end or 'open'} ({when.precision})"
