"""`detente read --out DIR`: the input cut into shards, read side by side, here or on a cluster; and `detente combine`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from detente.cli.shown import many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.scale.engines import Done, Engine
    from detente.scale.manifest import Given, Manifest

Kind = Literal["local", "dask", "ray"]


def read(files: list[str], given: Given, folder: Path, *, engine: Engine, size: int | None = None) -> None:
    """Read files into a folder of shards; exit code 1 where a shard was set aside or an input is not there."""
    from detente import reader
    from detente.scale import drive, manifest, task

    if any(name == "-" or "://" in name for name in files):
        raise typer.BadParameter("only files are cut into shards: keep standard input in a file, fetch addresses with --keep first")
    run = reader.load(*map(Path, given.lexicon), triage=given.triage).run(**task.options(given))
    plan = manifest.keep(folder, manifest.plan(files, run, given, size=size or manifest.SIZE))
    for problem in plan.problems:
        print(f"detente: {problem.message} ({problem.code})", file=sys.stderr)
    left = len(drive.unfinished(folder, plan))
    print(f"{folder}: {many(len(plan.shards), 'shard')}, {len(plan.shards) - left} finished earlier", file=sys.stderr)
    try:
        aside = [done.shard for done in _watched(drive.read(folder, plan, engine), left) if done.error]
    except KeyboardInterrupt:
        print("detente: shards that were read stay; the same command goes on", file=sys.stderr)
        raise
    for shard in aside:
        print(f"detente: shard {shard} set aside; why: {folder / task.ASIDE / shard}.txt", file=sys.stderr)
    if aside or plan.problems:
        raise typer.Exit(1)


def engine(kind: Kind, jobs: int | None, address: str | None) -> Engine:
    """The engine of a name, with as many jobs as there are cores unless asked otherwise."""
    from detente.scale.engines import Local, OnDask, OnRay

    jobs = jobs or len(os.sched_getaffinity(0))
    if kind == "local":
        return Local(jobs)
    return OnDask(jobs, address) if kind == "dask" else OnRay(jobs, address)


def _watched(done: Iterator[Done], count: int) -> Iterator[Done]:
    """The same, with a bar on standard error where somebody sees it, else a line a shard."""
    if not sys.stderr.isatty():
        for number, one in enumerate(done, 1):
            print(f"{number}/{count} {one.shard}{' failed' if one.error else ''}", file=sys.stderr)
            yield one
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, TimeRemainingColumn

    with Progress(*Progress.get_default_columns()[:2], MofNCompleteColumn(), TimeRemainingColumn(), console=Console(stderr=True)) as bar:
        task = bar.add_task("shards", total=count)
        for one in done:
            yield one
            bar.advance(task)


def combine(
    folder: Annotated[Path, typer.Argument(help="folder that `detente read --out` wrote")],
    store: Annotated[Path | None, typer.Option(help="put them into a store instead; the file is made when it is not there")] = None,
    partial: Annotated[bool, typer.Option("--partial", help="although shards are missing")] = False,
) -> None:
    """Put the shards of a folder together, on standard output or into a store: every article once."""
    from detente import codec
    from detente.scale import drive, manifest

    plan = manifest.load(folder)
    _whole(folder, plan, partial)
    records = drive.records(folder, plan)
    if store:
        from detente.cli.keep import combined

        if combined(store, records):
            raise typer.Exit(1)
        return
    for line in codec.encode_lines(records):
        sys.stdout.buffer.write(line)


def _whole(folder: Path, plan: Manifest, partial: bool) -> None:
    """Refuse shards that are not all finished, unless asked to take what is there."""
    from detente.errors import InputError
    from detente.scale import drive

    if (left := drive.unfinished(folder, plan)) and not partial:
        raise InputError(f"{folder}: {len(left)} of {len(plan.shards)} shards are not finished ({left[0]} …); read again, or --partial")
