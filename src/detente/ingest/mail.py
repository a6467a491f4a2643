"""Pages saved as MHTML, and mails (.eml): the standard library takes them apart, then they are pages or copied text."""

from __future__ import annotations

import email
import email.errors
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage
from typing import IO

import msgspec

from detente.ingest import dates, html, plain
from detente.ingest.encoding import NoTextError, decode
from detente.ingest.given import Given
from detente.ingest.tables import Table
from detente.records import Article, Problem

LARGEST = 50_000_000
"""Bytes of a saved page with its pictures, or of a mail."""
_HANDED_ON = re.compile(r"^\s*(?:re|fwd?|aw|wg|tr)\s*:", re.IGNORECASE)
_BROKEN = (email.errors.MessageError, RecursionError, ValueError, LookupError, AttributeError, TypeError)
"""What the email package raises for a message that breaks its rules."""


def accepts(path: str, head: bytes) -> bool:
    """Whether a file is one, by its name or by the line that a browser writes into a page it saves."""
    return path.lower().endswith((".mht", ".mhtml", ".eml")) or b"\nSnapshot-Content-Location:" in head[:4096]


def read(stream: IO[bytes], *, given: Given, source: str, table: Table) -> Iterator[Article | Problem]:
    """The article of a saved page or of a mail. The day on which a page was saved is only the last possible of its publication.

    A mail is of the day on which it was sent, unless it hands another on. NoTextError where no part is text.
    """
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise NoTextError("too-large", f"more than {LARGEST // 1_000_000} MB")
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        saved = message.get("Snapshot-Content-Location") or message.get_content_type() == "multipart/related"
        part = _part(message, ("html",) if saved else ("plain", "html"))
        text = decode(_payload(part), part.get_content_charset())
        own = _saved(message, part, given) if saved else _sent(message, given)
        page = part.get_content_subtype() == "html"
    except _BROKEN as error:
        raise error if isinstance(error, NoTextError) else NoTextError("broken", f"a broken message: {error}") from error
    article = (html.read if page else plain.read)(text, given=own, source=source, table=table)
    yield msgspec.structs.replace(article, lines=())  # a line of the part is none of the file


def _part(message: EmailMessage, kinds: tuple[str, ...]) -> EmailMessage:
    """The part that is the text: the first of the best kind, no attachment."""
    parts = [part for part in message.walk() if isinstance(part, EmailMessage) and part.get_content_disposition() != "attachment"]
    for kind in kinds:
        for part in parts:
            if part.get_content_type() == f"text/{kind}":
                return part
    raise NoTextError("empty", "no part of this message is a text")


def _payload(part: EmailMessage) -> bytes:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        raise NoTextError("broken", "the text of this message is broken")
    return data


def _saved(message: EmailMessage, part: EmailMessage, given: Given) -> Given:
    url = str(message.get("Snapshot-Content-Location") or part.get("Content-Location") or "").strip()
    return msgspec.structs.replace(given, url=given.url or (url if url.startswith(("http:", "https:")) else None), seen=_day(message))


def _sent(message: EmailMessage, given: Given) -> Given:
    subject = str(message.get("Subject") or "").strip()
    day = _day(message)
    if _HANDED_ON.match(subject):
        return msgspec.structs.replace(given, seen=day)
    return msgspec.structs.replace(given, title=given.title or subject or None, published=given.published or day)


def _day(message: EmailMessage) -> str | None:
    return dates.day(str(message.get("Date") or ""))
