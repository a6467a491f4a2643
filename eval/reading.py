"""Running the pipeline over annotated articles: once, and twice to see that nothing changes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

import msgspec

from detente import codec, reader
from detente.pipeline import Pipeline
from detente.reading import Reading
from detente.records import AnyRecord
from eval.gold import Gold
from eval.score import Count, count

ROOT = Path(__file__).parent.parent


class Scored(msgspec.Struct, frozen=True):
    """An annotated article and what was counted in its records."""

    gold: Gold
    counts: Count


def lines(pipeline: Pipeline, articles: bytes) -> Iterator[list[AnyRecord]]:
    """The records of each article of an input in JSON Lines, in its order; a line that holds no article is passed over."""
    for reading in reader.read_many(["-"], pipeline=pipeline, stdin=BytesIO(articles)):
        if isinstance(reading, Reading):
            yield list(reading.all())


def score(pipeline: Pipeline, golds: Sequence[Gold]) -> list[Scored]:
    """Each annotated article, read by the whole pipeline and scored. Raises ValueError where one cannot be read."""
    read = lines(pipeline, b"".join(gold.line() for gold in golds))
    return [Scored(gold, count(gold, records)) for gold, records in zip(golds, read, strict=True)]


def written(pipeline: Pipeline, paths: Sequence[str]) -> bytes:
    """What `detente read --json` writes of some files, made in this process."""
    out = [codec.encode(pipeline.run()) + b"\n"]
    for reading in reader.read_many(paths, pipeline=pipeline):
        if isinstance(reading, Reading):
            out += codec.encode_lines(reading.all())
    return b"".join(out)


def written_elsewhere(paths: Sequence[str], seed: str) -> bytes:
    """The same from a process of its own, whose sets are in another order. Raises CalledProcessError where it fails."""
    found = os.environ.get("PYTHONPATH", "")
    paths_of_code = os.pathsep.join([str(ROOT / "src"), *([found] if found else [])])
    env = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": paths_of_code}
    command = [sys.executable, "-m", "detente", "read", "--json", *paths]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=True).stdout


def changing(pipeline: Pipeline, paths: Sequence[str]) -> list[str]:
    """What changes when the same files are read again: empty where every byte is the same."""
    first = written(pipeline, paths)
    others = {
        "the same files read twice in one process": written(pipeline, paths),
        "the same files read in another process": written_elsewhere(paths, "1"),
        "the same files read in a third process": written_elsewhere(paths, "2"),
    }
    return [what for what, output in others.items() if output != first]
