"""`detente read`: articles in, their records out as a report, as JSON Lines or as a page."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, Protocol

import typer

from detente.cli import shards

if TYPE_CHECKING:
    from detente.pipeline import Pipeline
    from detente.reading import Reading
    from detente.records import AnyRecord, Article, Problem, Run


def run(  # noqa: PLR0913, PLR0917  each option of the command is a parameter
    files: Annotated[list[str], typer.Argument(help="files, folders, patterns or addresses to read; - reads standard input")],
    published: Annotated[str | None, typer.Option(help="day of publication (YYYY-MM-DD) of files that name none")] = None,
    outlet: Annotated[str | None, typer.Option(help="who published them, where the files do not say")] = None,
    title: Annotated[str | None, typer.Option(help="headline, where the file has none")] = None,
    json: Annotated[bool, typer.Option("--json", help="records as JSON Lines, the run first")] = False,
    html: Annotated[Path | None, typer.Option(help="write one page with every record's words marked")] = None,
    codes: Annotated[bool, typer.Option("--codes", help="show ids, codes and rules in the report")] = False,
    everything: Annotated[bool, typer.Option("--all", help="every retelling, statement and office in the report")] = False,
    by: Annotated[str | None, typer.Option(help="only what this actor said, wants and did")] = None,
    about: Annotated[str | None, typer.Option(help="only what was said, wanted and done about this issue")] = None,
    lexicon: Annotated[list[Path] | None, typer.Option(help="folder of your own data files, laid over ours")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="at most so many entries of each feed or sitemap")] = None,
    since: Annotated[str | None, typer.Option(help="none of a feed's or sitemap's articles of before this day")] = None,
    fetch: Annotated[bool, typer.Option("--fetch", help="fetch the links of feeds and sitemaps on disk")] = False,
    keep: Annotated[Path | None, typer.Option(help="folder in which all that is fetched is kept")] = None,
    offline: Annotated[Path | None, typer.Option(help="fetch nothing; take what an earlier run kept in this folder")] = None,
    delay: Annotated[float, typer.Option(min=0.0, help="seconds between two requests to one host")] = 2.0,
    agent: Annotated[str | None, typer.Option(help="name under which to fetch")] = None,
    private: Annotated[bool, typer.Option("--allow-private", help="also fetch from this machine and inner networks")] = False,
    triage: Annotated[
        bool | None,
        typer.Option("--triage/--no-triage", help="skip articles that cannot hold a political event; with --out as a rule"),
    ] = None,
    out: Annotated[Path | None, typer.Option(help="folder of shards: many articles, read side by side, exactly once")] = None,
    jobs: Annotated[int | None, typer.Option(min=1, help="with --out: how many shards at a time; as many as there are cores")] = None,
    engine: Annotated[shards.Kind, typer.Option(help="with --out: where shards are read")] = "local",
    shard_size: Annotated[int | None, typer.Option(min=1, help="with --out: bytes of input in one shard; 4,000,000")] = None,
    address: Annotated[str | None, typer.Option(help="with --engine: a cluster that runs; else one is started here")] = None,
) -> None:
    """Read articles: who did, said and wants what, each with who says so and its line in the file."""
    if out:
        if json or html or by or about:
            raise typer.BadParameter("--out writes shards alone: leave out --json, --html, --by and --about")
        from detente.scale.manifest import Given

        laid = tuple(str(folder.absolute()) for folder in lexicon or ())
        asked = Given(published, outlet, title, laid, triage is not False)
        shards.read(files, asked, out, engine=shards.engine(engine, jobs, address), size=shard_size)
        return
    from detente import reader
    from detente.cli import sources

    how = sources.How(limit, since, fetch, keep, offline, delay, agent, private)
    found = sources.articles(files, how, published=published, outlet=outlet, title=title)
    pipeline = reader.load(*(lexicon or ()), triage=bool(triage))
    outputs: list[_Output] = []
    if json:
        given = {"published": published, "outlet": outlet, "title": title, "since": since, "limit": limit and str(limit)}
        outputs.append(_Lines(pipeline.run(**{k: v for k, v in given.items() if v})))
    if html:
        outputs.append(_Page(html))
    if not outputs:
        outputs.append(_Reports(_Look(codes=codes, everything=everything)))
    if by or about:
        narrowed = _Narrowed(outputs, by, about, pipeline.lexicon.issues.key)
        outputs = [narrowed]
    paced = any("://" in name for name in files)  # what comes slowly is shown at once
    failed = _all(_readings(_watched(found, files), pipeline, paced), outputs)
    if failed or ((by or about) and not narrowed.count):
        raise typer.Exit(1)


class _Output(Protocol):
    """Where the records of articles go; `kept` are those that were asked for, where not all were."""

    def add(self, records: Sequence[AnyRecord], kept: Sequence[AnyRecord] | None = None) -> None: ...

    def close(self) -> None: ...


class _Look(NamedTuple):
    codes: bool
    everything: bool


def _readings(found: Iterator[Article | Problem], pipeline: Pipeline, paced: bool) -> Iterator[Reading | Problem]:
    """What was found, read: each article by itself, or short ones together."""
    from detente.records import Article

    if not paced:
        yield from pipeline.read_many(found)
        return
    for item in found:
        yield pipeline.read(item) if isinstance(item, Article) else item


def _all(readings: Iterator[Reading | Problem], outputs: list[_Output]) -> int:
    """Put what was read into the outputs; how many inputs were problems."""
    from detente.reading import Reading

    failed = 0
    for item in readings:
        if isinstance(item, Reading):
            records = tuple(item.all())
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
