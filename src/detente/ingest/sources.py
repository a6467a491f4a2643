"""From what the user names to open files: a path, a folder (all of it), a pattern, or `-` for the standard input."""

from __future__ import annotations

import glob
import io
import os
from collections.abc import Iterator, Sequence
from typing import IO

from detente.ingest.given import problem
from detente.records import Problem

HEAD = 4096
"""Bytes by which a format is told."""


def find(paths: Sequence[str]) -> Iterator[str | Problem]:
    """Files in the order of `paths`, a folder's or pattern's sorted, each once; a Problem for what is not there."""
    seen: set[str] = set()
    for path in paths:
        found = _files(path)
        if isinstance(found, Problem):
            yield found
            continue
        for file in found:
            real = file if file == "-" else os.path.realpath(file)
            if real not in seen:
                seen.add(real)
                yield file


def opened(path: str, stdin: IO[bytes] | None) -> tuple[IO[bytes], bytes]:
    """An open file and its first bytes, which stay to be read. OSError where it cannot be opened."""
    raw = stdin if path == "-" else open(path, "rb")  # noqa: SIM115 - the caller closes what it is given
    if raw is None:
        raise OSError("no standard input")
    stream = raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(io.BytesIO(raw.read()))
    return stream, stream.peek(HEAD)[:HEAD]


def _files(path: str) -> list[str] | Problem:
    if path == "-" or os.path.isfile(path):
        return [path]
    if os.path.isdir(path):
        return list(_inside(path)) or problem(path, "empty", "a folder without files")
    if any(mark in path for mark in "*?["):
        hits = sorted(glob.glob(path, recursive=True))
        inner = [file for hit in hits for file in (_inside(hit) if os.path.isdir(hit) else [hit])]
        return inner or problem(path, "not-found", "no file fits this pattern")
    if os.path.lexists(path):
        return [path] if os.path.exists(path) else problem(path, "not-found", "a link to nothing")
    return problem(path, "not-found", "no such file or folder")


def _inside(folder: str) -> Iterator[str]:
    """All files below a folder, sorted; not hidden ones, a README and its like, cases to weigh, nor what a browser saved with a page."""
    for top, folders, files in os.walk(folder):
        pages = {os.path.splitext(name)[0] for name in files if name.lower().endswith((".html", ".htm", ".xhtml"))}
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _saved(name, pages))
        yield from (os.path.join(top, name) for name in sorted(files) if not name.startswith(".") and not _about(name))


ABOUT = frozenset({"readme", "sources", "license", "licence", "notice", "changelog", "authors", "contributing"})
"""Names of files that tell of a folder; named by themselves they are read."""


def _about(name: str) -> bool:
    stem, ending = os.path.splitext(name.lower())
    return ending == ".toml" or (stem in ABOUT and ending in ("", ".md", ".rst", ".txt"))  # .toml: a case of `detente weigh`


def _saved(folder: str, pages: set[str]) -> bool:
    return any(folder == page + ending for page in pages for ending in ("_files", ".files", "-Dateien", "_fichiers", "_archivos"))
