"""A weighed case on a terminal: 80 columns, blanks in yellow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from detente.weigh.report import Block, Report

_WIDE = frozenset({"words", "who", "from", "where"})
_BLANK = ("blank", "cannot be placed from these texts", "–")


def show(report: Report) -> RenderableType:
    """A whole report, ready to print."""
    parts: list[RenderableType] = [Text(report.title, style="bold"), *(Text(n, style="dim") for n in report.notes)]
    for block in report.blocks:
        parts += [Text(), *_block(block)]
    return Group(*parts)


def _block(block: Block) -> list[RenderableType]:
    style = "bold magenta" if block.key == "lead" else "bold cyan"
    made: list[RenderableType] = [Text(block.title.upper(), style=style)]
    made += [Padding(Text(line, style=_tone(block, line)), (0, 0, 0, 1)) for line in block.lines]
    if block.rows:
        made.append(Padding(_table(block), (0, 0, 0, 1)))
    made += [Padding(Text(line, style="dim"), (0, 0, 0, 1)) for line in block.after]
    return made


def _tone(block: Block, line: str) -> str:
    if block.key == "lead":
        return "bold" if line.startswith("If you accept") else "yellow" if _missing(line) else ""
    return "" if block.key in ("needs", "talks", "accuracy") else "dim"


def _missing(line: str) -> bool:
    return any(words in line for words in ("blank", "Cannot be placed", "No result", "proposal"))


def _table(block: Block) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=any(block.head), header_style="dim", expand=False)
    for column, head in enumerate(block.head):
        table.add_column(head, overflow="fold", ratio=None if head not in _WIDE else 2, style="bold" if column == 0 else "")
    for row in block.rows:
        table.add_row(*(Text(cell, style="yellow" if cell in _BLANK else "") for cell in row))
    return table
