"""The files of one export: written under temporary names, there only when all are whole."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from types import TracebackType
from typing import IO

from detente.errors import StoreError


class Files:
    """A main file and those beside it (`NAME.evidence.jsonl`); with a stream in place of a path, only the stream, and nothing beside it.

    `bom`: tables for spreadsheets begin with the mark by which Excel knows UTF-8.
    As a context: on success all files take their names, after an error none does. Raises StoreError for what cannot be written.
    """

    def __init__(self, path: Path | None, stream: IO[bytes] | None = None, *, bom: bool = False) -> None:
        self.path = path
        self.bom = bom
        self.written: list[Path] = []
        self._open: list[tuple[IO[bytes], Path]] = []
        if path is None:
            assert stream is not None, "an export needs a path or a stream"
            self.main = stream
        else:
            self.main = self._part(path)

    def beside(self, ending: str) -> IO[bytes] | None:
        """A file beside the main one, named by an ending; none where the export goes to a stream."""
        return self._part(self.path.with_name(self.path.name + ending)) if self.path else None

    def _part(self, path: Path) -> IO[bytes]:
        part = path.with_name(path.name + ".part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            stream = part.open("wb")
        except OSError as error:
            raise StoreError(f"{path}: {error.strerror or error}") from error
        self._open.append((stream, path))
        return stream

    def __enter__(self) -> Files:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is not None:
            self._drop()
            if isinstance(error, OSError) and not isinstance(error, BrokenPipeError):
                raise StoreError(f"{self.path or 'standard output'}: {error.strerror or error}") from error
            return
        try:
            for stream, _ in self._open:
                stream.close()
            for _, path in self._open:
                os.replace(path.with_name(path.name + ".part"), path)
                self.written.append(path)
        except OSError as failed:
            self._drop()
            raise StoreError(f"{self.path}: {failed.strerror or failed}") from failed

    def _drop(self) -> None:
        for stream, path in self._open:
            with contextlib.suppress(OSError):
                stream.close()
            path.with_name(path.name + ".part").unlink(missing_ok=True)
