"""GraphML, GeoJSON and BibTeX, read back by parsers of XML, of JSON and of a strict part of BibTeX."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

from detente.export import bibtex
from tests.export import made
from tests.export.made import exported

NS = "{http://graphml.graphdrawing.org/xmlns}"


def graph(path: Path) -> tuple[dict[str, dict[str, str]], list[tuple[ElementTree.Element, dict[str, str]]]]:
    """Nodes and edges with their values by the names of the keys; every key that is used is declared for its kind."""
    root = ElementTree.fromstring(path.read_bytes())
    keys = {k.attrib["id"]: (k.attrib["for"], k.attrib["attr.name"]) for k in root.findall(f"{NS}key")}

    def values(element: ElementTree.Element, kind: str) -> dict[str, str]:
        data = {d.attrib["key"]: d.text or "" for d in element.findall(f"{NS}data")}
        assert {keys[k][0] for k in data} <= {kind}
        return {keys[k][1]: v for k, v in data.items()}

    nodes = {n.attrib["id"]: values(n, "node") for n in root.iter(f"{NS}node")}
    return nodes, [(e, values(e, "edge")) for e in root.iter(f"{NS}edge")]


def test_actors_are_nodes_and_events_edges_between_them(tmp_path: Path) -> None:
    nodes, edges = graph(exported("graphml", tmp_path))
    assert nodes["person:kim-jong-un"] == {"name": "Kim Jong-un", "kind": "person", "country": "PRK", "sector": "GOV"}
    assert nodes["a1#evil"]["name"] == "=cmd|' /C calc'!A0"
    assert all({e.attrib["source"], e.attrib["target"]} <= set(nodes) for e, _ in edges)
    assert len({e.attrib["id"] for e, _ in edges}) == len(edges)
    met = next(v for _, v in edges if v["code"] == "CONSULT" and v["tellings"] == "3")
    assert met["mutual"] == "true"
    assert not any("directed" in e.attrib for e, _ in edges), "networkx refuses graphs with edges of both kinds"
    assert (met["date_earliest"], met["said_by"], met["url"]) == (
        "2018-05-07",
        "Chinese foreign ministry",
        "https://news.example/1?a=b&c=d",
    )
    expelled, values = next((e, v) for e, v in edges if v["event"] == "expelled")
    assert (expelled.attrib["source"], expelled.attrib["target"], values["mutual"]) == ("state:usa", "state:irn", "false")


def test_two_articles_have_two_keys_though_their_ids_begin_alike() -> None:
    one, other = (made.article(f"wikinews-{name}", "x", "Wikinews", "2018-05-09") for name in ("bush", "china"))
    assert bibtex.key(one) != bibtex.key(other)
    assert bibtex.key(one).startswith("wikinews2018")


def test_a_graph_names_its_origin(tmp_path: Path) -> None:
    desc = ElementTree.fromstring(exported("graphml", tmp_path).read_bytes()).findtext(f"{NS}desc") or ""
    assert "data 0123456789ab" in desc
    assert "cite as: Detente" in desc


def test_a_map_has_points_where_places_are_points_and_none_for_a_country(tmp_path: Path) -> None:
    written = json.loads(exported("geojson", tmp_path).read_bytes())
    assert written["type"] == "FeatureCollection"
    assert written["citation"].startswith("Detente (version 0.1.0)")
    features = {f["properties"]["caption"]: f for f in written["features"]}
    assert all(f["type"] == "Feature" and set(f) == {"type", "id", "geometry", "properties"} for f in written["features"])
    met = features["Kim Jong-un met Xi Jinping"]
    assert met["geometry"] == {"type": "Point", "coordinates": [121.6022, 38.9122]}, "longitude first"
    expelled = features["United States sanctioned Iran"]
    assert expelled["geometry"] is None
    assert (expelled["properties"]["place_precision"], expelled["properties"]["country"]) == ("country", "IRN")
    assert "status" in met["properties"]


def entries(text: str) -> dict[str, dict[str, str]]:
    """Entries of BibTeX by key. Braces balance; nothing stands outside entries."""
    found: dict[str, dict[str, str]] = {}
    for entry in text.strip().split("\n\n"):
        head = re.fullmatch(r"@(misc|software)\{([A-Za-z0-9]+),\n(.*)\n\}", entry, flags=re.DOTALL)
        assert head, entry
        fields = [re.fullmatch(r"  (\w+) = \{(.*)\},", line) for line in head[3].split("\n")]
        assert all(fields)
        for field in fields:
            assert field
            bare = re.sub(r"\\.", "", field[2])
            assert bare.count("{") == bare.count("}")
        assert head[2] not in found
        found[head[2]] = {f[1]: f[2] for f in fields if f}
    return found


def test_sources_are_entries_with_what_tex_would_run_made_harmless(tmp_path: Path) -> None:
    found = entries(exported("bibtex", tmp_path).read_text(encoding="utf-8"))
    keys = [bibtex.key(a) for a in made.ARTICLES]
    assert next(iter(found)) == "detente"
    assert "data 0123456789ab" in found["detente"]["note"]
    assert len(found) == 5
    first = found[keys[0]]
    assert (first["title"], first["author"]) == ('{Kim meets Xi "again"}', r"{Ann Lee \& Co\_}")
    assert (first["year"], first["month"], first["date"], first["url"]) == ("2018", "5", "2018-05-09", "https://news.example/1?a=b&c=d")
