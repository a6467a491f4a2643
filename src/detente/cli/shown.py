"""How every command that shows many articles gives its view: printed, as JSON, or drawn."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    import msgspec
    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

    from detente.corpus import Corpus
    from detente.views.entries import Entry
    from detente.views.sides import Sides

Records = Annotated[Path, typer.Argument(help="records of `detente read --json`, or a store", metavar="PATH")]
Json = Annotated[bool, typer.Option("--json", help="the view as one JSON object, nothing left out")]
Svg = Annotated[Path | None, typer.Option("--svg", help="draw it into this file instead of printing it")]
Fold = Annotated[Literal["states"] | None, typer.Option("--fold", help="states: governments and officials count as their state")]
Most = Annotated[int, typer.Option("--most", min=1, help="rows that are printed of each part")]
_STYLES = {"planned": "yellow", "possible": "dim", "denied": "red"}


def opened(path: Path, fold: str | None = None) -> tuple[Corpus, Sides]:
    """The corpus of a path and its sides, with the names of countries where states are folded."""
    from detente.archive.load import load
    from detente.views.sides import Sides

    corpus = load(path)
    if not fold:
        return corpus, Sides(corpus)
    from detente.lexicon import Shelf, world

    return corpus, Sides(corpus, fold=True, names=world.load(Shelf()).names)


class Give:
    """Where a view goes: JSON and a picture if they are asked for, else the terminal."""

    def __init__(self, json: bool, svg: Path | None = None) -> None:
        self.json, self.svg = json, svg

    def out(self, view: msgspec.Struct, *, printed: Callable[[], Iterable[RenderableType]], drawn: Callable[[], str] | None = None) -> None:
        """Write the view once in each form."""
        if self.json:
            import msgspec

            sys.stdout.write(msgspec.json.encode(view).decode() + "\n")
        if self.svg and drawn:
            _write(self.svg, drawn())
        if not self.json and not self.svg:
            from detente.cli import terminal

            console: Console = terminal.console()
            for part in printed():
                console.print(part)


def _write(path: Path, picture: str) -> None:
    """The picture in its file, which is there only when it is whole. Raises StoreError where it cannot be written."""
    from detente.errors import StoreError

    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(picture, encoding="utf-8")
        os.replace(part, path)
    except OSError as error:
        raise StoreError(f"{path}: {error.strerror or error}") from error
    print(f"{path}: drawn", file=sys.stderr)


def nothing(words: str) -> typer.Exit:
    """Exit code 1 and a line that says what was not found."""
    print(f"detente: {words}", file=sys.stderr)
    return typer.Exit(1)


def title(words: str, aside: str = "") -> Text:
    """The first line of a view, or of a part of it."""
    from rich.text import Text

    return Text.assemble((words, "bold cyan"), (f"  {aside}" if aside else "", "dim"))


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


def events(entries: Iterable[Entry]) -> Table:
    """Events, a row each: day, what happened and how it stands, who says so and how many tell it."""
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
        told = Text(cut(entry.source, 44))
        if len(entry.articles) > 1:
            told.append(f"\n{told_by(entry)}", style="dim")
        table.add_row(Text(entry.day, style="bold"), words, told)
    return table


def many(number: int, word: str) -> str:
    """A number with its noun: "1 event", "2 parties"."""
    plural = word[:-1] + "ies" if word.endswith("y") else word + "s"
    return f"{number} {word if number == 1 else plural}"


def more(shown: int, whole: int) -> Iterable[Text]:
    """How many are not printed."""
    if whole > shown:
        yield note(f"   and {whole - shown} more; --most prints more, --json has all")
