"""Mailboxes: many mails in one file, each behind a line "From …"."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import IO

from detente.ingest import mail
from detente.ingest.encoding import NoTextError
from detente.ingest.given import Given, problem
from detente.ingest.tables import Table
from detente.records import Article, Problem

_FIRST = re.compile(rb"From \S[^\n]*\n(?:[!-9;-~]+:[^\n]*\n)")
"""A line "From …", then the first field of a mail."""


def accepts(path: str, head: bytes) -> bool:
    """Whether a file is a mailbox, by its first two lines."""
    return _FIRST.match(head) is not None


def read(stream: IO[bytes], *, given: Given, source: str, table: Table) -> Iterator[Article | Problem]:
    """The articles of its mails, one in memory at a time; a Problem for each mail that is broken, too large or without text."""
    for number, data in enumerate(_mails(stream), 1):
        place = f"{source}#{number}"
        try:
            yield from mail.read(io.BytesIO(data), given=given, source=place, table=table)
        except NoTextError as error:
            yield problem(place, error.code, str(error))


def _mails(stream: IO[bytes]) -> Iterator[bytes]:
    """The bytes of each mail; of one too large so many that this shows."""
    own: list[bytes] = []
    size, blank = 0, True
    while line := stream.readline(mail.LARGEST):
        if blank and line.startswith(b"From "):
            if own:
                yield b"".join(own)
            own, size = [], 0
        elif size <= mail.LARGEST:
            own.append(line[1:] if line.startswith(b">From ") else line)
            size += len(line)
        blank = not line.strip()
    if own:
        yield b"".join(own)
