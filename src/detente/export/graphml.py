"""GraphML: actors as nodes, events as edges between each two of their parties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from xml.sax.saxutils import escape, quoteattr

from detente.corpus import Told
from detente.export.about import About
from detente.export.cells import joined, line, number
from detente.export.evidence import said_by
from detente.export.files import Files
from detente.export.format import Given, Setting
from detente.records import Actor
from detente.views.entries import mutual

NODE = (("name", "string"), ("kind", "string"), ("country", "string"), ("sector", "string"))
EDGE = (
    ("event", "string"), ("mutual", "boolean"), ("code", "string"), ("mode", "string"), ("quad", "int"), ("intensity", "double"),
    ("status", "string"), ("certainty", "string"), ("date_earliest", "string"), ("date_latest", "string"), ("said_by", "string"),
    ("outlets", "string"), ("tellings", "int"), ("evidence", "string"), ("url", "string"),
)  # fmt: skip


def write(given: Given, files: Files) -> None:
    """A directed graph with several edges between two nodes. A mutual act has one edge a pair, `mutual`, whose direction says nothing:
    readers refuse graphs with edges of both kinds. An event of one party has no edge."""
    put = files.main.write
    put(_head(given.about).encode())
    written: set[str] = set()
    for one, here in given.told():
        for node, text in _nodes(one, here):
            if node not in written:
                written.add(node)
                put(text.encode())
        for text in _edges(one, here):
            put(text.encode())
    put(b"</graph>\n</graphml>\n")


def _head(about: About) -> str:
    keys = [f'<key id="n_{n}" for="node" attr.name="{n}" attr.type="{t}"/>\n' for n, t in NODE]
    keys += [f'<key id="e_{n}" for="edge" attr.name="{n}" attr.type="{t}"/>\n' for n, t in EDGE]
    origin = escape("\n".join(map(line, about.lines())))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
        f'<desc>{origin}</desc>\n{"".join(keys)}<graph id="events" edgedefault="directed">\n'
    )


def _nodes(told: Told, setting: Setting) -> Iterator[tuple[str, str]]:
    for actor in (*told.actors, *told.recipients):
        ident = setting.corpus.identity(actor.id)
        values = (actor.name, actor.type, actor.country or "", actor.sector or "")
        yield ident, f"<node id={_attribute(ident)}>{_data('n', NODE, values)}</node>\n"


def _edges(told: Told, setting: Setting) -> Iterator[str]:
    event = told.event
    pairs: Iterable[tuple[Actor, Actor]] = product(told.actors, told.recipients)
    if mutual(event):
        pairs = combinations({a.id: a for a in (*told.actors, *told.recipients)}.values(), 2)
    data = _data("e", EDGE, _values(told, setting))
    for count, (a, b) in enumerate(pairs):
        ends = [setting.corpus.identity(x.id) for x in (a, b)]
        yield f"<edge id={_attribute(f'{told.id}.{count}')} source={_attribute(ends[0])} target={_attribute(ends[1])}>{data}</edge>\n"


def _values(told: Told, setting: Setting) -> Sequence[str]:
    event, when = told.event, told.event.when
    speakers = said_by(event, setting.corpus)
    article = setting.corpus.articles[event.article]
    return (
        told.id, str(mutual(event)).lower(), event.plover, event.mode or "", str(event.quad), number(event.intensity), event.factuality,
        event.certainty, (when.start if when else None) or "", (when.end if when else None) or "", speakers[-1] if speakers else "",
        joined(told.outlets), str(len(told.tellings)), event.evidence[0].quote, article.url or "",
    )  # fmt: skip


def _data(prefix: str, keys: Sequence[tuple[str, str]], values: Sequence[str]) -> str:
    return "".join(f'<data key="{prefix}_{n}">{escape(line(v))}</data>' for (n, _), v in zip(keys, values, strict=True) if v)


def _attribute(text: str) -> str:
    return quoteattr(line(text))
