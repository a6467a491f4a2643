"""JSON Lines: the records themselves, each article with its own; what is written is read back as the same corpus."""

from __future__ import annotations

from detente import codec
from detente.export.files import Files
from detente.export.format import Given


def write(given: Given, files: Files) -> None:
    """Runs; articles in the order of publication, each with its records as they were read; judgements; corrections."""
    for line in codec.encode_lines(given.records()):
        files.main.write(line)
