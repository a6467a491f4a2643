"""What the caller or the input line says of an article beside its text, and the Article made of it all."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

import msgspec

from detente.errors import InputError
from detente.ingest import dates
from detente.ingest.clean import Paragraph
from detente.records import Article, Cut, Problem, Quote
from detente.text import whole

STAGE = "ingest"


class Given(msgspec.Struct, frozen=True):
    """What is known of an article from outside its text. `published` is an ISO day or time stamp; `id` is kept.

    `seen` is the day on which it was there, as a crawl says: no day of publication, but none can be later.
    """

    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    id: str | None = None
    seen: str | None = None


class Facts(msgspec.Struct, frozen=True):
    """What reading a page found out beside its text."""

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    basis: Literal["given", "metadata", "url", "text"] | None = None


def make(paragraphs: Sequence[Paragraph], furniture: Sequence[Cut], facts: Facts, *, given: Given, source: str) -> Article:
    """The article: its text is the paragraphs, a blank line between them; what is given wins over what was found."""
    spans, at = [], 0
    for paragraph in paragraphs:
        if paragraph.caption:
            spans.append(Quote(at, at + len(paragraph.text), paragraph.text))
        at += len(paragraph.text) + 2
    text = "\n\n".join(paragraph.text for paragraph in paragraphs)
    return seal(
        text,
        facts,
        given=given,
        source=source,
        parts=(tuple(spans), tuple(furniture), tuple(p.number for p in paragraphs)),
    )


Parts = tuple[tuple[Quote, ...], tuple[Cut, ...], tuple[int, ...]]


def seal(text: str, facts: Facts, *, given: Given, source: str, parts: Parts = ((), (), ())) -> Article:
    """An Article of a final text, with its digest and id. `parts` are captions, furniture and lines."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    url = given.url or facts.url
    published, basis = _published(given, facts, url)
    if published and given.seen and published > (date.fromisoformat(given.seen) + timedelta(days=1)).isoformat():
        published, basis = None, None  # a day later is a time zone, more is another day on the page
    captions, furniture, lines = parts
    return Article(
        id=given.id or short(url or source, digest),
        url=url,
        outlet=given.outlet or facts.outlet,
        title=given.title or facts.title,
        byline=facts.byline,
        published=published,
        published_basis=basis,
        text=text,
        captions=captions,
        furniture=furniture,
        digest=digest,
        lines=lines,
    )


def short(*parts: str) -> str:
    """A hash of the parts in 16 hexadecimal digits."""
    return hashlib.sha256("\n".join(whole(part) for part in parts).encode()).hexdigest()[:16]


def day(text: str) -> str:
    """A given day as ISO 8601, from a day or a time stamp with the day kept as written. InputError if it is none."""
    found = dates.moment(text.strip())
    if found is None:
        raise InputError(f"{text!r} is no day: write it like 2018-05-09")
    return found.day


def problem(source: str, code: str, message: str, *, line: int | None = None) -> Problem:
    """A Problem of ingest that names the file, and the line where there is one."""
    where = f"{source}:{line}" if line else source
    return Problem(id=short(STAGE, where, code, message), stage=STAGE, code=code, message=f"{named(where)}: {whole(message)}")


def named(path: str) -> str:
    """A path on one line of UTF-8: other bytes and control characters are written as `\\xff` and `\\n`."""
    shown = path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in shown)


def _published(given: Given, facts: Facts, url: str | None) -> tuple[str | None, Literal["given", "metadata", "url", "text"] | None]:
    if given.published:
        return day(given.published), "given"
    if facts.published and facts.basis == "metadata":
        return facts.published, "metadata"
    if url and (found := dates.of_url(url)):
        return found, "url"
    return (facts.published, facts.basis) if facts.published else (None, None)
