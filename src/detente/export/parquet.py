"""Parquet: one table, one row an event, the columns of the CSV with their own types. Needs the extra `parquet`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from detente.errors import WiringError
from detente.export.about import About
from detente.export.files import Files
from detente.export.format import Given
from detente.export.rows import columns, values

if TYPE_CHECKING:
    import pyarrow

GROUP, PART = 10_000, 500
"""Rows in a row group, which is held in memory packed; and of those that are packed at once."""


def write(given: Given, files: Files) -> None:
    """Texts as UTF-8, several values as lists, numbers as float64 and int64; origin and citation in the schema's metadata.

    Raises WiringError where pyarrow is missing.
    """
    try:
        import pyarrow  # noqa: PLC0415 - an extra
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as error:
        raise WiringError('Parquet needs pyarrow: pip install "detente[parquet]"') from error
    schema = _schema(given.about)
    rows = (tuple(values(one, here)) for one, here in given.told())
    with parquet.ParquetWriter(files.main, schema, compression="zstd") as writer:
        while group := [_packed(part, schema) for part in _parts(islice(rows, GROUP))]:
            writer.write_table(pyarrow.concat_tables(group))


def _parts(rows: Iterator[tuple[object, ...]]) -> Iterator[list[tuple[object, ...]]]:
    while part := list(islice(rows, PART)):
        yield part


def _packed(rows: list[tuple[object, ...]], schema: pyarrow.Schema) -> pyarrow.Table:
    import pyarrow  # noqa: PLC0415

    arrays = [pyarrow.array(list(cells), field.type) for cells, field in zip(zip(*rows, strict=True), schema, strict=True)]
    return pyarrow.Table.from_arrays(arrays, schema=schema)


def _schema(about: About) -> pyarrow.Schema:
    import pyarrow  # noqa: PLC0415

    types = {
        "text": pyarrow.string(), "texts": pyarrow.list_(pyarrow.string()), "number": pyarrow.float64(),
        "whole": pyarrow.int64(), "yes/no": pyarrow.bool_(),
    }  # fmt: skip
    fields = [pyarrow.field(c.name, types[c.kind], metadata={"holds": c.holds}) for c in columns()]
    origin = {"detente": "\n".join(about.lines()), "citation": about.cite}
    return pyarrow.schema(fields, metadata=origin)
