"""The blocks of a report with their drawings and cards, as values: what the page of a case and the explorer draw, each in its way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

import msgspec

from detente.web import weigh_charts
from detente.web.drawing import Drawing
from detente.weigh import words
from detente.weigh.case import CANNOT
from detente.weigh.report import Block, Report
from detente.weigh.result import Answer, Result, Weighed

BLANK = frozenset({"blank", CANNOT, "–"})
"""What a cell says where nothing is known."""
Tone: TypeAlias = Literal["", "verdict", "blank"]


class Card(msgspec.Struct, frozen=True):
    """A question and what it changes: where the middle then falls, where it fell, how far the mean moves."""

    title: str
    verdict: str
    lines: tuple[str, ...]
    drawing: Drawing | None


class Sheet(msgspec.Struct, frozen=True):
    """A block; `tones` of its lines: the verdict, what is missing, and the rest. Cards stand for the rows of the block."""

    block: Block
    tones: tuple[Tone, ...]
    drawings: tuple[Drawing, ...] = ()
    cards: tuple[Card, ...] = ()


def sheets(result: Result, told: Report) -> Iterator[Sheet]:
    """A sheet for each block of a result's report, in its order."""
    for block in told.blocks:
        one = result.issues[block.issue] if block.issue is not None else None
        tones = tuple(_tone(block, line) for line in block.lines)
        cards = tuple(_card(one, a) for a in one.answers) if one and block.key == "questions" else ()
        yield Sheet(block, tones, tuple(_drawn(block, one)) if one else (), cards)


def _tone(block: Block, line: str) -> Tone:
    if block.key != "lead":
        return ""
    if line.startswith("If you accept"):
        return "verdict"
    missing = ("blank", "Cannot be placed", "No result", "proposal", "none of the stress")
    return "blank" if any(said in line for said in missing) else ""


def _drawn(block: Block, one: Weighed) -> Iterator[Drawing]:
    """The drawings that go with a block."""
    made: tuple[Drawing | None, ...] = ()
    if block.key == "histogram":
        made = (weigh_charts.histogram(one),)
    elif block.key == "swings":
        made = (weigh_charts.tornado(one),)
    elif block.key == "models":
        made = (weigh_charts.models(one),)
    elif block.key == "talks":
        made = (weigh_charts.zone(one),)
    elif block.key == "paths":
        made = tuple(weigh_charts.paths(one, path) for path in one.paths)
    return (d for d in made if d)


def _card(one: Weighed, answer: Answer) -> Card:
    found = answer.outcome.middle
    return Card(
        title=answer.title[:1].upper() + answer.title[1:],
        verdict=f"The middle falls {words.where(answer.setting, found)}" if found else words.NOBODY,
        lines=(
            f"It fell {words.where(one.setting, one.outcome.middle)}.",
            f"The mean: {words.mean(found)}; it moves {words.moved(answer.delta, answer.setting)}.",
        ),
        drawing=weigh_charts.card(one, answer),
    )
