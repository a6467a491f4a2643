"""Records as a file that the browser keeps: exactly what a filter leaves, with all that belongs beside it in one archive."""

from __future__ import annotations

import io
import sys
import tempfile
import zipfile
from pathlib import Path

import msgspec

from detente import export
from detente.errors import InputError
from detente.export import setting
from detente.store import Store
from detente.web.api.asked import Exported

MOST = 10_000
"""Events in one file; more are for `detente export`."""
_ENDINGS = {
    "csv": ".csv", "geojson": ".geojson", "graphml": ".graphml", "bibtex": ".bib", "parquet": ".parquet",
    "jsonl": ".jsonl", "plover": ".jsonl", "ftm": ".jsonl",
}  # fmt: skip
_EARLY = (1980, 1, 1, 0, 0, 0)  # what an archive can say of a time that does not count


class File(msgspec.Struct, frozen=True):
    """A file's name and what is in it."""

    name: str
    data: bytes


def get_export(store: Store, asked: Exported) -> File:
    """The file of a format; an archive where it is several files. Raises InputError for an unknown format, or too much."""
    form = export.named(asked.to)
    if len(store.glimpses(asked.filter, limit=MOST + 1)) > MOST:
        raise InputError(f"more than {MOST} events: ask for fewer, or use `detente export`")
    given = export.Counted(form, store, asked.filter, setting.of(store, asked.filter))
    with tempfile.TemporaryDirectory(prefix="detente-") as folder:
        main = Path(folder) / f"detente-{form.name}{_ENDINGS.get(form.name, '.tsv')}"
        with export.Files(main, sys.stdout.buffer) as files:
            export.write(given, files)
        return _packed(main, sorted(files.written))


def _packed(main: Path, written: list[Path]) -> File:
    if len(written) == 1:
        return File(main.name, main.read_bytes())
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in written:
            archive.writestr(zipfile.ZipInfo(path.name, _EARLY), path.read_bytes(), zipfile.ZIP_DEFLATED)
    return File(f"{main.name}.zip", held.getvalue())
