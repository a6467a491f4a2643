"""`detente export` and `detente formats`: records of many articles as files that other tools read."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.asked import narrowed
from detente.corpus import Filter

if TYPE_CHECKING:
    from detente.export import Counted


@narrowed
def run(
    asked: Filter,
    path: Annotated[Path, typer.Argument(help="records: a file of JSON Lines or a store")],
    to: Annotated[str, typer.Option("--to", help="the format: see `detente formats`")],
    output: Annotated[str, typer.Option("--output", "-o", help="the file to write; - is standard output")] = "-",
    bom: Annotated[bool, typer.Option("--bom", help="begin CSV with the mark by which Excel knows UTF-8")] = False,
) -> None:
    """Write events, as they are counted, in a format; what the format cannot say is left out and told."""
    from detente import export
    from detente.archive.load import source
    from detente.export import setting

    form = export.named(to)
    with source(path) as found:
        counted = export.Counted(form, found, asked, setting.of(found, asked))
        with export.Files(None if output == "-" else Path(output), sys.stdout.buffer, bom=bom) as files:
            export.write(counted, files)
    _say(counted, files.written)


def _say(counted: Counted, written: list[Path]) -> None:
    """How much went in, which files there are, and what was left out and why; on standard error."""
    where = f" to {', '.join(map(str, written))}" if written else ""
    print(f"detente: {counted.count} {counted.form.unit}{'' if counted.count == 1 else 's'}{where}", file=sys.stderr)
    if counted.left:
        some = set(counted.left) - {"without a day"}
        more = "; --all takes all but those without a day" if some and "without a day" in counted.left else "; --all takes them"
        print(f"detente: left out of {counted.form.name}: {counted.why()}{more if some else ''}", file=sys.stderr)
    if not written and not counted.form.names_origin:
        print("detente: origin, citation and evidence go beside a file; with -o they are written", file=sys.stderr)


def formats() -> None:
    """Print the formats of `detente export`, and what each is able to say."""
    from detente.export import FORMATS

    for form in FORMATS:
        lacks = [w for w, has in (("status", form.status), ("undated events", form.undated), ("evidence", form.evidence)) if not has]
        room = f"; no room for: {', '.join(lacks)}" if lacks else ""
        print(f"{form.name:<10} {form.what}{room}")
