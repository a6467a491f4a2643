"""What all commands share that show many articles: whose records, narrowed how, and the form in which the view is given."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec
import typer

from detente.cli.asked import NARROWING, Option, gathered, wanted
from detente.cli.shown import nothing
from detente.corpus import Filter

if TYPE_CHECKING:
    from rich.console import RenderableType

    from detente.corpus import Corpus
    from detente.views.sides import Sides

Records = Annotated[Path, typer.Argument(help="records of `detente read --json`, or a store", metavar="PATH")]
Json = Annotated[bool, typer.Option("--json", help="the view as one JSON object, nothing left out")]
Svg = Annotated[Path | None, typer.Option("--svg", help="draw it into this file instead of printing it")]
Fold = Annotated[Literal["states"] | None, typer.Option("--fold", help="states: governments and officials count as their state")]
Most = Annotated[int, typer.Option("--most", min=1, help="rows that are printed of each part")]
Codes = Annotated[bool, typer.Option("--codes", help="print the ids that `detente show` and `explain` take")]


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """How a user wants to see many articles."""

    path: Path
    asked: Filter
    fold: str | None = None
    json: bool = False
    svg: Path | None = None
    most: int = 0
    codes: bool = False

    def opened(self) -> tuple[Corpus, Sides]:
        """The corpus of the path and its sides, with the names of countries where states are folded."""
        from detente.archive.load import load
        from detente.views.sides import Sides

        corpus = load(self.path)
        if not self.fold:
            return corpus, Sides(corpus)
        from detente.lexicon import Shelf, world

        return corpus, Sides(corpus, fold=True, names=world.load(Shelf()).names)

    @property
    def only(self) -> str:
        """What was asked for, in words."""
        from detente.views.selection import words

        return words(self.asked, fold=self.fold is not None)

    def nothing(self, words: str, sides: Sides) -> typer.Exit:
        """Exit code 1 and what was not found; whom nobody is called, so that a slip is seen."""
        return nothing(words, (name for name in self.asked.actors if not sides.ids(name)))

    def give(
        self, view: msgspec.Struct, *, printed: Callable[[], Iterable[RenderableType]], drawn: Callable[[str], str] | None = None
    ) -> None:
        """Write a view once in each form that is asked for, else on the terminal; `drawn` makes its picture, given what was asked for."""
        if self.json:
            sys.stdout.write(msgspec.json.encode(view).decode() + "\n")
        if self.svg and drawn:
            from detente.cli.outputs import whole

            whole(self.svg, drawn(self.only))
            print(f"{self.svg}: drawn", file=sys.stderr)
        if not self.json and not self.svg:
            from detente.cli import terminal

            console = terminal.console()
            for part in printed():
                console.print(part)


def viewed(*, svg: bool = True, most: int | None = None) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Gives a command the options that all views share, in place of its first parameter, `look: Look`, which is made of them.

    `svg`: it can be drawn. `most`: so many rows of each part are printed, unless the user says how many.
    """
    own = [Option("fold", Fold, None), Option("json", Json, False)]
    own += [Option("svg", Svg, None)] if svg else []
    own += [Option("most", Most, most)] if most else []
    own += [Option("codes", Codes, False)]
    return lambda command: gathered(command, _look, (*own, *NARROWING), first=(Option("path", Records),))


def _look(given: dict[str, object]) -> Look:
    narrowing = {option.name for option in NARROWING}
    asked = wanted({k: v for k, v in given.items() if k in narrowing})
    return Look(asked=asked, **{k: v for k, v in given.items() if k not in narrowing})  # type: ignore[arg-type]  # typer checked them
