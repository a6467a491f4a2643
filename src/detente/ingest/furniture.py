"""Where the tables of ingest are read from: the only place of this package that touches the data folder."""

from __future__ import annotations

from importlib.resources import files

from detente.ingest.tables import Table, table


def load() -> Table:
    """The tables as they ship with the program. DataError where a row does not fit."""
    folder = files("detente") / "data" / "lexicon"
    names = ("furniture.tsv", "function_words.tsv")
    furniture, languages = ((folder / name).read_text(encoding="utf-8") for name in names)
    return table(furniture, languages)
