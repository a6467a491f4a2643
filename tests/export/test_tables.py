"""POLECAT, ICEWS, GDELT, PETRARCH2 and Phoenix, each read back by a strict reader of its form."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from detente.corpus import Corpus
from detente.export import gdelt, icews, petrarch, polecat
from detente.export.dyads import dyads
from detente.records import Cited, Judgement
from tests.export import made
from tests.export.made import exported, tabs

GDELT = """
GlobalEventId Day MonthYear Year FractionDate Actor1Code Actor1Name Actor1CountryCode Actor1KnownGroupCode Actor1EthnicCode
Actor1Religion1Code Actor1Religion2Code Actor1Type1Code Actor1Type2Code Actor1Type3Code Actor2Code Actor2Name Actor2CountryCode
Actor2KnownGroupCode Actor2EthnicCode Actor2Religion1Code Actor2Religion2Code Actor2Type1Code Actor2Type2Code Actor2Type3Code IsRootEvent
EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources NumArticles AvgTone Actor1Geo_Type
Actor1Geo_Fullname Actor1Geo_CountryCode Actor1Geo_ADM1Code Actor1Geo_ADM2Code Actor1Geo_Lat Actor1Geo_Long Actor1Geo_FeatureID
Actor2Geo_Type Actor2Geo_Fullname Actor2Geo_CountryCode Actor2Geo_ADM1Code Actor2Geo_ADM2Code Actor2Geo_Lat Actor2Geo_Long
Actor2Geo_FeatureID ActionGeo_Type ActionGeo_Fullname ActionGeo_CountryCode ActionGeo_ADM1Code ActionGeo_ADM2Code ActionGeo_Lat
ActionGeo_Long ActionGeo_FeatureID DATEADDED SOURCEURL
""".split()
MENTIONS = """
GLOBALEVENTID EventTimeDate MentionTimeDate MentionType MentionSourceName MentionIdentifier SentenceID Actor1CharOffset Actor2CharOffset
ActionCharOffset InRawText Confidence MentionDocLen MentionDocTone MentionDocTranslationInfo Extras
""".split()
PHOENIX = """
id_string story_date year month day source source_root source_agent source_others target target_root target_agent target_others code
root_code quad_class goldstein joined_issues lat lon placename statename countryname ids urls sources
""".split()


def table(path: Path, names: list[str]) -> list[dict[str, str]]:
    return [dict(zip(names, row, strict=True)) for row in tabs(path, len(names))]


def headed(path: Path, width: int) -> list[dict[str, str]]:
    names, *rows = tabs(path, width)
    return [dict(zip(names, row, strict=True)) for row in rows]


def evidence(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.with_name(path.name + ".evidence.jsonl").read_text(encoding="utf-8").splitlines()]


def test_polecat_has_its_forty_columns_and_says_none(tmp_path: Path) -> None:
    path = exported("polecat", tmp_path)
    rows = {r["Event ID"]: r for r in headed(path, 40)}
    assert tabs(path, 40)[0] == list(polecat.COLUMNS)
    met = next(r for r in rows.values() if r["Event Type"] == "CONSULT")
    assert (met["Event Date"], met["Quad Code"], met["Contexts"]) == ("2018-05-07", "VERBAL COOPERATION", "diplomatic; executive")
    assert (met["Actor Name"], met["Actor Country"], met["Actor COW"]) == ("Kim Jong-un", "PRK", "731")
    assert (met["Recipient COW"], met["Primary Recipient Sector"]) == ("710", "GOV")
    assert (met["City"], met["Country"], met["Latitude"], met["GeoNames ID"]) == ("Dalian", "CHN", "38.9122", "1814087")
    assert (met["Source"], met["Publication Date"], met["Event Mode"]) == ("Daily Example", "2018-05-09", "None")
    assert met["Wikipedia Actor ID"] == met["District"] == met["Feature Type"] == "None"
    assert "" not in met.values()


def test_polecat_drops_the_mode_of_a_folded_act_and_keeps_that_of_others(tmp_path: Path) -> None:
    rows = headed(exported("polecat", tmp_path), 40)
    assert {r["Event Type"]: r["Event Mode"] for r in rows} == {"CONSULT": "None", "AGREE": "None", "SANCTION": "expel", "ACCUSE": "allege"}


def test_icews_has_twenty_columns_and_a_row_for_each_direction_of_a_meeting(tmp_path: Path) -> None:
    path = exported("icews", tmp_path)
    rows = headed(path, 20)
    assert tabs(path, 20)[0] == list(icews.COLUMNS)
    met = [r for r in rows if r["Event Text"] == "Consult"]
    assert [(r["Source Name"], r["Target Name"]) for r in met] == [("Kim Jong-un", "Xi Jinping"), ("Xi Jinping", "Kim Jong-un")]
    assert {(r["CAMEO Code"], r["Intensity"], r["Source Sectors"], r["City"], r["Country"]) for r in met} == {
        ("040", "1.0", "Government", "Dalian", "China")
    }
    assert (met[0]["Source Country"], met[0]["Target Country"]) == ("North Korea", "China")
    ids = [r["Event ID"] for r in rows]
    assert len(set(ids)) == len(ids)
    assert all(i.isdigit() and int(i) < 2**53 for i in ids), "R and Excel hold whole numbers up to 2^53"


def test_a_code_comes_from_the_rule_or_the_plan_or_the_type_and_the_sidecar_says_which(tmp_path: Path) -> None:
    path = exported("icews", tmp_path)
    codes = {r["Event ID"]: r["CAMEO Code"] for r in headed(path, 20)}
    told = {(str(e["event"]), codes[str(e["row"])], str(e["cameo_from"])) for e in evidence(path)}
    assert ("visit", "036", "plan") in told
    assert ("promised", "033", "rule") in told
    assert ("expelled", "166", "type") in told


def test_every_row_has_its_evidence_with_all_tellings(tmp_path: Path) -> None:
    path = exported("icews", tmp_path)
    rows = evidence(path)
    assert [r["row"] for r in rows] == [r["Event ID"] for r in headed(path, 20)]
    met = next(r for r in rows if r["cameo"] == "040")
    tellings = met["tellings"]
    assert isinstance(tellings, list)
    assert [(t["record"], t["outlet"], t["said_by"]) for t in tellings] == [
        ("met", "Daily Example", ["Chinese foreign ministry"]),
        ("met2", "Other Post", []),
        ("met3", "Copy Times", []),
    ]
    assert made.FIRST[tellings[0]["start"] : tellings[0]["end"]] == tellings[0]["quote"]


def test_an_undated_event_has_the_day_of_publication_and_the_sidecar_says_so(tmp_path: Path) -> None:
    path = exported("icews", tmp_path)
    accused = next(r for r in headed(path, 20) if r["CAMEO Code"] == "112")
    assert accused["Event Date"] == "2018-05-09"
    assert [r["day_from"] for r in evidence(path) if r["event"] == "accused"] == ["publication"]
    assert [r["day_from"] for r in evidence(path) if r["event"] == "expelled"] == ["event"]


def test_a_planned_act_counted_as_its_promise_has_the_day_of_the_promise(tmp_path: Path) -> None:
    path = exported("icews", tmp_path)
    (visit,) = (r for r in evidence(path) if r["event"] == "visit")
    assert (visit["day"], visit["day_from"], visit["status"]) == ("2018-05-09", "publication", "planned")
    assert visit["when"] == {"start": "2018-06-01", "end": "2018-06-30", "precision": "month", "basis": "relative", "quote": "June"}


def test_gdelt_has_61_columns_in_its_own_codes(tmp_path: Path) -> None:
    rows = table(exported("gdelt", tmp_path), GDELT)
    assert len(GDELT) == 61
    met = next(r for r in rows if r["EventCode"] == "040" and r["Actor1CountryCode"] == "PRK")
    assert (met["Day"], met["MonthYear"], met["Year"], met["FractionDate"]) == ("20180507", "201805", "2018", "2018.3479")
    assert (met["Actor1Code"], met["Actor1Name"], met["Actor1Type1Code"], met["Actor2Code"]) == ("PRKGOV", "KIM JONG-UN", "GOV", "CHNGOV")
    assert (met["EventBaseCode"], met["EventRootCode"], met["QuadClass"], met["GoldsteinScale"], met["IsRootEvent"]) == (
        "040",
        "04",
        "1",
        "1.0",
        "1",
    )
    assert (met["NumMentions"], met["NumSources"], met["NumArticles"]) == ("3", "2", "3"), "a copy is no second source"
    assert (met["ActionGeo_Type"], met["ActionGeo_Fullname"], met["ActionGeo_CountryCode"]) == ("4", "Dalian, China", "CH")
    assert (met["ActionGeo_Lat"], met["ActionGeo_Long"], met["DATEADDED"]) == ("38.9122", "121.6022", "20180509083000")
    assert met["SOURCEURL"] == "https://news.example/1?a=b&c=d"
    assert (met["AvgTone"], met["Actor1Geo_Type"], met["Actor1EthnicCode"], met["ActionGeo_FeatureID"]) == ("", "0", "", "")


def test_gdelt_countries_groups_and_states(tmp_path: Path) -> None:
    rows = table(exported("gdelt", tmp_path), GDELT)
    expelled = next(r for r in rows if r["EventCode"] == "166")
    assert (expelled["Actor1Code"], expelled["Actor2Code"], expelled["QuadClass"]) == ("USA", "IRN", "4")
    assert (expelled["ActionGeo_Type"], expelled["ActionGeo_CountryCode"], expelled["ActionGeo_FeatureID"]) == ("1", "IR", "IR")
    assert expelled["ActionGeo_Lat"] == ""
    accused = next(r for r in rows if r["EventCode"] == "112")
    assert (accused["Actor1Code"], accused["Actor1KnownGroupCode"], accused["Actor2Code"]) == ("IGOUNO", "UNO", "REB")


def test_gdelt_mentions_bind_to_its_events(tmp_path: Path) -> None:
    path = exported("gdelt", tmp_path)
    events = {r["GlobalEventId"] for r in table(path, GDELT)}
    rows = table(path.with_name(path.name + ".mentions.tsv"), MENTIONS)
    assert {r["GLOBALEVENTID"] for r in rows} == events
    met = next(r["GlobalEventId"] for r in table(path, GDELT) if r["Actor1Name"] == "KIM JONG-UN" and r["EventCode"] == "040")
    first, second, _ = [r for r in rows if r["GLOBALEVENTID"] == met]
    assert (first["MentionTimeDate"], first["MentionType"], first["MentionSourceName"]) == ("20180509083000", "1", "Daily Example")
    assert made.FIRST[int(first["Actor2CharOffset"]) :].startswith("Xi Jinping")
    assert made.FIRST[int(first["ActionCharOffset"]) :].startswith("Kim Jong-un met")
    assert (second["MentionType"], second["MentionIdentifier"], second["MentionDocLen"]) == ("2", "Other Post a2", str(len(made.SECOND)))


@pytest.mark.parametrize(
    ("root", "gdelts", "phoenixs"),
    [("01", 1, 0), ("03", 1, 1), ("05", 1, 1), ("06", 2, 2), ("08", 2, 2), ("09", 3, 3), ("13", 3, 3), ("14", 4, 4), ("16", 4, 3), ("20", 4, 4)],
)  # fmt: skip
def test_quad_classes(root: str, gdelts: int, phoenixs: int) -> None:
    assert (gdelt.quad_class(root), petrarch.quad(root)) == (gdelts, phoenixs)


@pytest.mark.parametrize(("day", "told"), [("2015-02-18", "2015.1315"), ("2018-12-31", "2018.9890"), ("2018-01-01", "2018.0027")])
def test_gdelt_fractions_of_a_year(day: str, told: str) -> None:
    assert gdelt.fraction(day) == told


def test_petrarch2_has_a_cell_for_the_address_only_where_there_is_one(tmp_path: Path) -> None:
    rows = [line.split("\t") for line in exported("petrarch2", tmp_path).read_text(encoding="utf-8").splitlines()]
    assert {len(r) for r in rows} == {11}
    assert rows[0][:4] == ["20180501", "USA", "IRN", "166"]
    met = next(r for r in rows if r[3] == "040")
    assert met[5:] == [
        "met", "https://news.example/1?a=b&c=d", "Daily Example", "Kim Jong-un", "Xi Jinping", "Kim Jong-un met Xi Jinping in Dalian on Monday",
    ]  # fmt: skip


def test_phoenix_has_26_columns(tmp_path: Path) -> None:
    rows = table(exported("phoenix", tmp_path), PHOENIX)
    met = next(r for r in rows if r["code"] == "040")
    assert (met["story_date"], met["year"], met["month"], met["day"]) == ("20180507", "2018", "05", "07")
    assert (met["source"], met["source_root"], met["source_agent"], met["quad_class"]) == ("PRKGOV", "PRK", "GOV", "1")
    assert (met["joined_issues"], met["lat"], met["placename"], met["countryname"]) == (
        "diplomatic;executive",
        "38.9122",
        "Dalian",
        "China",
    )
    assert met["ids"] == "met;met2;met3"
    assert met["sources"] == "Daily Example;Other Post"
    accused = next(r for r in rows if r["code"] == "112")
    assert (accused["source"], accused["source_root"], accused["source_agent"], accused["source_others"]) == ("IGOUNO", "IGO", "", "UNO")


def test_a_format_without_a_place_for_its_origin_has_a_file_that_names_it(tmp_path: Path) -> None:
    path = exported("gdelt", tmp_path)
    said = path.with_name(path.name + ".README.txt").read_text(encoding="utf-8")
    assert "data 0123456789ab" in said
    assert made.SHELF.hash in said
    assert "cite as: Detente (version 0.1.0)" in said
    assert "events: 5" in said


def test_what_two_do_together_is_a_pair_both_ways_though_nobody_receives_it() -> None:
    agreed = made.event("agreed", "The US promised to send aid to the North", "AGREE", "state:usa state:prk")
    corpus = Corpus([made.ARTICLES[0], *made.cast("a1"), agreed, msgspec.structs.replace(agreed, id="accused", code="ACCUSE")])
    pairs = {t.id: [(d.source, d.target) for d in dyads(t, made.setting(corpus))] for t in corpus.told()}
    usa, prk = (corpus.actors["a1", f"state:{s}"] for s in ("usa", "prk"))
    assert pairs == {"agreed": [(usa, prk), (prk, usa)], "accused": [(usa, None), (prk, None)]}


def test_one_man_under_two_names_is_no_pair_and_no_pair_stands_twice() -> None:
    other = msgspec.structs.replace(next(a for a in made.cast("a1") if a.id == made.KIM), id="a1#leader", name="the leader")
    met = msgspec.structs.replace(made.MET, actors=(made.KIM, "a1#leader"), same_as=None)
    one = Judgement(id="j9", verdict="same_actor", of=(Cited("a1#leader", "a1"), Cited(made.KIM, "a1")), reason="he leads it")
    corpus = Corpus([made.ARTICLES[0], *made.cast("a1"), other, met, one])
    (told,) = corpus.told()
    pairs = [(d.source.id, d.target.id) for d in dyads(told, made.setting(corpus)) if d.source and d.target]
    assert pairs == [(made.KIM, made.XI), (made.XI, made.KIM)]
