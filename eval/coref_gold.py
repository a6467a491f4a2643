"""Articles with annotated coreference (GUM, OntoGUM: CC BY), and which chains of mentions our stages make of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

import msgspec

from detente.nlp.parse import Parse
from detente.pipeline import Pipeline
from detente.reading import Reading
from detente.records import Article

Span: TypeAlias = tuple[int, int]
THIRD = frozenset(
    "he him his himself she her hers herself it its itself they them their theirs themselves".split()
)  # fmt: skip


class Words(msgspec.Struct, frozen=True):
    """An annotated mention, in code points: its span, its form, its entity, and its head word where that is told."""

    start: int
    end: int
    text: str
    form: str
    entity: str = ""
    type: str = ""
    head_start: int = -1
    head: int = -1


class Token(msgspec.Struct, frozen=True):
    """An annotated token, in code points."""

    start: int
    end: int


class Gold(msgspec.Struct, frozen=True):
    """An article with mentions of all entities (GUM), or with chains of mentions (OntoGUM)."""

    doc_id: str
    date: str
    text: str
    tokens: tuple[Token, ...]
    mentions: tuple[Words, ...] = ()
    clusters: tuple[tuple[Words, ...], ...] = ()


def golds(path: Path) -> list[Gold]:
    """The articles of a file, a JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        return [msgspec.convert(json.loads(line), Gold) for line in lines]


def read(pipeline: Pipeline, gold: Gold) -> Reading:
    """Our reading of an annotated article."""
    return pipeline.read(Article(id=gold.doc_id, text=gold.text, digest="", published=gold.date))


def actors(reading: Reading) -> list[list[int]]:
    """The chains of mentions (indexes) that stand for one actor each; adjectives and what stays open or stands for several left out."""
    chains: dict[tuple[str, ...], list[int]] = {}
    for i, (mention, who) in enumerate(zip(reading.mentions, reading.cast.who, strict=True)):
        if mention.form != "adjective" and who:
            chains.setdefault(who, []).append(i)
    return list(chains.values())


def token_at(parse: Parse, at: int) -> int:
    """The token that holds a code point, or -1."""
    return next((t for t in range(len(parse)) if parse.start[t] <= at < parse.end[t]), -1)


def chars(parse: Parse, tokens: Sequence[int]) -> Span:
    """The code points of a stretch of tokens."""
    return parse.start[tokens[0]], parse.end[tokens[-1]]
