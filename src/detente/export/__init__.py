"""Files that other tools read, each with the exact columns of its format."""

from __future__ import annotations

from detente.errors import InputError
from detente.export import bibtex, flat, ftm, gdelt, geojson, graphml, icews, jsonl, parquet, petrarch, plover, polecat
from detente.export.counted import Counted
from detente.export.files import Files
from detente.export.format import Format, Setting

FORMATS = (
    Format(name="jsonl", what="all records of the articles, as Detente writes them", write=jsonl.write, unit="article"),
    Format(name="csv", what="one row an event, for R and Excel, with a codebook", write=flat.write),
    Format(name="parquet", what="the same columns with their types (needs pyarrow)", write=parquet.write, names_origin=True),
    Format(name="plover", what="PLOVER's JSON, one event a line", write=plover.write, undated=False),
    Format(
        name="polecat", what="POLECAT's 40 columns", write=polecat.write, status=False, undated=False, evidence=False, around="articles"
    ),
    Format(name="icews", what="ICEWS's 20 columns", write=icews.write, status=False, undated=False, evidence=False, around="talk"),
    Format(
        name="gdelt",
        what="GDELT 2.0's 61 columns, with its mentions",
        write=gdelt.write,
        status=False,
        undated=False,
        evidence=False,
        around="talk",
    ),
    Format(
        name="petrarch2",
        what="the output of PETRARCH2",
        write=petrarch.petrarch2,
        status=False,
        undated=False,
        evidence=False,
        around="talk",
    ),
    Format(name="phoenix", what="Phoenix's 26 columns", write=petrarch.phoenix, status=False, undated=False, evidence=False, around="talk"),
    Format(name="ftm", what="FollowTheMoney entities, as JSON Lines", write=ftm.write),
    Format(name="graphml", what="a network: actors, and events between them", write=graphml.write, names_origin=True),
    Format(name="geojson", what="a map: events at their places", write=geojson.write, names_origin=True),
    Format(name="bibtex", what="the articles behind the events", write=bibtex.write, names_origin=True),
)
"""Every format, by name. `bibtex` lists sources only and has no events; the others hold what was asked for."""


def named(name: str) -> Format:
    """The format of a name. Raises InputError for a name that there is none of."""
    found = next((f for f in FORMATS if f.name == name), None)
    if found is None:
        raise InputError(f"no format {name!r}; there are {', '.join(f.name for f in FORMATS)}")
    return found


def write(given: Counted, files: Files) -> int:
    """Write in its format what is given, and the origin beside it where the format has no place for it; how much went in."""
    form = given.form
    form.write(given, files)
    readme = None if form.names_origin else files.beside(".README.txt")
    if readme:
        left = [f"left out: {why}" for why in (given.why(),) if why]
        said = (f"{form.name}: {form.what}", f"{form.unit}s: {given.count}", *left, *given.about.lines())
        readme.write(("\n".join(said) + "\n").encode())
    return given.count


__all__ = ["FORMATS", "Counted", "Files", "Format", "Setting", "named", "write"]
