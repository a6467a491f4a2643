"""`detente who`: who a name or a description of an office may be on a day, and on which rows that rests."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.padding import Padding

    from detente.lexicon.who import Answer, Held, Possible

MOST = 8  # how many are printed


def run(
    name: Annotated[str, typer.Argument(help='a name ("Ri Yong-ho") or a description ("the Chinese president", "Kim Jong-un\'s sister")')],
    on: Annotated[str | None, typer.Option(help="the day (YYYY-MM-DD)")] = None,
    json: Annotated[bool, typer.Option("--json", help="the answer as one JSON object")] = False,
    lexicon: Annotated[list[Path] | None, typer.Option(help="folder of your own data files, as given to `read`")] = None,
) -> None:
    """Say who somebody may be on a day: offices by date, how each row is known, kin, and why; exit code 1 where nobody is known."""
    from detente.ingest.given import day
    from detente.lexicon import Shelf, gazetteer
    from detente.lexicon.who import who

    answer = who(name, gazetteer.load(Shelf(*(lexicon or ()))), on=day(on) if on else None)
    if json:
        import msgspec

        sys.stdout.write(msgspec.json.encode(answer).decode() + "\n")
    else:
        _print(answer)
    if not answer.found:
        raise typer.Exit(1)


def _print(answer: Answer) -> None:
    from rich.text import Text

    from detente.cli import terminal

    console = terminal.console()
    console.print(Text(answer.asked + (f" on {answer.on}" if answer.on else ""), style="bold"))
    if answer.note:
        console.print(Text(f"  {answer.note}", style="yellow"))
    elif len(answer.found) > 1:
        console.print(Text(f"  {len(answer.found)} may be meant, likeliest first", style="dim"))
    for number, one in enumerate(answer.found[:MOST], 1):
        console.print(Text())
        console.print(
            Text.assemble(f"{number}. ", (one.name, "bold cyan"), (f"  {one.country or 'no country'} · {one.type} · {one.id}", "dim"))
        )
        console.print(_rows(one))
    if len(answer.found) > MOST:
        console.print(Text(f"\n  and {len(answer.found) - MOST} more; --json has all", style="dim"))


def _rows(one: Possible) -> Padding:
    """Why, the offices by date, and kin, a row each."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=6)
    table.add_column()
    table.add_row(Text("why", style="dim"), Text(one.why))
    for held in one.roles:
        style = "bold green" if held.moment == "then" else "dim"
        table.add_row(Text("office" if held.moment == "unknown" else held.moment, style=style), Text(_role(held)))
    for kin in one.kin:
        table.add_row(Text("kin", style="dim"), Text(kin))
    return Padding(table, (0, 0, 0, 3))


def _role(held: Held) -> str:
    """ "foreign minister, North Korea: 2016-05 to 2020-01-23 (checked)"."""
    until = {None: "", "?": ", end unknown"}.get(held.until, f" to {held.until}")
    begun = f"since {held.since}" if held.until is None else f"{held.since or '?'}"
    return f"{held.title}{f', {held.of}' if held.of else ''}: {begun}{until} ({held.status})"
