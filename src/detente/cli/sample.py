"""`detente sample`: records drawn at random to check by hand, and the precision that a filled sheet shows."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from detente.cli.asked import narrowed
from detente.corpus import Filter


@narrowed
def run(  # noqa: PLR0913, PLR0917  each option of the command is a parameter
    asked: Filter,
    count: Annotated[int | None, typer.Argument(min=1, help="how many records to draw")] = None,
    path: Annotated[Path | None, typer.Argument(help="records: a file of JSON Lines or a store")] = None,
    output: Annotated[str, typer.Option("--output", "-o", help="the sheet to write (CSV); - is standard output")] = "-",
    seed: Annotated[int | None, typer.Option(help="draw the same again; else one is made and printed")] = None,
    by_code: Annotated[bool, typer.Option("--by-code", help="each code has its share of the sheet")] = False,
    score: Annotated[Path | None, typer.Option(help="a filled sheet: print the precision of each aspect")] = None,
) -> None:
    """Draw records for checking by hand; or, with --score, say how many of a filled sheet are right, with an interval of 95 %."""
    from detente.errors import InputError

    if score is not None:
        _score(score)
        return
    if count is None or path is None:
        raise InputError("sample needs a number and a file of records, or --score and a sheet")
    _draw(count, path, _Sheet(output, seed, by_code, asked))


class _Sheet(NamedTuple):
    output: str
    seed: int | None
    by_code: bool
    wanted: Filter


def _draw(count: int, path: Path, asked_for: _Sheet) -> None:
    import secrets

    from detente.archive.load import source
    from detente.export import Counted, Files, named, sample, setting

    seed = asked_for.seed if asked_for.seed is not None else secrets.randbelow(1_000_000)
    with source(path) as found:
        given = Counted(named("csv"), found, asked_for.wanted, setting.of(found, asked_for.wanted))
        drawn = sample.draw(given, count, seed, by_code=asked_for.by_code)
    with Files(None if asked_for.output == "-" else Path(asked_for.output), sys.stdout.buffer) as files:
        sample.sheet(drawn, files.main)
    print(f"detente: {len(drawn.rows)} of {drawn.total} events, --seed {seed}", file=sys.stderr)


def _score(path: Path) -> None:
    from detente.errors import InputError
    from detente.export import sample

    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error
    print(f"{'aspect':<12} {'right':>5} {'judged':>6}  precision  95 % interval")
    for one in sample.score(data):
        share = "    -" if one.share is None else f"{one.share:5.3f}      {one.low:.3f} to {one.high:.3f}"
        print(f"{one.aspect:<12} {one.right:>5} {one.judged:>6}  {share}")
