"""`detente read --store` and `detente reread`: what was read goes into a store, and one line a run says what became of it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.shown import many

if TYPE_CHECKING:
    from detente.archive.archive import Added
    from detente.pipeline import Pipeline
    from detente.records import AnyRecord, Article, Problem

ORDER = ("added", "unchanged", "replaced")


def into(path: Path, found: Iterator[Article | Problem], pipeline: Pipeline, given: Mapping[str, str]) -> int:
    """Read what was found into a store; how many inputs were problems."""
    from detente.archive import archive, resolver

    kept = archive.opened(path, pipeline, resolver.standard())
    try:
        told = _told(kept.add_many(found, **given))
    finally:
        kept.close()
    print(f"{path}: run {pipeline.run(**given).id}: {_counted(told)}")
    return told["problems"]


def combined(path: Path, records: Iterator[AnyRecord]) -> int:
    """Put records that were read elsewhere into a store; how many inputs were problems."""
    from detente.archive import archive, resolver

    kept = archive.opened(path, resolver=resolver.standard())
    try:
        told = _told(kept.take_in(records))
    finally:
        kept.close()
    print(f"{path}: {_counted(told)}")
    return told["problems"]


def _told(added: Iterator[Added]) -> Counter[str]:
    """How many inputs became what; each problem on standard error."""
    told: Counter[str] = Counter()
    with _going_on():
        for one in added:
            told[one.outcome or "problems"] += 1
            if one.problem:
                print(f"detente: {one.problem.message} ({one.problem.code})", file=sys.stderr)
    return told


@contextmanager
def _going_on() -> Iterator[None]:
    """Says, where it is stopped, that nothing is lost."""
    try:
        yield
    except KeyboardInterrupt:
        print("detente: what was read is in the store; the same command goes on", file=sys.stderr)
        raise


def reread(
    store: Annotated[Path, typer.Argument(help="a store")],
    lexicon: Annotated[list[Path] | None, typer.Option(help="folder of your own data files, laid over ours")] = None,
) -> None:
    """Read every article of a store again, as program and data are now; older records stay under their run."""
    from detente import reader
    from detente.archive import archive, resolver
    from detente.store import existing

    pipeline = reader.load(*(lexicon or ()))
    kept = archive.opened(existing(store), pipeline, resolver.standard())
    try:
        with _going_on():
            told = kept.reread()
    finally:
        kept.close()
    print(f"{store}: run {pipeline.run().id}: {_counted(told)}")


def _counted(told: Mapping[str, int]) -> str:
    """Counts in words; problems only where there are any."""
    words = [f"{told.get(outcome, 0)} {outcome}" for outcome in ORDER]
    return ", ".join([*words, many(told["problems"], "problem")] if told.get("problems") else words)
