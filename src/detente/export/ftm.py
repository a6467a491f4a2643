"""FollowTheMoney: JSON Lines of entities (people, bodies, articles, events), for tools of investigators."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec
from anyascii import anyascii

from detente.corpus import Told
from detente.export.cells import line
from detente.export.evidence import said_by
from detente.export.files import Files
from detente.export.format import Given, Setting
from detente.export.wording import STATUS, caption
from detente.records import Actor, ActorType, Article

SCHEMATA: dict[ActorType, str] = {
    "person": "Person", "state": "PublicBody", "government": "PublicBody", "igo": "Organization", "party": "Organization",
    "armed_group": "Organization", "media": "Organization", "company": "Company", "ngo": "Organization", "group": "LegalEntity",
    "other": "LegalEntity",
}  # fmt: skip
"""The schema of each type of actor; a state is its public body, since FollowTheMoney has no actor that is a country."""
_BAD = re.compile(r"[^0-9A-Za-z.-]+")


class Entity(msgspec.Struct, frozen=True):
    """One entity: an id, a schema of FollowTheMoney, and lists of texts by property."""

    id: str
    schema: str
    properties: dict[str, tuple[str, ...]]


def write(given: Given, files: Files) -> None:
    """Each actor and article once, before the first event that names it. An actor has one id in all articles."""
    encode = msgspec.json.Encoder().encode
    written: set[str] = set()
    for one, here in given.told():
        for entity in _around(one, here):
            if entity.id not in written:
                written.add(entity.id)
                files.main.write(encode(entity) + b"\n")
        files.main.write(encode(_event(one, here)) + b"\n")


def ident(text: str) -> str:
    """An id as FollowTheMoney takes it: letters, digits, points and hyphens ("person-kim-jong-un")."""
    return _BAD.sub("-", anyascii(text)).strip(".-")


def _around(told: Told, setting: Setting) -> Iterator[Entity]:
    for actor in (*told.actors, *told.recipients):
        yield _actor(actor, setting)
    for article in told.articles:
        yield _article(article)


def _made(id_: str, schema: str, **properties: Iterable[str | None]) -> Entity:
    """An entity with the properties that have a value, each value on one line and once."""
    cleaned = {name: tuple(dict.fromkeys(line(v) for v in values if v)) for name, values in properties.items()}
    return Entity(ident(id_), schema, {name: values for name, values in cleaned.items() if values})


def _actor(actor: Actor, setting: Setting) -> Entity:
    iso2 = setting.exchange.country(actor.country).iso2
    schema = SCHEMATA[actor.type]
    person = {"position": [r.title for r in actor.roles]} if schema == "Person" else {}
    return _made(
        setting.corpus.identity(actor.id),
        schema,
        name=[actor.name],
        alias=actor.aliases,
        country=[iso2.lower() if iso2 else None],
        keywords=[actor.type, actor.sector],
        wikidataId=[setting.exchange.qids.get(actor.knowledge or "")],
        **person,
    )


def _article(article: Article) -> Entity:
    return _made(
        article.id,
        "Article",
        name=[article.title or article.id],
        title=[article.title],
        author=[article.byline],
        publisher=[article.outlet],
        publishedAt=[article.published[:10] if article.published else None],
        sourceUrl=[article.url],
        language=["eng" if article.language == "en" else None],
    )


def _event(told: Told, setting: Setting) -> Entity:
    event, corpus = told.event, setting.corpus
    when, where = event.when, event.where
    same = when.start if when and when.start == when.end else None
    speakers = said_by(event, corpus)
    iso2 = setting.exchange.country(where.country if where else None).iso2
    return _made(
        f"event-{told.id}",
        "Event",
        name=[caption(told, setting.ontology)],
        date=[same],
        startDate=[when.start if when and not same else None],
        endDate=[when.end if when and not same else None],
        location=[where.name if where else None],
        country=[iso2.lower() if iso2 else None],
        involved=[ident(corpus.identity(a.id)) for a in (*told.actors, *told.recipients)],
        summary=[event.evidence[0].quote],
        notes=[f"says {speakers[-1]}" if speakers else None, STATUS[event.factuality]],
        keywords=[event.plover, event.mode, event.factuality, *event.contexts],
        proof=[ident(a.id) for a in told.articles],
        publisher=[a.outlet for a in told.articles],
        sourceUrl=[a.url for a in told.articles],
        recordId=[e.id for e in told.tellings],
    )
