"""The command `detente`: one module a command, each imported when it is called."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType

import typer

from detente.cli import (
    bench,
    dossier,
    dyad,
    explain,
    export,
    grammar,
    keep,
    lexicon,
    network,
    positions,
    read,
    report,
    resolve,
    review,
    sample,
    search,
    serve,
    shards,
    show,
    store,
    story,
    timeline,
    watch,
    weigh,
    who,
)
from detente.cli import map as places
from detente.errors import DetenteError, NobodyError

app = typer.Typer(
    help="Read the news of diplomacy and keep the record.", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
)
app.command("read")(read.run)
app.command("watch")(watch.run)
app.command("combine")(shards.combine)
app.command("explain")(explain.run)
app.command("who")(who.run)
app.command("export")(export.run)
app.command("formats")(export.formats)
app.command("sample")(sample.run)
app.command("timeline")(timeline.run)
app.command("network")(network.run)
app.command("map")(places.run)
app.command("dossier")(dossier.run)
app.command("positions")(positions.run)
app.command("dyad")(dyad.run)
app.command("story")(story.run)
app.command("resolve")(resolve.run)
app.command("search")(search.run)
app.command("show")(store.show)
app.command("remove")(store.remove)
app.command("reread")(keep.reread)
app.command("runs")(store.runs)
app.command("diff")(store.diff)
app.command("check")(store.check)
app.command("serve")(serve.run)
app.command("report")(report.run)
app.command("bench")(bench.run)
app.command("schema")(show.schema)
app.command("stages")(show.stages)
app.add_typer(grammar.app, name="grammar")
app.add_typer(lexicon.app, name="lexicon")
app.add_typer(review.app, name="review")
app.add_typer(weigh.app, name="weigh")


def main() -> None:
    """Run the command line; what goes wrong on purpose is one line on standard error and an exit code."""
    stopped: list[int] = []

    def stop(number: int, frame: FrameType | None) -> None:
        stopped.append(number)
        raise KeyboardInterrupt

    for number in (signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, stop)
    try:
        try:
            app()
        finally:
            sys.stdout.flush()
    except DetenteError as error:
        print(f"detente: {error}", file=sys.stderr)
        raise SystemExit(1 if isinstance(error, NobodyError) else 2) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # else what could not be written is tried again at the end
        print(f"detente: {error.filename or 'standard output'}: {error.strerror or error}", file=sys.stderr)
        raise SystemExit(2) from None
    except SystemExit as ended:
        if not (stopped and ended.code == 128 + signal.SIGINT):  # by which typer tells a KeyboardInterrupt
            raise
        print("detente: stopped", file=sys.stderr)
        raise SystemExit(128 + stopped[0]) from None
