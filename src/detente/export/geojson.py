"""GeoJSON (RFC 7946): one feature an event, a point where the text names a place that is one."""

from __future__ import annotations

from typing import Literal

import msgspec

from detente.corpus import Told
from detente.export.evidence import said_by
from detente.export.files import Files
from detente.export.format import Given, Setting
from detente.export.wording import caption
from detente.records import Where


class Point(msgspec.Struct, frozen=True, tag_field="type", tag="Point"):
    """Degrees east and north, WGS 84."""

    coordinates: tuple[float, float]


class Properties(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of an event on a map."""

    caption: str
    code: str
    mode: str | None
    status: str
    certainty: str
    date_earliest: str | None
    date_latest: str | None
    place: str | None
    place_precision: str | None
    country: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    said_by: str | None
    outlets: tuple[str, ...]
    evidence: str
    article: str
    url: str | None


class Feature(msgspec.Struct, frozen=True, tag_field="type", tag="Feature"):
    """One event."""

    id: str
    geometry: Point | None
    properties: Properties


class Head(msgspec.Struct, frozen=True, rename={"kind": "type"}):
    """The collection's own members: foreign members of RFC 7946 say where it comes from."""

    kind: Literal["FeatureCollection"]
    origin: tuple[str, ...]
    citation: str


def write(given: Given, files: Files) -> None:
    """A FeatureCollection. A country is no point: an event of which only the country is known has a null geometry, and names it."""
    encode = msgspec.json.Encoder().encode
    head = encode(Head("FeatureCollection", given.about.lines(), given.about.cite))
    files.main.write(head[:-1] + b',"features":[')
    for count, (one, here) in enumerate(given.told()):
        files.main.write((b",\n" if count else b"\n") + encode(_feature(one, here)))
    files.main.write(b"\n]}\n")


def _feature(told: Told, setting: Setting) -> Feature:
    event = told.event
    when, where = event.when, event.where
    speakers = said_by(event, setting.corpus)
    article = setting.corpus.articles[event.article]
    properties = Properties(
        caption=caption(told, setting.ontology),
        code=event.plover,
        mode=event.mode,
        status=event.factuality,
        certainty=event.certainty,
        date_earliest=when.start if when else None,
        date_latest=when.end if when else None,
        place=where.name if where else None,
        place_precision=where.precision if where else None,
        country=where.country if where else None,
        actors=tuple(a.name for a in told.actors),
        recipients=tuple(a.name for a in told.recipients),
        said_by=speakers[-1] if speakers else None,
        outlets=told.outlets,
        evidence=event.evidence[0].quote,
        article=article.id,
        url=article.url,
    )
    return Feature(told.id, _point(where), properties)


def _point(where: Where | None) -> Point | None:
    if where is None or where.precision == "country" or where.lat is None or where.lon is None:
        return None
    return Point((where.lon, where.lat))
