"""`detente read`: articles in, their records out as a report, as JSON Lines or as a page."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, Protocol

import typer

if TYPE_CHECKING:
    from detente.pipeline import Pipeline
    from detente.records import AnyRecord, Article, Problem, Run


def run(  # noqa: PLR0913, PLR0917  each option of the command is a parameter
    files: Annotated[list[str], typer.Argument(help="files, folders or patterns to read; - reads standard input")],
    published: Annotated[str | None, typer.Option(help="day of publication (YYYY-MM-DD) of files that name none")] = None,
    outlet: Annotated[str | None, typer.Option(help="who published them, where the files do not say")] = None,
    title: Annotated[str | None, typer.Option(help="headline, where the file has none")] = None,
    json: Annotated[bool, typer.Option("--json", help="records as JSON Lines, the run first")] = False,
    html: Annotated[Path | None, typer.Option(help="write one page with every record's words marked")] = None,
    store: Annotated[Path | None, typer.Option(help="add to a store instead; the file is made when it is not there")] = None,
    codes: Annotated[bool, typer.Option("--codes", help="show ids, codes and rules in the report")] = False,
    everything: Annotated[bool, typer.Option("--all", help="every retelling, statement and office in the report")] = False,
    by: Annotated[str | None, typer.Option(help="only what this actor said, wants and did")] = None,
    about: Annotated[str | None, typer.Option(help="only what was said, wanted and done about this issue")] = None,
    lexicon: Annotated[list[Path] | None, typer.Option(help="folder of your own data files, laid over ours")] = None,
) -> None:
    """Read articles: who did, said and wants what, each with who says so and its line in the file."""
    from detente import ingest, reader

    source = None if "-" not in files else sys.stdin.buffer
    found = ingest.articles(files, published=published, outlet=outlet, title=title, stdin=source)
    pipeline = reader.load(*(lexicon or ()))
    given = {k: v for k, v in {"published": published, "outlet": outlet, "title": title}.items() if v}
    if store:
        from detente.cli import keep

        if keep.into(store, _watched(found, files), pipeline, given):
            raise typer.Exit(1)
        return
    outputs: list[_Output] = []
    if json:
        outputs.append(_Lines(pipeline.run(**given)))
    if html:
        outputs.append(_Page(html))
    if not outputs:
        outputs.append(_Reports(_Look(codes=codes, everything=everything)))
    if by or about:
        narrowed = _Narrowed(outputs, by, about, pipeline.lexicon.issues.key)
        outputs = [narrowed]
    failed = _all(_watched(found, files), pipeline, outputs)
    if failed or ((by or about) and not narrowed.count):
        raise typer.Exit(1)


class _Output(Protocol):
    """Where the records of articles go; `kept` are those that were asked for, where not all were."""

    def add(self, records: Sequence[AnyRecord], kept: Sequence[AnyRecord] | None = None) -> None: ...

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
            records = tuple(pipeline.read(item).all())
            for output in outputs:
                output.add(records)
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


class _Narrowed:
    """Hands on what one actor or issue has to do with, of articles in which there is any."""

    def __init__(self, outputs: list[_Output], by: str | None, about: str | None, key: Callable[[str], str]) -> None:
        from detente.views.narrow import Asked

        self.outputs = outputs
        self.asked = Asked(by, about, key)
        self.count = 0

    def add(self, records: Sequence[AnyRecord], kept: Sequence[AnyRecord] | None = None) -> None:
        from detente.records import Actor, Article
        from detente.views import narrow

        kept = narrow.keep(records, self.asked)
        if all(isinstance(r, Article | Actor) for r in kept):
            return
        self.count += 1
        for output in self.outputs:
            output.add(records, kept)

    def close(self) -> None:
        for output in self.outputs:
            output.close()
        if not self.count:
            words = " ".join(filter(None, (self.asked.by and f"by {self.asked.by}", self.asked.about and f"about {self.asked.about}")))
            print(f"detente: nothing {words} in these articles", file=sys.stderr)


class _Reports:
    """Reports on standard output."""

    def __init__(self, look: _Look) -> None:
        from detente.cli import terminal

        self.look = look
        self.console = terminal.console()
        self.first = True

    def add(self, records: Sequence[AnyRecord], kept: Sequence[AnyRecord] | None = None) -> None:
        from detente.cli import terminal
        from detente.views import narrow, report

        if not self.first:
            self.console.print(terminal.rule(), crop=False)
        self.first = False
        made = report.make(records, everything=self.look.everything) if kept is None else narrow.make(records, kept)
        self.console.print(terminal.show(made, codes=self.look.codes))

    def close(self) -> None:
        """Nothing is left to write."""


class _Lines:
    """JSON Lines on standard output, the run first."""

    def __init__(self, run: Run) -> None:
        from detente import codec

        self.write = sys.stdout.buffer.write
        self.write(codec.encode(run) + b"\n")

    def add(self, records: Sequence[AnyRecord], kept: Sequence[AnyRecord] | None = None) -> None:
        from detente import codec

        for line in codec.encode_lines(records if kept is None else kept):
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

    def add(self, records: Sequence[AnyRecord], kept: Sequence[AnyRecord] | None = None) -> None:
        self.stream.write(self.page.article(records if kept is None else kept))

    def close(self) -> None:
        self.stream.write(self.page.tail())
        self.stream.close()
        os.replace(self.part, self.path)
        many = "1 article" if self.page.count == 1 else f"{self.page.count} articles"
        print(f"{self.path}: {many}", file=sys.stderr)
