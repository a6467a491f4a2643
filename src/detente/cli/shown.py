"""Lines and tables that commands over many articles print."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from detente.cli.look import Look
    from detente.records import Correction, Judgement
    from detente.views.entries import Entry

_STYLES = {"planned": "yellow", "possible": "dim", "denied": "red"}


def nothing(words: str, unknown: Iterable[str] = ()) -> typer.Exit:
    """Exit code 1 and a line that says what was not found, and which of the names that were asked for nobody has."""
    strange = " or ".join(map(repr, unknown))
    print(f"detente: {words}{strange and f'; nobody is called {strange}'}", file=sys.stderr)
    return typer.Exit(1)


def title(words: str, aside: str = "") -> Text:
    """The first line of a view, or of a part of it."""
    from rich.text import Text

    return Text.assemble((words, "bold cyan"), (f"  {aside}" if aside else "", "dim"))


def only(look: Look, *, events: bool = True) -> Iterable[Text]:
    """What was asked for, where anything was, and which events that leaves out."""
    if look.only:
        yield note(f"only: {look.only}")
    if events and (look.asked.since or look.asked.until):
        yield note("events without a day are left out (--published-since keeps them)")


def note(words: str) -> Text:
    """A line of explanation, in faint letters."""
    from rich.text import Text

    return Text(words, style="dim")


def grid(*widths: int | None, right: Iterable[int] = ()) -> Table:
    """A table without lines; a column without a width takes what is left."""
    from rich.table import Table

    table = Table.grid(expand=True, padding=(0, 1, 0, 0))
    ends = set(right)
    for number, width in enumerate(widths):
        table.add_column(width=width, ratio=None if width else 1, justify="right" if number in ends else "left")
    return table


def events(entries: Iterable[Entry], *, codes: bool = False) -> Table:
    """Events, a row each: day, what happened and how it stands, who says so and how many tell it; with `codes` its id and code."""
    from rich.text import Text

    from detente.views.entries import doubts, told_by
    from detente.views.wording import cut

    table = grid(17, None, 22, right=(2,))
    for entry in entries:
        words = Text()
        if entry.status != "actual":
            words.append(f"{entry.standing}: ", style=_STYLES[entry.status])
        words.append(entry.line)
        if entry.condition:
            words.append(f" ({cut(entry.condition, 60)})", style="dim")
        for doubt in doubts(entry):
            words.append(f"\n! {doubt}", style="bold red")
        if codes:
            words.append(f"\n{entry.id} {entry.code}", style="dim")
        told = Text(cut(entry.source, 44))
        if len(entry.articles) > 1:
            told.append(f"\n{told_by(entry)}", style="dim")
        table.add_row(Text(entry.day, style="bold"), words, told)
    return table


def ids(found: Iterable[str], *, codes: bool) -> str:
    """Ids on a line of their own, where they are asked for."""
    said = " ".join(found) if codes else ""
    return f"\n{said}" if said else ""


def many(number: int, word: str) -> str:
    """A number with its noun: "1 event", "2 parties"."""
    plural = word[:-1] + "ies" if word.endswith("y") else word + "s"
    return f"{number} {word if number == 1 else plural}"


def more(shown: int, whole: int) -> Iterable[Text]:
    """How many are not printed."""
    if whole > shown:
        yield note(f"   and {whole - shown} more; --most prints more, --json has all")


def said(word: Judgement | Correction) -> str:
    """What a person or the resolver said of records, in a line: its id, who, what, of which, and why."""
    from detente.records import Judgement

    if word.undoes:
        what = f" undoes {word.undoes}"
    elif isinstance(word, Judgement):
        what = f": {' '.join(filter(None, (word.verdict.replace('_', ' '), word.about)))}  {', '.join(c.id for c in word.of)}"
    elif word.field == "delete":
        what = f" deletes {word.of.id}"
    else:
        what = f": {word.field} of {word.of.id} is {word.value or 'not known'}"
    return f"{word.id}: {word.author}{what}" + (f": {word.reason}" if word.reason else "")
