"""What a folder of shards is to hold: which inputs, cut into which shards, read by which program."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from detente import codec
from detente.errors import InputError, StoreError
from detente.ingest import sources
from detente.ingest.encoding import WIDE
from detente.ingest.given import problem
from detente.records import Problem, Run
from detente.text import whole

NAME = "manifest.json"
SIZE = 4_000_000
"""Bytes of input in one shard, unless asked otherwise: about a thousand articles, a minute or two of one core."""
LINES = (".jsonl", ".ndjson")
"""Endings of files that may be cut between lines; any other file is read whole, by one shard."""


class Piece(msgspec.Struct, frozen=True):
    """A file, or of a file of lines the bytes `start` to `end` and the number of its first line."""

    path: str
    start: int = 0
    end: int | None = None
    line: int = 1


class Given(msgspec.Struct, frozen=True):
    """What the user says of all inputs, the folders laid over our data, and whether to skip what cannot hold an event."""

    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    lexicon: tuple[str, ...] = ()
    triage: bool = False


class Shard(msgspec.Struct, frozen=True):
    """One task: pieces of input that are read together, in this order."""

    name: str
    pieces: tuple[Piece, ...]


class Manifest(msgspec.Struct, frozen=True):
    """All shards, what was given, and the run that every shard's first line must repeat.

    Paths are as the user named them, below `base`: an article's id holds its path. `problems` are inputs that are not there.
    """

    run: Run
    base: str
    given: Given
    size: int
    shards: tuple[Shard, ...]
    problems: tuple[Problem, ...] = ()


def plan(paths: Sequence[str], run: Run, given: Given, *, size: int = SIZE) -> Manifest:
    """Inputs cut into shards of about `size` bytes; the same inputs give the same shards."""
    found = tuple(map(_written, sources.find(paths)))
    files = [path for path in found if isinstance(path, str)]
    groups: list[list[Piece]] = []
    room = 0
    for piece, weight in (pair for path in files for pair in _pieces(path, size)):
        if room < weight or not groups:
            groups.append([])
            room = size
        groups[-1].append(piece)
        room -= weight
    shards = tuple(Shard(f"{number:05d}-{_mark(group)}", tuple(group)) for number, group in enumerate(groups))
    return Manifest(run, os.getcwd(), given, size, shards, tuple(p for p in found if isinstance(p, Problem)))


def _written(found: str | Problem) -> str | Problem:
    """The same; a Problem for a name that no manifest can hold."""
    if isinstance(found, str) and whole(found) != found:
        return problem(found, "unreadable", "its name is not UTF-8: rename it, or read it without --out")
    return found


def _mark(pieces: Sequence[Piece]) -> str:
    """Eight digits that change with what a shard reads, so that no finished shard is taken for another."""
    return codec.digest(*((p.path, p.start, p.end, _size(p.path)) for p in pieces))[:8]


def _size(path: str) -> int:
    try:
        return os.path.getsize(path)
    except OSError:
        return 0


def _pieces(path: str, size: int) -> Iterator[tuple[Piece, int]]:
    """The pieces of one file with their bytes."""
    whole = _size(path)
    start, line = 0, 1
    try:
        if whole <= size or not path.lower().endswith(LINES) or _wide(path):
            yield Piece(path), whole
            return
        for end, lines in _cuts(path, size):
            yield Piece(path, start, end, line), end - start
            start, line = end, line + lines
    except OSError:  # who reads the shard says why
        yield (Piece(path, start, whole, line) if start else Piece(path)), whole - start


def _wide(path: str) -> bool:
    """Whether a file is in UTF-16, in which a line does not end where its bytes seem to."""
    with open(path, "rb") as stream:
        return stream.read(2) in WIDE


def _cuts(path: str, size: int) -> Iterator[tuple[int, int]]:
    """Ends of pieces: the first line end at or after every `size` bytes, and how many lines lie before it."""
    with open(path, "rb") as stream:
        at, lines, since = 0, 0, 0
        while block := stream.read(min(1 << 20, size)):
            at, since, lines = at + len(block), since + len(block), lines + block.count(b"\n")
            if since >= size and not block.endswith(b"\n"):
                rest = stream.readline()
                at, lines = at + len(rest), lines + rest.count(b"\n")
            if since >= size:
                yield at, lines
                since, lines = 0, 0
        if since:
            yield at, lines


def keep(folder: Path, manifest: Manifest) -> Manifest:
    """Write the manifest, or find the same one there. InputError where the folder holds shards of other inputs or another program."""
    if folder.exists() and not folder.is_dir():
        raise InputError(f"{folder}: a file, not a folder for shards")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        there = load(folder) if (folder / NAME).exists() else None
        if there is None:
            save(folder / NAME, msgspec.json.format(msgspec.json.encode(manifest)))
            return manifest
    except OSError as error:
        raise StoreError(f"{folder}: {error.strerror or error}") from error
    if there != manifest:
        what = "program, data or model" if there.run != manifest.run else "inputs or options"
        raise InputError(f"{folder}: holds shards of other {what}; give another folder, or remove this one")
    return there


def load(folder: Path) -> Manifest:
    """The manifest of a folder. Raises InputError where there is none that can be read."""
    if not folder.is_dir():
        raise InputError(f"{folder}: {'a file, not a folder of shards' if folder.exists() else 'no such folder'}")
    if not (folder / NAME).exists():
        raise InputError(f"{folder}: not a folder that `detente read --out` wrote")
    try:
        return msgspec.json.decode((folder / NAME).read_bytes(), type=Manifest)
    except OSError as error:
        raise InputError(f"{folder / NAME}: {error.strerror or error}") from error
    except msgspec.DecodeError as error:
        raise InputError(f"{folder / NAME}: no manifest: {error}") from error


def save(path: Path, data: bytes) -> None:
    """Write a file that is there only when it is whole, under a name that no other writer uses meanwhile."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    part.write_bytes(data)
    os.replace(part, path)
