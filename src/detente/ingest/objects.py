"""JSON that is no JSON Lines: one article as an object over many lines, a list of them, or an object that holds such a list."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Mapping
from typing import IO

import msgspec

from detente.ingest import rows
from detente.ingest.encoding import decode
from detente.ingest.given import Given, problem
from detente.ingest.tables import Table
from detente.records import Article, Problem

LARGEST = 200_000_000
"""Bytes of a file, which is read whole."""

_BEGIN = re.compile(rb'(?:\[\s*)?\{\s*"')
_GAP = re.compile(r"[\s,]*")
_LIST = re.compile(r'"(?:articles|items|results|documents|docs|entries|stories|data|hits|news)"\s*:\s*\[')


def accepts(path: str, head: bytes) -> bool:
    """Whether a file begins as such JSON: its first line is no object by itself, nor the broken first of several."""
    begin = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if path.lower().endswith((".jsonl", ".ndjson")) or not _BEGIN.match(begin):
        return False
    if begin.startswith(b"["):
        return True
    line, newline, rest = begin.partition(b"\n")
    return bool(newline) and not rest.lstrip().startswith(b"{") and not _is_object(line)


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(msgspec.json.decode(line.strip()), dict)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False


def read(stream: IO[bytes], *, given: Given, source: str, table: Table) -> Iterator[Article | Problem]:
    """The articles of all objects; what an object says wins over `given`. Where the JSON breaks off, what came before."""
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        yield problem(source, "too-large", f"more than {LARGEST // 1_000_000} MB of JSON; save it as JSON Lines, one article a line")
        return
    text = decode(data).removeprefix("\ufeff")
    line, counted = 1, 0
    try:
        for at, found in _objects(text):
            line, counted = line + text.count("\n", counted, at), at
            yield from rows.article(_row(found), line, given=given, source=source, table=table)
    except json.JSONDecodeError as error:
        yield problem(source, "broken-line", f"{error.msg}; the rest was left", line=error.lineno)
    except RecursionError:
        yield problem(source, "broken", "JSON that is nested too deeply")


def _objects(text: str) -> Iterator[tuple[int, Mapping[str, object]]]:
    """Objects that may be articles, and where they begin."""
    scan = json.JSONDecoder().raw_decode
    at = _after(text, 0)
    if text[at] == "{" and not rows.columns(list(scan(text, at)[0])) and (held := _LIST.search(text)):
        at = held.end()
    elif text[at] == "[":
        at += 1
    while (at := _after(text, at)) < len(text) and text[at] != "]":
        found, end = scan(text, at)
        if isinstance(found, dict):
            yield at, found
        at = end


def _after(text: str, at: int) -> int:
    gap = _GAP.match(text, at)
    return gap.end() if gap else at


def _row(found: Mapping[str, object]) -> rows.Row:
    columns = rows.columns(list(found))
    return columns.row({name: _plain(value) for name, value in found.items()}) if columns else rows.Row()


def _plain(value: object) -> str | None:
    """A value as text: of a list its texts as paragraphs, of an object its name ("source": {"name": …}) or what it shows."""
    match value:
        case str():
            return value
        case bool() | int() | float():
            return str(value)
        case list():
            return "\n\n".join(filter(None, map(_plain, value))) or None
        case dict():
            return next((_plain(value[key]) for key in ("name", "rendered", "title", "value", "text") if value.get(key)), None)
    return None
