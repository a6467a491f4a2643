"""Reports on a terminal: 80 columns or as many as it has, colours only where somebody looks."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from detente.views.report import Report, Row, Section

WIDTH, WIDEST = 80, 120
"""Columns of what is piped; and the most that a wide terminal gets, since longer lines are hard to read."""
_WARN = "bold red"
_STYLES = {"!": _WARN, "=": "yellow", "+": "green", "-": "red", "?": "yellow", "~": "dim", "“": "dim", ">>": "bold magenta"}
_SIGNS = {"+": "for", "-": "against", "?": "if", "“": ""}
_LABELS = {"own": 16, "others": 16, "said": 16, "standing": 20, "if": 22, "happened": 13, "ahead": 9, "agreements": 13}


class _Terminal(Console):
    def on_broken_pipe(self) -> None:
        """Who reads on has seen enough (`| head`): no fault of the program, and `main` says so with exit code 0."""
        raise BrokenPipeError


def console(*, stderr: bool = False) -> Console:
    """As wide as the terminal, from 80 to 120 columns; piped, 80 columns and without colours, as also where NO_COLOR is set."""
    return _Terminal(width=columns(stderr=stderr), stderr=stderr, highlight=False, markup=False, emoji=False)


def columns(*, stderr: bool = False) -> int:
    """How wide what is printed may be."""
    seen = (sys.stderr if stderr else sys.stdout).isatty()
    return min(max(shutil.get_terminal_size((WIDTH, 24)).columns, WIDTH), WIDEST) if seen else WIDTH


def show(report: Report, *, codes: bool = False) -> RenderableType:
    """A whole report, ready to print."""
    parts: list[RenderableType] = [Text(report.title, style="bold"), *_head(report)]
    for section in report.sections:
        parts += [Text(), _heading(section), _rows(section, codes)]
    parts += [Text(), *_foot(report)]
    return Group(*parts)


def _head(report: Report) -> list[Text]:
    made = Text(" · ".join(filter(None, (report.byline and f"By {report.byline}", report.outlet))), style="dim")
    if report.published:
        return [made, Text(f"{report.published} ({report.dated})", style="dim")]
    return [made, Text(report.dated.upper(), style=_WARN)]


def _heading(section: Section) -> Table:
    heading = Table.grid(expand=True)
    heading.add_column(ratio=1)
    heading.add_column(justify="right")
    style = _WARN if section.key == "check" else "bold cyan"
    heading.add_row(Text(section.title, style=style), Text(section.aside, style="dim"))
    return heading


def _rows(section: Section, codes: bool) -> RenderableType:
    table = Table.grid(expand=True, padding=(0, 1, 0, 0))
    labelled = section.key in _LABELS
    if labelled:
        table.add_column(width=_LABELS[section.key])
    table.add_column(ratio=1)
    if section.aside or section.key in {"own", "said"}:
        table.add_column(width=24, justify="right")
    else:
        table.add_column(width=10 if not labelled else 24, justify="right")
    for row in section.rows:
        table.add_row(*_cells(row, labelled, codes))
        for note in row.notes:
            label = [Text(note.label, style="dim", justify="right")] if labelled else []
            table.add_row(*label, Text(note.text, style="dim"), _told(note, dim=True))
    return Padding(table, (0, 0, 0, 1))


def _cells(row: Row, labelled: bool, codes: bool) -> list[RenderableType]:
    text = Text()
    if sign := _SIGNS.get(row.mark, row.mark):
        text.append(f"{sign} ", style=_STYLES[row.mark])
    text.append(row.text)
    if codes:
        text.append(f"\n{' '.join(i[:16] for i in row.ids[:1])} {row.codes}", style="dim blue")
    label = [Text(row.label, style="bold")] if labelled else []
    return [*label, text, _told(row)]


def _told(row: Row, *, dim: bool = False) -> Text:
    text = Text(row.source, style="dim" if dim else "")
    if row.lines:
        shown = " ".join(map(str, row.lines[:8])) + (" …" if len(row.lines) > 8 else "")
        text.append(f"{' ' if row.source else ''}[{shown}]", style="dim")
    return text


def _foot(report: Report) -> list[Text]:
    legend = f"[n] {report.unit} · (day) not said in the sentence, taken from near it · names written out by the program"
    return [Text(report.counts, style="dim"), Text(legend, style="dim")]


def rule() -> Rule:
    """A line between two articles."""
    return Rule(style="dim")
