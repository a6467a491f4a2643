"""`detente weigh init` and `detente weigh run`: a negotiation proposed from the record, then asked what would change it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from detente.weigh.result import Result

app = typer.Typer(help="Weigh the parties of a negotiation: who stands where, and what would change it.", no_args_is_help=True)
Several = list[str] | None


@app.command("init")
def init(
    path: Annotated[Path, typer.Argument(help="records as `detente read --json` writes them, or a store")],
    issue: Annotated[list[str], typer.Option(help='the issue in words; "name; other words for it"; several: several issues')],
    party: Annotated[Several, typer.Option(help="only these parties, whether the texts place them or not")] = None,
    out: Annotated[Path | None, typer.Option("-o", "--out", help="the file to write; else standard output")] = None,
    lexicon: Annotated[list[Path] | None, typer.Option(help="folder of your own data files, as given to `read`")] = None,
) -> None:
    """Propose a case: anchors and places from quotations, numbers left blank; exit code 1 where no position was found."""
    from detente.archive.load import load
    from detente.errors import InputError
    from detente.lexicon import Shelf, gazetteer, issues
    from detente.weigh import propose, writer

    if out and out.exists():
        raise InputError(f"{out}: is there already; an analyst's work is not written over")
    shelf = Shelf(*(lexicon or ()))
    states = gazetteer.load(shelf)

    def country(code: str) -> str:
        return states.entries[states.states[code]].name if code in states.states else code

    known = propose.Known(issues.load(shelf).key, country)
    case = propose.propose(load(path), issue, known, parties=party or (), made_by="detente weigh init")
    _write(out, writer.write(case))
    for one in case.issues:
        placed = sum(p.position.status != "unknown" for p in one.parties)
        print(f"{one.name}: {len(one.anchors)} anchors, {placed} parties placed, {len(one.parties) - placed} not", file=sys.stderr)
    if not any(one.anchors for one in case.issues):
        raise typer.Exit(1)


@app.command("run")
def run(  # noqa: PLR0913, PLR0917  each option of the command is a parameter
    case: Annotated[Path, typer.Argument(help="a case, as `detente weigh init` writes it")],
    join: Annotated[Several, typer.Option(help='who joins: "China at B", "China between A and B"')] = None,
    leave: Annotated[Several, typer.Option(help="who leaves")] = None,
    bloc: Annotated[Several, typer.Option(help='who stands together: "A,B at X"')] = None,
    shift: Annotated[Several, typer.Option(help='who moves: "X to B"')] = None,
    salience: Annotated[Several, typer.Option(help='how much it matters to one, 0 to 100: "X=60" or "X=60-80"')] = None,
    influence: Annotated[Several, typer.Option(help='how much one can do: "X=60" or "X=60-80"')] = None,
    compare: Annotated[Several, typer.Option(help='beside the case: "without China", "with China at B"')] = None,
    reach: Annotated[Several, typer.Option(help='what would X need for the middle to be at B: "X: B"')] = None,
    gains: Annotated[bool, typer.Option("--gains", help="who gains from moving")] = False,
    model: Annotated[Several, typer.Option(help="nash, challenge, exchange, condorcet, power, or all; several")] = None,
    coder: Annotated[Path | None, typer.Option(help="a second coder's file of the same case")] = None,
    draws: Annotated[int, typer.Option(min=1, help="games drawn where inputs are ranges")] = 1000,
    seed: Annotated[int, typer.Option(min=0, help="same seed, same bytes")] = 1,
    out: Annotated[Path | None, typer.Option("-o", "--out", help="a page of its own, too")] = None,
    json: Annotated[bool, typer.Option("--json", help="everything as one JSON object")] = False,
) -> None:
    """Weigh a case: where the middle falls, on what it hangs, and what the questions asked would change. Never a forecast."""
    from detente.weigh import casefile, coders, forecast
    from detente.weigh.result import Wanted, weigh
    from detente.weigh.scenario import Asked

    loaded = casefile.load(case)
    asked = Asked(
        join=_all(join), leave=_all(leave), bloc=_all(bloc), shift=_all(shift), salience=_all(salience), influence=_all(influence),
        compare=_all(compare),
    )  # fmt: skip
    made = weigh(loaded, Wanted(asked=asked, reach=_all(reach), gains=gains, models=forecast.named(_all(model)), draws=draws, seed=seed))
    if coder:
        from msgspec.structs import replace

        made = replace(made, coders=coders.compare(loaded, casefile.load(coder)))
    _show(made, out, json)


def _show(made: Result, out: Path | None, json: bool) -> None:
    """A result on all faces that are asked for."""
    from detente.weigh import report

    told = report.make(made)
    if out:
        from detente.web import weigh_page

        _write(out, weigh_page.render(made))
    if json:
        import msgspec

        sys.stdout.write(msgspec.json.format(msgspec.json.encode(report.Told(told, made)), indent=1).decode() + "\n")
        return
    from detente.cli import terminal, weighed

    terminal.console().print(weighed.show(told))


def _all(given: Several) -> tuple[str, ...]:
    return tuple(given or ())


def _write(path: Path | None, text: str) -> None:
    """Into a file; standard output where none is named."""
    if path is None:
        sys.stdout.write(text)
        return
    from detente.cli.outputs import whole

    whole(path, text)
