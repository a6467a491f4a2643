"""The command `detente`: one module a command, each imported when it is called."""

from __future__ import annotations

import sys

import typer

from detente.cli import bench, explain, grammar, lexicon, read, shards, show, weigh, who
from detente.errors import DetenteError

app = typer.Typer(
    help="Read the news of diplomacy and keep the record.", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
)
app.command("read")(read.run)
app.command("combine")(shards.combine)
app.command("explain")(explain.run)
app.command("who")(who.run)
app.command("bench")(bench.run)
app.command("schema")(show.schema)
app.command("stages")(show.stages)
app.add_typer(grammar.app, name="grammar")
app.add_typer(lexicon.app, name="lexicon")
app.add_typer(weigh.app, name="weigh")


def main() -> None:
    """Run the command line; what goes wrong on purpose is one line on standard error and exit code 2."""
    try:
        app()
    except DetenteError as error:
        print(f"detente: {error}", file=sys.stderr)
        raise SystemExit(2) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None
