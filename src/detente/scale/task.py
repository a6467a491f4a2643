"""One shard read: its records written under a temporary name, which is renamed when they are all there.

`python -m detente.scale.task FOLDER SHARD` is what a process of its own runs; Ray and Dask call `read`.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from detente import codec, ingest, reader
from detente.errors import DetenteError, WiringError
from detente.ingest import furniture, jsonl
from detente.ingest import given as givens
from detente.pipeline import Pipeline
from detente.records import Article, Problem
from detente.scale import manifest as manifests
from detente.scale.manifest import Manifest, Piece, Shard

DONE = "shards"
ASIDE = "set-aside"
PATIENCE = 1800.0
"""Seconds without a finished article after which a process is thought to hang; one of a million words takes a few hundred."""


def finished(folder: Path, shard: Shard) -> Path:
    """Where the records of a shard are when they are all there."""
    return folder / DONE / f"{shard.name}.jsonl"


def read(folder: str, name: str) -> None:
    """Read one shard of the manifest in a folder; a shard that is finished is not read again.

    Raises WiringError where this machine's program, data or model is not that of the manifest.
    """
    plan = manifests.load(Path(folder))
    (shard,) = (s for s in plan.shards if s.name == name)
    target = finished(Path(folder).absolute(), shard)
    if not target.exists():  # a cluster may ask twice, where a worker dies after its last line
        with _watched():
            _read(plan, shard, target)


@contextlib.contextmanager
def _watched(patience: float = PATIENCE) -> Iterator[None]:
    """End this process where no article is done for too long, with a note of where it hung: its shard is then tried again."""
    faulthandler.dump_traceback_later(patience, exit=True, file=2)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


def _read(plan: Manifest, shard: Shard, target: Path) -> None:
    pipeline = reader.load(*map(Path, plan.given.lexicon), triage=plan.given.triage)
    if (own := pipeline.run(**options(plan.given))) != plan.run:
        raise WiringError(f"this machine reads with {own.program}, {own.model}, data {own.data}; the manifest was made with others")
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{target.name}.{os.uname().nodename}.{os.getpid()}.part")
    try:
        with contextlib.chdir(plan.base), part.open("wb") as stream:
            _write(stream, plan, shard, pipeline)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(part, target)
    finally:
        part.unlink(missing_ok=True)


def options(given: manifests.Given) -> dict[str, str]:
    """What was given, as the run keeps it."""
    return {key: value for key in ("published", "outlet", "title") if (value := getattr(given, key))}


def _write(stream: IO[bytes], plan: Manifest, shard: Shard, pipeline: Pipeline) -> None:
    """The run, then every article with its records, and every input that cannot be read."""
    stream.write(codec.encode(plan.run) + b"\n")
    parent = os.getppid()
    for found in pipeline.read_many(_found(plan, shard)):
        if os.getppid() != parent:
            raise WiringError("the process that asked for this shard is gone")
        faulthandler.dump_traceback_later(PATIENCE, exit=True, file=2)  # counts anew
        stream.writelines(codec.encode_lines([found] if isinstance(found, Problem) else found.all()))


def _found(plan: Manifest, shard: Shard) -> Iterator[Article | Problem]:
    given = plan.given
    for piece in shard.pieces:
        if piece.end is None:
            yield from ingest.articles([piece.path], published=given.published, outlet=given.outlet, title=given.title)
        else:
            yield from _lines(piece, given)


def _lines(piece: Piece, given: manifests.Given) -> Iterator[Article | Problem]:
    """The articles of some lines of a file, numbered as in the whole file."""
    own = givens.Given(published=given.published, outlet=given.outlet, title=given.title)
    try:
        with open(piece.path, "rb") as stream:
            stream.seek(piece.start)
            part = _Part(stream, (piece.end or 0) - piece.start)
            yield from ingest.checked(jsonl.read(part, given=own, source=piece.path, first=piece.line), piece.path, furniture.load())
    except OSError as error:
        yield givens.problem(piece.path, "unreadable", error.strerror or str(error))


class _Part:
    """The next `left` bytes of a stream, by lines."""

    def __init__(self, stream: IO[bytes], left: int) -> None:
        self.stream = stream
        self.left = left

    def readline(self, size: int = -1) -> bytes:
        """The next line, or the first `size` bytes of it; nothing at the end."""
        line = self.stream.readline(self.left if size < 0 else min(size, self.left))
        self.left -= len(line)
        return line

    def read(self, size: int = -1) -> bytes:
        """The next `size` bytes, or all that are left."""
        data = self.stream.read(self.left if size < 0 else min(size, self.left))
        self.left -= len(data)
        return data


def main() -> None:
    """Read the shard that the command line names; what fails is said on standard error."""
    try:
        read(*sys.argv[1:3])
    except DetenteError as error:
        sys.stderr.write(f"{error}\n")
        raise SystemExit(1) from None


if __name__ == "__main__":
    main()
