"""Sentences kept one a line as JSON objects with a `text`: reading them, and printing shares of them that are right."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from detente.pipeline import Pipeline
from detente.records import AnyRecord, Article
from eval.reading import lines

Row = Mapping[str, str]
PUBLISHED = "2024-05-15"
"""The day on which sentences without a day of their own appear."""


def load(file: Path, half: str | None = None) -> list[Row]:
    """The rows of a file, of one part or of all: `a` was looked at while rules were written, `b` opened at the end, `c` added later."""
    with file.open(encoding="utf-8") as stored:
        rows: list[Row] = [json.loads(line) for line in stored]
    return [row for row in rows if half in (None, row["half"])]


def read(pipeline: Pipeline, rows: Sequence[Row]) -> Iterator[list[AnyRecord]]:
    """The records of each row's text; none of one that is not read as an article."""
    made = ({"id": str(i), "published": PUBLISHED, "clean": True} | row for i, row in enumerate(_plain(rows)))
    told = lines(pipeline, b"".join(json.dumps(article, ensure_ascii=False).encode() + b"\n" for article in made))
    found = {record.id: records for records in told for record in records if isinstance(record, Article)}
    return (found.get(str(i), []) for i in range(len(rows)))


def _plain(rows: Sequence[Row]) -> Iterator[dict[str, str]]:
    """Of each row only what an article may hold."""
    for row in rows:
        yield {key: row[key] for key in ("text", "published") if key in row}


def shares(counted: Iterable[tuple[Row, bool]], *keys: str) -> dict[str, tuple[int, int]]:
    """For all rows, and for each value of each key: how many have the property, of how many."""
    found: dict[str, tuple[int, int]] = {}
    for row, has in counted:
        for name in ("all", *(f"{key} {row[key]}" for key in keys)):
            good, of = found.get(name, (0, 0))
            found[name] = (good + has, of + 1)
    return found


def table(shares: Mapping[str, tuple[int, int]]) -> Iterator[str]:
    """The shares as lines of text."""
    for name, (good, of) in shares.items():
        yield f"{name:20}{good:5} of {of:4}  {good / of:.3f}"
