"""What writers look things up in, of a source and what was asked of it."""

from __future__ import annotations

from importlib.metadata import version

import msgspec

from detente.corpus import Corpus, Filter, Source
from detente.export import about
from detente.export.format import Setting
from detente.lexicon import Shelf, exchange, ontology

_NAMES = {"everything": "all", "actors": "actor", "codes": "code", "places": "place", "outlets": "outlet"}


def of(source: Source, wanted: Filter) -> Setting:
    """The setting of an export, with the origin that every export names."""
    shelf = Shelf()
    origin = about.make(f"detente {version('detente')}", shelf.hash, source.read_by(), asked=_words(wanted))
    return Setting(corpus=Corpus(()), exchange=exchange.load(shelf), ontology=ontology.load(shelf), about=origin)


def _words(wanted: Filter) -> str:
    """The filter as written on the command line."""
    fields = [f.name for f in msgspec.structs.fields(wanted)]
    said = [(_NAMES.get(name, name).replace("_", "-"), getattr(wanted, name)) for name in fields]
    several = [(name, value if isinstance(value, tuple) else (value,)) for name, value in said if value]
    return " ".join(f"--{name}" if v is True else f"--{name} {v!r}" for name, values in several for v in values)
