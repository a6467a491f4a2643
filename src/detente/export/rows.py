"""One event as one flat row: the columns of the CSV and Parquet files, each with what it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, TypeAlias

import msgspec
from msgspec import Meta

from detente.corpus import Told
from detente.export.days import first_published
from detente.export.evidence import said_by
from detente.export.format import Setting
from detente.export.wording import caption
from detente.records import Actor, Figure

Text: TypeAlias = str | None
Texts: TypeAlias = tuple[str | None, ...]


class What(msgspec.Struct, frozen=True, kw_only=True):
    """What was done, and whether."""

    event_id: Annotated[str, Meta(description="id of the event: of its first telling, or of the set of tellings")]
    record_id: Annotated[str, Meta(description="id of the record that is shown, as in the JSON Lines")]
    claim: Annotated[str, Meta(description="the event in plain words of the program")]
    code: Annotated[str, Meta(description="PLOVER type as counted: planned acts of cooperation are AGREE, an announced retreat CONCEDE")]
    type: Annotated[str, Meta(description="PLOVER type as told, before that folding")]
    mode: Annotated[Text, Meta(description="PLOVER mode of `type`")]
    cameo: Annotated[str, Meta(description="CAMEO code, with its leading zero: read it as text")]
    cameo_label: Annotated[str, Meta(description="CAMEO's label of the code")]
    cameo_from: Annotated[str, Meta(description="rule: of the rule that read it; plan: of a planned act; type: of type and mode alone")]
    goldstein: Annotated[float, Meta(description="Goldstein's scale of the CAMEO code, -10 to +10")]
    quad: Annotated[int, Meta(description="PLOVER quad: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict")]
    intensity: Annotated[float, Meta(description="PLOVER's score, -10 to +10")]
    contexts: Annotated[Texts, Meta(description="PLOVER contexts")]
    status: Annotated[str, Meta(description="actual (reported as happened), planned, possible, denied: as the text says")]
    certainty: Annotated[str, Meta(description="what the article itself commits to: certain, probable, possible, unknown")]
    condition: Annotated[Text, Meta(description="words of the if that it hangs on")]
    symmetric: Annotated[bool, Meta(description="whether all parties do the same, as in a meeting")]
    figures: Annotated[Texts, Meta(description="numbers that belong to it: quantity, unit, what")]


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """When it was."""

    date_earliest: Annotated[Text, Meta(description="first possible day; empty where the text leaves it open")]
    date_latest: Annotated[Text, Meta(description="last possible day")]
    date_precision: Annotated[Text, Meta(description="day, week, month, season, year, decade: how exactly the text says it")]
    date_basis: Annotated[Text, Meta(description="stated, relative or inherited from the events around it")]
    date_words: Annotated[Text, Meta(description="the words that it was read from")]
    codes_day: Annotated[
        Text,
        Meta(description="day for which COW and GW codes hold: date_earliest, else date_latest, else first_published"),
    ]


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """Who acts, or who receives: lists that run in step, one value a party, empty where it has none."""

    names: Annotated[Texts, Meta(description="names")]
    ids: Annotated[Texts, Meta(description="ids under which they are known in all articles")]
    kinds: Annotated[Texts, Meta(description="person, state, government, igo, party, armed_group, media, company, ngo, group, other")]
    sectors: Annotated[Texts, Meta(description="PLOVER sectors")]
    offices: Annotated[Texts, Meta(description="first office named")]
    iso3: Annotated[Texts, Meta(description="countries, ISO 3166 alpha-3 (XKX Kosovo)")]
    cow: Annotated[Texts, Meta(description="Correlates of War numbers valid on codes_day; empty for who was no member then")]
    cow_abbreviation: Annotated[Texts, Meta(description="Correlates of War abbreviations valid on codes_day")]
    gw: Annotated[Texts, Meta(description="Gleditsch-Ward numbers valid on codes_day; microstates have none here")]


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where it was."""

    place: Annotated[Text, Meta(description="name of the place")]
    place_precision: Annotated[Text, Meta(description="point, city, region or country")]
    place_country: Annotated[Text, Meta(description="country of the place, ISO 3166 alpha-3")]
    place_adm1: Annotated[Text, Meta(description="first-order division, GeoNames code")]
    latitude: Annotated[float | None, Meta(description="degrees north, WGS 84; empty where only a country or region is meant")]
    longitude: Annotated[float | None, Meta(description="degrees east, WGS 84")]
    geonames: Annotated[int | None, Meta(description="GeoNames id")]


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Who tells it, and in which words."""

    said_by: Annotated[Text, Meta(description="who says so: the last holder of the chain; empty where the article itself does")]
    chain: Annotated[Texts, Meta(description="who says so, from the outermost relay inwards")]
    evidence: Annotated[str, Meta(description="the words of the article that the shown record rests on")]
    evidence_start: Annotated[int, Meta(description="their first code point in the article's text")]
    evidence_end: Annotated[int, Meta(description="the code point after their last")]
    article_id: Annotated[str, Meta(description="id of the article of the shown record")]
    article_title: Annotated[Text, Meta(description="its headline")]
    article_url: Annotated[Text, Meta(description="its address")]
    article_outlet: Annotated[Text, Meta(description="its outlet")]
    article_published: Annotated[Text, Meta(description="its day or time of publication")]
    first_published: Annotated[Text, Meta(description="the first day on which any article told it")]
    tellings: Annotated[int, Meta(description="how often it is told, in all articles")]
    articles: Annotated[int, Meta(description="in how many articles")]
    outlets: Annotated[Texts, Meta(description="outlets that tell it and were not found to copy one another")]
    origins: Annotated[Texts, Meta(description="whom the tellings go back to: ids of actors, else outlets")]
    conflicts: Annotated[int, Meta(description="judgements that tellings do not agree")]
    record_ids: Annotated[Texts, Meta(description="ids of all tellings")]
    rule: Annotated[str, Meta(description="rule that made the shown record")]


class Column(msgspec.Struct, frozen=True):
    """One column: its name, its type (text, texts, number, whole, yes/no), what it holds."""

    name: str
    kind: str
    holds: str


PARTS: tuple[tuple[str, type[msgspec.Struct], str], ...] = (
    ("", What, ""), ("", Time, ""), ("actor_", Side, "of those who act: "), ("recipient_", Side, "of those who receive: "),
    ("", Place, ""), ("", Source, ""),
)  # fmt: skip
_KINDS = (("tuple", "texts"), ("float", "number"), ("int", "whole"), ("bool", "yes/no"))


def columns() -> tuple[Column, ...]:
    """All columns, in their order."""
    return tuple(_column(prefix, note, field) for prefix, part, note in PARTS for field in msgspec.structs.fields(part))


def _column(prefix: str, note: str, field: msgspec.structs.FieldInfo) -> Column:
    meta = next(m for m in field.type.__metadata__ if isinstance(m, Meta))
    shape = str(field.type.__origin__)
    kind = next((name for word, name in _KINDS if word in shape), "text")
    return Column(prefix + field.name, kind, note + (meta.description or ""))


def values(told: Told, setting: Setting) -> Iterator[object]:
    """The cells of one event, in the order of `columns`."""
    when = _time(told)
    sides = (_side(told.actors, when.codes_day, setting), _side(told.recipients, when.codes_day, setting))
    for part in (_what(told, setting), when, *sides, _place(told), _source(told, setting)):
        yield from msgspec.structs.astuple(part)


def _what(told: Told, setting: Setting) -> What:
    event = told.event
    deed, basis = setting.exchange.cameo(event)
    return What(
        event_id=told.id,
        record_id=event.id,
        claim=caption(told, setting.ontology),
        code=event.plover,
        type=event.code,
        mode=event.mode,
        cameo=deed.code,
        cameo_label=deed.label,
        cameo_from=basis,
        goldstein=deed.goldstein,
        quad=event.quad,
        intensity=event.intensity,
        contexts=event.contexts,
        status=event.factuality,
        certainty=event.certainty,
        condition=event.condition,
        symmetric=event.symmetric,
        figures=tuple(map(figure, event.figures)),
    )


def figure(one: Figure) -> str:
    """ "12 people killed"."""
    return " ".join(str(part) for part in (f"{one.quantity:.15g}", one.unit, one.what) if part)


def _time(told: Told) -> Time:
    when = told.event.when
    return Time(
        date_earliest=when.start if when else None,
        date_latest=when.end if when else None,
        date_precision=when.precision if when else None,
        date_basis=when.basis if when else None,
        date_words=when.quote or None if when else None,
        codes_day=((when.start or when.end) if when else None) or first_published(told),
    )


def _side(actors: Sequence[Actor], day: str | None, setting: Setting) -> Side:
    cow = [setting.exchange.member("cow", a.country, day) for a in actors]
    gw = [setting.exchange.member("gw", a.country, day) for a in actors]
    return Side(
        names=tuple(a.name for a in actors),
        ids=tuple(setting.corpus.identity(a.id) for a in actors),
        kinds=tuple(a.type for a in actors),
        sectors=tuple(a.sector for a in actors),
        offices=tuple(a.roles[0].title if a.roles else None for a in actors),
        iso3=tuple(a.country for a in actors),
        cow=tuple(str(m.number) if m else None for m in cow),
        cow_abbreviation=tuple(m.abbreviation if m else None for m in cow),
        gw=tuple(str(m.number) if m else None for m in gw),
    )


def _place(told: Told) -> Place:
    where = told.event.where
    return Place(
        place=where.name if where else None,
        place_precision=where.precision if where else None,
        place_country=where.country if where else None,
        place_adm1=where.adm1 if where else None,
        latitude=where.lat if where else None,
        longitude=where.lon if where else None,
        geonames=where.geonames if where else None,
    )


def _source(told: Told, setting: Setting) -> Source:
    event = told.event
    article, span, chain = setting.corpus.articles[event.article], event.evidence[0], said_by(event, setting.corpus)
    return Source(
        said_by=chain[-1] if chain else None,
        chain=chain,
        evidence=span.quote,
        evidence_start=span.start,
        evidence_end=span.end,
        article_id=article.id,
        article_title=article.title,
        article_url=article.url,
        article_outlet=article.outlet,
        article_published=article.published,
        first_published=first_published(told),
        tellings=len(told.tellings),
        articles=len(told.articles),
        outlets=told.outlets,
        origins=told.origins,
        conflicts=len(told.conflicts),
        record_ids=tuple(e.id for e in told.tellings),
        rule=event.made_by,
    )
