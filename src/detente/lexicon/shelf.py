"""The data files: the only place that reads them, each against its row type, from our folder and a user's overlay."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import msgspec
import yaml

from detente.errors import DataError


class _Plain(yaml.CSafeLoader):
    """YAML in which `yes`, `no`, `on`, `off` and `null` are words ("declared null and void"), and dates stay text."""

    yaml_implicit_resolvers = {  # noqa: RUF012  as its base class has it
        first: [(tag, rule) for tag, rule in rules if tag.rsplit(":", 1)[1] not in ("bool", "timestamp", "null")]
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
            yield from self._in(folder, name, suffix)

    @staticmethod
    def _in(folder: Path, name: str, suffix: str) -> Iterator[Path]:
        one = folder / (name + suffix)
        if one.is_file():
            yield one
        yield from sorted((folder / name).glob("*" + suffix))

    def table(self, name: str, row: type[Row]) -> tuple[Row, ...]:
        """All rows of a table (`gazetteer/territories`) or of a folder of tables (`gazetteer/people`)."""
        return tuple(r for file in self.files(name, ".tsv") for r in _rows(file, row))

    def text(self, name: str) -> str:
        """Our own file of a name with its ending, as it stands. Raises DataError where it cannot be read."""
        return _read(OURS / name)

    def overlaid(self, name: str, row: type[Row], key: Callable[[Row], object]) -> tuple[Row, ...]:
        """The same, where the rows of a later folder take the place of all rows of earlier ones with the same key."""
        if len(self.folders) == 1:
            return self.table(name, row)
        kept: dict[object, list[Row]] = {}
        for folder in self.folders:
            layer: dict[object, list[Row]] = {}
            for file in self._in(folder, name, ".tsv"):
                for value in _rows(file, row):
                    layer.setdefault(key(value), []).append(value)
            kept.update(layer)
        return tuple(value for values in kept.values() for value in values)

    def documents(self, name: str, kind: type[Row]) -> tuple[Row, ...]:
        """All YAML documents behind a name, one a file, each against its type."""
        return tuple(_document(file, kind) for file in self.files(name, ".yaml"))


def _rows(file: Path, row: type[Row]) -> list[Row]:
    """All rows of a file, converted at once; only where that fails one by one, to name the line."""
    numbers, cells = _cells(file, row)
    try:
        return msgspec.convert(cells, list[row], strict=False)  # type: ignore[valid-type]  # the type is a value here
    except msgspec.ValidationError:
        return [_row(file, number, values, row) for number, values in zip(numbers, cells, strict=True)]


def _row(file: Path, number: int, values: dict[str, str | list[str]], row: type[Row]) -> Row:
    try:
        return msgspec.convert(values, row, strict=False)
    except msgspec.ValidationError as e:
        raise DataError(f"{file.name}:{number}: {e}") from e


def _cells(file: Path, row: type[Row]) -> tuple[list[int], list[dict[str, str | list[str]]]]:
    """Line numbers, and the filled cells of each line by column; of the columns that the row type has."""
    numbers: list[int] = []
    found: list[dict[str, str | list[str]]] = []
    columns: list[tuple[str, bool]] | None = None
    known = {f.encode_name: "tuple" in str(row.__annotations__.get(f.name, "")) for f in msgspec.structs.fields(row)}
    for number, line in enumerate(_read(file).split("\n"), 1):
        if not line or line[0] == "#" or line.isspace():
            continue
        cells = line.split("\t")
        if columns is None:
            columns = [(name.strip(), known.get(name.strip(), False)) for name in cells]
            continue
        if len(cells) > len(columns):
            raise DataError(f"{file.name}:{number}: {len(cells)} cells under {len(columns)} columns")
        numbers.append(number)
        found.append(
            {k: _several(v) if many else v for (k, many), cell in zip(columns, cells, strict=False) if k in known and (v := cell.strip())}
        )
    return numbers, found


def _several(value: str) -> list[str]:
    return [v for v in map(str.strip, value.split("|")) if v] if "|" in value else [value]


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
