"""The tables of ingest, as they ship with the program."""

from __future__ import annotations

from detente.ingest.tables import Table, table
from detente.lexicon.shelf import Shelf


def load() -> Table:
    """Menu lines, labels and patterns of pages, and the function words of languages. DataError where a row does not fit."""
    shelf = Shelf()
    return table(shelf.text("lexicon/furniture.tsv"), shelf.text("lexicon/function_words.tsv"))
