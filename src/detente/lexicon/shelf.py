"""The data files: the only place that reads them, each against its row type, from our folder and a user's overlay."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import msgspec
import yaml

from detente.errors import DataError



class _Plain(yaml.CSafeLoader):
    """YAML in which `yes`, `no`, `on` and `off` are words, as YAML 1.2 has it, and dates stay text."""

    yaml_implicit_resolvers = {
        first: [(tag, rule) for tag, rule in rules if tag not in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")]
        for first, rules in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


_Plain.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))

Row = TypeVar("Row", bound=msgspec.Struct)
OURS = Path(__file__).parent.parent / "data"


class Shelf:
    """Folders of data files; later folders overlay earlier ones: their rows come after ours.

    Raises DataError, with file and line, for a file or row that does not fit its type.
    """

    def __init__(self, *overlays: Path) -> None:
        for folder in overlays:
            if not folder.is_dir():
                raise DataError(f"{folder}: no such lexicon folder")
        self.folders = (OURS, *overlays)

    @cached_property
    def hash(self) -> str:
        """SHA-256 over the names and bytes of all files, shortened to 12 hex digits."""
        digest = hashlib.sha256()
        for folder in self.folders:
            for file in sorted(f for f in folder.rglob("*") if f.suffix in {".tsv", ".yaml", ".json"}):
                digest.update(file.relative_to(folder).as_posix().encode())
                digest.update(file.read_bytes())
        return digest.hexdigest()[:12]

    def files(self, name: str, suffix: str) -> Iterator[Path]:
        """The files behind a name: `name` + suffix, or all files with the suffix in the folder `name`; ours first."""
        for folder in self.folders:
            one = folder / (name + suffix)
            if one.is_file():
                yield one
            yield from sorted((folder / name).glob("*" + suffix))

    def table(self, name: str, row: type[Row]) -> tuple[Row, ...]:
        """All rows of a table (`gazetteer/territories`) or of a folder of tables (`gazetteer/people`)."""
        return tuple(r for file in self.files(name, ".tsv") for r in _rows(file, row))

    def documents(self, name: str, kind: type[Row]) -> tuple[Row, ...]:
        """All YAML documents behind a name, one a file, each against its type."""
        return tuple(_document(file, kind) for file in self.files(name, ".yaml"))


def _rows(file: Path, row: type[Row]) -> Iterator[Row]:
    header: list[str] | None = None
    for number, line in enumerate(_read(file).split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.rstrip("\r").split("\t")
        if header is None:
            header = cells
            continue
        if len(cells) > len(header):
            raise DataError(f"{file.name}:{number}: {len(cells)} cells under {len(header)} columns")
        values = {k: v.strip() for k, v in zip(header, cells, strict=False) if v.strip()}
        try:
            yield msgspec.convert({k: _cell(row, k, v) for k, v in values.items()}, row, strict=False)
        except msgspec.ValidationError as e:
            raise DataError(f"{file.name}:{number}: {e}") from e


def _cell(row: type[Row], column: str, value: str) -> str | list[str]:
    kind = row.__annotations__.get(column, "")
    return [v.strip() for v in value.split("|") if v.strip()] if "tuple" in str(kind) else value


def _document(file: Path, kind: type[Row]) -> Row:
    try:
        return msgspec.convert(yaml.load(_read(file), Loader=_Plain), kind, strict=True)
    except (yaml.YAMLError, msgspec.ValidationError) as e:
        raise DataError(f"{file.name}: {e}") from e


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as e:
        raise DataError(f"{file.name}: {e}") from e
