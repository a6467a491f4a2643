"""All shards of a folder read, those that are finished left alone, those that fail set aside with their error."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from detente import codec
from detente.errors import InputError, StoreError
from detente.records import AnyRecord, Problem, Run
from detente.scale import manifest as manifests
from detente.scale.engines import Done, Engine
from detente.scale.manifest import Manifest
from detente.scale.task import ASIDE, DONE, finished


def read(folder: Path, plan: Manifest, engine: Engine) -> Iterator[Done]:
    """Read what is not finished; each shard's outcome as it ends. A shard set aside earlier is tried again."""
    todo = [s for s in plan.shards if not finished(folder, s).exists()]
    for done in engine(str(folder.absolute()), [s.name for s in todo]):
        note = folder / ASIDE / f"{done.shard}.txt"
        try:
            if done.error:
                note.parent.mkdir(exist_ok=True)
                manifests.save(note, (done.error + "\n").encode())
            else:
                note.unlink(missing_ok=True)
                for left in (folder / DONE).glob(f"{done.shard}.jsonl.*.part"):  # of a process that was killed
                    left.unlink(missing_ok=True)
        except OSError as error:
            raise StoreError(f"{note}: {error.strerror or error}") from error
        yield done
    if not unfinished(folder, plan):
        for left in (folder / DONE).glob("*.part"):  # of shards that an earlier run finished
            left.unlink(missing_ok=True)


def unfinished(folder: Path, plan: Manifest) -> tuple[str, ...]:
    """Names of the shards that are not finished."""
    return tuple(s.name for s in plan.shards if not finished(folder, s).exists())


def records(folder: Path, plan: Manifest) -> Iterator[AnyRecord]:
    """All records of the finished shards in the order of the manifest: the run once, then each article with its records.

    An article that two inputs hold is given once. Raises InputError where a shard is not of the manifest's run.
    """
    yield plan.run
    yield from plan.problems
    seen: set[str] = set()
    for shard in plan.shards:
        path = finished(folder, shard)
        if path.exists():
            yield from _fresh(path, plan.run, seen)


def _fresh(path: Path, run: Run, seen: set[str]) -> Iterator[AnyRecord]:
    """A shard's records, without articles that are in `seen`, to which its own are added."""
    here: set[str] = set()
    try:
        with path.open("rb") as stream:
            if codec.decode(stream.readline()) != run:
                raise InputError(f"{path}: read by another program than the manifest says")
            for line in stream:
                record = codec.decode(line)
                of = getattr(record, "article", None) or record.id
                if of in seen and not (isinstance(record, Problem) and record.article is None):
                    continue
                here.add(of)
                yield record
    except OSError as error:
        raise StoreError(f"{path}: {error.strerror or error}") from error
    seen |= here
