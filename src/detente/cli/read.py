"""`detente read`: articles in, their records out as a report, as JSON Lines or as a page."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from detente.cli import outputs, shards

if TYPE_CHECKING:
    from detente.pipeline import Pipeline
    from detente.reading import Reading
    from detente.records import Article, Problem


def run(  # noqa: PLR0913, PLR0917  each option of the command is a parameter
    files: Annotated[list[str], typer.Argument(help="files, folders, patterns or addresses to read; - reads standard input")],
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
    named = {"published": published, "outlet": outlet, "title": title, "since": since, "limit": limit and str(limit)}
    given = {k: v for k, v in named.items() if v}
    if store:
        from detente.cli.keep import into

        if into(store, _watched(found, files), pipeline, given):
            raise typer.Exit(1)
        return
    wanted = _Wanted(json, html, outputs.Look(codes=codes, everything=everything), by, about)
    made, narrowed = wanted.outputs(pipeline, given)
    paced = any("://" in name for name in files)  # what comes slowly is shown at once
    if _all(_readings(_watched(found, files), pipeline, paced), made) or (narrowed and not narrowed.count):
        raise typer.Exit(1)


class _Wanted(NamedTuple):
    """What the options say of the output."""

    json: bool
    html: Path | None
    look: outputs.Look
    by: str | None
    about: str | None

    def outputs(self, pipeline: Pipeline, given: Mapping[str, str]) -> tuple[Sequence[outputs.Output], outputs.Narrowed | None]:
        """Where records go, and what narrows them first, where anything does; reports where nothing else is asked for."""
        made: list[outputs.Output] = []
        if self.json:
            made.append(outputs.Lines(pipeline.run(**given)))
        if self.html:
            made.append(outputs.Page(self.html))
        if not made:
            made.append(outputs.Reports(self.look))
        if not (self.by or self.about):
            return made, None
        narrowed = outputs.Narrowed(made, self.by, self.about, pipeline.lexicon.issues.key)
        return [narrowed], narrowed


def _readings(found: Iterator[Article | Problem], pipeline: Pipeline, paced: bool) -> Iterator[Reading | Problem]:
    """What was found, read: each article by itself, or short ones together."""
    from detente.records import Article

    if not paced:
        yield from pipeline.read_many(found)
        return
    for item in found:
        yield pipeline.read(item) if isinstance(item, Article) else item


def _all(readings: Iterator[Reading | Problem], made: Sequence[outputs.Output]) -> int:
    """Put what was read into the outputs; how many inputs were problems."""
    from detente.reading import Reading

    failed = 0
    for item in readings:
        if isinstance(item, Reading):
            records = tuple(item.all())
            for output in made:
                output.add(records)
        else:
            failed += 1
            print(f"detente: {item.message} ({item.code})", file=sys.stderr)
    for output in made:
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
