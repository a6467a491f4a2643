"""PLOVER's own JSON, one event a line (manual of 2024-02-04, table "PLOVER JSON")."""

from __future__ import annotations

import msgspec

from detente.corpus import Told
from detente.export.days import day
from detente.export.files import Files
from detente.export.format import Given, Setting
from detente.export.wording import STATUS, days
from detente.records import Actor, Event, Factuality, Where

AUXILIARY: dict[Factuality, str | None] = {"actual": None, "planned": "future", "possible": "hypothetical", "denied": "negation"}
"""PLOVER's auxiliary modes; an act that is folded (a planned visit is AGREE) has happened as what it is folded to."""


class EntityObject(msgspec.Struct, frozen=True, omit_defaults=True):
    """PLOVER's entity: `code` is the country (ISO 3166 alpha-3) or IGO."""

    code: str | None = None
    sector: str | None = None
    entity_text: str | None = None
    identifier_id: str | None = None
    identifier_text: str | None = None
    office: str | None = None


class LocationObject(msgspec.Struct, frozen=True, omit_defaults=True):
    """A place; degrees north and east."""

    name: str
    country: str | None = None
    adm1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonamesid: int | None = None


class TextInfo(msgspec.Struct, frozen=True):
    """Where the words stand in the article's text: half-open code points."""

    start: int
    end: int
    text_story: str


class Citation(msgspec.Struct, frozen=True, omit_defaults=True):
    """The article of a text."""

    citation: str
    corpus: str | None = None
    url: str | None = None
    title: str | None = None
    language: str | None = None
    date: str | None = None


class PloverEvent(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One event; `link` binds those that are told more than once."""

    id: str
    has_event: bool
    date: str
    enddate: str | None = None
    actor: tuple[EntityObject, ...]
    recipient: tuple[EntityObject, ...] = ()
    event: tuple[str, ...]
    event_loc: LocationObject | None = None
    event_text: tuple[str, ...]
    quad_code: int
    event_scale: float
    mode: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    link: str | None = None
    text: str
    text_info: TextInfo
    cite_info: tuple[Citation, ...]
    coder: str
    comment: str


def write(given: Given, files: Files) -> None:
    """One object a line. The format requires `date`: an event without one has the day of its first publication; `comment` says so."""
    encode = msgspec.json.Encoder().encode
    for one, here in given.told():
        files.main.write(encode(_event(one, here)) + b"\n")


def _event(told: Told, setting: Setting) -> PloverEvent:
    event, on = told.event, day(told)
    span = event.evidence[0]
    return PloverEvent(
        id=told.id,
        has_event=True,
        date=on.day if on else "",
        enddate=event.when.end if event.when and on and on.basis == "event" and event.when.end != on.day else None,
        actor=tuple(_entity(a, event, setting) for a in told.actors),
        recipient=tuple(_entity(a, event, setting) for a in told.recipients),
        event=(event.plover,),
        event_loc=_location(event.where) if event.where else None,
        event_text=tuple(dict.fromkeys(q.quote for e in told.tellings for q in e.evidence[:1])),
        quad_code=event.quad,
        event_scale=event.intensity,
        mode=_modes(event),
        context=event.contexts,
        link=told.id if len(told.tellings) > 1 else None,
        text=span.quote,
        text_info=TextInfo(span.start, span.end, event.article),
        cite_info=tuple(
            Citation(a.id, corpus=a.outlet, url=a.url, title=a.title, language=a.language, date=a.published) for a in told.articles
        ),
        coder=setting.about.program,
        comment=_comment(event, on.basis if on else ""),
    )


def _modes(event: Event) -> tuple[str, ...]:
    """The mode, unless the act was folded into a type that has none; and the auxiliary mode of what has not happened."""
    folded = event.plover != event.code
    return tuple(m for m in (None if folded else event.mode, None if folded else AUXILIARY[event.factuality]) if m)


def _comment(event: Event, basis: str) -> str:
    dated = "" if basis == "event" else "; date: day of publication"
    ahead = f" for {days(event.when)}" if days(event.when) else ""
    folded = f"; told as planned {event.code}{ahead}" if event.plover != event.code else ""
    return f"{STATUS[event.factuality]}; certainty: {event.certainty}; rule: {event.made_by}{folded}{dated}"


def _entity(actor: Actor, event: Event, setting: Setting) -> EntityObject:
    raw = words(actor, event)
    return EntityObject(
        actor.country or ("IGO" if actor.type == "igo" else None),
        actor.sector,
        raw,
        setting.exchange.qids.get(actor.knowledge or ""),
        setting.corpus.identity(actor.id),
        actor.roles[0].title if actor.roles else None,
    )


def words(actor: Actor, event: Event) -> str:
    """The words that stand for an actor in the event's evidence, a name rather than a pronoun; its name where none do."""
    found = [m.quote for s in event.evidence for m in actor.mentions if s.start <= m.start and m.end <= s.end]
    return next((quote for quote in found if quote[:1].isupper()), found[0] if found else actor.name)


def _location(where: Where) -> LocationObject:
    return LocationObject(where.name, where.country, where.adm1, where.lat, where.lon, where.geonames)
