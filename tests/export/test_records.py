"""JSON Lines, PLOVER JSON and FollowTheMoney, read back."""

from __future__ import annotations

import json
from pathlib import Path

from detente import codec
from detente.archive.load import load
from detente.corpus import Corpus, Filter, Told
from detente.records import Actor, Event, Run
from tests.export import made
from tests.export.made import exported

FTM = {
    "Person": {"name", "alias", "country", "keywords", "wikidataId", "position"},
    "PublicBody": {"name", "alias", "country", "keywords", "wikidataId"},
    "Organization": {"name", "alias", "country", "keywords", "wikidataId"},
    "LegalEntity": {"name", "alias", "country", "keywords", "wikidataId"},
    "Article": {"name", "title", "author", "publisher", "publishedAt", "sourceUrl", "language"},
    "Event": {
        "name", "date", "startDate", "endDate", "location", "country", "involved", "summary", "notes", "keywords", "proof", "publisher",
        "sourceUrl", "recordId",
    },
}  # fmt: skip
"""Properties that FollowTheMoney 4.11 gives these schemata, of those that we use."""


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def told(corpus: Corpus) -> list[Told]:
    return list(corpus.told(Filter(everything=True)))


def test_what_is_written_as_json_lines_is_the_same_corpus(tmp_path: Path) -> None:
    path = exported("jsonl", tmp_path, everything=True)
    assert told(load(path)) == told(Corpus(made.RECORDS))


def test_json_lines_have_the_run_first_and_every_actor_before_its_event(tmp_path: Path) -> None:
    records = [codec.decode(line) for line in exported("jsonl", tmp_path).read_bytes().splitlines()]
    assert isinstance(records[0], Run)
    seen: set[tuple[str, str]] = set()
    for record in records:
        if isinstance(record, Actor):
            seen.add((record.article, record.id))
        if isinstance(record, Event):
            holders = [link.holder for link in record.chain if link.holder]
            assert {(record.article, i) for i in (*record.actors, *record.recipients, *holders)} <= seen
    assert "s1" in {r.id for r in records}, "the statement that an event lies in"
    assert len({(getattr(r, "article", ""), r.id) for r in records}) == len(records)


def test_plover_json_has_what_the_manual_requires(tmp_path: Path) -> None:
    rows = {str(r["id"]): r for r in lines(exported("plover", tmp_path, everything=True))}
    for row in rows.values():
        assert {"id", "date", "actor", "event"} <= set(row)
        assert len(str(row["date"])) == 10
    met = next(r for r in rows.values() if r["event"] == ["CONSULT"] and "link" in r)
    assert met["actor"] == [
        {"code": "PRK", "sector": "GOV", "entity_text": "Kim Jong-un", "identifier_id": "Q56226", "identifier_text": "person:kim-jong-un"}
    ]
    assert met["event_loc"] == {
        "name": "Dalian", "country": "CHN", "adm1": "19", "latitude": 38.9122, "longitude": 121.6022, "geonamesid": 1814087,
    }  # fmt: skip
    assert (met["quad_code"], met["event_scale"], met["context"]) == (1, 2.5, ["diplomatic", "executive"])
    cited = met["cite_info"]
    assert isinstance(cited, list)
    assert [c.get("corpus") for c in cited] == ["Daily Example", "Other Post", "Copy Times"]


def test_plover_json_says_status_by_auxiliary_modes_unless_the_act_is_folded(tmp_path: Path) -> None:
    rows = {str(r["id"]): r for r in lines(exported("plover", tmp_path, everything=True))}
    assert rows["bomb"]["mode"] == ["aerial", "future"]
    assert rows["maybe"]["mode"] == ["hypothetical"]
    assert rows["denied"]["mode"] == ["negation"]
    assert "mode" not in rows["visit"]
    assert rows["visit"]["event"] == ["AGREE"]
    assert "told as planned CONSULT for 2018-06-01 to 2018-06-30 (month); date: day of publication" in str(rows["visit"]["comment"])
    assert (rows["visit"]["date"], "enddate" in rows["visit"]) == ("2018-05-09", False)
    assert "day of publication" in str(rows["accused"]["comment"])
    assert (rows["tested"]["date"], rows["tested"]["enddate"]) == ("2017-01-01", "2017-12-31")


def test_entities_are_of_known_schemata_with_known_properties_and_bound_ids(tmp_path: Path) -> None:
    entities = lines(exported("ftm", tmp_path, everything=True))
    ids = [str(e["id"]) for e in entities]
    assert len(set(ids)) == len(ids)
    for entity in entities:
        properties = entity["properties"]
        assert isinstance(properties, dict)
        assert set(properties) <= FTM[str(entity["schema"])], entity
        assert properties["name"]
        assert all(isinstance(v, str) and v and "\n" not in v for values in properties.values() for v in values)
        assert str(entity["id"]).replace("-", "").replace(".", "").isalnum()
        for bound in (*properties.get("involved", ()), *properties.get("proof", ())):
            assert bound in ids[: ids.index(str(entity["id"]))], "an entity stands before what names it"


def test_an_entity_says_what_the_record_says(tmp_path: Path) -> None:
    entities = {str(e["id"]): e for e in lines(exported("ftm", tmp_path, everything=True))}
    kim = entities["person-kim-jong-un"]
    assert kim["schema"] == "Person"
    assert kim["properties"] == {"name": ["Kim Jong-un"], "country": ["kp"], "keywords": ["person", "GOV"], "wikidataId": ["Q56226"]}
    met = next(e["properties"] for e in entities.values() if e["schema"] == "Event" and "met" in dict(e["properties"]).get("recordId", ()))  # type: ignore[call-overload]
    assert isinstance(met, dict)
    assert (met["name"], met["date"], met["location"]) == (["Kim Jong-un met Xi Jinping"], ["2018-05-07"], ["Dalian"])
    assert met["involved"] == ["person-kim-jong-un", "person-xi-jinping"]
    assert met["proof"] == ["a1", "a2", "a3"]
    assert met["notes"] == ["says Chinese foreign ministry", "reported as happened"]
    assert entities["a1#evil".replace("#", "-")]["schema"] == "Organization"
    assert entities["state-usa"]["schema"] == "PublicBody"
