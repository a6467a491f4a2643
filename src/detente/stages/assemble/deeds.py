"""Events: deeds with their settings, their chain of who says so, and PLOVER's folding."""

from __future__ import annotations

from detente.lexicon.ontology import Ontology
from detente.reading import Attribution, Deed, Retelling, Setting
from detente.records import Event, Factuality, Link
from detente.stages.assemble.words import Words

VERBAL = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN", "ACCUSE", "SUPPORT", "CONCEDE"})


def events(
    words: Words, ontology: Ontology, deeds: tuple[Deed, ...], attributions: tuple[Attribution, ...], retellings: tuple[Retelling, ...]
) -> tuple[Event, ...]:
    """One record a deed; `same_as` and `statement` are ids of records of the same article."""
    written: list[Event] = []
    for deed, retelling in zip(deeds, retellings, strict=True):
        told = written[retelling.of] if retelling.of is not None else None
        written.append(_event(words, ontology, deed, (retelling.setting, told), attributions))
    return tuple(written)


def _event(
    words: Words, ontology: Ontology, deed: Deed, telling: tuple[Setting, Event | None], attributions: tuple[Attribution, ...]
) -> Event:
    setting, told = telling
    span = words.quote(deed.first, deed.last)
    actors, recipients = words.actors(deed.actors), words.actors(deed.recipients)
    factuality = _dated(words, deed.factuality, setting)
    condition = words.quote(*deed.condition).quote if deed.condition else None
    return Event(
        id=words.id("event", deed.code, span, (*actors, ">", *recipients)),
        article=words.article.id,
        code=deed.code,
        mode=deed.mode,
        cameo=deed.cameo,
        contexts=deed.contexts,
        actors=actors,
        recipients=recipients,
        symmetric=deed.symmetric,
        factuality=factuality,
        certainty=deed.certainty,
        when=setting.when,
        where=setting.where,
        chain=_chain(words, deed, attributions),
        condition=condition,
        figures=deed.figures,
        same_as=told.id if told else None,
        plover=ontology.folded(deed.code, factuality),
        intensity=ontology.intensity(ontology.folded(deed.code, factuality), deed.mode),
        quad=ontology.types[ontology.folded(deed.code, factuality)].quad,
        evidence=(span,) if deed.inferred is None else (span, words.quote(deed.inferred, deed.inferred + 1)),
        made_by=deed.rule,
    )


def _dated(words: Words, factuality: Factuality, setting: Setting) -> Factuality:
    """An act told as a fact but dated after the day of publication is still ahead ("is visiting next week")."""
    ahead = setting.when and setting.when.start and words.article.published and setting.when.start > words.article.published[:10]
    return "planned" if ahead and factuality == "actual" else factuality


def _chain(words: Words, deed: Deed, attributions: tuple[Attribution, ...]) -> tuple[Link, ...]:
    """Who reports the deed; the speaker is no source of an act that consists in its own words."""
    links = words.chain(attributions, deed.attribution)
    if deed.code in VERBAL and links:
        own = set(words.actors(deed.actors))
        links = tuple(link for link in links if link.holder not in own or link.holder is None)
    return links
