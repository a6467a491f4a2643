"""`detente read`: articles in, their records out as a report, as JSON Lines or as a page."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, Protocol

import typer

if TYPE_CHECKING:
    from detente.pipeline import Pipeline
    from detente.reading import Reading
    from detente.records import Article, Problem, Run


def run(  # noqa: PLR0913, PLR0917  each option of the command is a parameter
    files: Annotated[list[str], typer.Argument(help="files, folders or patterns to read; - reads standard input")],
    published: Annotated[str | None, typer.Option(help="day of publication (YYYY-MM-DD) of files that name none")] = None,
    outlet: Annotated[str | None, typer.Option(help="who published them, where the files do not say")] = None,
    title: Annotated[str | None, typer.Option(help="headline, where the file has none")] = None,
    json: Annotated[bool, typer.Option("--json", help="records as JSON Lines, the run first")] = False,
    html: Annotated[Path | None, typer.Option(help="write one page with every record's words marked")] = None,
    codes: Annotated[bool, typer.Option("--codes", help="show ids, codes and rules in the report")] = False,
    everything: Annotated[bool, typer.Option("--all", help="every retelling, statement and office in the report")] = False,
    lexicon: Annotated[list[Path] | None, typer.Option(help="folder of your own data files, laid over ours")] = None,
) -> None:
    """Read articles: who did, said and wants what, each with who says so and its line in the file."""
    from detente import ingest, reader

    source = None if "-" not in files else sys.stdin.buffer
    found = ingest.articles(files, published=published, outlet=outlet, title=title, stdin=source)
    pipeline = reader.load(*(lexicon or ()))
    outputs: list[_Output] = []
    if json:
        given = {"published": published, "outlet": outlet, "title": title}
        outputs.append(_Lines(pipeline.run(**{k: v for k, v in given.items() if v})))
    if html:
        outputs.append(_Page(html))
    if not outputs:
        outputs.append(_Reports(_Look(codes=codes, everything=everything)))
    failed = _all(_watched(found, files), pipeline, outputs)
    if failed:
        raise typer.Exit(1)


class _Output(Protocol):
    """Where readings go."""

    def add(self, reading: Reading) -> None: ...

    def close(self) -> None: ...


class _Look(NamedTuple):
    codes: bool
    everything: bool


def _all(found: Iterator[Article | Problem], pipeline: Pipeline, outputs: list[_Output]) -> int:
    """Read what was found into the outputs; how many inputs were problems."""
    from detente.records import Article

    failed = 0
    for item in found:
        if isinstance(item, Article):
            reading = pipeline.read(item)
            for output in outputs:
                output.add(reading)
        else:
            failed += 1
            print(f"detente: {item.message} ({item.code})", file=sys.stderr)
    for output in outputs:
        output.close()
    return failed


def _watched(found: Iterator[Article | Problem], files: list[str]) -> Iterator[Article | Problem]:
    """The same, with a bar on standard error where somebody sees it and there is more than one file."""
    from detente.ingest import sources

    count = sum(1 for _ in sources.find(files)) if sys.stderr.isatty() else 1
    if count < 2:
        yield from found
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=count)
        for number, item in enumerate(found, 1):
            yield item
            bar.update(task, completed=number, total=count if number <= count else None)


class _Reports:
    """Reports on standard output."""

    def __init__(self, look: _Look) -> None:
        from detente.cli import terminal

        self.look = look
        self.console = terminal.console()
        self.first = True

    def add(self, reading: Reading) -> None:
        from detente.cli import terminal
        from detente.views import report

        if not self.first:
            self.console.print(terminal.rule(), crop=False)
        self.first = False
        made = report.make(reading.all(), everything=self.look.everything)
        self.console.print(terminal.show(made, codes=self.look.codes))

    def close(self) -> None:
        """Nothing is left to write."""


class _Lines:
    """JSON Lines on standard output, the run first."""

    def __init__(self, run: Run) -> None:
        from detente import codec

        self.write = sys.stdout.buffer.write
        self.write(codec.encode(run) + b"\n")

    def add(self, reading: Reading) -> None:
        from detente import codec

        for line in codec.encode_lines(reading.all()):
            self.write(line)

    def close(self) -> None:
        sys.stdout.buffer.flush()


class _Page:
    """One page in one file, which is there only when it is whole."""

    def __init__(self, path: Path) -> None:
        from detente.errors import StoreError
        from detente.web.page import Page

        self.path = path
        self.part = path.with_name(path.name + ".part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self.stream = self.part.open("w", encoding="utf-8", newline="\n")
        except OSError as error:
            raise StoreError(f"{path}: {error.strerror or error}") from error
        self.page = Page()
        self.stream.write(self.page.head())

    def add(self, reading: Reading) -> None:
        self.stream.write(self.page.article(reading.all()))

    def close(self) -> None:
        self.stream.write(self.page.tail())
        self.stream.close()
        os.replace(self.part, self.path)
        many = "1 article" if self.page.count == 1 else f"{self.page.count} articles"
        print(f"{self.path}: {many}", file=sys.stderr)
